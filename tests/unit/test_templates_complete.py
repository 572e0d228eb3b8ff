"""Every template of the guides for editors is whole: each key that there is, explained in the guide's language."""

from __future__ import annotations

import re
from collections.abc import Iterator
from types import NoneType, UnionType
from typing import Annotated, Any, Union, get_args, get_origin

import pytest
from guides import ALL, GUIDES, Template

from songfueang.knowledge.layout import SHELVES
from songfueang.knowledge.places import LocatedList, LocatedMap
from songfueang.knowledge.records import ChooseQuestion, ChooseResult, Cited, Entry, Record, Text

OPTIONAL = {"en": "optional", "th": "ไม่บังคับ"}
AS_ELSEWHERE = {"en": "as in '", "th": "เหมือน "}
#: Said once, in the template of an FAQ entry, for all that cite.
SAID_ONCE = set(Cited.model_fields)
#: What is optional depends on something else, and the comment says on what.
IT_DEPENDS = {"cite", "unconfirmed", "url"}
EACH = pytest.mark.parametrize(
    ("language", "template"),
    [(language, template) for language in GUIDES for template in ALL[language].values()],
    ids=lambda value: value.kind if isinstance(value, Template) else value,
)


def inside(annotation: Any) -> Any:
    """The record, or text, that a key of this kind holds, also in lists and mappings; None for plain values."""
    if isinstance(annotation, type) and issubclass(annotation, (Record, Text)):
        return annotation
    if get_origin(annotation) in (Union, UnionType, list, dict, Annotated):
        return next((found for part in get_args(annotation) if part is not NoneType and (found := inside(part))), None)
    return None


def keys(record: type[Record], value: LocatedMap) -> Iterator[tuple[type[Record], str, int]]:
    """(record, key, line) of every key in a template, also of the records inside."""
    fields = {field.alias or name: field for name, field in record.model_fields.items()}
    for key, held in value.items():
        yield record, key, value.key_places[key].line
        kind = inside(fields[key].annotation)
        held = held if isinstance(held, LocatedList) else [held]
        if get_origin(fields[key].annotation) is dict:
            held = list(held[0].values())
        for one in held:
            if kind is not None and kind is not Text and isinstance(one, LocatedMap):
                yield from keys(kind, one)


def keys_of(template: Template) -> list[tuple[type[Record], str, int]]:
    if template.record is None:
        return []
    value = template.value[0] if isinstance(template.value, LocatedList) else template.value
    return list(keys(template.record, next(iter(value.values())) if template.kind == "answer" else value))


def reachable() -> set[type[Record]]:
    """Every kind of record that stands in the data, but what belongs to the site as a whole."""
    found: set[type[Record]] = set()
    waiting = [shelf.record for shelf in SHELVES if shelf.name not in ("site", "search", "choose")]
    waiting += [ChooseQuestion, ChooseResult]
    while waiting:
        record = waiting.pop()
        found.add(record)
        kinds = [inside(field.annotation) for field in record.model_fields.values()]
        waiting += [kind for kind in kinds if kind not in (None, Text) and kind not in found]
    return found


@pytest.mark.parametrize(
    "record", sorted(reachable(), key=lambda record: record.__name__), ids=lambda record: record.__name__
)
def test_every_key_that_a_record_may_have_stands_in_a_template(record):
    shown = {key for template in ALL["en"].values() for kind, key, _ in keys_of(template) if kind is record}
    wanted = {field.alias or name for name, field in record.model_fields.items()} - {"was"}
    if any(record is shelf.record and shelf.shape == "file" for shelf in SHELVES):
        wanted -= {"id"}  # the file's name
    if issubclass(record, Cited) and record is not Entry:
        wanted -= SAID_ONCE
    assert wanted - shown == set()


@EACH
def test_every_key_is_explained_and_said_to_be_optional_when_it_is(language, template):
    lines = template.text.split("\n")
    for line in lines:
        if re.match(r" *(- )?[a-z][a-z0-9_-]*:( |$)", line) and not re.match(r" *(th|en): ", line):
            assert re.search(r"\S {2,}# \S", line), f"{template.kind}: nothing is said of '{line.strip()}'"
    said_of: dict[int, tuple[type[Record], str]] = {}
    for record, key, number in keys_of(template):
        said_of.setdefault(number, (record, key))  # the first key of a line is what its comment is about
    for number, (record, key) in said_of.items():
        said = lines[number - 1].partition("#")[2]
        if key in IT_DEPENDS or AS_ELSEWHERE[language] in said:
            continue
        field = next(field for name, field in record.model_fields.items() if (field.alias or name) == key)
        assert (OPTIONAL[language] in said) != field.is_required(), f"{template.kind}: {key}: {said}"
