"""Spaces at which no line may break, as the languages of the site say."""

import pytest

from songfueang.site.runs import marked
from songfueang.site.typography import Typography


@pytest.mark.parametrize(
    "words",
    ["พ.ศ. 2548", "มาตรา 5", "มาตรา 7 (1)", "1,200 บาท", "2 สำนักงาน", "10.30 น.", "30 มกราคม 2569", "เล็ก ๆ", "ร้อยละ 5", "section 5", "30 January", "1.8 million", "5 stars"],
)  # fmt: skip
def test_what_belongs_together_stays_together(knowledge, words):
    assert " " not in Typography(knowledge.site.languages).kept_together(words)


@pytest.mark.parametrize("words", ["ขึ้นทะเบียน 7 แปลง", "one of 7 groups", "ปี หน้า", "page and 5", "คนละ ครึ่ง"])
def test_other_spaces_may_break(knowledge, words):
    assert Typography(knowledge.site.languages).kept_together(words) == words


def test_a_language_that_names_no_words_still_knows_its_months():
    from songfueang.knowledge.records import Language

    kept_together = Typography([Language(code="de", name="Deutsch", locale="de_DE")]).kept_together
    assert kept_together("5 Juli 2026, Seite 7") == "5\u00a0Juli\u00a02026, Seite 7"


def test_a_range_is_not_broken_after_its_dash(knowledge):
    made = marked("<p>วันที่ 1–30 มกราคม</p>", knowledge.site, "th")
    assert made == '<p>วันที่ <span class="nb">1–30</span>\u00a0มกราคม</p>'


def test_the_prose_of_pages_is_kept_together_like_the_data(knowledge):
    assert marked("<p>ตาม มาตรา 5</p>", knowledge.site, "th") == "<p>ตาม มาตรา\u00a05</p>"
