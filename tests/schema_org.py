"""schema.org's vocabulary, asked offline: is this a type, may it have this property, may that be its value?"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

_DATE = re.compile(r"\d{4}(-\d\d(-\d\d)?)?\Z")


@cache
def vocabulary() -> dict:
    """Types, properties and where they come from."""
    return json.loads((Path(__file__).parent / "schema_org_vocabulary.json").read_text(encoding="utf-8"))


@cache
def lineage(kind: str) -> frozenset[str]:
    """The type and everything above it."""
    return frozenset({kind}).union(*(lineage(above) for above in vocabulary()["types"].get(kind, [])))


def faults(node: dict, inside: str = "") -> Iterator[str]:
    """What schema.org does not know about ``node`` and everything in it."""
    kind = node.get("@type")
    if kind not in vocabulary()["types"]:
        yield f"{inside}: no type {kind!r}"
        return
    for name, value in node.items():
        if name.startswith("@"):
            continue
        known = vocabulary()["properties"].get(name.removesuffix("-input") if "Action" in lineage(kind) else name)
        where = f"{inside}/{kind}.{name}"
        if known is None:
            yield f"{where}: no such property"
            continue
        domains, ranges = known
        if not lineage(kind) & set(domains):
            yield f"{where}: belongs to {', '.join(domains)}"
        for each in value if isinstance(value, list) else [value]:
            yield from _value_faults(each, ranges, where)


def _value_faults(value: object, ranges: list[str], where: str) -> Iterator[str]:
    if isinstance(value, dict):
        if set(value) == {"@id"}:
            if not value["@id"].startswith("http"):
                yield f"{where}: {value['@id']!r} is no full address"
        elif not lineage(value.get("@type", "")) & set(ranges):
            yield f"{where}: {value.get('@type')} where {', '.join(ranges)} belongs"
        else:
            yield from faults(value, where)
    elif isinstance(value, str):
        fits = {"Text"} | ({"URL"} if value.startswith("http") else set()) | ({"Date"} if _DATE.match(value) else set())
        if not any(fits & lineage(kind) if kind != "URL" else "URL" in fits for kind in ranges):
            yield f"{where}: {value!r} where {', '.join(ranges)} belongs"
    elif isinstance(value, bool):
        if "Boolean" not in ranges:
            yield f"{where}: {value!r} where {', '.join(ranges)} belongs"
    elif isinstance(value, (int, float)) and not any({"Number", "Integer"} & lineage(kind) for kind in ranges):
        yield f"{where}: {value!r} where {', '.join(ranges)} belongs"
