"""``songfueang check``: read the data and tell every problem; notices stop nothing."""

from __future__ import annotations

import argparse
import os
import sys

from ..knowledge import read
from ..knowledge.problems import Severity


def register(subparsers) -> None:
    """Tell the command line about ``check``."""
    command = subparsers.add_parser("check", help="tell every problem of the data, with its place and how to mend it")
    command.add_argument("--lang", default=os.environ.get("SONGFUEANG_LANG", "en"), help="language of the messages")
    command.add_argument("--quiet", action="store_true", help="leave the notices out")
    command.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Tell every problem on the standard output, and their number on the other."""
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
