"""Where what is known comes from."""

from __future__ import annotations

from typing import ClassVar, Literal

from .base import Day, Named, PartOfDate, WebAddress
from .text import Text


class Source(Named):
    """A law, a page, a paper or an article that statements cite."""

    called: ClassVar[str] = "source"

    kind: Literal["law", "official", "secondary"]
    """How much weight it carries."""
    title: Text
    publisher: Text
    url: WebAddress | None = None
    """Its address; may be missing when `note` says why."""
    archived: WebAddress | None = None
    """The address of an archived copy."""
    published: PartOfDate | None = None
    checked: Day
    """The day somebody last read it."""
    read: Literal["whole", "excerpt", "translation"]
    """How much of it was read."""
    note: Text | None = None
