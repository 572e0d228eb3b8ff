"""The published folder, and questions about it."""

from __future__ import annotations

import re
from functools import cached_property
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

from lxml import html


class BuiltPage:
    """One page as a reader's browser gets it. ``path`` is its address below the site's root (``en/faq/``)."""

    def __init__(self, path: str, file: Path):
        self.path, self.file = path, file

    @cached_property
    def source(self) -> str:
        return self.file.read_text(encoding="utf-8")

    @cached_property
    def tree(self) -> html.HtmlElement:
        return html.fromstring(self.source.encode(), parser=html.HTMLParser(encoding="utf-8"))

    @cached_property
    def ids(self) -> list[str]:
        return self.tree.xpath("//@id")

    @cached_property
    def text(self) -> str:
        """What is read in the main part, spaces evened out."""
        return " ".join(self.tree.xpath("string(//main)").replace("\u00a0", " ").split())

    @property
    def leads_to(self) -> str | None:
        """Where the page leads on at once; None for a page that is read."""
        refresh = re.search(r'<meta http-equiv="refresh" content="0; url=([^"]*)"', self.source[:2000])
        return refresh.group(1) if refresh else None

    @property
    def language(self) -> str:
        return self.tree.get("lang")

    @property
    def title(self) -> str:
        return self.tree.findtext(".//title")

    def links(self) -> list[str]:
        """Every address that the page refers to."""
        return self.tree.xpath("//a/@href | //link/@href | //script/@src | //img/@src | //form/@action")


class BuiltSite:
    """All pages of a built site."""

    def __init__(self, folder: Path, url: str):
        self.folder, self.url = folder, url
        found = [BuiltPage(self._path(file), file) for file in sorted(folder.rglob("index.html"))]
        #: old addresses that only lead on
        self.moved = {page.path: page for page in found if page.leads_to}
        self.pages = {page.path: page for page in found if not page.leads_to}

    def __getitem__(self, path: str) -> BuiltPage:
        return self.pages[path]

    def __iter__(self):
        return iter(self.pages.values())

    def target(self, page: BuiltPage, address: str) -> tuple[str, str] | None:
        """(path below the root, anchor) that a link leads to; None when it leaves the site."""
        full = urlsplit(urljoin(self.url + page.path, address))
        here = urlsplit(self.url)
        if (full.scheme, full.netloc) != (here.scheme, here.netloc):
            return None
        return unquote(full.path.removeprefix(here.path)), unquote(full.fragment)

    def holds(self, path: str) -> bool:
        """Whether a host would find something under ``path``."""
        return path in self.pages or path in self.moved or (self.folder / path).is_file()

    def _path(self, file: Path) -> str:
        return file.relative_to(self.folder).as_posix().removesuffix("index.html")
