"""``songfueang published``: write down, for a release, every address and the shape of the open data."""

from __future__ import annotations

import argparse
import sys

from ..knowledge import read
from ..site.published import FOLDER, GivenOut, addresses, broken_promises, keep
from ..tool_words import language_of


def register(subparsers) -> None:
    """Tell the command line about ``published``."""
    command = subparsers.add_parser(
        "published", help="write down what this release gives out, so that no later one loses it unnoticed"
    )
    command.add_argument("--let-go", action="store_true", help="go on although something of the last release is lost")
    command.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """1, and nothing written, when the data cannot be read or the last release's promises would be broken."""
    knowledge, problems = read(options.root)
    site, page_problems = GivenOut.of(options.root, knowledge) if knowledge else (None, [])
    if site is None or page_problems:
        for found in problems + page_problems:
            print(found.told(language_of()))
        return 1
    broken = broken_promises(options.root, site)
    for line in broken:
        print(line)
    if broken and not options.let_go:
        print(f"{len(broken)} promises would be broken; nothing was written (--let-go writes)", file=sys.stderr)
        return 1
    keep(options.root, site)
    print(f"{len(addresses(site))} addresses and the shape of the data are kept in {FOLDER}/", file=sys.stderr)
    return 0
