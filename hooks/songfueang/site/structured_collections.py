"""What pages that gather things hold, in schema.org's words: questions with answers, terms."""

from __future__ import annotations

from ..knowledge.records import Entry, Term
from .summaries import Summary


def collection(kind: str, summary: Summary) -> dict:
    """The properties that only a page of this type has; none for most."""
    if kind == "FAQPage":
        return {"mainEntity": [_question(summary, entry) for entry in summary.view.page.record.entries]}
    if kind == "DefinedTermSet":
        return {"hasDefinedTerm": [_term(summary, term) for term in summary.view.knowledge.terms]}
    return {}


def _question(summary: Summary, entry: Entry) -> dict:
    """The short answer alone: it is right and enough by itself."""
    address = f"{summary.address}#{entry.id}"
    answer = {"@type": "Answer", "text": summary.view.bare(entry.short)}
    return {"@type": "Question", "@id": address, "name": summary.view.bare(entry.ask), "acceptedAnswer": answer}


def _term(summary: Summary, term: Term) -> dict:
    """Its name and its address; the meaning stands there and would only double the page's weight."""
    return {"@type": "DefinedTerm", "@id": f"{summary.address}#{term.id}", "name": summary.view.bare(term.term)}
