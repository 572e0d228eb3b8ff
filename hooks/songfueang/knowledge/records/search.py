"""What the site's own search knows about the words that people type."""

from __future__ import annotations

from typing import ClassVar

from .base import Id, Record, Words


class Search(Record):
    """Words for the search, in all languages together."""

    called: ClassVar[str] = "search"

    little: list[Words] = []
    """Words that say how something is asked rather than what about: they weigh little."""
    same: list[list[Words]] = []
    """Words that a reader may use for one another; the first is the one that the site's texts use."""
    offices: list[Id] = []
    """Terms of the offices to ask when nothing is found."""
