"""Lines of about the same length, broken between phrases rather than words, from a text too long for one."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise

from .breaking import Breaks, inside_brackets

#: What a line costs, and a break where no reader would pause: at a space, at a space inside brackets, and in a script
#: without spaces, where it is the last resort. The measure is a full line left empty, which costs 1.
COST_OF_LINE, COST_OF_BREAK, COST_OF_BREAK_IN_BRACKETS, COST_OF_UNSPACED_BREAK = 0.05, 0.2, 0.6, 2.0


def filled_lines(
    words: str, breaks: Breaks, width: float, most: int, measure: Callable[[str], float]
) -> tuple[float, list[str]] | None:
    """(cost, lines): the best way to set ``words`` in at most ``most`` lines no wider than ``width``; None if none is.

    ``measure`` gives a text's width. The lower the cost, the more even the lines and the kinder the breaks.
    """
    if not words:
        return 0.0, []
    pauses = {len(words), *breaks.between_phrases(words)}
    places = [0, *breaks.between_words(words), len(words)]
    widths = {pair: measure(words[slice(*pair)]) for pair in pairwise(places)}

    def cost_of_break(place: int) -> float:
        if place in pauses:
            return 0.0
        if not words[place - 1].isspace():
            return COST_OF_UNSPACED_BREAK
        return COST_OF_BREAK_IN_BRACKETS if inside_brackets(words, place) else COST_OF_BREAK

    # the best ways to set the text before each place: {lines: (cost, their ends)}
    ways: dict[int, dict[int, tuple[float, tuple[int, ...]]]] = {0: {0: (0.0, ())}}
    for index, end in enumerate(places[1:], start=1):
        ways[end], used = {}, 0.0
        for start, following in reversed(list(pairwise(places[: index + 1]))):
            used += widths[start, following]
            if used > width:
                break
            here = (1 - used / width) ** 2 + COST_OF_LINE + cost_of_break(end)
            for lines, (cost, ends) in ways[start].items():
                way = cost + here, (*ends, end)
                if lines < most and way < ways[end].get(lines + 1, (float("inf"),)):
                    ways[end][lines + 1] = way
    if not ways[len(words)]:
        return None
    cost, ends = min(ways[len(words)].values())
    return cost, [words[start:end].strip() for start, end in pairwise((0, *ends))]
