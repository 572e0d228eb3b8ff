"""The yearly deadlines of the guides as a calendar (RFC 5545), one file per language."""

from __future__ import annotations

from calendar import isleap, monthrange
from datetime import UTC, date, datetime, time, timedelta

from icalendar import Alarm, Calendar, Event

from ...knowledge.records import Deadline, Guide
from ...knowledge.records.guide import DayOfYear
from .edition import Download, Edition, Published, editions

NAME = "calendar.ics"
#: Reminders ring at nine in the morning of the calendar's owner: on the first day, and so many days before the last.
REMINDER_HOUR = timedelta(hours=9)
REMINDER_DAYS = (14, 7, 1)


def downloads(site: Published) -> list[Download]:
    """A calendar in every language, also when there is no deadline (an address that was given out stays)."""
    return [
        Download(edition.file(NAME), calendar(edition).to_ical(), "calendar", edition.language)
        for edition in editions(site)
    ]


def calendar(edition: Edition) -> Calendar:
    """Every yearly deadline as an all-day event that comes back every year."""
    made = Calendar()
    made.add("prodid", f"-//songfueang//{edition.knowledge.site.name.best('en')[0]}//{edition.language.upper()}")
    made.add("version", "2.0")
    made.add("method", "PUBLISH")
    name = edition.said("calendar.name", site=edition.bare(edition.knowledge.site.name))
    for key, value in (
        ("name", name),
        ("x-wr-calname", name),
        ("description", f"{edition.said('calendar.about')} {edition.terms_of_use}"),
        ("url", edition.address("guides")),
    ):
        made.add(key, value)
    for guide in edition.knowledge.guides:
        for deadline in guide.deadlines:
            made.add_component(event(guide, deadline, edition))
    return made


def event(guide: Guide, deadline: Deadline, edition: Edition) -> Event:
    """One deadline. Its first year is the year in which its sources were read: nothing is said about earlier ones.

    A calendar repeats a span by its length in days. The first year is therefore no leap year: a span over the end of
    February then ends a day early in leap years, and never a day late.
    """
    checked = _checked(deadline, edition)
    year = checked.year - isleap(checked.year)
    begins = deadline.from_ or deadline.to
    first, last = _day(begins, year), _day(deadline.to, year)
    if last < first:  # a span over the turn of the year
        last = _day(deadline.to, year + 1)
    made = Event()
    # the first id it ever had, so that a calendar that is read anew does not show it twice after a rename
    made.add("uid", f"{_first_name(deadline, guide)}.{edition.language}@songfueang")
    made.add("dtstamp", datetime.combine(checked, time(), UTC))
    made.add("last-modified", datetime.combine(checked, time(), UTC))
    made.add("dtstart", first)
    made.add("dtend", last + timedelta(days=1))  # the first day after it
    made.add("rrule", _yearly(begins))
    made.add("summary", edition.bare(deadline.title), {"language": edition.language})
    made.add("description", _description(deadline, edition), {"language": edition.language})
    made.add("url", edition.address_of(deadline) or edition.address(f"guides/{guide.id}"))
    made.add("categories", [edition.bare(edition.knowledge.system_by_id[name].name) for name in guide.systems])
    made.add("transp", "TRANSPARENT")  # nobody is busy all that time
    for when in _reminders((last - first).days):
        made.add_component(_alarm(when, edition.bare(deadline.title)))
    return made


def _reminders(days: int) -> list[timedelta]:
    """How long after the start of the first day each reminder rings; ``days`` lie between the first and the last."""
    before = [days - early for early in REMINDER_DAYS]
    wanted = sorted({0, *(day for day in before if day > 0)}) if days else sorted(before)
    return [timedelta(days=day) + REMINDER_HOUR for day in wanted]


def _alarm(when: timedelta, words: str) -> Alarm:
    made = Alarm()
    made.add("action", "DISPLAY")
    made.add("trigger", when)
    made.add("description", words)
    return made


def _description(deadline: Deadline, edition: Edition) -> str:
    sources = edition.sources(deadline)
    parts = [
        edition.lines(deadline.text),
        edition.lines(deadline.unconfirmed),
        sources and f"{edition.said('evidence.from')}\n{sources}",
        edition.said("site.not_official"),
        edition.terms_of_use,
    ]
    return "\n\n".join(part for part in parts if part)


def _yearly(day: DayOfYear) -> dict:
    """Every year on the same day; 29 February is the last day of that month, also in years without it."""
    if (day.month, day.day) == (2, 29):
        return {"freq": "yearly", "bymonth": 2, "bymonthday": -1}
    return {"freq": "yearly"}


def _day(day: DayOfYear, year: int) -> date:
    return date(year, day.month, min(day.day, monthrange(year, day.month)[1]))


def _checked(deadline: Deadline, edition: Edition) -> date:
    """The latest day on which a source of the deadline was read (of any source, if it cites none)."""
    known = edition.knowledge
    cited = [known.source_by_id[cite.source] for cite in deadline.cite]
    return max(source.checked for source in cited or known.sources)


def _first_name(deadline: Deadline, guide: Guide) -> str:
    first = (deadline.was or [deadline.id])[0]
    return first.replace("/", ".") if "/" in first else f"{(guide.was or [guide.id])[0]}.{first}"
