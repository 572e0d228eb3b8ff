"""``songfueang expiring``: what ends soon or has ended, and which sources have to be read again."""

from __future__ import annotations

import argparse
import sys

from ..tool_words import language_of, languages, said
from ..upkeep.expiring import expiring
from .telling import as_line, colours_wanted, readable

DAYS = 60


def register(subparsers) -> None:
    """Tell the command line about ``expiring``."""
    command = subparsers.add_parser("expiring", help="tell what ends soon, and which sources have to be read again")
    command.add_argument("--days", type=int, default=DAYS, help=f"how far to look ahead (default: {DAYS})")
    command.add_argument("--lang", choices=languages(), default=language_of(), help="language of the messages")
    command.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """0 whatever is found: time passes by itself. 1 when the data cannot be read."""
    knowledge = readable(options.root, options.lang)
    if knowledge is None:
        return 1
    found = expiring(knowledge, options.days)
    for one in found:
        print(as_line(one, options.lang, colours_wanted(sys.stdout)))
    print(said("to_look_after", options.lang, number=len(found), days=options.days), file=sys.stderr)
    return 0
