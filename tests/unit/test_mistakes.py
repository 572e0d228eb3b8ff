"""Mistakes as an editor makes them: each is told at its line, with a hint that mends it, in every language."""

from __future__ import annotations

import pytest

from songfueang.knowledge import read
from songfueang.knowledge.problems import Problem, Severity

FAQ, TIMELINE, SYSTEM, SOURCES = "data/faq/basics.yml", "data/timeline.yml", "data/systems/otop.yml", "data/sources.yml"

EVENT = """
- id: new-event
  date: 2024-05-01
  systems: [otop]
  what: {th: เรื่องใหม่, en: Something new}
  cite: [ce-act-2548]
"""

#: What is typed: (the words of EVENT that are replaced, what stands there instead, the line from EVENT's first, the
#: rule, words of the hint).
MISTAKES = {
    "one language is missing": (", en: Something new", "", 3, "missing-language", "en: …"),
    "an unknown key": ("date:", "dat:", 1, "unknown-key", "'date'"),
    "an unknown key without a like": ("  systems:", "  zzz: 1\n  systems:", 2, "unknown-key", "cite"),
    "a key is missing": ("  date: 2024-05-01\n", "", 0, "missing-key", "date: …"),
    "an unknown source": ("ce-act-2548", "ce-act-2550", 4, "unknown-id", "'ce-act-2548'"),
    "an unknown system": ("[otop]", "[otp]", 2, "unknown-id", "'otop'"),
    "a key twice": ("  systems:", "  date: 2024-06-01\n  systems:", 2, "duplicate-key", "delete"),
    "text instead of a list": ("[otop]", "otop", 2, "wrong-type", "write a list"),
    "a list instead of a text": ("{th: เรื่องใหม่, en: Something new}", "[a, b]", 3, "not-by-language", "per language"),
    "text without its languages": ("{th: เรื่องใหม่, en: Something new}", "เรื่องใหม่", 3, "not-by-language", "per language"),
    "an empty text": ("en: Something new", 'en: ""', 3, "empty-text", "write the text"),
    "a key without a value": ("2024-05-01", "", 1, "empty-value", "write the value"),
    "a day that is not in the calendar": ("2024-05-01", "2024-02-31", 1, "impossible-day", "correct it"),
    "a day as people write it": ("2024-05-01", "1/5/2567", 1, "not-a-date", "as much as is known"),
    "a year of the Buddhist era": ("2024-05-01", "2567-05-01", 1, "buddhist-era", "write 2024-05-01"),
    "a day in Thai digits": ("2024-05-01", "๒๕๖๗-๐๕-๐๑", 1, "not-a-date", "as much as is known"),
    "a tab": ("  systems:", "\tsystems:", 2, "tab", "spaces"),
    "a half-finished line": ("  systems: [otop]", "  sys", 2, "half-line", "finish the line"),
    "no space after the colon": ("  systems: [otop]", "  systems:[otop]", 2, "colon-without-space", "add a space"),
    "no space after the hyphen": ("- id:", "-id:", 0, "dash-without-space", "add a space"),
    "an open quotation mark": ("en: Something new}", 'en: "Something new}', 3, "unclosed-quote", 'add "'),
    "a quotation mark inside a text": ("what: {th: เรื่องใหม่, en: Something new}", 'what: "the "new" one"', 3, "quote-in-text", "“"),
    "an open bracket": ("Something new}", "Something new", 3, "unclosed-bracket", "closing bracket"),
    "a bracket too many": ("Something new}", "Something new}}", 3, "stray-bracket", "delete it"),
    "a colon in a text": ("en: Something new", "en: Something: new", 3, "needs-quotes", 'between " and "'),
    "a colon in a text of its own line": ("what: {th: เรื่องใหม่, en: Something new}", "what:\n    th: ก: ข\n    en: b", 4, "needs-quotes", 'between " and "'),
    "a comma in a text": ("en: Something new", "en: Something, new", 3, "comma-in-text", 'between " and "'),
    "bold text without quotation marks": ("en: Something new", "en: **New**", 3, "needs-quotes", 'between " and "'),
    "a hash sign at the beginning": ("systems: [otop]", "systems: @otop", 2, "needs-quotes", 'between " and "'),
    "curly quotation marks": ("en: Something new", "en: “Something new”", 3, "curly-quotes", 'type "'),
    "curly quotation marks around a comma": ("en: Something new", "en: “Something, new”", 3, "curly-quotes", 'type "'),
    "curly quotation marks around a colon": ("what: {th: เรื่องใหม่, en: Something new}", "what:\n    en: “Something: new”", 4, "curly-quotes", 'type "'),
    "a key indented too far": ("  systems:", "   systems:", 2, "wrong-indent", "spaces at the beginning"),
    "a key not indented enough": ("  systems:", " systems:", 2, "wrong-indent", "spaces at the beginning"),
    "a backslash": ("en: Something new", 'en: "a \\d"', 3, "backslash", "\\\\"),
    "an emoji in an id": ("new-event", "new-event-🎉", 0, "not-an-id", "short English name"),
    "a Thai id": ("new-event", "เหตุการณ์", 0, "not-an-id", "short English name"),
    "no": ("en: Something new", "en: no", 3, "unquoted-yes-or-no", '"no"'),
    "a number sign before a number": ("en: Something new", "en: The village #1", 3, "hash-in-text", 'between " and "'),
    "a number sign in a text of its own line": ("what: {th: เรื่องใหม่, en: Something new}", "what:\n    th: ที่ #1 ของไทย\n    en: b", 4, "hash-in-text", 'between " and "'),
    "a colour without quotation marks": ("[otop]", "{light: #a8410f}", 2, "hash-in-text", 'between " and "'),
    "a language without its colon": ("th: เรื่องใหม่", "th เรื่องใหม่", 3, "half-line", "finish the line"),
    "no comma between the languages": ("เรื่องใหม่, en", "เรื่องใหม่ en", 3, "missing-comma", "comma before 'en:'"),
    "an open quotation mark before another text": ('th: เรื่องใหม่, en: Something new', 'th: "เรื่องใหม่, en: "Something new"', 3, "unclosed-quote", 'add "'),
    "an open single quotation mark": ("en: Something new", "en: 'Something new", 3, "unclosed-quote", 'add "'),
    "a straight quotation mark closed by a curly one": ("th: เรื่องใหม่", 'th: "เรื่องใหม่”', 3, "curly-quotes", 'type "'),
    "curly single quotation marks": ("en: Something new", "en: ‘Something new’", 3, "curly-quotes", 'type "'),
    "a curly id": ("id: new-event", "id: “new-event”", 0, "curly-quotes", 'type "'),
    "a key that stands too far inside": ("  what: {th: เรื่องใหม่, en: Something new}\n  cite:", "  what:\n    th: เรื่องใหม่\n    en: Something new\n    cite:", 6, "key-among-languages", "same column"),
    "a language misspelt": (", en:", ", eng:", 3, "unknown-language", "'en'"),
    "a language in capitals": ("{th:", "{TH:", 3, "unknown-language", "'th'"),
    "an item without anything": ("  cite: [ce-act-2548]", "  cite:\n    - ce-act-2548\n    -", 6, "empty-item", "delete the line"),
    "a second colon": ("id: new-event", "id: new-event:", 0, "stray-colon", "delete the colon"),
    "a space that is none": ("  systems:", "\u00a0 systems:", 2, "odd-space", "retype the spaces"),
    "a record that ends in the middle": ("en: Something new}\n  cite: [ce-act-2548]\n", "en: ", 3, "unclosed-bracket", "closing bracket"),
    "a link that is not closed": ("en: Something new", 'en: "See [this](faq:what-is-otop for more"', 3, "link-not-closed", "add )"),
    "a picture in a text": ("en: Something new", 'en: "![a](https://example.org/a.png)"', 3, "picture-in-text", "take it out"),
    "a leading nought": ("en: Something new", "en: 012", 3, "unquoted", '"012"'),
    "a time of day": ("en: Something new", "en: 1:30", 3, "unquoted", '"1:30"'),
    "a number for a text": ("en: Something new", "en: 12", 3, "not-text", "quotes"),
    "sara am as two characters": ("เรื่องใหม่", "ทํา", 3, "split-sara-am", "--fix"),
    "a tone mark after sara am": ("เรื่องใหม่", "นำ้", 3, "tone-after-sara-am", "--fix"),
    "two sara e": ("เรื่องใหม่", "เเละ", 3, "double-sara-e", "--fix"),
    "a tone mark before its vowel": ("เรื่องใหม่", "ก่ิน", 3, "tone-before-vowel", "--fix"),
    "a tone mark twice": ("เรื่องใหม่", "ไม่่", 3, "mark-twice", "--fix"),
    "an invisible space": ("เรื่องใหม่", "เรื่อง\u200bใหม่", 3, "unseen-character", "--fix"),
    "a merge conflict": ("  systems:", "<<<<<<< HEAD\n  systems:", 2, "merge-conflict", "keep the right version"),
    "an id in use": ("new-event", "{first}", 0, "id-twice", "another id"),
    "an alias": ("en: Something new", "en: &x y", 3, "alias", "quotes"),
    "a link that leads nowhere": ("en: Something new", 'en: "See [this](faq:what-is-otp)"', 3, "unknown-id", "'what-is-otop'"),
    "a dangerous link": ("en: Something new", 'en: "See [this](javascript:alert)"', 3, "unknown-link", "whole address"),
    "a number in one language only": ("en: Something new", "en: 7 things", 3, "numbers-differ", "both"),
    "a statement without a source": ("  cite: [ce-act-2548]\n", "", 0, "no-evidence", "cite:"),
}  # fmt: skip


