"""The open data: every file that others may take away, in the order in which the page lists them."""

from __future__ import annotations

from . import brief, calendar_file, feed, knowledge_file, schema, tables
from .edition import Download, Published

#: Each makes one kind of file.
MAKERS = (knowledge_file, schema, tables, calendar_file, feed, brief)


def downloads(site: Published) -> list[Download]:
    """Every file of the open data with its content."""
    return [made for maker in MAKERS for made in maker.downloads(site)]
