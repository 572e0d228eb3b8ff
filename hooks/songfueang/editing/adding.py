"""Where a new record is put: a file of its own, or the end of a list, with everything else left as it is."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path

import yaml

from ..knowledge.layout import SHELVES, Shelf
from ..knowledge.places import Place
from ..knowledge.problems import Failed, problem, suggestion
from ..knowledge.read import languages_of
from ..knowledge.records import Entry, Gift, Question, Record, Step
from ..knowledge.yaml_reading import read_yaml
from .ids import Ids
from .schema import first_line
from .skeleton import Given, Skeleton


@dataclass(frozen=True)
class Kind:
    """A kind of record that can be added: its shelf, and for records inside others the list that holds them."""

    called: str
    ids: str
    shelf: str
    inside: str = ""
    inner: type[Record] | None = None


#: What may be added, by the word for it on the command line.
KINDS = {
    "faq": Kind("FAQ topic", "entry", "topics", "entries", Entry),
    "topic": Kind("FAQ topic", "topic", "topics"),
    "term": Kind("term", "term", "terms"),
    "source": Kind("source", "source", "sources"),
    "system": Kind("system", "system", "systems"),
    "guide": Kind("guide", "guide", "guides"),
    "step": Kind("guide", "", "guides", "steps", Step),
    "story": Kind("story", "story", "stories"),
    "event": Kind("event", "event", "events"),
    "neighbour": Kind("neighbouring form", "neighbour", "neighbours"),
    "relation": Kind("relation", "relation", "relations"),
    "gift": Kind("relation", "gift", "relations", "gives", Gift),
    "group": Kind("question group", "group", "groups"),
    "question": Kind("question group", "question", "groups", "questions", Question),
}

#: Kinds that share a page, and so may not share an id.
SHARED = {"relation": ("relation", "gift"), "gift": ("relation", "gift")}


def add(root: Path, word: str, name: str, parent: str | None, given: Given, comments: bool = True) -> Place:
    """Write a new record called ``name``; ``parent`` is the id of the record that it goes into, where it goes into one.

    Returns where it begins. Raises Failed when the id is taken or no id, or there is no such parent; UnknownKey for
    a value of a key that the record does not have.
    """
    kind = KINDS[word]
    shelf = next(shelf for shelf in SHELVES if shelf.name == kind.shelf)
    ids = Ids(root)
    record = kind.inner or shelf.record
    lines = _skeleton(root, ids, comments).record(record, {"id": name, **given})
    data = root / "data"
    if shelf.shape == "file" and kind.inner is None:
        path = data / shelf.path.replace("*", name)
        _refuse_taken(kind, name, ids)
        path.parent.mkdir(parents=True, exist_ok=True)
        head = first_line(path.relative_to(data).as_posix())
        path.write_text("\n".join([head, *lines[1:], ""]), encoding="utf-8")  # the file's name is the id
        return _place(root, path, 2)
    path = _file(root, data, shelf, kind, parent, ids)
    where = _list_in(path, shelf, kind, parent)
    if kind.ids:
        _refuse_taken(kind, name, ids)
    elif name in where.names:
        raise Failed([problem("id-twice", _place(root, path, 1), called=word, id=name, first=path.name)])
    at = where.before_later(given.get("date")) if kind.shelf == "events" else where.end
    return _place(root, path, where.insert(lines, at))


def _skeleton(root: Path, ids: Ids, comments: bool) -> Skeleton:
    choices = dict.fromkeys(("systems", "from", "to"), ids["system"])
    return Skeleton(languages_of(root / "data"), date.today(), choices, ids.labels("question"), comments)


def _refuse_taken(kind: Kind, name: str, ids: Ids) -> None:
    taken: dict[str, Place] = {}
    for other in SHARED.get(kind.ids, (kind.ids,)):
        taken |= ids.places(other, old=True)
    if name in taken:
        raise Failed([problem("id-twice", taken[name], called=kind.ids, id=name, first=taken[name])])


def _file(root: Path, data: Path, shelf: Shelf, kind: Kind, parent: str | None, ids: Ids) -> Path:
    """The file that the record goes into; a list that is not there yet is begun."""
    if kind.inner is not None:
        parents = ids.places(
            next(other.ids for other in KINDS.values() if other.shelf == kind.shelf and not other.inner)
        )
        if parent not in parents:
            near = suggestion(parent or "", parents)
            place = Place(f"data/{shelf.path}")
            raise Failed(
                [problem("unknown-id", place, called=kind.called, id=parent, file=f"data/{shelf.path}", nearest=near)]
            )
        return root / parents[parent].file
    path = data / shelf.path
    if not path.is_file():
        path.write_text(first_line(shelf.path) + "\n", encoding="utf-8")
    return path


class _List:
    """A list in a file: its items' names and dates, and where a new one goes."""

    def __init__(self, path: Path, node: yaml.SequenceNode | None, key_line: int | None):
        self.path = path
        self.lines = path.read_text(encoding="utf-8-sig").split("\n")
        items = node.value if node else []
        self.starts = [item.start_mark.line for item in items]
        self.dates = [_of(item, "date") for item in items]
        self.names = {_of(item, "id") for item in items}
        self.indent = node.start_mark.column if items else 0 if key_line is None else 2
        last = node.end_mark.line if items else len(self.lines) if key_line is None else key_line + 1
        while last > (items and 0 or (key_line or 0) + 1) and self._says_nothing(last - 1):
            last -= 1
        self.end = last

    def _says_nothing(self, line: int) -> bool:
        return not self.lines[line].strip() or self.lines[line].lstrip().startswith("#")

    def before_later(self, when: str | None) -> int:
        """The line before the first item with a later date; the end when there is none or no date is given."""
        later = (start for start, other in zip(self.starts, self.dates, strict=True) if when and other > str(when))
        return next(later, self.end)

    def insert(self, lines: list[str], at: int) -> int:
        """Write the record's lines before line ``at`` (from 0); returns the line it begins in (from 1)."""
        pad = " " * self.indent
        item = [f"{pad}- {lines[0]}", *(f"{pad}  {line}" for line in lines[1:])]
        blank_before = [""] if at == self.end and self.starts and self.lines[at - 1].strip() else []
        blank_after = [""] if at != self.end else []
        rest = self.lines[at:] or [""]
        self.path.write_text("\n".join([*self.lines[:at], *blank_before, *item, *blank_after, *rest]), encoding="utf-8")
        return at + len(blank_before) + 1


