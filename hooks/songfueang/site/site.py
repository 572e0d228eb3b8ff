"""The whole site, made from the knowledge: every page's body and document in every language."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import unquote

from ..knowledge import Knowledge
from ..knowledge.places import Place
from ..knowledge.problems import Problem, in_order, problem, suggestion
from ..knowledge.uncollected import uncollected
from .assets import Assets
from .explanations import Explanations
from .breaking import Breaks
from .cards import Cards
from .mending import Mending
from .moved import Moves, with_old_anchors
from .open_data.downloads import downloads
from .open_data.edition import Download
from .page_rules import Prose, linked_page
from .pages import UNREADABLE, Page, pages
from .runs import marked
from .search import Searching
from .settings import Settings
from .structured_data import structured_data
from .summaries import Summary
from .templates import TEMPLATE_ERRORS, Templates, filled
from .view import View

#: The page that explains terms, if the site has one.
GLOSSARY = "glossary"
_ANCHOR = re.compile(r"\{ *#([\w-]+)")
_ID = re.compile(r'\sid="([^"]+)"')


@dataclass(frozen=True)
class Body:
    """A page's body: Markdown in which tokens stand for finished HTML."""

    markdown: str
    slots: list[str]
    cited: tuple[str, ...] = ()
    """Ids of the sources that the page cites, in the order in which it does so."""

    def anchors(self) -> set[str]:
        """The ids in the body."""
        return {*_ANCHOR.findall(self.markdown), *(found for slot in self.slots for found in _ID.findall(slot))}


