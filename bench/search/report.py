"""The figures as Markdown tables."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from .figures import Answer, Figures, figures

_HEAD = "| | queries | recall@1 | @3 | @10 | MRR | nothing found | right page @3 |\n| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: |"
_COSTS = "| | before typing, KB | to the first result, KB | at most, KB | with the page itself, KB | first result, ms |\n| --- | ---: | ---: | ---: | ---: | ---: |"

Answers = dict[tuple[str, str], list[Answer]]


def report(answers: Answers, missing: list[str]) -> str:
    """Everything: by language the engines side by side, then what a first search costs, then every kind."""
    return "\n".join(_lines(answers, missing))


def _lines(answers: Answers, missing: list[str]) -> Iterator[str]:
    languages = list(dict.fromkeys(answer.query.language for found in answers.values() for answer in found))
    yield from (f"Not there, and left out: {line}" for line in missing)
    for language in languages:
        yield f"\n## {language}: what is found\n\n{_HEAD}"
        for (browser, engine), found in answers.items():
            for name, some in _by(found, language, lambda answer: answer.query.set):
                yield _found(f"{engine}, {browser}, {name}", figures(some))
    yield f"\n## What a first search costs\n\nMedians, gzip: what is fetched for searching alone, and with the page and all that it is made of.\n\n{_COSTS}"
    for language in languages:
        for (browser, engine), found in answers.items():
            said = figures([answer for answer in found if answer.query.language == language])
            sizes = (said.before, said.bytes, said.most_bytes, said.everything)
            kilobytes = " | ".join(f"{size / 1000:.1f}" for size in sizes)
            yield f"| {engine}, {browser}, {language} | {kilobytes} | {said.milliseconds:.0f} |"
    for language in languages:
        yield f"\n## {language}: kind by kind, all sets together\n\n{_HEAD}"
        rows = [
            (kind, f"{kind}: {engine}, {browser}", some)
            for (browser, engine), found in answers.items()
            for kind, some in _by(found, language, lambda answer: answer.query.kind)
        ]
        kinds = list(dict.fromkeys(kind for kind, _, _ in rows))
        for _, name, some in sorted(rows, key=lambda row: kinds.index(row[0])):
            yield _found(name, figures(some))


def _by(found: Iterable[Answer], language: str, key: Callable[[Answer], str]) -> Iterator[tuple[str, list[Answer]]]:
    groups: dict[str, list[Answer]] = {}
    for answer in found:
        if answer.query.language == language:
            groups.setdefault(key(answer), []).append(answer)
    yield from groups.items()


def _found(name: str, said: Figures) -> str:
    shares = " | ".join(f"{share:.3f}" for share in (said.at_1, said.at_3, said.at_10, said.mrr))
    return f"| {name} | {said.count} | {shares} | {said.nothing} | {said.page_at_3:.3f} |"
