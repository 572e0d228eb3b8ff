"""Links inside texts lead somewhere, and nowhere dangerous."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..nearest import nearest
from ..places import Place
from ..problems import Problem, problem, suggestion
from ..store import Knowledge

#: A Markdown link: what makes it a picture, its address, its end.
LINK = re.compile(r"(!?)\[[^\]\n]*\]\(\s*<?([^)\s>]*)>?[^)\n]*?(\)|$|(?=\s\w))", re.MULTILINE)
_OUTSIDE = re.compile(r"(https?://|mailto:|tel:)")


def link_targets(knowledge: Knowledge) -> dict[str, set[str]]:
    """What a text may link to inside the site: ``{kind: ids}``, for links written ``kind:id``."""
    return {
        "system": {
            name
            for system in knowledge.systems
            for name in [system.id, *(f"{system.id}/{_meant(answer, knowledge)}" for answer in system.answers)]
        },
        "question": set(knowledge.questions),
        "faq": set(knowledge.entries) | {f"topic/{topic.id}" for topic in knowledge.topics},
        "guide": {
            name
            for guide in knowledge.guides
            for name in [guide.id, *(f"{guide.id}/{step.id}" for step in guide.steps)]
        },
        "term": {term.id for term in knowledge.terms},
        "story": {story.id for story in knowledge.stories},
        "source": set(knowledge.source_by_id),
        "neighbour": {neighbour.id for neighbour in knowledge.neighbours},
        "event": {event.id for event in knowledge.events},
    }


def _meant(answer: str, knowledge: Knowledge) -> str:
    """The question that an answer is for: a misspelt one is told where it stands, not at every link to it."""
    return answer if answer in knowledge.questions else nearest(answer, knowledge.questions) or answer


def texts_link_to_known_records(knowledge: Knowledge) -> Iterator[Problem]:
    """A link is ``https://…``, ``mailto:``, ``tel:`` or ``kind:id`` of a record that exists."""
    targets = link_targets(knowledge)
    for text in knowledge.texts:
        for language, words in text.words.items():
            for match in LINK.finditer(words):
                picture, address, end = match.groups()
                place = text.place_at(language, match.start())
                if picture:
                    yield problem("picture-in-text", place)
                elif not end:
                    yield problem("link-not-closed", place, address=address)
                elif not _OUTSIDE.match(address):
                    yield from _leads_nowhere(address, place, targets)


def changes_link_to_known_records(knowledge: Knowledge) -> Iterator[Problem]:
    """What a change is about is named ``kind:id``, and exists."""
    targets = link_targets(knowledge)
    for change in knowledge.changes:
        for index, address in enumerate(change.links):
            yield from _leads_nowhere(address, change.place_at("links", index), targets)


def _leads_nowhere(address: str, place: Place, targets: dict[str, set[str]]) -> Iterator[Problem]:
    kind, _, name = address.partition(":")
    if kind not in targets or not name:
        kinds = ", ".join(f"{kind}:…" for kind in targets)
        yield problem("unknown-link", place, address=address, kinds=kinds)
    elif name not in targets[kind]:
        yield problem("unknown-id", place, id=name, called=kind, file="data/", nearest=suggestion(name, targets[kind]))


def sources_without_address_say_why(knowledge: Knowledge) -> Iterator[Problem]:
    """A source without an address has a note."""
    for source in knowledge.sources:
        if not source.url and not source.note:
            yield problem("source-without-address", source.place_at("id"), id=source.id)
