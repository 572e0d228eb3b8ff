"""From a record on a page to the hands that mend it: its line in the repository's editor, a report already begun."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from ..knowledge import Knowledge
from ..knowledge.places import Place
from ..knowledge.records import Record, Text
from .settings import Settings
from .addresses import address

#: Letters of a record's texts that a report quotes in each language. Thai takes nine bytes a letter in an address,
#: and servers refuse addresses of more than about 8,000 bytes.
MOST_LETTERS = 240
#: Records on one page whose reports are begun on the page itself; where there are more, a page of its own begins them.
MOST_ON_THE_PAGE = 45


@dataclass(frozen=True)
class Mendable:
    """A record where a reader meets it: the page's path, the anchor on it, what it is called there, its line."""

    record: Record
    path: str
    anchor: str
    label: Text
    place: Place


class Mending:
    """Knows where every record is shown and written; ``offered`` is false when nobody said where the files are."""

    def __init__(self, knowledge: Knowledge, settings: Settings):
        self._knowledge, self._settings = knowledge, settings
        self.offered = bool(settings.repo_url)
        self._found = {id(found.record): found for found in mendables(knowledge)} if self.offered else {}
        self._on_page = Counter(found.path for found in self._found.values())

    def of(self, record: Record) -> Mendable | None:
        """Where ``record`` is met and written; None when it is not offered for mending."""
        return self._found.get(id(record))

    def on(self, path: str) -> list[Mendable]:
        """Everything that can be mended on the page ``path``, in the page's order."""
        return [found for found in self._found.values() if found.path == path]

    def begun_apart(self, path: str) -> bool:
        """Whether the page has so many records that a page of its own begins their reports."""
        return self._on_page[path] > MOST_ON_THE_PAGE

    @property
    def long_pages(self) -> list[str]:
        """The pages whose reports are begun on a page of their own."""
        return [path for path in self._on_page if self.begun_apart(path)]

    def report_url(self, found: Mendable, language: str) -> str | None:
        """The address that begins an issue about a record: its page, its id, its line, its texts in every language."""
        texts = {code: _quoted(found.record, code) for code in self._knowledge.languages}
        return self._url(found.label, found.path, found.anchor, found.place, texts, language)

    def page_report_url(self, path: str, place: Place | None, title: Text, description: Text, language: str) -> str | None:
        """The address that begins an issue about a page as a whole."""
        texts = {
            code: _cut("\n".join(text.words[code] for text in (title, description) if code in text))
            for code in self._knowledge.languages
        }
        return self._url(title, path, "", place, texts, language)

    def _url(
        self, label: Text, path: str, anchor: str, place: Place | None, texts: dict[str, str], language: str
    ) -> str | None:
        wording = self._knowledge.wording
        keys = ("report_title", "report_ask", "report_about")
        named, ask, about = (wording[f"mend.{key}"].best(language)[0] for key in keys)
        page = self._settings.site_url + address(self._knowledge, language, path) + (f"#{anchor}" if anchor else "")
        quotes = "\n\n".join(
            f"{known.name}:\n{texts[known.code]}" for known in self._knowledge.site.languages if texts[known.code]
        )
        called = {"page": page, "id": anchor or path or "index", "place": f"{place.file}:{place.line}" if place else ""}
        title = named.format(label=_cut(label.best(language)[0], 80))
        return self._settings.report_url(title, ask, about.format(texts=quotes, **called))


def mendables(knowledge: Knowledge) -> Iterator[Mendable]:
    """Every record that a reader meets under an anchor of its own."""

    def met(record: Record, path: str, anchor: str, label: Text, place: Place | None = None) -> Mendable:
        return Mendable(record, path, anchor, label, place or record.place_at())

    for system in knowledge.systems:
        for question, answer in system.answers.items():
            asked = knowledge.questions[question].ask
            place = system.place_at("answers", question, at_key=True)
            yield met(answer, f"systems/{system.id}", question, asked, place)
    for topic in knowledge.topics:
        yield from (met(entry, f"faq/{topic.id}", entry.id, entry.ask) for entry in topic.entries)
    for guide in knowledge.guides:
        path = f"guides/{guide.id}"
        yield from (met(deadline, path, deadline.id, deadline.title) for deadline in guide.deadlines)
        yield from (met(need, path, need.id, need.text) for need in guide.needs)
        yield from (met(step, path, step.id, step.title) for step in guide.steps)
    for relation in knowledge.relations:
        yield met(relation, "together", relation.id, relation.title)
        yield from (met(gift, "together", gift.id, gift.text) for gift in relation.gives)
    for path, records, label in (
        ("together", knowledge.stories, "name"),
        ("glossary", knowledge.terms, "term"),
        ("timeline", knowledge.events, "what"),
        ("neighbours", knowledge.neighbours, "name"),
        ("sources", knowledge.sources, "title"),
    ):
        yield from (met(record, path, record.id, getattr(record, label)) for record in records)


def _quoted(record: Record, language: str) -> str:
    """The record's texts in one language, in the order in which they are written."""
    fields = (getattr(record, name) for name in type(record).model_fields)
    return _cut("\n".join(text.words[language] for text in fields if isinstance(text, Text) and language in text))


def _cut(words: str, most: int = MOST_LETTERS) -> str:
    """The beginning of ``words``, cut at a space so that no letter loses its marks."""
    if len(words) <= most:
        return words
    head, _, _ = words[:most].rpartition(" ")
    return (head or words[: most // 2].rstrip()) + " …"
