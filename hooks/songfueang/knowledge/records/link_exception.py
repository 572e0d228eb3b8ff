"""Outside addresses that the check of links finds wrong, and that stay all the same: which, and why."""

from __future__ import annotations

from typing import ClassVar, Literal

from .base import Record, WebAddress, Words


class LinkException(Record):
    """One address, or all that begin with it, and what is known to be wrong with them."""

    called: ClassVar[str] = "exception"

    rule: Literal["link-gone", "link-refused", "link-fails", "link-home", "link-certificate", "link-moved"]
    """What the check finds, as in messages.yml."""
    address: WebAddress
    """The address, or the beginning of several."""
    reason: Words
    """Why it stays."""
