"""The ids that stand in the data, read without any rule, so that they are known while the data has mistakes."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from ..knowledge.layout import SHELVES
from ..knowledge.places import LocatedList, LocatedMap, Place
from ..knowledge.yaml_reading import read_yaml

#: kind -> (shelf, the key inside the shelf's record that holds records of this kind; empty: the shelf's own records)
WHERE = {
    "system": ("systems", ""),
    "group": ("groups", ""),
    "question": ("groups", "questions"),
    "source": ("sources", ""),
    "relation": ("relations", ""),
    "gift": ("relations", "gives"),
    "topic": ("topics", ""),
    "entry": ("topics", "entries"),
    "guide": ("guides", ""),
    "choose question": ("choose", "questions"),
    "choose result": ("choose", "results"),
    "story": ("stories", ""),
    "term": ("terms", ""),
    "event": ("events", ""),
    "neighbour": ("neighbours", ""),
}

#: The keys under which records say what they are called.
_CALLED_BY = ("name", "term", "title", "ask", "text", "what")


class Ids:
    """``ids["source"]``: the ids of a kind of record, in the order of the data."""

    def __init__(self, root: Path):
        self._data = root / "data"
        self._read: dict[str, list[LocatedMap]] = {}

    def __getitem__(self, kind: str) -> list[str]:
        return list(self.places(kind))

    def places(self, kind: str, old: bool = False) -> dict[str, Place]:
        """Where each id of a kind stands, with ``old`` also those that renames left behind."""
        shelf, inside = WHERE[kind]
        found: dict[str, Place] = {}
        for record in self._records(shelf):
            for one in _inside(record, inside):
                name = one.get("id")
                if isinstance(name, str) and name:
                    found.setdefault(name, one.value_places["id"])
                for former in one.get("was", []) if old and isinstance(one.get("was"), LocatedList) else []:
                    found.setdefault(str(former), one.value_places["was"])
        return found

    def labels(self, kind: str) -> dict[str, str]:
        """What each record of a kind is called, in every language, by its id."""
        shelf, inside = WHERE[kind]
        found: dict[str, str] = {}
        for record in self._records(shelf):
            for one in _inside(record, inside):
                if isinstance(one.get("id"), str) and one["id"]:
                    words = next((one[key] for key in _CALLED_BY if isinstance(one.get(key), LocatedMap)), {})
                    found.setdefault(one["id"], " · ".join(str(said) for said in words.values()))
        return found

    def _records(self, name: str) -> list[LocatedMap]:
        if name not in self._read:
            shelf = next(shelf for shelf in SHELVES if shelf.name == name)
            self._read[name] = []
            for path in sorted(self._data.glob(shelf.path)):
                shown = f"data/{path.relative_to(self._data).as_posix()}"
                value, _ = read_yaml(path, shown)
                if shelf.shape == "file":
                    value = value if isinstance(value, LocatedMap) else LocatedMap(Place(shown))
                    value["id"], value.value_places["id"] = path.stem, Place(shown)
                items = value if isinstance(value, LocatedList) else [value]
                self._read[name] += [item for item in items if isinstance(item, LocatedMap)]
        return self._read[name]


def _inside(record: LocatedMap, key: str) -> Iterator[LocatedMap]:
    if not key:
        yield record
        return
    items = record.get(key)
    yield from (item for item in items or [] if isinstance(item, LocatedMap)) if isinstance(items, LocatedList) else ()
