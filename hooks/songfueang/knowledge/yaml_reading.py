"""Reading one YAML file into plain values that know their place.

YAML 1.1's surprises (``no`` is false, ``012`` is ten, ``1:30`` is ninety) never happen: an unquoted value is text,
a plain whole number, a day or true/false, and everything a YAML reader might take for something else is told.
The file is read event by event, without recursion, so that no input can exhaust the stack; anchors and aliases,
which let a small file unfold into a huge one, are refused.
"""

from __future__ import annotations

import re
from codecs import BOM_UTF8
from pathlib import Path

import yaml
from yaml.resolver import Resolver

from .characters import look_alikes
from .places import LocatedList, LocatedMap, LocatedText, Place
from .problems import Problem, Severity, problem
from .yaml_mistakes import CURLY, broken

MOST_BYTES = 2_000_000
DEEPEST = 40
_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_RESOLVER = Resolver()
_TEXT = "tag:yaml.org,2002:str"
_INTEGER = re.compile(r"(?:0|[1-9][0-9]{0,9})\Z")
_DAY = re.compile(r"\d{4}-\d\d-\d\d\Z", re.ASCII)
#: A text that ends before a hash sign: `Village #1`, `first prize # in the land`. A comment behind one word is a comment.
_CUT_BY_HASH = re.compile(r"\s+#(?P<joined>\S)?")
_CONFLICT = re.compile(r"^(<{7}( |$)|={7}$|>{7}( |$))", re.MULTILINE)


def read_yaml(path: Path, shown: str) -> tuple[object | None, list[Problem]]:
    """Read ``path``; ``shown`` is its name in messages.

    Returns the value (LocatedMap, LocatedList, str, int or bool; None when nothing could be read) and the problems.
    Never raises for what the file holds.
    """
    text, problems = read_words(path, shown)
    if text is None:
        return None, problems
    value, found = read_text(text, shown)
    return value, problems + _trailing_spaces(text, shown) + found


def read_words(path: Path, shown: str) -> tuple[str | None, list[Problem]]:
    """The text of a file, its lines ended by LF; None, and why, when it is too large or not UTF-8."""
    raw = path.read_bytes()
    if len(raw) > MOST_BYTES:
        return None, [problem("file-too-large", Place(shown), size=f"{len(raw):,}", most=f"{MOST_BYTES:,}")]
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        before = raw[: error.start].decode("utf-8", "replace")
        return None, [problem("not-utf-8", _end_of(before, shown))]
    oddities = (("byte-order-mark", raw.startswith(BOM_UTF8)), ("windows-line-ends", b"\r" in raw))
    notices = [problem(rule, Place(shown), Severity.NOTICE) for rule, found in oddities if found]
    return with_plain_line_ends(text), notices


def with_plain_line_ends(text: str) -> str:
    """``text`` with every line ended by LF, whatever system saved it."""
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _end_of(text: str, shown: str) -> Place:
    """The place behind ``text``, where ``text`` is the beginning of a file."""
    return Place(shown, text.count("\n") + 1, len(text) - text.rfind("\n"))


def read_text(text: str, shown: str) -> tuple[object | None, list[Problem]]:
    """Like :func:`read_yaml`, from text already decoded."""
    stopped = _indented_oddly(text, shown) + conflicts(text, shown)
    if stopped:
        return None, stopped
    builder = _Builder(shown, text.split("\n"))
    builder.problems += look_alikes(text, shown)
    try:
        for event in yaml.parse(text, Loader=_LOADER):
            builder.take(event)
    except yaml.MarkedYAMLError as error:
        builder.problems.append(broken(error, text, shown))
        return None, builder.problems
    except yaml.YAMLError as error:  # a character that YAML does not allow: no mark, only a position
        before = text[: getattr(error, "position", None) or 0]
        builder.problems.append(problem("forbidden-character", _end_of(before, shown)))
        return None, builder.problems
    except _TooDeep as error:
        return None, [problem("too-deep", error.place, most=DEEPEST)]
    return builder.root, builder.problems


