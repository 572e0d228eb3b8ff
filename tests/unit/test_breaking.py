"""Text is cut and broken where a reader would pause, in every script."""

import pytest

from songfueang.site.breaking import Breaks

MARKS = "ะัาำิีึืฺุู็่้๊๋์ํๆฯ"


@pytest.fixture(scope="module")
def thai(knowledge) -> Breaks:
    return Breaks.of(knowledge, "th")


@pytest.fixture(scope="module")
def english(knowledge) -> Breaks:
    return Breaks.of(knowledge, "en")


def test_what_fits_is_left_alone(english):
    assert english.cut("A short text.", 20) == "A short text."


def test_whole_sentences_are_kept_without_a_mark_of_omission(english):
    assert english.cut("One sentence stands here. Another follows it.", 35) == "One sentence stands here."


def test_no_sentence_ends_after_an_abbreviation(english):
    words = "The Act, B.E. 2548 (2005), asks for a notice every year within thirty days"
    assert english.cut(words, 40) == "The Act, B.E. 2548 (2005)…"


def test_without_a_sentence_the_cut_is_at_a_comma(english):
    assert english.cut("Do you have seven people, from different families?", 34) == "Do you have seven people…"


def test_without_a_comma_the_cut_is_between_words(english):
    assert english.cut("Whichever wording editors may choose", 25) == "Whichever wording…"


def test_thai_is_cut_at_a_space_or_before_a_linking_word(thai):
    assert thai.cut("จดทะเบียนกลุ่มก่อน แล้วค่อยไปลงทะเบียนสินค้า", 30) == "จดทะเบียนกลุ่มก่อน…"
    assert thai.cut("ลงทะเบียนเป็นผู้ผลิตและลงทะเบียนสินค้าหลายชนิด", 30) == "ลงทะเบียนเป็นผู้ผลิต…"


def test_a_number_stays_with_what_it_counts(thai):
    assert thai.cut("ต้องแจ้งภายในเวลา 30 วัน นับแต่วันสิ้นปี", 20) == "ต้องแจ้งภายในเวลา…"


def test_nothing_is_cut_inside_brackets(thai):
    assert thai.cut("เข้าคัดสรรดาวของปีนี้ (OTOP Product Champion) ให้ได้", 30) == "เข้าคัดสรรดาวของปีนี้…"


@pytest.mark.parametrize("most", [20, 50, 90, 160])
def test_no_text_of_the_data_is_cut_before_a_mark_or_over_its_length(knowledge, thai, most):
    for text in knowledge.texts:
        words = " ".join(text["th"].split())
        said = thai.cut(words, most)
        assert len(said) <= most
        rest = words[len(said.rstrip("…")) :]
        assert not rest or rest[0] not in MARKS, (said, rest[:5])


def test_names_of_the_data_are_never_broken(knowledge, thai):
    for name in [*knowledge.site.unbroken, *(system.name["th"] for system in knowledge.systems)]:
        words = f"อยากให้{name}เติบโต"
        inside = range(words.index(name) + 1, words.index(name) + len(name))
        assert not set(thai.between_words(words)) & set(inside), name


def test_no_place_to_break_stands_before_a_mark(knowledge, thai):
    for text in knowledge.texts:
        words = thai.kept_together(text["th"])
        assert not [words[:place][-20:] for place in thai.between_words(words) if words[place] in MARKS]
