"""Find a Chromium for the tests, or bring one: from the system's packages, else Playwright's own."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
#: Tests open the site from this machine only; the browser's own errands would be noise in the request log.
ARGUMENTS = [
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync",
]  # fmt: skip


def find() -> str | None:
    """The path of a Chromium, from ``CHROMIUM`` or the usual names; None when there is none (Playwright may have one)."""
    named = os.environ.get("CHROMIUM")
    return named or next((path for name in NAMES if (path := shutil.which(name))), None)


def playwright_has_one() -> bool:
    """Whether Playwright's own browser is on this machine."""
    from pathlib import Path

    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        return Path(playwright.chromium.executable_path).exists()


def install() -> None:
    """Bring a browser and a Thai face for it: with apt where we may, else with Playwright. Raises CalledProcessError."""
    if shutil.which("apt-get") and os.geteuid() == 0:
        quiet = {
            "env": {**os.environ, "DEBIAN_FRONTEND": "noninteractive"},
            "stdout": subprocess.DEVNULL,
            "check": True,
        }
        subprocess.run(["apt-get", "update", "-qq"], **quiet)
        subprocess.run(["apt-get", "install", "-y", "-qq", "chromium", "fonts-noto-core"], **quiet)
    else:
        subprocess.run([sys.executable, "-m", "playwright", "install", "chromium"], check=True)


if __name__ == "__main__":
    if not find() and not playwright_has_one():
        print("no browser found: bringing one for the tests", file=sys.stderr)
        install()
