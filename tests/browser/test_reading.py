"""A reader with a real browser: both languages, phone and desk, no other host, nothing lost on the way."""

import pytest
from devices import DESK, PHONE


@pytest.mark.parametrize("viewport", [PHONE, DESK], ids=["phone", "desk"])
@pytest.mark.parametrize("path", ["", "en/", "compare/", "en/faq/basics/", "guides/yearly-notice/"])
def test_pages_load_without_errors_and_ask_no_other_host(visit, server, path, viewport):
    page = visit(path, viewport)
    assert page.wrongs == []
    assert page.hosts == {server.split("/")[2]}


@pytest.mark.parametrize("viewport", [PHONE, DESK], ids=["phone", "desk"])
def test_the_language_switch_keeps_the_anchor(visit, viewport):
    page = visit("compare/#who-can-join", viewport)
    page.get_by_role("link", name="English").first.click()
    page.wait_for_url("**/en/compare/#who-can-join")
    assert page.locator("html").get_attribute("lang") == "en"
    page.get_by_role("link", name="ไทย").first.click()
    page.wait_for_url("**/kb/compare/#who-can-join")


def test_a_cell_of_the_matrix_leads_to_the_long_answer(visit):
    page = visit("en/compare/")
    page.locator("tr#who-can-join td[data-system] a.short").first.click()
    page.wait_for_url("**/systems/*/#who-can-join")
    assert page.locator("h3#who-can-join").is_visible()


@pytest.mark.parametrize("viewport", [PHONE, DESK], ids=["phone", "desk"])
@pytest.mark.parametrize(("path", "part"), [
    ("systems/otop/", ".answer h3"), ("compare/", "tr[id]"), ("sources/", ".sources > li"), ("en/glossary/", ".glossary > div"),
])  # fmt: skip
def test_a_link_far_down_a_long_page_lands_on_its_place(visit, path, part, viewport):
    name = visit(path).locator(part).nth(-9).get_attribute("id")
    page = visit(f"{path}#{name}", viewport)
    top = page.evaluate("document.getElementById(location.hash.slice(1)).getBoundingClientRect().top")
    assert -1 <= top <= viewport["height"] / 3


@pytest.mark.parametrize("path", ["", "en/compare/", "faq/yearly-duties/", "en/systems/otop/", "glossary/", "choose/"])
def test_nothing_scrolls_sideways_on_a_narrow_phone(visit, path):
    page = visit(path, {"width": 320, "height": 640})
    assert page.evaluate("document.documentElement.scrollWidth") <= 320


def test_everything_is_there_without_javascript(visit, server):
    page = visit("en/compare/", java_script_enabled=False)
    assert page.locator("tr#yearly-duty td").count() >= 3
    page.get_by_role("link", name="ไทย").first.click()
    page.wait_for_url(server + "compare/")


def test_a_term_explains_itself_to_the_pointer_the_keyboard_and_without_javascript(visit, server):
    page = visit("en/systems/otop/")
    term = page.locator("a.term").first
    is_shown = "() => getComputedStyle(document.querySelector('a.term'), '::after').display === 'block'"
    assert not page.evaluate(is_shown)
    term.hover()
    page.wait_for_function(is_shown)
    page.keyboard.press("Escape")
    assert not page.evaluate(is_shown)
    page.mouse.move(0, 0)
    term.focus()
    page.wait_for_function(is_shown)
    bare = visit("en/systems/otop/", java_script_enabled=False)
    bare.locator("a.term").first.click()
    bare.wait_for_url("**/en/glossary/#*")


def test_the_first_tap_shows_a_meaning_and_the_second_follows_it(visit, server):
    page = visit("systems/otop/", PHONE, has_touch=True)
    term = page.locator("a.term").first
    term.tap()
    assert page.url == server + "systems/otop/"
    page.wait_for_function("() => getComputedStyle(document.querySelector('a.term'), '::after').display === 'block'")
    term.tap()
    page.wait_for_url("**/glossary/#*")
