"""The glossary in the text: the first time a page uses a term, the term explains itself.

The term becomes a link to its entry, so the meaning is reached by any means and without a script; a script shows it
on the spot (overrides/scripts/terms.js), from one small file of meanings per language. Python-Markdown's own
abbreviations need a word boundary on both sides, which Thai does not write: here the boundaries are those of ICU's
word breaker.
"""

from __future__ import annotations

import json
import re

from icu4py.breakers import WordBreaker

from ..knowledge import Knowledge
from ..knowledge.phrases import Phrases
from .html_text import PLAIN, with_texts
from .markdown import bare

MOST_LETTERS = 220
#: Headings, links and what works like them, code, and the terms of lists of their own.
_LEFT_ALONE = PLAIN | {"a", "h1", "h2", "h3", "h4", "h5", "h6", "code", "dt", "th", "nav", "svg", "button", "summary"}
_BRACKETS = re.compile(r"\s*\([^)]*\)")


class Explanations:
    """Finds terms of the glossary in one language."""

    def __init__(self, knowledge: Knowledge, language: str):
        self._language = language
        self.meanings: dict[str, str] = {}
        self._by_name: dict[str, str] = {}  # what a term is called, in small letters: its id
        for term in knowledge.terms:
            if language not in term.term or language not in term.meaning:
                continue
            self.meanings[term.id] = _brief(bare(term.meaning[language]))
            names = [_BRACKETS.sub("", bare(term.term[language]))]
            if term.short and language in term.short:
                names.append(bare(term.short[language]))
            for name in names:
                self._by_name.setdefault(name.lower(), term.id)
        self._names = Phrases(name for name in self._by_name if len(name) > 1)

    def put_into(self, html: str, glossary: str) -> str:
        """``html`` with the first occurrence of each term explained; ``glossary`` is the glossary page's address."""
        seen: set[str] = set()

        def change(text: str, tag: str) -> str:
            boundaries: set[int] | None = None
            made, done = [], 0
            for start, end in self._names.spans(text):
                term_id = self._by_name[text[start:end].lower()]
                if term_id in seen:
                    continue
                boundaries = boundaries or _boundaries(text, self._language)
                if start not in boundaries or end not in boundaries:
                    continue
                seen.add(term_id)
                link = f'<a class="term" href="{glossary}#{term_id}">{text[start:end]}</a>'
                made += [text[done:start], link]
                done = end
            return "".join(made) + text[done:]

        return with_texts(html, change, _LEFT_ALONE)


def _boundaries(text: str, language: str) -> set[int]:
    return {0, *(end for _, end in WordBreaker(text, language).segments())}


def _brief(meaning: str) -> str:
    """``meaning`` cut at the last space before it grows too long for a note."""
    if len(meaning) <= MOST_LETTERS:
        return meaning
    return meaning[:MOST_LETTERS].rsplit(" ", 1)[0] + " …"


def files(explanations: dict[str, Explanations]) -> dict[str, str]:
    """The meanings by term, one file per language, for the script that shows them."""
    return {
        f"assets/meanings.{language}.json": json.dumps(found.meanings, ensure_ascii=False, separators=(",", ":"))
        for language, found in explanations.items()
    }
