"""What must be true of the pages in docs/, as far as it can be seen without making them: pages in, problems out."""

from __future__ import annotations

import posixpath
import re
from collections import Counter
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import unquote

from ..knowledge import Knowledge
from ..knowledge.places import LocatedMap, Place
from ..knowledge.problems import Problem, Severity, problem, suggestion

#: What the head of a page may say.
HEAD_LISTS = ("also", "was")
HEAD_KEYS = ("title", "menu", "description", *HEAD_LISTS)
#: What may lie in docs/ besides pages.
PICTURES = (".svg", ".png", ".jpg", ".jpeg", ".webp", ".gif", ".avif")
DOWNLOADS = (".pdf", ".csv", ".zip")
#: Longer titles fill half the screen of a phone before the answer begins.
MOST_TITLE_LETTERS = 110
#: The call of a macro, and whatever else begins like one.
_CALL = re.compile(r"\{\{\s*([a-z_]\w*)\s*\((?:[^{}]|\{[^{])*\)\s*\}\}")
_BEGINS = re.compile(r"\{\{")
_HIDDEN = re.compile(r"\{\{.*?\}\}|\{%.*?%\}|\{##.*?##\}|`[^`\n]*`", re.DOTALL)
_LINK = re.compile(r"(!?)\[([^\]\n]*)\]\(\s*(?:<([^>\n]*)>|([^)\s]*))")
_HEADING = re.compile(r"^(#+) +(.*?)(?:\{ *#([\w-]+) *\} *)?$", re.MULTILINE)
#: What the policy of the site's pages (`default-src 'self'`) forbids.
_FORBIDDEN = re.compile(r"<(script|style|iframe|object|embed)\b|<[a-z][^>]*\s(on\w+|style)\s*=", re.IGNORECASE)
_OUTSIDE = re.compile(r"(https?://|mailto:|tel:)")


@dataclass(frozen=True)
class Link:
    """A link or a picture in the Markdown of a page; ``address`` is as it is typed."""

    is_picture: bool
    words: str
    address: str
    place: Place


class Prose:
    """The Markdown of one page in one language; ``file`` is its name below docs/."""

    def __init__(self, file: str, body: str):
        self.file = file
        self._body = body
        self._shown = _HIDDEN.sub(lambda match: re.sub(r"[^\n]", " ", match.group()), body)

    def place(self, position: int) -> Place:
        """Where the character at ``position`` of the body stands."""
        before = self._body[:position]
        return Place(f"docs/{self.file}", before.count("\n") + 1, position - before.rfind("\n"))

    def links(self) -> Iterator[Link]:
        """Every link and picture outside of calls and code."""
        for match in _LINK.finditer(self._shown):
            picture, words, in_brackets, bare = match.groups()
            yield Link(bool(picture), words, (bare if in_brackets is None else in_brackets).strip(), self.place(match.start()))

    def anchors(self) -> dict[str, Place]:
        """The ids of the headings."""
        return {match[3]: self.place(match.start()) for match in _HEADING.finditer(self._shown) if match[3]}

    def calls(self) -> dict[str, Place]:
        """The names of the macros that are called, each where it comes first; a second call counts as another."""
        seen: Counter[str] = Counter()
        found = {}
        for match in _CALL.finditer(self._body):
            seen[match[1]] += 1
            found[match[1] if seen[match[1]] == 1 else f"{match[1]} ({seen[match[1]]})"] = self.place(match.start())
        return found

    def has_broken_calls(self, macros: Collection[str]) -> bool:
        """Whether something begins like a call and is none: how it was meant, rendering the page tells."""
        called = _CALL.findall(self._body)
        return len(_BEGINS.findall(self._body)) > len(called) or not set(called) <= set(macros)

    @property
    def has_ids(self) -> bool:
        """Whether every heading has an id."""
        return all(match[3] for match in _HEADING.finditer(self._shown))

    def problems(self, macros: Collection[str]) -> Iterator[Problem]:
        """What is wrong with the page by itself; ``macros`` may be called."""
        for match in _CALL.finditer(self._body):
            if match[1] not in macros:
                place, near = self.place(match.start(1)), suggestion(match[1], macros, most=40)
                yield problem("unknown-call", place, name=match[1], nearest=near)
        for match in _HEADING.finditer(self._shown):
            if len(match[1]) == 1:
                yield problem("heading-too-high", self.place(match.start()), words=match[2])
            if not match[3]:
                yield problem("heading-without-id", self.place(match.start()), words=match[2])
        for match in _FORBIDDEN.finditer(self._shown):
            yield problem("forbidden-html", self.place(match.start()), seen=match[1] or match[2])
        for link in self.links():
            if link.is_picture and not link.words.strip():
                yield problem("picture-without-words", link.place, address=link.address)
            if link.is_picture and _OUTSIDE.match(link.address):
                yield problem("picture-elsewhere", link.place, address=link.address)


