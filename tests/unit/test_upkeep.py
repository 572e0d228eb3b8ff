"""What ends and what has to be read again, told in time; and the report about it."""

from __future__ import annotations

import json
from datetime import date, timedelta

import pytest
from small_data import SMALL, write

from songfueang.cli import main
from songfueang.knowledge import Knowledge, read
from songfueang.knowledge.places import Place
from songfueang.knowledge.problems import problem
from songfueang.site.settings import Settings
from songfueang.upkeep.expiring import already_ended, expiring
from songfueang.upkeep.links import Finding
from songfueang.upkeep.report import MOST_LETTERS, report

TODAY = date(2030, 6, 1)
FAQ = """\
name: {th: เรื่องพื้นฐาน, en: Basics}
about: {th: คำถามแรก, en: First questions}
entries:
"""
ENTRY = """\
  - id: the-measure-of-{day}
    ask: {{th: มีมาตรการอะไร, en: What is there?}}
    short: {{th: มีมาตรการหนึ่ง, en: There is a measure}}
    cite: [the-act]
    until: {day}
"""
REPOSITORY = Settings(repo_url="https://github.com/example/songfueang")


@pytest.fixture
def with_ends(tmp_path):
    """Small data with a statement that ends on each of the given days, and one source that was last read on a day."""

    def made(*days: date, checked: date = TODAY, **files: str) -> Knowledge:
        if days:
            files["faq/basics.yml"] = FAQ + "".join(ENTRY.format(day=f"d{day}") for day in days).replace(
                "until: d", "until: "
            )
        files["sources.yml"] = SMALL["sources.yml"].replace("2026-11-22", str(checked))
        knowledge, problems = read(write(tmp_path, **files), TODAY)
        assert knowledge is not None, problems
        return knowledge

    return made


def in_days(days: int) -> date:
    return TODAY + timedelta(days=days)


def ends(knowledge: Knowledge, days: int = 60) -> list[str]:
    return [found.slots["until"] for found in expiring(knowledge, days)]


def test_what_ends_within_the_days_is_told_the_nearest_first_and_later_ends_are_not(with_ends):
    knowledge = with_ends(in_days(61), in_days(60), in_days(0), in_days(-1))
    assert ends(knowledge) == [str(in_days(days)) for days in (-1, 0, 60)]
    assert ends(knowledge, 61)[-1] == str(in_days(61))
    assert [already_ended(found, knowledge) for found in expiring(knowledge, 60)] == [True, False, False]


def test_an_end_with_a_reasoned_exception_is_not_told(with_ends):
    exception = {
        "rule": "has-ended",
        "file": "data/faq/basics.yml",
        "id": f"the-measure-of-d{in_days(-5)}",
        "reason": "history",
    }
    knowledge = with_ends(in_days(-5), in_days(6), **{"exceptions.yml": json.dumps([exception])})
    assert ends(knowledge) == [str(in_days(6))]


def test_a_source_is_to_be_read_again_when_the_year_is_over_by_then(with_ends):
    assert expiring(with_ends(checked=in_days(-300)), 60) == []
    found = expiring(with_ends(checked=in_days(-320)), 60)
    assert [one.rule for one in found] == ["old-check"]


def test_the_command_tells_and_never_fails(project, capsys, monkeypatch):
    monkeypatch.setenv("TODAY", "2025-12-01")
    assert main(["--root", str(project), "expiring", "--days", "31", "--lang", "en"]) == 0
    told = capsys.readouterr()
    assert "known to apply only until 2025-12-31" in told.out
    assert "31 days" in told.err
    assert main(["--root", str(project), "expiring", "--days", "29"]) == 0
    assert "2025-12-31" not in capsys.readouterr().out


def test_a_command_says_what_keeps_the_data_from_being_read(project, change, capsys):
    change("data/faq/basics.yml", "order:", "ordre:")
    for command in ("expiring", "links", "report"):
        assert main(["--root", str(project), command]) == 1
        told = capsys.readouterr()
        assert told.out == ""
        assert "'ordre'" in told.err


def gone(number: int = 1) -> Finding:
    address = f"https://a.example/หน้า?a={number}"
    place = Place("data/sources.yml", number)
    return Finding(problem("link-gone", place, address=address, said="HTTP 404"), address)


def test_nothing_to_do_is_nothing_written(with_ends):
    assert report(with_ends(), REPOSITORY, [], [], 60) == ""


def test_the_report_groups_what_is_found_in_every_language_with_the_way_to_the_line(with_ends):
    knowledge = with_ends(in_days(10), in_days(-10))
    text = report(knowledge, REPOSITORY, expiring(knowledge, 60), [gone(42)], 60)
    headings = [line for line in text.split("\n") if line.startswith("### ")]
    assert headings == [
        "### จะสิ้นสุดใน 60 วัน · Ends within 60 days (1)",
        "### ที่อยู่เว็บที่เปิดไม่ได้ · Addresses that do not open (1)",
        "### สิ้นสุดแล้ว หน้าเว็บบอกเองว่าอาจสิ้นสุด · Has ended; the page says so automatically (1)",
    ]
    assert "[`data/sources.yml:42`](https://github.com/example/songfueang/edit/main/data/sources.yml#L42)" in text
    assert "· <https://a.example/หน้า?a=42>\n" in text
    assert "คือไม่มีหน้านี้แล้ว · https://a.example/หน้า?a=42 answers HTTP 404" in text
    assert text.count("look where the page has moved to") == 1
    assert TODAY.isoformat() in text


def test_a_report_fits_into_an_issue_and_tells_how_much_was_left_out(with_ends):
    knowledge = with_ends()
    text = report(knowledge, REPOSITORY, [], [gone(number) for number in range(1, 2000)], 60)
    assert MOST_LETTERS * 0.9 < len(text) < 65_536
    shown = text.count("- [ ] ")
    assert f"and {1999 - shown} more" in text


def test_the_words_of_a_server_cannot_become_markup(with_ends):
    told = problem(
        "link-fails", Place("data/sources.yml"), address="https://a.example/", said="<img src=x> | @somebody"
    )
    text = report(with_ends(), REPOSITORY, [], [Finding(told, "https://a.example/")], 60)
    assert "<img" not in text
    assert "@somebody" not in text


def test_the_report_command_writes_it(tmp_path, capsys, monkeypatch):
    monkeypatch.setenv("TODAY", "2026-12-01")
    nowhere = SMALL["sources.yml"].replace("https://example.org/", "http://127.0.0.1:9/")
    licence = SMALL["site.yml"].replace("https://creativecommons.org/", "http://127.0.0.1:9/")
    write(tmp_path, **{"sources.yml": nowhere, "site.yml": licence})
    assert main(["--root", str(tmp_path), "report", "--pause", "0"]) == 0
    out = capsys.readouterr().out
    assert "Addresses that do not open (2)" in out
    assert "<http://127.0.0.1:9/act>" in out
