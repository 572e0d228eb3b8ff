"""The project as a build needs it, copied to be changed while it is measured."""

from __future__ import annotations

import shutil
from pathlib import Path

FOLDERS = ("data", "docs", "hooks", "overrides")


def copied(into: Path) -> None:
    """Copy the project in the current folder into the folder ``into``."""
    for name in FOLDERS:
        shutil.copytree(name, into / name, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy("mkdocs.yml", into)
