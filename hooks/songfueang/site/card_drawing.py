"""Drawing a card: the page's name in large letters on the site's band, with its mark and the systems' colours.

Letters are shaped by HarfBuzz (through Pillow's Raqm), which alone puts Thai vowels and tone marks where they belong.
"""

from __future__ import annotations

import cmath
import re
from dataclasses import dataclass
from functools import cache, cached_property, lru_cache
from hashlib import sha256
from io import BytesIO
from math import radians
from pathlib import Path

from PIL import Image, ImageColor, ImageDraw, ImageFont

from ..knowledge import Knowledge
from .breaking import Breaks
from .gears import drawing
from .line_filling import filled_lines

#: The size that LINE, Facebook and X show uncut, in pixels.
WIDTH, HEIGHT = 1200, 630
MARGIN = 72
TEXT_WIDTH = WIDTH - 2 * MARGIN
STRIP = 18
FONT = "fonts/NotoSansThaiLooped-Bold.ttf"
#: Sizes of the title's letters, from the one for short titles to the one for long ones, each with its most lines.
TITLE_SIZES = ((92, 2), (80, 3), (72, 3), (64, 3), (58, 4), (50, 5))
SECTION_SIZES = (34, 30, 26)
#: What letters half the size cost, against the costs of breaking lines.
COST_OF_SMALLER = 0.8
LINE_HEIGHT = 1.42  # of the letters' size: Thai stacks marks over and under the letters
SHADES = 16  # of each text colour, from the ground to the full colour: smooth edges in a small file
_POINT = re.compile(r"(-?[\d.]+) (-?[\d.]+)")


@dataclass(frozen=True)
class Card:
    """What stands on a card."""

    title: str
    section: str
    site: str
    language: str


