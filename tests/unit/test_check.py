"""``songfueang check`` as an editor's tool: its forms, its languages, what it mends and what it leaves alone."""

from __future__ import annotations

import io
import json

import pytest

from songfueang.cli import main
from songfueang.commands.telling import as_line, colours_wanted
from songfueang.editing.fix import fix, meant_date
from songfueang.knowledge import read
from songfueang.knowledge.places import Place
from songfueang.knowledge.problems import problem
from songfueang.tool_words import language_of

TIMELINE = "data/timeline.yml"


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


@pytest.fixture
def check(project, capsys):
    """Run the check on the copied project: (exit code, standard output, the other output)."""

    def ran(*options: str) -> tuple[int, str, str]:
        code = main(["--root", str(project), "check", *options])
        told = capsys.readouterr()
        return code, told.out, told.err

    return ran


def spoil(project, old: str, new: str, file: str = TIMELINE) -> None:
    path = project / file
    raw = path.read_bytes()
    assert old.encode() in raw
    path.write_bytes(raw.replace(old.encode(), new.encode(), 1))


def test_json_says_everything_apart(check, change):
    change("data/systems/otop.yml", "essence:", "esence:")
    code, out, _ = check("--json", "--lang", "en")
    found = next(one for one in json.loads(out) if one["severity"] == "error")
    assert code == 1
    assert found == {
        "file": "data/systems/otop.yml",
        "line": found["line"],
        "column": 1,
        "rule": "unknown-key",
        "severity": "error",
        "message": "'esence' is not a key of this record",
        "expected": "one of the record's keys: 'essence'",
        "hint": "did you mean 'essence'?",
    }


def test_json_is_a_list_also_when_all_is_well(check):
    code, out, _ = check("--json", "--quiet")
    assert (code, json.loads(out)) == (0, [])


def test_annotations_stand_at_their_lines_on_one_line_each(check, change):
    change("data/systems/otop.yml", "essence:", "esence:")
    _, out, _ = check("--github", "--quiet", "--lang", "en")
    assert out.count("\n") == 1
    assert out.startswith("::error file=data/systems/otop.yml,line=")
    assert ",col=1,title=unknown-key::'esence' is not a key of this record · " in out


def test_messages_come_in_thai_when_asked_for(check, change):
    change("data/systems/otop.yml", "essence:", "esence:")
    _, out, err = check("--lang", "th", "--quiet")
    assert "ข้อมูลชุดนี้ไม่มีช่องชื่อ 'esence'" in out
    assert "ต้องแก้ 1 ข้อ" in err


@pytest.mark.parametrize(
    ("environment", "language"),
    [
        ({}, "en"),
        ({"LANG": "th_TH.UTF-8"}, "th"),
        ({"LANG": "th_TH.UTF-8", "LC_ALL": "C.UTF-8"}, "en"),
        ({"LANG": "C", "SONGFUEANG_LANG": "th"}, "th"),
        ({"LANG": "de_DE.UTF-8"}, "en"),
    ],
)
def test_the_environment_says_the_language(environment, language):
    assert language_of(environment) == language


def test_colours_are_for_terminals_and_for_those_who_want_them():
    assert colours_wanted(Terminal(), {"TERM": "xterm"})
    assert not colours_wanted(Terminal(), {"TERM": "xterm", "NO_COLOR": "1"})
    assert not colours_wanted(Terminal(), {"TERM": "dumb"})
    assert not colours_wanted(io.StringIO(), {"TERM": "xterm"})


def test_a_coloured_line_says_the_same_as_a_plain_one():
    import re

    found = problem("half-line", Place("data/x.yml", 3, 1), seen="dat")
    assert re.sub("\033\\[\\d*m", "", as_line(found, "en", coloured=True)) == as_line(found, "en")


def test_fix_mends_only_what_it_says_and_leaves_every_other_byte(project, check):
    path = project / TIMELINE
    spoil(project, "- id: ", "# ความเห็น  \n- id: ")
    before = path.read_bytes()
    thai = "ทํา เเละ นำ้ เรื่อง\u200bใหม่"
    path.write_bytes(before.replace("# ความเห็น".encode(), f"# {thai}".encode()))
    code, _, err = check("--fix", "--lang", "en")
    assert code == 0
    assert path.read_bytes() == before.replace("# ความเห็น  ".encode(), "# ทำ และ น้ำ เรื่องใหม่".encode())
    assert f"{TIMELINE}:" in err
    assert "→" in err
    assert "spaces removed from the end of 1 lines" in err


