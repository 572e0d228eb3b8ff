"""Everything that can be found, language by language, made once and when it is first asked for."""

from __future__ import annotations

import json
from collections.abc import Callable
from functools import cache
from pathlib import Path

from ...knowledge import Knowledge
from ..pages import Page, head_and_body
from .entries import Entries, Entry
from .index import CHARSETS, Index, index
from .letters import Letter, letters


class Searching:
    """What the search page and its script are told."""

    def __init__(self, knowledge: Knowledge, pages: dict[str, Page], docs: Path, worker: str):
        """``worker`` is the name of the script that searches, below the site's root."""
        self.worker = worker
        self._knowledge, self._pages, self._docs = knowledge, pages, docs
        self.entries, self.index, self.letters = cache(self._entries), cache(self._index), cache(self._letters)

    def files(self) -> dict[str, bytes]:
        """Every index file by its name below the site's root; none where there is no page to search on."""
        if "search" not in self._pages:
            return {}
        return {name: content for language in self._knowledge.languages for name, content in self.index(language).files.items()}

    def files_with(self, leads: Callable[[str], str]) -> dict[str, dict]:
        """What the index files hold, by name, with every page's address made into what ``leads`` says."""
        found = {}
        for language in self._knowledge.languages if "search" in self._pages else ():
            made = self.index(language)
            for name, content in made.files.items():
                found[name] = json.loads(content.decode(CHARSETS[made.charset]))
                for page in found[name].get("pages", ()):
                    page[0] = leads(page[0])
        return found

    def _entries(self, language: str) -> list[Entry]:
        spoken = next(known for known in self._knowledge.site.languages if known.code == language)
        prose = {
            page.path: head_and_body((self._docs / page.files[language]).read_text(encoding="utf-8-sig"))[1]
            for page in self._pages.values()
            if language in page.files
        }
        return list(Entries(self._knowledge, self._pages, spoken, prose))

    def _index(self, language: str) -> Index:
        lines = [line for letter in self.letters(language) for line in letter.lines]
        deep = [entry for entry in self.entries(language) if entry.deep]
        return index(self._knowledge, self._pages, language, lines, deep)

    def _letters(self, language: str) -> list[Letter]:
        return letters(self.entries(language))
