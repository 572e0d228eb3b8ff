"""Ids that name other records name records that exist."""

from __future__ import annotations

from collections.abc import Iterator

from ..problems import Problem, problem, suggestion
from ..records import Entry, Guide, Record, Search, Term
from ..store import Knowledge


def answers_answer_known_questions(knowledge: Knowledge) -> Iterator[Problem]:
    """A system answers only questions of data/questions.yml."""
    for system in knowledge.systems:
        for question in system.answers:
            if question not in knowledge.questions:
                yield _unknown(system, ("answers", question), question, "question", knowledge.questions, at_key=True)


def citations_name_known_sources(knowledge: Knowledge) -> Iterator[Problem]:
    """A citation names a source of data/sources.yml."""
    for record in knowledge.cited():
        for index, cite in enumerate(record.cite):
            if cite.source not in knowledge.source_by_id:
                path = ("cite", index, "source") if cite.at else ("cite", index)
                yield _unknown(record, path, cite.source, "source", knowledge.source_by_id)


def records_name_known_systems(knowledge: Knowledge) -> Iterator[Problem]:
    """Records are about systems of data/systems/."""
    for relation in knowledge.relations:
        for key, system in (("from", relation.from_), ("to", relation.to)):
            if system not in knowledge.system_by_id:
                yield _unknown(relation, (key,), system, "system", knowledge.system_by_id)
    for record in knowledge.records():
        for index, system in enumerate(getattr(record, "systems", [])):
            if system not in knowledge.system_by_id:
                yield _unknown(record, ("systems", index), system, "system", knowledge.system_by_id)


def records_name_known_records(knowledge: Knowledge) -> Iterator[Problem]:
    """Related entries, next guides, confused terms and the helper's targets exist."""
    guides = {guide.id for guide in knowledge.guides}
    terms = {term.id for term in knowledge.terms}
    lists = (
        (Entry, "related", "FAQ entry", knowledge.entries),
        (Guide, "next", "guide", guides),
        (Term, "confused_with", "term", terms),
        (Search, "offices", "term", terms),
    )
    for record in knowledge.records():
        for kind, key, called, known in lists:
            if isinstance(record, kind):
                yield from _unknown_in_list(record, key, called, known)
    if knowledge.choose:
        questions = {question.id for question in knowledge.choose.questions}
        results = {result.id for result in knowledge.choose.results}
        for result in knowledge.choose.results:
            yield from _unknown_in_list(result, "guides", "guide", guides)
        for question in knowledge.choose.questions:
            for option in question.options:
                for key, called, known in (
                    ("question", "choose question", questions),
                    ("result", "choose result", results),
                ):
                    target = getattr(option.to, key)
                    if target is not None and target not in known:
                        yield _unknown(option, ("to", key), target, called, known)


def _unknown_in_list(record: Record, key: str, called: str, known) -> Iterator[Problem]:
    for index, name in enumerate(getattr(record, key)):
        if name not in known:
            yield _unknown(record, (key, index), name, called, known)


#: Where records of each kind stand, for the message.
FILES = {
    "source": "data/sources.yml",
    "question": "data/questions.yml",
    "system": "data/systems/",
    "FAQ entry": "data/faq/",
    "FAQ topic": "data/faq/",
    "guide": "data/guides/",
    "term": "data/glossary.yml",
    "choose question": "data/choose.yml",
    "choose result": "data/choose.yml",
}


def _unknown(record: Record, path: tuple, typed: str, called: str, known, at_key: bool = False) -> Problem:
    place, near = record.place_at(*path, at_key=at_key), suggestion(typed, known)
    return problem("unknown-id", place, id=typed, called=called, file=FILES[called], nearest=near)
