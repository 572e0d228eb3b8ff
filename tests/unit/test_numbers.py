"""The same number is the same number, whatever the digits, the calendar or the words that multiply it."""

import pytest

from songfueang.knowledge.rules import numbers


@pytest.fixture(scope="module")
def numbers_in(knowledge):
    """The numbers in some words, in the languages of the site."""
    zeros = {word: count for language in knowledge.site.languages for word, count in language.zeros.items()}
    return lambda words: numbers.numbers_in(words, zeros)


@pytest.mark.parametrize(
    ("thai", "english"),
    [
        ("พ.ศ. 2548", "2005"),
        ("พ.ศ. 2548", "B.E. 2548 (2005)"),
        ("พ.ศ. ๒๕๔๘", "2005"),
        ("สมาชิก ๗ คน", "7 members"),
        ("31 ธันวาคม 2568", "31 December 2025"),
        ("ปี 2560–2562", "2017–2019"),
        ("รายได้ 1.8 ล้านบาท", "an income of 1.8 million baht"),
        ("รายได้ 1.8 ล้านบาท", "an income of 1,800,000 baht"),
        ("รายได้ 1.8 ล้านบาท", "a 1.8-million-baht ceiling"),
        ("วงเงิน 10,000 ล้านบาท", "10 billion baht"),
        ("วงเงิน 1 หมื่นล้านบาท", "10,000 million baht"),
        ("กำไร 3 แสนบาท", "a profit of 300,000 baht"),
        ("5 พันแห่ง", "5 Thousand"),
        ("มาตรา 26/2", "section 26/2"),
        ("ชุดที่ 21", "the 21st House"),
        ("ร้อยละ 0.01", "0.010 per cent"),
    ],
)
def test_these_say_the_same_numbers(numbers_in, thai, english):
    assert numbers_in(thai) == numbers_in(english)


@pytest.mark.parametrize(
    ("thai", "english"),
    [
        ("พ.ศ. 2548", "B.E. 2549"),
        ("พ.ศ. 2548", "2006"),
        ("7 คน", "people"),
        ("1.8 ล้านบาท", "1.8 baht"),
        ("2,548 แห่ง", "2005 places"),
        ("ภายใน 30 มกราคม", "by 31 January"),
        ("10,000 ล้านบาท", "10 million baht"),
    ],
)
def test_these_do_not(numbers_in, thai, english):
    assert numbers_in(thai) != numbers_in(english)


def test_a_word_that_only_begins_like_a_multiplier_multiplies_nothing(numbers_in):
    assert numbers_in("ข้าว 3 พันธุ์") == numbers_in("อาณาจักร 3 ล้านนา") == numbers_in("ข้อ 3 ร้อยละเท่าเดิม") == {"3"}


def test_how_often_a_number_is_said_does_not_matter(numbers_in):
    assert numbers_in("7 คน ต้องครบ 7 คน") == numbers_in("7 people")


def test_numbers_inside_addresses_are_not_read(numbers_in):
    assert numbers_in("ดู[ข่าว](https://example.org/2561/99)และ https://example.org/7") == frozenset()
