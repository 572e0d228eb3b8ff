"""Every kind of page beside the same page of the peers that are set up: bytes and requests of a first view, and when it
stands there on a slow phone. All in one run, one after the other, so that all suffer alike from whatever else goes on.
"""

from __future__ import annotations

import argparse
import re
import sys
from contextlib import ExitStack

from playwright.sync_api import sync_playwright

from bench.report import heading, table
from bench.weight.peers import OURS, Peer, peers
from bench.weight.server import hosting
from bench.weight.visits import AFTERWARDS, DOWN, ROUND_TRIP, SLOWER, first_view, largest_paint
from tests.find_browser import ARGUMENTS, find

#: Kinds of pages whose drawing is timed: the ways of most readers, and the heaviest.
TIMED = ("home", "compare", "system", "topic", "guide", "choose_question", "glossary")
_MAIN = re.compile(r'<main [^>]*class="page page-(\w+)')


def kinds() -> dict[str, str]:
    """The heaviest page of every kind in the first language: ``{kind: path}``. A page of docs/ is a kind of its own."""
    found: dict[str, tuple[int, str]] = {}
    first = re.search(r'<html lang="([^"]*)"', (OURS / "index.html").read_text(encoding="utf-8")).group(1)
    for file in sorted(OURS.rglob("index.html")):
        html = file.read_text(encoding="utf-8")
        made = _MAIN.search(html)
        if f'<html lang="{first}"' not in html or not made:
            continue
        path = file.relative_to(OURS).as_posix().removesuffix("index.html")
        kind = made.group(1) if made.group(1) != "page" else path.strip("/") or "home"
        found[kind] = max(found.get(kind, (0, "")), (len(html), path))
    return {kind: path for kind, (_, path) in sorted(found.items())}


def main() -> int:
    """Measure, and print two tables; 1 when our own site is not built."""
    options = argparse.ArgumentParser(prog="python -m bench weight", description=__doc__)
    options.add_argument("--times", type=int, default=5, help="how often each drawing is timed (default: 5)")
    times = options.parse_args().times
    known = peers()
    if not known[0].there:
        print("nothing is set up yet: python -m bench.weight.set_up", file=sys.stderr)
        return 1
    there = [peer for peer in known if peer.there]
    with sync_playwright() as playwright, ExitStack() as hosts:
        browser = playwright.chromium.launch(executable_path=find(), args=ARGUMENTS)
        print(heading("Weight of a first view", f"Chromium {browser.version}"))
        served = [(peer, hosts.enter_context(hosting(peer.folder))) for peer in there]
        rows, timed = [], []
        for kind, path in kinds().items():
            views = [first_view(browser, host, path) if _has(peer, path) else None for peer, host in served]
            rows.append([kind, *(f"{view.kilobytes:.1f} KB, {view.requests}" if view else "–" for view in views)])
            if kind in TIMED:
                paints = [
                    largest_paint(browser, host, path, times) if _has(peer, path) else None for peer, host in served
                ]
                timed.append([kind, *(f"{paint:.2f}" if paint is not None else "–" for paint in paints)])
        browser.close()
    names = [peer.name for peer in there]
    print(table(["kilobytes (gzip), requests", *names], rows))
    print(table(["seconds to the largest paint", *names], timed))
    print(
        f"The heaviest page of each kind, first language, phone. Bytes: bodies compressed with gzip level 6, everything asked for"
        f" until {AFTERWARDS} ms after loading. Paint: {ROUND_TRIP} ms round trip, {DOWN * 8 / 1e6:g} Mbit/s, processor {SLOWER} times"
        f" slower, median of {times}."
    )
    for peer in known:
        if not peer.there:
            print(f"\n{peer.name} is not set up and was left out.")
    return 0


def _has(peer: Peer, path: str) -> bool:
    return (peer.folder / path / "index.html").is_file()


if __name__ == "__main__":
    sys.exit(main())
