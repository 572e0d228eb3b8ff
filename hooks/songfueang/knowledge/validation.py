"""One located mapping becomes one record; pydantic's findings become problems with a place."""

from __future__ import annotations

import re
from collections.abc import Iterator
from types import NoneType, UnionType
from typing import Union, get_args, get_origin

from pydantic import ValidationError

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


def validate(record: type[Record], value: LocatedMap, context: dict) -> tuple[Record | None, set[str]]:
    """(the record, the ids that could not be read with it); what is wrong goes to ``context["problems"]``.

    The ids are those of the record and of everything inside it when anything of it had to be left out, else none.
    A record with mistakes is made from what is left without them, so that the rules can still look at the rest and
    everything is told at once; it is None when too little is left.
    """
    try:
        return record.model_validate(value, context=context), set()
    except ValidationError as failure:
        context["problems"] += _once([_problem(record, value, error) for error in failure.errors()])
        errors = failure.errors()
    ids = set(_ids_in(value))
    silent = {**context, "problems": [], "texts": []}  # what is found again was told already
    for _ in range(MOST_TRIES):
        if not _without(value, errors):
            return None, ids
        silent["texts"].clear()
        try:
            made = record.model_validate(value, context=silent)
            context["texts"] += silent["texts"]
            return made, ids
        except ValidationError as failure:
            errors = failure.errors()
    return None, ids


def _ids_in(value: object) -> Iterator[str]:
    """The id of a mapping and of everything inside it; keys whose values are mappings may be ids too."""
    if isinstance(value, LocatedMap):
        yield str(value.get("id"))
        yield from (key for key, inner in value.items() if isinstance(inner, LocatedMap))
    for inner in value.values() if isinstance(value, LocatedMap) else value if isinstance(value, LocatedList) else ():
        yield from _ids_in(inner)


def _once(found: list[Problem]) -> list[Problem]:
    """A misspelt key is told once: not also as the key that is missing."""
    meant = {(told.place.file, told.slots["nearest"]) for told in found if told.rule == "unknown-key"}
    return [
        told for told in found if told.rule != "missing-key" or (told.place.file, f"'{told.slots['key']}'") not in meant
    ]


def _without(value: LocatedMap, errors: list[dict]) -> bool:
    """Take what the errors are about out of ``value``; False when the whole record would have to go."""
    blamed = [_innermost(value, error["loc"][:-1] if error["type"] == "missing" else error["loc"]) for error in errors]
    if None in blamed:
        return False
    once = {(id(owner), key): (owner, key) for owner, key in blamed}
    for owner, key in sorted(
        once.values(), key=lambda found: str(found[1]).zfill(9), reverse=True
    ):  # lists from the end
        del owner[key]
        del owner.value_places[key]
    return True


def _innermost(value: LocatedMap, path: tuple) -> tuple[LocatedMap | LocatedList, str | int] | None:
    """(what holds it, its key) of the innermost value on ``path`` that there is; None when it is ``value`` itself."""
    found, here = None, value
    for part in path:
        inside = (isinstance(here, LocatedMap) and part in here) or (
            isinstance(here, LocatedList) and isinstance(part, int) and part < len(here)
        )
        if inside:
            found, here = (here, part), here[part]
    return found


def _problem(record: type[Record], value: LocatedMap, error: dict) -> Problem:
    path = tuple(error["loc"])
    kind, key = error["type"], path[-1] if path else ""
    place = place_of(value, path, at_key=kind == "extra_forbidden")
    slots = error.get("ctx", {})
    if kind == "missing":
        return problem("missing-key", place_of(value, path[:-1]), key=key)
    if kind == "extra_forbidden":
        keys = _keys(record, path[:-1])
        return problem("unknown-key", place, key=key, nearest=suggestion(str(key), keys, most=20))
    if kind == "literal_error":
        allowed = re.findall(r"'([^']+)'", slots["expected"])
        near = suggestion(str(error["input"]), allowed)
        return problem("not-one-of", place, key=key, value=error["input"], wanted=", ".join(allowed), nearest=near)
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
