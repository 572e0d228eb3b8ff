"""What every file of the open data needs: words, texts and addresses of one language, as plain strings."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from ...knowledge import Knowledge
from ...knowledge.records import Cited, Record, Text
from .. import markdown
from ..addresses import address, record_address
from ..homes import homes, records_by_home, title
from ..pages import Page
from ..settings import Settings
from ..words import Words


class Published(Protocol):
    """What the files are made from; the site is one, and so is the view of a single page."""

    knowledge: Knowledge
    settings: Settings
    pages: dict[str, Page]


@dataclass(frozen=True)
class Download:
    """One file. ``kind`` names its wording (``data.kind.compare``); ``about`` is the record it is limited to."""

    name: str
    content: bytes
    kind: str
    language: str | None = None
    about: Text | None = None


class Edition:
    """One language's edition. Nothing that it returns is escaped or HTML."""

    def __init__(self, site: Published, language: str):
        self.site, self.knowledge, self.language = site, site.knowledge, language
        self.first_language = language == site.knowledge.languages[0]
        self._words = Words(site.knowledge, language)
        self._records = records_by_home(site.knowledge)
        self._homes = {id(record): found[0] for record, found in homes(site.knowledge)}

    def said(self, key: str, **slots: object) -> str:
        """Words of the interface."""
        return self._words(key, **slots).striptags()

    def bare(self, text: Text | None) -> str:
        """A text without Markdown, on one line."""
        return markdown.bare(text.best(self.language)[0]) if text else ""

    def lines(self, text: Text | None) -> str:
        """A text without Markdown, its paragraphs and list items on lines of their own."""
        said = text.best(self.language)[0].splitlines() if text else []
        return "\n".join(bare for line in said if (bare := markdown.bare(line)))

    def markdown(self, words: str) -> str:
        """Markdown whose links to records have become full addresses."""
        return markdown.with_addresses(words, self.linked)

    def file(self, name: str) -> str:
        """The name below the site's root of this language's own file: ``en/calendar.ics``."""
        return address(self.knowledge, self.language, "") + name

    def address(self, path: str = "", anchor: str = "") -> str:
        """The full address of a page."""
        below = address(self.knowledge, self.language, path)
        return f"{self.site.settings.site_url}{below}" + (f"#{anchor}" if anchor else "")

    def address_of(self, record: Record) -> str | None:
        """The full address of a record; None for one that has no place of its own."""
        home = self._homes.get(id(record))
        return self.address(*home) if home and home.path in self.site.pages else None

    def linked(self, target: str) -> str:
        """The full address of a record named as links in texts name it: ``faq:can-one-person-join``."""
        kind, _, name = target.partition(":")
        return self.address(*record_address(kind, name, self.knowledge))

    def title_of(self, target: str) -> str:
        """What a record named ``kind:id`` is called."""
        kind, _, name = target.partition(":")
        return self.bare(title(self._records[record_address(kind, name, self.knowledge)]))

    def sources(self, record: Cited) -> str:
        """What a statement cites, one source a line: title, place, address."""
        lines = []
        for cite in record.cite:
            source = self.knowledge.source_by_id[cite.source]
            parts = (self.bare(source.title), self.bare(cite.at), source.url or "")
            lines.append(", ".join(part for part in parts if part))
        return "\n".join(lines)

    @property
    def terms_of_use(self) -> str:
        """The licence with its address and the name to give."""
        licence = self.knowledge.site.licence
        return f"{licence.name} ({licence.url}) – {self.bare(self.knowledge.site.name)}"


def editions(site: Published) -> list[Edition]:
    """The edition of every language, the first language first."""
    return [Edition(site, language) for language in site.knowledge.languages]
