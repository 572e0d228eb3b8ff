"""Between a site generator that asks for files one by one and the site that knows its pages.

Keeps the last good site, so that the preview has something to show while a mistake is being mended.
"""

from __future__ import annotations

from pathlib import Path

from .knowledge import read
from .knowledge.places import Place
from .knowledge.problems import Failed, Problem, Severity, problem
from .site.exports import export
from .site.settings import Settings, settings_from
from .site.site import Site
from .site.templates import TEMPLATE_ERRORS


class Adapter:
    """Reads, keeps and hands out the site by the generator's file names (``faq/joining.th.md``)."""

    def __init__(self, root: Path, preview: bool):
        self.root, self.preview = root, preview
        self.site: Site | None = None
        self.settings: Settings | None = None
        self.locales: list[str] = []
        self.problems: list[Problem] = []
        self.sources: dict[str, tuple[str, str]] = {}

    def read(self, site_url: str | None, locales: list[str]) -> None:
        """Read the data and the pages anew. What was good before stays when the new has a problem that stops it."""
        self.settings, self.locales = settings_from(site_url, preview=self.preview), locales
        knowledge, self.problems = read(self.root)
        if knowledge is None:
            return
        if locales != knowledge.languages:
            place, wanted = Place("mkdocs.yml"), ", ".join(knowledge.languages)
            self.problems.append(problem("languages-disagree", place, seen=", ".join(locales), wanted=wanted))
            return
        site, page_problems = Site.make(self.root, knowledge, self.settings)
        self.problems += page_problems
        if not any(found.severity is Severity.ERROR for found in page_problems):
            self.site = site
            self.sources = {
                page.files.get(language, f"{page.path or 'index'}.{language}.md"): (page.path, language)
                for page in site.pages.values()
                for language in knowledge.languages
            }

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
        return self.site.bodies[self.sources[uri]].markdown

    def document(self, uri: str, html: str) -> str:
        """The finished document of a page, from its Markdown turned into HTML."""
        path, language = self.sources[uri]
        return self.site.document(self.site.pages[path], language, html)

    def export(self, folder: Path) -> None:
        """Write everything that is not a page. Raises Failed when a template of it has a mistake."""
        try:
            export(self.site, folder)
        except TEMPLATE_ERRORS as error:
            raise Failed([self.site.templates.problem(error, Place("overrides"))]) from error
