"""Keeping the site where there is no signal: the service worker of readers who asked for it.

The worker is never registered unasked: only the page with ``keep_offline()`` offers it. ``offline: false`` in
``data/site.yml`` publishes, under the same name, a worker that removes what was kept and then itself; the next time a
reader with a signal opens any page, the browser fetches it. Leave that file published until nobody can have the old one.
"""

from __future__ import annotations

import gzip
import json
import re
from hashlib import sha256
from pathlib import Path

from .headers import WORKER
from .site import Site

AMOUNT = "offline.json"
#: Pages, and what they are made of. Data to download, files for machines and pages that begin reports are not kept.
PAGES = ("index.html", "404.html")
PARTS = (".css", ".js", ".svg", ".woff2", ".json")


def files(site: Site, folder: Path) -> dict[str, str]:
    """The worker and how much it keeps, from the published ``folder`` with everything else in it.

    The preview always gets the worker that leaves: a kept copy on this machine would hide what is being edited.
    """
    workers = site.templates.overrides / "workers"
    if site.settings.preview or not site.knowledge.site.offline:
        return {WORKER: (workers / "leave.js").read_text(encoding="utf-8")}
    kept = {_address(name): (folder / name).read_bytes() for name in kept_names(folder)}
    digests = {address: sha256(content).hexdigest()[:8] for address, content in kept.items()}
    amount = {
        "files": len(kept),
        "download": sum(len(gzip.compress(content, 6)) for content in kept.values()),
        "stored": sum(map(len, kept.values())),
    }
    head = f"const FILES = {_json(digests)};\nconst WORDS = {_json(_words(site))};\n"
    return {WORKER: head + (workers / "keep.js").read_text(encoding="utf-8"), AMOUNT: _json(amount)}


def kept_names(folder: Path) -> list[str]:
    """The files of ``folder`` that a reader without a signal needs: every page, and what pages are made of."""
    names = sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file())
    return [
        name
        for name in names
        if name.rpartition("/")[2] in PAGES or (name.startswith("assets/") and name.endswith(PARTS))
    ]


def _address(name: str) -> str:
    return re.sub(r"(^|/)index\.html$", r"\1", name)


def _words(site: Site) -> dict[str, dict[str, str]]:
    """What the worker says over a kept page, by language; ``dates`` is the language tag for its dates."""
    said = {}
    for language in site.knowledge.site.languages:
        view = site.view(site.pages[""], language.code)
        calendar = {"buddhist": "-u-ca-buddhist", "gregorian": "-u-ca-gregory"}[language.calendar]
        tag = language.locale.replace("_", "-")
        said[language.code] = {
            "dates": tag + calendar,
            "notice": str(view.w("offline.notice", date="{date}")),
            "not_kept": str(view.w("offline.not_kept", date="{date}")),
        }
    return said


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
