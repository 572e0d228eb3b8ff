"""Numbers, years and amounts agree in every language of a text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from ..problems import Problem, problem
from ..store import Knowledge

_THAI_DIGITS = str.maketrans("๐๑๒๓๔๕๖๗๘๙", "0123456789")
_ADDRESS = re.compile(r"\]\([^)]*\)|https?://\S+")
_SCALES = {
    "hundred": 100, "thousand": 10**3, "million": 10**6, "billion": 10**9, "trillion": 10**12,
    "พันล้าน": 10**9, "หมื่นล้าน": 10**10, "แสนล้าน": 10**11, "ล้านล้าน": 10**12,
    "ร้อย": 100, "พัน": 10**3, "หมื่น": 10**4, "แสน": 10**5, "ล้าน": 10**6,
}  # fmt: skip
_SCALE = "|".join(sorted(_SCALES, key=len, reverse=True))
#: A number, and the word that multiplies it; ร้อย in ร้อยละ, พัน in พันธุ์ and ล้าน in ล้านนา are none.
_NUMBER = re.compile(rf"(\d{{1,3}}(?:,\d{{3}})+(?:\.\d+)?|\d+(?:\.\d+)?)(?:[ \u00a0-]?({_SCALE})(?!ละ|ธ|นา))?", re.I)
#: Years of the Buddhist era that these texts speak of; each is 543 more than the Gregorian year.
_BUDDHIST_YEARS = range(2440, 2620)
_ERA_GAP = 543


def languages_give_the_same_numbers(knowledge: Knowledge) -> Iterator[Problem]:
    """The first language's numbers are every other language's numbers, whatever the digits or the calendar."""
    first, *others = knowledge.languages
    for text in knowledge.texts:
        if first not in text:
            continue
        wanted = numbers_in(text[first])
        for language in others:
            if language in text and (found := numbers_in(text[language])) != wanted:
                only_first, only_other = wanted - found, found - wanted
                yield problem(
                    "numbers-differ",
                    text.place_at(language),
                    first=first,
                    other=language,
                    only_first=", ".join(sorted(only_first)) or "–",
                    only_other=", ".join(sorted(only_other)) or "–",
                )


def numbers_in(words: str) -> frozenset[str]:
    """The numbers in ``words``, years as Gregorian years, each once: how often one is said is a matter of style."""
    plain = _ADDRESS.sub("]", words.translate(_THAI_DIGITS))
    found = set()
    for match in _NUMBER.finditer(plain):
        digits, scale = match.groups()
        value = Decimal(digits.replace(",", ""))
        if scale:
            value *= _SCALES[scale.lower()]
        elif digits.isdecimal() and value in _BUDDHIST_YEARS:
            value -= _ERA_GAP
        found.add(f"{value.normalize():f}")
    return frozenset(found)