@pytest.fixture
def told(project):
    """The problems of the copied project's data."""
    return lambda: [found for found in read(project)[1] if found.severity is not Severity.NOTICE]


def at(problems: list[Problem], rule: str) -> Problem:
    found = [problem for problem in problems if problem.rule == rule]
    assert found, f"no {rule} among {[str(problem) for problem in problems]}"
    return found[0]


@pytest.mark.parametrize("mistake", MISTAKES)
def test_a_new_record_with(mistake, project, told):
    old, new, line, rule, hint = MISTAKES[mistake]
    path = project / TIMELINE
    before = path.read_text(encoding="utf-8").rstrip("\n")
    first_id = before[before.index("id: ") + 4 :].split(",")[0].split("\n")[0]
    assert old in EVENT
    path.write_text(before + EVENT.replace(old, new.replace("{first}", first_id), 1), encoding="utf-8")
    problems = [problem for problem in told() if problem.rule != "events-out-of-order"]
    found = at(problems, rule)
    assert problems == [found], "one mistake is told once"
    assert (found.place.file, found.place.line) == (TIMELINE, before.count("\n") + 2 + line), str(found)
    assert hint in found.parts("en")[2]
    for language in ("en", "th"):
        assert found.parts(language)[0]
        assert "{" not in found.told(language).replace("{th:", "").replace("{", "", new.count("{") + 1)


