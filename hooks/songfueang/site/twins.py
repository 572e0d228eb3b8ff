"""A Markdown version of every page, beside the page: for people who copy, and for programs that read.

Prose is Markdown already; what macros and templates made is turned back from HTML, as a screen reader would hear it.
"""

from __future__ import annotations

import re
from functools import lru_cache
from posixpath import dirname, join, normpath
from urllib.parse import urljoin

from bs4 import BeautifulSoup
from lxml.etree import strip_tags
from lxml.html import HtmlElement, fragment_fromstring, tostring
from markdownify import MarkdownConverter

from .addresses import address
from .dates import written
from .open_data.brief import TWIN
from .pages import Page
from .site import Site

_SLOT = re.compile(r"songfueangslot(\d+)end")
_HEADING_ID = re.compile(r"[ \t]*\{ *[#.:][^}\n]*\}[ \t]*$", re.MULTILINE)
_LINK = re.compile(r"(\]\()(?!https?:|mailto:|tel:)([^)\s]*)")
_LINE_ENDS = re.compile(r"[ \t]+\n")
_SPACES = re.compile(r"(?<=\S)[ \t]{2,}(?=\S)")
_GAPS = re.compile(r"\n{3,}")
#: Furniture that says nothing in a text; ``data-nosnippet`` tells search engines the same.
_UNHEARD = (
    ".//svg | .//nav | .//form | .//script | .//style | .//template | .//button"
    " | .//*[@hidden or @data-nosnippet or @aria-hidden='true' or contains(concat(' ', @class, ' '), ' share ')"
    " or contains(concat(' ', @class, ' '), ' on-paper ')]"
)
#: Inline elements, which the page may set apart with room rather than with a space.
_INLINE = ("a", "span", "strong", "em", "time")


def files(site: Site) -> dict[str, str]:
    """``index.md`` beside every page in every language; not in the preview, which is about looks and should be quick."""
    if site.settings.preview:
        return {}
    return {
        f"{address(site.knowledge, language, page.path)}{TWIN}": twin(site, page, language)
        for page in site.pages.values()
        for language in site.knowledge.languages
    }


def twin(site: Site, page: Page, language: str) -> str:
    """The page as Markdown: title, description, content, and where it comes from. Every link is a full address."""
    view = site.view(page, language)
    body, here = site.body(page, language), view.absolute()

    def led(match: re.Match) -> str:
        name, _, anchor = match.group(2).partition("#")
        path = _page_of(name, page.files.get(language, ""))
        found = view.absolute(path) if path in site.pages else urljoin(here, name)
        return f"{match.group(1)}{found}{'#' if anchor else ''}{anchor}"

    prose = _HEADING_ID.sub("", _LINK.sub(led, body.markdown))
    content = _SLOT.sub(lambda match: _markdown(body.slots[int(match.group(1))], here), prose)
    content = content.replace("\u00a0", " ")
    foot = view.w("twin.foot", address=here, date=written(view.checked_here, view.language), licence=_licence(site))
    description = view.bare(page.description)
    lead = "" if content.strip().startswith(description) else f"> {description}"
    parts = (f"# {view.bare(page.title)}", lead, content, "---", foot.striptags())
    return _GAPS.sub("\n\n", "\n\n".join(part.strip() for part in parts if part)) + "\n"


def _page_of(name: str, file: str) -> str | None:
    """The path of the page that a file of docs/ names as another file (``tree.md``); None when it names something else."""
    if not name.endswith(".md"):
        return None
    return normpath(join(dirname(file), name)).removesuffix(".md").removesuffix("index").removesuffix("/")


def _licence(site: Site) -> str:
    return f"{site.knowledge.site.licence.name} ({site.knowledge.site.licence.url})"


@lru_cache(maxsize=4096)
def _markdown(html: str, here: str) -> str:
    part = fragment_fromstring(html, create_parent="div")
    for element in part.xpath(_UNHEARD):
        element.drop_tree()
    for element in part.iter(*_INLINE):
        before = element.getprevious()
        if before is not None and before.tag in _INLINE and not before.tail:
            before.tail = " "
        if element.get("href"):
            element.set("href", urljoin(here, element.get("href")))
    for table in part.iter("table"):
        _prepare(table)
    strip_tags(part, "span")  # they say nothing in Markdown, and the converter is slow with every element
    soup = BeautifulSoup(tostring(part, encoding="unicode"), "lxml")
    made = _Converter(heading_style="ATX", bullets="-").convert_soup(soup)
    return _SPACES.sub(" ", _LINE_ENDS.sub("\n", made)).strip()


def _prepare(table: HtmlElement) -> None:
    """A table as Markdown knows it: the caption before it, one head, the headings of groups as bold rows."""
    for caption in table.findall("caption"):
        caption.tag = "p"
        table.addprevious(caption)
    for heading in table.iterfind(".//th[@scope='rowgroup']"):
        strong = heading.makeelement("strong")
        strong.text = heading.text_content()
        heading[:], heading.text = [strong], None
    strip_tags(table, "thead", "tbody", "tfoot")


class _Converter(MarkdownConverter):
    """A stroke inside a cell is not the end of the cell."""

    def convert_td(self, el, text, parent_tags):
        return super().convert_td(el, text.replace("|", "\\|"), parent_tags)

    def convert_th(self, el, text, parent_tags):
        return super().convert_th(el, text.replace("|", "\\|"), parent_tags)
