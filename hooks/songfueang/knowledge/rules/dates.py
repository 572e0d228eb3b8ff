"""Dates come in an order that can be."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from ..problems import Problem, problem
from ..store import Knowledge


def what_ends_ends_after_it_began(knowledge: Knowledge) -> Iterator[Problem]:
    """``until`` is not before ``as_of``."""
    for record in knowledge.cited():
        if record.until and record.as_of and record.until < record.as_of:
            yield problem("ends-before-it-began", record.place_at("until"), until=record.until, as_of=record.as_of)


def sources_are_checked_after_they_are_published(knowledge: Knowledge) -> Iterator[Problem]:
    """Nobody reads a source before it is published."""
    for source in knowledge.sources:
        if source.published and source.published > source.checked.isoformat()[: len(source.published)]:
            yield problem(
                "checked-before-published",
                source.place_at("checked"),
                checked=source.checked,
                published=source.published,
            )


def events_are_in_order(knowledge: Knowledge) -> Iterator[Problem]:
    """The history is written from the oldest to the newest."""
    for earlier, later in pairwise(knowledge.events):
        shared = min(len(earlier.date), len(later.date))
        if later.date[:shared] < earlier.date[:shared]:
            yield problem("events-out-of-order", later.place_at("date"), date=later.date, before=earlier.date)


def changes_are_in_order(knowledge: Knowledge) -> Iterator[Problem]:
    """What changed is written from the newest to the oldest."""
    for later, earlier in pairwise(knowledge.changes):
        if earlier.date > later.date:
            yield problem("changes-out-of-order", earlier.place_at("date"), date=earlier.date, before=later.date)
