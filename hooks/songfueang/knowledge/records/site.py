"""The site itself: its name, its languages, its menu, and every word of its interface."""

from __future__ import annotations

from typing import Annotated, ClassVar, Literal

from pydantic import Field

from .base import Record, WebAddress
from .text import Text


class Language(Record):
    """A language of the site. The first one stands at the root, the others under their code."""

    called: ClassVar[str] = "language"

    code: Annotated[str, Field(pattern=r"^[a-z]{2,3}$")]
    name: str
    """Its name in itself."""
    locale: str
    """For machines that want a region: th_TH."""
    calendar: Literal["gregorian", "buddhist"] = "gregorian"
    script: Literal["latin", "thai"] = "latin"
    """The script it is written in: runs in another script are marked as another language's."""
    year: Annotated[str, Field(pattern=r"\{year\}")] = "{year}"
    """How a year is written that stands alone."""
    before_numbers: list[str] = []
    """Words that no line break may part from the number after them: section, page."""
    after_numbers: list[str] = []
    """Words that no line break may part from the number before them: baht, people."""
    linking: list[str] = []
    """Words that begin a phrase, for scripts that have no spaces between words: a good place for a new line."""
    zeros: dict[str, Annotated[int, Field(ge=0, le=15)]] = {}
    """How many zeros a word adds to the number before it: million 6. None for words that only begin like such a word."""


class Licence(Record):
    """On what terms the content may be reused."""

    called: ClassVar[str] = "licence"

    name: str
    url: WebAddress


class Site(Record):
    """What belongs to the site as a whole."""

    called: ClassVar[str] = "site"

    languages: list[Language] = Field(min_length=1)
    name: Text
    tagline: Text
    licence: Licence
    menu: list[str]
    """Paths of the pages in the menu, in order."""
    unbroken: list[str] = []
    """Proper names that no line break may tear apart."""
    footer: list[str] = []
    """Paths of further pages, named at the foot of every page."""
    offline: bool = True
    """Whether readers may keep the site on their device; False takes away what earlier versions kept there."""
