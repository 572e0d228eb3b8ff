"""Step-by-step guides."""

from __future__ import annotations

from calendar import monthrange
from typing import Annotated, ClassVar

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from .base import Cited, Id, Named, PartOfPage, Record, Words
from .text import Text


class DayOfYear(Record):
    """A day that comes every year."""

    month: Annotated[int, Field(ge=1, le=12, strict=True)]
    day: Annotated[int, Field(ge=1, le=31, strict=True)]

    @model_validator(mode="after")
    def _exists(self):
        if self.day > monthrange(2024, self.month)[1]:  # a leap year: 29 February comes, if not every year
            raise PydanticCustomError("impossible-day", "no such day", {"value": f"{self.day}/{self.month}"})
        return self


class Need(PartOfPage, Cited):
    """Something to have before starting."""

    called: ClassVar[str] = "need"

    text: Text
    advice: bool = False


class Step(PartOfPage, Cited):
    """One step: where, who, which papers, how long, how much, as far as known."""

    called: ClassVar[str] = "step"

    title: Text
    text: Text
    where: Text | None = None
    who: Text | None = None
    papers: list[Text] = []
    time: Text | None = None
    fee: Text | None = None
    advice: bool = False
    """Our own advice rather than a source's."""


class Deadline(PartOfPage, Cited):
    """A yearly deadline, on a day or over a span of days."""

    called: ClassVar[str] = "deadline"

    title: Text
    from_: DayOfYear | None = Field(default=None, alias="from")
    to: DayOfYear
    text: Text | None = None


class Guide(Named, Cited):
    """A thing to do, step by step."""

    called: ClassVar[str] = "guide"

    name: Text
    summary: Text
    systems: list[Id] = []
    order: int = 100
    also: list[Words] = []
    advice: bool = False
    needs: list[Need] = []
    steps: list[Step] = Field(min_length=1)
    deadlines: list[Deadline] = []
    result: Text | None = None
    otherwise: Text | None = None
    next: list[Id] = []
