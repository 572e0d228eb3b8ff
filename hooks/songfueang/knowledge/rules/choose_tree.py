"""The helper never strands a reader."""

from __future__ import annotations

from collections.abc import Iterator

from ..problems import Problem, problem
from ..store import Knowledge


def every_path_ends_in_a_result(knowledge: Knowledge) -> Iterator[Problem]:
    """No question or result out of reach, no question whose options all lead to one place."""
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
    for result in knowledge.choose.results:
        if result.id not in reached_results:
            yield problem("out-of-reach", result.place_at("id"), called=result.called, id=result.id, start=start.id)


def no_path_runs_in_a_circle(knowledge: Knowledge) -> Iterator[Problem]:
    """Each option that leads back to a question on the way to it is told, however many questions the circle has."""
    questions = {question.id: question for question in knowledge.choose.questions} if knowledge.choose else {}
    done: set[str] = set()
    for start in questions.values():
        if start.id in done:
            continue
        path, waiting = [start.id], [iter(start.options)]
        while waiting:
            option = next(waiting[-1], None)
            if option is None:
                waiting.pop()
                done.add(path.pop())
            elif option.to.question in path:
                circle = " → ".join([*path[path.index(option.to.question) :], option.to.question])
                yield problem("loop", option.place_at("to", "question"), path=circle)
            elif option.to.question in questions and option.to.question not in done:
                path.append(option.to.question)
                waiting.append(iter(questions[option.to.question].options))