def test_fix_of_a_project_in_order_changes_nothing(project, check):
    before = {path: path.read_bytes() for path in (project / "data").rglob("*") if path.is_file()}
    code, _, err = check("--fix", "--lang", "en")
    assert code == 0
    assert "nothing that can be corrected automatically" in err
    assert all(path.read_bytes() == raw for path, raw in before.items())


@pytest.mark.parametrize("spoilt", [b"\xef\xbb\xbf", b""], ids=["BOM and CRLF", "CRLF"])
def test_fix_brings_back_the_file_that_another_system_saved(project, spoilt):
    path = project / TIMELINE
    raw = path.read_bytes()
    path.write_bytes(spoilt + raw.replace(b"\n", b"\r\n"))
    assert {done.what for done in fix(project)} == {"windows-line-ends"} | ({"byte-order-mark"} if spoilt else set())
    assert path.read_bytes() == raw


def test_fix_keeps_spaces_that_a_reader_would_miss(project):
    spoil(
        project,
        "- id: ",
        "- id: new-event\n  date: 1970\n  what:\n    th: |-\n      ก  \n      ข\n    en: |-\n      a  \n      b\n- id: ",
    )
    before = (project / TIMELINE).read_bytes()
    assert fix(project) == []
    assert (project / TIMELINE).read_bytes() == before


def test_fix_leaves_a_page_its_line_breaks(project):
    spoil(project, "\n## ", "\ntwo spaces break a line  \nin Markdown\n\n## ", "docs/about.en.md")
    assert fix(project) == []


def test_fix_mends_dates_that_can_only_mean_one_day(project, check):
    spoil(project, "checked: 2026-11-22", "checked: 22/11/2569", "data/sources.yml")
    code, _, err = check("--fix", "--lang", "en")
    assert code == 0
    assert "22/11/2569 → 2026-11-22" in err


def test_fix_does_not_touch_a_file_that_is_no_yaml_beyond_its_letters(project):
    spoil(project, "- id: ", "- id: x  \n  name: {th: ทํา\n- id: ")
    assert [done.what for done in fix(project)] == ["letters"]
    assert "- id: x  \n  name: {th: ทำ\n".encode() in (project / TIMELINE).read_bytes()


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("1/10/2568", "2025-10-01"),
        ("๑/๑๐/๒๕๖๘", "2025-10-01"),
        ("2568-10-01", "2025-10-01"),
        ("2025/10/1", "2025-10-01"),
        ("13/10/2025", "2025-10-13"),
        ("10/13/2025", "2025-10-13"),
        ("5.5.2025", "2025-05-05"),
        ("1/10/2025", None),  # the first of October or the tenth of January
        ("31/2/2568", None),
        ("1/10/68", None),
        ("ตุลาคม 2568", None),
    ],
)
def test_a_date_is_read_only_where_it_means_one_day(typed, meant):
    assert meant_date(typed, whole_day=True) == meant


@pytest.mark.parametrize(("typed", "meant"), [("2568", "2025"), ("2568-10", "2025-10"), ("๒๕๖๘", "2025")])
def test_a_part_of_a_date_may_be_mended_too(typed, meant):
    assert meant_date(typed) == meant


def test_in_a_workflow_it_speaks_every_language_and_sums_up(check, change, monkeypatch, tmp_path):
    summary = tmp_path / "summary.md"
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(summary))
    change("data/systems/otop.yml", "essence:", "esence:")
    _, out, _ = check("--github", "--quiet", "--lang", "en")
    assert "%0Aข้อมูลชุดนี้ไม่มีช่องชื่อ 'esence' · " in out
    told = summary.read_text(encoding="utf-8")
    assert "To correct: 1 · ต้องแก้ 1 ข้อ" in told
    assert "| data/systems/otop.yml:" in told


def test_with_pages_the_mistakes_of_docs_are_told_too(check, change):
    change("docs/about.en.md", "{{ status()", "{{ status(1)")
    assert check("--quiet")[0] == 0
    code, out, _ = check("--quiet", "--pages", "--lang", "en")
    assert code == 1
    assert out.startswith("docs/about.en.md:")
    assert "'status'" in out


