"""A measurement as a few lines of Markdown: what was measured, on what machine, and a table."""

from __future__ import annotations

import os
import platform
import subprocess
from collections.abc import Iterable, Sequence
from datetime import date
from pathlib import Path


def heading(title: str, *also: str) -> str:
    """The title, and what the figures depend on: day, machine, load, Python, and whatever ``also`` names."""
    load, *_ = os.getloadavg()
    machine = f"{os.cpu_count()} cores of {_processor()}, load {load:.1f} at the start"
    return f"# {title}\n\n{', '.join([date.today().isoformat(), machine, f'Python {platform.python_version()}', *also])}.\n"


def table(head: Sequence[str], rows: Iterable[Sequence[object]]) -> str:
    """A Markdown table, the first column to the left, figures to the right."""
    lines = [head, ["---", *["---:"] * (len(head) - 1)], *rows]
    return "\n".join(f"| {' | '.join(map(str, line))} |" for line in lines) + "\n"


def version(command: Sequence[str]) -> str:
    """What a program says of its version; empty when it is not there."""
    try:
        return subprocess.run(command, capture_output=True, text=True, check=True).stdout.strip().splitlines()[0]
    except (OSError, subprocess.CalledProcessError, IndexError):
        return ""


def _processor() -> str:
    try:
        lines = Path("/proc/cpuinfo").read_text(encoding="utf-8").splitlines()
    except OSError:
        return platform.processor() or platform.machine()
    names = (line.partition(":")[2].strip() for line in lines if line.startswith("model name"))
    return next(names, "") or platform.machine()
