"""Questions real people ask, by topic, with answers."""

from __future__ import annotations

from typing import ClassVar

from pydantic import Field

from .base import Cited, Id, Named, PartOfPage, Words
from .text import Text


class Entry(PartOfPage, Cited):
    """A question with its answer: the short one alone must be right and enough."""

    called: ClassVar[str] = "FAQ entry"

    ask: Text
    short: Text
    more: Text | None = None
    advice: bool = False
    """Our own advice rather than a source's."""
    systems: list[Id] = []
    related: list[Id] = []
    """Ids of other entries."""
    also: list[Words] = []
    """Other wordings that people type."""


class Topic(Named):
    """Entries that belong together: one page."""

    called: ClassVar[str] = "FAQ topic"

    name: Text
    about: Text
    order: int = 100
    entries: list[Entry] = Field(min_length=1)
