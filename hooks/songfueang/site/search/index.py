"""The files that the browser fetches to search: a small one with what is seen first, a large one with everything else.

The search page lists every title with its address (letters.py), so neither is fetched again: the small file says, in the
order of that list, what else each is called and how it begins. A first search costs that file alone; the large one is
fetched when the small one has no good answer, or when the reader asks for it. Both are columns, entry after entry: like
stands beside like, which halves the bytes on the way.
"""

from __future__ import annotations

import codecs
import gzip
import json
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from hashlib import sha256

from ...knowledge import Knowledge
from ...knowledge.normal_form import sound_form
from ...knowledge.records import Search
from ..addresses import address
from ..pages import Page
from .entries import Entry, scripts
from .letters import Listed, script_of

#: Bytes that the small file may take on the way (compressed): the search code and it stay well below 40 KB together.
BUDGET = 29_500
#: The most letters of each entry's words that the small file holds; fewer when more would break the budget.
LONGEST = 200
#: The most other names of each line that the small file holds; fewer when even they would break the budget.
MOST_NAMES = 100
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


def index(knowledge: Knowledge, pages: dict[str, Page], language: str, lines: Sequence[Listed], deep: Sequence[Entry]) -> Index:
    """The files for one language, the small one within its budget.

    ``lines`` are what the search page lists, in its order; ``deep`` is what is only looked for in the whole text. As they
    grow, first the words of each entry in the small file get fewer, then its other names: what is left out is in the
    large one.
    """

    def made(letters: int, names: int) -> Index:
        return index_with(knowledge, pages, language, lines, deep, letters, names)

    def within(letters: int, names: int) -> bool:
        return made(letters, names).bytes_of_first <= BUDGET

    letters = _most(LONGEST, lambda tried: within(tried, MOST_NAMES))
    names = MOST_NAMES if letters else _most(MOST_NAMES, lambda tried: within(0, tried))
    return made(letters, names)


def _most(limit: int, fits: Callable[[int], bool]) -> int:
    """The greatest number up to ``limit`` that ``fits``, 0 when none does; whatever is smaller than one that fits, fits."""
    most, breaks = 0, limit + 1
    while breaks - most > 1:
        tried = (most + breaks) // 2
        if fits(tried):
            most = tried
        else:
            breaks = tried
    return most


def index_with(
    knowledge: Knowledge,
    pages: dict[str, Page],
    language: str,
    lines: Sequence[Listed],
    deep: Sequence[Entry],
    most: int,
    names: int,
) -> Index:
    """The files for one language, with ``most`` letters of each entry's words and that many names in the small one."""
    listed = [entry for line in lines for entry in (line.entry, *line.others)]
    found = [*listed, *deep]
    numbers = {path: number for number, path in enumerate(dict.fromkeys(entry.path for entry in found))}
    begun = [lede(entry.short, most) for entry in found]
    own = own_script(lines)
    early, late = _names(lines, own, names)
    large = {
        "late": late,
        "page": [numbers[entry.path] for entry in deep],
        "anchor": [entry.anchor for entry in deep],
        "title": [entry.title for entry in deep],
        "also": ["|".join(aliases(entry.title, entry.also)) for entry in deep],
        "text": begun[len(listed) :],
        "rest": [
            "\n".join(filter(None, (entry.short[len(words.removesuffix(CUT)) :].strip(), entry.more)))
            for entry, words in zip(found, begun, strict=True)
        ],
    }
    charset = _charset([*large["rest"], *large["text"]])
    name, content = _named(f"{language}-all", large, charset)
    words = knowledge.search or Search()
    small = {
        "all": name.removeprefix("assets/"),
        "pages": [[address(knowledge, language, path), where(pages, path, language)] for path in numbers],
        "terms": next((numbers[entry.path] for entry in listed if entry.term), -1),
        "little": words.little,
        "same": [group for group in words.same if own in scripts(" ".join(group))],
        "also": early,
        "text": begun[: len(listed)],
    }
    first, small_content = _named(language, small, charset)
    return Index(first, charset, {first: small_content, name: content})


def _names(lines: Sequence[Listed], own: str, most: int) -> tuple[list[str], list[str]]:
    """What else each line is called: ``most`` names for the small file, and what can wait for the large one.

    Several words in another script than the list's own are seldom typed here; a term's names are, in any script.
    """
    early, late = [], []
    for line in lines:
        names = [name for entry in (line.entry, *line.others) for name in aliases(entry.title, entry.also)]
        typed = [name for name in names if line.entry.term or own in scripts(name) or len(name.split()) == 1][:most]
        early.append("|".join(typed))
        late.append("|".join(name for name in names if name not in typed))
    return early, late


def own_script(lines: Sequence[Listed]) -> str:
    """The script in which most of the titles begin."""
    begun = Counter(script_of(line.entry.title) for line in lines)
    return max(begun, key=begun.get, default="")


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
    """Other words for an entry, without those that say nothing new to a search.

    Where words are written with spaces, ``subdistrict`` says something beside ``sub-district``.
    """
    kept, seen = [], f" {_joined(title)} "
    for words in also:
        form = _joined(words)
        if form and (f" {form} " if form.isascii() else form) not in seen:
            kept.append(words)
            seen += f"{form} "
    return kept


def _joined(words: str) -> str:
    """How ``words`` sound, without the spaces that say nothing: none parts one Thai letter from another."""
    form = sound_form(words)
    return form if form.isascii() else form.replace(" ", "")


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
