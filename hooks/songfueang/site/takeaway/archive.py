"""Which files go into the archive, and the archive itself: the same to the byte for the same site."""

from __future__ import annotations

import math
import re
import zipfile
from io import BytesIO
from pathlib import Path

from ..addresses import address
from ..site import Site
from .pages import Pages
from .scripts import Scripts

NAME = "site.zip"
#: Stands in finished pages where the size of the archive belongs; it is known last.
SIZE = "songfueangtakeawaysize"
#: The day that every file of the archive bears: the first one that the format knows.
_NO_DAY = (1980, 1, 1, 0, 0, 0)


def files(site: Site, folder: Path) -> dict[str, str | bytes]:
    """The archive of the published ``folder``, and the pages that offer it with its size filled in.

    There is none where no page offers it (by calling ``takeaway()``).
    """
    if not site.settings.takeaway:
        return {}
    names = [name for name in _page_names(site) if (folder / name).is_file()]
    written = {name: (folder / name).read_text(encoding="utf-8") for name in names}
    offering = [name for name in names if SIZE in written[name]]
    if not offering:
        return {}
    scripts = Scripts(site, folder)
    pages = Pages(site, folder, set(names), scripts)
    archive = _Archive(_top(site))
    for name in names:
        if name not in offering:
            archive.add(name, pages.opened(name, written[name]))
    for name, content in scripts.files().items():
        archive.add(name, content)
    for name in sorted(pages.needed):
        archive.add(name, (folder / name).read_bytes())
    size = f"{math.ceil(archive.bytes / 1e5) / 10:g}\u00a0MB"
    finished = {name: written[name].replace(SIZE, size) for name in offering}
    for name in offering:
        archive.add(name, pages.opened(name, finished[name]))
    return {NAME: archive.content(), **finished}


def _page_names(site: Site) -> list[str]:
    """The files of all pages that are read, the home page first."""
    return [
        f"{address(site.knowledge, language, path)}index.html" for language in site.knowledge.languages for path in site.pages
    ]


def _top(site: Site) -> str:
    """The name of the folder that the archive unpacks to: the site's own, where a language writes it in plain letters."""
    plain = (re.sub(r"[^a-z0-9]+", "-", words.lower()).strip("-") for words in site.knowledge.site.name.words.values())
    return next(filter(None, plain), "site")


class _Archive:
    def __init__(self, top: str):
        self._top, self._written = top, BytesIO()
        self._zip = zipfile.ZipFile(self._written, "w", zipfile.ZIP_DEFLATED)

    def add(self, name: str, content: str | bytes) -> None:
        entry = zipfile.ZipInfo(f"{self._top}/{name}", _NO_DAY)
        entry.external_attr = 0o644 << 16
        entry.create_system = 3  # Unix, wherever it is made
        self._zip.writestr(entry, content, zipfile.ZIP_DEFLATED)

    @property
    def bytes(self) -> int:
        """What it takes so far, its list of contents included (APPNOTE.TXT 4.3.12)."""
        return self._written.tell() + sum(46 + len(entry.filename) for entry in self._zip.infolist())

    def content(self) -> bytes:
        self._zip.close()
        return self._written.getvalue()
