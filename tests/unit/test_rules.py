"""Each rule tells what it forbids, with file and line, and lets pass what it allows."""

from __future__ import annotations

import re
from datetime import date

import pytest
from conftest import ROOT
from small_data import SMALL, write

from songfueang.knowledge import read
from songfueang.knowledge.rules.colours import GROUNDS, contrast
from songfueang.site.palette import palettes

WHERE = re.compile(r"(data/[\w./-]+):(\d+):\d+: ")

TODAY = date(2026, 11, 22)


@pytest.fixture
def told(tmp_path):
    """``told(file, text)``: what is told of the small data with that file instead, on that day, as (file:line, said)."""

    def telling(file: str = "", text: str = "", day: date = TODAY, **more: str) -> list[tuple[str, str]]:
        write(tmp_path, **({file: text} if file else {}), **more)
        _, problems = read(tmp_path, today=day)
        lines = [str(problem) for problem in problems]
        return [(":".join(WHERE.match(line).groups()), WHERE.sub("", line, count=1)) for line in lines]

    return telling


def test_the_small_data_is_in_order(told):
    assert told() == []


# figures and dates


def test_a_figure_says_its_day(told):
    found = told("systems/gear.yml", SMALL["systems/gear.yml"].replace("as_of: 2022-01-31", ""))
    assert [place for place, said in found if "the figure has no date" in said] == ["data/systems/gear.yml:6"]


def test_what_ends_does_not_end_before_the_day_of_its_figure(told):
    found = told("systems/gear.yml", SMALL["systems/gear.yml"].rstrip(" ") + "            until: 2021-12-31\n")
    assert ("data/systems/gear.yml:10", "'until' (2021-12-31) is before 'as_of' (2022-01-31)") in [
        (place, said.split(" · ")[0]) for place, said in found
    ]


def test_a_source_is_not_read_before_it_is_published(told):
    found = told("sources.yml", SMALL["sources.yml"].replace("checked: 2026-11-22", "checked: 2004-11-22"))
    assert any("checked on 2004-11-22, but published 2005-01-18" in said for _, said in found)


@pytest.mark.parametrize(("day", "ended"), [(date(2025, 12, 31), False), (date(2026, 1, 1), True)])
def test_what_has_ended_is_told_from_the_day_after_its_last(told, day, ended):
    answer = SMALL["systems/gear.yml"].rstrip(" ") + "            until: 2025-12-31\n"
    source = SMALL["sources.yml"].replace("checked: 2026-11-22", "checked: 2025-11-22")
    found = told("systems/gear.yml", answer, day, **{"sources.yml": source})
    assert [place for place, said in found if "known to apply only until 2025-12-31" in said] == (
        ["data/systems/gear.yml:10"] if ended else []
    )


@pytest.mark.parametrize(("day", "old"), [(date(2027, 11, 23), False), (date(2027, 11, 24), True)])
def test_a_source_that_nobody_has_read_for_a_year_is_told(told, day, old):
    assert [said for _, said in told(day=day) if "'the-act' was last checked on 2026-11-22" in said] == (
        [
            "the source 'the-act' was last checked on 2026-11-22 · a check every year · "
            "read it again and put today's date in 'checked'"
        ]
        if old
        else []
    )


# guides

GUIDE = """\
    name: {{th: ขั้นตอน, en: Steps}}
    summary: {{th: ทำตามนี้, en: Do this}}
    steps:
      - id: go-there
        title: {{th: ไป, en: Go}}
        text: {{th: ไปที่นั่น, en: Go there}}
        {rests_on}
    deadlines:
      - {{id: by-then, title: {{th: ก่อนวันนั้น, en: By then}}, to: {{month: {month}, day: {day}}}, cite: [the-act]}}
    """


