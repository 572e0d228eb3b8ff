"""A page as it is opened from a folder: links name files, scripts find what they fetch, the copy says that it is one."""

from __future__ import annotations

import re
from functools import cache
from html import escape, unescape
from pathlib import Path
from posixpath import dirname, join, normpath
from urllib.parse import quote, unquote, urljoin

from ..addresses import relative
from ..headers import POLICY
from ..site import Site
from .scripts import Scripts

_TAG = re.compile(r"<([a-z][a-z0-9]*)\b[^>]*>")
_ADDRESS = re.compile(r'(?<= )(href|src|action|data-[a-z]+)="([^"#?]*)([^"]*)"')
_OUTSIDE = re.compile(r"[a-z][a-z0-9+.-]*:|//", re.IGNORECASE)
_SCRIPT = re.compile(r'<script defer src="[^"]*"></script>\n?')
_CHARSET = re.compile(r'data-charset="[^"]*"')
#: Attributes with which scripts are told where something is; others that begin with ``data-`` hold words.
_TOLD = {"data-worker", "data-index"}


class Pages:
    """Turns finished pages into pages of the folder; ``needed`` grows by the files that they ask for."""

    def __init__(self, site: Site, folder: Path, pages: set[str], scripts: Scripts):
        """``pages`` are the files of all pages that go along, below ``folder``."""
        self._site, self._folder, self._pages, self._scripts = site, folder, pages, scripts
        self.needed: set[str] = set()
        self._led = cache(self._lead)  # menus lead from every page to the same places

    def opened(self, name: str, html: str) -> str:
        """The page in the file ``name``, fit for a folder."""
        language = re.search(r'<html lang="([^"]*)"', html).group(1)
        here, useless = f"{dirname(name)}/".lstrip("/"), self._scripts.useless
        html = _SCRIPT.sub(lambda tag: "" if any(f"{script}\"" in tag.group() for script in useless) else tag.group(), html)
        html = _TAG.sub(lambda tag: self._tag(tag.group(), tag.group(1), here), html)
        html = html.replace(f'content="{POLICY}"', f'content="{POLICY} file:"', 1)
        html = _CHARSET.sub('data-charset="utf-8"', html, count=1)
        loader = f'<script defer src="{relative(self._scripts.loader, here)}"></script>\n'
        html = html.replace("<script defer", f"{loader}<script defer", 1)
        return html.replace("<main", f"{self._notice(language)}<main", 1)

    def _tag(self, tag: str, element: str, here: str) -> str:
        meta = element == "link" and 'rel="alternate"' in tag
        return _ADDRESS.sub(lambda found: self._attribute(found, here, meta), tag)

    def _attribute(self, found: re.Match, here: str, meta: bool) -> str:
        attribute, path, rest = found.groups()
        if (attribute.startswith("data-") and attribute not in _TOLD) or not path or _OUTSIDE.match(path):
            return found.group()
        return f'{attribute}="{escape(self._led(here, unescape(path), meta))}{rest}"'

    def _lead(self, here: str, path: str, meta: bool) -> str:
        """Where ``path``, as a page in the folder ``here`` names it, leads: to a file, or else to the published site."""
        target = normpath(join(here, unquote(path)))
        if path.endswith("/") or (self._folder / target).is_dir():
            target = normpath(join(target, "index.html"))
        if target in self._pages or self._scripts.holds(target):
            return quote(relative(target, here))
        if not meta and not target.endswith(".html") and (self._folder / target).is_file():
            self.needed.add(target)
            return quote(relative(target, here))
        return urljoin(self._site.settings.site_url + here, path)

    def _notice(self, language: str) -> str:
        view = self._site.view(self._site.pages[""], language)
        home = f'<a href="{escape(view.absolute())}" rel="external">{escape(view.absolute())}</a>'
        said = str(view.w("takeaway.notice", date="{date}", address="{address}"))
        return f'<div class="kept-notice"><p>{said.format(date=view.date(view.last_checked), address=home)}</p></div>\n'
