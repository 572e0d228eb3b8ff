"""The site's mark: as many meshing gears as there are systems, drawn as SVG paths."""

from __future__ import annotations

from dataclasses import dataclass
from math import atan2, cos, degrees, pi, sin, sqrt

TEETH = 12
PITCH_RADIUS = 40.0  # where two gears touch
TOOTH = 7.0  # half of a tooth's height stands above the pitch circle
MARGIN = 6.0
DROP = 16.0  # how much lower every second gear stands


@dataclass(frozen=True)
class Gear:
    """One gear: where its middle is, how far it is turned (degrees, clockwise), which way it goes round."""

    x: float
    y: float
    turned: float
    clockwise: bool


@dataclass(frozen=True)
class Drawing:
    """All gears, the box that holds them, and the one outline that they share (a page compresses to less with it)."""

    width: float
    height: float
    gears: list[Gear]
    path: str
    hub: float = 15.0


def drawing(count: int) -> Drawing:
    """``count`` gears in a row, each turning against its neighbours; every second one a little lower."""
    outer = PITCH_RADIUS + TOOTH / 2 + MARGIN
    drop = DROP if count > 1 else 0.0
    step = sqrt(4 * PITCH_RADIUS**2 - drop**2)
    gears: list[Gear] = []
    turn = 0.0  # the angle at which the gear has a tooth
    for number in range(count):
        low = number % 2 == 1
        if number:
            toward = atan2(drop if low else -drop, step)  # from the gear before to this one
            # where that gear has a tooth, this one has a gap; its teeth run the other way round
            turn = 2 * toward + pi - turn - pi / TEETH
        x, y = outer + number * step, outer + (drop if low else 0.0)
        turned = round(degrees(turn) % (360 / TEETH), 2)  # a gear looks the same after each tooth
        gears.append(Gear(round(x, 2), round(y, 2), turned, not low))
    return Drawing(round(2 * outer + (count - 1) * step, 2), round(2 * outer + drop, 2), gears, outline())


def outline(teeth: int = TEETH, radius: float = PITCH_RADIUS, tooth: float = TOOTH) -> str:
    """A gear's outline around (0, 0) as the ``d`` of an SVG path, with a tooth at 3 o'clock."""
    pitch = 2 * pi / teeth
    # a tooth as four corners: at its foot, its two tips, its other foot (fractions of the pitch)
    corners = ((-0.26, -1), (-0.13, 1), (0.13, 1), (0.26, -1))
    points = []
    for number in range(teeth):
        for part, side in corners:
            angle = (number + part) * pitch
            distance = radius + side * tooth / 2
            points.append(f"{distance * cos(angle):.1f} {distance * sin(angle):.1f}")
    return "M" + "L".join(points) + "Z"
