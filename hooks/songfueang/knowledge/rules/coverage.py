"""What is not wrong, but somebody should know: notices."""

from __future__ import annotations

from collections.abc import Iterator

from ..problems import Problem, Severity, problem
from ..store import Knowledge

MOST_CELL_LETTERS = 160
OLDEST_CHECK_DAYS = 366
#: A system's name heads a column of the matrix and every card on a phone.
MOST_NAME_LETTERS = 40


def questions_without_an_answer(knowledge: Knowledge) -> Iterator[Problem]:
    """A system need not answer every question; the matrix shows a dash."""
    for system in knowledge.systems:
        for question in knowledge.questions:
            if question not in system.answers:
                yield _notice("unanswered", system.place_at("answers"), system=system.id, question=question)


def sources_nobody_cites(knowledge: Knowledge) -> Iterator[Problem]:
    """A source that nothing rests on any more."""
    used = {cite.source for record in knowledge.cited() for cite in record.cite}
    for source in knowledge.sources:
        if source.id not in used:
            yield _notice("unused-source", source.place_at("id"), id=source.id)


def statements_that_have_ended(knowledge: Knowledge) -> Iterator[Problem]:
    """The page says so by itself; somebody should find out what holds now."""
    for record in knowledge.cited():
        if knowledge.ended(record):
            yield _notice("has-ended", record.place_at("until"), until=record.until)


def sources_not_checked_for_long(knowledge: Knowledge) -> Iterator[Problem]:
    """A source that nobody has read for more than a year."""
    for source in knowledge.sources:
        if (knowledge.today - source.checked).days > OLDEST_CHECK_DAYS:
            yield _notice("old-check", source.place_at("checked"), id=source.id, checked=source.checked)


def cells_too_long_for_a_cell(knowledge: Knowledge) -> Iterator[Problem]:
    """A matrix cell is read at a glance."""
    for system in knowledge.systems:
        for answer in system.answers.values():
            for language, words in answer.short.words.items():
                if len(words) > MOST_CELL_LETTERS:
                    place = answer.short.place_at(language)
                    yield _notice("long-cell", place, letters=len(words), most=MOST_CELL_LETTERS)


def names_too_long_for_a_phone(knowledge: Knowledge) -> Iterator[Problem]:
    """A system's short name heads columns and cards."""
    for system in knowledge.systems:
        for language, words in system.name.words.items():
            if len(words) > MOST_NAME_LETTERS:
                yield _notice("long-name", system.name.place_at(language), letters=len(words), most=MOST_NAME_LETTERS)


def systems_without_a_colour(knowledge: Knowledge) -> Iterator[Problem]:
    """A system works without a colour; it is shown in grey."""
    for system in knowledge.systems:
        if not system.colour:
            yield _notice("no-colour", system.place_at(), id=system.id)


def _notice(rule: str, place, **slots: object) -> Problem:
    return problem(rule, place, Severity.NOTICE, **slots)
