"""The sites that are compared, each a folder that any host could serve, with the same pages at the same addresses."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path

#: Where ``set_up`` builds them.
FOLDER = Path(".build/peers")
OURS, HANDWRITTEN = FOLDER / "sites/ours", FOLDER / "sites/handwritten"
STARLIGHT, MATERIAL = FOLDER / "sites/starlight", FOLDER / "sites/material"


@dataclass(frozen=True)
class Peer:
    """One of the sites that are compared."""

    name: str
    folder: Path

    @property
    def there(self) -> bool:
        """Whether it has been built."""
        return (self.folder / "index.html").is_file()


def peers() -> list[Peer]:
    """All of them; ours is the first."""
    starlight = FOLDER / "starlight/node_modules/@astrojs/starlight/package.json"
    version = json.loads(starlight.read_text(encoding="utf-8"))["version"] if starlight.is_file() else ""
    return [
        Peer("Songfueang", OURS),
        Peer("by hand", HANDWRITTEN),
        Peer(f"Starlight {version}".strip(), STARLIGHT),
        Peer(f"Material {_material()}", MATERIAL),
    ]


def _material() -> str:
    from importlib.metadata import version

    return version("mkdocs-material")
