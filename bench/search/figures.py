"""What is said of many answers: how often the right one came, how high it stood, how many queries found nothing."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median

from .queries import Query

DEPTH = 10


@dataclass(frozen=True)
class Answer:
    """What an engine gave for a query: its results from the first, each the addresses it leads to; its cost."""

    query: Query
    results: tuple[tuple[str, ...], ...]
    milliseconds: float
    before: int  # bytes fetched for searching before anything was typed
    bytes: int  # and in all until the results stood
    everything: int  # with the page itself and all that it is made of

    @property
    def rank(self) -> int | None:
        """The place of the first result that leads to a right answer, from 1; None when the first ten do not."""
        return self._first(lambda address: address in self.query.answers)

    @property
    def page_rank(self) -> int | None:
        """The same when it is enough that the result leads to the page on which an answer stands."""
        pages = {answer.partition("#")[0] for answer in self.query.answers}
        return self._first(lambda address: address.partition("#")[0] in pages)

    def _first(self, right) -> int | None:
        places = (place for place, links in enumerate(self.results[:DEPTH], 1) if any(map(right, links)))
        return next(places, None)


@dataclass(frozen=True)
class Figures:
    """Figures of one group of answers; shares are between 0 and 1."""

    count: int
    at_1: float
    at_3: float
    at_10: float
    mrr: float
    nothing: int
    page_at_3: float
    milliseconds: float
    before: float
    bytes: float
    most_bytes: int
    everything: float


def figures(answers: Sequence[Answer]) -> Figures:
    """The figures of ``answers``, of which there must be one at least; costs are medians."""
    ranks = [answer.rank for answer in answers]

    def share(places: Sequence[int | None], most: int) -> float:
        return sum(place is not None and place <= most for place in places) / len(places)

    return Figures(
        len(answers),
        share(ranks, 1),
        share(ranks, 3),
        share(ranks, DEPTH),
        sum(1 / rank for rank in ranks if rank) / len(ranks),
        sum(not answer.results for answer in answers),
        share([answer.page_rank for answer in answers], 3),
        median(answer.milliseconds for answer in answers),
        median(answer.before for answer in answers),
        median(answer.bytes for answer in answers),
        max(answer.bytes for answer in answers),
        median(answer.everything for answer in answers),
    )
