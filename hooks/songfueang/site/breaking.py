"""Where text may be cut or begin a new line: between words in every script, never inside a name of the data.

The words of scripts written without spaces are found by the Unicode consortium's dictionaries (ICU). They do not know
the field's own names and would break some of them, so those are kept whole; and they err at times, so that a pause
between phrases is always the better place.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from icu4py.breakers import LineBreaker, SentenceBreaker

from ..knowledge import Knowledge
from ..knowledge.records import Language
from .typography import Typography

#: Scripts written without spaces between words: Thai, Lao, Myanmar, Khmer.
_UNSPACED = re.compile("[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff]")
#: Vowels and marks of Thai and Lao that follow their letter or stand over or under it, and vowels in front of it.
_FOLLOWING = re.compile("[\u0e2f-\u0e3a\u0e45-\u0e4e\u0eb0-\u0ebc\u0ec8-\u0ecd]")
_LEADING = "เแโใไເແໂໃໄ"
#: What an abbreviation looks like at the end of a line: no sentence ends there.
_ABBREVIATION = re.compile(r"(?:^|[\s(“])(?:[A-Z]|No|[\u0e01-\u0e2e]{1,3})(?:\.[A-Z\u0e01-\u0e2e]{1,3})*\.\s*$")
_PHRASE_END = tuple(",;:.!?)”’–—")
#: Longer names may be broken between their words: they would not fit a line.
LONGEST_NAME = 16


class Breaks:
    """The places of one language at which text may be broken."""

    def __init__(self, language: str, names: Iterable[str] = (), languages: Iterable[Language] = ()):
        self.language = language
        known, names = list(languages), list(names)
        self.kept_together = Typography(known).kept_together
        linking = [word for one in known for word in one.linking]
        self._linking = re.compile("|".join(map(re.escape, linking)) or r"(?!)")
        #: what all this was made from: whoever keeps what was broken by it makes it anew when this changes
        self.edition = repr((language, sorted(names), known))
        short = {name for name in names if _UNSPACED.search(name) and " " not in name and len(name) <= LONGEST_NAME}
        self.names = sorted(short, key=lambda name: (-len(name), name))
        self._names = re.compile("|".join(map(re.escape, self.names))) if short else None

    @classmethod
    def of(cls, knowledge: Knowledge, language: str) -> Breaks:
        """The breaks of a language of the site, whose names are kept whole."""
        texts = [knowledge.site.name, *(system.name for system in knowledge.systems)]
        texts += [text for term in knowledge.terms for text in (term.term, term.short) if text]
        names = {*knowledge.site.unbroken, *(words for text in texts for words in text.words.values())}
        return cls(language, names.union(*(system.also for system in knowledge.systems)), knowledge.site.languages)

    def between_words(self, words: str) -> list[int]:
        """Every place (a count of characters) before which a new line may begin."""
        inside = self._inside_names(words)
        ends = [end for _, end in LineBreaker(words, self.language).segments()]
        return [end for end in ends if end < len(words) and end not in inside and not _torn(words, end)]

    def between_phrases(self, words: str) -> list[int]:
        """Places at which a reader would pause: after a comma, at a space of a script that has spaces nowhere else, and
        before a linking word."""
        return [place for place in self.between_words(words) if self._is_pause(words, place)]

    def between_sentences(self, words: str) -> list[int]:
        """Places after which a sentence begins."""
        ends = [end for _, end in SentenceBreaker(words, self.language).segments()]
        return [
            end for end in ends if end < len(words) and words[end - 1] == " " and not _ABBREVIATION.search(words[:end])
        ]

    def cut(self, words: str, most: int) -> str:
        """``words`` in at most ``most`` characters: whole sentences where they make a third of that, else with "…".

        Without a full sentence the text ends between phrases, without a phrase between words.
        """
        return self._cut(self.kept_together(words), most).replace("\u00a0", " ")

    def _cut(self, words: str, most: int) -> str:
        if len(words) <= most:
            return words
        fewest = most // 3
        whole = [place for place in self.between_sentences(words) if fewest <= len(words[:place].rstrip()) <= most]
        if whole:
            return words[: whole[-1]].rstrip()
        for places in (self.between_phrases(words), self.between_words(words)):
            fitting = [place for place in places if fewest <= place < most]
            if fitting:
                return words[: fitting[-1]].rstrip(" ,;:–—·") + "…"
        return words[: most - 1] + "…"

    def _is_pause(self, words: str, place: int) -> bool:
        before = words[:place].rstrip()
        if words[place - 1] != " ":
            return bool(self._linking.match(words, place))
        return bool(before) and not inside_brackets(words, place) and (
            before.endswith(_PHRASE_END) or bool(_UNSPACED.match(before[-1])) or bool(_UNSPACED.match(words[place]))
        )

    def _inside_names(self, words: str) -> set[int]:
        if self._names is None:
            return set()
        return {place for found in self._names.finditer(words) for place in range(found.start() + 1, found.end())}


def inside_brackets(words: str, place: int) -> bool:
    """Whether a bracket or quotation is open at ``place``."""
    before = words[:place]
    return before.count("(") > before.count(")") or before.count("“") > before.count("”")


def _torn(words: str, place: int) -> bool:
    """Whether a break at ``place`` would part a letter from its vowel or mark: before them, or after a vowel in front."""
    return bool(_FOLLOWING.match(words, place)) or words[place - 1] in _LEADING
