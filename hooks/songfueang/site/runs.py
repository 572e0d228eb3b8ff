"""Runs of text inside finished HTML: what must not be broken, words of another language.

Browsers break Thai between dictionary words, and proper names are in no dictionary: an unbroken span keeps them whole.
Words in another language's script carry that language, for voices and hyphenation (WCAG 3.1.2, Language of Parts).
"""

from __future__ import annotations

import re
from functools import cache

from ..knowledge.records import Site
from .html_text import with_texts
from .typography import Typography

_RUNS_OF = {
    "thai": r"[\u0e01-\u0e4e][\u0e01-\u0e4e.\u00a0 ]*[\u0e01-\u0e4e]\.?",
    "latin": r"(?<![&\w#])(?:[A-Za-z]{3,}(?:[ ’'/.-]+[A-Za-z][A-Za-z0-9]*)+|[A-Za-z]{5,})",
}


def marked(html: str, site: Site, language: str) -> str:
    """``html`` of a page in ``language`` as it should break and be spoken.

    Spaces that must not break are set; there is a span around every name of ``site.unbroken``, around every range of
    numbers (browsers break 1–30 after the dash) and around every foreign run.
    """
    own = next(known for known in site.languages if known.code == language)
    foreign = next((known for known in site.languages if known.script != own.script), None)
    pattern = _pattern(tuple(site.unbroken), foreign.script if foreign else None)
    typography = Typography(site.languages)

    def span(match: re.Match) -> str:
        attribute = f'lang="{foreign.code}"' if match.lastgroup == "foreign" else 'class="nb"'
        said = f"<span {attribute}>{match.group()}</span>"
        if match.lastgroup != "name":
            return said
        # beside a name that is in no dictionary, browsers guess the words wrong (โครงกา|รชื่อบ|อกว่า): <wbr> parts them from it
        before, after = (letters.isalpha() for letters in (match.string[: match.start()][-1:], match.string[match.end() :][:1]))
        return "<wbr>" * before + said + "<wbr>" * after

    def change(text: str, tag: str) -> str:
        together = typography.kept_together(text)
        return together if ' lang="' in tag else pattern.sub(span, together)

    return with_texts(html, change)


@cache
def _pattern(unbroken: tuple[str, ...], foreign_script: str | None) -> re.Pattern:
    parts = [r"(?P<range>\d[\d,.]*–\d[\d,.]*)"]
    if foreign_script:
        parts.append(f"(?P<foreign>{_RUNS_OF[foreign_script]})")
    if unbroken:
        parts.append("(?P<name>" + "|".join(re.escape(name) for name in sorted(unbroken, key=len, reverse=True)) + ")")
    return re.compile("|".join(parts))
