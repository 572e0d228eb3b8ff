"""The site's mark: as many meshing gears as there are systems, drawn as SVG paths."""

from __future__ import annotations

from dataclasses import dataclass
from math import cos, pi, sin

TEETH = 12
PITCH_RADIUS = 40.0  # where two gears touch
TOOTH = 7.0  # half of a tooth's height stands above the pitch circle
MARGIN = 6.0


@dataclass(frozen=True)
class Gear:
    """One gear: where its middle is, its outline around that middle, which way it turns."""

    x: float
    y: float
    path: str
    clockwise: bool


@dataclass(frozen=True)
class Drawing:
    """All gears, and the box that holds them."""

    width: float
    height: float
    gears: list[Gear]
    hub: float = 15.0


def drawing(count: int) -> Drawing:
    """``count`` gears in a row, each turning against its neighbours; every second one a little lower."""
    outer = PITCH_RADIUS + TOOTH / 2 + MARGIN
    drop = 14.0 if count > 1 else 0.0
    step = (4 * PITCH_RADIUS**2 - drop**2) ** 0.5
    gears = []
    for number in range(count):
        low = number % 2 == 1
        # a tooth of one gear points into a gap of the next, along the line between their middles
        toward = pi - _angle(drop, step, low) if number else 0.0
        turn = toward + (pi / TEETH if low else 0.0)
        gears.append(Gear(round(outer + number * step, 2), round(outer + (drop if low else 0), 2), outline(turn), not low))
    return Drawing(round(2 * outer + (count - 1) * step, 2), round(2 * outer + drop, 2), gears)


def _angle(drop: float, step: float, low: bool) -> float:
    from math import atan2

    return atan2(-drop if low else drop, step)


def outline(turn: float, teeth: int = TEETH, radius: float = PITCH_RADIUS, tooth: float = TOOTH) -> str:
    """A gear's outline around (0, 0) as the ``d`` of an SVG path; ``turn`` in radians puts a tooth there."""
    pitch = 2 * pi / teeth
    # a tooth as four corners: at its foot, its two tips, its other foot (fractions of the pitch)
    corners = ((-0.27, -1), (-0.15, 1), (0.15, 1), (0.27, -1))
    points = []
    for number in range(teeth):
        for part, side in corners:
            angle = turn + (number + part) * pitch
            distance = radius + side * tooth / 2
            points.append(f"{distance * cos(angle):.1f} {distance * sin(angle):.1f}")
    return "M" + "L".join(points) + "Z"
