"""Mistakes in the pages of docs/: each is told once, at its line, with a hint that mends it, in every language."""

from __future__ import annotations

from pathlib import Path

import pytest

from songfueang.cli import main
from songfueang.knowledge.problems import Severity
from songfueang.site.pages import pages

PAGE, TWIN = "docs/about.th.md", "docs/about.en.md"
CALL = "{{ status() }}"
PICTURE = b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"/>'

#: What is typed: (the words of the page that are replaced, what stands there instead, the rule, words of the hint).
MISTAKES = {
    "a misspelt call": (CALL, "{{ statu() }}", "unknown-call", "'status'"),
    "a misspelt key in the head": ("menu:", "mnu:", "unknown-key", "'menu'"),
    "other words that are no list": ("also: [ใครทำเว็บนี้, เว็บนี้เป็นของใคร, เชื่อถือได้ไหม, ติดต่อเว็บ]", "also: ใครทำเว็บนี้", "head-without-list", "between [ and ]"),
    "a colon in a title": ("title: เกี่ยวกับ", "title: เกี่ยวกับ: ", "needs-quotes", 'between " and "'),
    "a heading without an id": (" { #status }", "", "heading-without-id", "{ #… }"),
    "a heading with another id": ("{ #status }", "{ #state }", "anchors-differ", "'status'"),
    "a heading of the first level": ("## ข้อมูลมีแค่", "# ข้อมูลมีแค่", "heading-too-high", "##"),
    "a call that the twin does not have": (CALL, f"{CALL}\n\n{{{{ gears() }}}}", "calls-differ", "copy the call"),
    "a link that leads nowhere": (CALL, f"{CALL} [x](compar.md)", "page-link-nowhere", "'compare.md'"),
    "a link with a slash before it": (CALL, f"{CALL} [x](/compare/)", "page-link-nowhere", "'compare.md'"),
    "a picture that is not there": (CALL, f"{CALL} ![ก](assets/pictur.svg)", "page-link-nowhere", "'assets/picture.svg'"),
    "a picture without words": (CALL, f"{CALL} ![](assets/picture.svg)", "picture-without-words", "what the picture shows"),
    "a picture of another website": (CALL, f"{CALL} ![ก](https://example.org/a.png)", "picture-elsewhere", "save the picture"),
    "a script": (CALL, f"{CALL}\n<script>alert(1)</script>", "forbidden-html", "delete it"),
    "a handler": (CALL, f'{CALL}\n<p onclick="x()">ก</p>', "forbidden-html", "delete it"),
    "a look-alike": ("ทำเพื่อ", "ทํ\u0e32เพื่อ", "split-sara-am", "--fix"),
    "a merge conflict": ("## ข้อมูล", "<<<<<<< HEAD\n## ข้อมูล", "merge-conflict", "keep the right version"),
}  # fmt: skip


@pytest.fixture
def told(project, knowledge):
    """The problems of the copied project's pages."""
    (project / "docs/assets").mkdir(exist_ok=True)
    (project / "docs/assets/picture.svg").write_bytes(PICTURE)
    return lambda: [found for found in pages(knowledge, project / "docs")[1] if found.severity is not Severity.NOTICE]


@pytest.mark.parametrize("mistake", MISTAKES)
def test_a_page_with(mistake, project, change, told):
    old, new, rule, hint = MISTAKES[mistake]
    at = (project / PAGE).read_text(encoding="utf-8").split(old)[0].count("\n") + new.rstrip("\n").count("\n") + 1
    change(PAGE, old, new)
    [found] = told()
    line = at - 1 if rule == "merge-conflict" else at
    assert (found.rule, found.place.file, found.place.line) == (rule, PAGE, line), str(found)
    assert hint in found.parts("en")[2]
    assert found.parts("th")[0]


