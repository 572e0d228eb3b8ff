"""Styles and scripts as they are sent: what every page needs, and the rest only where it is used."""

from __future__ import annotations

import re
from collections.abc import Iterable
from hashlib import sha256
from pathlib import Path

from rcssmin import cssmin
from rjsmin import jsmin

from ..knowledge import Knowledge
from .gears import drawing
from .palette import palettes

_IMPORT = re.compile(r'^@import "([^"]+)";$', re.MULTILINE)
_MODULE = re.compile(r'^import [^;]* from "\./([^"]+)";$', re.MULTILINE)
_EXPORT = re.compile(r"^export (?=const|function|class|async)", re.MULTILINE)
#: Scripts and style sheets that every page needs.
EVERYWHERE = ("site.css", "language.js", "share.js")
#: Those that are sent only where the page holds the attribute that they serve.
WHERE_USED = {
    "choose.css": 'class="start-again',
    "handout.css": 'class="handout-table"',
    "home.css": 'class="hero"',
    "matrix.css": "data-matrix",
    "matrix.js": "data-matrix",
    "offline.js": "data-offline",
    "search.css": "data-search",
    "search.js": "data-search",
    "terms.js": 'class="term"',
    "tree.css": 'class="choose-tree"',
}


class Assets:
    """The files below ``assets/`` that the engine makes."""

    def __init__(self, overrides: Path, knowledge: Knowledge):
        self.files: dict[str, str] = {}
        self._styles, self._room = overrides / "styles", len(knowledge.systems)
        self._colours = system_colours(knowledge)
        self._sent: dict[str, str] = {}
        for name in (*EVERYWHERE, *WHERE_USED):
            if name.endswith(".css"):
                content = self.sheet_of([name], coloured=name == "site.css")
            else:
                content = jsmin((overrides / "scripts" / name).read_text(encoding="utf-8"))
            self._sent[name] = self._named(*name.split("."), content)
        self.workers = {
            path.parent.name: self._named(f"{path.parent.name}-worker", "js", jsmin(bundled(path)))
            for path in sorted((overrides / "scripts").glob("*/worker.js"))
        }
        day, night = palettes(overrides)
        self.files["assets/mark.svg"] = mark(knowledge, day, night)
        self.bar_colours = {"light": day["band"], "dark": night["band"]}

    def used_by(self, html: str, ending: str) -> list[str]:
        """The scripts (``js``) or style sheets (``css``) that a page with this content needs."""
        wanted = [*EVERYWHERE, *(name for name, attribute in WHERE_USED.items() if attribute in html)]
        return [self._sent[name] for name in wanted if name.endswith(ending)]

    def sent(self, name: str) -> str:
        """The name below the site's root under which a script or style sheet is sent."""
        return self._sent[name]

    def sheet_of(self, names: Iterable[str], coloured: bool = True) -> str:
        """Some of the style sheets as one, with the systems' colours behind them."""
        sheet = _with_room("".join(_with_imports(self._styles / name) for name in names), self._room)
        return cssmin(sheet + (self._colours if coloured else ""))

    def _named(self, stem: str, ending: str, content: str) -> str:
        digest = sha256(content.encode()).hexdigest()[:10]
        name = f"assets/{stem}.{digest}.{ending}"
        self.files[name] = content
        return name


def _with_room(sheet: str, systems: int) -> str:
    """The style sheet with ``(--table)`` and ``(--cards)`` turned into widths.

    A table needs about 15 em for each system and as much again for its questions; narrower, each row is a card.
    """
    room = 15 * (systems + 1)
    return sheet.replace("(--table)", f"(min-width:{room}em)").replace("(--cards)", f"(max-width:{room - 0.01}em)")


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


def mark(knowledge: Knowledge, day: dict[str, str], night: dict[str, str]) -> str:
    """The gears alone, as an SVG file: the site's icon, by day and by night, in the given palettes."""
    made = drawing(len(knowledge.systems))
    by_day = [system.colour.light if system.colour else day["system"] for system in knowledge.systems]
    by_night = [system.colour.dark if system.colour else night["system"] for system in knowledge.systems]
    gears = "".join(
        f'<g transform="translate({gear.x} {gear.y}) rotate({gear.turned})" class="g{number}" fill="{colour}">'
        f'<path d="{made.path}"/><circle r="{made.hub}" fill="{day["card"]}"/></g>'
        for number, (gear, colour) in enumerate(zip(made.gears, by_day, strict=True))
    )
    rules = "".join(f".g{number}{{fill:{colour}}}" for number, colour in enumerate(by_night))
    style = f"@media (prefers-color-scheme:dark){{{rules}circle{{fill:{night['card']}}}}}"
    side = max(made.width, made.height)
    box = f"0 {-(side - made.height) / 2:g} {side:g} {side:g}"
    return f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="{box}"><style>{style}</style>{gears}</svg>'


def bundled(script: Path, seen: set[Path] | None = None) -> str:
    """A worker's modules as one script, each before those that import it: older browsers know no modules in workers."""
    seen = set() if seen is None else seen
    seen.add(script)
    text = script.read_text(encoding="utf-8")
    before = [script.parent / name for name in _MODULE.findall(text)]
    parts = [bundled(part, seen) for part in before if part not in seen]
    return "".join([*parts, _EXPORT.sub("", _MODULE.sub("", text))])


def _with_imports(sheet: Path) -> str:
    text = sheet.read_text(encoding="utf-8")
    return _IMPORT.sub(lambda match: _with_imports(sheet.parent / match.group(1)), text)
