"""Reading YAML: any bytes give values or problems with a place, never a traceback."""

from __future__ import annotations

import shutil

import pytest
from conftest import ROOT
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from songfueang.knowledge import read
from songfueang.knowledge.characters import put_right
from songfueang.knowledge.places import LocatedMap
from songfueang.knowledge.problems import Severity
from songfueang.knowledge.yaml_reading import read_text, read_yaml

#: Pieces of which YAML, and its mistakes, are made.
PIECES = st.sampled_from(
    ["- ", "id: ", "th: ", "en: ", "{", "}", "[", "]", ",", ": ", ":", '"', "'", "“", "”", "|", ">-", "#", "&a ", "*a",
     "!!int ", "? ", "---\n", "...\n", "\n", "\n  ", "\n    ", "\t", "\r\n", "\ufeff", "\u200b", "\u2028", "\x00",
     "\x85", "no", "012", "1:30", "2568-01-01", "<<: ", "<<<<<<< HEAD\n", "a", "ก", "น้ํา", "🎉", "\\", "%", "@", "`"]
)  # fmt: skip
PATIENT = settings(deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


def placed_inside(problems, text: str) -> bool:
    lines = len(text.splitlines()) + 2
    return all(1 <= found.place.line <= lines and found.place.column >= 1 for found in problems)


@given(st.lists(PIECES, max_size=60).map("".join) | st.text())
@settings(PATIENT, max_examples=400)
def test_any_text_gives_a_value_or_problems_inside_the_file(text):
    value, problems = read_text(text, "data/x.yml")
    assert (
        value is not None
        or problems
        or not text.strip("\ufeff \n\r\x85\u2028\u2029")
        or "#" in text
        or "-" in text
        or "." in text
    )
    assert placed_inside(problems, text)
    for found in problems:
        assert found.told("th")
        assert found.told("en").startswith("data/x.yml:")


@given(st.binary(max_size=300))
@PATIENT
def test_any_bytes_can_be_read(tmp_path, raw):
    path = tmp_path / "x.yml"
    path.write_bytes(raw)
    read_yaml(path, "data/x.yml")


@pytest.fixture(scope="module")
def copy(tmp_path_factory):
    root = tmp_path_factory.mktemp("fuzzed")
    shutil.copytree(ROOT / "data", root / "data")
    return root


@given(
    file=st.sampled_from(["site.yml", "relations.yml", "stories.yml", "faq/support.yml", "guides/yearly-notice.yml"]),
    raw=st.binary(max_size=200) | st.lists(PIECES, max_size=40).map(lambda pieces: "".join(pieces).encode()),
    at=st.floats(0, 1),
)
@settings(PATIENT, max_examples=25)
def test_a_data_file_with_any_bytes_in_it_gives_knowledge_or_problems_with_their_places(copy, file, raw, at):
    path = copy / "data" / file
    whole = path.read_bytes()
    cut = int(at * len(whole))
    try:
        path.write_bytes(whole[:cut] + raw + whole[cut:])
        knowledge, problems = read(copy)
        assert knowledge is not None or [found for found in problems if found.severity is Severity.ERROR]
        assert all(found.place.file.startswith("data") and found.place.line >= 1 for found in problems)
    finally:
        path.write_bytes(whole)


@given(st.text(alphabet="กนทรไ่้ิีัําเแ์ํ\u200b ๆa", max_size=30))
@PATIENT
def test_what_was_put_right_stays_right(words):
    assert put_right(put_right(words)) == put_right(words)


@pytest.mark.parametrize(
    ("typed", "right"),
    [("น้ํา", "น้ำ"), ("นํ้า", "น้ำ"), ("นำ้", "น้ำ"), ("เเละ", "และ"), ("ก่ิน", "กิ่น"), ("ไม่่", "ไม่"), ("ก\u200bข", "กข")],
)
def test_thai_has_one_right_form(typed, right):
    assert put_right(typed) == right


def test_an_emoji_of_several_parts_stays_whole():
    assert put_right("👩\u200d🌾") == "👩\u200d🌾"


def test_every_value_knows_its_place():
    value, problems = read_text("a: 1\nb:\n  - {c: x}\n", "f.yml")
    assert problems == []
    assert isinstance(value, LocatedMap)
    assert (value["b"][0].value_places["c"].line, value["b"][0].value_places["c"].column) == (3, 9)


@pytest.mark.parametrize("depth", [1_000, 100_000])
def test_nothing_is_too_deep_to_be_told(depth):
    value, problems = read_text("[" * depth, "f.yml")
    assert value is None
    assert problems
