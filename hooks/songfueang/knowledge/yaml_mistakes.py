"""What an editor most likely did when a file is no YAML: the parser's own words help nobody who is not a programmer.

The parser tells where it stumbled; the mistake often stands earlier: an open quotation mark, a line not finished.
"""

from __future__ import annotations

import re

import yaml

from .places import Place
from .problems import Problem, problem

#: Quotation marks as Word makes them.
CURLY = "“”„‘’"
#: Such marks where straight ones begin a value.
_CURLY_START = re.compile(rf"(?:(?:^|[\s{{,\[])[\w-]+:|^\s*-|[\[,])\s+([{CURLY}])")
_KEY = re.compile(r"^(\s*)(?:- +)?[^\s#'\"{\[][^:]*:(?: |$)")
#: Where a value may begin in straight quotation marks.
_QUOTE_START = re.compile(r"""(?:^|[\s:,\[{(-])(["'])""")
_IN_QUOTES = re.compile(r""""[^"]*"|'[^']*'""")
_CURLY_END = re.compile(rf"[{CURLY}](?=\s*(?:[,}}\]]|$))")
_COLON_AFTER_KEY = re.compile(r"^\s*(?:- +)?[\w-]+:(?=[^\s/])")


class _Lines(list):
    """A file's lines, with empty ones before and behind: the parser counts some more line breaks than editors do."""

    def __getitem__(self, index: int) -> str:
        return super().__getitem__(index) if 0 <= index < len(self) else ""

    def at(self, place: Place) -> str:
        """The character at ``place``."""
        return self[place.line - 1][place.column - 1 : place.column] or "?"


def broken(error: yaml.MarkedYAMLError, text: str, shown: str) -> Problem:
    """The problem behind a parser's ``error``, at the place where it has to be mended."""
    lines = _Lines(text.split("\n"))
    mark = error.problem_mark or error.context_mark
    stumbled = Place(shown, mark.line + 1, mark.column + 1) if mark else Place(shown)
    begun = error.context_mark and Place(shown, error.context_mark.line + 1, error.context_mark.column + 1)
    what, context = error.problem or "", error.context or ""
    for place in filter(None, (begun if "block" not in context else None, stumbled)):
        if curly := _CURLY_START.search(lines[place.line - 1]):
            return problem("curly-quotes", Place(shown, place.line, curly.start(1) + 1))
    if "simple key" in context and begun:
        return _half_line(lines, begun)
    if "quoted scalar" in context and begun:
        return problem("backslash", stumbled) if "escape" in what else _open_quote(lines, begun)
    if "flow" in context and begun:
        return _in_brackets(lines, begun, stumbled)
    if "cannot start any token" in what or context.endswith(("an alias", "an anchor", "a tag", "a directive")):
        return problem("needs-quotes", begun or stumbled, seen=lines.at(begun or stumbled))
    if "mapping values are not allowed" in what:
        return _colon(lines, stumbled)
    if "block" in context:
        return _out_of_place(lines, stumbled)
    said = " ".join(part for part in (what, context) if part)
    return problem("broken-yaml", stumbled, said=said)


def _in_brackets(lines: _Lines, begun: Place, stumbled: Place) -> Problem:
    """Between { } or [ ]: an open quotation mark, a character with a meaning, or a bracket that nothing closes."""
    while begun.line > 1 and not lines[begun.line - 1][begun.column - 1 :].strip():  # at the end of the file
        before = lines[begun.line - 2].rstrip()
        begun = Place(begun.file, begun.line - 1, len(before) + 1)
        if bracket := re.search(r"[{\[][^{}\[\]]*$", before):
            begun = Place(begun.file, begun.line, bracket.start() + 1)
            break
    line = lines[begun.line - 1]
    if begun.line == stumbled.line and stumbled.column <= len(line.rstrip()):
        before = line[: stumbled.column - 1].rstrip()
        if before.endswith(('"', "'")):
            return _quotes_before(lines, stumbled, before)
        if lines.at(stumbled) == ":" and (key := re.search(r"\s([a-z]{2,3})$", before)):
            return problem("missing-comma", Place(begun.file, begun.line, key.start(1) + 1), key=key[1])
        return problem("needs-quotes", stumbled, seen=lines.at(stumbled))
    if (opened := _unclosed(line)) is not None:
        return _open_quote(lines, Place(begun.file, begun.line, opened + 1))
    if hashed := re.search(r"\s(#)", _IN_QUOTES.sub(lambda match: "x" * len(match[0]), line)):
        return problem("hash-in-text", Place(begun.file, begun.line, hashed.start(1) + 1))
    return problem("unclosed-bracket", begun, bracket=lines.at(begun))


