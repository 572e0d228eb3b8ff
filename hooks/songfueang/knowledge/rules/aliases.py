"""What people type leads to one thing: no alias belongs to two, and none is another's name."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ..normal_form import normal_form
from ..places import Place
from ..problems import Problem, problem
from ..records import Entry, Guide, Neighbour, Question, Record, System, Term, Text, Topic
from ..store import Knowledge

#: The keys under which records of each kind carry their names.
_NAMES = {
    System: ("name", "full_name"), Question: ("ask",), Term: ("term", "short"), Neighbour: ("name",), Guide: ("name",), Entry: ("ask",),
    Topic: ("name",),
}  # fmt: skip


@dataclass(frozen=True)
class _Called:
    """One way in which a record is called."""

    form: str
    words: str
    record: Record
    place: Place | None
    alias: bool


def aliases_lead_to_one_thing(knowledge: Knowledge) -> Iterator[Problem]:
    """An alias of one record is no alias and no name of another, however the two are spelt.

    A term and a system, say, that share their id or a name are one thing told twice, and may share their aliases.
    """
    by_form: dict[str, list[_Called]] = {}
    for record in knowledge.records():
        for called in _called(record):
            by_form.setdefault(called.form, []).append(called)
    same = _Sameness(by_form)
    for found in by_form.values():
        standing = [called for called in found if not called.alias]
        for called in (called for called in found if called.alias):
            other = next((other for other in standing if not same(called.record, other.record)), None)
            if other is None:
                standing.append(called)
                continue
            rule, kind = "alias-twice" if other.alias else "alias-is-a-name", other.record.called
            yield problem(rule, called.place, alias=called.words, called=kind, id=other.record.id, other=other.place)


def _called(record: Record) -> Iterator[_Called]:
    for key in _NAMES.get(type(record), ()):
        text: Text | None = getattr(record, key)
        for language, words in text.words.items() if text else ():
            yield _Called(_form(words), words, record, text.place_at(language), alias=False)
    for index, words in enumerate(getattr(record, "also", ())):
        if form := _form(words):
            yield _Called(form, words, record, record.place_at("also", index), alias=True)


def _form(words: str) -> str:
    return normal_form(words).replace(" ", "")


class _Sameness:
    """Whether two records are one thing: the same record, or named things with one id or one name."""

    def __init__(self, by_form: dict[str, list[_Called]]):
        self._names: dict[int, set[str]] = {}
        for found in by_form.values():
            for called in found:
                if not called.alias:
                    self._names.setdefault(id(called.record), {called.record.id}).add(called.form)

    def __call__(self, one: Record, other: Record) -> bool:
        if one is other:
            return True
        return type(one) is not type(other) and bool(self._of(one) & self._of(other))

    def _of(self, record: Record) -> set[str]:
        return self._names.get(id(record), set())
