"""Every page is light, asks only its own host, and brings nothing that nobody uses."""

from __future__ import annotations

import re
import tomllib
from fnmatch import fnmatch
from pathlib import Path

from first_view import first_view, kind_of

from songfueang.site.headers import HEADERS, POLICY

LIMITS = tomllib.loads((Path(__file__).parent.parent / "limits.toml").read_text(encoding="utf-8"))

#: Files that no page names, and who asks for them instead.
ASKED_FOR_OTHERWISE = {
    "404.html": "the host, for addresses that do not exist",
    "sw.js": "the script that keeps the site, at the reader's wish",
    "offline.json": "the script that keeps the site",
    "assets/meanings.*.json": "the script that shows what a term means",
    "assets/search-*.json": "the search, at the first query",
    "assets/search-worker.*.js": "the search, at the first query",
    "assets/cards/*.png": "chat programs and social networks, for a link that is shared",
    "sitemap.xml": "search engines, led by robots.txt",
    "robots.txt": "search engines",
    "_headers": "the host, at publishing",
    ".htaccess": "the host, at publishing",
}
#: Parts of the style sheet that no page shows today, and when they are needed.
NEEDED_LATER = {
    "untranslated": "the preview, while a text is not translated yet",
}


def test_every_first_view_keeps_within_its_limit(site):
    too_heavy = {}
    for page in site:
        limit, view = LIMITS["heavier"].get(kind_of(page), LIMITS["ordinary"]), first_view(site, page)
        if view.kilobytes > limit["kilobytes"] or view.requests > limit["requests"]:
            too_heavy[page.path] = round(view.kilobytes, 1), view.requests
    assert too_heavy == {}


def test_every_limit_is_for_a_page_that_exists(site):
    assert set(LIMITS["heavier"]) <= {kind_of(page) for page in site}


def test_nothing_is_fetched_from_another_host(site):
    for page in site:
        for file in first_view(site, page).files:
            if file.suffix == ".css":
                assert not re.findall(r"url\(|@import", file.read_text(encoding="utf-8"))
        assert not page.tree.xpath("//iframe | //object | //embed | //video | //audio | //link[@rel='preconnect']")


def test_the_policy_in_the_page_is_the_one_that_the_host_sends(site):
    assert HEADERS["Content-Security-Policy"].startswith(POLICY + ";")
    for page in site:
        assert page.tree.xpath("//meta[@http-equiv='Content-Security-Policy']/@content") == [POLICY], page.path
    for name in ("_headers", ".htaccess"):
        written = (site.folder / name).read_text(encoding="utf-8")
        assert all(key in written and value in written for key, value in HEADERS.items()), name


def test_only_files_named_by_their_content_are_kept_for_ever(site):
    rules = (site.folder / "_headers").read_text(encoding="utf-8")
    lasting = re.findall(r"^/(\S+)\n  Cache-Control: public, max-age=31536000, immutable$", rules, re.MULTILINE)
    assert any(name.endswith(".css") for name in lasting)
    for name in lasting:
        assert (site.folder / name).is_file() and re.search(r"\.[0-9a-f]{10}\.", name), name


def test_no_script_is_sent_to_a_page_without_what_it_serves(site):
    for page in site:
        assert bool(page.tree.xpath("//*[@data-offline]")) == ("assets/offline." in page.source), page.path


def test_every_published_file_is_named_by_a_page_or_asked_for_by_someone(site):
    named = {target[0] for page in site for address in page.links() if (target := site.target(page, address))}
    files = {file.relative_to(site.folder).as_posix() for file in site.folder.rglob("*") if file.is_file()}
    strays = {name for name in files - named if name.removesuffix("index.html") not in site.pages}
    assert {name for name in strays if not any(fnmatch(name, known) for known in ASKED_FOR_OTHERWISE)} == set()
    assert {known for known in ASKED_FOR_OTHERWISE if not any(fnmatch(name, known) for name in strays)} == set()


def test_every_page_is_linked_from_another_page(site):
    linked = {
        target[0]
        for page in site
        for address in page.tree.xpath("//a/@href")
        if (target := site.target(page, address)) and target[0] != page.path
    }
    assert set(site.pages) - linked == set()


def test_every_class_in_the_style_sheet_is_on_some_page_or_in_some_script(site):
    sheet = next((site.folder / "assets").glob("site.*.css")).read_text(encoding="utf-8")
    styled = set(re.findall(r"\.(-?[a-zA-Z_][\w-]*)", sheet))
    pages = "".join(file.read_text(encoding="utf-8") for file in site.folder.rglob("*.html"))
    shown = {name for names in re.findall(r'class="([^"]*)"', pages) for name in names.split()}
    scripts = "".join(file.read_text(encoding="utf-8") for file in site.folder.rglob("*.js"))
    unused = {name for name in styled - shown if not re.search(rf"\b{re.escape(name)}\b", scripts)}
    assert unused - set(NEEDED_LATER) == set()
