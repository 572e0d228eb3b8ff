"""A page as it is opened from a folder: links name files, scripts find what they fetch, the copy says that it is one."""

from __future__ import annotations

import re
from html import escape, unescape
from pathlib import Path
from posixpath import dirname, join, normpath
from urllib.parse import quote, unquote

from ..addresses import relative
from ..headers import POLICY
from ..site import Site
from .scripts import Scripts

_TAG = re.compile(r"<([a-z][a-z0-9]*)\b[^>]*>")
_ADDRESS = re.compile(r'(?<= )(href|src|action|data-[a-z]+)="([^"#?]*)([^"]*)"')
_OUTSIDE = re.compile(r"[a-z][a-z0-9+.-]*:|//", re.IGNORECASE)
_SCRIPT = re.compile(r'<script defer src="[^"]*"></script>\n?')
#: Attributes with which scripts are told where something is; others that begin with ``data-`` hold words.
_TOLD = {"data-worker", "data-index"}


class Pages:
    """Turns finished pages into pages of the folder; ``needed`` grows by the files that they ask for."""

    def __init__(self, site: Site, folder: Path, pages: set[str], scripts: Scripts):
        """``pages`` are the files of all pages that go along, below ``folder``."""
        self._site, self._folder, self._pages, self._scripts = site, folder, pages, scripts
        self.needed: set[str] = set()

    def opened(self, name: str, html: str) -> str:
        """The page in the file ``name``, fit for a folder."""
        language = re.search(r'<html lang="([^"]*)"', html).group(1)
        useless = self._scripts.useless
        html = _SCRIPT.sub(lambda tag: "" if any(f"{script}\"" in tag.group() for script in useless) else tag.group(), html)
        html = _TAG.sub(lambda tag: self._tag(tag.group(), tag.group(1), name), html)
        html = html.replace(f'content="{POLICY}"', f'content="{POLICY} file:"', 1)
        html = html.replace('data-charset="', 'data-charset="utf-8" data-charset-on-the-web="', 1)
        loader = f'<script defer src="{relative(self._scripts.loader, _folder_of(name))}"></script>\n'
        html = html.replace("<script defer", f"{loader}<script defer", 1)
        return html.replace("<main", f"{self._notice(language)}<main", 1)

    def _tag(self, tag: str, element: str, name: str) -> str:
        meta = element == "link" and 'rel="alternate"' in tag
        return _ADDRESS.sub(lambda found: self._attribute(found, name, meta), tag)

    def _attribute(self, found: re.Match, name: str, meta: bool) -> str:
        attribute, path, rest = found.groups()
        if (attribute.startswith("data-") and attribute not in _TOLD) or not path or _OUTSIDE.match(path):
            return found.group()
        target = normpath(join(dirname(name), unquote(unescape(path))))
        if path.endswith("/") or target in (".", "..") or (self._folder / target).is_dir():
            target = normpath(join(target, "index.html"))
        if target in self._pages or self._scripts.holds(target):
            inside = True
        else:
            inside = not meta and not target.endswith(".html") and (self._folder / target).is_file()
            self.needed |= {target} if inside else set()
        led = quote(relative(target, _folder_of(name))) if inside else self._on_the_web(name, path)
        return f'{attribute}="{escape(led)}{rest}"'

    def _on_the_web(self, name: str, path: str) -> str:
        """The full address of what does not go along."""
        target = normpath(join("/" + dirname(name), unescape(path))).lstrip("/")
        return self._site.settings.site_url + target + ("/" if path.endswith("/") and target else "")

    def _notice(self, language: str) -> str:
        view = self._site.view(self._site.pages[""], language)
        home = f'<a href="{escape(view.absolute())}" rel="external">{escape(view.absolute())}</a>'
        said = str(view.w("takeaway.notice", date="{date}", address="{address}"))
        return f'<div class="kept-notice"><p>{said.format(date=view.date(view.last_checked), address=home)}</p></div>\n'


def _folder_of(name: str) -> str:
    """The folder of a file as addresses write it: with a slash at its end, empty at the root."""
    return f"{dirname(name)}/" if dirname(name) else ""
