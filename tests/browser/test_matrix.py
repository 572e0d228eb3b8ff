"""The matrix, used: narrowed down, sent on, on a phone and on paper."""

import re

import pytest
from devices import DESK, NARROW, PHONE


def shown(page) -> list[str]:
    """The ids of the rows that can be seen."""
    return page.eval_on_selector_all(
        ".matrix tbody tr[id]", "rows => rows.filter(row => row.offsetParent).map(row => row.id)"
    )


def test_every_row_is_shown_and_counted_at_first(visit, knowledge):
    page = visit("en/compare/")
    assert shown(page) == list(knowledge.questions)
    assert (
        page.get_by_role("status").first.inner_text()
        == f"{len(knowledge.questions)} of {len(knowledge.questions)} rows shown"
    )


def test_a_subject_narrows_the_rows_and_the_number_is_announced(visit, knowledge):
    page = visit("en/compare/")
    page.get_by_label("Subject").select_option("joining")
    group = next(group for group in knowledge.groups if group.id == "joining")
    assert shown(page) == [question.id for question in group.questions]
    assert page.get_by_role("status").first.inner_text().startswith(f"{len(group.questions)} of ")


def test_only_where_they_differ_leaves_out_the_rows_that_the_data_marks_as_alike(visit, knowledge):
    page = visit("compare/")
    page.get_by_label("เฉพาะข้อที่ต่างกัน").check()
    alike = [question.id for question in knowledge.questions.values() if question.same]
    assert alike
    assert shown(page) == [name for name in knowledge.questions if name not in alike]


@pytest.mark.parametrize(("path", "label", "typed", "row"), [
    ("compare/", "มีคำว่า", "ต้อง มี กี่คน", "how-many-people"),
    ("en/compare/", "Containing the words", "PEOPLE take", "how-many-people"),
])  # fmt: skip
def test_words_are_found_in_any_order_case_and_spacing(visit, path, label, typed, row):
    page = visit(path)
    page.get_by_label(label).fill(typed)
    assert row in shown(page)
    page.get_by_label(label).fill("zzzz")
    assert shown(page) == []


def test_a_narrowed_matrix_stands_in_the_address_and_comes_back_from_it(visit):
    page = visit("en/compare/")
    page.get_by_label("Subject").select_option("money")
    page.get_by_label("Containing the words").fill("buyer")
    page.wait_for_url("**/*q=buyer*")
    again = visit(page.url.split("/kb/")[1])
    assert shown(again) == shown(page) != []
    assert again.get_by_label("Subject").input_value() == "money"
    page.get_by_role("button", name="Show all").click()
    page.wait_for_url(lambda address: "?" not in address)
    assert len(shown(page)) > 50


def test_the_language_switch_keeps_what_was_chosen(visit):
    page = visit("en/compare/")
    page.get_by_label("Subject").select_option("money")
    rows = shown(page)
    page.get_by_role("link", name="ไทย").first.click()
    page.wait_for_url("**/kb/compare/?group=money")
    assert shown(page) == rows


def test_an_unknown_choice_in_the_address_shows_everything(visit, knowledge):
    page = visit("en/compare/?group=nonsense&systems=nobody")
    assert page.wrongs == []
    assert shown(page) == list(knowledge.questions)


def test_a_link_to_a_row_shows_it_even_if_the_choice_hides_it(visit):
    page = visit("en/compare/?group=money#yearly-duty")
    assert "yearly-duty" in shown(page)
    assert page.locator("#yearly-duty").bounding_box()["y"] < DESK["height"]


def test_without_javascript_every_row_is_there_and_no_dead_control(visit, knowledge):
    page = visit("en/compare/", java_script_enabled=False)
    assert page.locator(".matrix tbody tr[id]:visible").count() == len(knowledge.questions)
    assert page.locator("main :is(input, select, button):visible").count() == 0


def test_the_head_and_the_question_stay_in_sight_while_scrolling(visit):
    page = visit("en/compare/")
    page.locator("#removal").scroll_into_view_if_needed()
    page.mouse.wheel(0, 300)
    assert page.locator(".matrix thead th").first.bounding_box()["y"] == pytest.approx(0, abs=1)
    assert page.locator("#removal th").evaluate("head => getComputedStyle(head).position") == "sticky"


