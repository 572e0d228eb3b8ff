"""Between a site generator that asks for files one by one and the site that knows its pages.

Keeps the last good site, so that the preview has something to show while a mistake is being mended.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from .knowledge import read
from .knowledge.places import Place
from .knowledge.problems import Failed, Problem, Severity, problem
from .site.addresses import address
from .site.exports import export
from .site.settings import Settings, settings_from
from .site.site import Site
from .site.templates import TEMPLATE_ERRORS, Templates


class Adapter:
    """Reads, keeps and hands out the site by the generator's file names (``faq/joining.th.md``)."""

    def __init__(self, root: Path, preview: bool):
        self.root, self.preview = root, preview
        self.site: Site | None = None
        self.settings: Settings | None = None
        self.locales: list[str] = []
        self.problems: list[Problem] = []
        self.sources: dict[str, tuple[str, str]] = {}
        #: How the generator turns the Markdown of a file into HTML, by the file's name.
        self.converters: dict[str, Callable[[str], str]] = {}
        self._templates: Templates | None = None
        self._written: list[tuple[Path, int]] = []  # the templates' files, and when each was written

    def read(self, site_url: str | None, locales: list[str], rendered: bool = True) -> None:
        """Read the data and the pages anew. What was good before stays when the new has a problem that stops it.

        Unless ``rendered`` is false, every page is rendered, so that the mistakes of all of them are known.
        """
        found = settings_from(site_url, preview=self.preview)
        self.settings, self.locales = replace(found, takeaway=not self.preview), locales
        knowledge, self.problems = read(self.root)
        if knowledge is None:
            return
        if locales != knowledge.languages:
            place, wanted = Place("mkdocs.yml"), ", ".join(knowledge.languages)
            self.problems.append(problem("languages-disagree", place, seen=", ".join(locales), wanted=wanted))
            return
        make = Site.make if rendered else Site.begun
        site, page_problems = make(self.root, knowledge, self.settings, self._current_templates())
        self.problems += page_problems
        if site is not None and not any(found.severity is Severity.ERROR for found in page_problems):
            self.site = site
            self.sources = {
                page.files.get(language, f"{page.path or 'index'}.{language}.md"): (page.path, language)
                for page in site.pages.values()
                for language in knowledge.languages
            }

    def _current_templates(self) -> Templates:
        """Those of before as long as none of overrides/ has changed: one may be remembered inside another."""
        files = sorted((self.root / "overrides").rglob("*.html"))
        written = [(path, path.stat().st_mtime_ns) for path in files]
        if self._templates is None or written != self._written:
            self._templates, self._written = Templates(self.root / "overrides", self.root / "docs"), written
        return self._templates

    def harmless(self, found: Problem) -> bool:
        """Whether the work may go on in spite of the problem."""
        return found.severity is Severity.NOTICE or (self.preview and found.severity is Severity.UNTRANSLATED)

    @property
    def refused(self) -> bool:
        """Whether what was read last may not be shown; in the preview, what was good before still may."""
        return any(not self.harmless(found) for found in self.problems)

    def head(self, uri: str) -> str | None:
        """What the generator reads for a page that has no file of its own; None for the others."""
        path, language = self.sources[uri]
        return None if language in self.site.pages[path].files else f"# {path}\n"

    def markdown(self, uri: str) -> str:
        """The page's Markdown, in which tokens stand for finished HTML."""
        path, language = self.sources[uri]
        return self.site.body(self.site.pages[path], language).markdown

    def document(self, uri: str, html: str) -> str:
        """The finished document of a page, from its Markdown turned into HTML."""
        path, language = self.sources[uri]
        return self.site.document(self.site.pages[path], language, html)

    def addresses(self) -> dict[str, str]:
        """``{address below the root: the file's name}`` of every page."""
        return {address(self.site.knowledge, language, path): uri for uri, (path, language) in self.sources.items()}

    def page(self, uri: str) -> str:
        """The finished document of a page, whose Markdown the generator turns into HTML where it has to.

        Raises Failed when a template has a mistake.
        """
        page, language = self.site.pages[self.sources[uri][0]], self.sources[uri][1]
        try:
            markdown = self.site.body(page, language).markdown
            return self.site.document(page, language, markdown if page.template else self.converters[uri](markdown))
        except TEMPLATE_ERRORS as error:
            raise Failed([self.site.templates.problem(error, page.place(language))]) from error

    def export(self, folder: Path) -> None:
        """Write everything that is not a page. Raises Failed when a template of it has a mistake."""
        try:
            export(self.site, folder)
        except TEMPLATE_ERRORS as error:
            raise Failed([self.site.templates.problem(error, Place("overrides"))]) from error
