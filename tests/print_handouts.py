"""Print the hand-outs of a built site as tagged PDF, with the browser that the tests use.

``python tests/print_handouts.py site`` writes ``handout.<language>.pdf`` into the folder.
"""

from __future__ import annotations

import functools
import http.server
import re
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from find_browser import ARGUMENTS, find


def print_handouts(folder: Path, browser) -> list[Path]:
    """The files written: one PDF for each language's hand-out in ``folder``."""
    made = []
    with served(folder) as url:
        for page in sorted(folder.rglob("handout/index.html")):
            language = re.search(r'<html lang="(\w+)"', page.read_text(encoding="utf-8")).group(1)
            file = folder / f"handout.{language}.pdf"
            file.write_bytes(printed(browser, f"{url}{page.parent.relative_to(folder).as_posix()}/"))
            made.append(file)
    return made


def printed(browser, url: str) -> bytes:
    """The page at ``url`` as a tagged PDF, on the paper that its style sheet asks for."""
    page = browser.new_page()
    try:
        page.goto(url, wait_until="networkidle")
        return page.pdf(prefer_css_page_size=True, tagged=True, outline=True)
    finally:
        page.close()


@contextmanager
def served(folder: Path) -> Iterator[str]:
    """The address of ``folder`` on this machine while it is being read."""
    handler = functools.partial(_Quiet, directory=str(folder))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()


class _Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *arguments) -> None:
        pass


if __name__ == "__main__":
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=find(), args=ARGUMENTS)
        for written in print_handouts(Path(sys.argv[1]), started):
            print(written)
        started.close()
