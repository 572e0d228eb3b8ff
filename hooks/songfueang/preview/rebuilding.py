"""What the preview does when a file has changed: as little as will do."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from ..adapter import Adapter
from .guard import KeepTheLastSite
from .ondemand import OnDemand


class Rebuilding:
    """Reads the data and the pages' heads anew; pages are made when they are asked for.

    The site generator builds the whole site only when something has changed that it alone looks at: its configuration, a
    picture, which files there are.
    """

    def __init__(self, adapter: Adapter, pages: OnDemand, build: Callable[[], object], tell: Callable[[], None]):
        """``build`` is the generator's own way, ``tell`` writes the adapter's problems into the log."""
        self._adapter, self._pages, self._build, self._tell = adapter, pages, build, tell
        self._seen = generators_own(adapter.root)

    def __call__(self) -> None:
        """Raises KeepTheLastSite when the data has mistakes that stop it."""
        seen = generators_own(self._adapter.root)
        if self._adapter.site is None or seen != self._seen:
            self._seen = seen
            self._pages.end()
            self._build()
            return
        self._adapter.read(self._adapter.settings.site_url, self._adapter.locales, rendered=False)
        self._tell()
        if self._adapter.refused:
            raise KeepTheLastSite
        self._pages.begin()


def generators_own(root: Path) -> list[tuple[Path, int]]:
    """The files that concern the generator, with the time of their last change where their content does."""
    files = [root / "mkdocs.yml", *sorted((root / "docs").rglob("*"))]
    return [(path, 0 if path.suffix == ".md" else path.stat().st_mtime_ns) for path in files if path.is_file()]
