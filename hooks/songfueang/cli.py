"""The command ``songfueang``: one function per sub-command, each returning the exit code."""

from __future__ import annotations

import argparse
import os
import sys
from pathlib import Path

from .knowledge import read
from .knowledge.problems import Severity


def main(arguments: list[str] | None = None) -> int:
    """Run the command line; 0 when all is well, 1 when something must be mended, 2 for a wrong call."""
    options = _parser().parse_args(arguments)
    return options.run(options)


def check(options: argparse.Namespace) -> int:
    """Read the data and tell every problem; notices stop nothing."""
    knowledge, problems = read(options.root)
    errors = [found for found in problems if found.severity is not Severity.NOTICE]
    notices = [found for found in problems if found.severity is Severity.NOTICE]
    for found in errors:
        print(found.told(options.lang))
    if not options.quiet:
        for found in notices:
            print(f"{found.told(options.lang)}  [notice]")
    if errors:
        print(f"{len(errors)} to mend, {len(notices)} notices", file=sys.stderr)
        return 1
    records = sum(1 for _ in knowledge.records())
    print(f"{records} records are in order, {len(notices)} notices", file=sys.stderr)
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="songfueang", description="The site's data, looked after.")
    parser.add_argument("--root", type=Path, default=Path.cwd(), help="the project's folder (default: this one)")
    commands = parser.add_subparsers(required=True, metavar="command")
    command = commands.add_parser("check", help="tell every problem of the data, with its place and how to mend it")
    command.add_argument("--lang", default=os.environ.get("SONGFUEANG_LANG", "en"), help="language of the messages")
    command.add_argument("--quiet", action="store_true", help="leave the notices out")
    command.set_defaults(run=check)
    return parser