def head_problems(head: LocatedMap, text: str, shown: str) -> Iterator[Problem]:
    """The head of a page is closed, says what every page says, and nothing else."""
    if text.startswith("---\n") and "\n---\n" not in text[3:]:
        yield problem("head-not-closed", Place(shown))
        return
    for key, place in head.key_places.items():
        if key not in HEAD_KEYS:
            yield problem("unknown-key", place, key=key, nearest=suggestion(key, HEAD_KEYS))
    for key in HEAD_LISTS:
        value = head.get(key, [])
        if not isinstance(value, list) or not all(isinstance(word, str) for word in value):
            yield problem("head-without-list", head.value_places.get(key) or head.key_places[key], key=key)
    misspelt = {suggestion(key, HEAD_KEYS) for key in head if key not in HEAD_KEYS}
    for key in ("title", "description"):
        if key not in head and f"'{key}'" not in misspelt:
            yield problem("page-without-key", Place(shown), key=key)


def twin_problems(prose: dict[str, Prose], macros: Collection[str]) -> Iterator[Problem]:
    """The pages of all languages have the same headings and the same calls.

    Calls that are misspelt (not among ``macros``) or broken, and headings without an id, are told by themselves.
    """
    first, *others = prose.values()
    for other in others:
        if first.has_ids and other.has_ids:
            yield from _without_twin("anchors-differ", (first, first.anchors()), (other, other.anchors()))
        if not (first.has_broken_calls(macros) or other.has_broken_calls(macros)):
            yield from _without_twin("calls-differ", (first, first.calls()), (other, other.calls()))


def _without_twin(rule: str, one: tuple[Prose, dict], other: tuple[Prose, dict]) -> Iterator[Problem]:
    (page, ours), (twin, theirs) = one, other
    if extra := theirs.keys() - ours.keys():
        (page, ours), (twin, theirs) = other, one
    missing = theirs.keys() - ours.keys() if extra else ()
    for name in extra or ours.keys() - theirs.keys():
        slots = {"name": name, "twin": f"docs/{twin.file}", "nearest": suggestion(name, missing)}
        yield problem(rule, ours[name], Severity.UNTRANSLATED, **slots)


def link_problems(prose: Prose, docs: Path, paths: set[str], languages: list[str]) -> Iterator[Problem]:
    """What a page links to or shows is there; ``paths`` are those of all pages. Anchors are another matter."""
    for link in prose.links():
        address = unquote(link.address.partition("#")[0])
        if _OUTSIDE.match(link.address) or not address and "#" in link.address:
            continue
        if linked_page(prose.file, link.address, languages) in paths or (docs / _from_docs(prose.file, address)).is_file():
            continue
        files = [file for file in _files(docs) if not file.endswith(".md")]
        targets = files if link.is_picture else [*files, *(f"{path or 'index'}.md" for path in paths)]
        known = (posixpath.relpath(target, posixpath.dirname(prose.file) or ".") for target in targets)
        yield problem("page-link-nowhere", link.place, address=link.address or "–", nearest=suggestion(address, known))


def linked_page(file: str, link: str, languages: list[str]) -> str | None:
    """The path of the page that a link in ``file`` leads to (``faq/index.md``, ``../compare.th.md``); None for other links."""
    address = unquote(link.partition("#")[0])
    if not address:
        address = posixpath.basename(file)
    if not address.endswith(".md"):
        return None
    stem = _from_docs(file, address).removesuffix(".md")
    stem = next((stem.removesuffix(f".{language}") for language in languages if stem.endswith(f".{language}")), stem)
    return stem.removesuffix("index").removesuffix("/")


def menu_problems(knowledge: Knowledge, paths: set[str]) -> Iterator[Problem]:
    """The menu and the foot of every page name pages that there are, and there is a home page."""
    if "" not in paths:
        yield problem("missing-file", Place(f"docs/index.{knowledge.languages[0]}.md"))
    for key in ("menu", "footer"):
        for index, path in enumerate(getattr(knowledge.site, key)):
            if path not in paths:
                place, near = knowledge.site.place_at(key, index), suggestion(path, paths)
                yield problem("unknown-id", place, called="page", id=path, file="docs/", nearest=near)


def stray_files(docs: Path) -> Iterator[Problem]:
    """Files in docs/ that are no pages, no pictures and nothing to download."""
    for file in _files(docs):
        ending = posixpath.splitext(file)[1].lower()
        if ending not in (".md", *PICTURES, *DOWNLOADS):
            allowed = ", ".join((*PICTURES, *DOWNLOADS))
            yield problem("stray-page-file", Place(f"docs/{file}"), ending=ending or "–", allowed=allowed)


def _files(docs: Path) -> list[str]:
    found = (path.relative_to(docs) for path in sorted(docs.rglob("*")) if path.is_file())
    return [path.as_posix() for path in found if not any(part.startswith(".") for part in path.parts)]


def _from_docs(file: str, address: str) -> str:
    return posixpath.normpath(posixpath.join(posixpath.dirname(file), address))
