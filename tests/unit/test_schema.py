"""The schemas that editors complete the data with: current, true of the data, and explained in every language."""

from __future__ import annotations

import json
from fnmatch import fnmatch
from pathlib import Path

import pytest
from jsonschema import Draft7Validator, FormatChecker
from referencing import Registry, Resource

from songfueang.cli import main
from songfueang.editing.explanations import explained
from songfueang.editing.schema import first_line, schema_name, schemas
from songfueang.knowledge.layout import SHELVES
from songfueang.knowledge.records import Record
from songfueang.knowledge.yaml_reading import read_text, read_yaml

ROOT = Path(__file__).resolve().parents[2]
PATHS = [*(shelf.path for shelf in SHELVES), "wording.yml"]
FILES = [(path, file) for path in PATHS for file in sorted((ROOT / "data").glob(path))]


@pytest.fixture(scope="module")
def validators() -> dict[str, Draft7Validator]:
    """A validator by path, from schemas made for the data as it is now."""
    made = {name: json.loads(text) for name, text in schemas(ROOT, ["th", "en"]).items()}
    registry = Registry().with_resources((name, Resource.from_contents(schema)) for name, schema in made.items())
    return {
        path: Draft7Validator(made[schema_name(path)], registry=registry, format_checker=FormatChecker())
        for path in PATHS
    }


def test_the_written_schemas_are_current():
    assert main(["--root", str(ROOT), "schema", "--check"]) == 0


def test_a_schema_that_lags_behind_the_records_is_told(project, capsys):
    assert main(["--root", str(project), "schema"]) == 0
    (project / "schemas" / "faq.schema.json").write_text("{}", encoding="utf-8")
    assert main(["--root", str(project), "schema", "--check"]) == 1
    assert "schemas/faq.schema.json is not current: run 'make schema'" in capsys.readouterr().err


def test_ids_that_lag_behind_the_data_are_told_and_stop_nobody(project, change, capsys):
    main(["--root", str(project), "schema"])
    change("data/sources.yml", "- id: ce-act-2548\n", "- id: ce-act-2548-renamed\n")
    assert main(["--root", str(project), "schema", "--check"]) == 0
    assert "ids.schema.json is not current" in capsys.readouterr().err


@pytest.mark.parametrize(("path", "file"), FILES, ids=lambda value: str(getattr(value, "name", value)))
def test_the_data_keeps_its_schema(validators, path, file):
    value, _ = read_yaml(file, file.name)
    errors = [f"{list(error.absolute_path)}: {error.message[:200]}" for error in validators[path].iter_errors(value)]
    assert errors == []


@pytest.mark.parametrize(("path", "file"), FILES, ids=lambda value: str(getattr(value, "name", value)))
def test_every_data_file_names_its_schema_in_its_first_line(path, file):
    first = file.read_text(encoding="utf-8").split("\n", 1)[0]
    assert first == first_line(file.relative_to(ROOT / "data").as_posix())
    named = first.partition("$schema=")[2]
    assert (file.parent / named).resolve() == ROOT / "schemas" / schema_name(path)


def test_the_settings_of_the_editor_name_the_schema_of_every_data_file():
    settings = json.loads((ROOT / ".vscode" / "settings.json").read_text(encoding="utf-8"))["yaml.schemas"]
    for path, file in FILES:
        shown = file.relative_to(ROOT).as_posix()
        named = [schema for schema, pattern in settings.items() if fnmatch(shown, pattern)]
        assert named == [f"./schemas/{schema_name(path)}"], shown


@pytest.mark.parametrize(
    ("path", "text"),
    [
        ("sources.yml", "- {id: a-law, kind: rumour, title: {th: ก, en: a}, publisher: {th: ก, en: a}, checked: 2026-01-01, read: whole}"),
        ("sources.yml", "- {id: a-law, kind: law, title: {th: ก}, publisher: {th: ก, en: a}, checked: 2026-01-01, read: whole}"),
        ("sources.yml", "- {id: a-law, kind: law, title: {th: ก, en: ''}, publisher: {th: ก, en: a}, checked: 2026-01-01, read: whole}"),
        ("sources.yml", "- {id: A_Law, kind: law, title: {th: ก, en: a}, publisher: {th: ก, en: a}, checked: 2026-01-01, read: whole}"),
        ("sources.yml", "- {id: a-law, kind: law, title: {th: ก, en: a}, publisher: {th: ก, en: a}, checked: soon, read: whole}"),
        ("sources.yml", "- {id: a-law, colour: red, kind: law, title: {th: ก, en: a}, publisher: {th: ก, en: a}, checked: 2026-01-01, read: whole}"),
        ("glossary.yml", "- {id: a-term, term: {th: ก, en: a}, meaning: {th: ก, en: a}, cite: [no-such-source]}"),
        ("glossary.yml", "- {id: a-term, term: {th: ก, en: a}, meaning: {th: ก, en: a}, cite: [{source: no-such-source}]}"),
        ("timeline.yml", "- {id: a-day, date: '2001', systems: [no-such-system], what: {th: ก, en: a}}"),
        ("guides/*.yml", "{id: written-in-the-file, name: {th: ก, en: a}, summary: {th: ก, en: a}, steps: []}"),
        ("systems/*.yml", "{name: {th: ก, en: a}, full_name: {th: ก, en: a}, essence: {th: ก, en: a}, answers: {no-such-question: {short: {th: ก, en: a}}}}"),
    ],
    ids=["kind", "language", "empty", "id", "day", "key", "source", "source with place", "system", "id in file", "question"],
)  # fmt: skip
def test_an_editor_marks_a_mistake_while_it_is_typed(validators, path, text):
    value, problems = read_text(text, "typed")
    assert not problems
    assert list(validators[path].iter_errors(value))


def test_every_key_of_every_record_is_explained_in_every_language(knowledge):
    unexplained = [
        f"{record.__name__}.{field.alias or name} in {language}"
        for record in _kinds(Record)
        for name, field in record.model_fields.items()
        for language in knowledge.languages
        if not explained(record, field.alias or name).get(language)
    ]
    assert unexplained == [], "write them into hooks/songfueang/editing/explanations.yml"


def _kinds(record: type[Record]) -> list[type[Record]]:
    return [kind for inner in record.__subclasses__() for kind in [inner, *_kinds(inner)]]
