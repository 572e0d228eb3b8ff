"""What a page is, told to machines in schema.org's words (JSON-LD)."""

from __future__ import annotations

import json

from markupsafe import Markup

from ..knowledge.records import Source
from .addresses import record_address
from .summaries import Summary
from .structured_collections import collection, publisher

#: What a page is, by the kind of record it is made from, or else by its path. Everything else is an Article.
_BY_KIND = {"topic": "FAQPage", "choose_question": "WebPage"}
_BY_PATH = {
    "": "WebPage",
    "about": "AboutPage",
    "choose": "WebPage",
    "data": "Dataset",
    "faq": "CollectionPage",
    "glossary": "DefinedTermSet",
    "guides": "CollectionPage",
    "search": "SearchResultsPage",
    "sources": "CollectionPage",
}
#: Types that say what they rest on; the others gather what stands elsewhere.
_CITING = ("Article", "FAQPage")
#: Pages that cite more sources than this name them by address only: the page of sources tells the rest.
MOST_TOLD_CITATIONS = 10
#: The path of the page that answers ``?q=``.
_SEARCH = "search"


def structured_data(summary: Summary) -> Markup | None:
    """The page's graph, fit for a ``<script>`` that holds data; None for a hidden page."""
    if summary.view.page.hidden:
        return None
    nodes = [_page(summary), _trail(summary) if summary.view.page.path else _site(summary)]
    said = json.dumps({"@context": "https://schema.org", "@graph": nodes}, ensure_ascii=False, separators=(",", ":"))
    return Markup(said.replace("<", "\\u003c"))  # nothing in the data may end the script


def _page(summary: Summary) -> dict:
    view, page = summary.view, summary.view.page
    kind = _BY_PATH.get(page.path, "Article") if page.record is None else _BY_KIND.get(page.kind, "Article")
    told = {
        "@type": kind,
        "@id": _page_id(summary.address),
        "url": summary.address,
        "name": summary.name,
        "headline": summary.short_name if kind == "Article" else None,
        "description": summary.description,
        "inLanguage": view.language.code,
        "isPartOf": _site_reference(summary),
        "publisher": publisher(summary),
        "license": view.knowledge.site.licence.url,
        "image": summary.card,
        "dateModified": summary.modified and summary.modified.isoformat(),
        "about": [_system(summary, system) for system in _systems(summary)],
        **_translations(summary),
        "citation": [_cited(summary, source) for source in summary.sources] if kind in _CITING else None,
        **collection(kind, summary),
    }
    return {key: value for key, value in told.items() if value}


def _site(summary: Summary) -> dict:
    view = summary.view
    told = {
        "@type": "WebSite",
        "@id": _site_id(summary),
        "url": view.settings.site_url,
        "name": view.bare(view.knowledge.site.name),
        "description": view.bare(view.knowledge.site.tagline),
        "inLanguage": view.knowledge.languages,
        "publisher": publisher(summary),
    }
    if _SEARCH in view.pages:
        template = {"@type": "EntryPoint", "urlTemplate": view.absolute(_SEARCH) + "?q={search_term_string}"}
        action = {"@type": "SearchAction", "target": template, "query-input": "required name=search_term_string"}
        told["potentialAction"] = action
    return told


def _trail(summary: Summary) -> dict:
    """The way from the home page to this one."""
    view = summary.view
    steps = [(view.bare(page.menu), view.absolute(page.path)) for page in (view.pages[""], *view.ancestors, view.page)]
    items = [
        {"@type": "ListItem", "position": position, "name": name, "item": {"@id": address}}
        for position, (name, address) in enumerate(steps, start=1)
    ]
    return {"@type": "BreadcrumbList", "itemListElement": items}


def _translations(summary: Summary) -> dict:
    """The first language is the original, the others are translations of it."""
    view = summary.view
    first, *others = view.knowledge.languages
    if view.language.code != first:
        return {"translationOfWork": {"@id": _page_id(view.absolute(language=first))}}
    return {"workTranslation": [{"@id": _page_id(view.absolute(language=other))} for other in others]}


def _systems(summary: Summary) -> list:
    """The systems that the page's record is about."""
    known, record = summary.view.knowledge.system_by_id, summary.view.page.record
    names = [record.id] if summary.view.page.kind == "system" else getattr(record, "systems", [])
    return [known[name] for name in names]


def _system(summary: Summary, system) -> dict:
    view = summary.view
    told = {
        "@type": "Thing",
        "@id": f"{view.absolute(f'systems/{system.id}')}#thing",
        "name": view.bare(system.name),
    }
    return told | ({"alternateName": system.also} if view.page.record is system and system.also else {})


def _cited(summary: Summary, source: Source) -> dict:
    view = summary.view
    path, anchor = record_address("source", source.id, view.knowledge)
    address = f"{view.absolute(path)}#{anchor}"
    if len(summary.sources) > MOST_TOLD_CITATIONS:
        return {"@type": "CreativeWork", "@id": address}
    return {"@type": "CreativeWork", "@id": address, "name": view.bare(source.title), "url": source.url or address}


def _site_reference(summary: Summary) -> dict:
    return {"@type": "WebSite", "@id": _site_id(summary), "name": summary.view.bare(summary.view.knowledge.site.name)}


def _site_id(summary: Summary) -> str:
    return f"{summary.view.settings.site_url}#site"


def _page_id(address: str) -> str:
    return f"{address}#page"
