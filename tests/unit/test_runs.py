"""Runs of text inside finished HTML: names kept whole, words of another language told."""

import pytest

from songfueang.site.runs import marked


@pytest.fixture
def on_a_thai_page(knowledge):
    return lambda html: marked(html, knowledge.site, "th")


def test_a_name_no_dictionary_knows_is_kept_on_one_line(on_a_thai_page):
    assert '<span class="nb">โอทอป</span>' in on_a_thai_page("<p>ลงทะเบียนโอทอป</p>")


def test_the_words_beside_such_a_name_are_parted_from_it(on_a_thai_page):
    assert on_a_thai_page("<p>โอทอปบอกว่า</p>") == '<p><span class="nb">โอทอป</span><wbr>บอกว่า</p>'
    assert on_a_thai_page("<p>โครงการนวัตวิถี</p>") == '<p>โครงการ<wbr><span class="nb">นวัตวิถี</span></p>'
    assert on_a_thai_page("<p>(โอทอป)</p>") == '<p>(<span class="nb">โอทอป</span>)</p>'


def test_words_of_another_language_say_which(on_a_thai_page):
    assert '<span lang="en">Product Champion</span>' in on_a_thai_page("<p>ชื่อ Product Champion</p>")


def test_thai_words_on_an_english_page_say_which(knowledge):
    assert '<span lang="th">ตำบล</span>' in marked("<p>the tambon (ตำบล)</p>", knowledge.site, "en")


def test_entities_stay_whole(on_a_thai_page):
    assert "Invoice</span> &amp; e-" in on_a_thai_page("<p>ใบ Tax Invoice &amp; e-Receipt</p>")


@pytest.mark.parametrize(
    "html", ["<title>Product Champion</title>", '<a lang="en">English name</a>', '<img alt="Product Champion">']
)
def test_titles_attributes_and_text_that_says_its_language_are_left_alone(on_a_thai_page, html):
    assert on_a_thai_page(html) == html
