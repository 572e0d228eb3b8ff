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
from pathlib import Path

import pytest
from built_site import BuiltSite
from find_browser import ARGUMENTS, find

from songfueang.knowledge import Knowledge, read

ROOT = Path(__file__).resolve().parent.parent
SITE_URL = "https://example.org/kb/"


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


@pytest.fixture
def project(tmp_path) -> Path:
    """A copy of the project's data, pages and templates, to be broken."""
    for name in ("data", "docs", "hooks", "overrides"):
        shutil.copytree(ROOT / name, tmp_path / name, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "mkdocs.yml", tmp_path)
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
    handler = functools.partial(_Quiet, directory=str(site.folder.parent))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as serving:
        threading.Thread(target=serving.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{serving.server_port}/kb/"
        serving.shutdown()


@pytest.fixture(scope="session")
def browser():
    """A real Chromium."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=find(), args=ARGUMENTS)
        yield started
        started.close()


class _Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *arguments) -> None:
        pass
