"""Mends in the files what can be mended without a human: nothing changes that a reader of the site would see.

Layout and comments stay byte for byte where nothing is mended. A file is written only when, read again, it holds the
values it held before (in their right form); else it is left alone.
"""

from __future__ import annotations

import re
from codecs import BOM_UTF8
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import yaml

from ..knowledge.characters import put_right
from ..knowledge.key_order import out_of_order
from ..knowledge.places import LocatedList, LocatedMap, Place
from ..knowledge.problems import Problem
from ..knowledge.read import read, read_what_is_there
from ..knowledge.yaml_reading import MOST_BYTES, read_text, with_plain_line_ends
from .reordering import reordered

_THAI_DIGITS = str.maketrans("๐๑๒๓๔๕๖๗๘๙", "0123456789")
_DAY_FIRST = re.compile(r"(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})\Z", re.ASCII)
_YEAR_FIRST = re.compile(r"(\d{4})[/.-](\d{1,2})[/.-](\d{1,2})\Z", re.ASCII)
_YEAR_ALONE = re.compile(r"(\d{4})(?:[/.-](\d{1,2}))?\Z", re.ASCII)
_BUDDHIST_YEARS = range(2400, 2700)
_ERA_GAP = 543


@dataclass(frozen=True)
class Mended:
    """One thing that was mended: where, what kind of thing, what it was and what it is now."""

    place: Place
    what: str
    before: str = ""
    after: str = ""


def fix(root: Path) -> list[Mended]:
    """Mend the data and the pages below ``root`` in place, and tell everything that was changed."""
    done: list[Mended] = []
    files = sorted([*(root / "data").rglob("*.yml"), *(root / "docs").rglob("*.md")])
    for path in files:
        done += _letters(path, path.relative_to(root).as_posix())
    for found in reversed(read(root)[1]):  # from the end of a line to its beginning: columns stay right
        if found.rule in ("not-a-day", "not-a-date", "buddhist-era") and (mended := _date(root, found)):
            done.append(mended)
    return done + sorted(_key_order(root), key=lambda one: one.place)


def _key_order(root: Path) -> list[Mended]:
    """Put the keys of every record into their usual order; inner records and later lines first, so that places stay right."""
    knowledge, _ = read_what_is_there(root)
    unsorted = [record for record in knowledge.records() if out_of_order(record)] if knowledge else []
    done = []
    for record in sorted(unsorted, key=lambda record: record.place_at(), reverse=True):
        place = record.place_at()
        path = root / place.file
        before = path.read_text(encoding="utf-8")
        lines = reordered(before.split("\n"), record)
        after = "\n".join(lines) if lines else before
        if after != before and _same(before, after, place.file, in_any_order=True):
            path.write_text(after, encoding="utf-8", newline="")
            done.append(Mended(place, "order", getattr(record, "id", "") or record.called))
    return done


def _letters(path: Path, shown: str) -> list[Mended]:
    """Line ends, the byte-order mark, look-alike letters and, in data, spaces at the end of lines."""
    raw = path.read_bytes()
    try:
        before = raw.decode("utf-8-sig")
    except UnicodeDecodeError:
        return []
    if len(raw) > MOST_BYTES:
        return []
    done = []
    if raw.startswith(BOM_UTF8):
        done.append(Mended(Place(shown), "byte-order-mark"))
    text = with_plain_line_ends(before)
    if text != before:
        done.append(Mended(Place(shown), "windows-line-ends"))
    lines = text.split("\n")
    for number, line in enumerate(lines, start=1):
        if (right := put_right(line)) != line:
            done.append(_changed(shown, number, line, right))
            lines[number - 1] = right
    if path.suffix == ".yml" and _same(text, right_text := "\n".join(lines), shown):
        text = right_text
        without, numbers = _without_trailing_spaces(text)
        if numbers and _same(text, without, shown):
            done.append(Mended(Place(shown, numbers[0]), "trailing-spaces", f"{len(numbers)}", ""))
            text = without
    else:
        text = "\n".join(lines)
    if done:
        path.write_bytes(text.encode())
    return done


