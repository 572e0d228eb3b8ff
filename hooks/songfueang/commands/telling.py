"""Problems as people and programs want them: a coloured line, a JSON object."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import TextIO

from ..editing.fix import Mended
from ..knowledge import Knowledge, read
from ..knowledge.problems import Problem, Severity
from ..tool_words import language_of, languages, said

_RED, _YELLOW, _GREEN, _BOLD, _PLAIN = "\033[31m", "\033[33m", "\033[32m", "\033[1m", "\033[0m"


def with_language(command: argparse.ArgumentParser) -> None:
    """Let whoever calls a command choose the language that it speaks."""
    command.add_argument(
        "--lang",
        choices=languages(),
        default=language_of(),
        help="language of the messages (default: from SONGFUEANG_LANG or the system's language)",
    )


def colours_wanted(stream: TextIO, environment: Mapping[str, str] = os.environ) -> bool:
    """Whether ``stream`` is a terminal that shows colours and nobody refused them (no-color.org)."""
    return stream.isatty() and not environment.get("NO_COLOR") and environment.get("TERM") != "dumb"


def as_line(found: Problem, language: str, coloured: bool = False) -> str:
    """``file:line:column: what is · what was expected · how to mend it``."""
    mark = f"  [{said('notice', language)}]" if found.severity is Severity.NOTICE else ""
    if not coloured:
        return found.told(language) + mark
    what, expected, mend = found.parts(language)
    colour = _YELLOW if found.severity is Severity.NOTICE else _RED
    parts = [f"{colour}{what}{_PLAIN}", expected, f"{_GREEN}{mend}{_PLAIN}" if mend else ""]
    return f"{_BOLD}{found.place}{_PLAIN}: " + " · ".join(part for part in parts if part) + mark


def as_dict(found: Problem, language: str) -> dict[str, object]:
    """A problem for programs; lines and columns count from 1."""
    what, expected, mend = found.parts(language)
    return {
        "file": found.place.file,
        "line": found.place.line,
        "column": found.place.column,
        "rule": found.rule,
        "severity": str(found.severity),
        "message": what,
        "expected": expected,
        "hint": mend,
    }


def readable(root: Path, language: str) -> Knowledge | None:
    """The knowledge; None, with every problem told on the error output, when it cannot be read."""
    knowledge, problems = read(root)
    if knowledge is None:
        for found in problems:
            print(as_line(found, language, colours_wanted(sys.stderr)), file=sys.stderr)
    return knowledge


def mended_line(done: Mended, language: str) -> str:
    """What was mended, with what it was and what it is now."""
    return f"{done.place}: {said(f'mended_{done.what}', language, before=done.before, after=done.after)}"
