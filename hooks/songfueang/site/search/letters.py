"""Everything that can be found, from the first letter of the dictionary to the last: the search of whoever has no script."""

from __future__ import annotations

import unicodedata
from collections import Counter
from dataclasses import dataclass, field

from ..collation import collation_key
from .entries import Entry, scripts

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
    """Entries under their first letters in dictionary order; the script in which most are written comes first."""
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
    often = Counter(_script(line.entry.title) for line in lines)
    lines.sort(key=lambda line: (-often[_script(line.entry.title)], collation_key(_lettered(line.entry.title))))
    found: dict[str, Letter] = {}
    for line in lines:
        name = first_letter(line.entry.title)
        found.setdefault(name, Letter(name)).lines.append(line)
    return sorted(found.values(), key=lambda letter: letter.name == DIGITS)


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


def _script(title: str) -> str:
    letter = first_letter(title)
    return DIGITS if letter == DIGITS else min(scripts(letter))
