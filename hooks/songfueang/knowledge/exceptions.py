"""What the rules found, without what ``data/exceptions.yml`` says they do not fit; exceptions must be needed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from .places import Place
from .problems import Problem, messages, problem, suggestion
from .records import RuleException
from .store import Knowledge

#: Rules that pages cannot be made without, and what is said of exceptions themselves.
_WITHOUT_EXCEPTIONS = {
    "unknown-id", "unknown-link", "id-twice", "old-id-in-use",
    "unknown-rule", "exception-for-nothing", "exception-not-needed",
}  # fmt: skip


def without_exceptions(knowledge: Knowledge, found: Iterable[Problem]) -> Iterator[Problem]:
    """``found`` without what has a reasoned exception, and every exception that is wrong or no longer needed."""
    found = list(found)
    excused: set[Problem] = set()
    for exception in knowledge.exceptions:
        wrong = _wrong(knowledge, exception)
        if wrong:
            yield wrong
            continue
        places = _places(knowledge, exception.file)[exception.id]
        covered = {told for told in found if told.rule == exception.rule and told.place in places}
        if not covered:
            yield problem("exception-not-needed", exception.place_at(), name=exception.rule, id=exception.id)
        excused |= covered
    yield from (told for told in found if told not in excused)


def _wrong(knowledge: Knowledge, exception: RuleException) -> Problem | None:
    rules = messages().keys() - _WITHOUT_EXCEPTIONS
    if exception.rule not in rules:
        place, near = exception.place_at("rule"), suggestion(exception.rule, rules)
        return problem("unknown-rule", place, name=exception.rule, nearest=near)
    known = _places(knowledge, exception.file)
    if exception.id not in known:
        place, near = exception.place_at("id"), suggestion(exception.id, known)
        return problem("exception-for-nothing", place, id=exception.id, file=exception.file, nearest=near)
    return None


def _places(knowledge: Knowledge, file: str) -> dict[str, set[Place]]:
    """The places of every record of a file by its id: what the record holds belongs to it."""
    named = [(record.id, record.places()) for record in knowledge.named()]
    named += [
        (question, answer.places()) for system in knowledge.systems for question, answer in system.answers.items()
    ]
    named += [
        (key, {text.place_at(), *(text.place_at(language) for language in text.words)})
        for key, text in knowledge.wording.items()
    ]
    found: dict[str, set[Place]] = {}
    for name, places in named:
        if any(place and place.file == file for place in places):
            found.setdefault(name, set()).update(places)
    return found
