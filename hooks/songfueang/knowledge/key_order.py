"""The order in which the keys of a record are written: what it is, what it says, what it rests on, what belongs to it."""

from __future__ import annotations

from .records import ChooseResult, Cited, Entry, Guide, Named, Record, Relation, Step

#: Keys that come behind the evidence: they say nothing themselves.
_LAST = {
    Entry: ("advice", "systems", "related", "also"),
    Relation: ("gives",),
    Guide: ("next",),
    Step: ("advice",),
    ChooseResult: ("advice",),
}


def written_order(record: type[Record]) -> list[str]:
    """The keys of a kind of record: its id, its own keys in the order of its class, its evidence, the rest."""
    first = [name for name in record.model_fields if name in Named.model_fields and issubclass(record, Named)]
    evidence = [name for name in Cited.model_fields if issubclass(record, Cited)]
    last = _LAST.get(record, ())
    own = [name for name in record.model_fields if name not in {*first, *evidence, *last}]
    return [record.model_fields[name].alias or name for name in [*first, *own, *evidence, *last]]


def out_of_order(record: Record) -> str | None:
    """The first key that stands behind one that it belongs before; None when all is in order, or on one line."""
    keys = record.keys_on_lines()
    order = written_order(type(record))
    ranks = [order.index(key) for key in keys if key in order]
    return next((order[here] for before, here in zip(ranks, ranks[1:], strict=False) if here < before), None)
