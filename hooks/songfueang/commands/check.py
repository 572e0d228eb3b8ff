"""``songfueang check``: read the data and tell every problem; notices stop nothing."""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path

from ..editing.fix import fix
from ..editing.github import annotation, summarise, table
from ..knowledge import Knowledge, read
from ..knowledge.problems import Problem, Severity, in_order
from ..site.pages import pages
from ..tool_words import languages, said
from .telling import as_dict, as_line, colours_wanted, mended_line, with_language


def register(subparsers) -> None:
    """Tell the command line about ``check``."""
    command = subparsers.add_parser("check", help="tell every problem of the data, with its place and how to mend it")
    with_language(command)
    command.add_argument("--quiet", action="store_true", help="leave the notices out")
    form = command.add_mutually_exclusive_group()
    form.add_argument("--json", action="store_true", help="as a JSON list, for editors and other programs")
    form.add_argument("--github", action="store_true", help="as annotations and a summary of a GitHub workflow")
    command.add_argument("--pages", action="store_true", help="make every page too, and tell the mistakes of docs/")
    command.add_argument(
        "--fix",
        action="store_true",
        help="first mend what needs no human: look-alike letters, line ends, trailing spaces, clear dates, the order of keys",
    )
    command.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Tell every problem on the standard output, what was mended and how many problems there are on the other."""
    language = options.lang
    if options.fix:
        _fix(options.root, language)
    knowledge, problems = read(options.root)
    if knowledge is not None and (docs := options.root / "docs").is_dir():
        found = _of_pages(options.root, knowledge) if options.pages else pages(knowledge, docs)[1]
        problems = in_order(problems + found)
    errors = [found for found in problems if found.severity is not Severity.NOTICE]
    notices = [found for found in problems if found.severity is Severity.NOTICE]
    _tell(errors if options.quiet else errors + notices, options)
    if errors:
        print(said("to_mend", language, errors=len(errors), notices=len(notices)), file=sys.stderr)
        return 1
    records = sum(1 for _ in knowledge.records())
    print(said("in_order", language, records=records, notices=len(notices)), file=sys.stderr)
    return 0


def _of_pages(root: Path, knowledge: Knowledge) -> list[Problem]:
    from ..site.settings import settings_from  # the data alone is checked in a moment: nothing else is loaded for it
    from ..site.site import Site

    return Site.make(root, knowledge, settings_from(None))[1]


def _tell(found: list[Problem], options: argparse.Namespace) -> None:
    if options.json:
        print(json.dumps([as_dict(one, options.lang) for one in found], ensure_ascii=False, indent=1))
        return
    if options.github:
        _annotate(found, sorted(languages(), key=lambda language: language != options.lang))
        return
    for one in found:
        print(as_line(one, options.lang, colours_wanted(sys.stdout)))


def _annotate(found: list[Problem], speaking: list[str]) -> None:
    """Beside the lines, and all of it in the summary: beside the lines GitHub shows only the first ten of a kind."""
    for one in found:
        print(annotation(one, speaking))
    if found:
        titles = " · ".join(said("to_mend_in_data", language, number=len(found)) for language in speaking)
        summarise(f"### {titles}\n\n{table(found, speaking)}")


def _fix(root: Path, language: str) -> None:
    done = fix(root)
    for one in done:
        print(mended_line(one, language), file=sys.stderr)
    if not done:
        print(said("nothing_mended", language), file=sys.stderr)