def test_the_untouched_record_is_in_order(project, told):
    path = project / TIMELINE
    path.write_text(path.read_text(encoding="utf-8").rstrip("\n") + EVENT, encoding="utf-8")
    assert {found.rule for found in told()} <= {"events-out-of-order"}


ELSEWHERE = {
    "a hyphen forgotten": (
        "data/faq/legal-status.yml",
        "  - id: can-the-group-sign-contracts",
        "    id: can-the-group-sign-contracts",
        "missing-hyphen",
        "- id: …",
    ),
    "a misspelt key of an answer that others link to": (
        SYSTEM,
        "    short:\n",
        "    shrt:\n",
        "unknown-key",
        "'short'",
    ),
    "a colour in words": (SYSTEM, 'light: "#a8410f"', "light: red", "not-a-colour", "copy its code"),
    "a colour too pale to read": (SYSTEM, 'light: "#a8410f"', 'light: "#ffe0cc"', "pale-colour", "darker"),
    "a colour too dark for the night": (SYSTEM, 'dark: "#ffab73"', 'dark: "#331100"', "pale-colour", "lighter"),
    "a colour like another system's": (SYSTEM, 'light: "#a8410f"', 'light: "#0b6b55"', "colours-alike", "another hue"),
    "a slot of a wording in one language only": (
        "data/wording.yml",
        'en: "Sources last checked on {date}"',
        'en: "Sources last checked"',
        "slots-differ",
        "copy the {slots}",
    ),
    "a slot that is not closed": (
        "data/wording.yml",
        "last checked on {date}",
        "last checked on {date",
        "slot-not-closed",
        "close",
    ),
    "an option that leads nowhere": (
        "data/choose.yml",
        "to: {result: gather-seven-first}",
        "to: {}",
        "not-one-target",
        "keep one",
    ),
    "an option that leads back": (
        "data/choose.yml",
        "to: {result: gather-seven-first}",
        "to: {question: where-are-you-now}",
        "loop",
        "lead the option on",
    ),
    "an answer to an unknown question": (SYSTEM, "  who-can-join:", "  who-can-jion:", "unknown-id", "'who-can-join'"),
    "an address that is not of the web": (
        SOURCES,
        'url: "https://',
        'url: "htps://',
        "not-a-web-address",
        "whole address",
    ),
    "a kind that is none": (SOURCES, "kind: law", "kind: lwa", "not-one-of", "law"),
    "a related entry that is none": (FAQ, "related: [", "related: [what-is-otp, ", "unknown-id", "'what-is-otop'"),
    "an order in words": (FAQ, "order: ", "order: number ", "wrong-type", "quotes"),
    "an id where the file's name is it": (FAQ, "order: ", "id: basics\norder: ", "id-in-file", "delete the line"),
    "a list where a record belongs": (FAQ, "name:", "- name:", "wrong-indent", "spaces"),
}


