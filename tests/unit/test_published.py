"""What a release writes down, and what stops the next one."""

from __future__ import annotations

import copy
import re
from pathlib import Path

import pytest

from songfueang.cli import main
from songfueang.site.open_data.compatibility import breaks, raised
from songfueang.site.open_data.schema import schema
from songfueang.site.published import FOLDER, broken_shape, kept_schema

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def promised(knowledge) -> dict:
    """The schema as it is now, to be changed."""
    return copy.deepcopy(schema(knowledge))


def test_the_open_data_keeps_what_the_last_release_promised(knowledge):
    before = kept_schema(ROOT)
    assert before is not None
    after = schema(knowledge)
    broken = breaks(before, after)
    assert not broken or raised(before["version"], after["version"], broken=True), (
        f"{broken}: raise the first number of SCHEMA_VERSION; or, before anybody reads it, 'songfueang published --let-go'"
    )


def test_a_schema_keeps_its_own_promises(promised):
    assert breaks(promised, promised) == []


def _without_key(new):
    del new["$defs"]["Source"]["properties"]["note"]


def _renamed_key(new):
    properties = new["$defs"]["Entry"]["properties"]
    properties["question"] = properties.pop("ask")


def _may_be_missing(new):
    new["$defs"]["System"]["required"].remove("essence")


def _another_type(new):
    new["$defs"]["Guide"]["properties"]["order"] = {"type": "string"}


def _another_value(new):
    new["$defs"]["Source"]["properties"]["kind"]["enum"].append("rumour")


def _a_language_less(new):
    del new["$defs"]["Text"]["properties"]["en"]


def _another_shape(new):
    new["properties"]["topics"] = {"type": "object"}


@pytest.mark.parametrize(
    "change",
    [_without_key, _renamed_key, _may_be_missing, _another_type, _another_value, _a_language_less, _another_shape],
)
def test_a_change_that_breaks_readers_is_refused_until_the_version_says_so(promised, change):
    new = copy.deepcopy(promised)
    change(new)
    assert breaks(promised, new)
    assert "raise the first number" in broken_shape(promised, new)[0]
    new["version"] = "1.1"
    assert broken_shape(promised, new)
    new["version"] = "2.0"
    assert broken_shape(promised, new) == []


def test_more_is_no_break_but_raises_the_second_number(promised):
    new = copy.deepcopy(promised)
    new["$defs"]["Source"]["properties"]["isbn"] = {"type": "string"}
    assert breaks(promised, new) == []
    assert "second number" in broken_shape(promised, new)[0]
    new["version"] = "1.1"
    assert broken_shape(promised, new) == []


def test_other_words_about_a_key_are_no_change_of_shape(promised):
    new = copy.deepcopy(promised)
    new["$defs"]["Source"]["description"] = "Said otherwise."
    assert broken_shape(promised, new) == []


def _rename_a_term(project, change, leaving=""):
    """Rename the term ``tambon`` wherever it is named."""
    change("data/glossary.yml", "- id: tambon\n", f"- id: renamed-tambon{leaving}\n")
    for path in (project / "data").rglob("*.yml"):
        text = path.read_text(encoding="utf-8").replace("term:tambon)", "term:renamed-tambon)")
        text = re.sub(r"(confused_with: \[(?:[^]]*, )?)tambon\b(?!-)", r"\1renamed-tambon", text)
        path.write_text(text, encoding="utf-8")


def test_a_release_writes_down_its_addresses_and_the_next_may_not_lose_one(project, change, capsys):
    assert main(["--root", str(project), "published"]) == 0
    kept = project / FOLDER / "addresses.txt"
    before = kept.read_text(encoding="utf-8")
    assert "/en/glossary/#tambon\n" in before
    assert "/data/knowledge.json\n" in before
    _rename_a_term(project, change)
    assert main(["--root", str(project), "published"]) == 1
    told = capsys.readouterr().out
    assert told.count("lost; give its record the old id under 'was'") == 2, "one line for each language"
    assert kept.read_text(encoding="utf-8") == before
    assert main(["--root", str(project), "published", "--let-go"]) == 0
    assert "/glossary/#renamed-tambon\n" in kept.read_text(encoding="utf-8")


def test_a_rename_that_leaves_its_old_id_behind_loses_nothing(project, change):
    assert main(["--root", str(project), "published"]) == 0
    _rename_a_term(project, change, "\n  was: [tambon]")
    assert main(["--root", str(project), "published"]) == 0
    assert "/glossary/#tambon\n" in (project / FOLDER / "addresses.txt").read_text(encoding="utf-8")
