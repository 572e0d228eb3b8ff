"""The glossary in the text: the first use of a term leads to its meaning, in Thai as in English."""

import pytest

from songfueang.site.explanations import Explanations


@pytest.fixture(scope="module")
def thai(knowledge):
    return lambda html: Explanations(knowledge, "th").put_into(html, "../glossary/")


@pytest.fixture(scope="module")
def english(knowledge):
    return lambda html: Explanations(knowledge, "en").put_into(html, "../glossary/")


def test_a_thai_term_inside_unspaced_text_is_explained(thai):
    html = thai("<p>กลุ่มที่เป็นนิติบุคคลแล้ว</p>")
    assert '<a class="term" href="../glossary/#juristic-person">' in html
    assert ">นิติบุคคล</a>แล้ว" in html


def test_only_the_first_use_on_a_page_is_explained(english):
    html = english("<p>A juristic person is one thing.</p><p>Another juristic person is not.</p>")
    assert html.count('class="term"') == 1
    assert html.index('class="term"') < html.index("Another")


def test_a_term_inside_a_longer_word_is_not_a_term(thai):
    assert 'href="../glossary/#star"' not in thai("<p>ดาวน์โหลดแบบฟอร์ม</p>")


@pytest.mark.parametrize("element", ["h2", "a", "code", "th", "summary"])
def test_headings_links_and_code_are_left_alone(english, element):
    html = f"<{element}>juristic person</{element}>"
    assert english(html) == html


def test_the_longest_term_wins(thai):
    html = thai("<p>เครือข่ายวิสาหกิจชุมชนช่วยสมาชิก</p>")
    assert ">เครือข่ายวิสาหกิจชุมชน</a>" in html


@pytest.mark.parametrize("language", ["th", "en"])
def test_meanings_are_plain_words_and_short_enough_for_a_note(knowledge, language):
    meanings = Explanations(knowledge, language).meanings
    assert len(meanings) == len(knowledge.terms)
    for meaning in meanings.values():
        assert 0 < len(meaning) <= 222
        assert not set(meaning) & set("<>*[]")