def test_a_deadline_falls_on_a_day_that_exists(told):
    found = told("guides/steps.yml", GUIDE.format(rests_on="cite: [the-act]", month=2, day=31))
    assert [(place, said.split(" · ")[0]) for place, said in found] == [
        ("data/guides/steps.yml:9", "there is no day 31/2")
    ]


def test_a_deadline_may_fall_on_a_leap_day(told):
    assert told("guides/steps.yml", GUIDE.format(rests_on="cite: [the-act]", month=2, day=29)) == []


def test_a_step_that_cites_nothing_and_is_not_advice_is_told(told):
    found = told("guides/steps.yml", GUIDE.format(rests_on="", month=1, day=30))
    assert [(place, said.split(" · ")[0]) for place, said in found] == [
        ("data/guides/steps.yml:4", "this step does not say where it comes from")
    ]


@pytest.mark.parametrize("rests_on", ["advice: true", "cite: [the-act]", "unconfirmed: {th: ถามก่อน, en: Ask first}"])
def test_a_step_rests_on_a_source_or_says_that_it_does_not(told, rests_on):
    assert told("guides/steps.yml", GUIDE.format(rests_on=rests_on, month=1, day=30)) == []


# glossary, stories

TERM = "- {{id: {id}, term: {{th: {th}, en: {en}}}, meaning: {{th: คำหนึ่ง, en: A word}}, cite: [the-act]}}\n"


def test_a_term_has_its_id_to_itself(told):
    found = told(
        "glossary.yml", TERM.format(id="act", th="พ.ร.บ.", en="Act") + TERM.format(id="act", th="กฎ", en="Rule")
    )
    assert [place for place, said in found if "the term 'act' exists already (data/glossary.yml:1:8)" in said] == [
        "data/glossary.yml:2"
    ]


@pytest.mark.parametrize(("th", "en"), [("กฎหมาย", "Statute"), ("พระราชบัญญัติ", "act of  Parliament")])
def test_a_word_is_explained_once_however_it_is_spaced_or_capitalised(told, th, en):
    first = TERM.format(id="act", th="กฎหมาย", en="Act of Parliament")
    found = told("glossary.yml", first + TERM.format(id="statute", th=th, en=en))
    assert [place for place, said in found if "is explained already (term 'act'" in said] == ["data/glossary.yml:2"]


def test_a_story_names_systems_that_are_there(told):
    story = "- {id: a-group, name: {th: กลุ่ม, en: A group}, place: {th: ที่นี่, en: Here}, systems: [gaer], text: {th: เรื่อง, en: A tale}, cite: [the-act]}\n"
    [(place, said)] = told("stories.yml", story)
    assert place == "data/stories.yml:1"
    assert "there is no system 'gaer'" in said
    assert "did you mean 'gear'?" in said


@pytest.mark.parametrize(("th", "en"), [("ของดีโอท๊อป", "OTOP goods"), ("ของดีโอทอป", "Goods of Otopp")])
def test_a_spelling_to_avoid_is_told_in_either_language(told, th, en):
    avoiding = (
        "- {id: otop, term: {th: โอทอป, en: OTOP}, meaning: {th: โครงการ, en: A project}, "
        "also: [โอท๊อป, Otopp], avoid: [โอท๊อป, Otopp], cite: [the-act]}\n"
    )
    wording = f"site:\n  menu: {{th: {th}, en: {en}}}\n"
    [(place, said)] = told("glossary.yml", avoiding, **{"wording.yml": wording})
    assert place == "data/wording.yml:2"
    assert said.startswith(("'โอท๊อป'", "'Otopp'"))


# numbers and their exceptions

FIGURE_IN_ONE_LANGUAGE = """\
    name: {th: ถาม, en: Asked}
    about: {th: เรื่องทั่วไป, en: All sorts}
    entries:
      - id: how-large
        ask: {th: ใหญ่แค่ไหน, en: How large?}
        short: {th: มี 7 คน, en: A handful}
        cite: [the-act]
    """