@pytest.mark.parametrize(
    "words",
    [
        "[x](compare.md)", "[x](compare.th.md)", "[x](faq/index.md)", "[x](faq/basics.md)", "[x](systems/otop.md#heart)",
        "[x](https://example.org)", "[x](mailto:a@example.org)", "[x](#status)", "![ก](assets/picture.svg)",
        "![ก](<assets/picture.svg>)", "`[x](nowhere.md)`",
    ],
)  # fmt: skip
def test_links_that_lead_somewhere_are_in_order(change, told, words):
    change(PAGE, CALL, f"{CALL} {words}")
    assert told() == []


def test_a_picture_with_a_thai_name_is_in_order(project, change, told):
    (project / "docs/assets/รูป ตลาด.svg").write_bytes(PICTURE)
    change(PAGE, CALL, f"{CALL} ![ตลาด](<assets/รูป ตลาด.svg>)")
    assert told() == []


def test_a_picture_has_its_words_in_each_language(change, told):
    change(PAGE, CALL, f"{CALL} ![ตลาด](assets/picture.svg)")
    change(TWIN, CALL, f"{CALL} ![](assets/picture.svg)")
    [found] = told()
    assert (found.rule, found.place.file) == ("picture-without-words", TWIN)


@pytest.mark.parametrize(
    ("file", "rule"),
    [
        ("docs/new.th.markdown", "stray-page-file"),
        ("docs/new.th.md.txt", "stray-page-file"),
        ("docs/new.docx", "stray-page-file"),
        ("docs/new.md", "page-misnamed"),
        ("docs/new.lo.md", "page-misnamed"),
    ],
)
def test_a_file_that_is_no_page(project, told, file, rule):
    (project / file).write_text("x", encoding="utf-8")
    [found] = told()
    assert (found.rule, found.place.file) == (rule, file)


def test_what_the_system_leaves_in_folders_is_overlooked(project, told):
    (project / "docs/.DS_Store").write_bytes(b"\x00")
    assert told() == []


def test_a_page_without_its_twin_is_told_with_the_name_of_the_twin(project, told):
    (project / TWIN).unlink()
    [found] = told()
    assert (found.rule, found.place.file, found.slots["twin"]) == ("page-without-twin", PAGE, TWIN)


def test_a_head_that_is_not_closed_is_told_once(project, told):
    path = project / PAGE
    path.write_text(path.read_text(encoding="utf-8").replace("\n---\n", "\n", 1), encoding="utf-8")
    [found] = told()
    assert (found.rule, found.place.line) == ("head-not-closed", 1)


def test_a_page_that_the_menu_names_is_missed_where_the_menu_stands(project, told):
    for file in (PAGE, TWIN):
        (project / file).unlink()
    [found] = told()
    line = (project / found.place.file).read_text(encoding="utf-8").split("\n")[found.place.line - 1]
    assert (found.rule, found.place.file) == ("unknown-id", "data/site.yml")
    assert line[found.place.column - 1 :].startswith("about")


def test_the_home_page_is_missed(project, told):
    for language in ("th", "en"):
        (project / f"docs/index.{language}.md").unlink()
    assert [(found.rule, found.place.file) for found in told()] == [("missing-file", "docs/index.th.md")]


def test_a_title_that_would_fill_the_phone_is_told_and_stops_nothing(project, knowledge, change):
    change(PAGE, "title: เกี่ยวกับสองเฟือง", "title: " + "ยาว" * 50)
    found = pages(knowledge, project / "docs")[1]
    assert [(one.rule, one.place.file, one.severity) for one in found] == [("long-title", PAGE, Severity.NOTICE)]


def test_the_check_tells_of_pages_too(project, change, capsys):
    change(PAGE, CALL, "{{ statu() }}")
    assert main(["--root", str(project), "check", "--quiet", "--lang", "en"]) == 1
    assert capsys.readouterr().out.startswith(f"{PAGE}:25:4: there is nothing to call named 'statu'")


def test_data_without_pages_is_checked_alone(project):
    for file in sorted((project / "docs").rglob("*"), reverse=True):
        file.unlink() if file.is_file() else file.rmdir()
    Path(project / "docs").rmdir()
    assert main(["--root", str(project), "check", "--quiet"]) == 0
