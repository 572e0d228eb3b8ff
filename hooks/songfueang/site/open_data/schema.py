"""The JSON Schema of the published knowledge, made from the records themselves."""

from __future__ import annotations

import json

from pydantic.json_schema import models_json_schema

from ...knowledge import Knowledge
from ...knowledge.layout import SHELVES
from ...knowledge.records import Cited, Record
from ...knowledge.records.site import Licence
from ...knowledge.store import GRADES
from .edition import Download, Published
from .knowledge_file import SCHEMA_NAME, SCHEMA_VERSION, SHELF_NAMES

DIALECT = "https://json-schema.org/draft/2020-12/schema"
#: Shelves that the file always has; the others are left out when they are empty.
ALWAYS = tuple(shelf.name for shelf in SHELVES if shelf.required and shelf.name in SHELF_NAMES)
SURENESS = (*GRADES, "advice", "unconfirmed")


def downloads(site: Published) -> list[Download]:
    """The schema under its own address."""
    published = {"$schema": DIALECT, "$id": site.settings.site_url + SCHEMA_NAME, **schema(site.knowledge)}
    return [Download(SCHEMA_NAME, as_written(published).encode(), "schema")]


def as_written(found: dict) -> str:
    """A schema as it is published and kept: indented, for people too."""
    return json.dumps(found, ensure_ascii=False, indent=2) + "\n"


def schema(knowledge: Knowledge) -> dict:
    """The schema without its address, so that it is the same wherever the site is put.

    Keys that it does not name may come later: readers pass over them.
    """
    shelves = [shelf for shelf in SHELVES if shelf.name in SHELF_NAMES]
    kinds = [(kind, "serialization") for kind in [*(shelf.record for shelf in shelves), Licence]]
    made, generated = models_json_schema(kinds, by_alias=True, ref_template="#/$defs/{model}")
    records = {record.__name__: record for record in _records(Record)}
    definitions = {name: _definition(found, records[name]) for name, found in generated["$defs"].items()}
    properties = {
        "schema_version": {"type": "string", "pattern": r"^\d+\.\d+$"},
        "name": _ref("Text"),
        "description": _ref("Text"),
        "address": _ref("Address"),
        "languages": {"type": "array", "minItems": 1, "items": _ref("LanguageName")},
        "licence": _ref("Licence"),
        "checked": {"type": "string", "format": "date", "description": "The latest day on which a source was read."},
    }
    shelved = {
        shelf.name: _ref(shelf.record.__name__)
        if shelf.shape == "single"
        else {"type": "array", "items": _ref(shelf.record.__name__)}
        for shelf in shelves
    }
    return {
        "title": f"What {knowledge.site.name.best('en')[0]} knows",
        "version": SCHEMA_VERSION,
        "type": "object",
        "properties": {**properties, **shelved},
        "required": [*properties, *ALWAYS],
        "$defs": dict(sorted({**definitions, **_by_language(knowledge.languages)}.items())),
    }


def _by_language(languages: list[str]) -> dict[str, dict]:
    text = {"type": "string", "minLength": 1}
    return {
        "Text": _object("Markdown in every language.", dict.fromkeys(languages, text)),
        "Address": _object(
            "The page, and the place on it, in every language.",
            dict.fromkeys(languages, {"type": "string", "format": "uri"}),
        ),
        "LanguageName": _object("A language and its name in itself.", {"code": text, "name": text}),
    }


def _object(description: str, properties: dict) -> dict:
    return {"type": "object", "description": description, "properties": properties, "required": list(properties)}


def _ref(name: str) -> dict:
    return {"$ref": f"#/$defs/{name}"}


def _definition(generated: dict, record: type[Record]) -> dict:
    """A record as it is published: nothing is null, what is derived is there, more may come."""
    properties = {name: _published(found) for name, found in generated["properties"].items()}
    optional = {field.alias or name for name, field in record.model_fields.items() if field.default is None}
    required = [name for name in properties if name not in optional]
    if issubclass(record, Cited):
        properties["sureness"] = {
            "enum": list(SURENESS),
            "description": "How sure it is, derived from the best source cited.",
        }
        required.append("sureness")
    if record.model_fields.keys() & {"id", "cite"}:
        properties["address"] = _ref("Address")
    return _object(generated.get("description", ""), properties) | {"required": required}


def _published(found: dict) -> dict:
    """One property, without null, titles and defaults; a text in every language by reference."""
    if found.get("title") == "Text" and found.get("type") == "object":
        return _ref("Text") | {key: found[key] for key in ("description",) if key in found}
    kept = {key: value for key, value in found.items() if key not in ("title", "default")}
    if "anyOf" in kept:
        several = [one for one in kept.pop("anyOf") if one != {"type": "null"}]
        kept = {**_published(several[0]), **kept} if len(several) == 1 else {**kept, "anyOf": several}
    for key in ("items", "additionalProperties"):
        if isinstance(kept.get(key), dict):
            kept[key] = _published(kept[key])
    return kept


def _records(kind: type[Record]):
    yield kind
    for inner in kind.__subclasses__():
        yield from _records(inner)
