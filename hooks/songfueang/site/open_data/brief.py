"""The site in brief for programs that read it with a language model: ``llms.txt`` (llmstxt.org), one per language."""

from __future__ import annotations

from ...knowledge.records import Text
from ..dates import written
from ..pages import Page
from .edition import Download, Edition, Published, editions

NAME = "llms.txt"
#: The Markdown version of a page, beside the page.
TWIN = "index.md"
#: Pages made from records that are listed, in this order; the real pages come before them.
_KINDS = ("system", "guide", "topic", "choose_result")


def downloads(site: Published) -> list[Download]:
    """The list of pages in every language."""
    return [
        Download(edition.file(NAME), brief(edition).encode(), "brief", edition.language) for edition in editions(site)
    ]


def brief(edition: Edition) -> str:
    """Name, purpose and every page with its description, each leading to the page's Markdown version."""
    site, known = edition.site, edition.knowledge
    language = next(found for found in known.site.languages if found.code == edition.language)
    checked = written(max(source.checked for source in known.sources), language)
    about = edition.said("brief.about", date=checked, licence=edition.terms_of_use)
    blocks = [f"# {edition.bare(known.site.name)}", f"> {edition.bare(known.site.tagline)}", about]
    blocks.append(edition.said("site.not_official"))
    for kind in ("page", *_KINDS):
        listed = [page for page in _in_order(site) if page.kind == kind and page.path != "data"]
        if listed:
            heading = edition.said("brief.pages" if kind == "page" else f"brief.{kind}")
            blocks.append(_section(heading, [_page(page, edition) for page in listed]))
    optional = [site.pages[path] for path in ("data",) if path in site.pages]
    blocks.append(_section(edition.said("brief.optional"), [_page(page, edition) for page in optional]))
    return "\n\n".join(blocks) + "\n"


def _in_order(site: Published) -> list[Page]:
    """The home page, then as the menu and the foot of every page name them, then the rest."""
    named = ["", *site.knowledge.site.menu, *site.knowledge.site.footer]
    return sorted(site.pages.values(), key=lambda page: named.index(page.path) if page.path in named else len(named))


def _section(heading: str, lines: list[str]) -> str:
    return "\n".join([f"## {heading}", "", *lines])


def _page(page: Page, edition: Edition) -> str:
    return f"- [{_label(page.title, edition)}]({edition.address(page.path)}{TWIN}): {edition.bare(page.description)}"


def _label(title: Text, edition: Edition) -> str:
    return edition.bare(title).replace("[", "(").replace("]", ")")
