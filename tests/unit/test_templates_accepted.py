"""Every template of the guides for editors is accepted where the guides say it goes."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from guides import ALL, GUIDES, MORE_KINDS, ROOT

from songfueang.editing.adding import KINDS
from songfueang.knowledge import read
from songfueang.knowledge.problems import Problem, Severity

#: The day on which the templates are pasted: their ends are still to come.
TODAY = date(2026, 12, 1)
#: What is told of good data that somebody has to go on with.
GO_ON = {"unanswered", "unused-source", "has-ended", "old-check"}


# pasting, as the guides say


def at_the_end(file: str) -> Callable[[Path, str], None]:
    def paste(root: Path, text: str) -> None:
        path = root / file
        before = path.read_text(encoding="utf-8")
        if before.rstrip().endswith("\n[]"):  # nothing there yet: the guide says to paste over it
            path.write_text(before.rstrip()[:-2] + text, encoding="utf-8")
        else:
            path.write_text(f"{before.rstrip()}\n\n{text}", encoding="utf-8")

    return paste


def below(file: str, line: str) -> Callable[[Path, str], None]:
    return beside(file, line, lambda line, text: f"{line}\n{text}")


def above(file: str, line: str) -> Callable[[Path, str], None]:
    return beside(file, line, lambda line, text: f"{text}\n{line}\n")


def beside(file: str, line: str, joined: Callable[[str, str], str]) -> Callable[[Path, str], None]:
    def paste(root: Path, text: str) -> None:
        before = (root / file).read_text(encoding="utf-8")
        assert f"\n{line}\n" in before
        (root / file).write_text(before.replace(f"\n{line}\n", f"\n{joined(line, text)}", 1), encoding="utf-8")

    return paste


def new_file(folder: str, name: str) -> Callable[[Path, str], None]:
    return lambda root, text: (root / folder / name).write_text(text, encoding="utf-8") and None


def by_date(file: str, newest_first: bool) -> Callable[[Path, str], None]:
    """Before the first record that comes later in the list, by its date."""

    def paste(root: Path, text: str) -> None:
        own = re.search(r"date: \"?([\d-]+)", text)[1]
        parts = re.split(r"(?=^- id: )", (root / file).read_text(encoding="utf-8"), flags=re.MULTILINE)
        dates = [re.search(r"date: \"?([\d-]+)", part) for part in parts]
        later = (at for at, day in enumerate(dates) if day and (day[1] <= own if newest_first else day[1] > own))
        parts.insert(next(later, len(parts)), f"{text}\n")
        (root / file).write_text("".join(parts), encoding="utf-8")

    return paste


PASTE = {
    "faq": at_the_end("data/faq/basics.yml"),
    "topic": new_file("data/faq", "markets-and-fairs.yml"),
    "term": at_the_end("data/glossary.yml"),
    "source": at_the_end("data/sources.yml"),
    "system": new_file("data/systems", "sample-system.yml"),
    "answer": below("data/systems/otop.yml", "answers:"),
    "group": at_the_end("data/questions.yml"),
    "question": below("data/questions.yml", "  questions:"),
    "guide": new_file("data/guides", "first-stall.yml"),
    "step": below("data/guides/yearly-notice.yml", "steps:"),
    "need": below("data/guides/yearly-notice.yml", "needs:"),
    "deadline": below("data/guides/yearly-notice.yml", "deadlines:"),
    "story": at_the_end("data/stories.yml"),
    "event": by_date("data/timeline.yml", newest_first=False),
    "neighbour": at_the_end("data/neighbours.yml"),
    "relation": at_the_end("data/relations.yml"),
    "gift": below("data/relations.yml", "  gives:"),
    "choose-question": above("data/choose.yml", "results:"),
    "option": below("data/choose.yml", "    options:"),
    "choose-result": at_the_end("data/choose.yml"),
    "change": by_date("data/changes.yml", newest_first=True),
    "search": below("data/search.yml", "same:"),
    "exception": at_the_end("data/exceptions.yml"),
    "link-exception": at_the_end("data/link-exceptions.yml"),
}
#: What the guides say comes together.
TOGETHER = {
    "answer": ("question",),
    "exception": ("faq",),
    "choose-question": ("option", "choose-result"),
    "option": ("choose-question", "choose-result"),
    "choose-result": ("choose-question", "option"),
}


def told(root: Path) -> list[Problem]:
    """Every problem, and every notice but those about what somebody has to go on with."""
    return [one for one in read(root, TODAY)[1] if one.severity is not Severity.NOTICE or one.rule not in GO_ON]


def more(now: list[Problem], before: list[Problem]) -> list[str]:
    """What is told now of rules that were kept more often before; pasting moves the places of the rest."""
    grown = Counter(one.rule for one in now) - Counter(one.rule for one in before)
    return [str(one) for one in now if one.rule in grown]


@pytest.fixture(scope="module")
def before() -> list[Problem]:
    """What is told of the project's own data."""
    return told(ROOT)


@pytest.mark.parametrize("called", ALL["en"])  # the guides' templates are the same but for their comments: see below
def test_a_template_is_accepted_where_the_guide_says_it_goes(project, before, called):
    for kind in (called, *TOGETHER.get(called, ())):
        text = ALL["en"][kind].text
        if kind == "faq" and called == "exception":  # what the exception is for
            text = text.replace("May one group use two names?", "May 1 group use 2 names?")
        PASTE[kind](project, text)
    assert more(told(project), before) == []
    assert read(project, TODAY)[0] is not None


@pytest.mark.parametrize("language", GUIDES)
def test_all_templates_together_are_accepted(project, before, language):
    for kind, paste in PASTE.items():
        if kind != "exception":
            paste(project, ALL[language][kind].text)
    assert more(told(project), before) == []


def test_a_template_with_a_mistake_would_be_found(project):
    """The tests above can fail: a template without its source, or in the wrong place, is told."""
    text = ALL["en"]["faq"].text
    at_the_end("data/faq/basics.yml")(project, text.replace("doae-registering", "no-such-source"))
    at_the_end("data/glossary.yml")(project, text)
    rules = {found.rule for found in read(project, TODAY)[1]}
    assert {"unknown-id", "broken-yaml"} <= rules or {"unknown-id", "wrong-indent"} <= rules


def test_both_guides_have_a_template_for_every_kind_that_there_is():
    kinds = set(KINDS) | set(MORE_KINDS)
    assert set(PASTE) == kinds
    for language in GUIDES:
        assert set(ALL[language]) == kinds
    assert list(ALL["th"]) == list(ALL["en"])


def test_both_guides_say_the_same_in_their_templates_but_for_the_comments():
    def bare(text: str) -> str:
        return re.sub(r" {2,}# .*", "", text)

    for kind, template in ALL["en"].items():
        assert bare(template.text) == bare(ALL["th"][kind].text), kind
        assert template.value == ALL["th"][kind].value, kind
