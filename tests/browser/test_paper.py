"""What comes out of the printer: one sheet for the hand-out, clean pages for the rest, text that can be searched."""

from __future__ import annotations

import io
import shutil
import subprocess

import pytest
from conftest import ROOT, build
from print_handouts import print_handouts, printed
from pypdf import PdfReader

A4 = (595, 842)  # points


@pytest.fixture(scope="module")
def handouts(browser, tmp_path_factory):
    """The PDF files of a site built to have them, by language."""
    folder = tmp_path_factory.mktemp("paper") / "site"
    assert build(ROOT, folder, WITH_PDF="1").returncode == 0
    return {file.name.split(".")[1]: file for file in print_handouts(folder, browser)}


def test_the_handout_fills_one_side_of_a4_in_every_language(handouts, knowledge):
    assert list(handouts) == sorted(knowledge.languages)
    for file in handouts.values():
        (page,) = PdfReader(file).pages
        assert (page.mediabox.width, page.mediabox.height) == pytest.approx(A4, abs=1)


def test_the_handout_is_tagged_and_says_its_language_and_title(handouts):
    for language, file in handouts.items():
        root = PdfReader(file).trailer["/Root"]
        assert root["/MarkInfo"]["/Marked"] and root["/Lang"] == language and "/StructTreeRoot" in root
        assert PdfReader(file).metadata.title


def test_the_page_links_to_its_pdf_only_when_there_is_one(handouts, site):
    for page in (page for page in site if page.path.endswith("handout/")):
        made = handouts[page.language].parent / page.path / "index.html"
        assert f"../handout.{page.language}.pdf" in made.read_text(encoding="utf-8")
        assert ".pdf" not in page.source


@pytest.mark.skipif(not shutil.which("pdftotext"), reason="poppler's pdftotext is not installed")
def test_every_answer_on_the_handout_can_be_searched_for(handouts, knowledge):
    for language, file in handouts.items():
        done = subprocess.run(["pdftotext", "-raw", file, "-"], capture_output=True, text=True, check=True)
        text = _even(done.stdout)
        for question in knowledge.questions.values():
            if question.key:
                for words in [question.ask, *(system.answers[question.id].short for system in knowledge.systems)]:
                    assert _even(words[language]) in text, words[language]


def test_the_handout_has_six_to_eight_rows_three_steps_and_a_line_to_fill_in(site, knowledge):
    for page in (page for page in site if page.path.endswith("handout/")):
        assert 6 <= len(page.tree.xpath("//table//tbody/tr")) <= 8
        assert len(page.tree.xpath("//main//ol[not(ancestor::nav)]/li")) == 3
        assert page.tree.xpath("//*[@class='write-in']") and page.tree.xpath("//*[local-name()='svg' and @class='qr']")
        assert page.tree.xpath("//main//*[@class='handout-foot']//time/@datetime")


@pytest.mark.parametrize("path", ["guides/register-otop/", "en/compare/", "faq/basics/"])
def test_other_pages_print_without_the_furniture_and_with_outside_addresses(browser, server, path):
    page = browser.new_page()
    page.goto(server + path)
    page.emulate_media(media="print")
    for furniture in (".menu", ".languages", ".to-menu", ".crumbs", ".page-foot", "#menu", ".on-this-page", ".mend"):
        shown = [part for part in page.locator(furniture).all() if part.is_visible()]
        assert not shown, furniture
    for link in page.locator("main a[href^='http']").all():
        if link.is_visible():
            after = link.evaluate("link => getComputedStyle(link, '::after').content")
            assert link.get_attribute("href") in after or link.get_attribute("href") == link.inner_text()
    page.close()


def test_a_guide_prints_boxes_to_tick(browser, server):
    page = browser.new_page()
    page.goto(server + "guides/register-otop/")
    page.emulate_media(media="print")
    box = "item => getComputedStyle(item, '::before').borderTopWidth"
    assert {item.evaluate(box) for item in page.locator(".checks > li").all()} == {"2px"}
    page.close()


def test_no_page_prints_wider_than_the_paper(browser, server):
    for path in ("en/guides/register-otop/", "faq/basics/", "sources/"):
        for sheet in PdfReader(io.BytesIO(printed(browser, server + path))).pages:
            assert float(sheet.mediabox.width) == pytest.approx(A4[0], abs=1)


def _even(words: str) -> str:
    return "".join(words.replace("-", "").split())  # a hyphen at the end of a line is not handed out
