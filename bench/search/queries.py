"""The query sets: what people type, by language and kind, with the addresses of the answers."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import yaml

from songfueang.knowledge import Knowledge
from songfueang.site.addresses import record_address

HERE = Path(__file__).parent
SETS = ("queries", "kept_apart", "blind", "fresh", "last", "sixth", "seventh")


@dataclass(frozen=True)
class Query:
    """One thing typed. ``answers`` are addresses below a language's root (``glossary/#otop``): any of them is right."""

    set: str
    language: str
    kind: str
    typed: str
    answers: frozenset[str]


def read_sets(knowledge: Knowledge, names: tuple[str, ...] = SETS) -> list[Query]:
    """Every query of the named sets, in the order of the files."""
    return [
        Query(name, language, kind, str(typed), frozenset(answer_address(answer, knowledge) for answer in answers))
        for name in names
        for language, kinds in yaml.safe_load((HERE / f"{name}.yml").read_text(encoding="utf-8")).items()
        for kind, queries in kinds.items()
        for typed, answers in queries.items()
    ]


def answer_address(name: str, knowledge: Knowledge) -> str:
    """Where ``faq:can-one-person-join`` or ``page:compare`` stands, below the root of either language."""
    kind, _, rest = name.partition(":")
    path, anchor = (rest, "") if kind == "page" else record_address(kind, rest, knowledge)
    return (f"{path}/" if path else "") + (f"#{anchor}" if anchor else "")
