"""The questions that every system answers: the rows of the matrix, in groups."""

from __future__ import annotations

from typing import ClassVar

from pydantic import Field

from .base import Named, Words
from .text import Text


class Question(Named):
    """One row of the matrix."""

    called: ClassVar[str] = "question"

    ask: Text
    also: list[Words] = []
    """Other wordings that people type; the search finds every system's answer by them."""
    figure: bool = False
    """The answers are figures and need the day they are true for."""
    key: bool = False
    """One of the differences that matter most: shown on the home page and the hand-out."""
    same: bool = False
    """The answers are alike as far as is known; "only where they differ" leaves the row out."""
    difference: Text | None = None
    """The row's point in one sentence; not a repetition of the cells."""


class QuestionGroup(Named):
    """Rows that belong together."""

    called: ClassVar[str] = "question group"

    name: Text
    questions: list[Question] = Field(min_length=1)
