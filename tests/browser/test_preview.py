"""The real preview in a real browser: it starts with a mistake, mends itself, and tells the next one, all unasked."""

from __future__ import annotations

import os
import re
import socket
import subprocess
import sys
import time
import urllib.request

import pytest
from playwright.sync_api import expect

PATIENCE = 60_000  # milliseconds; a rebuild takes a few seconds, a busy machine more


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


@pytest.fixture
def start(project):
    """Start the preview of the copy; gives its address. Its output lies in ``serve.log``."""
    running = []

    def started() -> str:
        port = free_port()
        command = [sys.executable, "-m", "mkdocs", "serve", "--livereload", "--dev-addr", f"127.0.0.1:{port}"]
        surroundings = {**os.environ, "PYTHONPATH": "hooks", "NO_MKDOCS_2_WARNING": "1"}
        log = (project / "serve.log").open("w")
        running.append(subprocess.Popen(command, cwd=project, env=surroundings, stdout=log, stderr=log))
        address = f"http://127.0.0.1:{port}/"
        for _ in range(600):
            try:
                urllib.request.urlopen(address, timeout=5).close()
                return address
            except OSError:
                time.sleep(0.1)
        raise AssertionError((project / "serve.log").read_text())

    yield started
    for process in running:
        process.terminate()
        process.wait()


def test_the_preview_starts_with_a_mistake_mends_itself_and_tells_the_next(project, change, start, browser):
    picture = project / "docs/assets/รูป ตลาด.svg"
    picture.parent.mkdir(exist_ok=True)
    picture.write_text('<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"/>', encoding="utf-8")
    change("docs/about.th.md", "\n## ", "\n![ตลาด](<assets/รูป ตลาด.svg>)\n\n## ")
    change("data/systems/otop.yml", "essence:", "esence:")
    address = start()
    page = browser.new_page()
    page.goto(address + "about/")
    problems = page.locator(".preview-problems")
    expect(problems).to_contain_text("data/systems/otop.yml:21:1")
    expect(problems).to_contain_text("The site will appear here as soon as they are corrected")

    change("data/systems/otop.yml", "esence:", "essence:")
    expect(page.locator("main h1")).to_be_visible(timeout=PATIENCE)
    expect(problems).to_have_count(0)
    picture_there = page.locator("main img")
    assert picture_there.evaluate("image => image.complete && image.naturalWidth > 0")

    change("docs/about.th.md", "{{ status() }}", "{{ statu() }}")
    expect(problems).to_contain_text(re.compile(r"docs/about\.th\.md:\d+:\d+"), timeout=PATIENCE)
    expect(page.locator("main h1")).to_be_visible()

    change("docs/about.th.md", "{{ statu() }}", "คำใหม่ {{ status() }}")
    expect(page.get_by_text("คำใหม่")).to_be_visible(timeout=PATIENCE)
    expect(problems).to_have_count(0)
    assert "Traceback" not in (project / "serve.log").read_text(encoding="utf-8")
    page.close()