def _list_in(path: Path, shelf: Shelf, kind: Kind, parent: str | None) -> _List:
    """The list that takes the record. Raises Failed when the file is no YAML or the list is written in brackets."""
    shown = f"data/{path.relative_to(path.parents[shelf.path.count('/')]).as_posix()}"
    value, problems = read_yaml(path, shown)
    if value is None and problems:
        raise Failed(problems)
    node = yaml.compose(path.read_text(encoding="utf-8-sig"), Loader=yaml.SafeLoader)
    key_line = None
    if kind.inner is not None:
        owner = node
        if shelf.shape == "list":
            owner = next(item for item in node.value if _of(item, "id") == parent)
        found = [(key, value) for key, value in owner.value if key.value == kind.inside]
        if not found:
            raise Failed([problem("missing-key", Place(shown, owner.start_mark.line + 1), key=kind.inside)])
        key_line, node = found[0][0].start_mark.line, found[0][1]
    if isinstance(node, yaml.SequenceNode) and node.flow_style and node.value:
        place = Place(shown, node.start_mark.line + 1, node.start_mark.column + 1)
        raise Failed([problem("list-in-brackets", place)])
    return _List(path, node if isinstance(node, yaml.SequenceNode) else None, key_line)


def _of(item: yaml.Node, key: str) -> str:
    if not isinstance(item, yaml.MappingNode):
        return ""
    return next((value.value for name, value in item.value if name.value == key and isinstance(value.value, str)), "")


def _place(root: Path, path: Path, line: int) -> Place:
    return Place(path.relative_to(root).as_posix(), line)
