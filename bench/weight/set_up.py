"""Build the peers in a throw-away folder: ``python -m bench.weight.set_up`` (see bench/README.md for what it runs).

What cannot be built is left out; the measurement then says so.
"""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import markdown
import yaml
from markupsafe import escape

from bench.weight.peers import FOLDER, HANDWRITTEN, MATERIAL, OURS, STARLIGHT

STAGED = FOLDER / "staged"
STARLIGHT_PROJECT = FOLDER / "starlight"
_FIRST_HEADING = re.compile(r"^# .*\n", re.MULTILINE)
#: All the style of a page by hand.
BY_HAND = (
    "body{max-width:38rem;margin:auto;padding:1rem;font:1.125rem/1.75 system-ui,sans-serif}"
    "table{border-collapse:collapse}td,th{border:1px solid;padding:.3rem;text-align:start;vertical-align:top}"
)
_PAGE = """<!doctype html>
<html lang="{language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1">
<title>{title}</title>
<link rel="stylesheet" href="/style.css">
</head>
<body>
<main>
{content}
</main>
</body>
</html>
"""


def main() -> int:
    """Build what can be built; 1 when something could not."""
    shutil.rmtree(FOLDER, ignore_errors=True)
    FOLDER.mkdir(parents=True)
    missing = 0
    for step in (ours, by_hand, staged, material, starlight):
        try:
            step()
        except (OSError, subprocess.CalledProcessError) as error:
            missing += 1
            print(f"{step.__name__}: {error}", file=sys.stderr)
    return 1 if missing else 0


def ours() -> None:
    """The site as it is published."""
    _run([sys.executable, "-m", "mkdocs", "build", "--strict", "--quiet", "--site-dir", str(OURS.resolve())])


def by_hand() -> None:
    """The same text in plain HTML with one short style sheet, from the Markdown version beside every page."""
    for twin in OURS.rglob("index.md"):
        page = HANDWRITTEN / twin.relative_to(OURS).with_name("index.html")
        page.parent.mkdir(parents=True, exist_ok=True)
        published = twin.with_name("index.html").read_text(encoding="utf-8")
        language = re.search(r'<html lang="([^"]*)"', published).group(1)
        text = twin.read_text(encoding="utf-8")
        title = escape(text.partition("\n")[0].removeprefix("# "))
        content = markdown.markdown(text, extensions=["tables"])
        page.write_text(_PAGE.format(language=language, title=title, content=content), encoding="utf-8")
    (HANDWRITTEN / "style.css").write_text(BY_HAND, encoding="utf-8")


def staged() -> None:
    """Every page as finished Markdown, which the generators below build."""
    _run([sys.executable, "-m", "songfueang", "stage", str(STAGED)])


def material() -> None:
    """Stock Material for MkDocs, with the configuration that was staged."""
    shutil.rmtree(MATERIAL, ignore_errors=True)
    for number, tree in enumerate(_trees()):
        _run([sys.executable, "-m", "mkdocs", "build", "--quiet", "--config-file", str(tree / "mkdocs.yml")])
        shutil.copytree(tree / "site", MATERIAL if number == 0 else MATERIAL / tree.name)


def starlight() -> None:
    """Stock Starlight, brought by npm with a Node.js of its own."""
    shutil.copytree(Path(__file__).parent / "starlight", STARLIGHT_PROJECT, dirs_exist_ok=True)
    locales = {}
    for number, tree in enumerate(_trees()):
        configured = yaml.safe_load((tree / "mkdocs.yml").read_text(encoding="utf-8"))
        names = {other["lang"]: other["name"] for other in configured["extra"]["alternate"]}
        place = "" if number == 0 else tree.name
        locales[place or "root"] = {"label": names[tree.name], "lang": tree.name}
        for file in (tree / "docs").rglob("*.md"):
            copy = STARLIGHT_PROJECT / "src/content/docs" / place / file.relative_to(tree / "docs")
            copy.parent.mkdir(parents=True, exist_ok=True)
            # Starlight puts the title over the page itself
            copy.write_text(_FIRST_HEADING.sub("", file.read_text(encoding="utf-8"), count=1), encoding="utf-8")
    site = {"title": configured["site_name"], "defaultLocale": "root", "locales": locales}
    (STARLIGHT_PROJECT / "site.json").write_text(json.dumps(site, ensure_ascii=False), encoding="utf-8")
    _run(["npm", "install", "--no-audit", "--no-fund", "--loglevel=error"], STARLIGHT_PROJECT)
    _run(["npm", "run", "build"], STARLIGHT_PROJECT)
    shutil.copytree(STARLIGHT_PROJECT / "dist", STARLIGHT)


def _trees() -> list[Path]:
    """The staged trees, the one that belongs to the root first."""
    trees = [path.parent for path in STAGED.glob("*/mkdocs.yml")]
    return sorted(
        trees, key=lambda tree: len(yaml.safe_load((tree / "mkdocs.yml").read_text(encoding="utf-8"))["site_url"])
    )


def _run(command: list[str], folder: Path | None = None) -> None:
    print("$", " ".join(command), flush=True)
    subprocess.run(
        command, cwd=folder, check=True, env={**os.environ, "NO_MKDOCS_2_WARNING": "1"}, stdout=subprocess.DEVNULL
    )


if __name__ == "__main__":
    sys.exit(main())