EXCEPTION = (
    "- {rule: numbers-differ, file: data/faq/asked.yml, id: how-large, reason: The English idiom has no number}\n"
)


def test_numbers_that_disagree_between_the_languages_are_told(told):
    [(place, said)] = told("faq/asked.yml", FIGURE_IN_ONE_LANGUAGE)
    assert place == "data/faq/asked.yml:6"
    assert "only in 'th': 7; only in 'en': –" in said


def test_a_reasoned_exception_is_respected(told):
    assert told("faq/asked.yml", FIGURE_IN_ONE_LANGUAGE, **{"exceptions.yml": EXCEPTION}) == []


def test_an_exception_holds_for_its_record_alone(told):
    entry = FIGURE_IN_ONE_LANGUAGE[FIGURE_IN_ONE_LANGUAGE.index("      - id") :]
    both = FIGURE_IN_ONE_LANGUAGE.rstrip(" ") + entry.replace("how-large", "how-wide")
    found = told("faq/asked.yml", both, **{"exceptions.yml": EXCEPTION})
    assert [place for place, _ in found] == ["data/faq/asked.yml:10"]


def test_an_exception_for_an_answer_names_its_question(told):
    answer = SMALL["systems/gear.yml"].replace('en: "94,996"', 'en: "many"')
    exception = EXCEPTION.replace("data/faq/asked.yml", "data/systems/gear.yml").replace("how-large", "how-many")
    assert told("systems/gear.yml", answer, **{"exceptions.yml": exception}) == []


def test_an_exception_that_is_no_longer_needed_is_told(told):
    mended = FIGURE_IN_ONE_LANGUAGE.replace("A handful", "7 people")
    [(place, said)] = told("faq/asked.yml", mended, **{"exceptions.yml": EXCEPTION})
    assert place == "data/exceptions.yml:1"
    assert "nothing in 'how-large' breaks the rule 'numbers-differ'" in said
    assert "delete the exception" in said


def test_an_exception_for_a_record_that_is_not_there_is_told_with_the_nearest(told):
    found = told("faq/asked.yml", FIGURE_IN_ONE_LANGUAGE, **{"exceptions.yml": EXCEPTION.replace("large", "larg")})
    assert any("there is no record 'how-larg' in data/faq/asked.yml" in said for _, said in found)
    assert any("did you mean 'how-large'?" in said for _, said in found)


@pytest.mark.parametrize("rule", ["number-differ", "unknown-id"])
def test_an_exception_names_a_rule_that_can_have_exceptions(told, rule):
    found = told(
        "faq/asked.yml", FIGURE_IN_ONE_LANGUAGE, **{"exceptions.yml": EXCEPTION.replace("numbers-differ", rule)}
    )
    assert any(f"'{rule}' is not a rule that can have exceptions" in said for _, said in found)


def test_an_exception_gives_its_reason(told):
    found = told("exceptions.yml", "- {rule: numbers-differ, file: data/faq/asked.yml, id: how-large}\n")
    assert any("'reason' is missing here" in said for _, said in found)


CHANGES = """\
    - {id: newer, date: 2026-11-20, what: {th: ใหม่, en: Newer}, links: ["source:the-act"]}
    - {id: older, date: 2026-11-19, what: {th: เก่า, en: Older}}
    """


def test_changes_newest_first_that_name_known_records_are_in_order(told):
    assert told("changes.yml", CHANGES) == []


def test_a_change_out_of_order_is_told(told):
    found = told("changes.yml", CHANGES.replace("2026-11-19", "2026-11-21"))
    assert [place for place, _ in found] == ["data/changes.yml:2"]
    assert "2026-11-21 comes below 2026-11-20" in found[0][1]


def test_a_change_about_a_record_that_is_not_there_is_told_with_the_nearest(told):
    found = told("changes.yml", CHANGES.replace("source:the-act", "source:the-akt"))
    assert [place for place, _ in found] == ["data/changes.yml:1"]
    assert "the-act" in found[0][1]


