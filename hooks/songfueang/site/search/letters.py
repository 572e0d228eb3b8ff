"""Lists from the first letter of the dictionary to the last: of terms, and of all that can be found, for whoever has no script."""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import TypeVar

from ..collation import collation_key
from .entries import Entry, scripts

Thing = TypeVar("Thing")
#: Stands over what begins with no letter.
DIGITS = "0–9"


@dataclass
class Listed:
    """One line: an entry, and the others that answer the same question elsewhere."""

    entry: Entry
    others: list[Entry] = field(default_factory=list)


@dataclass
class Letter:
    """A letter and what begins with it."""

    name: str
    lines: list[Listed] = field(default_factory=list)


def letters(entries: list[Entry]) -> list[Letter]:
    """Entries under their first letters; what answers the same question elsewhere shares a line."""
    lines: list[Listed] = []
    leading: dict[str, Listed] = {}
    for entry in entries:
        if entry.deep:
            continue
        if entry.group in leading:
            leading[entry.group].others.append(entry)
            continue
        lines.append(Listed(entry))
        if entry.group:
            leading[entry.group] = lines[-1]
    return [Letter(name, found) for name, found in by_letter(lines, lambda line: line.entry.title).items()]


def by_letter(things: Iterable[Thing], called: Callable[[Thing], str]) -> dict[str, list[Thing]]:
    """Things under their first letters in dictionary order.

    The script in which most are written comes first, what begins with a digit or sign last.
    """
    named = [(called(thing), thing) for thing in things]
    often = Counter(script_of(name) for name, _ in named)
    named.sort(key=lambda pair: (-often[script_of(pair[0])], collation_key(_lettered(pair[0]))))
    found: dict[str, list[Thing]] = {}
    for name, thing in named:
        found.setdefault(first_letter(name), []).append(thing)
    return dict(sorted(found.items(), key=lambda pair: pair[0] == DIGITS))


def first_letter(title: str) -> str:
    """The letter under which a dictionary has ``title``: a vowel written before its consonant does not count."""
    for letter in _lettered(title):
        category = unicodedata.category(letter)
        if category == "Nd":
            return DIGITS
        if category[0] == "L" and not "\u0e40" <= letter <= "\u0e44":
            return letter.upper()
    return DIGITS


def _lettered(title: str) -> str:
    """``title`` without the quotation marks or brackets that it begins with."""
    return title.lstrip("“‘\"'([ ")


def script_of(title: str) -> str:
    """The script in which ``title`` begins, as Unicode names it; DIGITS for what begins with no letter."""
    letter = first_letter(title)
    return DIGITS if letter == DIGITS else min(scripts(letter))
