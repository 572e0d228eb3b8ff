"""``python -m bench search``: type every query into the real pages and print what was found, beside the peers."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

from bench.report import heading
from bench.weight.server import Host, hosting
from songfueang.knowledge import read
from songfueang.site.addresses import address

from . import browsers, engines, set_up
from .figures import Answer
from .queries import SETS, Query, read_sets
from .report import report

#: The sets that are asked in a second browser as well.
IN_FIREFOX = ("kept_apart", "last")


def main() -> int:
    """0 when every query was typed into every engine that is there."""
    options = _options().parse_args()
    knowledge, problems = read(Path())
    if knowledge is None:
        print(*problems, sep="\n", file=sys.stderr)
        return 1
    roots = {language: address(knowledge, language, "") for language in knowledge.languages}
    queries = read_sets(knowledge, tuple(options.sets))[:: options.every]
    missing: list[str] = []
    answers: dict[tuple[str, str], list[Answer]] = {}
    found = list(_engines(roots, options.alone, missing))
    with ExitStack() as stack:
        for browser, asked in _browsers(stack, queries, options.chromium, missing):
            for engine in found:
                typed = asked if engine is found[0] else asked[:: options.peers_every]
                with hosting(engine.folder) as host:
                    answers[browser.name, engine.name] = list(_told(browser, engine, host, typed))
    print(heading("How well the search finds"))
    if options.every > 1:
        print(f"Of the queries one in {options.every} was typed.")
    if options.peers_every > 1:
        print(f"Into the peers one in {options.peers_every} of those.")
    print(report(answers, missing))
    return 0


def _options() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m bench search", description=__doc__)
    parser.add_argument("--sets", nargs="+", choices=SETS, default=SETS, help="which query sets (all)")
    parser.add_argument("--every", type=int, default=1, metavar="N", help="only every N-th query, for a quick look")
    parser.add_argument("--peers-every", type=int, default=1, metavar="N", help="the same for the peers alone")
    parser.add_argument("--alone", action="store_true", help="without the peers")
    parser.add_argument("--chromium", action="store_true", help="in Chromium only")
    return parser


def _engines(roots: dict[str, str], alone: bool, missing: list[str]) -> Iterator[engines.Engine]:
    set_up.ours()
    yield engines.ours(roots)
    peers: list[tuple[Callable, engines.Engine]] = [
        (set_up.material, engines.material(roots)),
        (lambda: set_up.pagefind(roots), engines.pagefind(roots)),
    ]
    for bring, engine in peers if not alone else ():
        try:
            bring()
            yield engine
        except set_up.Missing as error:
            missing.append(f"{engine.name}: {error}")


def _browsers(stack: ExitStack, queries: list[Query], only_chromium: bool, missing: list[str]):
    """Each browser with what is asked in it; Firefox need only show that they agree."""
    yield stack.enter_context(browsers.chromium()), queries
    if only_chromium:
        return
    try:
        yield stack.enter_context(browsers.firefox()), [query for query in queries if query.set in IN_FIREFOX]
    except set_up.Missing as error:
        missing.append(f"Firefox: {error}")


def _told(browser, engine: engines.Engine, host: Host, queries: list[Query]) -> Iterator[Answer]:
    for number, answer in enumerate(browsers.asked(browser, engine, host, queries), 1):
        print(f"\r{browser.name}, {engine.name}: {number} of {len(queries)} ", end="", file=sys.stderr, flush=True)
        yield answer
    print(file=sys.stderr)


if __name__ == "__main__":
    sys.exit(main())
