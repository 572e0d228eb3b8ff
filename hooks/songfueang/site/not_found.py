"""The page for addresses that do not exist: one file, in every language, whose links work from any depth."""

from __future__ import annotations

from .pages import Page
from .site import Site


def files(site: Site) -> dict[str, str]:
    """``404.html``. A host serves it under any address, so its links begin with the site's base path."""
    home = site.pages[""]
    page = Page("", "not_found", site.knowledge.wording["not_found.title"], home.description, home.menu)
    views = [site.view(page, language, rooted=True) for language in site.knowledge.languages]
    content = "".join(site.templates.render("pages/not_found.html", view) for view in views)
    return {"404.html": site.framed(views[0], content)}
