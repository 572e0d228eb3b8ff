"""What one system gives another."""

from __future__ import annotations

from typing import ClassVar

from pydantic import Field

from .base import Cited, Id, Named
from .text import Text


class Gift(Named, Cited):
    """One thing that one system gives another."""

    called: ClassVar[str] = "gift"

    text: Text


class Relation(Named, Cited):
    """How one system helps another."""

    called: ClassVar[str] = "relation"

    from_: Id = Field(alias="from")
    to: Id
    title: Text
    text: Text
    gives: list[Gift] = []
