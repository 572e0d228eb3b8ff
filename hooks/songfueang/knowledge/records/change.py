"""What changed in the data, told by people."""

from __future__ import annotations

from typing import ClassVar

from .base import Day, Named, Words
from .text import Text


class Change(Named):
    """A change that readers of the site or of the open data should hear of."""

    called: ClassVar[str] = "change"

    date: Day
    """The day on which the changed data was put out."""
    what: Text
    """What changed, in one sentence."""
    more: Text | None = None
    links: list[Words] = []
    """The records that it is about, as links in texts name them: `faq:can-one-person-join`."""
