"""Which worker is published, and what it keeps."""

from __future__ import annotations

import json
from pathlib import Path

from songfueang.knowledge import read
from songfueang.site.offline import files, kept_names
from songfueang.site.settings import Settings
from songfueang.site.site import Site


def published(root: Path, folder: Path, settings: Settings | None = None) -> dict[str, str]:
    knowledge, _ = read(root)
    site, _ = Site.make(root, knowledge, settings or Settings())
    return files(site, folder)


def test_the_worker_changes_when_a_page_changes_and_not_otherwise(project, tmp_path):
    page = tmp_path / "out" / "index.html"
    page.parent.mkdir()
    page.write_text("one")
    first, again = published(project, page.parent), published(project, page.parent)
    page.write_text("two")
    assert first == again != published(project, page.parent)


def test_switched_off_the_worker_removes_what_was_kept_and_itself(project, change, tmp_path):
    change("data/site.yml", "offline: true", "offline: false")
    worker = published(project, tmp_path)["sw.js"]
    assert "unregister" in worker and "caches.delete" in worker and "fetch" not in worker


def test_the_preview_keeps_nothing(project, tmp_path):
    assert set(published(project, tmp_path, Settings(preview=True))) == {"sw.js"}


def test_pages_and_their_parts_are_kept_but_not_downloads(tmp_path):
    for name in (
        "index.html",
        "faq/index.html",
        "faq/report.html",
        "assets/site.1.css",
        "data/knowledge.json",
        "sitemap.xml",
    ):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text("-")
    assert kept_names(tmp_path) == ["assets/site.1.css", "faq/index.html", "index.html"]


def test_the_amount_counts_every_kept_file(site):
    amount = json.loads((site.folder / "offline.json").read_text(encoding="utf-8"))
    names = [name for name in kept_names(site.folder) if name not in ("sw.js", "offline.json")]
    assert amount["files"] == len(names)
    assert amount["stored"] == sum((site.folder / name).stat().st_size for name in names) > amount["download"]
