"""One term for one thing: spellings that the glossary tells to avoid."""

from __future__ import annotations

from collections.abc import Iterator

from ..phrases import Phrases
from ..problems import Problem, problem
from ..store import Knowledge


def texts_avoid_forbidden_spellings(knowledge: Knowledge) -> Iterator[Problem]:
    """No text uses a spelling from a term's ``avoid`` list (what people type belongs to ``also``)."""
    avoided = {spelling.lower(): term for term in knowledge.terms for spelling in term.avoid}
    if not avoided:
        return
    # Latin words are found as whole words; Thai is written without spaces, so Thai is found anywhere
    phrases = Phrases(avoided, whole_words=filter(str.isascii, avoided))
    for text in knowledge.texts:
        for language, words in text.words.items():
            for start, end in phrases.spans(words):
                seen = words[start:end]
                term = avoided[seen.lower()]
                right, _ = term.term.best(language)
                yield problem("avoided-spelling", text.place_at(language, start), seen=seen, right=right, term=term.id)
