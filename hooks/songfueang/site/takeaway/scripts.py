"""What scripts fetch on the web, as scripts: a page from a folder may load those."""

from __future__ import annotations

import json
from pathlib import Path

from rjsmin import jsmin

from ..explanations import files as meanings
from ..site import Site

#: Calls of this function in the loader (overrides/folder/loader.js) hand a file over to whoever asked for it.
_HANDED = "fromFolder"


class Scripts:
    """The files below ``assets/`` that no page names and that scripts ask for: data, and the worker that searches."""

    def __init__(self, site: Site, folder: Path):
        self._site = site
        self.loader = "assets/folder.js"
        #: Scripts that have nothing to do in a folder: nobody needs to keep what is at hand.
        self.useless = {site.assets.sent("offline.js")}
        self._names = {*meanings(site.explanations), *site.searching.files(), *site.assets.workers.values()}

    def holds(self, name: str) -> bool:
        """Whether ``name`` is one of them."""
        return name in self._names

    def files(self) -> dict[str, str]:
        """Each under its name with ``.js`` behind it, and the loader."""
        made = {self.loader: jsmin((self._site.templates.overrides / "folder/loader.js").read_text(encoding="utf-8"))}
        for name, content in meanings(self._site.explanations).items():
            made[f"{name}.js"] = _handed(name, content)
        for name, content in self._site.searching.files_with(lambda address: f"{address}index.html").items():
            made[f"{name}.js"] = _handed(name, json.dumps(content, ensure_ascii=False, separators=(",", ":")))
        for name in self._site.assets.workers.values():
            made[f"{name}.js"] = _handed(name, f"(self) => {{\n{self._site.assets.files[name]}\n}}")
        return made


def _handed(name: str, value: str) -> str:
    return f"{_HANDED}({json.dumps(name.rpartition('/')[2])}, {value});\n"
