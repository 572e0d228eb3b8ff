"""What becomes of the search, the pages and the waiting when the site holds many times its content.

``python -m bench.scale`` writes copies of the project with more questions and answers, builds each, and types the query
sets into it. What is added is made of this site's own texts: every new answer pairs two terms in its question and takes
its words from two answers that exist, so that letters, lengths and the agreement of languages are those of real content.
"""

from __future__ import annotations

import argparse
import gzip
import random
import sys
import tempfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import yaml

from bench.build import BUILD, CHECK, seconds
from bench.project import copied
from bench.report import heading, table
from bench.search import browsers, engines
from bench.search.figures import Answer, figures
from bench.search.queries import read_sets
from bench.weight.server import hosting
from songfueang.knowledge import Knowledge, read
from songfueang.knowledge.records import Entry, Text
from songfueang.site.addresses import address

TIMES = (1, 2, 5, 10)


@dataclass(frozen=True)
class Measured:
    """One size: figures by language are in the order of the site's languages."""

    times: int
    records: int
    check: float
    build: float
    first: list[int]
    whole: list[int]
    list_page: list[int]
    asked: list[Answer]


def grown(knowledge: Knowledge, into: Path, times: int) -> int:
    """Write ``times - 1`` further topics for every topic into the copy; gives the number of answers there are then."""
    chance = random.Random(times)
    entries = [entry for topic in knowledge.topics for entry in topic.entries]
    pairs = [(one, other) for one in knowledge.terms for other in knowledge.terms if one is not other]
    chance.shuffle(pairs)
    for turn in range(2, times + 1):
        for topic in knowledge.topics:
            added = {
                "name": _texts(knowledge, lambda text, number=turn: f"{text} {number}", topic.name),
                "about": _texts(knowledge, str, topic.about),
                "order": topic.order + 1000 * turn,
                "entries": [_entry(knowledge, entry, entries, pairs.pop(), turn, chance) for entry in topic.entries],
            }
            path = into / "data/faq" / f"{topic.id}-{turn}.yml"
            path.write_text(
                yaml.safe_dump(added, allow_unicode=True, sort_keys=False, width=1_000_000), encoding="utf-8"
            )
    return len(entries) * times


def _entry(
    knowledge: Knowledge, entry: Entry, entries: list[Entry], terms: tuple, turn: int, chance: random.Random
) -> dict:
    begun, gone_on = chance.sample(entries, 2)
    names = [term.term for term in terms]
    return {
        "id": f"{entry.id}-{turn}",
        "ask": _texts(knowledge, lambda *both: " · ".join(both) + f" ({turn})", *names),
        "short": _texts(knowledge, str, begun.short),
        **({"more": _texts(knowledge, str, gone_on.more)} if gone_on.more else {}),
        "cite": sorted({citation.source for citation in [*begun.cite, *gone_on.cite]}),
        "unconfirmed": _texts(knowledge, str, entry.ask),
        "also": [" ".join(name.best(language)[0] for name in names) + f" {turn}" for language in knowledge.languages],
    }


def _texts(knowledge: Knowledge, made, *texts: Text) -> dict[str, str]:
    return {language: made(*(str(text[language]) for text in texts)) for language in knowledge.languages}


def measured(root: Path, times: int, every: int) -> Measured:
    """Grow a copy of the project in ``root`` to ``times`` its answers, build it, and type every ``every``-th query."""
    knowledge, _ = read(Path())
    copied(root)
    records = grown(knowledge, root, times)
    built = root / "built"
    check = seconds(CHECK, root)
    build = seconds([*BUILD, str(built)], root)
    roots = {language: address(knowledge, language, "") for language in knowledge.languages}
    engine = replace(engines.ours(roots), folder=built)
    with browsers.chromium() as browser, hosting(built) as host:
        asked = list(browsers.asked(browser, engine, host, read_sets(knowledge)[::every]))
    whole = [size for language in roots for size in _sizes(built.glob(f"assets/search-{language}-all.*.json"))]
    lists = [size for path in roots.values() for size in _sizes([built / path / "search/index.html"])]
    first = [round(figures(_of(asked, language)).bytes) for language in roots]
    return Measured(times, records, check, build, first, whole, lists, asked)


def _sizes(paths: Iterable[Path]) -> list[int]:
    return [len(gzip.compress(path.read_bytes(), 6)) for path in paths]


def _of(asked: Iterable[Answer], language: str) -> list[Answer]:
    return [answer for answer in asked if answer.query.language == language]


def rows(found: Measured, languages: list[str]) -> Iterator[tuple]:
    """One line per language."""
    for number, language in enumerate(languages):
        said = figures(_of(found.asked, language))
        kilobytes = [f"{sizes[number] / 1000:.1f}" for sizes in (found.first, found.whole, found.list_page)]
        shares = [f"{said.at_3:.3f}", said.nothing, f"{said.milliseconds:.0f}"]
        yield (
            f"× {found.times}, {language}",
            found.records,
            *kilobytes,
            *shares,
            f"{found.check:.1f}",
            f"{found.build:.1f}",
        )


def main() -> int:
    """Measure every size in turn, and print a table."""
    options = argparse.ArgumentParser(prog="python -m bench scale", description=__doc__)
    options.add_argument("--every", type=int, default=8, metavar="N", help="only every N-th query (8)")
    options.add_argument("--times", type=int, nargs="+", default=TIMES, help="how many times the answers (1 2 5 10)")
    asked = options.parse_args()
    languages = read(Path())[0].languages
    print(heading("Many times the content"), flush=True)
    head = [
        "",
        "answers",
        "first search, KB",
        "whole text, KB",
        "search page, KB",
        "recall@3",
        "nothing",
        "ms",
        "check, s",
        "build, s",
    ]
    lines = []
    for times in asked.times:
        with tempfile.TemporaryDirectory() as folder:
            lines += rows(measured(Path(folder), times, asked.every), languages)
    print(table(head, lines))
    return 0


if __name__ == "__main__":
    sys.exit(main())