@pytest.mark.parametrize("mistake", ELSEWHERE)
def test_in_a_record_that_is_there(mistake, project, change, told):
    file, old, new, rule, hint = ELSEWHERE[mistake]
    line = (project / file).read_text(encoding="utf-8").split(old)[0].count("\n") + 1
    change(file, old, new)
    problems = told()
    found = at(problems, rule)
    assert problems == [found], "one mistake is told once"
    assert found.place.file == file
    assert abs(found.place.line - line) <= (1 if rule == "wrong-indent" else 0), str(found)
    assert hint in found.parts("en")[2]


FILES = {
    "a wrong folder": ("data/faqs/new.yml", b"name: {th: a, en: b}\n", "stray-file", "faq/*.yml"),
    "a wrong ending": ("data/faq/new.yaml", b"name: {th: a, en: b}\n", "stray-file", ".yml"),
    "5 MB": ("data/faq/new.yml", b"# much\n" * 800_000, "file-too-large", "split it"),
    "the letters of another encoding": ("data/faq/new.yml", "name: ชื่อ".encode("cp874"), "not-utf-8", "UTF-8"),
    "the letters of Windows' own Unicode": ("data/faq/new.yml", "name: ชื่อ".encode("utf-16"), "not-utf-8", "UTF-8"),
    "a second ending": ("data/faq/new.yml.txt", b"name: {th: a, en: b}\n", "stray-file", ".yml"),
    "a Thai name": ("data/faq/หัวข้อ.yml", b"name: {th: a, en: b}\n", "not-an-id", "short English name"),
    "nothing": ("data/faq/new.yml", b"", "not-a-mapping", "compare"),
}


@pytest.mark.parametrize("case", FILES)
def test_a_file_with(case, project, told):
    name, raw, rule, hint = FILES[case]
    (project / name).parent.mkdir(exist_ok=True)
    (project / name).write_bytes(raw)
    found = at(told(), rule)
    assert (found.place.file, found.place.line) == (name, 1)
    assert hint in found.told()


@pytest.mark.parametrize("file", ["data/sources.yml", "data/questions.yml"])
@pytest.mark.parametrize("empty", [True, False])
def test_a_file_that_everything_rests_on_is_missed_once(project, told, file, empty):
    if empty:
        (project / file).write_text("")
    else:
        (project / file).unlink()
    assert [found.place.file for found in told()] == [file]


def test_a_mistake_in_a_long_text_is_told_at_its_own_line(project, told):
    path = project / "data/faq/basics.yml"
    lines = path.read_text(encoding="utf-8").split("\n")
    number = next(number for number, line in enumerate(lines) if "B.E. 2548 (2005)" in line)
    lines[number] = lines[number].replace("B.E. 2548 (2005)", "2004")
    path.write_text("\n".join(lines), encoding="utf-8")
    [found] = told()
    assert (found.rule, found.place.line) == ("numbers-differ", number + 1)


def test_a_letter_of_another_encoding_is_told_at_its_own_column(project, told):
    (project / TIMELINE).write_bytes("- id: x\n  what: {th: เรื่อง".encode() + b"\xe9")
    [found] = told()
    assert (found.rule, found.place.line, found.place.column) == ("not-utf-8", 2, 20)


def test_a_loop_is_told_once_however_long_it_is(project, change, told):
    change("data/choose.yml", "to: {result: gather-seven-first}", "to: {question: where-are-you-now}")
    [found] = told()
    assert found.slots["path"].startswith("where-are-you-now → ")


def test_where_nothing_is_alike_the_hint_names_what_there_is(change, told):
    change(FAQ, "order: ", "zzz: ")
    [found] = told()
    assert "use one of about, entries" in found.told()


def test_a_misspelt_key_is_told_once(change, told):
    change(SYSTEM, "essence:", "esence:")
    assert [found.rule for found in told()] == ["unknown-key"]


def test_everything_is_told_at_once(change, told):
    change(SYSTEM, "essence:", "esence:")
    change(FAQ, "order: ", "ordre: ")
    change(SOURCES, "kind: law", "kind: lwa")
    assert {found.place.file for found in told()} == {SYSTEM, FAQ, SOURCES}


def test_without_the_list_of_languages_texts_are_not_blamed(project, told):
    (project / "data/site.yml").write_text("")
    assert [found.place.file for found in told()] == ["data/site.yml"]


@pytest.mark.parametrize("oddity", ["byte-order-mark", "windows-line-ends", "trailing-spaces"])
def test_what_editors_of_other_systems_leave_behind_stops_nothing(project, oddity):
    path = project / TIMELINE
    raw = path.read_bytes()
    odd = {
        "byte-order-mark": b"\xef\xbb\xbf" + raw,
        "windows-line-ends": raw.replace(b"\n", b"\r\n"),
        "trailing-spaces": raw.replace(b"\n", b"  \n", 1),
    }
    path.write_bytes(odd[oddity])
    knowledge, problems = read(project)
    assert knowledge is not None
    assert oddity in {found.rule for found in problems if found.severity is Severity.NOTICE}
