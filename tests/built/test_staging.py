"""``songfueang stage``: an engine that knows nothing of this one publishes the same pages with the same text."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from built_site import BuiltPage, BuiltSite
from conftest import ROOT, SITE_URL

from songfueang.cli import main


@pytest.fixture(scope="module")
def staged(tmp_path_factory) -> Path:
    """The site as plain docs trees."""
    folder = tmp_path_factory.mktemp("staged") / "trees"
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SITE_URL", SITE_URL)
        patch.setenv("REPO_URL", "https://github.com/example/songfueang")
        assert main(["--root", str(ROOT), "stage", str(folder)]) == 0
    return folder


@pytest.fixture(scope="module")
def republished(staged, knowledge) -> BuiltSite:
    """Those trees as a stock MkDocs with its Material theme publishes them."""
    for language in knowledge.languages:
        done = subprocess.run(
            [
                sys.executable,
                "-m",
                "mkdocs",
                "build",
                "--strict",
                "--quiet",
                "-f",
                str(staged / language / "mkdocs.yml"),
            ],
            cwd=staged,
            env={name: value for name, value in os.environ.items() if name != "PYTHONPATH"}
            | {"NO_MKDOCS_2_WARNING": "1"},
            capture_output=True,
            text=True,
        )
        assert done.returncode == 0, done.stdout + done.stderr
    first, *others = knowledge.languages
    for language in others:
        shutil.copytree(staged / language / "site", staged / first / "site" / language)
    return BuiltSite(staged / first / "site", SITE_URL)


#: What the site's own frame puts around the content of a page, and what only the published site has.
FRAME = ".//p[@class='on-paper' or @class='takeaway'] | " + " | ".join(
    f".//*[contains(@class, '{name}')]" for name in ("crumbs", "page-share", "how-to-cite", "page-foot")
)


def said(page: BuiltPage, where: str) -> str:
    """What is read in a part of a page, without the frame's ways around and without spaces."""
    part = page.tree.xpath(where)[0]
    for frame in part.xpath(FRAME):
        frame.drop_tree()
    return "".join(part.text_content().replace("\u00a0", "").split())


def test_the_configuration_names_no_hook_and_no_plugin(staged, knowledge):
    for language in knowledge.languages:
        text = (staged / language / "mkdocs.yml").read_text(encoding="utf-8")
        assert "hooks" not in text
        assert "plugins" not in text
        assert "custom_dir" not in text


def test_the_same_pages_are_there(republished, site):
    assert set(republished.pages) == set(site.pages)


def test_every_page_says_the_same(republished, site):
    differing = []
    for path in site.pages:
        ours = said(BuiltPage(path, site[path].file), "//main")
        theirs = said(republished[path], "//article[contains(@class, 'md-content__inner')]")
        assert ours, path
        if ours != theirs:
            first = next((at for at, pair in enumerate(zip(ours, theirs, strict=False)) if pair[0] != pair[1]), 0)
            differing.append((path, ours[first : first + 60], theirs[first : first + 60]))
    assert differing == []


def test_the_same_anchors_are_there(republished, site):
    for path in site.pages:
        ours = {
            name for name in site[path].tree.xpath("//main/*/descendant-or-self::*/@id") if not name.startswith("__")
        }
        assert ours <= set(republished[path].ids), path


def test_links_inside_the_pages_lead_somewhere(republished):
    broken = []
    for page in republished:
        for address in page.tree.xpath("//article//a/@href"):
            target = republished.target(page, address)
            if target is None:
                continue
            path, anchor = target
            if not republished.holds(path) or (
                anchor and path in republished.pages and anchor not in republished[path].ids
            ):
                broken.append((page.path, address))
    assert broken == []


def test_a_folder_that_holds_something_is_left_alone(tmp_path, capsys):
    (tmp_path / "mine.txt").write_text("mine", encoding="utf-8")
    assert main(["--root", str(ROOT), "stage", str(tmp_path)]) == 2
    assert [path.name for path in tmp_path.iterdir()] == ["mine.txt"]


def test_data_with_a_problem_is_told_and_nothing_is_written(project, change, tmp_path_factory, capsys):
    change("data/faq/basics.yml", "name:", "nmae:")
    folder = tmp_path_factory.mktemp("unwritten") / "trees"
    assert main(["--root", str(project), "stage", str(folder)]) == 1
    assert "data/faq/basics.yml:" in capsys.readouterr().err
    assert not folder.exists()
