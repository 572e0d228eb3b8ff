"""What each key of a record is for, in every language, from ``explanations.yml``."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import yaml

from ..knowledge.records import Record


def explained(record: type[Record] | str, key: str) -> dict[str, str]:
    """``{language: sentence}`` for the key of a kind of record (a class or its name); empty when nobody wrote one."""
    name = record if isinstance(record, str) else record.__name__
    own = _explanations().get(name, {})
    return own[key] if key in own else _explanations()["any"].get(key, {})


@cache
def _explanations() -> dict[str, dict[str, dict[str, str]]]:
    return yaml.safe_load((Path(__file__).parent / "explanations.yml").read_text(encoding="utf-8"))
