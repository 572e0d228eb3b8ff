"""Exceptions to rules: where one does not fit, and why."""

from __future__ import annotations

from typing import ClassVar

from .base import Record, Words


class RuleException(Record):
    """One record that a rule does not fit."""

    called: ClassVar[str] = "exception"

    rule: Words
    """The name of the rule, as in messages.yml."""
    file: Words
    """The file of the record: ``data/faq/basics.yml``."""
    id: Words
    """The record's id; for an answer its question's, for a wording its dotted key."""
    reason: Words
    """Why the rule does not fit here."""
