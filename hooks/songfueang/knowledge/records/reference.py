"""Reference matter: terms, events, stories and the neighbouring forms."""

from __future__ import annotations

from typing import ClassVar

from .base import Cited, Id, Named, PartOfDate, Words
from .text import Text


class Term(Named, Cited):
    """A word of the field, in every language."""

    called: ClassVar[str] = "term"

    term: Text
    short: Text | None = None
    """Its abbreviation."""
    meaning: Text
    also: list[Words] = []
    avoid: list[Words] = []
    """Spellings that the site's own texts must not use."""
    confused_with: list[Id] = []


class Event(Named, Cited):
    """A moment of the history."""

    called: ClassVar[str] = "event"

    date: PartOfDate
    systems: list[Id] = []
    what: Text


class Story(Named, Cited):
    """A real group, as its sources describe it."""

    called: ClassVar[str] = "story"

    name: Text
    place: Text
    systems: list[Id] = []
    grown_into: Text | None = None
    text: Text


class Neighbour(Named, Cited):
    """A form that people mix up with the systems of the site."""

    called: ClassVar[str] = "neighbouring form"

    name: Text
    what: Text
    law: Text | None = None
    office: Text | None = None
    differs: Text
    also: list[Words] = []
