"""The pictures that are shown with shared links."""

from io import BytesIO

import pytest
from conftest import ROOT
from PIL import Image, ImageChops, features

from songfueang.knowledge.problems import Severity
from songfueang.site import cards, summaries
from songfueang.site.breaking import Breaks
from songfueang.site.card_drawing import HEIGHT, WIDTH, Card, CardDrawing
from songfueang.site.pages import pages
from songfueang.site.palette import palettes

OVERRIDES = ROOT / "overrides"


@pytest.fixture(scope="module")
def drawing(knowledge) -> CardDrawing:
    return CardDrawing(OVERRIDES, knowledge, palettes(OVERRIDES)[0])


@pytest.fixture(scope="module")
def all_pages(knowledge):
    return {page.path: page for page in pages(knowledge, ROOT / "docs")[0]}


@pytest.fixture
def made(knowledge, all_pages, tmp_path):
    """``made(skip=False)``: the cards of the project's pages, kept in an empty folder."""
    (tmp_path / "overrides").symlink_to(OVERRIDES)
    breaks = {language: Breaks.of(knowledge, language) for language in knowledge.languages}
    return lambda skip=False: cards.Cards(tmp_path, knowledge, all_pages, breaks, skip)


def test_every_title_stands_on_its_card_whole(knowledge, all_pages, drawing):
    for page in all_pages.values():
        for language in knowledge.languages:
            breaks = Breaks.of(knowledge, language)
            title = breaks.kept_together(summaries.name(page, language))
            _, lines = drawing._fitted(title, breaks)
            assert "".join(lines).replace(" ", "") == title.replace(" ", ""), title


def test_thai_titles_are_broken_between_phrases_only(knowledge, all_pages, drawing):
    breaks = Breaks.of(knowledge, "th")
    for page in all_pages.values():
        title = breaks.kept_together(summaries.name(page, "th"))
        _, lines = drawing._fitted(title, breaks)
        place = 0
        for line in lines[:-1]:
            place = title.index(line, place) + len(line)
            place += title[place] == " "
            assert place in breaks.between_phrases(title), lines


def test_a_title_of_any_length_gets_a_card(drawing, knowledge):
    breaks = Breaks.of(knowledge, "th")
    for title in ("ก", "วิสาหกิจชุมชน" * 30, "คำ " * 200, "a" * 500):
        with Image.open(BytesIO(drawing.png(Card(title, "", "", "th"), breaks))) as card:
            assert card.size == (WIDTH, HEIGHT)


def test_marks_are_shaped_and_not_set_one_after_another(drawing):
    """Without shaping, a tone mark over a vowel would collide with it, and sara am would push the tone mark aside."""
    font = drawing._font(92)
    assert font.getlength("ที่") == font.getlength("ที") == font.getlength("ท")
    assert font.getlength("น้ำ") == font.getlength("นำ")
    assert font.getbbox("ที่")[1] < font.getbbox("ที")[1]


def test_the_words_are_on_the_card(drawing, knowledge):
    breaks = Breaks.of(knowledge, "en")
    full, empty = (
        Image.open(BytesIO(drawing.png(Card(title, "", "", "en"), breaks))).convert("RGB") for title in ("Title", "")
    )
    left, top, right, bottom = ImageChops.difference(full, empty).getbbox()
    assert 60 <= left < right <= WIDTH - 60
    assert 150 <= top < bottom <= HEIGHT - 60


def test_letters_that_the_font_lacks_are_noticed(drawing):
    assert drawing.lacking("โอทอป Title “x” – 5…") == []
    assert drawing.lacking("ยินดี 欢迎") == ["欢", "迎"]


def test_a_page_whose_letters_the_font_lacks_gets_no_card_and_a_notice(made, monkeypatch):
    monkeypatch.setattr(CardDrawing, "lacking", lambda self, words: ["欢"])
    without = made()
    assert without.files({}) == {}
    assert {(told.rule, told.severity) for told in without.problems} == {("font-lacks", Severity.NOTICE)}


def test_without_text_shaping_the_build_is_told_what_to_install(made, monkeypatch):
    monkeypatch.setattr(features, "check", lambda feature: False)
    (told,) = made().problems
    assert told.severity is Severity.ERROR
    assert "pip install" in told.told("en") and "pip install" in told.told("th")


def test_a_card_is_drawn_once_and_kept(made, all_pages, monkeypatch):
    about = {"about": all_pages["about"]}
    first = made()
    first._cards = {key: card for key, card in first._cards.items() if key[0] == "about"}
    drawn = first.files(about)
    assert len(drawn) == len(first._cards) > 1
    monkeypatch.setattr(CardDrawing, "png", lambda self, card, breaks: pytest.fail("drawn again"))
    second = made()
    second._cards = first._cards
    assert second.files(about) == drawn


def test_a_changed_title_changes_the_cards_name(made, all_pages, monkeypatch):
    before = made().name(all_pages["about"], "en")
    monkeypatch.setattr(summaries, "name", lambda page, language: "Another name")
    assert made().name(all_pages["about"], "en") != before


def test_the_preview_draws_no_cards(made, all_pages):
    preview = made(skip=True)
    assert preview.name(all_pages["about"], "en") is None
    assert preview.files(all_pages) == {}
