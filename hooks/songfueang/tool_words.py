"""The words of the tools themselves, in every language they speak."""

from __future__ import annotations

import os
from collections.abc import Mapping
from functools import cache
from pathlib import Path

import yaml


def said(key: str, language: str, **slots: object) -> str:
    """The words for ``key`` in ``language`` (English where there are none), with their slots filled."""
    words = _words()[key]
    return words.get(language, words["en"]).format(**slots)


def languages() -> list[str]:
    """The languages that the tools speak."""
    return list(_words()["title"])


def language_of(environment: Mapping[str, str] = os.environ) -> str:
    """The language that whoever runs the tool wants: ``SONGFUEANG_LANG``, else the system's language, else English."""
    for name in ("SONGFUEANG_LANG", "LC_ALL", "LC_MESSAGES", "LANG"):
        if told := environment.get(name, "").lower():
            return next((known for known in languages() if told.startswith(known)), "en")
    return "en"


@cache
def _words() -> dict[str, dict[str, str]]:
    return yaml.safe_load((Path(__file__).parent / "tool_words.yml").read_text(encoding="utf-8"))
