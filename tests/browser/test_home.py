"""The home page on a phone: the answer before the first scroll."""

import pytest
from devices import DESK, PHONE


@pytest.mark.parametrize("path", ["", "en/"])
def test_what_each_is_and_the_three_ways_on_stand_on_one_phone_screen(visit, knowledge, path):
    page = visit(path, PHONE)
    assert page.locator(".hero .card").count() == len(knowledge.systems)
    parts = [*page.locator(".hero .card").all(), page.locator(".hero .both"), *page.locator(".hero .ways a").all()]
    for part in parts:
        box = part.bounding_box()
        assert box["y"] + box["height"] <= PHONE["height"], part.inner_text()
    leads = [link.get_attribute("href") for link in page.locator(".hero .ways a").all()]
    assert leads == ["compare/", "choose/", "faq/"]


@pytest.mark.parametrize("path", ["", "en/"])
def test_the_gears_stand_beside_the_answer_where_there_is_room(visit, path):
    page = visit(path, DESK)
    gears, cards = page.locator(".hero .gears").bounding_box(), page.locator(".hero .essences").bounding_box()
    assert gears["x"] > cards["x"] + cards["width"]
    assert gears["y"] + gears["height"] < DESK["height"]


def test_the_key_questions_and_every_figure_with_its_day_stand_below(visit, knowledge):
    page = visit("en/")
    keys = [question for question in knowledge.questions.values() if question.key]
    assert 6 <= len(keys) <= 8
    shown = page.locator(".key-differences h3").all_inner_texts()
    assert shown == [question.ask["en"] for question in keys]
    days = page.locator("main .as-of time").evaluate_all("times => times.map(time => time.dateTime)")
    dated = [
        answer.as_of.isoformat()
        for system in knowledge.systems
        for name, answer in system.answers.items()
        if knowledge.questions[name].figure and answer.as_of
    ]
    assert sorted(days) == sorted(dated)
    assert days[0] == max(days)
