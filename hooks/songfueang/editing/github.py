"""What a workflow on GitHub shows beside the lines of a pull request, and in its summary.

The form of the commands is GitHub's: https://docs.github.com/actions/reference/workflow-commands-for-github-actions
"""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path

from ..knowledge.problems import Problem, Severity

_LEVELS = {Severity.ERROR: "error", Severity.UNTRANSLATED: "error", Severity.NOTICE: "notice"}


def annotation(found: Problem, languages: Iterable[str]) -> str:
    """The command that puts a problem beside its line, in every language."""
    told = "\n".join(found.said(language) for language in languages)
    place = f"file={_property(found.place.file)},line={found.place.line},col={found.place.column}"
    return f"::{_LEVELS[found.severity]} {place},title={_property(found.rule)}::{_data(told)}"


def summarise(markdown: str) -> None:
    """Add to the summary of the workflow's run; nothing outside a workflow."""
    if path := os.environ.get("GITHUB_STEP_SUMMARY"):
        with Path(path).open("a", encoding="utf-8") as summary:
            summary.write(markdown + "\n")


def table(found: Iterable[Problem], languages: Iterable[str]) -> str:
    """Problems as a Markdown table: where, and what of it in every language."""
    languages = list(languages)
    rows = [f"| {one.place} | {'<br>'.join(cell(one.said(language)) for language in languages)} |" for one in found]
    return "\n".join(["| | |", "|---|---|", *rows])


def cell(words: str) -> str:
    """Words for a cell of a Markdown table."""
    return words.replace("\\", "\\\\").replace("|", "\\|").replace("<", "&lt;").replace("\n", " ")


def _data(words: str) -> str:
    return words.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(words: str) -> str:
    return _data(words).replace(":", "%3A").replace(",", "%2C")
