"""What was given out once still leads somewhere: old ids, old pages, the addresses of the last release."""

from __future__ import annotations

import re

import pytest
from built_site import BuiltSite
from conftest import ROOT, SITE_URL, build, copy_project

from songfueang.site.published import FOLDER, kept_addresses

#: (file, what stands there, what stands there after a rename that left an old id behind)
RENAMES = (
    ("data/faq/basics.yml", "order: 10\n", "order: 10\nwas: [first-things]\n"),
    ("data/faq/basics.yml", "  - id: are-they-the-same\n", "  - id: are-they-the-same\n    was: [same-or-not]\n"),
    (
        "data/faq/support.yml",
        "  - id: money-after-registering\n",
        "  - id: money-after-registering\n    was: [basics/free-money, no-more/state-money]\n",
    ),
    ("data/questions.yml", "    - id: who-can-join\n", "    - id: who-can-join\n      was: [joining-who]\n"),
    ("data/questions.yml", "- id: identity\n", "- id: identity\n  was: [being]\n"),
    ("data/glossary.yml", "- id: community-enterprise\n", "- id: community-enterprise\n  was: [ce]\n"),
    ("data/systems/otop.yml", "order: 2\n", "order: 2\nwas: [one-tambon]\n"),
    (
        "data/guides/register-otop.yml",
        "  - id: ask-for-the-round\n",
        "  - id: ask-for-the-round\n    was: [ask-first]\n",
    ),
    ("docs/compare.en.md", "menu: Compare\n", "menu: Compare\nwas: [matrix, old/matrix]\n"),
)
#: (old page, old anchor, page now, anchor now) in the first language.
LEADS = (
    ("faq/basics/", "same-or-not", "faq/basics/", "are-they-the-same"),
    ("faq/first-things/", "", "faq/basics/", ""),
    ("faq/first-things/", "are-they-the-same", "faq/basics/", "are-they-the-same"),
    ("faq/first-things/", "same-or-not", "faq/basics/", "are-they-the-same"),
    ("faq/first-things/", "free-money", "faq/support/", "money-after-registering"),
    ("faq/", "first-things", "faq/", "basics"),
    ("faq/basics/", "free-money", "faq/support/", "money-after-registering"),
    ("faq/no-more/", "", "faq/", ""),
    ("faq/no-more/", "state-money", "faq/support/", "money-after-registering"),
    ("compare/", "joining-who", "compare/", "who-can-join"),
    ("compare/", "being", "compare/", "identity"),
    ("systems/otop/", "joining-who", "systems/otop/", "who-can-join"),
    ("systems/otop/", "being", "systems/otop/", "identity"),
    ("glossary/", "ce", "glossary/", "community-enterprise"),
    ("systems/one-tambon/", "", "systems/otop/", ""),
    ("systems/one-tambon/", "who-can-join", "systems/otop/", "who-can-join"),
    ("guides/register-otop/", "ask-first", "guides/register-otop/", "ask-for-the-round"),
    ("matrix/", "", "compare/", ""),
    ("matrix/", "who-can-join", "compare/", "who-can-join"),
    ("old/matrix/", "joining-who", "compare/", "who-can-join"),
)


@pytest.fixture(scope="module")
def renamed(tmp_path_factory) -> BuiltSite:
    """The project's site after every rename above."""
    root = tmp_path_factory.mktemp("renamed")
    copy_project(root)
    for name, old, new in RENAMES:
        file = root / name
        text = file.read_text(encoding="utf-8")
        assert old in text, (name, old)
        file.write_text(text.replace(old, new, 1), encoding="utf-8")
    done = build(root, root / "out" / "kb")
    assert done.returncode == 0, done.stdout + done.stderr
    return BuiltSite(root / "out" / "kb", SITE_URL)


@pytest.mark.parametrize("language", ["th", "en"])
@pytest.mark.parametrize(("old", "old_anchor", "new", "new_anchor"), LEADS)
def test_an_old_address_leads_to_the_record_in_every_language(renamed, language, old, old_anchor, new, new_anchor):
    prefix = "" if language == "th" else f"{language}/"
    page = renamed.moved.get(prefix + old) or renamed[prefix + old]
    assert page.language == language
    if not old_anchor:
        assert renamed.target(page, page.leads_to) == (prefix + new, "")
        assert renamed.target(page, page.tree.xpath("string(//main//a/@href)")) == (prefix + new, "")
        assert page.tree.xpath("//link[@rel='canonical']/@href") == [SITE_URL + prefix + new]
        assert page.tree.xpath("//meta[@name='robots']/@content") == ["noindex"]
        assert not page.tree.xpath("//script")
        return
    (place,) = page.tree.xpath(f"//*[@id='{old_anchor}']")
    if old == new:  # the old anchor stands inside what it names: the browser scrolls to the same place
        assert place.xpath(f"ancestor::*[@id='{new_anchor}']")
    else:
        assert renamed.target(page, place.xpath("string(.//a/@href)")) == (prefix + new, new_anchor)
        assert new_anchor in renamed[prefix + new].ids


def test_the_address_without_its_language_twin_would_be_noticed(renamed):
    english = {path.removeprefix("en/") for path in renamed.moved if path.startswith("en/")}
    assert english == {path for path in renamed.moved if not path.startswith("en/")}
    assert english == {"faq/first-things/", "faq/no-more/", "systems/one-tambon/", "matrix/", "old/matrix/"}


def test_what_has_moved_away_is_told_where_it_was(renamed):
    for path, heading in (("faq/basics/", "เรื่องที่ย้ายจากหน้านี้"), ("en/faq/basics/", "Moved from this page")):
        listed = renamed[path].tree.xpath("//aside[@class='moved']")[0]
        assert listed.xpath("string(h2)") == heading
        assert len(listed.xpath(".//li")) == 1


def test_an_old_anchor_in_a_table_stays_inside_the_table(renamed):
    source = renamed["compare/"].source
    assert re.search(r'<tr id="who-can-join"[^>]*>\s*<th[^>]*><span id="joining-who"></span>', source)
    assert re.search(r'<dt[^>]*><span id="ce"></span>', renamed["glossary/"].source)


def test_no_address_of_the_last_release_is_lost(site):
    kept = kept_addresses(ROOT)
    assert len(kept) > 1000
    lost = []
    for address in kept:
        path, _, anchor = address.removeprefix("/").partition("#")
        page = site.pages.get(path) or site.moved.get(path)
        if not (anchor in page.ids if anchor and page else site.holds(path)):
            lost.append(address)
    assert lost == [], f"leave the old id under 'was'; or, on purpose, 'songfueang published --let-go' ({FOLDER})"
