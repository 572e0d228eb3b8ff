"""The words of the interface leave the same gaps to be filled in every language."""

from __future__ import annotations

from collections.abc import Iterator
from string import Formatter

from ..problems import Problem, problem
from ..store import Knowledge


def wordings_have_the_same_slots(knowledge: Knowledge) -> Iterator[Problem]:
    """Every ``{slot}`` of a wording stands in each of its languages, with both brackets."""
    first = knowledge.languages[0]
    for text in knowledge.wording.values():
        wanted: set[str] | None = None
        for language, words in text.words.items():
            try:
                seen = {slot for _, slot, _, _ in Formatter().parse(words) if slot is not None}
            except ValueError:
                yield problem("slot-not-closed", text.place_at(language))
                continue
            wanted = seen if wanted is None else wanted
            if seen != wanted:
                slots = {"wanted": _listed(wanted), "seen": _listed(seen)}
                yield problem("slots-differ", text.place_at(language), first=first, other=language, **slots)


def _listed(slots: set[str]) -> str:
    return ", ".join(f"{{{slot}}}" for slot in sorted(slots)) or "–"
