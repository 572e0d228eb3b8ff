"""The helper never strands a reader."""

from __future__ import annotations

from collections.abc import Iterator

from ..problems import Problem, problem
from ..records import ChooseQuestion
from ..store import Knowledge


def every_path_ends_in_a_result(knowledge: Knowledge) -> Iterator[Problem]:
    """No loop, no question or result out of reach, no question whose options all lead to one place."""
    if not knowledge.choose:
        return
    questions = {question.id: question for question in knowledge.choose.questions}
    start = knowledge.choose.questions[0]
    reached_questions, reached_results = {start.id}, set()
    waiting = [start]
    while waiting:
        question = waiting.pop()
        for option in question.options:
            if option.to.result:
                reached_results.add(option.to.result)
            elif option.to.question in questions and option.to.question not in reached_questions:
                reached_questions.add(option.to.question)
                waiting.append(questions[option.to.question])
    for question in knowledge.choose.questions:
        if question.id not in reached_questions:
            yield problem(
                "out-of-reach", question.place_at("id"), called=question.called, id=question.id, start=start.id
            )
        if len({(option.to.question, option.to.result) for option in question.options}) == 1:
            yield problem("no-real-choice", question.place_at("id"), id=question.id)
        loop = _loop_from(question, questions)
        if loop:
            yield problem("loop", question.place_at("id"), id=question.id, path=" → ".join(loop))
    for result in knowledge.choose.results:
        if result.id not in reached_results:
            yield problem("out-of-reach", result.place_at("id"), called=result.called, id=result.id, start=start.id)


def _loop_from(start: ChooseQuestion, questions: dict[str, ChooseQuestion]) -> list[str] | None:
    """The way from ``start`` back to itself, or None."""
    waiting = [(start, [start.id])]
    seen: set[str] = set()
    while waiting:
        question, path = waiting.pop()
        for option in question.options:
            following = option.to.question
            if following == start.id:
                return [*path, following]
            if following in questions and following not in seen:
                seen.add(following)
                waiting.append((questions[following], [*path, following]))
    return None
