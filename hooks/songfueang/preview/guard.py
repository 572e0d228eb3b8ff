"""A rebuild that never leaves the preview stuck: whatever goes wrong becomes a problem that the browser shows."""

from __future__ import annotations

import logging
import traceback
from collections.abc import Callable
from pathlib import Path

import yaml

from ..adapter import Adapter
from ..knowledge.places import Place
from ..knowledge.problems import Problem, problem

log = logging.getLogger("mkdocs.songfueang")


class KeepTheLastSite(Exception):
    """Raised to end a rebuild before it has touched anything: the problems are known and will be shown."""


def guarded(build: Callable[[], object], adapter: Callable[[], Adapter]) -> Callable[[], None]:
    """``build``, with every exception turned into a problem of the adapter."""

    def rebuild() -> None:
        try:
            build()
        except KeepTheLastSite:
            log.info("The last good site stays up")
        except (Exception, SystemExit) as error:
            log.exception("The preview goes on, but this build did not succeed")
            adapter().problems = [unforeseen(error, adapter().root)]

    return rebuild


def unforeseen(error: BaseException, root: Path) -> Problem:
    """An exception that no rule foresaw, as a problem at the last line of the project that it passed through."""
    said = f"{type(error).__name__}: {error}"
    mark = getattr(error.__cause__ or error.__context__ or error, "problem_mark", None)
    if isinstance(mark, yaml.Mark):
        return problem("unforeseen", Place("mkdocs.yml", mark.line + 1, mark.column + 1), said=said)
    places = [
        Place(Path(frame.filename).relative_to(root).as_posix(), frame.lineno or 1)
        for frame in traceback.extract_tb(error.__traceback__)
        if Path(frame.filename).is_relative_to(root) and not Path(frame.filename).is_relative_to(root / ".venv")
    ]
    return problem("unforeseen", places[-1] if places else Place("mkdocs.yml"), said=said)
