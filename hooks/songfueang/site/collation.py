"""Dictionary order: the Unicode collation algorithm, which knows that เ แ โ ใ ไ are sorted after the letter they precede."""

from __future__ import annotations

from functools import cache

from pyuca import Collator


@cache
def _collator() -> Collator:
    return Collator()


def collation_key(words: str) -> tuple:
    """A key that sorts ``words`` as dictionaries do, capital letters beside small ones."""
    return _collator().sort_key(words.casefold())
