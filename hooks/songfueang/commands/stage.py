"""``songfueang stage``: write the site as plain docs trees that other engines build."""

from __future__ import annotations

import argparse
import os
import sys
from pathlib import Path

from ..knowledge import read
from ..knowledge.problems import Severity
from ..site.settings import settings_from
from ..site.site import Site
from ..site.staging import staged
from ..tool_words import said
from .telling import with_language


def register(subparsers) -> None:
    """Tell the command line about ``stage``."""
    command = subparsers.add_parser("stage", help="write finished Markdown and a configuration for other engines")
    command.add_argument("folder", type=Path, help="where to; it must be empty or not there yet")
    with_language(command)
    command.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """1 when the data or a page has a problem, 2 when the folder holds something already."""
    if options.folder.exists() and (not options.folder.is_dir() or any(options.folder.iterdir())):
        print(said("not_empty", options.lang, folder=options.folder), file=sys.stderr)
        return 2
    knowledge, problems = read(options.root)
    if knowledge is not None:
        site, page_problems = Site.make(options.root, knowledge, settings_from(os.environ.get("SITE_URL")))
        problems = [*problems, *page_problems]
    stopping = [found for found in problems if found.severity is not Severity.NOTICE]
    for found in stopping:
        print(found.told(options.lang), file=sys.stderr)
    if stopping:
        return 1
    files = staged(site, options.root / "docs")
    for name, content in files.items():
        path = options.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
    print(said("staged", options.lang, files=len(files), folder=options.folder), file=sys.stderr)
    return 0
