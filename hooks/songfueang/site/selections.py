"""What single pages pick out of the knowledge."""

from __future__ import annotations

from dataclasses import dataclass

from ..knowledge import Knowledge
from ..knowledge.records import Answer, Question, Source, System


@dataclass(frozen=True)
class Figure:
    """A system's answer that is a figure, with the question that it answers."""

    question: Question
    system: System
    answer: Answer


def sources_of_answers(knowledge: Knowledge) -> list[Source]:
    """Every source that some system's answer cites, in the order of the list of sources."""
    used = {cite.source for system in knowledge.systems for answer in system.answers.values() for cite in answer.cite}
    return [source for source in knowledge.sources if source.id in used]


def figures_newest_first(knowledge: Knowledge) -> list[tuple[Question, list[Figure]]]:
    """The questions that ask for a figure, each with its dated answers: the newest figure first, in both orders."""
    found = []
    for question in knowledge.questions.values():
        figures = [
            Figure(question, system, answer)
            for system in knowledge.systems
            if question.figure and (answer := system.answers.get(question.id)) and answer.as_of
        ]
        if figures:
            found.append((question, sorted(figures, key=_day, reverse=True)))
    return sorted(found, key=lambda pair: _day(pair[1][0]), reverse=True)


def _day(figure: Figure):
    return figure.answer.as_of
