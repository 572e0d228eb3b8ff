"""What an editor most likely did when the call of a macro goes wrong: the template engine's words are for programmers."""

from __future__ import annotations

import re
from collections.abc import Callable

from jinja2 import TemplateSyntaxError, UndefinedError

from ..knowledge.places import Place
from ..knowledge.problems import Problem, problem, suggestion
from ..knowledge.yaml_mistakes import CURLY

_UNDEFINED = re.compile(r"'(\w+)' is undefined")
#: A tag that opens a block and one that closes it: the word after ``{%``.
_TAG = re.compile(r"{%-?\s*(end)?(\w+)")
_BLOCKS = {"if", "for", "macro", "call", "filter", "block", "with", "raw", "autoescape"}
_ARGUMENTS = re.compile(r"macro '(\w+)'|parameter '\w+'")


class NotCalled(Exception):
    """The name of a macro stands in a page without the brackets that call it."""

    def __init__(self, name: str):
        super().__init__(name)
        self.name = name


def in_page(error: Exception, text: str, place: Place, macros: list[str], form: Callable[[str], str]) -> Problem | None:
    """The mistake in the ``text`` of a page behind ``error``; ``form`` tells how a macro is called.

    None when the mistake is not one of the page.
    """
    if isinstance(error, TemplateSyntaxError):
        return _syntax(text, place)
    lines = text.split("\n")
    line = lines[place.line - 1] if place.line <= len(lines) else ""
    if isinstance(error, NotCalled):
        return problem("call-without-brackets", place, name=error.name, form=form(error.name))
    if isinstance(error, UndefinedError) and (unknown := _UNDEFINED.match(str(error))):
        name = unknown[1]
        return problem("unknown-call", _at(name, line, place), name=name, nearest=suggestion(name, macros, most=40))
    if isinstance(error, (UndefinedError, TypeError)) and (told := _ARGUMENTS.search(str(error))):
        called = told[1] or next((name for name in re.findall(r"\w+(?=\()", line) if name in macros), "")
        if called:
            return problem("wrong-arguments", _at(called, line, place), name=called, form=form(called), said=error)
    return None


def _syntax(text: str, place: Place) -> Problem:
    """The last call that opens before the place where the engine stumbled is the one that is not as it should be, or the
    block that is still open at the end of the page."""
    lines = text.split("\n")
    upto = "\n".join(lines[: place.line])
    opened = max(upto.rfind("{{"), upto.rfind("{%"))
    if (block := _open_block(text)) is not None and text.find("}", opened) >= 0:
        opened = block
    closed = text.find("}}", opened)
    if opened < 0:
        return problem("call-not-finished", place)
    begun = Place(place.file, upto.count("\n", 0, opened) + 1, opened - upto.rfind("\n", 0, opened))
    call = text[opened : closed if closed >= 0 else len(upto)]
    if curly := re.search(f"[{CURLY}]", call.split("\n")[0]):
        return problem("curly-quotes", Place(begun.file, begun.line, begun.column + curly.start()))
    return problem("call-not-finished", begun)


def _open_block(text: str) -> int | None:
    """Where the last block begins that no tag closes; None when every one is closed."""
    opened: list[tuple[str, int]] = []
    for tag in _TAG.finditer(text):
        closes, word = tag.groups()
        if closes and opened and opened[-1][0] == word:
            opened.pop()
        elif not closes and word in _BLOCKS:
            opened.append((word, tag.start()))
    return opened[-1][1] if opened else None


def _at(name: str, line: str, place: Place) -> Place:
    return Place(place.file, place.line, max(line.find(name) + 1, 1))
