"""One located mapping becomes one record; pydantic's findings become problems with a place."""

from __future__ import annotations

import re
from types import NoneType, UnionType
from typing import Union, get_args, get_origin

from pydantic import ValidationError

from .nearest import nearest
from .places import LocatedList, LocatedMap, place_of
from .problems import Problem, problem, suggestion
from .records import Record

#: How often a record is tried again with less of it before it is given up.
MOST_TRIES = 8

#: What a reader of messages would call pydantic's types.
_WANTED = {
    "string_type": "text",
    "string_too_short": "text that is not empty",
    "list_type": "a list ([…] or lines with '- ')",
    "dict_type": "keys with values",
    "model_type": "keys with values",
    "model_attributes_type": "keys with values",
    "bool_type": "true or false",
    "bool_parsing": "true or false",
    "int_type": "a whole number",
    "int_parsing": "a whole number",
    "int_from_float": "a whole number",
}


def validate(record: type[Record], value: LocatedMap, context: dict) -> tuple[Record | None, bool]:
    """(the record, whether all of it is there); what is wrong goes to ``context["problems"]``.

    A record with mistakes is made from what is left without them, so that the rules can still look at the rest and
    everything is told at once; it is None when too little is left.
    """
    try:
        return record.model_validate(value, context=context), True
    except ValidationError as failure:
        context["problems"] += _once([_problem(record, value, error) for error in failure.errors()])
        errors = failure.errors()
    silent = {**context, "problems": [], "texts": []}  # what is found again was told already
    for _ in range(MOST_TRIES):
        if not all(_without(value, error) for error in errors):
            return None, False
        silent["texts"].clear()
        try:
            made = record.model_validate(value, context=silent)
            context["texts"] += silent["texts"]
            return made, False
        except ValidationError as failure:
            errors = failure.errors()
    return None, False


def _once(found: list[Problem]) -> list[Problem]:
    """A misspelt key is told once: not also as the key that is missing."""
    meant = {(told.place.file, told.slots["nearest"]) for told in found if told.rule == "unknown-key"}
    return [
        told for told in found if told.rule != "missing-key" or (told.place.file, f"'{told.slots['key']}'") not in meant
    ]


def _without(value: LocatedMap, error: dict) -> bool:
    """Take what the error is about out of ``value``; False when the whole record would have to go."""
    path = error["loc"][:-1] if error["type"] == "missing" else error["loc"]
    owner, key, here = None, None, value
    for part in path:
        inside = (isinstance(here, LocatedMap) and part in here) or (
            isinstance(here, LocatedList) and isinstance(part, int) and part < len(here)
        )
        if inside:
            owner, key, here = here, part, here[part]
    if owner is None:
        return False
    del owner[key]
    del owner.value_places[key]
    return True


def _problem(record: type[Record], value: LocatedMap, error: dict) -> Problem:
    path = tuple(error["loc"])
    kind, key = error["type"], path[-1] if path else ""
    place = place_of(value, path, at_key=kind == "extra_forbidden")
    slots = error.get("ctx", {})
    if kind == "missing":
        return problem("missing-key", place_of(value, path[:-1]), key=key)
    if kind == "extra_forbidden":
        keys = _keys(record, path[:-1])
        return problem("unknown-key", place, key=key, nearest=suggestion(str(key), keys))
    if kind == "literal_error":
        wanted = slots["expected"].replace(" or ", ", ")
        near = nearest(str(error["input"]), re.findall(r"'([^']+)'", wanted)) or wanted
        return problem("not-one-of", place, key=key, value=error["input"], wanted=wanted, nearest=near)
    if kind in ("greater_than_equal", "less_than_equal"):
        limit = slots.get("ge", slots.get("le"))
        size = "small" if "ge" in slots else "large"
        return problem(f"too-{size}", place, key=key, value=error["input"], limit=limit)
    if kind == "string_pattern_mismatch":
        return problem("wrong-form", place, key=key, value=error["input"], wanted=slots["pattern"])
    if kind == "too_short":
        return problem("too-few", place, key=key, most=slots.get("min_length", 1))
    if kind in _WANTED:
        return problem("wrong-type", place, key=key, value=_said(error["input"]), wanted=_WANTED[kind])
    return problem(
        kind if "-" in kind else "wrong-form", place, **{"key": key, "value": _said(error["input"]), **slots}
    )


def _said(value: object) -> str:
    if isinstance(value, dict):
        return "keys with values"
    if isinstance(value, list):
        return "a list"
    return repr(value)


def _keys(record: type[Record], path: tuple) -> list[str]:
    """The keys that the record at ``path`` inside ``record`` may have."""
    here: type[Record] = record
    for part in path:
        fields = {field.alias or name: field for name, field in here.model_fields.items()}
        if part in fields:
            inner = _record_in(fields[part].annotation)
            here = inner or here
    return [field.alias or name for name, field in here.model_fields.items()]


def _record_in(annotation: object) -> type[Record] | None:
    if isinstance(annotation, type) and issubclass(annotation, Record):
        return annotation
    if get_origin(annotation) in (list, dict, Union, UnionType):
        for part in get_args(annotation):
            if part is not NoneType and (found := _record_in(part)):
                return found
    return None