#: A story in its usual order, key by key: the words of each, with the comment that belongs to it.
STORY = [
    "  # what they call themselves\n  name: {th: กลุ่มใหม่, en: A new group}\n",
    "  place:\n    th: ที่นี่\n\n    en: Here\n",
    "  systems:\n  - otop\n  # - community-enterprise\n",
    "  text:\n    th: |-\n      หนึ่ง\n\n      # สอง\n    en: |-\n      One\n\n      # Two\n",
    "  cite: [ce-act-2548,\n    article-two-gears]\n",
]


@pytest.mark.parametrize("order", [(4, 3, 2, 1, 0), (1, 0, 2, 4, 3), (0, 4, 1, 3, 2), (2, 3, 4, 0, 1)])
def test_fix_puts_keys_in_their_usual_order_with_their_lines_and_comments(project, order):
    path = project / "data/stories.yml"
    before = path.read_text(encoding="utf-8").rstrip("\n") + "\n\n# the newest\n- id: a-new-group\n"
    path.write_text(before + "".join(STORY[number] for number in order) + "\n# the end\n", encoding="utf-8")
    values = read(project)[0].stories[-1]
    assert [done.what for done in fix(project)] == ["order"]
    assert path.read_text(encoding="utf-8") == before + "".join(STORY) + "\n# the end\n"
    assert read(project)[0].stories[-1] == values
    assert fix(project) == []


def test_fix_moves_the_id_to_the_front_and_the_hyphen_stays(project):
    path = project / TIMELINE
    whole = path.read_text(encoding="utf-8").rstrip("\n")
    keys = ["id: the-newest", 'date: "2030"', "what: {th: ใหม่, en: New}", "cite: [ce-act-2548]"]
    path.write_text("\n".join([whole, f"- {keys[3]}", *(f"  {key}" for key in keys[:3]), ""]), encoding="utf-8")
    assert [done.before for done in fix(project)] == ["the-newest"]
    assert path.read_text(encoding="utf-8") == "\n".join([whole, f"- {keys[0]}", *(f"  {key}" for key in keys[1:]), ""])


@pytest.mark.parametrize(
    "record",
    [
        "- {cite: [ce-act-2548], id: the-newest, date: '2030', what: {th: ใหม่, en: New}}\n",
        "- cite: [ce-act-2548]\n  date: '2030'\n  what: {th: ใหม่, en: New}\n  # a comment in front of the id\n  id: the-newest\n",
    ],
    ids=["between brackets", "a comment before the id"],
)
def test_fix_leaves_keys_alone_that_it_cannot_move_line_by_line(project, record):
    path = project / TIMELINE
    path.write_text(path.read_text(encoding="utf-8").rstrip("\n") + "\n" + record, encoding="utf-8")
    before = path.read_bytes()
    assert fix(project) == []
    assert path.read_bytes() == before


def test_fix_mends_what_it_can_beside_a_mistake_that_it_cannot_mend(project, change):
    change("data/systems/otop.yml", "essence:", "esence:")
    change("data/stories.yml", "  name:", "  plaice: x\n  name:")
    path = project / TIMELINE
    record = "- id: the-newest\n  cite: [ce-act-2548]\n  date: '2030'\n  what: {th: ใหม่, en: New}\n"
    path.write_text(path.read_text(encoding="utf-8").rstrip("\n") + "\n" + record, encoding="utf-8")
    assert [(done.what, done.place.file) for done in fix(project)] == [("order", TIMELINE)]
    assert "plaice: x" in (project / "data/stories.yml").read_text(encoding="utf-8")


def test_every_fix_is_done_in_one_go(project):
    path = project / TIMELINE
    raw = path.read_bytes()
    spoilt = (
        raw
        + "- id: the-newest\n  cite: [ce-act-2548]  \n  date: 1/10/2599\n  what: {th: ทํา\u200b, en: Done}\n".encode()
    )
    path.write_bytes(b"\xef\xbb\xbf" + spoilt.replace(b"\n", b"\r\n"))
    assert {done.what for done in fix(project)} == {
        "byte-order-mark", "windows-line-ends", "letters", "trailing-spaces", "date", "order",
    }  # fmt: skip
    right = "- id: the-newest\n  date: 2056-10-01\n  what: {th: ทำ, en: Done}\n  cite: [ce-act-2548]\n"
    assert path.read_bytes() == raw + right.encode()
    assert fix(project) == []
