"""The addresses outside the site that its texts, its sources and its pages lead to, with the places where they stand."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urldefrag

from ..knowledge import Knowledge
from ..knowledge.places import Place
from ..knowledge.rules.links import LINK

_OUTSIDE = re.compile(r"https?://")
_HREF = re.compile(r'href="([^"]*)"')


def outside_addresses(root: Path, knowledge: Knowledge) -> dict[str, list[Place]]:
    """Every place of every outside address; what follows ``#`` in an address is left out, as it never leaves the browser."""
    found: dict[str, list[Place]] = {}
    for address, place in [*_of_records(knowledge), *_of_texts(knowledge), *_of_pages(root)]:
        if _OUTSIDE.match(address):
            found.setdefault(urldefrag(address).url, []).append(place)
    return {address: sorted(set(places)) for address, places in sorted(found.items())}


def _of_records(knowledge: Knowledge) -> Iterator[tuple[str, Place]]:
    for record in knowledge.records():
        for key, value in record:
            if isinstance(value, str):
                yield value, record.place_at(key)


def _of_texts(knowledge: Knowledge) -> Iterator[tuple[str, Place]]:
    for text in knowledge.texts:
        for language, words in text.words.items():
            for match in LINK.finditer(words):
                yield match.group(2), text.place_at(language)


def _of_pages(root: Path) -> Iterator[tuple[str, Place]]:
    for path in sorted((root / "docs").rglob("*.md")):
        shown = path.relative_to(root).as_posix()
        for number, line in enumerate(path.read_text(encoding="utf-8").split("\n"), start=1):
            for match in LINK.finditer(line):
                yield match.group(2), Place(shown, number, match.start() + 1)
            for match in _HREF.finditer(line):
                yield match.group(1), Place(shown, number, match.start() + 1)
