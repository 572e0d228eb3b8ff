"""Ids are addresses: each belongs to one record."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ..problems import Problem, problem
from ..records import Named, Term
from ..store import Knowledge


def no_id_twice(knowledge: Knowledge) -> Iterator[Problem]:
    """Within one kind, and among the parts of one record, no id comes twice."""
    for _, records in _namespaces(knowledge):
        first: dict[str, Named] = {}
        for record in records:
            if record.id in first:
                yield problem(
                    "id-twice",
                    record.place_at("id"),
                    called=record.called,
                    id=record.id,
                    first=first[record.id].place_at("id"),
                )
            first.setdefault(record.id, record)


def no_word_explained_twice(knowledge: Knowledge) -> Iterator[Problem]:
    """In no language do two terms of the glossary explain the same word, however it is spaced or capitalised."""
    first: dict[tuple[str, str], Term] = {}
    for term in knowledge.terms:
        for language, words in term.term.words.items():
            key = language, "".join(words.casefold().split())
            other = first.setdefault(key, term)
            if other is not term:
                place, told = term.term.place_at(language), other.term.place_at(language)
                yield problem("term-twice", place, term=words, other=other.id, first=told)


def no_old_id_in_use(knowledge: Knowledge) -> Iterator[Problem]:
    """An old id left behind by a rename is not the id, or another old id, of a record of the same kind."""
    for _, records in _namespaces(knowledge):
        records = list(records)
        taken = {record.id: record for record in records}
        for record in records:
            for index, old in enumerate(record.was):
                if old in taken:
                    yield problem(
                        "old-id-in-use", record.place_at("was", index), id=old, other=taken[old].place_at("id")
                    )
                taken[old] = record


def no_old_place_in_use(knowledge: Knowledge) -> Iterator[Problem]:
    """Where a record stood on another page, no record has its old id there."""
    kinds = (
        {topic.id: topic.entries for topic in knowledge.topics},
        {guide.id: [*guide.needs, *guide.steps, *guide.deadlines] for guide in knowledge.guides},
    )
    for pages in kinds:
        taken = {f"{page}/{record.id}": record for page, records in pages.items() for record in records}
        for record in [record for records in pages.values() for record in records]:
            for index, old in enumerate(record.was):
                if old in taken:
                    other = taken[old].place_at("id")
                    yield problem("old-id-in-use", record.place_at("was", index), id=old, other=other)


def _namespaces(knowledge: Knowledge) -> Iterator[tuple[str, Iterable[Named]]]:
    """Sets of records that share a page or an address, and so may not share an id."""
    yield "groups", knowledge.groups
    yield "questions", [question for group in knowledge.groups for question in group.questions]
    yield "entries", [entry for topic in knowledge.topics for entry in topic.entries]
    yield "relations", [*knowledge.relations, *(gift for relation in knowledge.relations for gift in relation.gives)]
    for name in ("systems", "sources", "topics", "guides", "stories", "terms", "events", "neighbours", "changes"):
        yield name, getattr(knowledge, name)
    for guide in knowledge.guides:
        yield guide.id, [*guide.needs, *guide.steps, *guide.deadlines]
    if knowledge.choose:
        yield "choose questions", knowledge.choose.questions
        yield "choose results", knowledge.choose.results
        for question in knowledge.choose.questions:
            yield question.id, question.options
