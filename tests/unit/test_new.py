"""``songfueang new``: a record to be filled in, where it belongs, told until it is filled in, valid when it is."""

from __future__ import annotations

import re
from collections.abc import Callable
from itertools import count
from pathlib import Path

import pytest

from songfueang.cli import main
from songfueang.editing.adding import KINDS
from songfueang.knowledge import read
from songfueang.knowledge.problems import Severity

ROOT = Path(__file__).resolve().parents[2]

#: The call for every kind of record, and the file it writes to.
CALLS = {
    "faq": (["--in", "basics"], "data/faq/basics.yml"),
    "topic": ([], "data/faq/brand-new.yml"),
    "term": ([], "data/glossary.yml"),
    "source": (["--set", "kind=law"], "data/sources.yml"),
    "system": ([], "data/systems/brand-new.yml"),
    "guide": ([], "data/guides/brand-new.yml"),
    "step": (["--in", "yearly-notice"], "data/guides/yearly-notice.yml"),
    "story": ([], "data/stories.yml"),
    "event": (["--set", "date=2030-01-01"], "data/timeline.yml"),
    "neighbour": ([], "data/neighbours.yml"),
    "relation": ([], "data/relations.yml"),
    "gift": (["--in", "community-enterprise-as-otop-producer"], "data/relations.yml"),
    "group": ([], "data/questions.yml"),
    "question": (["--in", "identity"], "data/questions.yml"),
}


@pytest.fixture
def new(project) -> Callable[..., int]:
    """Call ``songfueang new`` on the copy."""
    return lambda kind, name, *more: main(["--root", str(project), "new", kind, name, *more])


@pytest.fixture
def one_of_each(project, new) -> Path:
    """The copy with a new record of every kind."""
    for kind, (more, _) in CALLS.items():
        assert new(kind, "brand-new" if kind != "gift" else "brand-new-gift", *more) == 0
    return project


def errors(project: Path) -> list:
    return [found for found in read(project)[1] if found.severity is not Severity.NOTICE]


def fill(path: Path, uncomment: bool = False) -> None:
    """Fill in every ``""`` as an editor would, with ``uncomment`` also what may be left out."""
    text = path.read_text(encoding="utf-8")
    if uncomment:
        text = re.sub(r"^( *)# (?=(?!yaml-)[a-z_-]+:|  )", r"\1", text, flags=re.MULTILINE)
    text = re.sub(r'\bth: ""', 'th: "ถ้อยคำ"', text)
    text = re.sub(r'\ben: ""', 'en: "some words"', text)
    text = re.sub(r"\bcite: \[\]", "cite: [ce-act-2548]", text)
    numbers = count()
    text = re.sub(r'\bid: ""', lambda _: f"filled-in-{next(numbers)}", text)
    text = text.replace("filled-in-", "id: filled-in-")
    values = {
        "from": "otop", "to": "community-enterprise", "read": "whole", "as_of": "2020-01-01", "until": "2099-12-31",
        "month": "1", "day": "30", "light": '"#5a3d86"', "dark": '"#cdb4f5"', "url": "https://example.org/law",
        "archived": "https://example.org/kept", "published": "2001-09-07",
    }  # fmt: skip
    for key, value in values.items():
        text = re.sub(rf'\b{key}: ""', f"{key}: {value}", text)
    path.write_text(text, encoding="utf-8")


def test_there_is_a_call_for_every_kind():
    assert set(CALLS) == set(KINDS)


def test_what_is_written_is_told_as_to_be_filled_in(one_of_each):
    told = errors(one_of_each)
    assert {found.place.file for found in told if found.rule == "empty-text"} == {file for _, file in CALLS.values()}
    assert {found.place.file for found in told} == {file for _, file in CALLS.values()}


@pytest.mark.parametrize("uncomment", [False, True], ids=["what must be", "all there may be"])
def test_a_record_that_is_filled_in_is_valid(one_of_each, uncomment):
    for file in {file for _, file in CALLS.values()}:
        fill(one_of_each / file, uncomment)
    left = [str(found) for found in errors(one_of_each) if found.rule != "figure-without-day"]
    assert left == []


