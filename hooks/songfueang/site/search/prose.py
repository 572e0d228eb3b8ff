"""The sections of a page written as Markdown: heading by heading, with the words under each."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..markdown import bare

_HEADING = re.compile(r"^##+ +(.+?) *\{ *#([a-z0-9-]+) *\} *$", re.MULTILINE)
_CALL = re.compile(r"\{\{.*?\}\}|\{%.*?%\}|\{##.*?##\}", re.DOTALL)


def sections(markdown: str) -> Iterator[tuple[str, str, str]]:
    """(anchor, heading, words) of every section; calls of macros are left out, as their records are found themselves."""
    parts = _HEADING.split(markdown)
    for heading, anchor, words in zip(parts[1::3], parts[2::3], parts[3::3], strict=True):
        yield anchor, bare(heading), bare(_CALL.sub("", words))
