"""What readers may rely on: every address that the site gives out, and the shape of its open data.

``songfueang published`` writes both into ``tests/published/`` when a release is made; the tests hold every later build
to what stands there.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path

from ..knowledge import Knowledge
from ..knowledge.problems import Problem
from .addresses import address
from .homes import homes
from .moved import Moves
from .open_data.compatibility import breaks, raised
from .open_data.downloads import downloads
from .open_data.schema import as_written, schema
from .pages import Page, pages
from .settings import Settings, settings_from

FOLDER = Path("tests/published")
ADDRESSES, SCHEMA = "addresses.txt", "knowledge.schema.json"


@dataclass(frozen=True)
class GivenOut:
    """As much of a site as tells what it gives out, without rendering a page."""

    knowledge: Knowledge
    pages: dict[str, Page]
    settings: Settings

    @classmethod
    def of(cls, root: Path, knowledge: Knowledge) -> tuple[GivenOut, list[Problem]]:
        """What the project in ``root`` gives out, and what is wrong with the heads of its pages."""
        found, problems = pages(knowledge, root / "docs")
        return cls(knowledge, {page.path: page for page in found}, settings_from(None)), problems


def addresses(site: GivenOut) -> list[str]:
    """Every address below the site's root that others may keep: pages, anchors of records, old ones, files."""
    moves = Moves(site.knowledge, site.pages)
    places = {(path, "") for path in site.pages}
    places |= {(home.path, home.anchor) for _, found in homes(site.knowledge) for home in found if home.path in site.pages}
    places |= {(move.old.path, move.old.anchor) for move in moves.all}
    for old in moves.old_pages:
        places |= {(old, ""), *((old, move.old.anchor) for move in moves.anchors_of_old_page(old))}
    in_every_language = (
        address(site.knowledge, language, path) + (f"#{anchor}" if anchor else "")
        for path, anchor in places
        for language in site.knowledge.languages
    )
    return sorted(f"/{found}" for found in (*in_every_language, *(made.name for made in downloads(site))))


def kept_addresses(root: Path) -> list[str]:
    """The addresses of the last release; none before the first."""
    file = root / FOLDER / ADDRESSES
    return file.read_text(encoding="utf-8").split() if file.is_file() else []


def kept_schema(root: Path) -> dict | None:
    """The schema of the last release; None before the first."""
    file = root / FOLDER / SCHEMA
    return json.loads(file.read_text(encoding="utf-8")) if file.is_file() else None


def broken_promises(root: Path, site: GivenOut) -> list[str]:
    """What the last release gave out and this one takes away, one line each, with how to mend it."""
    now = set(addresses(site))
    lost = [f"{kept}: lost; give its record the old id under 'was'" for kept in kept_addresses(root) if kept not in now]
    return lost + broken_shape(kept_schema(root), schema(site.knowledge))


def broken_shape(before: dict | None, after: dict) -> list[str]:
    """What programs that read the open data cannot rely on any more; empty when the version says so."""
    if before is None:
        return []
    versions = before["version"], after["version"]
    found = breaks(before, after)
    if found and not raised(*versions, broken=True):
        return [f"{line}; raise the first number of SCHEMA_VERSION (now {versions[1]})" for line in found]
    if _shape(before) != _shape(after) and not raised(*versions, broken=False):
        return [f"the data's shape has grown; raise the second number of SCHEMA_VERSION (now {versions[1]})"]
    return []


def keep(root: Path, site: GivenOut) -> None:
    """Write down what is given out now."""
    (root / FOLDER).mkdir(parents=True, exist_ok=True)
    (root / FOLDER / ADDRESSES).write_text("\n".join(addresses(site)) + "\n", encoding="utf-8")
    (root / FOLDER / SCHEMA).write_text(as_written(schema(site.knowledge)), encoding="utf-8")


def _shape(found: object) -> object:
    """A schema without what is only said to people."""
    if isinstance(found, dict):
        return {
            key: _shape(value)
            for key, value in found.items()
            if not (key in ("description", "version", "title") and isinstance(value, str))
        }
    return [_shape(item) for item in found] if isinstance(found, list) else found
