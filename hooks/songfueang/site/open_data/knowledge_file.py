"""Everything that is known, in one JSON file for every language, and one file for each system by itself."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date

from ...knowledge.layout import SHELVES
from ...knowledge.records import Cited, Record, Text
from .edition import Download, Published, editions

#: ``major.minor``: the major number is raised when a reader of the file could break, the minor one when something is
#: added. ``songfueang published`` refuses to go on without it.
SCHEMA_VERSION = "1.0"
NAME = "data/knowledge.json"
SCHEMA_NAME = "data/knowledge.schema.json"
#: The shelves of the file: all of data/ but what is only of use inside this project.
SHELF_NAMES = tuple(shelf.name for shelf in SHELVES if shelf.name not in ("site", "exceptions", "link_exceptions"))


def downloads(site: Published) -> list[Download]:
    """The file with everything, then one file per system."""
    whole = document(site)
    return [
        Download(NAME, in_lines(whole), "knowledge"),
        *(
            Download(f"data/systems/{system.id}.json", in_lines(about(system.id, whole)), "system", about=system.name)
            for system in site.knowledge.systems
        ),
    ]


def document(site: Published) -> dict:
    """The whole content: every record with what is derived from it, its addresses and how sure it is.

    Links inside texts are full addresses; dates are Gregorian, ISO 8601.
    """
    to_data = _ToData(site)
    own = site.knowledge.site
    shelves = {name: to_data(getattr(site.knowledge, name)) for name in SHELF_NAMES}
    return {
        "$schema": site.settings.site_url + SCHEMA_NAME,
        "schema_version": SCHEMA_VERSION,
        "name": to_data(own.name),
        "description": to_data(own.tagline),
        "address": {edition.language: edition.address() for edition in to_data.editions},
        "languages": [{"code": language.code, "name": language.name} for language in own.languages],
        "licence": to_data(own.licence),
        "checked": max(source.checked for source in site.knowledge.sources).isoformat(),
        **{name: value for name, value in shelves.items() if value},
    }


def about(system: str, whole: dict) -> dict:
    """What the whole document says about one system: its answers, what it gives and takes, what names it."""
    mine = [record for record in whole["systems"] if record["id"] == system]
    asked = {question for record in mine for question in record["answers"]}
    part = {
        "systems": mine,
        "groups": _with_some(whole["groups"], "questions", lambda question: question["id"] in asked),
        "relations": [found for found in whole.get("relations", []) if system in (found["from"], found["to"])],
        "topics": _with_some(whole.get("topics", []), "entries", lambda entry: system in entry["systems"]),
        **{
            name: [record for record in whole.get(name, []) if system in record["systems"]]
            for name in ("guides", "stories", "events")
        },
    }
    cited = set(_cited(part))
    part["sources"] = [source for source in whole["sources"] if source["id"] in cited]
    head = {key: value for key, value in whole.items() if key not in SHELF_NAMES}
    return head | {name: part[name] for name in SHELF_NAMES if part.get(name)}


def in_lines(whole: dict) -> bytes:
    """JSON in UTF-8 with one record a line: half the bytes of an indented file, and still fit for grep and diff."""
    parts = (f"{json.dumps(key)}: {_lines(value)}" for key, value in whole.items())
    return ("{\n" + ",\n".join(parts) + "\n}\n").encode()


def _lines(value: object) -> str:
    if not isinstance(value, list):
        return json.dumps(value, ensure_ascii=False)
    return "[\n" + ",\n".join(json.dumps(item, ensure_ascii=False) for item in value) + "\n]"


class _ToData:
    """Turns records into plain data."""

    def __init__(self, site: Published):
        self.knowledge, self.editions = site.knowledge, editions(site)

    def __call__(self, value: object) -> object:
        if isinstance(value, Record):
            return self._record(value)
        if isinstance(value, Text):
            spoken = [edition for edition in self.editions if edition.language in value]
            return {edition.language: edition.markdown(value[edition.language]) for edition in spoken}
        if isinstance(value, dict):
            return {key: self(item) for key, item in value.items()}
        if isinstance(value, list):
            return [self(item) for item in value]
        return value.isoformat() if isinstance(value, date) else value

    def _record(self, record: Record) -> dict:
        fields = {field.alias or name: getattr(record, name) for name, field in type(record).model_fields.items()}
        made = {name: self(value) for name, value in fields.items() if value is not None}
        if isinstance(record, Cited):
            made["sureness"] = self.knowledge.sureness(record)
        addresses = {edition.language: edition.address_of(record) for edition in self.editions}
        return made | ({"address": addresses} if all(addresses.values()) else {})


def _with_some(records: list[dict], key: str, wanted) -> list[dict]:
    """The records with those of their parts under ``key`` that are wanted; those left without any are left out."""
    kept = ({**record, key: [part for part in record[key] if wanted(part)]} for record in records)
    return [record for record in kept if record[key]]


def _cited(value: object) -> Iterator[str]:
    if isinstance(value, dict):
        yield from (cite["source"] for cite in value.get("cite", []))
        for part in value.values():
            yield from _cited(part)
    elif isinstance(value, list):
        for part in value:
            yield from _cited(part)
