"""Styles and scripts as they are sent: one style sheet, each script by itself, named after their content."""

from __future__ import annotations

import re
from hashlib import sha256
from pathlib import Path

from rcssmin import cssmin

from ..knowledge import Knowledge
from .gears import drawing

_IMPORT = re.compile(r'^@import "([^"]+)";$', re.MULTILINE)
#: Scripts that every page needs.
EVERYWHERE = ("language.js",)
#: Scripts that are sent only where the page holds the attribute that they serve.
WHERE_USED = {"matrix.js": "data-matrix", "offline.js": "data-offline", "terms.js": 'class="term"'}


class Assets:
    """The files below ``assets/`` that the engine makes."""

    def __init__(self, overrides: Path, knowledge: Knowledge):
        self.files: dict[str, str] = {}
        sheet = _with_imports(overrides / "styles" / "site.css") + system_colours(knowledge)
        self.style = self._named("site", "css", cssmin(sheet))
        self._scripts = {
            path.name: self._named(path.stem, "js", path.read_text(encoding="utf-8"))
            for path in sorted((overrides / "scripts").glob("*.js"))
        }
        self.files["assets/mark.svg"] = mark(knowledge)

    def scripts_of(self, html: str) -> list[str]:
        """The scripts that a page with this content needs."""
        wanted = [*EVERYWHERE, *(name for name, attribute in WHERE_USED.items() if attribute in html)]
        return [self._scripts[name] for name in wanted if name in self._scripts]

    def _named(self, stem: str, ending: str, content: str) -> str:
        digest = sha256(content.encode()).hexdigest()[:10]
        name = f"assets/{stem}.{digest}.{ending}"
        self.files[name] = content
        return name


def system_colours(knowledge: Knowledge) -> str:
    """Each system's colours as custom properties of whatever carries its ``data-system``."""
    rule = '[data-system="{}"]{{--system:{}}}'
    coloured = [system for system in knowledge.systems if system.colour]
    light = "".join(rule.format(system.id, system.colour.light) for system in coloured)
    dark = "".join(rule.format(system.id, system.colour.dark) for system in coloured)
    return f"{light}{_strip(coloured)}@media screen and (prefers-color-scheme:dark){{{dark}}}"


def _strip(coloured: list) -> str:
    """All colours side by side, for the strip under the header."""
    if not coloured:
        return ""
    width = 100 / len(coloured)
    parts = (
        f"{system.colour.dark} {number * width:g}% {(number + 1) * width:g}%" for number, system in enumerate(coloured)
    )
    return f":root{{--strip:linear-gradient(90deg,{','.join(parts)})}}"


def mark(knowledge: Knowledge) -> str:
    """The gears alone, as an SVG file: the site's icon."""
    made = drawing(len(knowledge.systems))
    colours = [system.colour.light if system.colour else "#5b6470" for system in knowledge.systems]
    gears = "".join(
        f'<g transform="translate({gear.x} {gear.y}) rotate({gear.turned})" fill="{colour}"><path d="{made.path}"/>'
        f'<circle r="{made.hub}" fill="#fff"/></g>'
        for gear, colour in zip(made.gears, colours, strict=True)
    )
    side = max(made.width, made.height)
    top = (side - made.height) / 2
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 {-top:g} {side:g} {side:g}">{gears}</svg>'
    )


def _with_imports(sheet: Path) -> str:
    text = sheet.read_text(encoding="utf-8")
    return _IMPORT.sub(lambda match: _with_imports(sheet.parent / match.group(1)), text)
