"""The order in which the keys of a record are written: what it is, what it says, what it rests on."""

from __future__ import annotations

from .records import Cited, Named, Record


def written_order(record: type[Record]) -> list[str]:
    """The keys of a kind of record: its id, its own keys in the order of its class, then its evidence."""
    names = [name for name in record.model_fields if name in Named.model_fields and issubclass(record, Named)]
    last = [name for name in record.model_fields if name in Cited.model_fields and issubclass(record, Cited)]
    own = [name for name in record.model_fields if name not in {*names, *last}]
    return [record.model_fields[name].alias or name for name in [*names, *own, *last]]
