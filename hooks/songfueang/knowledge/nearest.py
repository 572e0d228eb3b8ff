"""Guessing what somebody meant to type."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches


def nearest(typed: str, known: Iterable[str]) -> str | None:
    """The known word most like ``typed``, or None when nothing is near enough to be worth saying."""
    by_small = {str(word).lower(): str(word) for word in known}
    found = get_close_matches(str(typed).lower(), by_small, n=1, cutoff=0.6)
    return by_small[found[0]] if found else None
