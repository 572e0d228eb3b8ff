"""Everything in the published folder that is not a page: which parts make it, and the writing of it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from . import explanations, headers, moved, not_found, offline, reports, search_engines, takeaway, twins
from .site import Site

Files = dict[str, str | bytes]

#: Each makes files by their name below the site's root; no two make the same one.
EXPORTERS: tuple[Callable[[Site], Files], ...] = (
    lambda site: dict(site.assets.files),
    lambda site: site.searching.files(),
    not_found.files,
    lambda site: explanations.files(site.explanations),
    reports.files,
    lambda site: {made.name: made.content for made in site.downloads()},
    moved.files,
    twins.files,
    search_engines.files,
    lambda site: site.cards.files(site.pages),
)


#: These look at the published folder, so they come last, when every page and every file above stands in it.
CLOSING: tuple[Callable[[Site, Path], Files], ...] = (headers.files, takeaway.files, offline.files)


def export(site: Site, folder: Path) -> None:
    """Write the site's files that are not pages into ``folder``, which holds the pages already."""
    _write(exported(site), folder)
    for closing in CLOSING:
        _write(closing(site, folder), folder)


def _write(files: Files, folder: Path) -> None:
    for name, content in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode())


def exported(site: Site) -> Files:
    """Every such file by its name. Raises ValueError when two parts make the same file."""
    files: Files = {}
    for exporter in EXPORTERS:
        made = exporter(site)
        if twice := files.keys() & made.keys():
            raise ValueError(f"made twice: {', '.join(sorted(twice))}")
        files |= made
    return files
