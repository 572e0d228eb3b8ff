"""Old addresses: what a record was called or where it stood before still leads to it, without a script.

An old page becomes a page that leads on at once; an old anchor stands beside the new one, or, when its record has moved
to another page, in a list at the foot of the page where it was.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from ..knowledge import Knowledge
from ..knowledge.records import Text
from .addresses import address
from .homes import Home, homes, title
from .pages import Page

#: Elements that may not hold text themselves: an old anchor goes into the first cell, term or item inside them.
_INTO = re.compile(r"\s*<(?:thead|tbody|tr|th|td|dt|dd|li)\b[^>]*>")


class Move(NamedTuple):
    """An old place, the place that it leads to, and what stands there."""

    old: Home
    new: Home
    called: Text


class Moves:
    """Every move of a site, from the ``was`` of records and of pages."""

    def __init__(self, knowledge: Knowledge, pages: dict[str, Page]):
        self._pages = pages
        self._anchors: dict[str, list[Move]] = {}  # by the page on which they stand now
        for record, places in homes(knowledge):
            for new in places:
                if new.anchor and new.path in pages:
                    self._anchors.setdefault(new.path, []).append(Move(new, new, title(record)))
        self.all = [move for move in (*_of_records(knowledge), *_of_pages(pages)) if move.new.path in pages]

    @property
    def old_pages(self) -> dict[str, str]:
        """``{old path: the path that it leads to}`` for pages that are no more."""
        found = {move.old.path: move.new.path for move in self.all if not move.old.anchor}
        for move in self.all:  # records have left a page of which nobody says what became of it
            found.setdefault(move.old.path, self._nearest(move.old.path))
        return {old: new for old, new in sorted(found.items()) if old not in self._pages}

    def renamed_on(self, path: str) -> dict[str, list[str]]:
        """``{anchor: its old names}`` for what has kept its page."""
        found: dict[str, list[str]] = {}
        for move in self.all:
            if move.old.anchor and move.new.anchor and move.old.path == move.new.path == path:
                found.setdefault(move.new.anchor, []).append(move.old.anchor)
        return found

    def gone_from(self, path: str) -> list[Move]:
        """What stood on the page ``path`` and stands on another page now."""
        return [move for move in self.all if move.old.path == path != move.new.path and move.old.anchor]

    def anchors_of_old_page(self, path: str) -> list[Move]:
        """Every anchor that a reader may bring to an old page, and where it leads: each anchor once."""
        target = self.old_pages[path]
        renamed = [move for move in self.all if move.old.path == move.new.path == target and move.old.anchor]
        found = {move.old.anchor: move for move in (*self._anchors.get(target, []), *renamed, *self.gone_from(target), *self.gone_from(path))}
        return list(found.values())

    def _nearest(self, path: str) -> str:
        while path and path not in self._pages:
            path = path.rpartition("/")[0]
        return path


def files(site) -> dict[str, str]:
    """A page that leads on, for every old page in every language."""
    made = {}
    for old, new in site.moves.old_pages.items():
        target = site.pages[new]
        page = Page(old, "moved", target.title, target.description, target.menu)
        for language in site.knowledge.languages:
            view = site.view(page, language)
            anchors = site.moves.anchors_of_old_page(old)
            document = site.templates.render(
                "pages/moved.html", view, target=target, anchors=anchors, styles=site.assets.used_by("", "css")
            )
            made[f"{address(site.knowledge, language, old)}index.html"] = document
    return made


def with_old_anchors(html: str, renamed: dict[str, list[str]]) -> str:
    """``html`` with an empty element for every old name of an anchor, at the start of what the anchor names."""
    for anchor, old_names in renamed.items():
        found = re.search(rf'<[^>]*\sid="{re.escape(anchor)}"[^>]*>', html)
        if found is None:
            continue
        at = found.end()
        while inner := _INTO.match(html, at):
            at = inner.end()
        missing = [old for old in old_names if f' id="{old}"' not in html]
        html = html[:at] + "".join(f'<span id="{old}"></span>' for old in missing) + html[at:]
    return html


def _of_records(knowledge: Knowledge) -> Iterator[Move]:
    for record, places in homes(knowledge):
        for old in getattr(record, "was", []):
            for new in places:
                yield Move(_old_home(old, new), new, title(record))


def _old_home(old: str, new: Home) -> Home:
    """Where ``old`` stood: on the same page as now, or (``page/old``) on another page of the same kind."""
    page, _, name = old.rpartition("/")
    above = new.path.rpartition("/")[0]
    if not new.anchor:
        return Home("/".join(part for part in (above, name) if part))
    return Home("/".join(part for part in (above, page) if part) if page else new.path, name)


def _of_pages(pages: dict[str, Page]) -> Iterator[Move]:
    for page in pages.values():
        for old in page.was:
            yield Move(Home(old), Home(page.path), page.title)
