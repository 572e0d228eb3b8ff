"""Which pages there are: real ones from docs/, and one per record from the knowledge."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from itertools import chain
from pathlib import Path

from ..knowledge import Knowledge
from ..knowledge.places import LocatedMap, Place
from ..knowledge.problems import Problem, Severity, in_order, problem
from ..knowledge.records import Record, Text
from ..knowledge.characters import look_alikes
from ..knowledge.yaml_reading import conflicts, read_text, read_words
from .page_rules import MOST_TITLE_LETTERS, Prose, head_problems, link_problems, menu_problems, stray_files, twin_problems

#: Rules after which a file has no text that could be rendered.
UNREADABLE = {"not-utf-8", "file-too-large", "merge-conflict"}
_HEAD = re.compile(r"---\n(.*?\n)---\n", re.DOTALL)


@dataclass(frozen=True)
class Page:
    """One page in every language: where it lives, what it is called, what it is made from."""

    path: str
    kind: str
    title: Text
    description: Text
    menu: Text
    record: Record | None = None
    details: tuple[Text, ...] = ()  # what may follow a description that is too short
    also: dict[str, tuple[str, ...]] = field(default_factory=dict, hash=False)  # other words by language, for real pages
    was: tuple[str, ...] = ()  # old paths, for real pages (records know their old ids)
    files: dict[str, str] = field(default_factory=dict, hash=False)  # language -> file in docs/, for real pages

    @property
    def template(self) -> str | None:
        """The template of the page's body; None when a file in docs/ is the body."""
        return None if self.record is None else f"pages/{self.kind}.html"

    @property
    def hidden(self) -> bool:
        """Whether the page serves only those who were led to it, and search engines are asked to leave it out."""
        return self.kind in ("not_found", "report")

    def place(self, language: str) -> Place | None:
        """Where the page is written."""
        if self.record is not None:
            return self.record.place_at()
        return Place(f"docs/{self.files[language]}") if language in self.files else None


@dataclass(frozen=True)
class RecordPages:
    """How the records of one kind become pages."""

    kind: str
    path: str
    records: Callable[[Knowledge], list]
    title: Callable[[Record], Text]
    description: Callable[[Record], Text]
    menu: Callable[[Record], Text]
    details: Callable[[Record], tuple[Text, ...]] = lambda record: ()


RECORD_PAGES = (
    RecordPages(
        "system",
        "systems/{id}",
        lambda known: known.systems,
        lambda system: system.full_name,
        lambda system: system.essence,
        lambda system: system.name,
    ),
    RecordPages(
        "topic",
        "faq/{id}",
        lambda known: known.topics,
        lambda topic: topic.name,
        lambda topic: topic.about,
        lambda topic: topic.name,
        lambda topic: tuple(entry.ask for entry in topic.entries),
    ),
    RecordPages(
        "guide",
        "guides/{id}",
        lambda known: known.guides,
        lambda guide: guide.name,
        lambda guide: guide.summary,
        lambda guide: guide.name,
    ),
    RecordPages(
        "choose_question",
        "choose/{id}",
        lambda known: known.choose.questions if known.choose else [],
        lambda question: question.ask,
        lambda question: question.help or question.ask,
        lambda question: question.ask,
        lambda question: tuple(option.label for option in question.options),
    ),
    RecordPages(
        "choose_result",
        "choose/results/{id}",
        lambda known: known.choose.results if known.choose else [],
        lambda result: result.title,
        lambda result: result.because,
        lambda result: result.title,
    ),
)


def pages(knowledge: Knowledge, docs: Path) -> tuple[list[Page], list[Problem]]:
    """Every page of the site, real ones first, and what is wrong with them, as far as it shows without making them."""
    found, prose, problems = _real_pages(knowledge, docs)
    for made in RECORD_PAGES:
        for record in made.records(knowledge):
            words = made.title(record), made.description(record), made.menu(record)
            found.append(Page(made.path.format(id=record.id), made.kind, *words, record, made.details(record)))
    paths = {page.path for page in found}
    problems += menu_problems(knowledge, paths)
    for page in prose:
        problems += link_problems(page, docs, paths, knowledge.languages)
    return found, in_order(problems + _long_titles(found))


