"""A system's colour is the colour of its name on the page: it can be read there, and told from the others."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from ..problems import Problem, problem
from ..store import Knowledge

#: The grounds that names stand on, by day and by night: those of overrides/styles/tokens.css that are hardest to read on.
GROUNDS = {"light": "#fffdf9", "dark": "#1b2028"}
#: WCAG 2.2, success criterion 1.4.3.
LEAST_CONTRAST = 4.5
#: In Oklab, where black and white are 1 apart: two colours side by side are taken for one below about this.
LEAST_DISTANCE = 0.1
_DIRECTIONS = {"light": "darker", "dark": "lighter"}


def colours_can_be_read(knowledge: Knowledge) -> Iterator[Problem]:
    """Each colour stands out from the page it is for."""
    for system in knowledge.systems:
        for time, ground in GROUNDS.items() if system.colour else ():
            colour = getattr(system.colour, time)
            if (ratio := contrast(colour, ground)) < LEAST_CONTRAST:
                found = {"colour": colour, "ratio": f"{ratio:.1f}", "least": LEAST_CONTRAST}
                words = {"time": f"{time} page", "direction": _DIRECTIONS[time]}
                yield problem("pale-colour", system.colour.place_at(time), **found, **words)


def colours_can_be_told_apart(knowledge: Knowledge) -> Iterator[Problem]:
    """No two systems have almost the same colour."""
    for first, second in combinations([system for system in knowledge.systems if system.colour], 2):
        for time in GROUNDS:
            other, colour = getattr(first.colour, time), getattr(second.colour, time)
            if distance(colour, other) < LEAST_DISTANCE:
                slots = {"colour": colour, "other": other, "id": first.id, "first": first.colour.place_at(time)}
                yield problem("colours-alike", second.colour.place_at(time), **slots)


def contrast(one: str, other: str) -> float:
    """How much two colours (``#rrggbb``) stand out from one another, from 1 to 21 (WCAG 2.2, "contrast ratio")."""
    low, high = sorted(0.2126 * red + 0.7152 * green + 0.0722 * blue for red, green, blue in map(_linear, (one, other)))
    return (high + 0.05) / (low + 0.05)


def distance(one: str, other: str) -> float:
    """How different two colours look: their distance in Oklab (https://bottosson.github.io/posts/oklab/)."""
    return sum((a - b) ** 2 for a, b in zip(_oklab(one), _oklab(other), strict=True)) ** 0.5


def _linear(colour: str) -> tuple[float, float, float]:
    parts = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return red, green, blue


def _oklab(colour: str) -> tuple[float, float, float]:
    red, green, blue = _linear(colour)
    long = (0.4122214708 * red + 0.5363325363 * green + 0.0514459929 * blue) ** (1 / 3)
    middle = (0.2119034982 * red + 0.6806995451 * green + 0.1073969566 * blue) ** (1 / 3)
    short = (0.0883024619 * red + 0.2817188376 * green + 0.6299787005 * blue) ** (1 / 3)
    return (
        0.2104542553 * long + 0.7936177850 * middle - 0.0040720468 * short,
        1.9779984951 * long - 2.4285922050 * middle + 0.4505937099 * short,
        0.0259040371 * long + 0.7827717662 * middle - 0.8086757660 * short,
    )
