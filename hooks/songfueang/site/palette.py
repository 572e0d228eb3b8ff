"""The colours of the style sheet, for places that no style sheet reaches: cards and the browser's own bar."""

from __future__ import annotations

import re
from pathlib import Path

_TOKEN = re.compile(r"--([a-z-]+):\s*(#[0-9a-fA-F]{6})\b")


def palettes(overrides: Path) -> tuple[dict[str, str], dict[str, str]]:
    """(by day, by night): the colours that ``styles/tokens.css`` names, as ``{"band": "#1c2a4a", …}``."""
    day, _, night = (overrides / "styles" / "tokens.css").read_text(encoding="utf-8").partition("prefers-color-scheme: dark")
    by_day = dict(_TOKEN.findall(day))
    return by_day, by_day | dict(_TOKEN.findall(night))