def _changed(shown: str, number: int, line: str, right: str) -> Mended:
    """Where two versions of a line begin to differ, with the words around it."""
    start = next((at for at, (old, new) in enumerate(zip(line, right, strict=False)) if old != new), len(right))
    begin = line.rfind(" ", 0, start) + 1
    return Mended(Place(shown, number, start + 1), "letters", _code(line[begin : start + 8]), right[begin : start + 8])


def _code(words: str) -> str:
    """``words`` with what cannot be seen written out."""
    return re.sub(
        "[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]", lambda match: f"<U+{ord(match[0]):04X}>", words
    )


def _without_trailing_spaces(text: str) -> tuple[str, list[int]]:
    """(the text without spaces at the ends of its lines, the lines' numbers); texts over several lines keep theirs."""
    try:
        events = [event for event in yaml.parse(text) if isinstance(event, yaml.ScalarEvent)]
    except yaml.YAMLError:
        return text, []
    kept = {
        number
        for event in events
        if event.end_mark.line > event.start_mark.line
        for number in range(event.start_mark.line + 1, event.end_mark.line + 1)
    }
    lines = text.split("\n")
    numbers = [index + 1 for index, line in enumerate(lines) if line != line.rstrip(" ") and index not in kept]
    for number in numbers:
        lines[number - 1] = lines[number - 1].rstrip(" ")
    return "\n".join(lines), numbers


def _same(before: str, after: str, shown: str, in_any_order: bool = False) -> bool:
    """Whether two versions of a data file hold the same values, look-alikes (and perhaps the order of keys) apart."""
    old, _ = read_text(before, shown)
    new, _ = read_text(after, shown)
    return _plain(old, in_any_order) == _plain(new, in_any_order)


def _plain(value: object, in_any_order: bool) -> object:
    if isinstance(value, LocatedMap):
        pairs = [(put_right(key), _plain(inner, in_any_order)) for key, inner in value.items()]
        return dict(pairs) if in_any_order else pairs
    if isinstance(value, LocatedList):
        return [_plain(inner, in_any_order) for inner in value]
    return put_right(value) if isinstance(value, str) else value


def _date(root: Path, found: Problem) -> Mended | None:
    """Rewrite the date that ``found`` is about, where it can only mean one day."""
    typed = found.slots["value"]
    meant = meant_date(typed, whole_day=found.rule == "not-a-day")
    if meant in (None, typed):
        return None
    path = root / found.place.file
    lines = path.read_text(encoding="utf-8").split("\n")
    line, start = lines[found.place.line - 1], found.place.column - 1
    start += line[start : start + 1] in ("'", '"')
    if line[start : start + len(typed)] != typed:
        return None
    lines[found.place.line - 1] = line[:start] + meant + line[start + len(typed) :]
    path.write_bytes("\n".join(lines).encode())
    return Mended(found.place, "date", typed, meant)


def meant_date(typed: str, whole_day: bool = False) -> str | None:
    """The ISO date that ``typed`` can only mean: ``1/10/2568`` is 2025-10-01; None where it may mean two days.

    A year of the Buddhist era is written by Thai hands, day first. With a Gregorian year the order of day and month
    is only certain when one of them is over 12, or both are the same.
    """
    plain = typed.strip().translate(_THAI_DIGITS)
    if match := _DAY_FIRST.match(plain):
        first, second, year = (int(part) for part in match.groups())
        if year in _BUDDHIST_YEARS or first > 12 or first == second:
            return _iso(year, second, first)
        return _iso(year, first, second) if second > 12 else None
    if match := _YEAR_FIRST.match(plain):
        return _iso(*(int(part) for part in match.groups()))
    if (match := _YEAR_ALONE.match(plain)) and not whole_day:
        year, month = int(match.group(1)), match.group(2)
        whole = _iso(year, int(month or 1), 1)
        return whole and whole[: 7 if month else 4]
    return None


def _iso(year: int, month: int, day: int) -> str | None:
    try:
        return date(year - _ERA_GAP if year in _BUDDHIST_YEARS else year, month, day).isoformat()
    except ValueError:
        return None
