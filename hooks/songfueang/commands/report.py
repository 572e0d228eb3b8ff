"""``songfueang report``: all that time does to the data, as Markdown for the one issue that is kept about it."""

from __future__ import annotations

import argparse

from ..site.settings import settings_from
from ..tool_words import language_of
from ..upkeep.expiring import expiring
from ..upkeep.report import report
from .expiring import DAYS
from .links import add_pause, asked
from .telling import readable


def register(subparsers) -> None:
    """Tell the command line about ``report``."""
    command = subparsers.add_parser("report", help="write what 'expiring' and 'links' find, as Markdown")
    command.add_argument("--days", type=int, default=DAYS, help=f"how far to look ahead (default: {DAYS})")
    add_pause(command)
    command.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """0 whatever is found; nothing is written when there is nothing to do. 1 when the data cannot be read."""
    knowledge = readable(options.root, language_of())
    if knowledge is None:
        return 1
    links = list(asked(options.root, knowledge, options.pause))
    print(report(knowledge, settings_from(None), expiring(knowledge, options.days), links, options.days), end="")
    return 0
