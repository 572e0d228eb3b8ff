"""The helper "which one suits us?": questions whose options lead on, until a result."""

from __future__ import annotations

from typing import ClassVar

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from .base import Cited, Id, Named, Record
from .text import Text


class Target(Record):
    """Where an option leads: to a question or to a result."""

    question: Id | None = None
    result: Id | None = None

    @model_validator(mode="after")
    def _exactly_one(self):
        if (self.question is None) == (self.result is None):
            raise PydanticCustomError("not-one-target", "not one target", {})
        return self


class Option(Named):
    """One answer that a reader may give."""

    called: ClassVar[str] = "option"

    label: Text
    hint: Text | None = None
    to: Target


class ChooseQuestion(Named):
    """One page of the helper."""

    called: ClassVar[str] = "choose question"

    ask: Text
    help: Text | None = None
    options: list[Option] = Field(min_length=2)


class ChooseResult(Named, Cited):
    """Where a path ends."""

    called: ClassVar[str] = "choose result"

    title: Text
    systems: list[Id] = []
    because: Text
    first: Text
    """What to do first: which office, which papers."""
    change: Text
    """What would change the answer."""
    guides: list[Id] = []
    advice: bool = False


class Choose(Record):
    """The whole tree; the first question is the start."""

    called: ClassVar[str] = "choose tree"

    questions: list[ChooseQuestion] = Field(min_length=1)
    results: list[ChooseResult] = Field(min_length=1)
