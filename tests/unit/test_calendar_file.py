"""Yearly deadlines that fall on awkward days."""

from __future__ import annotations

from datetime import date, timedelta
from types import SimpleNamespace

import pytest

from songfueang.knowledge.records import Deadline
from songfueang.site.open_data.calendar_file import event
from songfueang.site.open_data.edition import Edition
from songfueang.site.settings import Settings


@pytest.fixture
def made(knowledge):
    """``made(from, to)``: the event of a deadline between two (month, day)."""
    edition = Edition(SimpleNamespace(knowledge=knowledge, settings=Settings(), pages={}), "en")

    def make(to: tuple[int, int], begin: tuple[int, int] | None = None, was: list[str] | None = None):
        days = {"to": {"month": to[0], "day": to[1]}}
        if begin:
            days["from"] = {"month": begin[0], "day": begin[1]}
        context = {"languages": ["th", "en"], "problems": [], "texts": []}
        value = {"id": "notice", "was": was or [], "title": {"th": "แจ้ง", "en": "Notice"}, **days}
        return event(knowledge.guides[0], Deadline.model_validate(value, context=context), edition)

    return make


def test_a_single_day_lasts_one_day_and_is_told_of_before_it_comes(made):
    found = made((1, 30))
    assert found.decoded("DTEND") - found.decoded("DTSTART") == timedelta(days=1)
    reminders = [alarm.decoded("TRIGGER") for alarm in found.walk("VALARM")]
    assert len(reminders) == 3
    assert all(reminder < timedelta() for reminder in reminders)


def test_a_span_is_told_of_on_its_first_day_and_before_its_last(made):
    reminders = [alarm.decoded("TRIGGER") for alarm in made((1, 30), (1, 1)).walk("VALARM")]
    assert reminders[0] == timedelta(hours=9)
    assert reminders[-1] == timedelta(days=28, hours=9)


def test_a_short_span_is_not_told_of_before_it_begins_twice(made):
    reminders = [alarm.decoded("TRIGGER") for alarm in made((1, 2), (1, 1)).walk("VALARM")]
    assert reminders == [timedelta(hours=9)]


def test_the_last_day_of_february_is_the_last_day_in_every_year(made):
    found = made((2, 29))
    assert found.decoded("DTSTART").month == 2
    assert found["RRULE"].to_ical() == b"FREQ=YEARLY;BYMONTHDAY=-1;BYMONTH=2"
    assert "BYMONTHDAY" not in made((2, 28))["RRULE"]


def test_a_span_over_the_turn_of_the_year_ends_in_the_next(made):
    found = made((1, 15), (12, 20))
    first, last = found.decoded("DTSTART"), found.decoded("DTEND") - timedelta(days=1)
    assert (first.month, first.day, last.month, last.day) == (12, 20, 1, 15)
    assert last.year == first.year + 1


def test_a_renamed_deadline_stays_the_same_event(made, knowledge):
    before, after = made((1, 30), was=["old-notice"]), made((1, 30), was=["old-notice", "newer-notice"])
    assert before["UID"] == after["UID"] == f"{knowledge.guides[0].id}.old-notice.en@songfueang"
    assert made((1, 30), was=["old-guide/old-notice"])["UID"] == "old-guide.old-notice.en@songfueang"


def test_nothing_in_an_event_depends_on_the_day_of_the_build(made, knowledge):
    newest = max(source.checked for source in knowledge.sources)
    assert made((1, 30)).decoded("DTSTAMP").date() == newest
    assert made((1, 30)).decoded("DTSTART") <= date(newest.year, 1, 30)
