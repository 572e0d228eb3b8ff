"""``songfueang schema``: write the JSON Schemas of the data files, or tell whether they are current."""

from __future__ import annotations

import argparse
import sys

from ..editing.schema import FOLDER, IDS, schemas
from ..knowledge.read import languages_of


def register(subparsers) -> None:
    """Tell the command line about ``schema``."""
    command = subparsers.add_parser("schema", help="write the schemas that editors complete the data with")
    command.add_argument("--check", action="store_true", help="write nothing; fail when a schema is not current")
    command.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Write what has changed. With ``--check``: 1 when a shape is not current; ids that lag behind are only told."""
    folder = options.root / FOLDER
    wanted = schemas(options.root, languages_of(options.root / "data"))
    have = {path.name: path.read_text(encoding="utf-8") for path in folder.glob("*.schema.json")}
    changed = [name for name in sorted(wanted.keys() | have.keys()) if wanted.get(name) != have.get(name)]
    if options.check:
        for name in changed:
            print(f"{FOLDER}/{name} is not current: run 'make schema'", file=sys.stderr)
        return 1 if set(changed) - {IDS} else 0
    folder.mkdir(exist_ok=True)
    for name in changed:
        if name in wanted:
            (folder / name).write_text(wanted[name], encoding="utf-8")
        else:
            (folder / name).unlink()
    print(f"{len(wanted)} schemas, {len(changed)} changed", file=sys.stderr)
    return 0
