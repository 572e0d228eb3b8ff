"""What every test may ask for: the knowledge, the site built once, a server on it, a real browser."""

from __future__ import annotations

import functools
import http.server
import os
import shutil
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from built_site import BuiltSite
from devices import DESK
from find_browser import ARGUMENTS, find

from songfueang.knowledge import Knowledge, read

ROOT = Path(__file__).resolve().parent.parent
SITE_URL = "https://example.org/kb/"
THIRD_SYSTEM = """
name: {th: สหกรณ์ตัวอย่าง, en: Sample cooperative}
full_name: {th: สหกรณ์ตัวอย่างเต็มชื่อ, en: Sample cooperative in full}
essence: {th: ประโยคเดียวที่ควรจำ, en: The one sentence to remember}
answers:
  what-it-is:
    short: {th: "<script>alert(1)</script> สั้น", en: "<script>alert(1)</script> brief"}
    unconfirmed: {th: ถามสำนักงาน, en: Ask the office}
  who-can-join:
    short: {th: ทุกคน, en: Everybody}
    cite: [ce-act-2548]
"""


def build(root: Path, into: Path, **environment: str) -> subprocess.CompletedProcess:
    """Run the real, strict build of the project in ``root``."""
    return subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "--strict", "--quiet", "--site-dir", str(into)],
        cwd=root,
        env={**os.environ, "PYTHONPATH": "hooks", "NO_MKDOCS_2_WARNING": "1", "SITE_URL": SITE_URL, **environment},
        capture_output=True,
        text=True,
    )


@pytest.fixture(scope="session")
def knowledge() -> Knowledge:
    """The project's own data."""
    known, problems = read(ROOT)
    assert known is not None, "\n".join(str(problem) for problem in problems)
    return known


@pytest.fixture(scope="session")
def site(tmp_path_factory) -> BuiltSite:
    """The project's own site, built once under a sub-path."""
    into = tmp_path_factory.mktemp("built") / "kb"
    done = build(ROOT, into, REPO_URL="https://github.com/example/songfueang")
    assert done.returncode == 0, done.stdout + done.stderr
    return BuiltSite(into, SITE_URL)


@pytest.fixture(scope="session")
def three(tmp_path_factory) -> BuiltSite:
    """The project's site with a third system, known by one file."""
    root = tmp_path_factory.mktemp("three")
    copy_project(root)
    (root / "data/systems/sample-cooperative.yml").write_text(THIRD_SYSTEM, encoding="utf-8")
    done = build(root, root / "out" / "kb")
    assert done.returncode == 0, done.stdout + done.stderr
    return BuiltSite(root / "out" / "kb", SITE_URL)


@pytest.fixture
def project(tmp_path) -> Path:
    """A copy of the project's data, pages and templates, to be broken."""
    copy_project(tmp_path)
    return tmp_path


@pytest.fixture
def change(project) -> Callable[[str, str, str], None]:
    """``change(file, old, new)`` in the copy; the old text must be there."""

    def changed(file: str, old: str, new: str) -> None:
        path = project / file
        text = path.read_text(encoding="utf-8")
        assert old in text, f"{file} does not hold {old!r}"
        path.write_text(text.replace(old, new, 1), encoding="utf-8")

    return changed


@pytest.fixture(scope="session")
def server(site) -> Iterator[str]:
    """The built site on this machine, under the same sub-path as it would be published."""
    with _serving(site) as address:
        yield address


@pytest.fixture(scope="session")
def three_server(three) -> Iterator[str]:
    """The site with three systems, likewise."""
    with _serving(three) as address:
        yield address


@pytest.fixture(scope="session")
def browser():
    """A real Chromium."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=find(), args=ARGUMENTS)
        yield started
        started.close()


@pytest.fixture
def visit(browser, server):
    """Open a page (of the project's site, or below another ``root``); gives the browser's page with what went wrong, and every host that was asked, written on it."""
    opened = []

    def open_page(path: str, viewport: dict = DESK, root: str = "", **options):
        context = browser.new_context(viewport=viewport, **options)
        opened.append(context)
        page = context.new_page()
        page.wrongs, page.hosts = [], set()
        page.on("console", lambda message: page.wrongs.append(message.text) if message.type == "error" else None)
        page.on("pageerror", lambda error: page.wrongs.append(str(error)))
        page.on("request", lambda request: page.hosts.add(request.url.split("/")[2]))
        page.on("response", lambda answer: page.wrongs.append(answer.url) if answer.status >= 400 else None)
        page.goto((root or server) + path)
        return page

    yield open_page
    for context in opened:
        context.close()


class _Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *arguments) -> None:
        pass


@contextmanager
def _serving(site: BuiltSite) -> Iterator[str]:
    handler = functools.partial(_Quiet, directory=str(site.folder.parent))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as serving:
        threading.Thread(target=serving.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{serving.server_port}/kb/"
        serving.shutdown()


def copy_project(into: Path) -> None:
    """The project's data, pages, templates and engine, to be changed."""
    for name in ("data", "docs", "hooks", "overrides"):
        shutil.copytree(ROOT / name, into / name, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "mkdocs.yml", into)
