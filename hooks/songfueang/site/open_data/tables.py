"""The matrix and the FAQ as tables for spreadsheets, one file per language.

UTF-8 with a byte order mark, CRLF and commas: Excel and LibreOffice open them with their Thai intact (RFC 4180).
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator

from ...knowledge.records import Cited
from .edition import Download, Edition, Published, editions

#: A spreadsheet takes a cell that begins so for a formula (OWASP, "CSV Injection"); the wide forms count as well.
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")


def downloads(site: Published) -> list[Download]:
    """Both tables in every language."""
    return [
        Download(f"data/{kind}.{edition.language}.csv", _table(rows(edition)), kind, edition.language)
        for kind, rows in (("compare", compare_rows), ("faq", faq_rows))
        for edition in editions(site)
    ]


def harmless(cell: str) -> str:
    """The cell as text: with an apostrophe before it where a spreadsheet would calculate."""
    return f"'{cell}" if cell.lstrip(" \u00a0\u200b\ufeff").startswith(_FORMULA) else cell


def compare_rows(edition: Edition) -> Iterator[list[str]]:
    """One row per question, with every system's answer and what it rests on."""
    said, knowledge = edition.said, edition.knowledge
    head = [said("table.group"), said("table.question")]
    for system in knowledge.systems:
        name = edition.bare(system.name)
        columns = (said("table.short"), said("table.more"), *_evidence_head(edition))
        head += [f"{name}: {column}" for column in columns]
    yield [*head, said("matrix.difference"), *_last_head(edition)]
    for group in knowledge.groups:
        for question in group.questions:
            row = [edition.bare(group.name), edition.bare(question.ask)]
            for system in knowledge.systems:
                answer = system.answers.get(question.id)
                row += [edition.bare(answer and answer.short), edition.lines(answer and answer.more)]
                row += _evidence(answer, edition)
            yield [*row, edition.lines(question.difference), *_last(question, edition)]


def faq_rows(edition: Edition) -> Iterator[list[str]]:
    """One row per entry."""
    said, knowledge = edition.said, edition.knowledge
    columns = ("topic", "question", "short", "more", "systems")
    yield [*(said(f"table.{column}") for column in columns), *_evidence_head(edition), *_last_head(edition)]
    for topic in knowledge.topics:
        for entry in topic.entries:
            systems = ", ".join(edition.bare(knowledge.system_by_id[name].name) for name in entry.systems)
            row = [edition.bare(topic.name), edition.bare(entry.ask), edition.lines(entry.short)]
            row += [edition.lines(entry.more), systems]
            yield [*row, *_evidence(entry, edition), *_last(entry, edition)]


def _evidence_head(edition: Edition) -> list[str]:
    return [edition.said(f"table.{name}") for name in ("sureness", "as_of", "until", "unconfirmed", "sources")]


def _evidence(record: Cited | None, edition: Edition) -> list[str]:
    if record is None:
        return [""] * len(_evidence_head(edition))
    return [
        edition.said(f"sureness.{edition.knowledge.sureness(record)}"),
        record.as_of.isoformat() if record.as_of else "",
        record.until.isoformat() if record.until else "",
        edition.lines(record.unconfirmed),
        edition.sources(record),
    ]


def _last_head(edition: Edition) -> list[str]:
    return [edition.said(f"table.{name}") for name in ("address", "id", "licence")]


def _last(record, edition: Edition) -> list[str]:
    return [edition.address_of(record) or "", record.id, edition.terms_of_use]


def _table(rows: Iterator[list[str]]) -> bytes:
    written = io.StringIO(newline="")
    csv.writer(written, lineterminator="\r\n").writerows([harmless(cell) for cell in row] for row in rows)
    return written.getvalue().encode("utf-8-sig")
