"""``songfueang translations``: texts of which one language changed and its twin did not."""

from __future__ import annotations

import argparse
import sys

from ..editing.github import annotation, cell, summarise
from ..editing.revisions import UnknownRevision, beginning
from ..editing.translations import WAVED, LeftBehind, left_behind_since
from ..knowledge.read import languages_of
from ..tool_words import said
from .telling import with_language


def register(subparsers) -> None:
    """Tell the command line about ``translations``."""
    command = subparsers.add_parser("translations", help="tell which texts changed in one language only")
    command.add_argument("--since", metavar="REV", help="compare with this revision (default: where this branch began)")
    command.add_argument("--github", action="store_true", help="as annotations and a summary of a workflow")
    with_language(command)
    command.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """0 whatever is found: a missing translation is told, it stops nobody. 2 for an unknown revision."""
    try:
        since = options.since or beginning(options.root)
        found = left_behind_since(options.root, since)
    except UnknownRevision as error:
        print(error, file=sys.stderr)
        return 2
    if options.github:
        languages = languages_of(options.root / "data")
        for one in found:
            print(annotation(one.problem(), languages))
        if found:
            summarise(_summary(found))
    else:
        for one in found:
            print(one.problem().told(options.lang))
            for sign, language, words in one.versions():
                print(f"    {sign} {language}: {words}")
    print(said("left_behind", options.lang, texts=len(found), since=since[:12]), file=sys.stderr)
    return 0


def _summary(found: list[LeftBehind]) -> str:
    lines = [
        "### คำแปลที่ยังไม่ได้แก้ตาม · Translations left behind",
        "",
        f"ถ้าแก้แค่คำผิด ให้ใส่บรรทัด `{WAVED}` ในข้อความ commit · "
        f"If you only mended a slip, put the line `{WAVED}` into the commit message.",
        "",
        "| | |",
        "|---|---|",
    ]
    for one in found:
        told = "<br>".join(f"`{sign} {language}` {cell(words)}" for sign, language, words in one.versions())
        lines.append(f"| {one.place.file}:{one.place.line} | {told} |")
    return "\n".join(lines)
