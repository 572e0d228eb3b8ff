"""Numbers, years and amounts agree in every language of a text."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from decimal import Decimal
from functools import cache

from ..problems import Problem, problem
from ..store import Knowledge

_DIGIT = re.compile(r"\d")
_THAI_DIGITS = str.maketrans("๐๑๒๓๔๕๖๗๘๙", "0123456789")
_ADDRESS = re.compile(r"\]\([^)]*\)|https?://\S+")
_NUMBER = r"(\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?)"
#: Years of the Buddhist era that these texts speak of; each is 543 more than the Gregorian year.
_BUDDHIST_YEARS = range(2440, 2620)
_ERA_GAP = 543


def languages_give_the_same_numbers(knowledge: Knowledge) -> Iterator[Problem]:
    """The first language's numbers are every other language's numbers, whatever the digits or the calendar."""
    first, *others = knowledge.languages
    zeros = {word.lower(): count for language in knowledge.site.languages for word, count in language.zeros.items()}
    for text in knowledge.texts:
        if first not in text:
            continue
        wanted = numbers_in(text[first], zeros)
        for language in others:
            if language in text and (found := numbers_in(text[language], zeros)) != wanted:
                only_first, only_other = wanted - found, found - wanted
                position = min(
                    (at for number, at in _numbers(text[language], zeros) if number in only_other), default=0
                )
                yield problem(
                    "numbers-differ",
                    text.place_at(language, position),
                    first=first,
                    other=language,
                    only_first=", ".join(sorted(only_first)) or "–",
                    only_other=", ".join(sorted(only_other)) or "–",
                )


def numbers_in(words: str, zeros: Mapping[str, int]) -> frozenset[str]:
    """The numbers in ``words``, years as Gregorian years, each once: how often one is said is a matter of style.

    ``zeros`` tells how many the words after a number add to it, in small letters.
    """
    return frozenset(number for number, _ in _numbers(words, zeros))


def _numbers(words: str, zeros: Mapping[str, int]) -> Iterator[tuple[str, int]]:
    """(each number, where it stands), those in addresses left out."""
    if not _DIGIT.search(words):  # most texts: nothing else is looked at
        return
    plain = _ADDRESS.sub(lambda match: " " * len(match.group()), words.translate(_THAI_DIGITS))
    for match in _pattern(tuple(zeros)).finditer(plain):
        digits, word = match.groups()
        value = Decimal(digits.replace(",", ""))
        if word and zeros[word.lower()]:
            value *= 10 ** zeros[word.lower()]
        elif digits.isdecimal() and value in _BUDDHIST_YEARS:
            value -= _ERA_GAP
        yield f"{value.normalize():f}", match.start()


@cache
def _pattern(words: tuple[str, ...]) -> re.Pattern:
    """A number, and the word that multiplies it: of words that begin alike the longest."""
    longest_first = "|".join(map(re.escape, sorted(words, key=len, reverse=True)))
    return re.compile(_NUMBER + (rf"(?:[ \u00a0-]?({longest_first}))?" if words else "()"), re.IGNORECASE)
