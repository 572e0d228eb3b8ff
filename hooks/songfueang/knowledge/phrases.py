"""Finding any of many phrases in a text, quickly: names of things, spellings to avoid."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator


class Phrases:
    """Some phrases, to be found whether their letters are small or capital; the longest that begins at a place wins.

    Those of ``whole_words`` are found only where no letter or digit touches them. (A plain alternation that ignores case
    tries every phrase at every letter, which takes twenty times as long.)
    """

    def __init__(self, phrases: Iterable[str], whole_words: Iterable[str] = ()):
        alone = {phrase.lower() for phrase in whole_words}
        by_first: dict[str, list[str]] = {}
        for phrase in sorted({phrase.lower() for phrase in phrases} | alone, key=lambda phrase: (-len(phrase), phrase)):
            rest = re.escape(phrase[1:])
            by_first.setdefault(phrase[0], []).append(rf"(?<=\b.){rest}\b" if phrase in alone else rest)
        groups = (f"{re.escape(first)}(?:{'|'.join(rests)})" for first, rests in by_first.items())
        self._pattern = re.compile("|".join(groups) or r"(?!)")

    def spans(self, text: str) -> Iterator[tuple[int, int]]:
        """Where they stand in ``text``, one after the other: the places of the first letter and after the last."""
        small = text.lower()
        if len(small) != len(text):  # a letter such as İ, whose small form is longer
            small = "".join(letter.lower() if len(letter.lower()) == 1 else letter for letter in text)
        return (match.span() for match in self._pattern.finditer(small))
