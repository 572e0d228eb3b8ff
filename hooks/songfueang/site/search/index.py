"""The files that the browser fetches to search: a small one with what is seen first, a large one with everything else.

A first search costs the small file alone; the large one is fetched when the small one has no good answer, or when the
reader asks for it. Both are columns, entry after entry: like stands beside like, which halves the bytes on the way.
"""

from __future__ import annotations

import codecs
import gzip
import json
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from hashlib import sha256

from ...knowledge import Knowledge
from ...knowledge.normal_form import sound_form
from ...knowledge.records import Search
from ..addresses import address
from ..pages import Page
from .entries import Entry

#: Bytes that the small file may take on the way (compressed): the search code and it stay well below 40 KB together.
BUDGET = 31_500
#: The most letters of each entry's words that the small file holds; fewer when more would break the budget.
LONGEST = 200
#: Stands at the end of words that go on.
CUT = " …"
#: Where like letters take one byte each, a file is a fifth shorter on the way. Browsers know all of these by standard.
CHARSETS = {"utf-8": "utf-8", "windows-874": "cp874", "windows-1251": "cp1251", "windows-1253": "cp1253"}


@dataclass(frozen=True)
class Index:
    """One language's files by name below the site's root, the name of the one to fetch first, and their charset."""

    first: str
    charset: str
    files: dict[str, bytes]

    @property
    def bytes_of_first(self) -> int:
        """What the first file takes on the way."""
        return len(gzip.compress(self.files[self.first], 6))


def index(knowledge: Knowledge, pages: dict[str, Page], language: str, entries: Iterable[Entry]) -> Index:
    """The files for one language, the small one within its budget if titles and names alone let it."""
    entries = list(entries)
    fits, breaks = 0, LONGEST + 1
    while breaks - fits > 1:
        tried = (fits + breaks) // 2
        if index_with(knowledge, pages, language, entries, tried).bytes_of_first <= BUDGET:
            fits = tried
        else:
            breaks = tried
    return index_with(knowledge, pages, language, entries, fits)


def index_with(knowledge: Knowledge, pages: dict[str, Page], language: str, entries: list[Entry], most: int) -> Index:
    """The files for one language, with ``most`` letters of each entry's words in the small one."""
    found = sorted(entries, key=lambda entry: entry.deep)  # stable: what is only in the large file comes last
    numbers = {path: number for number, path in enumerate(dict.fromkeys(entry.path for entry in found))}
    shallow = [entry for entry in found if not entry.deep]
    ledes = [lede(entry.short, most) for entry in found]
    large = {
        **_columns(found[len(shallow) :], numbers),
        "text": ledes[len(shallow) :],
        "rest": [
            "\n".join(filter(None, (entry.short[len(begun.removesuffix(CUT)) :].strip(), entry.more)))
            for entry, begun in zip(found, ledes, strict=True)
        ],
    }
    charset = _charset([*large["rest"], *large["text"]])
    name, content = _named(f"{language}-all", large, charset)
    words = knowledge.search or Search()
    groups = {entry.group: None for entry in shallow if entry.group}
    small = {
        "all": name.removeprefix("assets/"),
        "pages": [[address(knowledge, language, path), where(pages, path, language)] for path in numbers],
        "terms": sum(entry.path == found[0].path for entry in shallow) if found else 0,
        "little": words.little,
        "same": words.same,
        **_columns(shallow, numbers),
        "text": ledes[: len(shallow)],
        "group": [list(groups).index(entry.group) if entry.group else -1 for entry in shallow],
    }
    first, small_content = _named(language, small, charset)
    return Index(first, charset, {first: small_content, name: content})


def lede(words: str, most: int) -> str:
    """The beginning of ``words``, cut between phrases and ending in … ; all of it when it is not much longer."""
    if len(words) <= most * 1.15:
        return words
    cut = words.rfind(" ", most // 2, most + 1)
    if cut < 0:
        cut = words.find(" ", most, most * 3)
    return words[:cut] + CUT if cut > 0 else ""


def where(pages: dict[str, Page], path: str, language: str) -> str:
    """Where a page stands: the names of the pages above it and its own."""
    parts = path.split("/")
    above = ("/".join(parts[: depth + 1]) for depth in range(len(parts)))
    return " › ".join(pages[name].menu.best(language)[0] for name in above if name in pages)


@lru_cache(maxsize=10_000)  # asked again for every size that is tried
def aliases(title: str, also: tuple[str, ...]) -> list[str]:
    """Other words for an entry, without those that say nothing new to a search."""
    kept, seen = [], sound_form(title).replace(" ", "")
    for words in also:
        form = sound_form(words).replace(" ", "")
        if form and form not in seen:
            kept.append(words)
            seen += f" {form}"
    return kept


def _columns(entries: list[Entry], numbers: dict[str, int]) -> dict[str, list]:
    return {
        "page": [numbers[entry.path] for entry in entries],
        "anchor": [entry.anchor for entry in entries],
        "title": [entry.title for entry in entries],
        "also": ["|".join(aliases(entry.title, entry.also)) for entry in entries],
    }


def _named(stem: str, content: dict, charset: str) -> tuple[str, bytes]:
    text = json.dumps(content, ensure_ascii=False, separators=(",", ":"))
    written = encoded(text, charset)
    return f"assets/search-{stem}.{sha256(written).hexdigest()[:10]}.json", written


def encoded(text: str, charset: str) -> bytes:
    """JSON in ``charset``; letters that it does not have are written as JSON escapes them."""
    return text.encode(CHARSETS[charset], errors="json-escapes")


def _as_json_escapes(error: UnicodeEncodeError) -> tuple[str, int]:
    return json.dumps(error.object[error.start : error.end])[1:-1], error.end


codecs.register_error("json-escapes", _as_json_escapes)


def _charset(texts: list[str]) -> str:
    """The charset in which ``texts`` take the fewest bytes, UTF-8 when none is better."""
    sample = json.dumps(texts[:200], ensure_ascii=False)
    return min(CHARSETS, key=lambda charset: len(encoded(sample, charset)))
