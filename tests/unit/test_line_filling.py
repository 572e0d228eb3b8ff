"""Titles are set in even lines, broken between phrases."""

from songfueang.site.breaking import Breaks
from songfueang.site.line_filling import filled_lines

ENGLISH, THAI = Breaks("en"), Breaks("th", ["ผู้ผลิต"])


def test_a_short_text_stands_on_one_line():
    assert filled_lines("One line", ENGLISH, 20, 3, len)[1] == ["One line"]


def test_lines_are_of_about_the_same_length():
    assert filled_lines("aaaa bbbb cccc dddd", ENGLISH, 15, 2, len)[1] == ["aaaa bbbb", "cccc dddd"]


def test_a_comma_is_a_better_place_than_the_middle():
    assert filled_lines("Get the permit first, then go on", ENGLISH, 22, 2, len)[1] == [
        "Get the permit first,",
        "then go on",
    ]


def test_thai_is_broken_at_its_spaces_and_before_linking_words():
    lines = filled_lines("เทียบกันทีละข้อ ตั้งแต่ต้นจนจบ", THAI, 20, 2, len)[1]
    assert lines == ["เทียบกันทีละข้อ", "ตั้งแต่ต้นจนจบ"]
    lines = filled_lines("ลงทะเบียนเป็นผู้ผลิตและลงทะเบียนสินค้า", THAI, 25, 2, len)[1]
    assert lines == ["ลงทะเบียนเป็นผู้ผลิต", "และลงทะเบียนสินค้า"]


def test_what_does_not_fit_is_said_to_not_fit():
    assert filled_lines("three words here", ENGLISH, 5, 2, len) is None
    assert filled_lines("unbreakable", ENGLISH, 5, 3, len) is None
