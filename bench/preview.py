"""How long an editor waits: from saving a file to the new text in the browser, and from saving a mistake to the overlay.

The real preview of a copy of the project, in a real browser.
"""

from __future__ import annotations

import os
import socket
import statistics
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Error as PlaywrightError
from playwright.sync_api import Locator, Page, sync_playwright

from bench.project import copied
from bench.report import heading, table
from songfueang.knowledge import read
from songfueang.site.pages import head_and_body
from tests.find_browser import ARGUMENTS, find

TIMES = 7
PATIENCE = 60_000  # milliseconds
OVERLAY = ".preview-problems"


@dataclass(frozen=True)
class Edit:
    """A change that an editor makes: ``old`` becomes ``new`` in ``file``, seen on the page ``path``.

    ``{n}`` stands for the round; ``seen`` is the text that is waited for, or the overlay where there is none.
    """

    name: str
    file: str
    old: str
    new: str
    path: str
    seen: str | None


def edits(root: Path) -> list[Edit]:
    """One sentence of the data on an ordinary page and on the heaviest, one of a page, one component, one mistake."""
    knowledge, _ = read(root)
    first = knowledge.languages[0]
    topic, system = knowledge.topics[0], knowledge.systems[0]
    asked, answer = topic.entries[0].ask, next(iter(system.answers.values())).short
    prose = head_and_body((root / f"docs/about.{first}.md").read_text(encoding="utf-8"))[1]
    said = next(line for line in prose.split("\n") if line[:1].isalpha())
    foot = "overrides/macros/frame_parts.html"
    words = asked[first], answer[first]
    topic_file, system_file = asked.place_at(first).file, answer.place_at(first).file
    return [
        Edit("a sentence of the data, an ordinary page", topic_file, words[0], f"{words[0]} zz{{n}}", f"faq/{topic.id}/", "zz{n}"),
        Edit("a sentence of the data, the heaviest page", system_file, words[1], f"{words[1]} zz{{n}}", "compare/", "zz{n}"),
        Edit("a sentence of a page", f"docs/about.{first}.md", said, f"zz{{n}} {said}", "about/", "zz{n}"),
        Edit("a component of every page", foot, "</footer>", "zz{n}</footer>", "about/", "zz{n}"),
        Edit("a mistake in the data, until the overlay", topic_file, "entries:", "entrees:", "about/", None),
        Edit("a mistake in a component, until the overlay", foot, "</footer>", "{{{{ no_such_word() }}}}</footer>", "about/", None),
    ]  # fmt: skip


def main() -> None:
    """Measure, and print a table."""
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        root = Path(folder)
        copied(root)
        browser = playwright.chromium.launch(executable_path=find(), args=ARGUMENTS)
        print(heading("Waiting for the preview", f"Chromium {browser.version}"))
        with previewed(root) as (address, started):
            page = browser.new_page()
            rows = []
            for edit in edits(root):
                shown, gone = _rounds(page, root, address, edit)
                rows.append((edit.name, *_said(shown)))
                if gone:
                    rows.append((edit.name.replace("until the overlay", "mended, until it is gone"), *_said(gone)))
        browser.close()
    print(table(["seconds from saving the file to seeing it", "median", "fastest", "slowest"], rows))
    print(f"Each {TIMES} times. The preview itself was up after {started:.1f} seconds.")


def _rounds(page: Page, root: Path, address: str, edit: Edit) -> tuple[list[float], list[float]]:
    """Seconds until each edit was seen, and, for mistakes, until the overlay had gone again."""
    path = root / edit.file
    before = path.read_text(encoding="utf-8")
    assert edit.old in before, f"{edit.file} does not hold {edit.old!r}"
    page.goto(address + edit.path, wait_until="load")
    shown, gone = [], []
    for number in range(TIMES):
        time.sleep(
            1 + number / TIMES
        )  # a person pauses, and files are looked at in turns: at another moment every time
        round_ = "abcdefghijklmnopqrstuvwxyz"[number]  # a letter: the check would miss a number in the other language
        wanted = page.locator("body", has_text=edit.seen.format(n=round_)) if edit.seen else page.locator(OVERLAY)
        shown.append(_waited(path, before.replace(edit.old, edit.new.format(n=round_), 1), wanted, "visible"))
        if not edit.seen:
            time.sleep(1)
            gone.append(_waited(path, before, page.locator(OVERLAY), "detached"))
    path.write_text(before, encoding="utf-8")
    time.sleep(3)
    return shown, gone


def _waited(path: Path, text: str, wanted: Locator, state: str) -> float:
    begun = time.perf_counter()
    path.write_text(text, encoding="utf-8")
    wanted.wait_for(state=state, timeout=PATIENCE)
    return time.perf_counter() - begun


def _said(found: list[float]) -> tuple[str, str, str]:
    return f"{statistics.median(found):.2f}", f"{min(found):.2f}", f"{max(found):.2f}"


@contextmanager
def previewed(root: Path) -> Iterator[tuple[str, float]]:
    """The address of the running preview of ``root``, and the seconds that it took to start."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    command = [sys.executable, "-m", "mkdocs", "serve", "--livereload", "--dev-addr", f"127.0.0.1:{port}"]
    begun = time.perf_counter()
    with (root / "serve.log").open("w") as log:
        process = subprocess.Popen(command, cwd=root, env={**os.environ, "PYTHONPATH": "hooks"}, stdout=log, stderr=log)
    try:
        address = f"http://127.0.0.1:{port}/"
        while process.poll() is None:
            try:
                urllib.request.urlopen(address, timeout=5).close()
                break
            except OSError:
                time.sleep(0.1)
        else:
            raise RuntimeError((root / "serve.log").read_text(encoding="utf-8"))
        yield address, time.perf_counter() - begun
    except PlaywrightError:
        print((root / "serve.log").read_text(encoding="utf-8")[-4000:], file=sys.stderr)
        raise
    finally:
        process.terminate()
        process.wait()


if __name__ == "__main__":
    main()
