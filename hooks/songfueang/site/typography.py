"""Spaces that must not break, set at build so that nobody has to type them.

Thai is broken between words by the browser; only a space may tear apart what belongs together: ``พ.ศ. 2548``,
``มาตรา 7 (1)``, ``1,200 บาท``, ``เล็ก ๆ`` (W3C, Thai Layout Requirements: ๆ never begins a line). Which words belong to
their numbers, each language of the site says; the names of its months are known anyway.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from ..knowledge.records import Language
from .dates import months

_DIGIT = "[0-9๐-๙]"


class Typography:
    """Knows, for all languages of a site, where a space must not break."""

    def __init__(self, languages: Iterable[Language]):
        known = list(languages)
        named = tuple(month for language in known for month in months(language))
        before = tuple(word for language in known for word in language.before_numbers)
        after = tuple(word for language in known for word in language.after_numbers)
        self._rules = _rules(named, before, after)

    def kept_together(self, words: str) -> str:
        """``words`` with no-break spaces where a line must not break."""
        for pattern in self._rules:
            words = pattern.sub("\u00a0", words)
        return words


@cache
def _rules(months: tuple[str, ...], before: tuple[str, ...], after: tuple[str, ...]) -> tuple[re.Pattern, ...]:
    """Patterns of single spaces; each begins with the space, so that everything else is passed over quickly."""
    behind = "|".join(f"(?<={re.escape(word)} )" for word in (*before, *months))
    return (
        re.compile(rf" (?={_DIGIT})(?:{behind or '(?!)'})"),
        re.compile(rf" (?<={_DIGIT} )(?={'|'.join(map(re.escape, (*months, *after, '%')))})"),
        re.compile(rf" (?<={_DIGIT} )(?=\({_DIGIT}+\))"),
        re.compile(r" (?=ๆ)"),
    )
