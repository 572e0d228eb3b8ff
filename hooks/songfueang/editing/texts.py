"""Every text of the data and the pages, by name, read without any rule.

Old revisions may hold what today's rules refuse, so texts are found by their form: keys with words by language.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from ..knowledge.places import LocatedList, LocatedMap, Place
from ..knowledge.read import languages_of
from ..knowledge.yaml_reading import read_text, read_yaml
from ..site.pages import head_and_body


@dataclass
class Said:
    """One text: its name (``faq/basics/entries/what-for/short``), its words by language, and where they stand."""

    name: str
    words: dict[str, str] = field(default_factory=dict)
    places: dict[str, Place] = field(default_factory=dict)

    @property
    def key(self) -> str:
        """The last part of the name that is not a number: what kind of text it is."""
        return next((part for part in reversed(self.name.split("/")) if not part.isdigit()), "")

    @property
    def numbered(self) -> bool:
        """Whether the text stands in a list without ids, so that its name may move to another text."""
        return self.name.rpartition("/")[2].isdigit()


def texts_of(root: Path, languages: list[str] | None = None) -> dict[str, Said]:
    """Every text below ``root/data`` and ``root/docs``, by its name; a page's body is one text."""
    data = root / "data"
    languages = languages or languages_of(data)
    found: dict[str, Said] = {}
    for path in sorted(data.rglob("*.yml")):
        value, _ = read_yaml(path, path.relative_to(root).as_posix())
        start = path.relative_to(data).with_suffix("").as_posix()
        found |= {text.name: text for text in _texts(value, start, languages)}
    for name, language, words, place in _pages(root / "docs"):
        if language in languages:
            text = found.setdefault(name, Said(name))
            text.words[language], text.places[language] = words, place
    return found


def _texts(value: object, name: str, languages: list[str]) -> Iterator[Said]:
    if isinstance(value, LocatedMap):
        if value and set(value) <= set(languages):
            words = {language: _even(said) for language, said in value.items() if isinstance(said, str)}
            yield Said(name, words, {language: value.value_places[language] for language in words})
            return
        for key, inner in value.items():
            yield from _texts(inner, f"{name}/{key}", languages)
    elif isinstance(value, LocatedList):
        for number, item in enumerate(value):
            called = item.get("id") if isinstance(item, LocatedMap) else None
            yield from _texts(item, f"{name}/{called if isinstance(called, str) else number}", languages)


def _pages(docs: Path) -> Iterator[tuple[str, str, str, Place]]:
    """(name, language, words, place) of what every page says in its head, and of its body."""
    for file in sorted(docs.rglob("*.md")):
        shown = f"docs/{file.relative_to(docs).as_posix()}"
        stem, _, language = shown.removesuffix(".md").rpartition(".")
        head, body = head_and_body(file.read_text(encoding="utf-8-sig"))
        value, _ = read_text("\n" + head, shown)
        for key, said in value.items() if isinstance(value, LocatedMap) else ():
            yield f"{stem}/{key}", language, _even(str(said)), value.value_places[key]
        lines = [number for number, line in enumerate(body.split("\n"), start=1) if line.strip()]
        paragraphs = [_even(part) for part in body.split("\n\n") if part.strip()]
        yield f"{stem}/body", language, "\n\n".join(paragraphs), Place(shown, lines[0] if lines else 1)


def _even(words: str) -> str:
    """Words without what nobody reads: how lines are broken, spaces at the ends."""
    return " ".join(words.split())
