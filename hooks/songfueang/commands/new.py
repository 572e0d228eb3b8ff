"""``songfueang new``: write a record to be filled in, in every language, where it belongs."""

from __future__ import annotations

import argparse
import sys
from typing import Any, get_args, get_origin

from ..editing.adding import KINDS, add
from ..editing.skeleton import UnknownKey, kind_of
from ..knowledge.layout import SHELVES
from ..knowledge.problems import Failed, Severity, problem
from ..knowledge.problems import suggestion as near
from ..tool_words import said
from .telling import with_language

_EXAMPLES = """examples:
  songfueang new faq can-a-temple-join --in people-and-groups
  songfueang new term processing-house --set term.th=โรงแปรรูป --set "term.en=processing house"
  songfueang new source food-act --set kind=law --set url=https://example.org/act --set published=1979-05-08
"""


def register(subparsers) -> None:
    """Tell the command line about ``new``."""
    command = subparsers.add_parser(
        "new",
        help="write a new record to be filled in",
        epilog=_EXAMPLES,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    command.add_argument("kind", choices=KINDS, help=", ".join(KINDS), metavar="kind")
    command.add_argument("id", help="short Latin words joined by hyphens that say what it is")
    command.add_argument(
        "--in", dest="parent", metavar="ID", help="the topic, guide, relation or group that it goes into"
    )
    command.add_argument(
        "--set", dest="values", action="append", default=[], metavar="KEY=VALUE",
        help="fill a key in at once: ask.th=…, cite=source-a,source-b",
    )  # fmt: skip
    command.add_argument("--bare", action="store_true", help="only what must be there, without comments")
    with_language(command)
    command.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """0 when written, 1 when the id is taken or its parent is missing, 2 for a key that there is not."""
    try:
        given = _given(options)
        place = add(options.root, options.kind, options.id, options.parent, given, not options.bare)
    except UnknownKey as error:
        print(said("no_such_key", options.lang, name=error.key, near=near(error.key, error.known, 20)), file=sys.stderr)
        return 2
    except Failed as failure:
        for found in failure.problems:
            print(found.told(options.lang), file=sys.stderr)
        return 1
    print(problem("new-record", place, Severity.NOTICE).told(options.lang))
    return 0


def _given(options: argparse.Namespace) -> dict[str, Any]:
    """The values of ``--set`` as a tree. Raises UnknownKey."""
    chosen = KINDS[options.kind]
    record = chosen.inner or next(shelf.record for shelf in SHELVES if shelf.name == chosen.shelf)
    _refuse_bad_id(options)
    given: dict[str, Any] = {}
    for setting in options.values:
        key, _, value = setting.partition("=")
        path = key.split(".")
        wanted = kind_of(record, path)
        here = given
        for part in path[:-1]:
            here = here.setdefault(part, {})
        as_list = get_origin(wanted) is list and bool(get_args(wanted))
        here[path[-1]] = [one.strip() for one in value.split(",") if one.strip()] if as_list else value
    return given


def _refuse_bad_id(options: argparse.Namespace) -> None:
    from pydantic import TypeAdapter, ValidationError

    from ..knowledge.places import Place
    from ..knowledge.records.base import Id

    try:
        TypeAdapter(Id).validate_python(options.id)
    except ValidationError:
        raise Failed([problem("not-an-id", Place(f"songfueang new {options.kind}"), value=options.id)]) from None
