"""How much is known and how sure it is, counted from the records."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import date

from .records import Answer, Cited, Entry
from .store import GRADES, Knowledge


@dataclass(frozen=True)
class Status:
    """Counts for the page about the site. ``translated`` goes by language; ``ends`` is what has an end date, the nearest first."""

    answers: int
    entries: int
    sources: int
    statements: int
    sureness: dict[str, int]
    oldest_check: date
    newest_check: date
    texts: int
    translated: dict[str, int]
    ends: list[Cited]


def status(knowledge: Knowledge) -> Status:
    """The state of the knowledge as of its ``today``."""
    statements = [record for record in knowledge.cited() if isinstance(record, (Answer, Entry))]
    counted = Counter(knowledge.sureness(record) for record in statements)
    checks = [source.checked for source in knowledge.sources]
    return Status(
        answers=sum(len(system.answers) for system in knowledge.systems),
        entries=len(knowledge.entries),
        sources=len(knowledge.sources),
        statements=len(statements),
        sureness={level: counted[level] for level in (*GRADES, "advice", "unconfirmed")},
        oldest_check=min(checks),
        newest_check=max(checks),
        texts=len(knowledge.texts),
        translated={language: sum(language in text for text in knowledge.texts) for language in knowledge.languages},
        ends=sorted((record for record in statements if record.until), key=lambda record: record.until),
    )