def test_an_old_place_that_belongs_to_another_record_is_told(told):
    topics = {
        "faq/one.yml": """\
            name: {th: หนึ่ง, en: One}
            about: {th: หนึ่ง, en: One}
            entries:
              - {id: here, ask: {th: ไหน, en: Where?}, short: {th: นี่, en: Here}, cite: [the-act]}
            """,
        "faq/two.yml": """\
            name: {th: สอง, en: Two}
            about: {th: สอง, en: Two}
            entries:
              - {id: there, was: [one/here], ask: {th: ไหนอีก, en: Where else?}, short: {th: นั่น, en: There}, cite: [the-act]}
            """,
    }
    found = told(**topics)
    assert [place for place, _ in found] == ["data/faq/two.yml:4"]
    assert "'one/here' belongs to another record" in found[0][1]
    assert told(**{**topics, "faq/two.yml": topics["faq/two.yml"].replace("one/here", "one/gone")}) == []


# colours


@pytest.mark.parametrize(
    ("old", "new", "line", "said"),
    [
        ('colour: {light: "#0b6b50", dark: "#63d2a8"}\n', "# plain\n", 1, "the system 'gear' has no colour of its own"),
        ('"#0b6b50"', '"#8fd8bd"', 3, "#8fd8bd is hard to read on the page"),
        ('"#63d2a8"', '"#0b6b50"', 3, "#0b6b50 is hard to read on the page"),
    ],
    ids=["none", "pale by day", "dark by night"],
)
def test_a_colour_is_there_and_can_be_read(told, old, new, line, said):
    [(place, found)] = told("systems/gear.yml", SMALL["systems/gear.yml"].replace(old, new))
    assert place == f"data/systems/gear.yml:{line}"
    assert found.startswith(said)


def test_two_systems_of_almost_one_colour_are_told_by_day_and_by_night(told):
    other = SMALL["systems/gear.yml"].replace("เฟือง", "ล้อ").replace("gear", "wheel").replace("Gear", "Wheel")
    found = told(**{"systems/wheel.yml": other.replace("#0b6b50", "#0b6b55").replace("#63d2a8", "#63d2ab")})
    assert [place for place, said in found if "hard to tell apart from" in said] == ["data/systems/wheel.yml:3"] * 2
    assert [said for said in found if "the colour of 'gear' (data/systems/gear.yml:3:" in said[1]]


def test_the_grounds_are_those_of_the_style_sheet():
    for time, palette in zip(GROUNDS, palettes(ROOT / "overrides"), strict=True):
        hardest = min(
            (palette[name] for name in ("paper", "card")), key=lambda ground: contrast(ground, palette["ink"])
        )
        assert GROUNDS[time] == hardest


def test_contrast_is_counted_as_the_guidelines_do():
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#767676", "#ffffff") == pytest.approx(4.54, abs=0.01)
    assert contrast("#1b2028", "#1b2028") == 1


def test_a_name_that_is_too_long_for_a_phone_is_told(told):
    long = SMALL["systems/gear.yml"].replace("en: Gear", "en: A gear with a name that no phone can show in one go")
    [(place, found)] = told("systems/gear.yml", long)
    assert place == "data/systems/gear.yml:1"
    assert found.startswith("the name has 51 letters · at most 40")


# wording


@pytest.mark.parametrize("wrong", ["{n} แถว", "แถว", "{rows", "{rows} {more}"])
def test_a_wording_has_the_same_slots_in_every_language(told, wrong):
    wording = f'matrix:\n  rows:\n    th: "{wrong}"\n    en: "{{rows}} rows"\n'
    [(place, found)] = told("wording.yml", SMALL["wording.yml"].replace("        ", "") + wording)
    assert place in ("data/wording.yml:5", "data/wording.yml:6")
    assert "slots" in found or "{slot}" in found
