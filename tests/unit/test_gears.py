"""The mark turns for any number of systems."""

import pytest

from songfueang.site.gears import PITCH_RADIUS, drawing


@pytest.mark.parametrize("count", [1, 2, 3, 5])
def test_there_is_one_gear_per_system_and_neighbours_turn_against_each_other(count):
    gears = drawing(count).gears
    assert len(gears) == count
    assert all(one.clockwise != other.clockwise for one, other in zip(gears, gears[1:], strict=False))


def test_neighbours_touch_at_their_pitch_circles():
    one, other = drawing(2).gears
    assert ((one.x - other.x) ** 2 + (one.y - other.y) ** 2) ** 0.5 == pytest.approx(2 * PITCH_RADIUS, abs=0.02)


def test_the_drawing_holds_every_gear():
    made = drawing(4)
    for gear in made.gears:
        assert PITCH_RADIUS < gear.x < made.width - PITCH_RADIUS
        assert PITCH_RADIUS < gear.y < made.height - PITCH_RADIUS