class Site:
    """Every page in every language, each rendered once: when it is first asked for, or all of them by :meth:`make`."""

    def __init__(
        self,
        root: Path,
        knowledge: Knowledge,
        all_pages: list[Page],
        templates: Templates,
        assets: Assets,
        settings: Settings,
    ):
        self.knowledge = knowledge
        self.settings = settings
        self.mending = Mending(knowledge, settings)
        self.pages = {page.path: page for page in all_pages}
        self.templates = templates
        self.assets = assets
        self.moves = Moves(knowledge, self.pages)
        self._downloads: list[Download] | None = None
        self.searching = Searching(knowledge, self.pages, templates.docs, assets.workers["search"])
        self._bodies: dict[tuple[str, str], Body] = {}
        self.explanations = {language: Explanations(knowledge, language) for language in knowledge.languages}
        self.breaks = {language: Breaks.of(knowledge, language) for language in knowledge.languages}
        self.cards = Cards(root, knowledge, self.pages, self.breaks, skip=settings.preview)
        self._documents: dict[tuple[str, str], str] = {}

    @classmethod
    def begun(
        cls, root: Path, knowledge: Knowledge, settings: Settings, templates: Templates | None = None
    ) -> tuple[Site | None, list[Problem]]:
        """The site from ``root/docs`` and ``root/overrides`` before any page is rendered, and what is known to be wrong.

        ``templates`` may be those of an earlier site: what has not changed of them is not read again. There is no site
        when the menu or the looks of every page are not there.
        """
        found, problems = pages(knowledge, root / "docs")
        overrides = root / "overrides"
        if any(told.rule in ("unknown-id", "missing-file") for told in problems):
            return None, problems
        try:
            assets = Assets(overrides, knowledge)
        except FileNotFoundError as error:
            missing = Path(error.filename).relative_to(root).as_posix()
            return None, [*problems, problem("missing-file", Place(missing))]
        templates = templates or Templates(overrides, root / "docs")
        site = cls(root, knowledge, found, templates, assets, settings)
        return site, problems + site.cards.problems

    @classmethod
    @uncollected()
    def make(
        cls, root: Path, knowledge: Knowledge, settings: Settings, templates: Templates | None = None
    ) -> tuple[Site | None, list[Problem]]:
        """Like :meth:`begun`, with every page rendered and the problems of all of them; nothing is written anywhere."""
        site, problems = cls.begun(root, knowledge, settings, templates)
        if site is None:
            return None, problems
        unreadable = {told.place.file.removeprefix("docs/") for told in problems if told.rule in UNREADABLE}
        for page in site.pages.values():
            for language in knowledge.languages:
                if page.files.get(language) not in unreadable:
                    problems += site.tried(page, language, bool(unreadable))
        problems += site.lost_anchors()
        return site, in_order(problems)

    def tried(self, page: Page, language: str, unreadable_told: bool = False) -> list[Problem]:
        """The mistakes of a page's templates. Real pages are framed without their prose, which is not HTML yet."""
        try:
            self.document(page, language, self.body(page, language).markdown if page.template else "")
        except TEMPLATE_ERRORS as error:
            if unreadable_told and isinstance(error, UnicodeDecodeError):
                return []
            return [self.templates.problem(error, page.place(language))]
        return []

    def body(self, page: Page, language: str) -> Body:
        """The page's body. Raises one of TEMPLATE_ERRORS when a template has a mistake."""
        key = page.path, language
        if key not in self._bodies:
            self._bodies[key] = self._body(page, language)
        return self._bodies[key]

    def lost_anchors(self) -> Iterator[Problem]:
        """Links of the pages rendered so far to anchors that the page they lead to does not have."""
        languages = self.knowledge.languages
        for page in self.pages.values():
            for language, file in page.files.items():
                if (page.path, language) not in self._bodies:
                    continue
                prose = Prose(file, self._bodies[page.path, language].markdown)
                for link in prose.links():
                    target = linked_page(file, link.address, languages)
                    body = self._bodies.get((target, language))
                    anchor = unquote(link.address.partition("#")[2])
                    if anchor and body and anchor not in (known := body.anchors()):
                        slots = {"id": anchor, "called": "anchor", "file": f"/{target}/", "nearest": suggestion(anchor, known)}
                        yield problem("unknown-id", link.place, **slots)

    def downloads(self) -> list[Download]:
        """Every file of the open data, made once."""
        if self._downloads is None:
            self._downloads = downloads(self)
        return self._downloads

    def view(self, page: Page, language: str, rooted: bool = False) -> View:
        """What templates see on this page in this language; ``rooted`` links begin with the site's base path."""
        return View(
            self.knowledge, self.pages, self.settings, self.mending, self.searching, language, page, self.downloads, rooted
        )

    def summary(self, view: View) -> Summary:
        """What search engines and those who share the page are told."""
        cited = () if view.page.hidden else self.body(view.page, view.language.code).cited
        return Summary(view, self.breaks[view.language.code], cited, self.cards.name(view.page, view.language.code))

    def document(self, page: Page, language: str, html: str) -> str:
        """The whole HTML document around a page's finished body (``html`` still holding its tokens).

        Raises one of TEMPLATE_ERRORS when a template has a mistake.
        """
        if finished := self._documents.get((page.path, language)):
            return finished
        view = self.view(page, language)
        content = filled(html, self.body(page, language).slots)
        if GLOSSARY in self.pages and page.path != GLOSSARY:
            content = self.explanations[language].put_into(content, view.href(GLOSSARY))
        content = with_old_anchors(content, self.moves.renamed_on(page.path))
        if gone := self.moves.gone_from(page.path):
            content += str(self.templates.macro("moved_from_here", view)(gone))
        document = self.framed(view, content)
        if page.template:  # the others depend on what became of their prose
            self._documents[page.path, language] = document
        return document

    def framed(self, view: View, content: str) -> str:
        """The whole HTML document around finished content."""
        styles, scripts = self.assets.used_by(content, "css"), self.assets.used_by(content, "js")
        sent = {"styles": styles, "scripts": scripts, "bar_colours": self.assets.bar_colours}
        summary = self.summary(view)
        told = {"summary": summary, "structured_data": structured_data(summary)}
        document = self.templates.render("frame.html", view, content=content, **sent, **told)
        return marked(document, self.knowledge.site, view.language.code)

    def _body(self, page: Page, language: str) -> Body:
        view = self.view(page, language)
        if page.template:
            html = self.templates.render(page.template, view, record=page.record)
            return Body("songfueangslot0end", [html], tuple(view.cited))
        file = page.files.get(language) or next(iter(page.files.values()))
        return Body(*self.templates.render_prose(file, view), tuple(view.cited))
