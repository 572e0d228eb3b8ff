"""What can be found, and how it is packed."""

import json
from dataclasses import replace
from pathlib import Path

import pytest

from songfueang.site.assets import Assets, bundled
from songfueang.site.search.entries import Entry, scripts
from songfueang.site.search.index import BUDGET, CHARSETS, aliases, encoded, index, index_with, lede
from songfueang.site.search.letters import DIGITS, first_letter, letters
from songfueang.site.search.prose import sections
from songfueang.site.settings import Settings
from songfueang.site.site import Site

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="module")
def made(knowledge) -> Site:
    found, problems = Site.make(ROOT, knowledge, Settings())
    assert problems == []
    return found


def entry(title: str, **more) -> Entry:
    return replace(Entry("faq", "a", title), **more)


def test_every_question_entry_step_term_story_and_page_can_be_found(made, knowledge):
    for language in knowledge.languages:
        found = {(entry.path, entry.anchor) for entry in made.searching.entries(language)}
        for topic in knowledge.topics:
            assert {(f"faq/{topic.id}", each.id) for each in topic.entries} <= found
        for system in knowledge.systems:
            assert {(f"systems/{system.id}", question) for question in system.answers} <= found
        for guide in knowledge.guides:
            assert {(f"guides/{guide.id}", step.id) for step in guide.steps} <= found
        assert {("glossary", term.id) for term in knowledge.terms} <= found
        assert {("together", story.id) for story in knowledge.stories} <= found
        assert {(path, "") for path in made.pages} <= found


def test_a_thing_is_found_under_its_other_names_and_in_the_other_language(made):
    term = next(entry for entry in made.searching.entries("th") if (entry.path, entry.anchor) == ("glossary", "otop"))
    assert {"OTOP", "โอท็อป"} <= set(term.also)


def test_names_in_a_script_that_no_page_of_the_language_uses_are_left_out(made):
    for found in made.searching.entries("en"):
        if found.path.startswith("faq/"):
            assert not any("THAI" in scripts(words) for words in found.also)


def test_a_name_that_says_nothing_new_is_not_sent(made):
    assert aliases("วิสาหกิจชุมชนคืออะไร", ("วิสาหกิจชุมชน คืออะไร", "วิสาหะกิจชุมชน", "SMCE", "smce")) == ["SMCE"]


def test_the_first_file_stays_within_its_budget_and_all_words_are_in_the_two_together(made, knowledge):
    for language in knowledge.languages:
        found = made.searching.index(language)
        assert found.bytes_of_first <= BUDGET
        small, large = (
            json.loads(found.files[name].decode(CHARSETS[found.charset])) for name in (found.first, _other(found))
        )
        said = {(entry.path, entry.anchor): entry for entry in made.searching.entries(language)}
        addresses = [
            (small["pages"][page], anchor) for page, anchor in zip(small["page"], small["anchor"], strict=True)
        ]
        texts = [*small["text"], *large["text"]]
        assert len(addresses) + len(large["page"]) == len(said) == len(texts) == len(large["rest"])
        whole = sorted(
            "".join((text.removesuffix(" …") + rest).split()) for text, rest in zip(texts, large["rest"], strict=True)
        )
        assert whole == sorted("".join((each.short + each.more).split()) for each in said.values())


def _other(found) -> str:
    return next(name for name in found.files if name != found.first)


def test_the_first_file_grows_shorter_words_before_it_breaks_its_budget(made, knowledge):
    entries = made.searching.entries("th")
    sizes = [index_with(knowledge, made.pages, "th", entries, most).bytes_of_first for most in (200, 60, 0)]
    assert sizes == sorted(sizes, reverse=True)
    assert index(knowledge, made.pages, "th", entries).bytes_of_first <= BUDGET < sizes[0]


def test_words_are_cut_between_phrases():
    assert lede("สั้น", 20) == "สั้น"
    assert lede("กลุ่มที่จดทะเบียนแล้ว ต้องแจ้งทุกปี ภายในเดือนมกราคม ของทุกปี", 40) == "กลุ่มที่จดทะเบียนแล้ว ต้องแจ้งทุกปี …"


def test_a_charset_that_lacks_a_letter_still_carries_it():
    text = json.dumps({"a": "กุ้ง “é” 😀"}, ensure_ascii=False)
    assert json.loads(encoded(text, "windows-874").decode("cp874")) == {"a": "กุ้ง “é” 😀"}


def test_everything_is_listed_once_in_dictionary_order(made, knowledge):
    from songfueang.site.collation import collation_key

    for language, first, last in (("th", "ก", "อ"), ("en", "A", "W")):
        listed = made.searching.letters(language)
        names = [letter.name for letter in listed]
        assert names[0] == first
        assert last in names
        lines = [line for letter in listed for line in letter.lines]
        count = sum(1 + len(line.others) for line in lines)
        assert count == sum(not entry.deep for entry in made.searching.entries(language))
        for letter in listed:
            keys = [collation_key(line.entry.title.lstrip("“(")) for line in letter.lines]
            assert keys == sorted(keys), letter.name


@pytest.mark.parametrize(
    ("title", "letter"),
    [("เครือข่าย", "ค"), ("โอทอป", "อ"), ("“ทุนชุมชน” คือ", "ท"), ("otop", "O"), ("30 มกราคม", DIGITS), ("ไหม", "ห")],
)
def test_a_title_stands_under_the_consonant_that_dictionaries_sort_it_by(title, letter):
    assert first_letter(title) == letter


def test_what_answers_one_question_is_one_line():
    one, other = (
        entry("ใครเข้าร่วมได้", group="who", path="compare"),
        entry("ใครเข้าร่วมได้", group="who", path="systems/otop"),
    )
    [letter] = letters([one, other])
    assert [(line.entry, line.others) for line in letter.lines] == [(one, [other])]


def test_a_page_of_prose_is_found_by_its_headings():
    text = "ก่อน\n\n## ใครใช้ได้ { #who }\n\nทุกคน **เลย**\n\n{{ status() }}\n\n### ต่อ { #more }\n\nจบ"
    assert list(sections(text)) == [("who", "ใครใช้ได้", "ทุกคน เลย"), ("more", "ต่อ", "จบ")]


def test_the_worker_is_one_script_without_imports(knowledge):
    script = bundled(ROOT / "overrides" / "scripts" / "search" / "worker.js")
    assert "import " not in script.replace("importScripts", "")
    assert "\nexport " not in script
    assert script.count("function normalForm") == 1
    assert Assets(ROOT / "overrides", knowledge).workers["search"].startswith("assets/search-worker.")
