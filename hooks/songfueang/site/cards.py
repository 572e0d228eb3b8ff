"""The picture that chat programs and social networks show with a link: one card per page and language.

Each card is drawn once and kept under a name made from all that is on it; a build only draws what is new.
"""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from hashlib import sha256
from pathlib import Path
from uuid import uuid4

from PIL import features

from ..knowledge import Knowledge
from ..knowledge.places import Place
from ..knowledge.problems import Problem, Severity, problem
from . import breaking, card_drawing, line_filling, summaries
from .breaking import Breaks
from .card_drawing import Card, CardDrawing
from .pages import Page, ancestors
from .palette import palettes

#: Where finished cards are kept between builds, below the project's folder.
KEPT = ".build/cards"
Key = tuple[str, str]


class Cards:
    """The cards of a site, by page path and language. There are none where they cannot or need not be drawn."""

    def __init__(self, root: Path, knowledge: Knowledge, pages: dict[str, Page], breaks: dict[str, Breaks], skip: bool):
        self._kept = root / KEPT
        self._breaks = breaks
        self._cards: dict[Key, Card] = {}
        self.problems: list[Problem] = []
        if skip:
            return
        if not features.check("raqm"):
            self.problems.append(problem("no-text-shaping", Place("overrides/fonts")))
            return
        overrides = root / "overrides"
        self._drawing = CardDrawing(overrides, knowledge, palettes(overrides)[0])
        code = b"".join(Path(module.__file__).read_bytes() for module in (card_drawing, line_filling, breaking))
        self._edition = self._drawing.edition + code
        for page in pages.values():
            for language in knowledge.languages:
                self._add(knowledge, pages, page, language)

    def name(self, page: Page, language: str) -> str | None:
        """The card's file name below the site's root; None for a page without a card."""
        card = self._cards.get((page.path, language))
        return card and f"assets/cards/{page.path.replace('/', '-') or 'index'}.{language}.{self._digest(card)}.png"

    def files(self, pages: dict[str, Page]) -> dict[str, bytes]:
        """Every card as a PNG, by its name."""
        with ThreadPoolExecutor() as pool:
            names = [self.name(pages[path], language) for path, language in self._cards]
            return dict(zip(names, pool.map(self._png, self._cards.values()), strict=True))

    def _add(self, knowledge: Knowledge, pages: dict[str, Page], page: Page, language: str) -> None:
        section = next((above.menu for above in reversed(ancestors(page, pages))), knowledge.site.tagline)
        said = summaries.name(page, language), section.best(language)[0], knowledge.site.name.best(language)[0]
        if lacking := self._drawing.lacking("".join(said)):
            place = page.place(language)
            self.problems.append(problem("font-lacks", place, Severity.NOTICE, letters=" ".join(lacking)))
            return
        self._cards[page.path, language] = Card(*said, language)

    def _digest(self, card: Card) -> str:
        said = repr((card, self._breaks[card.language].edition))
        return sha256(self._edition + said.encode()).hexdigest()[:12]

    def _png(self, card: Card) -> bytes:
        kept = self._kept / f"{self._digest(card)}.png"
        if kept.is_file():
            return kept.read_bytes()
        png = self._drawing.png(card, self._breaks[card.language])
        kept.parent.mkdir(parents=True, exist_ok=True)
        unfinished = kept.with_suffix(f".{uuid4().hex}")
        unfinished.write_bytes(png)
        unfinished.replace(kept)
        return png
