"""The archive to take away: everything in it leads somewhere, and nothing else notices it."""

from __future__ import annotations

import json
import re
import zipfile
from posixpath import dirname, join, normpath
from urllib.parse import unquote

import pytest
from conftest import SITE_URL
from lxml import html

ADDRESSES = "//a/@href | //link[@rel='stylesheet' or @rel='icon']/@href | //script/@src | //img/@src | //form/@action"


@pytest.fixture(scope="module")
def taken(site) -> dict[str, bytes]:
    """Every file of the archive, by its name below its folder."""
    with zipfile.ZipFile(site.folder / "site.zip") as archive:
        assert archive.testzip() is None
        files = {name: archive.read(name) for name in archive.namelist()}
    assert {name.partition("/")[0] for name in files} == {"songfueang"}
    return {name.partition("/")[2]: content for name, content in files.items()}


@pytest.fixture(scope="module")
def trees(taken):
    return {
        name: html.fromstring(content, parser=html.HTMLParser(encoding="utf-8"))
        for name, content in taken.items()
        if name.endswith(".html")
    }


def test_every_page_is_there(site, trees):
    assert set(trees) == {f"{path}index.html" for path in site.pages}


def test_every_link_names_a_file_that_is_there_and_an_anchor_on_it(taken, trees):
    ids = {name: set(tree.xpath("//@id")) for name, tree in trees.items()}
    broken = []
    for name, tree in trees.items():
        for address in tree.xpath(ADDRESSES):
            if re.match(r"[a-z]+:", address):
                continue
            path, _, anchor = address.partition("#")
            target = normpath(join(dirname(name), unquote(path.partition("?")[0]))) if path else name
            if target not in taken or (anchor and target in ids and unquote(anchor) not in ids[target]):
                broken.append((name, address))
    assert broken == []


def test_what_does_not_go_along_is_named_by_its_full_address(site, trees):
    away = {
        address
        for tree in trees.values()
        for address in tree.xpath("//a/@href")
        if address.startswith(SITE_URL) and "#" not in address
    }
    assert f"{SITE_URL}site.zip" in away
    for address in away:
        assert site.holds(address.removeprefix(SITE_URL)), address


def test_every_page_says_that_it_is_a_copy_and_lets_files_be_loaded(site, trees):
    for name, tree in trees.items():
        assert tree.xpath("//*[@class='kept-notice']//time/@datetime"), name
        assert tree.xpath("//*[@class='kept-notice']//a/@href") == [
            site.url + ("en/" if name.startswith("en/") else "")
        ]
        assert tree.xpath("//meta[@http-equiv='Content-Security-Policy']/@content") == ["default-src 'self' file:"]
        assert tree.xpath("//script[@src]/@src")[0].endswith("assets/folder.js")


def test_the_words_of_a_page_are_those_of_the_published_one(site, trees):
    for path in ("", "compare/", "en/faq/basics/", "offline/"):
        tree = trees[f"{path}index.html"]
        assert " ".join(tree.xpath("string(//main)").replace("\u00a0", " ").split()) == site[path].text


def test_the_search_leads_to_files(taken, trees):
    for name, content in taken.items():
        if re.fullmatch(r"assets/search-[a-z]+\.[0-9a-f]+\.json\.js", name):
            index = json.loads(content.decode().split(", ", 1)[1].removesuffix(");\n"))
            assert {address for address, _ in index["pages"]} <= set(trees)


def test_its_size_is_told_where_it_is_offered(site):
    size = (site.folder / "site.zip").stat().st_size / 1e6
    offering = [page for page in site if page.tree.xpath("//main//a[@download][contains(@href, 'site.zip')]")]
    assert {page.path for page in offering} == {"offline/", "en/offline/"}
    for page in offering:
        (told,) = re.findall(r"([\d.]+) MB", page.tree.xpath("string(//main//p[a[@download]])").replace("\u00a0", " "))
        assert -0.02 < float(told) - size < 0.1
        assert "songfueangtakeaway" not in page.source


def test_nothing_else_notices_it(site):
    for name in ("sitemap.xml", "sw.js", "offline.json", "llms.txt"):
        assert "site.zip" not in (site.folder / name).read_text(encoding="utf-8"), name
    assert "songfueangtakeaway" not in (site.folder / "offline/index.md").read_text(encoding="utf-8")