def _long_titles(found: list[Page]) -> list[Problem]:
    return [
        problem("long-title", _title_place(page, language), Severity.NOTICE, letters=len(words), most=MOST_TITLE_LETTERS)
        for page in found
        for language, words in page.title.words.items()
        if len(words) > MOST_TITLE_LETTERS
    ]


def _title_place(page: Page, language: str) -> Place | None:
    return page.title.place_at(language) or page.place(language)


def ancestors(page: Page, all_pages: dict[str, Page]) -> list[Page]:
    """The pages above ``page``, the highest first, the home page left out."""
    parts = page.path.split("/")
    above = ("/".join(parts[:depth]) for depth in range(1, len(parts)))
    return [all_pages[path] for path in above if path in all_pages]


def head_and_body(text: str) -> tuple[str, str]:
    """A Markdown file's head (YAML, without the dashes) and its body, with empty lines where the head was."""
    match = _HEAD.match(text)
    if not match:
        return "", text
    return match.group(1), "\n" * match.group().count("\n") + text[match.end() :]


def _real_pages(knowledge: Knowledge, docs: Path) -> tuple[list[Page], list[Prose], list[Problem]]:
    problems: list[Problem] = list(stray_files(docs))
    heads: dict[str, dict[str, LocatedMap]] = {}
    files: dict[str, dict[str, str]] = {}
    prose: dict[str, dict[str, Prose]] = {}
    macros = {path.stem for path in (docs.parent / "overrides" / "macros").glob("*.html")}
    for file in sorted(docs.rglob("*.md")):
        shown = file.relative_to(docs).as_posix()
        stem, _, language = shown.removesuffix(".md").rpartition(".")
        if language not in knowledge.languages:
            known = "|".join(knowledge.languages)
            problems.append(problem("page-misnamed", Place(f"docs/{shown}"), known=known))
            continue
        path = stem.removesuffix("index").removesuffix("/")
        head, body, told = _head_and_prose(file, shown, macros)
        problems += told
        heads.setdefault(path, {})[language] = head
        files.setdefault(path, {})[language] = shown
        if body is not None:
            prose.setdefault(path, {})[language] = body
    made = []
    for path, by_language in heads.items():
        problems += _missing_twins(knowledge, files[path])
        problems += twin_problems(prose[path], macros) if path in prose else ()
        words = {key: _words(by_language, key) for key in ("title", "description", "menu")}
        menu = words["menu"] if words["menu"].words else words["title"]
        also = {language: _list(head, "also") for language, head in by_language.items()}
        old = tuple(sorted({path for head in by_language.values() for path in _list(head, "was")}))  # one language's is enough
        made.append(
            Page(path, "page", words["title"], words["description"], menu, also=also, was=old, files=files[path])
        )
    return made, [page for by_language in prose.values() for page in by_language.values()], problems


def _head_and_prose(path: Path, file: str, macros: set[str]) -> tuple[LocatedMap, Prose | None, list[Problem]]:
    """The head of a page and its body; no body, and why, when the file cannot be read."""
    shown = f"docs/{file}"
    nothing = LocatedMap(Place(shown))
    text, problems = read_words(path, shown)
    if text is None:
        return nothing, None, problems
    if found := conflicts(text, shown):
        return nothing, None, found
    head, body = head_and_body(text)
    value, told = read_text("\n" + head, shown)  # the line of dashes counts
    prose = Prose(file, body)
    problems += [*told, *look_alikes(body, shown), *prose.problems(macros)]
    if isinstance(value, LocatedMap) or not told:
        value = value if isinstance(value, LocatedMap) else nothing
        problems += head_problems(value, text, shown)
    return value or nothing, prose, problems


def _words(heads: dict[str, LocatedMap], key: str) -> Text:
    return Text({language: str(head[key]) for language, head in heads.items() if key in head})


def _list(head: LocatedMap, key: str) -> tuple[str, ...]:
    """A list in the head of a page; nothing when it is none, which is told."""
    value = head.get(key)
    return tuple(str(item) for item in value) if isinstance(value, list) else ()


def _missing_twins(knowledge: Knowledge, files: dict[str, str]) -> list[Problem]:
    some_language, some_file = next(iter(files.items()))
    return [
        problem(
            "page-without-twin",
            Place(f"docs/{some_file}"),
            Severity.UNTRANSLATED,
            language=language,
            twin=f"docs/{some_file.replace(f'.{some_language}.md', f'.{language}.md')}",
        )
        for language in knowledge.languages
        if language not in files
    ]
