"""Nothing uncited is shown as a fact."""

from __future__ import annotations

from collections.abc import Iterator

from ..problems import Problem, problem
from ..records import Guide, Relation
from ..store import Knowledge

#: These only introduce statements that each carry their own sources.
_INTRODUCTIONS = (Guide, Relation)


def statements_rest_on_something(knowledge: Knowledge) -> Iterator[Problem]:
    """A statement cites a source, or says that it is unconfirmed, or is marked as our own advice."""
    for record in knowledge.cited():
        if isinstance(record, _INTRODUCTIONS) or record.cite or record.unconfirmed or getattr(record, "advice", False):
            continue
        yield problem("no-evidence", record.place_at(), called=record.called, id=getattr(record, "id", ""))


def figures_say_their_day(knowledge: Knowledge) -> Iterator[Problem]:
    """An answer to a question that asks for a figure says on which day the figure was true."""
    for system in knowledge.systems:
        for question_id, answer in system.answers.items():
            question = knowledge.questions.get(question_id)
            if question and question.figure and answer.cite and not answer.as_of:
                yield problem(
                    "figure-without-day", system.place_at("answers", question_id, at_key=True), id=question_id
                )
