"""Records look alike: whoever knows one finds every key in the next."""

from __future__ import annotations

from collections.abc import Iterator

from ..key_order import out_of_order, written_order
from ..problems import Problem, Severity, problem
from ..store import Knowledge


def keys_are_in_their_usual_order(knowledge: Knowledge) -> Iterator[Problem]:
    """A notice for each record whose keys are not; nothing breaks."""
    for record in knowledge.records():
        if key := out_of_order(record):
            order = ", ".join(key for key in written_order(type(record)) if key in record.keys_on_lines())
            yield problem("keys-out-of-order", record.place_at(key, at_key=True), Severity.NOTICE, key=key, order=order)
