"""The glossary in the text: the first time a page uses a term, the term explains itself.

The term becomes a link to its entry (so the meaning is reached by any means, without a script) that carries its
meaning in an attribute; the style sheet shows it on hover and focus. Python-Markdown's own abbreviations need a word
boundary on both sides, which Thai does not write: here the boundaries are those of ICU's word breaker.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from icu4py.breakers import WordBreaker
from markupsafe import escape

from ..knowledge import Knowledge
from .html_text import PLAIN, with_texts
from .markdown import bare

MOST_LETTERS = 120
#: Headings, links and what works like them, code, and the terms of lists of their own.
_LEFT_ALONE = PLAIN | {"a", "h1", "h2", "h3", "h4", "h5", "h6", "code", "dt", "th", "nav", "svg", "button", "summary"}
_BRACKETS = re.compile(r"\s*\([^)]*\)")


@dataclass(frozen=True)
class _Explained:
    id: str
    meaning: str


class Explanations:
    """Finds terms of the glossary in one language."""

    def __init__(self, knowledge: Knowledge, language: str):
        self._language = language
        self._by_name: dict[str, _Explained] = {}
        for term in knowledge.terms:
            if language not in term.term or language not in term.meaning:
                continue
            explained = _Explained(term.id, _brief(bare(term.meaning[language])))
            names = [_BRACKETS.sub("", bare(term.term[language]))]
            if term.short and language in term.short:
                names.append(bare(term.short[language]))
            for name in names:
                self._by_name.setdefault(name.lower(), explained)
        names = sorted((re.escape(name) for name in self._by_name if len(name) > 1), key=len, reverse=True)
        self._pattern = re.compile("|".join(names) or r"(?!)", re.IGNORECASE)

    def put_into(self, html: str, glossary: str) -> str:
        """``html`` with the first occurrence of each term explained; ``glossary`` is the glossary page's address."""
        seen: set[str] = set()

        def change(text: str, tag: str) -> str:
            boundaries: set[int] | None = None
            made, done = [], 0
            for match in self._pattern.finditer(text):
                explained = self._by_name[match.group().lower()]
                if explained.id in seen:
                    continue
                boundaries = boundaries or _boundaries(text, self._language)
                if match.start() not in boundaries or match.end() not in boundaries:
                    continue
                seen.add(explained.id)
                made += [text[done : match.start()], _link(match.group(), explained, glossary)]
                done = match.end()
            return "".join(made) + text[done:]

        return with_texts(html, change, _LEFT_ALONE)


def _link(name: str, explained: _Explained, glossary: str) -> str:
    return f'<a class="term" href="{glossary}#{explained.id}" data-meaning="{escape(explained.meaning)}">{name}</a>'


def _boundaries(text: str, language: str) -> set[int]:
    return {0, *(end for _, end in WordBreaker(text, language).segments())}


def _brief(meaning: str) -> str:
    """``meaning`` cut at the last space before it grows too long for a note."""
    if len(meaning) <= MOST_LETTERS:
        return meaning
    return meaning[:MOST_LETTERS].rsplit(" ", 1)[0] + " …"
