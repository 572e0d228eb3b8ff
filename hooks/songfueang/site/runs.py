"""Runs of text inside finished HTML: names that must not be broken, words of another language.

Browsers break Thai between dictionary words, and proper names are in no dictionary: an unbroken span keeps them whole.
Words in another language's script carry that language, for voices and hyphenation (WCAG 3.1.2, Language of Parts).
"""

from __future__ import annotations

import re
from functools import cache

from ..knowledge.records import Site

_TAG = re.compile(r"(<[^>]*>)")
#: Elements that hold plain text only.
_LEFT_ALONE = re.compile(r"<(script|style|title|desc|textarea|option)\b")
_RUNS_OF = {
    "thai": r"[\u0e01-\u0e4e][\u0e01-\u0e4e.\u00a0 ]*[\u0e01-\u0e4e]\.?",
    "latin": r"(?<![&\w#])(?:[A-Za-z]{3,}(?:[ ’'/.-]+[A-Za-z][A-Za-z0-9]*)+|[A-Za-z]{5,})",
}


def marked(html: str, site: Site, language: str) -> str:
    """``html`` of a page in ``language`` with a span around every name of ``site.unbroken`` and every foreign run."""
    pattern, foreign = _pattern(site, language)
    pieces = _TAG.split(html)
    closing = None  # the end tag of an element that is left alone
    told = False  # the text stands directly in an element that says its language
    for index, piece in enumerate(pieces):
        if index % 2:  # a tag
            if closing is None and (left := _LEFT_ALONE.match(piece)):
                closing = f"</{left.group(1)}"
            elif closing and piece.startswith(closing):
                closing = None
            told = ' lang="' in piece
        elif piece.strip() and not closing and not told:
            pieces[index] = pattern.sub(lambda match: _span(match, foreign), piece)
    return "".join(pieces)


def _span(match: re.Match, foreign: str | None) -> str:
    if match.lastgroup == "name":
        return f'<span class="nb">{match.group()}</span>'
    return f'<span lang="{foreign}">{match.group()}</span>'


@cache
def _pattern_for(unbroken: tuple[str, ...], foreign_script: str | None) -> re.Pattern:
    parts = []
    if foreign_script:
        parts.append(f"(?P<foreign>{_RUNS_OF[foreign_script]})")
    if unbroken:
        parts.append("(?P<name>" + "|".join(re.escape(name) for name in sorted(unbroken, key=len, reverse=True)) + ")")
    return re.compile("|".join(parts) or r"(?!)")


def _pattern(site: Site, language: str) -> tuple[re.Pattern, str | None]:
    own = next(known for known in site.languages if known.code == language)
    other = next((known for known in site.languages if known.script != own.script), None)
    return _pattern_for(tuple(site.unbroken), other.script if other else None), other.code if other else None
