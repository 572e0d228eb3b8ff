"""The command ``songfueang``: its sub-commands stand in ``commands/``, one module each."""

from __future__ import annotations

import argparse
import os
import sys
from importlib import import_module
from pathlib import Path

#: In the order of the help.
COMMANDS = ("check", "new", "translations", "expiring", "links", "report", "published", "schema", "stage")


def main(arguments: list[str] | None = None) -> int:
    """Run the command line; 0 when all is well, 1 when something must be mended, 2 for a wrong call."""
    arguments = sys.argv[1:] if arguments is None else arguments
    options = _parser(arguments).parse_args(arguments)
    try:
        code = options.run(options)
        sys.stdout.flush()
        return code
    except BrokenPipeError:  # whoever reads has seen enough, as in 'songfueang check | head'
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # what is left would be written at the end
        return 1


def _parser(arguments: list[str]) -> argparse.ArgumentParser:
    """The command line; of the sub-commands only the one asked for is loaded, as most of the time goes into loading."""
    parser = argparse.ArgumentParser(prog="songfueang", description="The site's data, looked after.")
    parser.add_argument("--root", type=Path, default=Path.cwd(), help="the project's folder (default: this one)")
    subparsers = parser.add_subparsers(required=True, metavar="command")
    for name in [name for name in COMMANDS if name in arguments] or COMMANDS:
        import_module(f".commands.{name}", __package__).register(subparsers)
    return parser
