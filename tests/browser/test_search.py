"""The site's own search, typed into the real page."""

from __future__ import annotations

import json
import re
import unicodedata
from pathlib import Path
from urllib.parse import quote

import pytest
import yaml

ROOT = Path(__file__).resolve().parents[2]
VECTORS = yaml.safe_load((ROOT / "tests" / "normal_form.yml").read_text(encoding="utf-8"))
HOSTILE = {
    "5,000 letters": "วิสาหกิจชุมชน" * 385,
    "spaces": "     ",
    "a tone mark": "\u0e48",
    "regular expression": ".*+?^${}()|[]\\ (?=a)(",
    "HTML": "<img src=x onerror=alert(1)><script>alert(2)</script>",
    "emoji": "😀🐘👨‍👩‍👧",
    "directions": "\u202eโอทอป\u202c\u2066otop\u2069",
    "template": "{{7*7}} ${7*7} %s %00",
    "marks alone": "\u0e31\u0e34\u0e48\u0e4d" * 50,
}


@pytest.fixture
def page(browser):
    """A page that fails the test when it says anything in the console."""
    context = browser.new_context(viewport={"width": 360, "height": 740})
    page = context.new_page()
    page.said = []
    page.on("console", lambda message: page.said.append(message.text))
    page.on("pageerror", lambda error: page.said.append(str(error)))
    page.on("dialog", lambda dialog: page.said.append(dialog.message) or dialog.dismiss())
    yield page
    context.close()


def found(page) -> list[str]:
    """Addresses of the results, once the answer to what was typed is there."""
    page.wait_for_function("() => /[0-9“]/.test(document.querySelector('[role=status]').textContent)")
    return page.eval_on_selector_all(".found ol > li > a", "links => links.map(link => link.pathname + link.hash)")


def ends(addresses: list[str], *wanted: str) -> bool:
    return any(address.endswith(end) for address in addresses for end in wanted)


def test_the_form_in_the_header_leads_to_the_answer(page, server):
    page.goto(server + "faq/basics/")
    page.locator("header input[name=q]").fill("จดวิสาหกิจชุมชนที่ไหน")
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile(r"/search/\?q="))
    assert ends(found(page)[:1], "/faq/registering-a-group/#where-to-register-a-group")
    assert page.said == []


def test_nothing_is_fetched_for_searching_before_the_first_query(page, server):
    asked = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(server + "search/")
    page.wait_for_timeout(300)
    assert not [address for address in asked if "search-" in address]
    page.locator("main input[name=q]").fill("โอทอป")
    found(page)
    fetched = [address for address in asked if "search-" in address]
    assert len(fetched) == 2, fetched  # the worker, and the small index of this language


@pytest.mark.parametrize("typed", ["โอท็อป", "โอทอป", "otop", "OTOP", "โอท๊อป", "O.T.O.P.", "ＯＴＯＰ"])
def test_one_thing_is_found_however_it_is_spelt(page, server, typed):
    page.goto(server + "search/?q=" + quote(typed))
    assert ends(found(page)[:3], "/systems/otop/", "/glossary/#otop")


def test_text_that_is_put_in_without_a_key_is_searched(page, server):
    page.goto(server + "search/")
    page.evaluate(
        """() => { const box = document.querySelector('main input[name=q]'); box.value = 'ดาวหมดอายุไหม';
        box.dispatchEvent(new InputEvent('input', {inputType: 'insertFromPaste'})); }"""
    )
    assert ends(found(page)[:3], "#do-stars-last", "/systems/otop/#how-long-a-grade-lasts")


def test_the_address_says_what_is_asked_and_goes_back(page, server):
    page.goto(server + "search/?q=" + quote("ฮาลาล"))
    assert ends(found(page)[:3], "/glossary/#halal")
    box = page.locator("main input[name=q]")
    assert box.input_value() == "ฮาลาล"
    box.fill("สห")
    page.wait_for_function("() => decodeURIComponent(location.search).includes('สห')")
    box.fill("สหกรณ์")
    page.wait_for_function("() => decodeURIComponent(location.search).includes('สหกรณ์')")
    box.press("Enter")
    page.go_back()
    page.wait_for_function("() => document.querySelector('main input[name=q]').value === 'ฮาลาล'")


def test_the_question_goes_along_to_the_other_language(page, server):
    page.goto(server + "search/?q=OTOP")
    found(page)
    for link in (".other-language", "header .languages a"):
        assert page.locator(link).evaluate("link => link.search") == "?q=OTOP"
    page.locator(".other-language").click()
    page.wait_for_url(re.compile("/en/search/"))
    assert all("/en/" in address for address in found(page))


def test_what_is_asked_in_the_other_language_is_said_to_be_there(page, server):
    page.goto(server + "en/search/?q=" + quote("ปุ๋ยหมัก"))
    page.wait_for_function("() => document.querySelector('.other-language')?.checkVisibility()")
    assert page.locator(".other-language").get_attribute("hreflang") == "th"


def test_marks_never_split_a_letter_from_its_vowel_or_tone(page, server):
    joins = re.compile("[\u0e31\u0e33-\u0e3a\u0e45\u0e47-\u0e4e\u0e30\u0e32]")
    for query in ("ผ้า", "น้ำ", "จดทะเบีย", "วิสาหกิจ", "เครื่", "ท่องเที่ยว", "ประเมิณ", "อย"):
        page.goto(server + "search/?q=" + quote(query))
        found(page)
        pieces = page.eval_on_selector_all(
            ".found ol li > a, .found ol li > p",
            "all => all.map(one => [...one.childNodes].map(node => node.textContent))",
        )
        for before, after in ((b, a) for line in pieces for b, a in zip(line, line[1:], strict=False) if a and b):
            assert not joins.match(after), (query, before[-9:], after[:9])
            assert not re.search("[\u0e40-\u0e44]$", before), (query, before[-9:], after[:9])
            assert unicodedata.category(after[0])[0] != "M"


