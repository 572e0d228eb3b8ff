"""One form for everything that is typed and everything that is found: Thai and Latin, however they were entered.

The same steps stand in overrides/scripts/search/normal_form.js; tests/normal_form.yml holds both to them. Never NFKC: it
takes ำ apart. What looks alike is joined (sara am typed in halves, two เ for แ, a tone before its vowel), what nobody
sees is dropped, Thai digits become Arabic ones, dots leave abbreviations (a word after one stands apart), commas leave numbers, and 1.8 or 26/1
stays one number (with ˌ, which nobody types).
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable

_TONE, _VOWEL = "\u0e48-\u0e4c", "\u0e31\u0e34-\u0e3a"
_UNSEEN = "\u00ad\u034f\u061c\u115f\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff"
_ACCENTS = "\u0300-\u036f"


class _Table(dict):
    """A table for ``str.translate`` that works every letter out once: without an entry for a letter it is very slow."""

    def __init__(self, made: Callable[[str], str], known: dict[int, str]):
        super().__init__(known)
        self._made = made

    def __missing__(self, code: int) -> str:
        self[code] = self._made(chr(code))
        return self[code]


#: Wide letters and Thai digits as plain ones, every other letter as it is.
_PLAIN = _Table(
    lambda letter: letter,
    {0xFF01 + number: chr(0x21 + number) for number in range(94)} | {0x0E50 + digit: str(digit) for digit in range(10)},
)
#: Whatever is no letter, mark or number parts words.
_PARTED = _Table(lambda letter: letter if unicodedata.category(letter)[0] in "LMN" else " ", {})
_STEPS = tuple(
    (re.compile(pattern), replacement)
    for pattern, replacement in (
        (f"[{_UNSEEN}{_ACCENTS}]", ""),
        (f"([{_TONE}])([{_VOWEL}])", r"\2\1"),
        (f"([{_TONE}]?)\u0e4d([{_TONE}]?)\u0e32", "\\1\\2\u0e33"),
        ("\u0e40\u0e40", "\u0e41"),
        ("\u0e45", "\u0e32"),
        (r"([\u0e31\u0e34-\u0e3a\u0e47-\u0e4e])\1+", r"\1"),
        (r"([\u0e01-\u0e4e])\.(?=[\u0e01-\u0e4e]{3})", r"\1 "),
        (r"([\u0e01-\u0e4e])\.", r"\1"),
        (r"([0-9]),(?=[0-9]{3}(?![0-9]))", r"\1"),
        (r"([0-9])[./](?=[0-9])", "\\1\u02cc"),
    )
)
_INITIALS = re.compile(r"(^|[^a-z0-9])((?:[a-z]\.){2,}[a-z]?)(?![a-z])")


def normal_form(text: str) -> str:
    """``text`` in small letters, single spaces between what is left of it; tone marks are kept."""
    text = unicodedata.normalize("NFD", text.lower()).translate(_PLAIN)
    for pattern, replacement in _STEPS:
        text = pattern.sub(replacement, text)
    text = _INITIALS.sub(lambda found: found[1] + found[2].replace(".", ""), text)
    return " ".join(text.translate(_PARTED).split())


#: What sounds alike is written alike: one letter for each sound, no mark that only says how high or how short.
_SOUND = str.maketrans("ศษณฎฏฐถฑฒธภฌญฬใขฃฅ", "สสนดตทททททพชยลไคคค", "ะ\u0e47\u0e48\u0e49\u0e4a\u0e4b\u0e4c\u0e4d\u0e4e")


def sound_form(text: str) -> str:
    """``text`` in its normal form, spelt as it sounds, so that common misspellings meet."""
    return normal_form(text).translate(_SOUND).replace("รร", "ัน")
