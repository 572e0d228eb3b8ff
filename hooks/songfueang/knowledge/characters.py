"""Characters that look right and are not: seen in a file's text before it is read as YAML, and put right."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from itertools import accumulate, pairwise

from .places import Place
from .problems import Problem, problem

#: What looks alike, and what it should be: (rule, pattern, replacement). The right form is the order of the Thai
#: standard for input and output (WTT 2.0): letter, vowel over or under it, tone mark; ำ and แ are one character.
LOOK_ALIKES = (
    # zero-width space, joiners (but not inside an emoji), direction marks, soft hyphen, a stray byte-order mark
    (
        "unseen-character",
        re.compile(
            "[\u00ad\u200b\u200c\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]"
            "|\u200d(?<![\u2600-\u27bf\ufe0f\U0001f000-\U0001faff]\u200d)"
        ),
        "",
    ),
    # sara am typed as its two halves, a tone mark before, between or after them
    (
        "split-sara-am",
        re.compile("([\u0e48-\u0e4b]?)\u0e4d([\u0e48-\u0e4b]?)\u0e32([\u0e48-\u0e4b]?)"),
        "\\1\\2\\3\u0e33",
    ),
    # two sara e instead of one sara ae
    ("double-sara-e", re.compile("\u0e40\u0e40"), "\u0e41"),
    # a tone mark typed before the vowel under or over the same letter
    ("tone-before-vowel", re.compile("([\u0e48-\u0e4c])([\u0e31\u0e34-\u0e39])"), "\\2\\1"),
    # a tone mark typed after sara am
    ("tone-after-sara-am", re.compile("\u0e33([\u0e48-\u0e4b])"), "\\1\u0e33"),
    # the same mark typed twice: one hides behind the other
    ("mark-twice", re.compile("([\u0e31\u0e34-\u0e3a\u0e47-\u0e4e])\\1+"), "\\1"),
)
#: Putting one thing right may bring the next to light; more rounds than this are never needed.
MOST_ROUNDS = 5
_THAI_END = re.compile("[\u0e01-\u0e4e]\\s*$")
_THAI_START = re.compile("^\\s+[\u0e01-\u0e4e][^:]*$")


def look_alikes(text: str, shown: str) -> list[Problem]:
    """Every look-alike or unseen character in ``text``, with its line and column."""
    found = []
    lines = text.split("\n")
    starts = list(accumulate((len(line) + 1 for line in lines), initial=0))
    for rule, pattern, _ in LOOK_ALIKES:
        for match in pattern.finditer(text):
            number = bisect_right(starts, match.start())
            place = Place(shown, number, match.start() - starts[number - 1] + 1)
            seen = match.group()
            code = " ".join(f"U+{ord(character):04X}" for character in seen)
            name = unicodedata.name(seen[0], "unnamed").lower()
            found.append(problem(rule, place, code=code, name=name))
    return found + _wrapped(lines, shown)


def put_right(words: str) -> str:
    """``words`` with every look-alike in its right form; nothing that a reader sees changes."""
    for _ in range(MOST_ROUNDS):
        before = words
        for _, pattern, replacement in LOOK_ALIKES:
            words = pattern.sub(replacement, words)
        if words == before:
            break
    return words


def _wrapped(lines: list[str], shown: str) -> list[Problem]:
    """Thai broken over two source lines: YAML and Markdown would show a space inside a word."""
    return [
        problem("wrapped-thai", Place(shown, number, len(line.rstrip()) or 1))
        for number, (line, following) in enumerate(pairwise(lines), start=1)
        if _THAI_END.search(line) and _THAI_START.match(following) and not line.lstrip().startswith("#")
    ]
