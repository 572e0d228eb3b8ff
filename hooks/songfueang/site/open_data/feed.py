"""What changed in the data, as an Atom feed (RFC 4287), one per language."""

from __future__ import annotations

from datetime import date
from html import escape
from xml.etree import ElementTree

from ...knowledge.records import Change
from .edition import Download, Edition, Published, editions

NAME = "changes.xml"
_ATOM = "http://www.w3.org/2005/Atom"


def downloads(site: Published) -> list[Download]:
    """A feed in every language."""
    return [Download(edition.file(NAME), feed(edition), "changes", edition.language) for edition in editions(site)]


def feed(edition: Edition) -> bytes:
    """Every change, the newest first, each leading to its place on the page of the open data."""
    known = edition.knowledge
    root = ElementTree.Element("feed", {"xmlns": _ATOM, "xml:lang": edition.language})
    own = f"{edition.site.settings.site_url}{edition.file(NAME)}"
    newest = max((change.date for change in known.changes), default=max(source.checked for source in known.sources))
    name = edition.bare(known.site.name)
    _add(root, "title", edition.said("changes.feed", site=name))
    _add(root, "subtitle", edition.bare(known.site.tagline))
    _add(root, "id", own)
    _add(root, "link", rel="self", type="application/atom+xml", href=own)
    _add(root, "link", rel="alternate", type="text/html", hreflang=edition.language, href=edition.address("data"))
    _add(root, "updated", _moment(newest))
    _add(_add(root, "author"), "name", name)
    _add(root, "rights", edition.terms_of_use)
    for change in known.changes:
        _entry(root, change, edition)
    ElementTree.indent(root, " ")
    return ElementTree.tostring(root, encoding="utf-8", xml_declaration=True) + b"\n"


def _entry(root: ElementTree.Element, change: Change, edition: Edition) -> None:
    address = edition.address_of(change) or edition.address("data")
    entry = _add(root, "entry")
    _add(entry, "title", edition.bare(change.what))
    _add(entry, "id", address)
    _add(entry, "link", rel="alternate", type="text/html", hreflang=edition.language, href=address)
    _add(entry, "updated", _moment(change.date))
    paragraphs = "".join(f"<p>{escape(edition.bare(text))}</p>" for text in (change.what, change.more) if text)
    items = "".join(
        f'<li><a href="{escape(edition.linked(target))}">{escape(edition.title_of(target))}</a></li>'
        for target in change.links
    )
    _add(entry, "content", paragraphs + (f"<ul>{items}</ul>" if items else ""), type="html")


def _add(parent: ElementTree.Element, tag: str, words: str | None = None, **attributes: str) -> ElementTree.Element:
    made = ElementTree.SubElement(parent, tag, attributes)
    made.text = words
    return made


def _moment(day: date) -> str:
    return f"{day.isoformat()}T00:00:00Z"
