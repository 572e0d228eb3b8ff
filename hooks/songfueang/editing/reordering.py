"""Puts the keys of records into their usual order, each with its lines and the comments above it."""

from __future__ import annotations

import re

from ..knowledge.key_order import written_order
from ..knowledge.records import Record

_BEGINS_ITEM = re.compile(r"( *)- +(?=\S)")
#: How lines of a value may begin that stand as far out as its key: items, also one that is commented out, and brackets.
_GOES_ON = re.compile(r"- |-$|\]|\}|# *- ")


def reordered(lines: list[str], record: Record) -> list[str] | None:
    """The file's ``lines`` with the record's keys in order; None when they cannot be moved as whole lines.

    The number of lines stays the same.
    """
    keys = record.keys_on_lines()
    places = {key: record.place_at(key, at_key=True) for key in keys}
    if len({place.column for place in places.values()}) != 1:
        return None
    column = places[keys[0]].column
    starts = [places[key].line - 1 for key in keys]
    if any(lines[start][: column - 1].strip() for start in starts[1:]):
        return None
    begins = [starts[0], *(_with_comments(lines, start, column) for start in starts[1:])]
    end = _end(lines, starts[-1], column)
    chunks = {key: lines[begin:until] for key, begin, until in zip(keys, begins, [*begins[1:], end], strict=True)}
    if found := _BEGINS_ITEM.match(chunks[keys[0]][0]):  # the hyphen stays where the record begins
        chunks[keys[0]][0] = " " * found.end() + chunks[keys[0]][0][found.end() :]
    order = written_order(type(record))
    sorted_keys = sorted(keys, key=lambda key: order.index(key) if key in order else len(order))
    moved = [line for key in sorted_keys for line in chunks[key]]
    if found:
        if moved[0].lstrip().startswith("#"):  # a comment would begin the record
            return None
        moved[0] = found.group() + moved[0][found.end() :]
    return [*lines[: begins[0]], *moved, *lines[end:]]


def _with_comments(lines: list[str], start: int, column: int) -> int:
    """The first of the comment lines right above line ``start``, whose key stands in ``column``.

    A line that begins with ``#`` further inside may be part of a text; an item of a list that is commented out belongs to
    the list above.
    """
    while re.match(rf" {{{column - 1}}}#(?! *- )", lines[start - 1]):
        start -= 1
    return start


def _end(lines: list[str], start: int, column: int) -> int:
    """The line behind the last one of the value that begins in line ``start``, whose key stands in ``column``."""
    end = start + 1
    for number in range(start + 1, len(lines)):
        line = lines[number]
        indent = len(line) - len(line.lstrip(" "))
        if not line.strip():
            continue
        if indent < column and not (indent == column - 1 and _GOES_ON.match(line.lstrip())):
            break
        end = number + 1
    return end
