"""A record to be filled in: every key with a word on what it is for, every text in every language, empty.

What must be filled in is written as ``""``, which the check tells; what may be left out is written as a comment.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date
from types import NoneType, UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from pydantic.fields import FieldInfo

from ..knowledge.key_order import written_order
from ..knowledge.records import Cited, Record, Text
from .explanations import explained

Given = dict[str, Any]

#: May be left out, but seldom is.
ASKED_FOR = {("Source", "url")}


class UnknownKey(LookupError):
    """A value was given for a key that the record does not have."""

    def __init__(self, key: str, known: list[str]):
        super().__init__(key)
        self.key, self.known = key, known


class Skeleton:
    """Writes records of any kind as YAML lines.

    ``choices`` are ids worth naming beside a key, ``{key: ids}``; without ``comments`` only what must be there is
    written; ``answered`` are the questions that a record with answers is asked, ``{id: question in words}``.
    """

    def __init__(
        self, languages: list[str], today: date, choices: dict[str, list[str]], answered: dict[str, str], comments: bool
    ):
        self.languages, self.today, self.comments = languages, today, comments
        self.choices, self.answered = choices, answered

    def record(self, kind: type[Record], given: Given) -> list[str]:
        """The record's lines, without indentation. Raises UnknownKey for a given key that it does not have."""
        keys = written_order(kind)
        if strange := given.keys() - set(keys):
            raise UnknownKey(min(strange), keys)
        fields = {field.alias or name: field for name, field in kind.model_fields.items()}
        lines: list[str] = []
        for key in keys:
            wanted = (
                fields[key].is_required()
                or key in given
                or (key == "cite" and issubclass(kind, Cited))
                or (kind.__name__, key) in ASKED_FOR
                or (key == "answers" and bool(self.answered))
            )
            written = list(self._key(kind, key, fields[key], given.get(key)))
            if wanted:
                lines += written
            elif self.comments and key != "was":
                lines += [f"# {line}" for line in written]
        return lines

    def _key(self, kind: type[Record], key: str, field: FieldInfo, given: Any) -> Iterator[str]:
        note = self._note(kind, key, field)
        inner = _without_none(field.annotation)
        origin, inside = get_origin(inner), get_args(inner)
        if inner is Text:
            yield f"{key}:{note}"
            yield from self._text(given or {})
        elif origin is list and _is_record(inside[0]) and key != "cite":
            yield f"{key}:{note}"
            first, *rest = Skeleton(self.languages, self.today, self.choices, {}, False).record(inside[0], given or {})
            yield f"  - {first}"
            yield from (f"    {line}" for line in rest)
        elif origin is list and inside[0] is Text:
            yield f"{key}:{note}"
            empty = ", ".join(f'{language}: ""' for language in self.languages)
            yield f"  - {{{empty}}}"
        elif origin is list:
            yield f"{key}: [{', '.join(_scalar(one) for one in given or [])}]{note}"
        elif origin is dict:
            yield f"{key}:{note}"
            yield from self._answers(inside[1])
        elif _is_record(inner):
            yield f"{key}:{note}"
            yield from (f"  {line}" for line in self.record(inner, given or {}))
        else:
            yield f"{key}: {self._value(inner, field, given)}{note}"

    def _text(self, given: Given) -> Iterator[str]:
        if strange := given.keys() - set(self.languages):
            raise UnknownKey(min(strange), self.languages)
        yield from (
            f"  {language}: {json.dumps(given.get(language, ''), ensure_ascii=False)}" for language in self.languages
        )

    def _answers(self, kind: type[Record]) -> Iterator[str]:
        """The first to be filled in, the others as comments: few answers are enough to begin with."""
        bare = Skeleton(self.languages, self.today, self.choices, {}, False)
        for number, (question, words) in enumerate(self.answered.items()):
            if number and not self.comments:
                return
            mark = "# " if number else ""
            yield f"  {mark}{question}:" + (f" # {words}" if self.comments else "")
            yield from (f"  {mark}  {line}" for line in bare.record(kind, {}))

    def _value(self, inner: Any, field: FieldInfo, given: Any) -> str:
        if given is not None:
            return _scalar(given)
        if inner is date and field.is_required():  # the one day that must be there is the day of writing
            return self.today.isoformat()
        if inner is bool:
            return "true"
        if not field.is_required() and isinstance(field.default, int):
            return str(field.default)
        return '""'

    def _note(self, kind: type[Record], key: str, field: FieldInfo) -> str:
        if not self.comments or key == "id":
            return ""
        said = " · ".join(explained(kind, key).values())
        allowed = get_args(field.annotation) if get_origin(field.annotation) is Literal else self.choices.get(key, [])
        return f" # {said}" + (f" ({', '.join(allowed)})" if allowed else "")


def kind_of(record: type[Record], path: list[str]) -> Any:
    """What stands at a dotted path inside a kind of record: ``["steps", "title"]``. Raises UnknownKey."""
    here: Any = record
    for part in path:
        if here is Text:
            return str
        fields = {field.alias or name: field for name, field in here.model_fields.items()} if _is_record(here) else {}
        if part not in fields:
            raise UnknownKey(part, list(fields))
        here = _without_none(fields[part].annotation)
        if get_origin(here) is list and _is_record(get_args(here)[0]) and part != "cite":
            here = get_args(here)[0]
    return here


def _without_none(annotation: Any) -> Any:
    """The annotation without ``| None`` and without pydantic's remarks."""
    if get_origin(annotation) in (Union, UnionType):
        annotation = next(part for part in get_args(annotation) if part is not NoneType)
    return _without_none(get_args(annotation)[0]) if get_origin(annotation) is Annotated else annotation


def _is_record(kind: Any) -> bool:
    return isinstance(kind, type) and issubclass(kind, Record)


def _scalar(value: Any) -> str:
    """A value as YAML reads it back; plain where a plain one can mean nothing else."""
    text = str(value)
    try:
        date.fromisoformat(text)
        return text
    except ValueError:
        pass
    if text in ("true", "false") or (text.isdigit() and str(int(text)) == text and len(text) < 4):
        return text
    plain = text.isascii() and text.replace("-", "").isalnum() and text[:1].islower()
    return (
        text
        if plain and text not in ("null", "yes", "no", "on", "off", "y", "n")
        else json.dumps(text, ensure_ascii=False)
    )
