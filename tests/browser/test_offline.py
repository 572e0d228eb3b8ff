"""Keeping the site on the reader's device: only when asked, never stale in silence, gone again when told so."""

from __future__ import annotations

import functools
import http.server
import re
import shutil
import threading
import time

import pytest

WORKERS = "navigator.serviceWorker.getRegistrations().then(found => found.length)"
CACHES = "caches.keys().then(found => found.length)"


class Host:
    """The published folder on a host whose line can be cut or made slow, and that remembers what it was asked for."""

    def __init__(self, folder):
        self.seconds = 0.0
        self.asked: list[str] = []
        host = self

        class Handler(http.server.SimpleHTTPRequestHandler):
            def do_GET(self):  # noqa: N802 (the name that http.server calls)
                host.asked.append(self.path)
                time.sleep(host.seconds)
                super().do_GET()

            def log_message(self, *arguments):
                pass

        self._handler = functools.partial(Handler, directory=str(folder))
        self.port = 0
        self.connect()

    def connect(self) -> None:
        self._server = http.server.ThreadingHTTPServer(("127.0.0.1", self.port), self._handler)
        self.port = self._server.server_port
        threading.Thread(target=self._server.serve_forever, daemon=True).start()

    def cut(self) -> None:
        self._server.shutdown()
        self._server.server_close()

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}/kb/"


@pytest.fixture(scope="module")
def folder(site, tmp_path_factory):
    """A copy of the published folder, to be published anew in another version."""
    copy = tmp_path_factory.mktemp("host") / "kb"
    shutil.copytree(site.folder, copy)
    return copy


@pytest.fixture
def host(folder):
    hosting = Host(folder.parent)
    yield hosting
    hosting.cut()


@pytest.fixture
def page(browser, host):
    context = browser.new_context()
    yield context.new_page()
    context.close()


def keep(page, host) -> None:
    page.goto(host.url + "offline/")
    page.locator("[data-keep]").click()
    page.locator("p[data-when=kept]").wait_for(state="visible", timeout=30_000)


def test_nothing_is_kept_unasked(page, host):
    for path in ("", "offline/", "compare/"):
        page.goto(host.url + path, wait_until="networkidle")
    assert page.evaluate(WORKERS) == page.evaluate(CACHES) == 0


def test_the_offer_says_how_much_it_takes(page, host):
    page.goto(host.url + "en/offline/", wait_until="networkidle")
    offer = page.locator("p[data-when^=offered]")
    assert offer.is_visible()
    assert re.search(r"\d+\s[KM]B of data and about [\d.]+\s[KM]B of space", offer.inner_text())


def test_without_javascript_no_button_is_shown_that_could_not_work(browser, host):
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(host.url + "offline/")
    assert page.locator("main button:visible").count() == 0
    assert page.locator("noscript p").is_visible()
    context.close()


def test_the_kept_site_is_read_without_a_signal_and_says_that_it_is_a_copy(page, host):
    keep(page, host)
    assert page.locator(".kept-notice").count() == 0
    host.cut()
    try:
        page.goto(host.url)
        assert page.locator(".kept-notice").inner_text().startswith("ไม่มีสัญญาณ")
        page.locator("header a[hreflang=en]").click()
        page.wait_for_url("**/en/")
        notice = page.locator(".kept-notice").inner_text()
        assert notice.startswith("No signal") and str(time.localtime().tm_year) in notice
        assert page.evaluate("getComputedStyle(document.querySelector('.kept-notice')).padding") != "0px"
        page.goto(host.url + "compare/#who-can-join")
        assert page.locator("#who-can-join").is_visible() and page.locator(".kept-notice").is_visible()
        assert page.goto(host.url + "no-such-page/").status == 404
        assert "this page is not among those saved" in page.locator(".kept-notice").inner_text()
    finally:
        host.connect()
    page.goto(host.url)
    assert page.locator(".kept-notice").count() == 0


def test_a_line_that_says_nothing_is_not_waited_for(page, host):
    keep(page, host)
    host.seconds = 8
    began = time.monotonic()
    page.goto(host.url + "about/", wait_until="commit")
    assert time.monotonic() - began < 6
    page.locator(".kept-notice").wait_for(state="visible")
    host.seconds = 0


def test_a_new_version_fetches_only_what_has_changed(page, host, folder):
    keep(page, host)
    worker, about = folder / "sw.js", folder / "about" / "index.html"
    before = worker.read_text(encoding="utf-8"), about.read_text(encoding="utf-8")
    host.asked.clear()
    try:
        about.write_text(before[1].replace("<h1>", "<h1>ใหม่ "), encoding="utf-8")
        worker.write_text(before[0].replace('"about/":"', '"about/":"new'), encoding="utf-8")
        page.evaluate("navigator.serviceWorker.getRegistration().then(found => found.update())")
        page.wait_for_function(
            "caches.keys().then(async ([name]) => (await (await caches.open(name)).keys())"
            ".filter(kept => kept.url.includes('/kb/about/?kept=')).every(kept => kept.url.includes('=new')))"
        )
        host.cut()
        assert host.asked == ["/kb/sw.js", "/kb/about/"]
        page.goto(host.url + "about/")
        assert page.locator("h1").inner_text().startswith("ใหม่")
    finally:
        worker.write_text(before[0], encoding="utf-8")
        about.write_text(before[1], encoding="utf-8")
        host.connect()


def test_the_reader_can_take_it_away_again(page, host):
    keep(page, host)
    page.locator("[data-remove]").click()
    page.locator("p[data-when*=removed]").last.wait_for(state="visible")
    assert page.evaluate(WORKERS) == page.evaluate(CACHES) == 0


def test_one_later_deployment_takes_it_away_everywhere(page, host, folder, project):
    keep(page, host)
    worker = folder / "sw.js"
    before = worker.read_text(encoding="utf-8")
    try:
        worker.write_text((project / "overrides/workers/leave.js").read_text(encoding="utf-8"), encoding="utf-8")
        page.goto(host.url)
        page.wait_for_function(f"() => {WORKERS}.then(async count => count === 0 && await {CACHES} === 0)")
    finally:
        worker.write_text(before, encoding="utf-8")