class CardDrawing:
    """Draws the cards of one site."""

    def __init__(self, overrides: Path, knowledge: Knowledge, colours: dict[str, str]):
        self._font_file = overrides / FONT
        self._band, self._white = colours["band"], colours["on-band"]
        self._systems = [system.colour.dark if system.colour else self._white for system in knowledge.systems]
        self._fonts: dict[int, ImageFont.FreeTypeFont] = {}

    @cached_property
    def edition(self) -> bytes:
        """What all cards have in common: they are drawn anew when it changes."""
        looks = repr((self._band, self._white, self._systems, drawing(len(self._systems))))
        return sha256(self._font_file.read_bytes() + looks.encode()).digest()

    def lacking(self, words: str) -> list[str]:
        """The letters of ``words`` that the font does not have."""
        return sorted(letter for letter in set(words) if not letter.isspace() and not self._has(letter))

    def png(self, card: Card, breaks: Breaks) -> bytes:
        """The finished card, as the bytes of a PNG with a palette."""
        image = self._ground.copy()
        self._write(image, (MARGIN + self._mark.width + 24, 92), [card.site], 46, card.language)
        size, lines = self._fitted(breaks.kept_together(card.title), breaks)
        top = 168 + (350 - len(lines) * size * LINE_HEIGHT) / 2
        self._write(image, (MARGIN, top + size * LINE_HEIGHT / 2), lines, size, card.language)
        section = next(size for size in SECTION_SIZES if size == SECTION_SIZES[-1] or self._fits(card.section, size))
        self._write(image, (MARGIN, HEIGHT - STRIP - 54), [card.section], section, card.language, quiet=True)
        written = BytesIO()
        image.save(written, "PNG", compress_level=6)
        return written.getvalue()

    def _fitted(self, title: str, breaks: Breaks) -> tuple[int, list[str]]:
        """The size of its letters and the lines in which the title reads best."""
        measure = cache(self._font(TITLE_SIZES[0][0]).getlength)
        ways = []
        for size, most in TITLE_SIZES:
            smaller = TITLE_SIZES[0][0] / size
            if way := filled_lines(title, breaks, TEXT_WIDTH * smaller, most, measure):
                ways.append((way[0] + COST_OF_SMALLER * (smaller - 1), size, way[1]))
        if not ways:
            return self._fitted(breaks.cut(title, 2 * len(title) // 3), breaks)
        _, size, lines = min(ways)
        return size, lines

    def _fits(self, words: str, size: int) -> bool:
        return self._font(size).getlength(words) <= TEXT_WIDTH

    def _write(self, image: Image.Image, at: tuple[float, float], lines: list[str], size: int, language: str, quiet=False):
        """Put ``lines`` onto the card; ``at`` is the left end and the middle of the first."""
        mask = Image.new("L", image.size)
        pen = ImageDraw.Draw(mask)
        for number, line in enumerate(lines):
            place = at[0], round(at[1] + number * size * LINE_HEIGHT)
            pen.text(place, line, fill=255, font=self._font(size), anchor="lm", language=language)
        first = self._first_quiet if quiet else self._first_white
        box = mask.getbbox()
        if box:
            mask = mask.crop(box)
            shades = mask.point([first + shade * (SHADES - 1) // 255 for shade in range(256)])
            coloured = Image.frombytes("P", shades.size, shades.tobytes())
            image.paste(coloured, box, mask.point([255 if shade >= 8 else 0 for shade in range(256)]))

    def _font(self, size: int) -> ImageFont.FreeTypeFont:
        if size not in self._fonts:
            self._fonts[size] = ImageFont.truetype(str(self._font_file), size, layout_engine=ImageFont.Layout.RAQM)
        return self._fonts[size]

    @lru_cache(maxsize=2000)  # noqa: B019  one drawing lives as long as its site
    def _has(self, letter: str) -> bool:
        font = self._font(34)
        return _dots(font, letter) != _dots(font, "\U0010fffe")

    @cached_property
    def _mark(self) -> Image.Image:
        """The gears in the systems' colours on the band, smooth at the edges."""
        made, scale = drawing(len(self._systems)), 96 / drawing(1).height
        large = scale * 4
        mark = Image.new("RGB", (round(made.width * large), round(made.height * large)), self._band)
        pen = ImageDraw.Draw(mark)
        for gear, colour in zip(made.gears, self._systems, strict=True):
            turn = cmath.rect(1, radians(gear.turned))
            points = [complex(gear.x, gear.y) + complex(float(x), float(y)) * turn for x, y in _POINT.findall(made.path)]
            pen.polygon([(point.real * large, point.imag * large) for point in points], fill=colour)
            pen.circle((gear.x * large, gear.y * large), made.hub * large, fill=self._band)
        return mark.resize((mark.width // 4, mark.height // 4), Image.Resampling.BOX)

    @cached_property
    def _ground(self) -> Image.Image:
        """The card without its words: mark and strip, with the shades of the letters ready in the palette."""
        ground = Image.new("RGB", (WIDTH, HEIGHT), self._band)
        ground.paste(self._mark, (MARGIN, 92 - self._mark.height // 2))
        pen = ImageDraw.Draw(ground)
        part = WIDTH / max(len(self._systems), 1)
        for number, colour in enumerate(self._systems):
            pen.rectangle((number * part, HEIGHT - STRIP, (number + 1) * part, HEIGHT), fill=colour)
        image = ground.quantize(64, method=Image.Quantize.MEDIANCUT, dither=Image.Dither.NONE)
        colours = image.getpalette()
        for strength in (1.0, 0.78):
            for shade in range(SHADES):
                colours += _between(self._band, self._white, strength * shade / (SHADES - 1))
        image.putpalette(colours)
        return image

    @property
    def _first_white(self) -> int:
        return len(self._ground.getpalette()) // 3 - 2 * SHADES

    @property
    def _first_quiet(self) -> int:
        return self._first_white + SHADES


def _between(one: str, other: str, part: float) -> list[int]:
    """The colour that lies ``part`` of the way from ``one`` to ``other``."""
    pairs = zip(ImageColor.getrgb(one), ImageColor.getrgb(other), strict=True)
    return [round(start + (end - start) * part) for start, end in pairs]


def _dots(font: ImageFont.FreeTypeFont, letter: str) -> tuple:
    mask = font.getmask(letter)
    return mask.size, bytes(mask)
