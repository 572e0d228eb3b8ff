"""JSON Schemas of the data files, for editors: completion of keys and ids, a word on each key, mistakes while typing.

The shapes are made from the records, so they cannot say anything else than the reading does. The ids that stand in the
data are a file of their own: they change with every new source, the shapes only with the engine.
"""

from __future__ import annotations

import json
from pathlib import Path

from pydantic.json_schema import GenerateJsonSchema

from ..knowledge.layout import SHELVES, Shelf
from .explanations import explained
from .ids import Ids

FOLDER = "schemas"
IDS = "ids.schema.json"
#: What editors' YAML services understand best; what is used here means the same in every later draft.
DRAFT = "http://json-schema.org/draft-07/schema#"

#: (record, key) -> the kind of record whose ids stand there; "any" holds for every record.
REFERENCES = {
    ("any", "systems"): "system",
    ("Citation", "source"): "source",
    ("Relation", "from"): "system",
    ("Relation", "to"): "system",
    ("System", "answers"): "question",
    ("Entry", "related"): "entry",
    ("Guide", "next"): "guide",
    ("ChooseResult", "guides"): "guide",
    ("Term", "confused_with"): "term",
    ("Search", "offices"): "term",
    ("Target", "question"): "choose question",
    ("Target", "result"): "choose result",
}

#: Kinds whose ids are written as keys.
KEYED = ("question",)


def schemas(root: Path, languages: list[str]) -> dict[str, str]:
    """Every schema by its file name, as text; the ids are those that stand in ``root/data``."""
    made = {schema_name(shelf.path): _shape(shelf, languages) for shelf in SHELVES}
    made[schema_name("wording.yml")] = _wording(languages)
    made[IDS] = _ids(Ids(root))
    return {name: json.dumps(schema, ensure_ascii=False, indent=1) + "\n" for name, schema in made.items()}


def schema_name(path: str) -> str:
    """The schema's file name for a shelf's path: ``systems/*.yml`` -> ``systems.schema.json``."""
    return path.split("/")[0].removesuffix(".yml") + ".schema.json"


def first_line(path: str) -> str:
    """The comment that tells an editor which schema a data file keeps; ``path`` is below ``data/``."""
    return f"# yaml-language-server: $schema={'../' * (path.count('/') + 1)}{FOLDER}/{schema_name(path)}"


def _shape(shelf: Shelf, languages: list[str]) -> dict:
    made = shelf.record.model_json_schema(schema_generator=_Generator, ref_template="#/$defs/{model}")
    definitions = made.pop("$defs", {})
    definitions[shelf.record.__name__] = made
    _refer_to_text(definitions)
    for name, definition in definitions.items():
        _complete(name, definition)
    if "Citation" in definitions:
        definitions["Citation"] = {
            "anyOf": [definitions["Citation"]["properties"]["source"], definitions["Citation"]],
            "description": _said("any", "cite"),
        }
    if shelf.shape == "file":  # the file's name is the id
        made["properties"].pop("id")
        made["required"].remove("id")
    definitions["Text"] = _text(languages)
    top = {"$ref": f"#/$defs/{shelf.record.__name__}"}
    top = {"type": "array", "items": top} if shelf.shape == "list" else {"allOf": [top]}
    return {"$schema": DRAFT, "title": f"data/{shelf.path}", **top, "$defs": definitions}


def _ids(ids: Ids) -> dict:
    kinds = sorted(set(REFERENCES.values()))
    lists = {
        _slug(kind): {"enum": list(labels), "enumDescriptions": list(labels.values())}
        for kind in kinds
        if (labels := ids.labels(kind))
    }
    keys = {
        f"by-{_slug(kind)}": {"properties": {name: {"description": label} for name, label in ids.labels(kind).items()}}
        for kind in KEYED
    }
    return {"$schema": DRAFT, "title": "The ids that stand in data/", "$defs": lists | keys}


def _slug(kind: str) -> str:
    return kind.replace(" ", "-")


def _reference(kind: str, keys: bool = False) -> dict:
    return {"$ref": f"{IDS}#/$defs/{'by-' if keys else ''}{_slug(kind)}"}


def _refer_to_text(part: object) -> None:
    """Turn what :class:`Text` says of itself into a reference to the one definition that knows the languages."""
    for inner in part.values() if isinstance(part, dict) else part if isinstance(part, list) else ():
        if isinstance(inner, dict) and inner.get("title") == "Text":
            inner.clear()
            inner["$ref"] = "#/$defs/Text"
        _refer_to_text(inner)


def _complete(name: str, definition: dict) -> None:
    """Put each key's explanation, and what ids may stand there, into the schema of one kind of record."""
    definition.pop("description", None)  # the docstring is for developers
    for key, value in definition.get("properties", {}).items():
        if "$ref" in value:  # beside a reference nothing else counts
            value["allOf"] = [{"$ref": value.pop("$ref")}]
        value.pop("title", None)
        value["description"] = _said(name, key)
        kind = REFERENCES.get((name, key)) or REFERENCES.get(("any", key))
        if kind is None:
            continue
        if value.get("type") == "array":
            value["items"] = _reference(kind)
        elif value.get("type") == "object":
            value["propertyNames"] = _reference(kind)
            value["allOf"] = [_reference(kind, keys=True)]
        else:
            definition["properties"][key] = {"allOf": [_reference(kind)], "description": value["description"]}


def _text(languages: list[str]) -> dict:
    return {
        "type": "object",
        "description": _said("Text", "text"),
        "properties": {language: {"type": "string", "pattern": "\\S"} for language in languages},
        "required": languages,
        "additionalProperties": False,
    }


def _wording(languages: list[str]) -> dict:
    branch = {"anyOf": [{"$ref": "#/$defs/Text"}, {"$ref": "#/$defs/Tree"}]}
    tree = {"type": "object", "additionalProperties": branch, "propertyNames": {"not": {"enum": languages}}}
    definitions = {"Text": _text(languages), "Tree": tree}
    return {"$schema": DRAFT, "title": "data/wording.yml", "allOf": [{"$ref": "#/$defs/Tree"}], "$defs": definitions}


def _said(name: str, key: str) -> str:
    """The explanation in every language, one paragraph each, as an editor shows it."""
    return "\n\n".join(explained(name, key).values())


class _Generator(GenerateJsonSchema):
    """Pydantic's schemas, as the data is written: an optional key is left out, never null."""

    def nullable_schema(self, schema):
        return self.generate_inner(schema["schema"])

    def default_schema(self, schema):
        return self.generate_inner(schema["schema"])
