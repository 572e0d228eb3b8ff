"""The helper as a reader walks through it, with no script at all."""

import pytest
from devices import PHONE


@pytest.fixture
def walk(visit, knowledge):
    """Open the helper on a phone without a script and give the first answer again and again; gives the page at its result."""

    def walked(language: str):
        root = "" if language == knowledge.languages[0] else f"{language}/"
        page = visit(f"{root}choose/", PHONE, java_script_enabled=False)
        page.locator(".start a").click()
        asked = []
        while page.locator(".options:visible").count():
            assert page.locator(".options:visible").count() == 1
            asked.append((page.locator("h1").inner_text(), page.locator(".options:visible strong").first.inner_text()))
            page.locator(".options:visible a").first.click()
        return page, asked

    return walked


@pytest.mark.parametrize("number", [0, 1])
def test_every_page_shows_the_answers_given_so_far(walk, knowledge, number):
    page, asked = walk(knowledge.languages[number])
    shown = page.locator("ol.so-far:visible li")
    assert [(line.locator("a").inner_text(), line.locator("strong").inner_text()) for line in shown.all()] == asked


def test_back_leads_to_the_last_question_with_the_answers_before_it(walk, knowledge):
    page, asked = walk(knowledge.languages[0])
    page.locator(".way:visible .start-again a").first.click()
    assert page.locator("h1").inner_text() == asked[-1][0]
    assert page.locator("ol.so-far:visible li").count() == len(asked) - 1


def test_a_question_opened_from_outside_claims_no_answers_and_can_be_answered(visit, knowledge):
    later = knowledge.choose.questions[1]
    page = visit(f"choose/{later.id}/", PHONE, java_script_enabled=False)
    assert page.locator(".so-far:visible").count() == 0
    assert page.locator(".options:visible a").count() == len(later.options)


def test_the_question_itself_is_in_sight_whichever_way_the_reader_came(visit, knowledge):
    question = knowledge.choose.questions[1]
    page = visit(f"choose/{knowledge.choose.questions[0].id}/", PHONE)
    page.locator(f".options:visible a[href*='{question.id}']").first.click()
    page.wait_for_url("**#via-*")
    assert page.locator("h1").bounding_box()["y"] >= 0
