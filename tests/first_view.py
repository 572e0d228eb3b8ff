"""What a browser fetches before a reader has done anything, from the built files."""

from __future__ import annotations

import gzip
from dataclasses import dataclass
from pathlib import Path

from built_site import BuiltPage, BuiltSite

FETCHED = (
    "//link[contains(' stylesheet icon preload modulepreload manifest ', concat(' ', @rel, ' '))]/@href"
    " | //script/@src | //img/@src"
)


@dataclass(frozen=True)
class FirstView:
    """The files of one page; bytes as a host sends them, compressed with gzip at its usual level 6."""

    files: list[Path]

    @property
    def requests(self) -> int:
        return len(self.files)

    @property
    def kilobytes(self) -> float:
        """Of 1,000 bytes each."""
        return sum(len(gzip.compress(file.read_bytes(), 6)) for file in self.files) / 1000


def first_view(site: BuiltSite, page: BuiltPage) -> FirstView:
    """The page and all that it fetches at once. Raises ValueError when it asks another host for something."""
    files = [page.file]
    for address in dict.fromkeys(page.tree.xpath(FETCHED)):
        found = site.target(page, address)
        if found is None:
            raise ValueError(f"{page.path} asks another host: {address}")
        files.append(site.folder / found[0])
    return FirstView(files)


def kind_of(page: BuiltPage) -> str:
    """What kind of page it is: the kind of its record, or its own path when it has a file in docs/."""
    kind = page.tree.xpath("string(//main/@class)").removeprefix("page page-").split(" ")[0]
    path = page.path.removeprefix(f"{page.language}/").strip("/")
    return (path or "home") if kind == "page" else kind
