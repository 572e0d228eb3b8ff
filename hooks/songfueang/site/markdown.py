"""The Markdown of the data: paragraphs, lists, emphasis and links; raw HTML is shown as text."""

from __future__ import annotations

import re
from functools import lru_cache

from markdown import Markdown
from markupsafe import Markup, escape

_PLAIN = re.compile(r"[^\\`*_{}\[\]()#+!|<>&\n-]*\Z")
_REFUSED_BLOCKS = ("hashheader", "setextheader", "code", "hr", "reference")
_REFUSED_INLINES = ("html", "image_link", "image_reference", "short_image_ref", "autolink", "automail")
_HREF = re.compile(r'href="([^"]*)"')
_OUTSIDE = ("http://", "https://", "mailto:", "tel:")
_TARGET = re.compile(r"(\]\(\s*<?)([^)\s>]+)")


def _converter() -> Markdown:
    converter = Markdown(extensions=["sane_lists"], output_format="html")
    converter.preprocessors.deregister("html_block")
    for name in _REFUSED_BLOCKS:
        converter.parser.blockprocessors.deregister(name)
    for name in _REFUSED_INLINES:
        converter.inlinePatterns.deregister(name)
    return converter


_CONVERTER = _converter()


@lru_cache(maxsize=50_000)
def _html(words: str) -> str:
    if _PLAIN.match(words):
        return f"<p>{escape(words)}</p>"
    return _CONVERTER.reset().convert(words)


def block(words: str, resolve) -> Markup:
    """``words`` as paragraphs and lists. ``resolve("kind:id")`` gives the address of a link inside the site."""

    def href(match: re.Match) -> str:
        target = match.group(1)
        if target.startswith(_OUTSIDE):
            return f'href="{target}" rel="external noopener"'
        return f'href="{escape(resolve(target))}"'

    return Markup(_HREF.sub(href, _html(words)))


def inline(words: str, resolve) -> Markup:
    """``words`` without the paragraph around them, for a place inside a line."""
    html = block(words, resolve)
    if html.startswith("<p>") and html.endswith("</p>") and html.count("<p>") == 1:
        return Markup(html[3:-4])
    return html


def bare(words: str) -> str:
    """``words`` without any Markdown, for titles, descriptions and tables."""
    text = re.sub(r"!?\[([^\]]*)\]\([^)]*\)", r"\1", words)
    text = re.sub(r"^\s*([-*+]|\d+\.)\s+", "", text, flags=re.MULTILINE)
    return " ".join(re.sub(r"[*_`\\]+", "", text).split())


def with_addresses(words: str, resolve) -> str:
    """``words`` as Markdown in which links to records (``kind:id``) lead to the address that ``resolve`` gives."""
    return _TARGET.sub(
        lambda match: match.group() if match.group(2).startswith(_OUTSIDE) else match.group(1) + resolve(match.group(2)),
        words,
    )
