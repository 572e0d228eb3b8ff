"""WCAG 2.2 AA as far as a machine can see it: axe on every page, and a walk with the Tab key, which axe does not do."""

import itertools
import os

import pytest
from axe_playwright_python.sync_playwright import Axe

WIDTHS, SCHEMES = (360, 1280), ("light", "dark")
WAYS = list(itertools.product(WIDTHS, SCHEMES))
RULES = {
    "runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    "resultTypes": ["violations"],  # to describe all that is right takes three times as long
}
#: Whether each single page is seen in every way (``make accessibility``).
EVERY_WAY = bool(os.environ.get("EVERY_WAY"))
#: One page of each kind: in one language it is seen narrow by day and wide by night, in the next the other way round. All
#: other pages are seen in one way each, in turn.
KINDS = [
    "", "compare/", "systems/{system}/", "together/", "faq/", "faq/{topic}/", "guides/", "guides/{guide}/", "choose/",
    "choose/{question}/", "choose/results/{result}/", "choose/tree/", "handout/", "search/", "data/", "offline/", "glossary/", "timeline/", "neighbours/", "sources/", "about/",
]  # fmt: skip

TAB_STOP = """() => {
  const stop = document.activeElement, box = stop.getBoundingClientRect(), style = getComputedStyle(stop);
  return {
    name: (stop.getAttribute('aria-label') || stop.textContent || stop.name || '').trim().slice(0, 60),
    address: stop.getAttribute('href'), width: box.width, height: box.height, left: box.left, right: box.right,
    outlined: style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2,
    hidden: style.visibility === 'hidden' || style.opacity === '0', body: stop === document.body,
  };
}"""


@pytest.fixture(scope="module")
def pages_seen(browser):
    """Browser pages by (width, scheme), reused; axe needs to be let past the content security policy."""
    contexts = {
        (width, scheme): browser.new_context(
            viewport={"width": width, "height": 740}, color_scheme=scheme, bypass_csp=True, reduced_motion="reduce"
        ).new_page()
        for width, scheme in WAYS
    }
    yield contexts
    for page in contexts.values():
        page.context.close()


def violations(page, address: str) -> list[str]:
    page.goto(address)
    found = Axe().run(page, options=RULES).response["violations"]
    return [f"{each['id']}: {each['nodes'][0]['html'][:160]}" for each in found]


@pytest.fixture(scope="session")
def kinds(knowledge) -> list[str]:
    """The path of one page of each kind, in every language."""
    names = {
        "system": knowledge.systems[0].id,
        "topic": knowledge.topics[0].id,
        "guide": knowledge.guides[0].id,
        "question": knowledge.choose.questions[0].id,
        "result": knowledge.choose.results[0].id,
    }
    prefixes = ["", *(f"{language}/" for language in knowledge.languages[1:])]
    return [prefix + kind.format(**names) for kind in KINDS for prefix in prefixes]


@pytest.mark.parametrize("way", WAYS, ids=lambda way: "-".join(map(str, way)))
def test_axe_finds_nothing_on_any_kind_of_page(pages_seen, server, kinds, way):
    crossed = WAYS.index(way) in (1, 2)
    seen = kinds if EVERY_WAY else [path for number, path in enumerate(kinds) if number % 2 == crossed]
    found = {path: told for path in seen if (told := violations(pages_seen[way], server + path))}
    assert found == {}


@pytest.mark.parametrize("number", range(len(WAYS)))
def test_axe_finds_nothing_on_any_other_page(pages_seen, server, site, kinds, number):
    rest = [path for path in site.pages if path not in kinds]
    seen = rest if EVERY_WAY else rest[number :: len(WAYS)]
    found = {path: told for path in seen if (told := violations(pages_seen[WAYS[number]], server + path))}
    assert found == {}


@pytest.mark.parametrize("path", ["", "en/compare/", "faq/basics/", "en/guides/yearly-notice/", "choose/"])
def test_a_walk_with_the_tab_key_shows_every_stop_and_reaches_every_link(pages_seen, server, path):
    page = pages_seen[360, "light"]
    page.goto(server + path)
    wanted = page.locator("a[href]:visible, button:visible, input:visible, summary:visible").count()
    stops = []
    for _ in range(wanted + 5):
        page.keyboard.press("Tab")
        stop = page.evaluate(TAB_STOP)
        if stop["body"]:
            break
        stops.append(stop)
    unseen = [stop for stop in stops if stop["hidden"] or stop["width"] < 1 or stop["left"] < -1 or stop["right"] > 361]
    assert unseen == []
    assert [stop for stop in stops if not stop["outlined"]] == []
    assert [stop for stop in stops if not stop["name"]] == []
    assert len(stops) >= wanted - 1  # the skip link is counted only while it is shown


@pytest.mark.parametrize("path", ["", "en/compare/", "faq/basics/", "en/glossary/", "guides/register-otop/"])
def test_targets_that_do_not_stand_in_a_sentence_are_24_pixels_high(pages_seen, server, path):
    page = pages_seen[360, "light"]
    page.goto(server + path)
    small = page.evaluate(
        """() => [...document.querySelectorAll('nav a, header a, .cite, .button, .options a, .ways a, button, summary')]
          .filter(target => target.getClientRects().length)
          .map(target => [target.textContent.trim().slice(0, 40), target.getBoundingClientRect()])
          .filter(([, box]) => box.height < 24 || box.width < 24).map(([name, box]) => `${name} ${box.width}×${box.height}`)"""
    )
    assert small == []


@pytest.mark.parametrize("path", ["", "compare/", "en/faq/basics/"])
def test_text_can_be_four_times_as_large_without_scrolling_sideways(pages_seen, server, path):
    page = pages_seen[1280, "light"]
    page.goto(server + path)
    page.set_viewport_size({"width": 320, "height": 256})  # what 1280 pixels are at 400 %
    try:
        assert page.evaluate("document.documentElement.scrollWidth") <= 320
    finally:
        page.set_viewport_size({"width": 1280, "height": 740})


@pytest.mark.parametrize("path", ["systems/otop/", "en/sources/"])
def test_a_screen_reader_is_told_of_what_is_far_from_the_screen_too(pages_seen, server, path):
    """``content-visibility: auto`` would draw a long page a third sooner, and keep most of it from screen readers."""
    page = pages_seen[360, "light"]
    page.goto(server + path)
    heard = page.context.new_cdp_session(page).send("Accessibility.getFullAXTree")["nodes"]
    roles = [node["role"]["value"] for node in heard if "role" in node and not node.get("ignored")]
    assert roles.count("heading") == page.locator(":is(h1, h2, h3, h4):visible").count()
    assert roles.count("link") >= page.locator("main a[href]:visible").count()
