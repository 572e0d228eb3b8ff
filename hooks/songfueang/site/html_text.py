"""The words between the tags of finished HTML, one piece at a time."""

from __future__ import annotations

import re
from collections.abc import Callable

_TAG = re.compile(r"(<[^>]*>)")
_OPENS = re.compile(r"<([a-zA-Z][a-zA-Z0-9]*)")

#: Elements that hold plain text only: no element may be put inside them.
PLAIN = frozenset({"script", "style", "title", "desc", "textarea", "option"})


def with_texts(html: str, change: Callable[[str, str], str], left_alone: frozenset[str] = PLAIN) -> str:
    """``html`` with every text replaced by ``change(text, tag before it)``, but inside the elements ``left_alone``.

    ``html`` is well-formed as far as those elements are closed; what ``change`` returns is HTML.
    """
    pieces = _TAG.split(html)
    inside, depth = "", 0  # the element that is left alone, and how many of its name are open
    for index, piece in enumerate(pieces):
        if index % 2:
            opened = _OPENS.match(piece)
            if depth:
                if opened and opened.group(1) == inside and not piece.endswith("/>"):
                    depth += 1
                elif piece.startswith(f"</{inside}>"):
                    depth -= 1
            elif opened and opened.group(1) in left_alone and not piece.endswith("/>"):
                inside, depth = opened.group(1), 1
        elif not depth and piece.strip():
            pieces[index] = change(piece, pieces[index - 1] if index else "")
    return "".join(pieces)