def test_everything_that_was_there_stays_as_it_was(one_of_each):
    for file in {file for _, file in CALLS.values()}:
        before = (ROOT / file).read_text(encoding="utf-8").split("\n") if (ROOT / file).is_file() else []
        after = iter((one_of_each / file).read_text(encoding="utf-8").split("\n"))
        assert all(line in after for line in before), f"{file}: a line is gone or has moved"


@pytest.mark.parametrize(
    ("call", "place"),
    [
        (["term", "tambon"], "data/glossary.yml:"),
        (["source", "ce-act-2548"], "data/sources.yml:"),
        (["system", "otop"], "data/systems/otop.yml:"),
        (["faq", "{entry}", "--in", "basics"], "data/faq/"),
        (
            ["gift", "community-enterprise-as-otop-producer", "--in", "community-enterprise-as-otop-producer"],
            "data/relations.yml:",
        ),
        (["step", "know-the-day", "--in", "yearly-notice"], "data/guides/yearly-notice.yml"),
    ],
    ids=lambda value: value[0] if isinstance(value, list) else "",
)
def test_an_id_that_is_taken_is_refused_with_its_place(new, project, knowledge, capsys, call, place):
    kept = {path: path.read_bytes() for path in (project / "data").rglob("*.yml")}
    call = [part.format(entry=next(iter(knowledge.entries))) for part in call]
    assert new(*call) == 1
    assert place in capsys.readouterr().err
    assert {path: path.read_bytes() for path in (project / "data").rglob("*.yml")} == kept


def test_an_id_that_is_no_id_or_a_parent_that_is_not_there_is_told_with_a_hint(new, capsys):
    assert new("term", "Temple_Group") == 1
    assert "is not a valid id" in capsys.readouterr().err
    assert new("faq", "brand-new", "--in", "basic") == 1
    assert "'basics'" in capsys.readouterr().err
    assert new("faq", "brand-new") == 1


def test_a_key_that_there_is_not_is_told_with_the_nearest(new, capsys):
    assert new("term", "brand-new", "--set", "meening.th=x") == 2
    assert "'meaning'" in capsys.readouterr().err
    assert new("term", "brand-new", "--set", "meaning.lo=x") == 2


def test_with_all_values_given_the_record_is_done(new, project):
    values = [
        "term.th=โรงแปรรูป", "term.en=processing house", "meaning.th=ที่ทำผลผลิตให้เป็นสินค้า: สะอาดและ “ปลอดภัย”",
        'meaning.en=A place that turns crops into goods: "clean", and safe', "cite=ce-act-2548", "also=โรงงาน, mill",
    ]  # fmt: skip
    assert new("term", "processing-house", "--bare", *(part for value in values for part in ("--set", value))) == 0
    assert errors(project) == []
    term = read(project)[0].terms[-1]
    assert term.meaning["en"] == 'A place that turns crops into goods: "clean", and safe'
    assert term.also == ["โรงงาน", "mill"]


def test_an_event_is_put_where_its_date_belongs(new, project):
    new("event", "brand-new", "--set", "date=2001-10", "--set", "cite=ce-act-2548")
    fill(project / "data/timeline.yml")
    assert errors(project) == []


def test_a_new_system_is_asked_every_question_and_needs_to_answer_one(new, project, knowledge):
    new("system", "brand-new")
    path = project / "data/systems/brand-new.yml"
    text = path.read_text(encoding="utf-8")
    first, *others = knowledge.questions
    assert f"\n  {first}: #" in text
    assert [question for question in others if f"\n  # {question}: #" not in text] == []
    fill(path)
    assert errors(project) == []
    assert list(read(project)[0].system_by_id["brand-new"].answers) == [first]


def test_the_first_record_of_a_list_begins_the_file(new, project):
    (project / "data/stories.yml").unlink()
    assert new("story", "brand-new") == 0
    fill(project / "data/stories.yml")
    assert [found for found in errors(project) if found.place.file == "data/stories.yml"] == []


def test_a_file_that_cannot_be_read_is_left_alone(new, project, change, capsys):
    change("data/glossary.yml", "- id:", "- id: [")
    before = (project / "data/glossary.yml").read_bytes()
    assert new("term", "brand-new") == 1
    assert "data/glossary.yml:" in capsys.readouterr().err
    assert (project / "data/glossary.yml").read_bytes() == before
