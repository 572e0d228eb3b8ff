"""One of the systems that the site explains, with its answers to the questions."""

from __future__ import annotations

import re
from typing import Annotated, Any, ClassVar

from pydantic import BeforeValidator, WithJsonSchema
from pydantic_core import PydanticCustomError

from .base import Cited, Id, Named, Record, Words
from .text import Text

_COLOUR = "#[0-9a-fA-F]{6}"


def _colour(value: Any) -> str:
    if not isinstance(value, str) or not re.fullmatch(_COLOUR, value):
        raise PydanticCustomError("not-a-colour", "not a colour", {"value": str(value)})
    return value


Colour = Annotated[str, BeforeValidator(_colour), WithJsonSchema({"type": "string", "pattern": f"^{_COLOUR}$"})]


class Answer(Cited):
    """How a system answers one question."""

    called: ClassVar[str] = "answer"

    short: Text
    """The cell of the matrix: up to about twelve words."""
    more: Text | None = None
    """The explainer: plain, a few sentences."""


class Colours(Record):
    """A system's colour on a light and on a dark page; never the only signal."""

    light: Colour
    dark: Colour


class System(Named):
    """A system: its names and its answer to every question that applies to it."""

    called: ClassVar[str] = "system"

    order: int = 100
    """Where it stands among the systems; ties are broken by id."""
    name: Text
    full_name: Text
    also: list[Words] = []
    """What people type for it; feeds the search."""
    colour: Colours | None = None
    essence: Text
    """The one sentence to remember."""
    answers: dict[Id, Answer] = {}
    """By the id of a question in data/questions.yml."""