def test_a_row_that_is_linked_to_is_not_hidden_under_the_head(visit):
    page = visit("en/compare/#yearly-duty")
    head, row = page.locator(".matrix thead").bounding_box(), page.locator("#yearly-duty").bounding_box()
    page.wait_for_timeout(100)
    assert row["y"] >= head["y"] + head["height"] - 1


@pytest.mark.parametrize("path", ["compare/", "en/compare/"])
def test_on_a_narrow_phone_each_row_is_a_card_without_sideways_scrolling(visit, path):
    page = visit(path, NARROW)
    assert page.evaluate("document.documentElement.scrollWidth") <= NARROW["width"]
    cells = [cell.bounding_box() for cell in page.locator("#who-can-join td").all()]
    assert all(
        later["y"] >= earlier["y"] + earlier["height"] - 1 for earlier, later in zip(cells, cells[1:], strict=False)
    )


@pytest.mark.parametrize("viewport", [PHONE, DESK], ids=["phone", "desk"])
def test_a_screen_reader_finds_a_table_with_rows_and_cells(visit, knowledge, viewport):
    page = visit("en/compare/", viewport)
    heard = page.context.new_cdp_session(page).send("Accessibility.getFullAXTree")["nodes"]
    roles = [node["role"]["value"] for node in heard if "role" in node and not node.get("ignored")]
    assert roles.count("row") >= len(knowledge.questions)
    assert roles.count("cell") >= len(knowledge.questions) * (len(knowledge.systems) + 1)
    assert roles.count("columnheader") == len(knowledge.systems) + 2


def test_with_three_systems_a_reader_chooses_which_stand_side_by_side(visit, three_server):
    page = visit("en/compare/", root=three_server)
    page.get_by_label("Sample cooperative").uncheck()
    assert page.locator("#who-can-join td[data-system]:visible").count() == 2
    page.wait_for_url("**/*systems=*")
    again = visit(page.url.split("/kb/")[1], root=three_server)
    assert again.locator("thead [data-system]:visible").count() == 2
    assert again.locator("tr.group th").first.get_attribute("colspan") == "4"


def test_the_last_system_cannot_be_taken_away(visit, three_server):
    page = visit("en/compare/?systems=otop", root=three_server)
    assert page.get_by_label("OTOP", exact=True).is_disabled()


def test_with_three_systems_nothing_scrolls_sideways(visit, three_server):
    for width in (320, 800, 960, 1280):
        page = visit("compare/", {"width": width, "height": 700}, root=three_server)
        assert page.evaluate("document.documentElement.scrollWidth") <= width, width


def test_two_systems_need_no_choice_of_systems(visit):
    assert visit("en/compare/").locator("[name=systems]").count() == 0


def test_on_paper_it_lies_across_with_its_address_and_sources(visit, server, tmp_path):
    page = visit("en/compare/")
    made = page.pdf(prefer_css_page_size=True)
    boxes = {tuple(float(side) for side in box) for box in re.findall(rb"/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]", made)}
    assert boxes and all(width > height for width, height in boxes)
    page.emulate_media(media="print")
    assert page.locator(".on-paper li").count() > 20
    assert page.locator(".on-paper svg.qr").is_visible()
    assert "https://example.org/kb/en/compare/" in page.locator(".found-again").inner_text()
    assert not page.locator(".controls").is_visible()
    assert page.locator(".matrix thead").evaluate("head => getComputedStyle(head).display") == "table-header-group"


def test_the_address_of_a_row_can_be_copied(visit):
    page = visit("en/compare/", permissions=["clipboard-read", "clipboard-write"])
    page.locator("#yearly-duty").get_by_role("button", name="Copy link").click()
    page.locator("#yearly-duty").get_by_role("button", name="Link copied").wait_for()
    assert page.evaluate("navigator.clipboard.readText()") == "https://example.org/kb/en/compare/#yearly-duty"
