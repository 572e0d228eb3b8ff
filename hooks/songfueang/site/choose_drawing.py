"""The helper as one drawing: every question with its options, each option's line to where it leads.

The layout is Sugiyama's for layered graphs (grandalf), turned on its side: the first question on the left, results as
far right as the answers that lead to them. Lengths are in the drawing's own units, which are pixels at full size.
"""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass, field
from functools import partial

from grandalf.graphs import Edge, Graph, Vertex
from grandalf.layouts import SugiyamaLayout
from grandalf.routing import EdgeViewer

from ..knowledge.records import Choose, ChooseQuestion, ChooseResult, Text
from .breaking import Breaks
from .line_filling import filled_lines

WIDTH = 250.0  # of every box
LINE = 24.0  # from one line of text to the next
PADDING = 10.0
BETWEEN_LAYERS, BETWEEN_BOXES = 90.0, 26.0
MARGIN = 16.0
LETTERS = 27.0  # that fit a line in any ordinary face at 15 pixels


@dataclass
class Row:
    """One option of a question; ``top`` counts from the top of its box."""

    lines: list[str]
    top: float
    leads_to: str

    @property
    def height(self) -> float:
        return len(self.lines) * LINE + PADDING

    @property
    def text_top(self) -> float:
        """Where its text begins, closer to what stands above."""
        return self.top - PADDING / 2


@dataclass
class Box:
    """A question with its options, or a result; ``x`` and ``y`` are its upper left corner."""

    record: ChooseQuestion | ChooseResult
    path: str
    title: list[str]
    rows: list[Row] = field(default_factory=list)
    x: float = 0.0
    y: float = 0.0

    @property
    def title_height(self) -> float:
        return len(self.title) * LINE + 2 * PADDING

    @property
    def height(self) -> float:
        return self.title_height + sum(row.height for row in self.rows)


@dataclass
class ChooseDrawing:
    """All boxes, and each option's line as the ``d`` of an SVG path."""

    width: float
    height: float
    boxes: list[Box]
    lines: list[str]
    box_width: float = WIDTH

    @staticmethod
    def baseline(top: float, number: int) -> float:
        """How far below the top of its box the letters of a line stand; ``top`` is where its text begins."""
        return top + PADDING + (number + 0.7) * LINE


def choose_drawing(choose: Choose, breaks: Breaks) -> ChooseDrawing:
    """The whole tree in the language of ``breaks``."""
    boxes = {box.path: box for box in _boxes(choose, partial(_wrapped, breaks=breaks))}
    bends = _placed(boxes)
    left = min(box.x for box in boxes.values()) - MARGIN
    top = min(box.y for box in boxes.values()) - MARGIN
    for box in boxes.values():
        box.x, box.y = round(box.x - left, 1), round(box.y - top, 1)
    lines = []
    for box in boxes.values():
        for row in box.rows:
            to = boxes[row.leads_to]
            passing = (((x - WIDTH / 2, y), (x + WIDTH / 2, y)) for x, y in bends[box.path, to.path])
            between = [(x - left, y - top) for past in passing for x, y in past]
            start = box.x + WIDTH, box.y + row.top + row.height / 2
            lines.append(_line([start, *between, (to.x, to.y + to.title_height / 2)]))
    width = max(box.x + WIDTH for box in boxes.values()) + MARGIN
    height = max(box.y + box.height for box in boxes.values()) + MARGIN
    return ChooseDrawing(round(width), round(height), list(boxes.values()), lines)


def _wrapped(text: Text, breaks: Breaks) -> list[str]:
    words = breaks.kept_together(text.best(breaks.language)[0])
    found = filled_lines(words, breaks, LETTERS, len(words), _letters)
    return found[1] if found else [words]


def _letters(words: str) -> float:
    """How many letters stand side by side; marks above and below them take no room."""
    return sum(unicodedata.category(letter) not in ("Mn", "Cf") for letter in words)


def _boxes(choose: Choose, wrap) -> list[Box]:
    made = []
    for question in choose.questions:
        box = Box(question, f"choose/{question.id}", wrap(question.ask))
        for option in question.options:
            to = f"choose/{option.to.question}" if option.to.question else f"choose/results/{option.to.result}"
            box.rows.append(Row(wrap(option.label), box.height, to))
        made.append(box)
    return made + [Box(result, f"choose/results/{result.id}", wrap(result.title)) for result in choose.results]


class _View:
    """A box as the layout sees it: on its side, so that layers run from left to right."""

    def __init__(self, box: Box):
        self.w, self.h, self.xy = box.height, WIDTH, (0.0, 0.0)


def _placed(boxes: dict[str, Box]) -> dict[tuple[str, str], list[tuple[float, float]]]:
    """Give every box its place; returns where the line between two boxes bends on its way past other layers."""
    vertices = {path: Vertex(path) for path in boxes}
    for path, vertex in vertices.items():
        vertex.view = _View(boxes[path])
    pairs = dict.fromkeys((box.path, row.leads_to) for box in boxes.values() for row in box.rows)
    edges = {pair: Edge(vertices[pair[0]], vertices[pair[1]]) for pair in pairs}
    for edge in edges.values():
        edge.view = EdgeViewer()
    graph = Graph(list(vertices.values()), list(edges.values())).C[0]
    layout = SugiyamaLayout(graph)
    layout.xspace, layout.yspace = BETWEEN_BOXES, BETWEEN_LAYERS
    layout.init_all(roots=[next(iter(vertices.values()))])
    layout.draw(20)
    for path, vertex in vertices.items():
        middle_y, middle_x = vertex.view.xy
        boxes[path].x, boxes[path].y = middle_x - WIDTH / 2, middle_y - boxes[path].height / 2
    return {pair: [(x, y) for y, x in edge.view._pts[1:-1]] for pair, edge in edges.items()}


def _line(points: list[tuple[float, float]]) -> str:
    """A line that leaves and arrives level, and swings from one height to the next between two layers."""
    (x, y), *others = points
    drawn = [f"M{x:.0f} {y:.0f}"]
    for to_x, to_y in others:
        half = (x + to_x) / 2
        drawn.append(f"C{half:.0f} {y:.0f} {half:.0f} {to_y:.0f} {to_x:.0f} {to_y:.0f}")
        x, y = to_x, to_y
    return "".join(drawn)
