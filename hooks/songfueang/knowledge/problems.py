"""What is wrong with the data, and how it is told.

A rule says *which* problem it found, *where*, and the words that fill the message; the messages themselves
(what is, what was expected, how to mend it, in every language) stand in ``messages.yml``.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cache
from pathlib import Path

import yaml

from .nearest import nearest
from .places import Place


class Severity(StrEnum):
    """How far a problem may go."""

    ERROR = "error"  # stops everything
    UNTRANSLATED = "untranslated"  # stops a build; the preview shows the other language with a note
    NOTICE = "notice"  # told, stops nothing


@dataclass(frozen=True)
class Problem:
    """One thing that is wrong. ``rule`` names its message; ``slots`` are the words that fill it."""

    rule: str
    place: Place
    slots: dict[str, str] = field(default_factory=dict, hash=False)
    severity: Severity = Severity.ERROR

    def parts(self, language: str = "en") -> tuple[str, str, str]:
        """(what is, what was expected, how to mend it) in ``language``; parts may be empty."""
        message = messages()[self.rule]
        filled = _Filling({key: called(value, language) for key, value in self.slots.items()})
        near = filled.get("nearest", "'")
        if not near.startswith("'") and "{nearest}" in message.get("mend", {}).get("en", ""):
            message = message | {"mend": messages()["nothing-near"]["mend"] if near != "–" else {"en": ""}}
        return tuple(
            message[part].get(language, message[part]["en"]).format_map(filled) if part in message else ""
            for part in ("what", "expected", "mend")
        )

    def __str__(self) -> str:
        return self.told()

    def told(self, language: str = "en") -> str:
        """``file:line:column: what is · what was expected · how to mend it``, on one line."""
        return f"{self.place}: {self.said(language)}"

    def said(self, language: str = "en") -> str:
        """``what is · what was expected · how to mend it``, without the place."""
        return " · ".join(part for part in self.parts(language) if part)


class Failed(Exception):
    """Raised when problems stop the work; carries all of them."""

    def __init__(self, problems: list[Problem]):
        super().__init__(f"{len(problems)} problems")
        self.problems = problems

    def __str__(self) -> str:
        return "\n".join(str(problem) for problem in self.problems)


def problem(rule: str, place: Place | None, severity: Severity = Severity.ERROR, **slots: object) -> Problem:
    """A problem with its slots made into text; one line each, long values cut short."""
    return Problem(rule, place or Place("data"), {key: _short(value) for key, value in slots.items()}, severity)


#: What else is told at the same place only follows from these.
_SAY_ALL = {"empty-value", "empty-item", "curly-quotes", "unquoted", "unquoted-yes-or-no", "half-line"}


def in_order(problems: Iterable[Problem]) -> list[Problem]:
    """Each problem once, by place; of a value that is not there, or stands in curly quotes, nothing else is told."""
    problems = list(problems)
    alone = {found.place for found in problems if found.rule in _SAY_ALL}
    kept = {found for found in problems if found.rule in _SAY_ALL or found.place not in alone}
    return sorted(kept, key=lambda found: (found.place, found.rule))


def suggestion(typed: str, known: Iterable[str], most: int = 5) -> str:
    """The known word nearest to ``typed`` in quotation marks, or the first ``most`` of those there are."""
    known = sorted(str(word) for word in known)
    found = nearest(typed, known)
    return f"'{found}'" if found else ", ".join([*known[:most], "…"] if len(known) > most else known) or "–"


def called(value: str, language: str) -> str:
    """What ``language`` calls a kind of record or value; any other value stays as it is."""
    return _called().get(value, {}).get(language, value)


@cache
def _called() -> dict[str, dict[str, str]]:
    return yaml.safe_load((Path(__file__).parent / "called.yml").read_text(encoding="utf-8"))


@cache
def messages() -> dict:
    """Every message by rule: ``{rule: {what|expected|mend: {language: text}}}``."""
    return yaml.safe_load((Path(__file__).parent / "messages.yml").read_text(encoding="utf-8"))


def _short(value: object, most: int = 120) -> str:
    text = " ".join(str(value).split())
    return text if len(text) <= most else text[: most - 1] + "…"


class _Filling(dict):
    def __missing__(self, key: str) -> str:
        return "{" + key + "}"
