"""The preview's pages, each made when it is asked for: after a change nobody waits for the pages that nobody looks at.

The others, and all files that are no pages, are made meanwhile in the background, where their mistakes come to light.
"""

from __future__ import annotations

import logging
import threading
import time
from collections.abc import Callable, Iterable
from pathlib import Path

from ..adapter import Adapter
from ..knowledge.problems import Failed, Problem
from ..site.site import Site
from .guard import unforeseen

log = logging.getLogger("mkdocs.songfueang")
#: Seconds that the background leaves to others after each page.
COURTESY = 0.005


class OnDemand:
    """Writes pages of the adapter's site into the folder that the server reads. May be used by several threads."""

    def __init__(self, adapter: Adapter, folder: Path, show: Callable[[], None]):
        """``show`` lets the browsers load their page again, with the problems that have come to light."""
        self._adapter, self._folder, self._show = adapter, folder, show
        self._lock = threading.Lock()
        self._site: Site | None = None
        self._addresses: dict[str, str] = {}
        self._left: set[str] = set()  # addresses of the pages that are not written yet
        self._rest = threading.Thread()

    def begin(self) -> None:
        """Take the adapter's site, of which no page is rendered yet, for all that is asked for from now on."""
        with self._lock:
            before = set(self._addresses)
            self._site, self._addresses = self._adapter.site, self._adapter.addresses()
            self._left = set(self._addresses)
            for gone in before - self._left:
                (self._folder / gone / "index.html").unlink(missing_ok=True)
            for name, content in self._site.assets.files.items():
                path = self._folder / name
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_text(content, encoding="utf-8")
        self._rest = threading.Thread(target=self._make_the_rest, args=(self._site,), daemon=True)
        self._rest.start()

    def end(self) -> None:
        """Leave the folder to somebody else, who writes every page."""
        with self._lock:
            self._site, self._addresses, self._left = None, {}, set()
        if self._rest.is_alive():
            self._rest.join()

    def bring(self, name: str) -> None:
        """See to it that the file ``name`` below the site's root is the one of the site as it is now.

        A page whose template has a mistake stays as it was, and the mistake is told. A file that is no page is waited for.
        """
        address = name.removesuffix("index.html")
        with self._lock:
            if address in self._addresses:
                self._write(address)
                return
        in_docs = self._adapter.root / "docs" / name
        if self._site and name not in self._site.assets.files and not in_docs.is_file():
            self._rest.join()

    def _write(self, address: str) -> None:
        if address not in self._left:
            return
        try:
            html = self._adapter.page(self._addresses[address])
        except Failed as failure:
            self._tell(failure.problems)
        except Exception as error:  # noqa: BLE001  whatever it is, the preview lives on
            log.exception("The preview goes on")
            self._tell([unforeseen(error, self._adapter.root)])
        else:
            path = self._folder / address / "index.html"
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(html, encoding="utf-8")
        self._left.discard(address)

    def _tell(self, problems: list[Problem]) -> None:
        self._adapter.problems += [found for found in problems if found not in self._adapter.problems]

    def _make_the_rest(self, site: Site) -> None:
        known = len(self._adapter.problems)
        for address in list(self._addresses):
            with self._lock:
                if not self._site is self._adapter.site is site:
                    return
                self._write(address)
            time.sleep(COURTESY)
        try:
            self._adapter.export(self._folder)
        except Failed as failure:
            self._tell(failure.problems)
        except Exception as error:  # noqa: BLE001
            log.exception("The preview goes on")
            self._tell([unforeseen(error, self._adapter.root)])
        if self._adapter.site is site and len(self._adapter.problems) > known:
            self._show()


class Asked:
    """WSGI middleware that brings every file before the server reads it."""

    def __init__(self, app: Callable, pages: OnDemand, adapter: Adapter, mount_path: str = "/"):
        self._app, self._pages, self._adapter, self._mount = app, pages, adapter, mount_path

    def __call__(self, environ: dict, start_response: Callable) -> Iterable[bytes]:
        """Answer as the server does, from a file of the site as it is when the answer is given."""
        path = environ["PATH_INFO"].encode("latin-1").decode("utf-8", "ignore")  # as WSGI has it
        if not path.startswith(self._mount) or path.startswith("/livereload/"):
            return self._app(environ, start_response)
        while True:
            site = self._adapter.site
            self._pages.bring(path.removeprefix(self._mount))
            told: list = []
            body = self._app(environ, lambda *answer, told=told: told.extend(answer[:2]))
            if self._adapter.site is site:
                start_response(*told)
                return body
            if hasattr(body, "close"):  # the server waited for a change, and read what was there before it
                body.close()
