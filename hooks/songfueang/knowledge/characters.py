"""Characters that look right and are not: seen in a file's text before it is read as YAML."""

from __future__ import annotations

import re
import unicodedata
from itertools import pairwise

from .places import Place
from .problems import Problem, problem

#: Characters nobody sees: zero-width space, joiners, direction marks, soft hyphen, a stray byte-order mark.
_UNSEEN = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]")
#: Sara am typed as its two halves, with or without a tone mark between or after.
_SPLIT_AM = re.compile("\u0e4d([\u0e48-\u0e4b]?)\u0e32|([\u0e48-\u0e4b])\u0e4d\u0e32")
#: Two sara e instead of one sara ae.
_DOUBLE_E = re.compile("\u0e40\u0e40")
#: A tone mark typed before the vowel that belongs under or over it.
_TONE_FIRST = re.compile("([\u0e48-\u0e4c])([\u0e31\u0e34-\u0e39])")
_THAI_END = re.compile("[\u0e01-\u0e4e]\\s*$")
_THAI_START = re.compile("^\\s+[\u0e01-\u0e4e][^:]*$")


def look_alikes(text: str, shown: str) -> list[Problem]:
    """Every look-alike or unseen character in ``text``, line by line."""
    found = []
    lines = text.split("\n")
    for number, line in enumerate(lines, start=1):
        for rule, pattern in (
            ("unseen-character", _UNSEEN),
            ("split-sara-am", _SPLIT_AM),
            ("double-sara-e", _DOUBLE_E),
            ("tone-before-vowel", _TONE_FIRST),
        ):
            for match in pattern.finditer(line):
                place = Place(shown, number, match.start() + 1)
                seen = match.group()
                code = " ".join(f"U+{ord(character):04X}" for character in seen)
                name = unicodedata.name(seen[0], "unnamed").lower()
                found.append(problem(rule, place, code=code, name=name))
    return found + _wrapped(lines, shown)


def _wrapped(lines: list[str], shown: str) -> list[Problem]:
    """Thai broken over two source lines: YAML and Markdown would show a space inside a word."""
    return [
        problem("wrapped-thai", Place(shown, number, len(line.rstrip()) or 1))
        for number, (line, following) in enumerate(pairwise(lines), start=1)
        if _THAI_END.search(line) and _THAI_START.match(following) and not line.lstrip().startswith("#")
    ]
