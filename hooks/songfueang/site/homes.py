"""Where every record is shown: its page, and the anchor on it. The same in every language."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from ..knowledge import Knowledge
from ..knowledge.records import Record, Text


class Home(NamedTuple):
    """A place on the site. ``anchor`` is empty for a record that has the page to itself."""

    path: str
    anchor: str = ""


def homes(knowledge: Knowledge) -> Iterator[tuple[Record, list[Home]]]:
    """Every record that can be linked to, with its homes; the first of them is its address."""
    for system in knowledge.systems:
        yield system, [Home(f"systems/{system.id}")]
        for question, answer in system.answers.items():
            yield answer, [Home(f"systems/{system.id}", question)]
    for group in knowledge.groups:
        answering = [
            f"systems/{system.id}"
            for system in knowledge.systems
            if any(question.id in system.answers for question in group.questions)
        ]
        yield group, [Home(path, group.id) for path in ("compare", *answering)]
        for question in group.questions:
            answering = [f"systems/{system.id}" for system in knowledge.systems if question.id in system.answers]
            yield question, [Home(path, question.id) for path in ("compare", *answering)]
    for topic in knowledge.topics:
        yield topic, [Home(f"faq/{topic.id}"), Home("faq", topic.id)]
        for entry in topic.entries:
            yield entry, [Home(f"faq/{topic.id}", entry.id)]
    for guide in knowledge.guides:
        yield guide, [Home(f"guides/{guide.id}")]
        for part in (*guide.needs, *guide.steps, *guide.deadlines):
            yield part, [Home(f"guides/{guide.id}", part.id)]
    if knowledge.choose:
        for question in knowledge.choose.questions:
            yield question, [Home(f"choose/{question.id}")]
        for result in knowledge.choose.results:
            yield result, [Home(f"choose/results/{result.id}")]
    for relation in knowledge.relations:
        for record in (relation, *relation.gives):
            yield record, [Home("together", record.id)]
    listed = (
        ("together", knowledge.stories), ("glossary", knowledge.terms), ("timeline", knowledge.events),
        ("neighbours", knowledge.neighbours), ("sources", knowledge.sources), ("data", knowledge.changes),
    )  # fmt: skip
    for path, records in listed:
        for record in records:
            yield record, [Home(path, record.id)]


#: Where the different kinds of record keep what they are called.
_CALLED = ("name", "title", "ask", "term", "what", "short", "text")


def title(record: Record) -> Text:
    """What a record is called on the site."""
    return next(text for key in _CALLED if (text := getattr(record, key, None)))


def records_by_home(knowledge: Knowledge) -> dict[Home, Record]:
    """The record that stands at each place. Where a system answers a question, that is the answer."""
    found: dict[Home, Record] = {}
    for record, places in homes(knowledge):
        for place in places:
            found.setdefault(place, record)
    return found
