"""``songfueang links``: ask every outside address of the data and the pages whether it still opens."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator
from pathlib import Path

from ..knowledge import Knowledge
from ..knowledge.problems import Severity
from ..site.settings import settings_from
from ..tool_words import language_of, languages, said
from ..upkeep.addresses import outside_addresses
from ..upkeep.asking import Asker
from ..upkeep.links import Finding, findings
from .telling import as_line, colours_wanted, readable


def register(subparsers) -> None:
    """Tell the command line about ``links``."""
    command = subparsers.add_parser("links", help="ask every outside address whether it still opens")
    command.add_argument("--only", metavar="TEXT", default="", help="ask only the addresses that contain this")
    command.add_argument("--lang", choices=languages(), default=language_of(), help="language of the messages")
    add_pause(command)
    command.set_defaults(run=run)


def add_pause(command: argparse.ArgumentParser) -> None:
    """The option of every command that asks other hosts."""
    command.add_argument(
        "--pause", type=float, default=1.0, metavar="SECONDS", help="between two requests to one host (default: 1)"
    )


def run(options: argparse.Namespace) -> int:
    """1 when an address does not open (or the data cannot be read), 0 when there are only notices."""
    knowledge = readable(options.root, options.lang)
    if knowledge is None:
        return 1
    found = [one.problem for one in asked(options.root, knowledge, options.pause, options.only)]
    for one in sorted(found, key=lambda one: (one.severity, one.place)):
        print(as_line(one, options.lang, colours_wanted(sys.stdout)))
    errors = sum(one.severity is Severity.ERROR for one in found)
    print(said("to_mend", options.lang, errors=errors, notices=len(found) - errors), file=sys.stderr)
    return 1 if errors else 0


def asked(root: Path, knowledge: Knowledge, pause: float, only: str = "") -> Iterator[Finding]:
    """Ask the addresses that contain ``only``, tell each on the error output as it answers, and judge them."""
    addresses = {one: places for one, places in outside_addresses(root, knowledge).items() if only in one}
    told = settings_from(None).repo_url
    asker = Asker(f"Mozilla/5.0 (compatible; songfueang-links{f'; +{told}' if told else ''})", pause)
    heard = asker.ask_all(addresses, lambda address, answer: print(f"{answer.said}  {address}", file=sys.stderr))
    return findings(addresses, heard, knowledge.link_exceptions, whole=not only)
