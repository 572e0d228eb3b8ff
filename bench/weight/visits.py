"""A phone's first view of a page: what is fetched, and when its largest part stands there."""

from __future__ import annotations

import statistics
from dataclasses import dataclass

from playwright.sync_api import Browser

from bench.weight.server import Host

PHONE = {"width": 360, "height": 740}
#: A slow mobile connection and a cheap phone, as Lighthouse has them.
ROUND_TRIP = 150  # milliseconds
DOWN, UP = 1_600_000 / 8, 750_000 / 8  # bytes a second
SLOWER = 4  # times, the processor
#: Milliseconds after loading in which a page may still ask for something unasked.
AFTERWARDS = 500
_LARGEST = """new Promise(done => {
  new PerformanceObserver(list => done(list.getEntries().at(-1).startTime)).observe({ type: "largest-contentful-paint", buffered: true });
  setTimeout(done, 3000, null);
})"""


@dataclass(frozen=True)
class FirstView:
    """What a first view costs: kilobytes of 1,000 bytes, compressed."""

    kilobytes: float
    requests: int


def first_view(browser: Browser, host: Host, path: str) -> FirstView:
    """Everything that the host sends for one page to a browser that knows nothing yet."""
    context = browser.new_context(viewport=PHONE)
    page = context.new_page()
    host.sent.clear()
    page.goto(host.url + path, wait_until="load")
    page.wait_for_timeout(AFTERWARDS)
    context.close()
    sent = list(host.sent)
    return FirstView(sum(size for _, size in sent) / 1000, len(sent))


def largest_paint(browser: Browser, host: Host, path: str, times: int) -> float | None:
    """Seconds until the largest part of the first screen is drawn, on a slow phone with a slow line: the median."""
    found = [_largest_paint(browser, host, path) for _ in range(times)]
    seen = [milliseconds for milliseconds in found if milliseconds is not None]
    return statistics.median(seen) / 1000 if seen else None


def _largest_paint(browser: Browser, host: Host, path: str) -> float | None:
    context = browser.new_context(viewport=PHONE)
    page = context.new_page()
    session = context.new_cdp_session(page)
    session.send("Network.enable")
    line = {"offline": False, "latency": ROUND_TRIP, "downloadThroughput": DOWN, "uploadThroughput": UP}
    session.send("Network.emulateNetworkConditions", line)
    session.send("Emulation.setCPUThrottlingRate", {"rate": SLOWER})
    page.goto(host.url + path, wait_until="load")
    page.wait_for_timeout(300)
    milliseconds = page.evaluate(_LARGEST)
    context.close()
    return milliseconds
