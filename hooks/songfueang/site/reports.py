"""Pages that begin reports: beside a page with very many records, one link per record with everything filled in."""

from __future__ import annotations

from .addresses import address
from .pages import Page
from .site import Site

NAME = "report.html"


def files(site: Site) -> dict[str, str]:
    """``report.html`` beside each long page, in every language."""
    made = {}
    for path in site.mending.long_pages:
        about = site.pages[path]
        title = site.knowledge.wording["mend.report_page"]
        page = Page(path, "report", title, title, about.menu)
        for language in site.knowledge.languages:
            view = site.view(page, language)
            content = site.templates.render("pages/report.html", view, about=about)
            made[address(site.knowledge, language, path) + NAME] = site.framed(view, content)
    return made
