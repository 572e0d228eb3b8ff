"""What search engines look for beside the pages: the site map and the note for robots."""

from __future__ import annotations

from .site import Site


def files(site: Site) -> dict[str, str]:
    """``sitemap.xml`` and ``robots.txt``, from their templates in overrides/."""
    first, *_ = site.knowledge.languages
    home = site.view(site.pages[""], first)
    views = (site.view(page, language) for page in site.pages.values() for language in site.knowledge.languages)
    return {
        "sitemap.xml": site.templates.render("sitemap.xml", home, summaries=[site.summary(view) for view in views]) + "\n",
        "robots.txt": site.templates.render("robots.txt", home) + "\n",
    }
