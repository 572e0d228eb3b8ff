"""What is told about a page wherever it is found or shared: title and description in fitting length, its other addresses."""

from __future__ import annotations

from datetime import date

from ..knowledge.records import Source, Text
from .breaking import Breaks
from .markdown import bare
from .pages import Page
from .view import View

#: In characters. Search engines show about 60 of a title and 160 of a description, and write their own for shorter
#: ones than about 50.
MOST_OF_TITLE = 70
MOST_OF_DESCRIPTION = 160
LEAST_OF_DESCRIPTION = 50


class Summary:
    """What is told about one page in one language to those who do not see the page itself."""

    def __init__(self, view: View, breaks: Breaks, cited: tuple[str, ...], card: str | None):
        self.view, self._breaks = view, breaks
        self.sources: list[Source] = [view.knowledge.source_by_id[source] for source in cited]
        self._card = card

    @property
    def name(self) -> str:
        """The page's name, uncut."""
        return name(self.view.page, self._language)

    @property
    def title(self) -> str:
        """The name with what stands above it: the pages on the way here, then the site."""
        page = self.view.page
        site = [self.view.bare(self.view.knowledge.site.name)] if page.path or page.hidden else []
        above = [self.view.bare(page.menu) for page in reversed(self.view.ancestors)] + site
        return title(page, above, self._language, self._breaks)

    @property
    def short_name(self) -> str:
        """The name in a title's length."""
        return self._breaks.cut(self.name, MOST_OF_TITLE)

    @property
    def description(self) -> str:
        return description(self.view.page, self._language, self._breaks)

    @property
    def address(self) -> str:
        """The one full address of the page in this language."""
        return self.view.absolute()

    @property
    def alternates(self) -> list[tuple[str, str]]:
        """(language or ``x-default``, full address) of the page in every language, this one included."""
        codes = self.view.knowledge.languages
        every = [(code, self.view.absolute(language=code)) for code in codes]
        return [*every, ("x-default", self.view.absolute(language=codes[0]))]

    @property
    def modified(self) -> date | None:
        """The last day on which one of the page's sources was checked; None where it cites none."""
        return max((source.checked for source in self.sources), default=None)

    @property
    def card(self) -> str | None:
        """The full address of the picture to share the page with."""
        return self._card and self.view.settings.site_url + self._card

    @property
    def _language(self) -> str:
        return self.view.language.code


def name(page: Page, language: str) -> str:
    """What the page is called where nothing around it explains it: a record's short name first, if its title lacks it."""
    title, menu = _bare(page.title, language), _bare(page.menu, language)
    if page.record is not None and menu.casefold() not in title.casefold():
        return f"{menu}: {title}"
    return title


def title(page: Page, above: list[str], language: str, breaks: Breaks) -> str:
    """The page's name, then as many of the names ``above`` it (the nearest first) as fit."""
    said = breaks.cut(name(page, language), MOST_OF_TITLE)
    for other in above:
        if len(f"{said} · {other}") > MOST_OF_TITLE:
            break
        said = f"{said} · {other}"
    return said


def description(page: Page, language: str, breaks: Breaks) -> str:
    """The page's description, cut where it is too long; where it is too short, as many of its details as fit follow."""
    said = _bare(page.description, language)
    if len(said) < LEAST_OF_DESCRIPTION:
        joint = " "
        for detail in page.details:
            longer = f"{said}{joint}{_bare(detail, language)}"
            if len(longer) > MOST_OF_DESCRIPTION and len(said) >= LEAST_OF_DESCRIPTION:
                break
            said, joint = longer, " · "
    return breaks.cut(said, MOST_OF_DESCRIPTION)


def _bare(text: Text, language: str) -> str:
    return bare(text.best(language)[0])