def _quotes_before(lines: _Lines, stumbled: Place, before: str) -> Problem:
    """A quotation mark ended a text before ``stumbled``: it closed an earlier one by mistake, or stands inside a text."""
    mark = before[-1]
    opener = before[:-1].rfind(mark)
    if re.search(r"[:,\[{]\s*$", before[:-1]) and opener >= 0:  # it was meant to open
        return _open_quote(lines, Place(stumbled.file, stumbled.line, opener + 1))
    return problem("quote-in-text", stumbled)


def _open_quote(lines: _Lines, place: Place) -> Problem:
    """A quotation mark that nothing closes, or a curly one closes."""
    if curly := _CURLY_END.search(lines[place.line - 1], place.column):
        return problem("curly-quotes", Place(place.file, place.line, curly.start() + 1))
    return problem("unclosed-quote", place)


def _unclosed(line: str) -> int | None:
    """Where a quotation mark opens a value that the line does not close; None when every one is closed."""
    at = 0
    while found := _QUOTE_START.search(line, at):
        end = line.find(found[1], found.end())
        if end < 0:
            return found.start(1)
        at = end + 1
    return None


def _half_line(lines: _Lines, place: Place) -> Problem:
    if found := _COLON_AFTER_KEY.match(lines[place.line - 1]):
        return problem("colon-without-space", Place(place.file, place.line, found.end()))
    return problem("half-line", place, seen=lines[place.line - 1].strip())


def _colon(lines: _Lines, place: Place) -> Problem:
    """A colon where no key can be: in a text without quotes, or in a line that is indented wrongly."""
    line, before = lines[place.line - 1], lines[place.line - 2]
    if re.match(r"\s*-[^\s-]", line):
        return problem("dash-without-space", Place(place.file, place.line, line.index("-") + 1))
    if _KEY.match(line[: place.column - 1]):
        rule = "needs-quotes" if line[place.column :].strip() else "stray-colon"
        return problem(rule, place, seen=":")
    if found := _COLON_AFTER_KEY.match(before):
        return problem("colon-without-space", Place(place.file, place.line - 1, found.end()))
    if re.match(r"\s*-[^\s-]", before):
        return problem("dash-without-space", Place(place.file, place.line - 1, before.index("-") + 1))
    if before.strip() and not _KEY.match(before):
        return problem("half-line", Place(place.file, place.line - 1, _indent(before) + 1), seen=before.strip())
    return problem("wrong-indent", Place(place.file, place.line, _indent(line) + 1))


def _out_of_place(lines: _Lines, place: Place) -> Problem:
    """Something where the next key or item of a record belongs."""
    line = lines[place.line - 1]
    if re.match(r"\s*-[^\s-]", line):
        return problem("dash-without-space", Place(place.file, place.line, line.index("-") + 1))
    if place.column - 1 <= _indent(line):
        return problem("wrong-indent", place)
    if line[place.column - 1 : place.column] in ("}", "]"):
        return problem("stray-bracket", place, bracket=line[place.column - 1])
    for number in range(place.line - 1, max(0, place.line - 40), -1):
        if _odd_quotes(lines[number - 1]) and not _odd_quotes(line):
            return problem("unclosed-quote", Place(place.file, number, lines[number - 1].index('"') + 1))
    return problem("quote-in-text", place)


def _odd_quotes(line: str) -> bool:
    return line.replace('\\"', "").count('"') % 2 == 1


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip(" "))
