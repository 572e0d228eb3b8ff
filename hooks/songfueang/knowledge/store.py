"""Everything that is known, read and checked: the one thing that the site is made from."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

from .records import (
    Change,
    Choose,
    Cited,
    Entry,
    Event,
    Guide,
    LinkException,
    Named,
    Neighbour,
    Question,
    QuestionGroup,
    Record,
    Relation,
    RuleException,
    Search,
    Site,
    Source,
    Story,
    System,
    Term,
    Text,
    Topic,
)

#: From best to least.
GRADES = ("law", "official", "secondary")


@dataclass
class Knowledge:
    """The records of ``data/`` in the order in which they are shown, and the day they are shown on."""

    site: Site
    systems: list[System]
    groups: list[QuestionGroup]
    sources: list[Source]
    relations: list[Relation] = field(default_factory=list)
    topics: list[Topic] = field(default_factory=list)
    guides: list[Guide] = field(default_factory=list)
    choose: Choose | None = None
    stories: list[Story] = field(default_factory=list)
    terms: list[Term] = field(default_factory=list)
    events: list[Event] = field(default_factory=list)
    neighbours: list[Neighbour] = field(default_factory=list)
    changes: list[Change] = field(default_factory=list)
    exceptions: list[RuleException] = field(default_factory=list)
    link_exceptions: list[LinkException] = field(default_factory=list)
    search: Search | None = None
    wording: dict[str, Text] = field(default_factory=dict)
    texts: list[Text] = field(default_factory=list)
    today: date = field(default_factory=date.today)

    @cached_property
    def languages(self) -> list[str]:
        """Codes of the site's languages; the first is the one at the root."""
        return [language.code for language in self.site.languages]

    @cached_property
    def questions(self) -> dict[str, Question]:
        return {question.id: question for group in self.groups for question in group.questions}

    @cached_property
    def entries(self) -> dict[str, Entry]:
        return {entry.id: entry for topic in self.topics for entry in topic.entries}

    @cached_property
    def source_by_id(self) -> dict[str, Source]:
        return {source.id: source for source in self.sources}

    @cached_property
    def system_by_id(self) -> dict[str, System]:
        return {system.id: system for system in self.systems}

    def records(self) -> Iterator[Record]:
        """Every record, also those inside others."""
        return iter(self._records)

    @cached_property
    def _records(self) -> list[Record]:
        shelves = (
            [self.site], self.systems, self.groups, self.sources, self.relations, self.topics, self.guides,
            [self.choose] if self.choose else [], self.stories, self.terms, self.events, self.neighbours,
            self.changes,
            [self.search] if self.search else [],
        )  # fmt: skip
        return [inside for shelf in shelves for record in shelf for inside in walk(record)]

    def cited(self) -> Iterator[Cited]:
        """Every record that makes a statement."""
        return (record for record in self.records() if isinstance(record, Cited))

    def named(self) -> Iterator[Named]:
        """Every record with an id."""
        return (record for record in self.records() if isinstance(record, Named))

    def sureness(self, record: Cited) -> str:
        """How sure a statement is, derived from the best source it cites.

        ``law``, ``official`` or ``secondary``; ``advice`` when it is our own; else ``unconfirmed``.
        """
        if getattr(record, "advice", False):
            return "advice"
        grades = self._grades(record)
        return next((grade for grade in GRADES if grade in grades), "unconfirmed")

    def and_others(self, record: Cited) -> bool:
        """Whether a part of the statement may rest on a source of a lower grade than the one it is called after."""
        return not getattr(record, "advice", False) and len(self._grades(record)) > 1

    def _grades(self, record: Cited) -> set[str]:
        return {self.source_by_id[cite.source].kind for cite in record.cite if cite.source in self.source_by_id}

    def ended(self, record: Cited) -> bool:
        """Whether the last day on which the statement is known to hold has passed."""
        return record.until is not None and record.until < self.today


def walk(record: Record) -> Iterator[Record]:
    """The record and every record inside it."""
    yield record
    for name in type(record).model_fields:
        value = getattr(record, name)
        items = value.values() if isinstance(value, dict) else value if isinstance(value, list) else [value]
        for item in items:
            if isinstance(item, Record):
                yield from walk(item)
