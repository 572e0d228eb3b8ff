"""The command ``songfueang``: its sub-commands stand in ``commands/``, one module each."""

from __future__ import annotations

import argparse
from pathlib import Path

from .commands import check, expiring, links, new, published, report, schema, stage, translations

#: In the order of the help.
COMMANDS = (check, new, translations, expiring, links, report, published, schema, stage)


def main(arguments: list[str] | None = None) -> int:
    """Run the command line; 0 when all is well, 1 when something must be mended, 2 for a wrong call."""
    options = _parser().parse_args(arguments)
    return options.run(options)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="songfueang", description="The site's data, looked after.")
    parser.add_argument("--root", type=Path, default=Path.cwd(), help="the project's folder (default: this one)")
    subparsers = parser.add_subparsers(required=True, metavar="command")
    for command in COMMANDS:
        command.register(subparsers)
    return parser
