"""One term for one thing: spellings that the glossary tells to avoid."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..problems import Problem, problem
from ..store import Knowledge


def texts_avoid_forbidden_spellings(knowledge: Knowledge) -> Iterator[Problem]:
    """No text uses a spelling from a term's ``avoid`` list (what people type belongs to ``also``)."""
    avoided = {spelling.lower(): term for term in knowledge.terms for spelling in term.avoid}
    if not avoided:
        return
    pattern = re.compile("|".join(_exactly(spelling) for spelling in sorted(avoided, key=len, reverse=True)), re.I)
    for text in knowledge.texts:
        for language, words in text.words.items():
            for match in pattern.finditer(words):
                term = avoided[match.group().lower()]
                right, _ = term.term.best(language)
                yield problem(
                    "avoided-spelling", text.place_at(language), seen=match.group(), right=right, term=term.id
                )


def _exactly(spelling: str) -> str:
    """Latin words match as whole words; Thai is written without spaces, so Thai matches anywhere."""
    escaped = re.escape(spelling)
    return rf"\b{escaped}\b" if spelling.isascii() else escaped
