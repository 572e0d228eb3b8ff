"""What can be found: every record that has a place on a page, with the words that lead to it."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, replace

from ...knowledge import Knowledge
from ...knowledge.records import Cited, Language, Text
from ..addresses import record_address
from ..dates import written
from ..markdown import bare
from ..pages import Page
from .prose import sections


@dataclass(frozen=True)
class Entry:
    """One thing that can be found, in one language.

    ``path`` and ``anchor`` say where it stands. ``short`` is what a reader sees of it first, ``more`` everything else
    that it says. Entries with the same ``group`` are shown as one result. What is only looked for in the whole text
    is ``deep``; a ``term`` is a name that other texts use.
    """

    path: str
    anchor: str
    title: str
    also: tuple[str, ...] = ()
    short: str = ""
    more: str = ""
    group: str = ""
    deep: bool = False
    term: bool = False


class Entries:
    """All entries of the site in one language, kind after kind."""

    def __init__(self, knowledge: Knowledge, pages: dict[str, Page], language: Language, prose: dict[str, str]):
        """``prose`` is the Markdown of the pages in docs/, by path, in this language."""
        self._knowledge, self._pages, self._language, self._prose = knowledge, pages, language, prose
        self._scripts = {script for page in pages.values() for script in scripts(self._say(page.title))}

    def __iter__(self) -> Iterator[Entry]:
        kinds = self.terms, self._of_pages, self._of_systems, self._of_topics, self._of_guides, self._of_reference, self._of_sources
        for kind in kinds:
            yield from (entry for entry in kind() if entry.path in self._pages)

    def terms(self) -> Iterator[Entry]:
        """The glossary: names in every language, abbreviations, spellings."""
        for term in self._knowledge.terms:
            short = term.short.words.values() if term.short else ()
            names = [*self._others(term.term), *short, *self._typed([*term.also, *term.avoid])]
            yield replace(self._at("term", term.id, term.term, names, term.meaning, _grounds(term)), term=True)

    def _of_pages(self) -> Iterator[Entry]:
        for page in self._pages.values():
            names = [self._say(page.menu), *self._typed(getattr(page.record, "also", []))]
            names += page.also.get(self._language.code, ())
            if page.kind == "system":
                names.append(self._say(page.record.name))
            more = [getattr(page.record, key, None) for key in ("help", "first", "change", "result", "otherwise", "unconfirmed")]
            yield self._made(page.path, "", page.title, names, page.description, more)
            for anchor, title, words in sections(self._prose.get(page.path, "")):
                yield Entry(page.path, anchor, title, more=words)

    def _of_systems(self) -> Iterator[Entry]:
        for question in self._knowledge.questions.values():
            also = self._typed(question.also)
            yield self._at("question", question.id, question.ask, also, more=[question.difference], group=question.id)
            for system in self._knowledge.systems:
                if answer := system.answers.get(question.id):
                    name, more = f"{system.id}/{question.id}", [answer.more, *_grounds(answer)]
                    yield self._at("system", name, question.ask, short=answer.short, more=more, group=question.id)

    def _of_topics(self) -> Iterator[Entry]:
        for entry in self._knowledge.entries.values():
            yield self._at("faq", entry.id, entry.ask, self._typed(entry.also), entry.short, [entry.more, *_grounds(entry)])

    def _of_guides(self) -> Iterator[Entry]:
        for guide in self._knowledge.guides:
            for step in guide.steps:
                more = [step.where, step.who, *step.papers, step.time, step.fee, *_grounds(step)]
                yield self._at("guide", f"{guide.id}/{step.id}", step.title, short=step.text, more=more)
            for deadline in guide.deadlines:
                yield self._at("guide", f"{guide.id}/{deadline.id}", deadline.title, short=deadline.text)
            for need in guide.needs:
                yield self._at("guide", f"{guide.id}/{need.id}", need.text, more=_grounds(need), deep=True)

    def _of_reference(self) -> Iterator[Entry]:
        known = self._knowledge
        for form in known.neighbours:
            more = [form.what, form.law, form.office, *_grounds(form)]
            yield self._at("neighbour", form.id, form.name, self._typed(form.also), form.differs, more)
        for story in known.stories:
            yield self._at("story", story.id, story.name, [self._say(story.place)], story.text, [story.grown_into])
        for relation in known.relations:
            yield self._at("relation", relation.id, relation.title, short=relation.text, more=_grounds(relation))
            for gift in relation.gives:
                yield self._at("relation", gift.id, gift.text, more=_grounds(gift), deep=True)
        for event in known.events:
            yield self._at("event", event.id, event.what, [written(event.date, self._language)], deep=True)

    def _of_sources(self) -> Iterator[Entry]:
        for source in self._knowledge.sources:
            yield self._at("source", source.id, source.title, more=[source.publisher, source.note], deep=True)

    def _at(self, kind: str, name: str, title: Text, also=(), short=None, more=(), group="", deep=False) -> Entry:
        path, anchor = record_address(kind, name, self._knowledge)
        return self._made(path, anchor, title, also, short, more, group, deep)

    def _made(self, path, anchor, title, also=(), short=None, more=(), group="", deep=False) -> Entry:
        rest = "\n".join(filter(None, map(self._say, more)))
        return Entry(path, anchor, self._say(title), tuple(also), self._say(short), rest, group, deep)

    def _say(self, text: Text | None) -> str:
        return bare(text.best(self._language.code)[0]) if text else ""

    def _typed(self, also: list[str]) -> list[str]:
        """What people type, without what is written in a script that this language's pages never use."""
        return [words for words in also if scripts(words) <= self._scripts]

    def _others(self, text: Text) -> list[str]:
        return [words for language, words in text.words.items() if language != self._language.code]


def _grounds(cited: Cited) -> list[Text | None]:
    """What is not confirmed, and where in its sources the rest stands: people ask for a law by its section."""
    return [cited.unconfirmed, *(citation.at for citation in cited.cite)]


def scripts(words: str) -> set[str]:
    """The scripts of the letters in ``words``, as Unicode names them: ``{"THAI", "LATIN"}``."""
    return {unicodedata.name(letter, "").split(" ")[0] for letter in words if unicodedata.category(letter)[0] == "L"}
