"""The whole site from a folder, without any host: unpacked from the archive and opened in a real browser."""

from __future__ import annotations

import io
import re
import zipfile
from urllib.parse import quote

import pytest
from pypdf import PdfReader


@pytest.fixture(scope="module")
def folder(site, tmp_path_factory):
    """What a person has who unpacked the archive, in a folder whose name has spaces and Thai letters."""
    into = tmp_path_factory.mktemp("แฟลช ไดรฟ์")
    with zipfile.ZipFile(site.folder / "site.zip") as archive:
        archive.extractall(into)
    (top,) = into.iterdir()
    return top


@pytest.fixture
def page(browser):
    """A page without a network, with everything on it that the browser complained about."""
    context = browser.new_context(offline=True)
    page = context.new_page()
    page.wrongs = []
    page.on("console", lambda said: page.wrongs.append(said.text) if said.type in ("error", "warning") else None)
    page.on("pageerror", lambda error: page.wrongs.append(str(error)))
    page.on("requestfailed", lambda request: page.wrongs.append(request.url))
    yield page
    context.close()


def found(page) -> list[str]:
    """Where the results lead, once they are there."""
    page.wait_for_selector(".found ol > li")
    return page.eval_on_selector_all(".found ol > li > a", "links => links.map(link => link.href)")


def test_home_links_language_and_search_work_from_a_folder(page, folder):
    page.goto((folder / "index.html").as_uri())
    assert (
        page.evaluate("getComputedStyle(document.querySelector('.site-header')).backgroundColor") != "rgba(0, 0, 0, 0)"
    )
    assert page.locator(".kept-notice time").get_attribute("datetime")

    page.locator("header nav a[href*='compare']").first.click()
    page.wait_for_url("**/compare/index.html")
    assert page.locator("table tbody tr[id]").count() > 10
    page.locator("header input[name=q]").fill("จดวิสาหกิจชุมชนที่ไหน")
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile(r"/search/index\.html\?q="))
    assert "/faq/registering-a-group/index.html#where-to-register-a-group" in found(page)[0]
    page.locator(".found ol > li > a").first.click()
    page.wait_for_url("**/index.html#where-to-register-a-group")
    assert page.locator("#where-to-register-a-group").is_visible()

    page.locator("header .languages a").click()
    page.wait_for_url("**/en/faq/registering-a-group/index.html#where-to-register-a-group")
    assert page.locator("html").get_attribute("lang") == "en"
    page.locator("header input[name=q]").fill("how many people for a group")
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile(r"/en/search/index\.html\?q="))
    assert any("how-many-people" in address for address in found(page)[:5])
    page.locator("main input[name=q]").fill("halal")
    page.wait_for_function("() => document.querySelector('.found ol a')?.href.includes('halal')")
    assert page.wrongs == []


def test_the_whole_text_can_be_searched_and_a_search_can_be_sent_on(page, folder):
    page.goto(f"{(folder / 'search/index.html').as_uri()}?q={quote('โอทอป')}")
    assert found(page)
    page.locator(".whole").click()
    page.wait_for_selector(".whole[hidden]", state="attached")
    assert found(page)
    assert page.wrongs == []


def test_the_matrix_is_narrowed_and_terms_explain_themselves(page, folder):
    page.goto((folder / "en/compare/index.html").as_uri())
    rows = page.locator("table tbody tr[id]:visible").count()
    page.locator("[data-matrix] input[name=q]").fill("tax")
    page.wait_for_function(
        "rows => document.querySelectorAll('table tbody tr[id]:not([hidden])').length < rows", arg=rows
    )
    page.goto((folder / "en/faq/basics/index.html").as_uri())
    page.locator("a.term").first.hover()
    page.wait_for_selector("a.term[data-meaning]")
    assert page.wrongs == []


def test_every_kind_of_page_opens_without_a_complaint(page, folder):
    for path in (
        "choose/",
        "guides/register-otop/",
        "handout/",
        "glossary/",
        "en/sources/",
        "offline/",
        "data/",
        "en/together/",
    ):
        page.goto((folder / path / "index.html").as_uri())
        assert page.locator("h1").is_visible()
    assert page.wrongs == []
    assert not page.locator("[data-offline]").is_visible()


def test_the_handout_still_fills_one_side(page, folder):
    for path in ("handout/", "en/handout/"):
        page.goto((folder / path / "index.html").as_uri())
        assert len(PdfReader(io.BytesIO(page.pdf(prefer_css_page_size=True))).pages) == 1
