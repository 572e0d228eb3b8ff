"""What has to be looked after, as Markdown in every language: the text of the one issue that is kept about it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from ..editing.github import cell
from ..knowledge import Knowledge
from ..knowledge.problems import Problem
from ..site.settings import Settings
from ..tool_words import said
from .expiring import ENDED, UNREAD, already_ended
from .links import Finding

#: Letters of a report; GitHub refuses an issue of more than 65,536.
MOST_LETTERS = 60_000
#: The parts of the report in its order: a heading in tool_words.yml, and the rules whose findings stand under it.
_PARTS = (
    ("upkeep_soon", (ENDED,)),
    ("upkeep_links", ("link-gone", "link-home", "link-fails", "link-refused")),
    ("upkeep_exceptions", ("link-exception-not-needed",)),
    ("upkeep_ended", (ENDED,)),
    ("upkeep_unread", (UNREAD,)),
    ("upkeep_notices", ("link-moved", "link-certificate")),
)


@dataclass(frozen=True)
class _Item:
    problem: Problem
    address: str = ""


def report(
    knowledge: Knowledge, settings: Settings, ending: Iterable[Problem], links: Iterable[Finding], days: int
) -> str:
    """The findings by what is to be done about them, the most urgent first; empty when there is nothing to do."""
    soon = [_Item(one) for one in ending if not already_ended(one, knowledge)]
    ended = [_Item(one) for one in ending if already_ended(one, knowledge)]
    found = [_Item(one.problem, one.address) for one in links]
    items = {"upkeep_soon": soon, "upkeep_ended": ended, "upkeep_unread": soon}
    lines: list[str] = []
    for heading, rules in _PARTS:
        for rule in rules:
            of_rule = [one for one in items.get(heading, found) if one.problem.rule == rule]
            lines += _part(heading, of_rule, knowledge.languages, settings, days) if of_rule else []
    if not lines:
        return ""
    return _short_enough([*lines, *_foot(knowledge)], knowledge.languages)


def _part(heading: str, items: list[_Item], languages: list[str], settings: Settings, days: int) -> list[str]:
    title = " · ".join(said(heading, language, days=days) for language in languages)
    mending = [f"> {cell(' · '.join(filter(None, items[0].problem.parts(language)[1:])))}" for language in languages]
    return [
        f"### {title} ({len(items)})",
        "",
        *_with_breaks(mending),
        "",
        *(_line(one, languages, settings) for one in items),
        "",
    ]


def _line(item: _Item, languages: list[str], settings: Settings) -> str:
    place = item.problem.place
    where = f"`{place.file}:{place.line}`"
    edit = settings.edit_url(place)
    told = " · ".join(cell(item.problem.parts(language)[0]) for language in languages)
    told = told.replace("@", "@\u2060")  # the words of a server call nobody
    return f"- [ ] {f'[{where}]({edit})' if edit else where} {told}" + (f" · <{item.address}>" if item.address else "")


def _with_breaks(lines: list[str]) -> list[str]:
    return [f"{line}  " for line in lines[:-1]] + lines[-1:]


def _foot(knowledge: Knowledge) -> list[str]:
    day = knowledge.today.isoformat()
    return ["---", *_with_breaks([said("upkeep_foot", language, day=day) for language in knowledge.languages])]


def _short_enough(lines: list[str], languages: list[str]) -> str:
    """The lines as one text; from the end, items are left out until it is short enough, and their number is told."""
    left_out = 0
    while len(text := "\n".join(lines)) > MOST_LETTERS:
        last = max(at for at, line in enumerate(lines) if line.startswith("- [ ] "))
        del lines[last]
        left_out += 1
    more = " · ".join(said("more", language, number=left_out) for language in languages)
    return f"{text}\n\n{more}\n" if left_out else f"{text}\n"