class _TooDeep(Exception):
    def __init__(self, place: Place):
        self.place = place


class _Builder:
    """Takes YAML events one by one and grows the located value."""

    def __init__(self, shown: str, lines: list[str]):
        self.shown = shown
        self._lines = lines
        self.root: object | None = None
        self.problems: list[Problem] = []
        self._open: list[tuple[LocatedMap | LocatedList, Place]] = []
        self._keys: list[tuple[str, Place] | None] = []
        self._documents = 0
        self._key_end = None  # the mark after the last key
        self._run_together: set[int] = set()  # mappings in which a second record begins without its hyphen

    def take(self, event: yaml.Event) -> None:
        place = Place(self.shown, event.start_mark.line + 1, event.start_mark.column + 1)
        if isinstance(event, yaml.DocumentStartEvent):
            self._documents += 1
            if self._documents == 2:
                self.problems.append(problem("second-document", place))
        elif isinstance(event, yaml.AliasEvent):
            self.problems.append(problem("alias", place))
            self._put("", place)
        elif isinstance(event, yaml.ScalarEvent):
            if event.anchor:
                self.problems.append(problem("alias", place))
            self._scalar(event, place)
        elif isinstance(event, (yaml.MappingStartEvent, yaml.SequenceStartEvent)):
            if event.anchor:
                self.problems.append(problem("alias", place))
            if len(self._open) >= DEEPEST:
                raise _TooDeep(place)
            made = LocatedMap(place) if isinstance(event, yaml.MappingStartEvent) else LocatedList(place)
            self._open.append((made, place))
            self._keys.append(None)
        elif isinstance(event, (yaml.MappingEndEvent, yaml.SequenceEndEvent)):
            made, start = self._open.pop()
            self._keys.pop()
            self._put(made, start)

    def _scalar(self, event: yaml.ScalarEvent, place: Place) -> None:
        plain = not event.style and event.tag is None
        in_map = bool(self._open) and isinstance(self._open[-1][0], LocatedMap)
        if in_map and self._keys[-1] is None:
            self._key(event.value, place)
            self._key_end = event.end_mark.index
        elif in_map and plain and not event.value and event.start_mark.index == self._key_end:
            self._key_without_colon(place)
        elif plain:
            self._cut_by_hash(event)
            self._put(self._plain(event.value, place), place)
        elif event.style in ("|", ">"):
            first = self._lines[event.start_mark.line + 1] if event.start_mark.line + 1 < len(self._lines) else ""
            begin = Place(self.shown, place.line + 1, len(first) - len(first.lstrip()) + 1)
            self._put(LocatedText(event.value, begin, folded=event.style == ">"), begin)
        else:
            self._put(event.value, place)

    def _key_without_colon(self, place: Place) -> None:
        """Inside braces, words that no colon follows: behind a comma they are the rest of a text without quotes."""
        key, key_place = self._keys[-1]
        self._keys[-1] = None
        owner: LocatedMap = self._open[-1][0]
        name, space, words = key.partition(" ")
        if not owner and space and name.isascii():
            self.problems.append(problem("half-line", key_place, seen=key))
            self._keys[-1] = (name, key_place)
            self._put(words, place)
        elif not any(told.rule == "curly-quotes" and told.place.line == key_place.line for told in self.problems):
            self.problems.append(problem("comma-in-text", key_place, seen=key))

    def _cut_by_hash(self, event: yaml.ScalarEvent) -> None:
        """A hash sign behind a text without quotes: whoever typed it did not want the text to end there."""
        mark = event.end_mark
        line = self._lines[mark.line] if mark.line < len(self._lines) else ""
        found = _CUT_BY_HASH.match(line, mark.column)
        words = not event.value.isascii() or " " in event.value
        if found and (found["joined"] or words) and event.value:
            place = Place(self.shown, mark.line + 1, found.start() + 2)
            self.problems.append(problem("hash-in-text", place))

    def _key(self, key: str, place: Place) -> None:
        self._keys[-1] = (key, place)
        owner: LocatedMap = self._open[-1][0]
        if key not in owner.key_places:
            return
        is_item = len(self._open) > 1 and isinstance(self._open[-2][0], LocatedList)
        if is_item and key == next(iter(owner)) and place.line > owner.place.line:
            self.problems.append(problem("missing-hyphen", place, key=key))
            self._run_together.add(id(owner))
        elif id(owner) not in self._run_together:
            self.problems.append(problem("duplicate-key", place, key=key, first=owner.key_places[key].line))

    def _put(self, value: object, place: Place) -> None:
        if not self._open:
            if self.root is None:
                self.root = value
            return
        owner = self._open[-1][0]
        if isinstance(owner, LocatedList):
            owner.append(value)
            owner.value_places.append(place)
        elif self._keys[-1] is None:  # a mapping or a list used as a key
            self.problems.append(problem("broken-yaml", place, said="a list or a mapping stands where a key belongs"))
            self._keys[-1] = ("?", place)
        else:
            key, key_place = self._keys[-1]
            self._keys[-1] = None
            if key not in owner.key_places:
                owner[key] = value
                owner.key_places[key] = key_place
                owner.value_places[key] = place

    def _plain(self, value: str, place: Place) -> object:
        """What an unquoted scalar means here."""
        if (
            value[:1]
            and value[0] in CURLY
            and (value[-1] in CURLY and len(value) > 1 or not set(value[1:]) & set(CURLY))
        ):
            self.problems.append(problem("curly-quotes", place))
            return value.strip(CURLY)
        tag = _RESOLVER.resolve(yaml.ScalarNode, value, (True, False))
        if tag == _TEXT or _DAY.match(value):
            return value
        if _INTEGER.match(value):
            return int(value)
        if value in ("true", "false"):
            return value == "true"
        if tag.endswith(":null"):
            in_list = bool(self._open) and isinstance(self._open[-1][0], LocatedList)
            self.problems.append(problem("empty-item" if in_list else "empty-value", place))
            return ""
        if tag.endswith(":bool"):
            meant = "true" if value.lower() in ("y", "yes", "on", "true") else "false"
            self.problems.append(problem("unquoted-yes-or-no", place, value=value, meant=meant))
            return meant == "true"
        self.problems.append(problem("unquoted", place, value=value, taken=_taken_for(value)))
        return value


