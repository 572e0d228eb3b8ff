"""What pages that gather things hold, in schema.org's words: questions with answers, terms, files of data."""

from __future__ import annotations

from ..knowledge.records import Entry, Term
from .open_data.edition import Download
from .summaries import Summary

#: What files of the open data are to a browser, by their ending (IANA, media types).
MEDIA_TYPES = {
    "csv": "text/csv",
    "ics": "text/calendar",
    "json": "application/json",
    "txt": "text/plain",
    "xml": "application/atom+xml",
}


def collection(kind: str, summary: Summary) -> dict:
    """The properties that only a page of this type has; none for most."""
    if kind == "FAQPage":
        return {"mainEntity": [_question(summary, entry) for entry in summary.view.page.record.entries]}
    if kind == "DefinedTermSet":
        return {"hasDefinedTerm": [_term(summary, term) for term in summary.view.knowledge.terms]}
    if kind == "Dataset":
        return {
            "creator": publisher(summary),
            "isAccessibleForFree": True,
            "dateModified": summary.view.last_checked.isoformat(),
            "distribution": [_file(summary, file) for file in summary.view.downloads()],
        }
    return {}


def publisher(summary: Summary) -> dict:
    """Who answers for the page: the site, under its name."""
    view = summary.view
    return {"@type": "Organization", "name": view.bare(view.knowledge.site.name), "url": view.settings.site_url}


def _file(summary: Summary, file: Download) -> dict:
    view = summary.view
    told = {
        "@type": "DataDownload",
        "name": view.w(f"data.kind.{file.kind}", name=view.bare(file.about)).striptags(),
        "contentUrl": view.settings.site_url + file.name,
        "encodingFormat": MEDIA_TYPES.get(file.name.rpartition(".")[2]),
        "inLanguage": file.language,
    }
    return {key: value for key, value in told.items() if value}


def _question(summary: Summary, entry: Entry) -> dict:
    """The short answer alone: it is right and enough by itself."""
    address = f"{summary.address}#{entry.id}"
    answer = {"@type": "Answer", "text": summary.view.bare(entry.short)}
    return {"@type": "Question", "@id": address, "name": summary.view.bare(entry.ask), "acceptedAnswer": answer}


def _term(summary: Summary, term: Term) -> dict:
    """Its name and its address; the meaning stands there and would only double the page's weight."""
    return {"@type": "DefinedTerm", "@id": f"{summary.address}#{term.id}", "name": summary.view.bare(term.term)}
