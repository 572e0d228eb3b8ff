"""The ways through the helper: which answers lead to each of its pages.

A page that several answers lead to cannot know, without a script, which of them its reader gave. So every way has an
anchor of its own on the page, links carry it along, and the style sheet shows the way whose anchor is asked for.
"""

from __future__ import annotations

from dataclasses import dataclass

from ..knowledge.records import Choose, ChooseQuestion, Option


@dataclass(frozen=True)
class Way:
    """Answers given one after the other, from the first question on."""

    steps: tuple[tuple[ChooseQuestion, Option], ...] = ()

    @property
    def anchor(self) -> str:
        """The anchor of this way on the page that it leads to; empty where nothing has been answered yet."""
        return "via-" + ".".join(option.id for _, option in self.steps) if self.steps else ""

    @property
    def before(self) -> Way:
        """The way to the question that was answered last."""
        return Way(self.steps[:-1])

    def then(self, question: ChooseQuestion, option: Option) -> Way:
        """This way and one answer more."""
        return Way((*self.steps, (question, option)))

    def answers(self) -> list[tuple[ChooseQuestion, Option, Way]]:
        """Each question with the answer given to it and the way that leads there."""
        return [(question, option, Way(self.steps[:number])) for number, (question, option) in enumerate(self.steps)]


def ways(choose: Choose) -> dict[str, list[Way]]:
    """Every way to every page of the helper, by ``question:<id>`` and ``result:<id>``, the shortest first.

    The tree has no loops: a rule of the knowledge sees to that.
    """
    questions = {question.id: question for question in choose.questions}
    found: dict[str, list[Way]] = {f"question:{choose.questions[0].id}": [Way()]}
    waiting = [(choose.questions[0], Way())]
    for question, way in waiting:
        for option in question.options:
            onward = way.then(question, option)
            following = option.to.question
            found.setdefault(f"question:{following}" if following else f"result:{option.to.result}", []).append(onward)
            if following:
                waiting.append((questions[following], onward))
    return found
