"""Where a value stands in the data: file, line and column, kept beside the value itself."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass


@dataclass(frozen=True, order=True)
class Place:
    """A point in a file. ``line`` and ``column`` count from 1; ``file`` is relative to the project."""

    file: str
    line: int = 1
    column: int = 1

    def __str__(self) -> str:
        return f"{self.file}:{self.line}:{self.column}"


class LocatedMap(dict):
    """A mapping read from YAML that remembers where it, its keys and its values stand."""

    def __init__(self, place: Place):
        super().__init__()
        self.place = place
        self.key_places: dict[str, Place] = {}
        self.value_places: dict[str, Place] = {}


class LocatedList(list):
    """A list read from YAML that remembers where it and its items stand."""

    def __init__(self, place: Place):
        super().__init__()
        self.place = place
        self.value_places: list[Place] = []


class LocatedText(str):
    """A text over several lines (``|`` or ``>``) that remembers where its first line begins."""

    def __new__(cls, words: str, place: Place, folded: bool):
        made = super().__new__(cls, words)
        made.place, made.folded = place, folded
        return made

    def place_at(self, position: int) -> Place:
        """Where the line with the character at ``position`` is written; of a folded paragraph, its first line."""
        lines = self.count("\n", 0, position) * (2 if self.folded else 1)
        return Place(self.place.file, self.place.line + lines, self.place.column)


def place_of(value: object, path: tuple | list, at_key: bool = False) -> Place | None:
    """The place of the value found by following ``path`` (keys and indexes) from ``value``.

    Steps that do not exist are passed over, so that the answer is the nearest enclosing place.
    With ``at_key`` the last step's key is meant rather than its value.
    """
    place = getattr(value, "place", None)
    for step, part in enumerate(path):
        last = step == len(path) - 1
        if isinstance(value, LocatedMap) and part in value:
            place = (value.key_places if at_key and last else value.value_places)[part]
            value = value[part]
        elif isinstance(value, LocatedList) and isinstance(part, int) and part < len(value):
            place = value.value_places[part]
            value = value[part]
    return place


def places_in(value: object) -> Iterator[Place]:
    """Every place inside a located value: its own, those of its keys and of everything they hold."""
    if not isinstance(value, (LocatedMap, LocatedList)):
        return
    yield value.place
    if isinstance(value, LocatedMap):
        yield from value.key_places.values()
        yield from value.value_places.values()
    else:
        yield from value.value_places
    for inner in value.values() if isinstance(value, LocatedMap) else value:
        yield from places_in(inner)