def test_marks_end_at_a_space(page, server):
    asked = "ดาวหมดอายุไหม"
    page.goto(server + "search/?q=" + quote(asked))
    found(page)
    marked = page.locator(".found ol mark").all_inner_texts()
    assert marked
    assert all(words in asked for words in marked), marked


@pytest.mark.parametrize("kind", HOSTILE)
def test_no_query_breaks_the_page_or_gets_into_it(page, server, kind):
    page.goto(server + "search/?q=x")
    found(page)
    page.locator("main input[name=q]").evaluate(
        "(box, words) => { box.value = words; box.dispatchEvent(new InputEvent('input')); }", HOSTILE[kind]
    )
    page.wait_for_timeout(500)
    assert page.locator("main input[name=q]").is_enabled()
    assert page.locator(".found :is(img, script, b)").count() == 0
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
    page.locator("main input[name=q]").fill("โอทอป")
    page.wait_for_function("() => document.querySelector('.found ol a')?.textContent.includes('โอทอป')")
    assert page.said == []


def test_a_very_long_question_in_the_address_is_answered_at_once(page, server):
    page.goto(server + "search/?q=" + quote("วิสาหกิจชุมชน" * 50))
    assert found(page)


def test_when_nothing_is_found_the_nearest_terms_and_the_offices_are_named(page, server, knowledge):
    page.goto(server + "search/?q=" + quote("zzqqxx"))
    page.wait_for_selector(".nothing:not([hidden])")
    assert "zzqqxx" in page.locator("[role=status]").inner_text()
    offices = {term.id: term.term["th"] for term in knowledge.terms if term.id in knowledge.search.offices}
    said = page.locator(".nothing").inner_text()
    assert all(name in said for name in offices.values())


def test_an_index_that_fails_to_load_is_told_and_tried_again(page, server):
    page.route(re.compile(r"search-th\..*json"), lambda route: route.abort())
    page.goto(server + "search/?q=" + quote("โอทอป"))
    page.wait_for_selector(".again:not([hidden])", timeout=10_000)
    assert page.locator("[role=status]").inner_text()
    assert page.locator(".found ol li").count() == 0
    page.unroute(re.compile(r"search-th\..*json"))
    page.locator(".again").click()
    assert ends(found(page)[:3], "/systems/otop/", "/glossary/#otop")


def test_without_the_large_file_what_the_small_one_finds_is_shown_and_the_lack_told(page, server, knowledge):
    page.route(re.compile(r"search-th-all\..*json"), lambda route: route.abort())
    page.goto(server + "search/?q=" + quote("พี่ชายเปิดร้านตัดผมอยู่หน้าตลาด อยากรู้ว่าเกี่ยวกับวิสาหกิจชุมชนไหม"))
    page.wait_for_selector(".again:not([hidden])", timeout=10_000)
    assert knowledge.wording["search.partly"]["th"] in page.locator("[role=status]").inner_text()
    assert page.locator(".found ol li").count()


def test_results_are_reached_with_the_arrows_and_announced(page, server):
    page.goto(server + "search/")
    box = page.locator("main input[name=q]")
    box.fill("ภาษี")
    first, second, *_ = found(page)
    assert page.locator("[role=status]").inner_text().startswith("พบ ")
    box.press("ArrowDown")
    at = "document.activeElement.pathname + document.activeElement.hash"
    assert page.evaluate(at) == first
    page.keyboard.press("ArrowDown")
    assert page.evaluate(at) == second
    page.keyboard.press("ArrowUp")
    page.keyboard.press("ArrowUp")
    assert page.evaluate("document.activeElement.name") == "q"


def test_more_results_and_the_whole_text_are_one_press_away(page, server):
    page.goto(server + "search/?q=" + quote("วิสาหกิจชุมชน"))
    assert len(found(page)) == 10
    page.locator(".more").click()
    page.wait_for_function("() => document.querySelectorAll('.found ol > li').length === 20")
    page.locator(".whole").click()
    page.wait_for_selector(".whole[hidden]", state="attached")
    assert len(found(page)) == 10


def test_every_result_leads_to_an_anchor_that_is_there(page, server, site):
    for language in ("", "en/"):
        for query in ("otop", "tax", "ดาว", "2005"):
            page.goto(f"{server}{language}search/?q={quote(query)}")
            for address in found(page):
                path, _, anchor = address.removeprefix("/kb/").partition("#")
                assert not anchor or anchor in site[path].ids, address


def test_without_javascript_the_form_leads_to_everything_from_the_first_letter_to_the_last(browser, server):
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(server)
    page.locator("header input[name=q]").fill("โอทอป")
    page.locator("header form.search button").click()
    letters = page.locator(".letters h3").all_inner_texts()
    assert letters[0] == "ก"
    assert letters.index("ฮ") > letters.index("อ") > letters.index("ก")
    assert "O" in letters
    page.locator(".letters summary").first.click()
    assert page.locator(".letters li a").first.is_visible()
    context.close()


def test_the_browser_and_the_build_agree_on_the_normal_form(page, server):
    page.goto(server + "search/")
    script = (ROOT / "overrides" / "scripts" / "search" / "normal_form.js").read_text(encoding="utf-8")
    plain = script.replace("export ", "")
    typed = json.dumps([line["typed"] for line in VECTORS])
    made = page.evaluate(
        f"(() => {{ {plain}; return {typed}.map(text => [normalForm(text), asItSounds(normalForm(text))]); }})()"
    )
    assert made == [[line["form"], line["sound"]] for line in VECTORS]