def _taken_for(value: str) -> str:
    try:
        taken = str(yaml.safe_load(value))
    except (yaml.YAMLError, ValueError, OverflowError):
        return "something else"
    return taken if taken != value else "a number"


def _trailing_spaces(text: str, shown: str) -> list[Problem]:
    """Spaces at the end of lines: nobody sees them, and every comparison of two versions shows them."""
    found = [number for number, line in enumerate(text.split("\n"), start=1) if line.endswith(" ")]
    place = Place(shown, found[0]) if found else None
    return [problem("trailing-spaces", place, Severity.NOTICE, count=len(found))] if found else []


def _indented_oddly(text: str, shown: str) -> list[Problem]:
    """Tabs and foreign spaces at the beginning of lines: YAML's own messages about them help nobody."""
    found = []
    for number, line in enumerate(text.split("\n"), start=1):
        indent = line[: len(line) - len(line.lstrip())]
        odd = next((at for at, character in enumerate(indent) if character != " "), None)
        if odd is not None and line.strip():
            place = Place(shown, number, odd + 1)
            code = f"U+{ord(indent[odd]):04X}"
            found.append(problem("tab", place) if indent[odd] == "\t" else problem("odd-space", place, code=code))
    return found


def conflicts(text: str, shown: str) -> list[Problem]:
    """Markers that an unfinished merge left behind."""
    return [
        problem("merge-conflict", Place(shown, text.count("\n", 0, match.start()) + 1, 1))
        for match in _CONFLICT.finditer(text)
    ]
