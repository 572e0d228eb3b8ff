"""Mistakes that show when pages are made: calls of macros, links to anchors, missing files of the looks."""

from __future__ import annotations

import re

import pytest
from conftest import SITE_URL, copy_project

from songfueang.knowledge import read
from songfueang.knowledge.problems import Problem
from songfueang.site.settings import Settings
from songfueang.site.site import Site
from songfueang.site.templates import TEMPLATE_ERRORS

PAGE = "about.th.md"
CALL = "{{ status() }}"

#: What stands in the page instead of a call: (the words, the rule, the column, words of the hint or the expected form).
CALLS = {
    "a record that is not there": ('{{ steps_of("from-group-to-bot") }}', "unknown-id", 1, "'from-group-to-both'"),
    "a source that is not there": ('{{ cited(["ce-act-2584"]) }}', "unknown-id", 1, "'ce-act-2548'"),
    "a page that is not there": ('{{ hero("a", "b", ["compar"]) }}', "unknown-id", 1, "'compare'"),
    "too little": ("{{ steps_of() }}", "wrong-arguments", 4, "{{ steps_of(name) }}"),
    "too much": ('{{ status("x") }}', "wrong-arguments", 4, "{{ status() }}"),
    "a keyword that is none": ('{{ status(colour="x") }}', "wrong-arguments", 4, "{{ status() }}"),
    "no brackets": ("{{ status }}", "call-without-brackets", 1, "{{ status() }}"),
    "an open bracket": ("{{ status( }}", "call-not-finished", 1, "{{ name() }}"),
    "one brace at the end": ("{{ status() }", "call-not-finished", 1, "{{ name() }}"),
    "no brace at the end": ("{{ status()", "call-not-finished", 1, "{{ name() }}"),
    "braces in a sentence": ("{{ ทุกคำตอบบอกที่มา", "call-not-finished", 1, "{{ name() }}"),
    "a percent sign in a brace": ("{% 50 %}", "call-not-finished", 1, "{{ name() }}"),
    "a block that is never closed": ("{% if language %} {{ status() }}\n\nต่อ", "call-not-finished", 1, "{{ name() }}"),
    "a block closed by another's end": ("{% if language %}\n{% endfor %}", "call-not-finished", 1, "{{ name() }}"),
    "curly quotation marks": ("{{ steps_of(“from-group-to-both”) }}", "curly-quotes", 13, 'type "'),
}


@pytest.fixture(scope="module")
def root(tmp_path_factory):
    folder = tmp_path_factory.mktemp("templates")
    copy_project(folder)
    return folder


@pytest.fixture(scope="module")
def made(root, knowledge) -> Site:
    site, problems = Site.make(root, knowledge, Settings(SITE_URL, preview=True))
    assert [found for found in problems if found.severity == "error"] == []
    return site


@pytest.fixture
def rendered(made, root):
    """The problem of a page in which other words stand instead of a call."""
    path = root / "docs" / PAGE
    whole = path.read_text(encoding="utf-8")

    def rendering(words: str) -> Problem | None:
        path.write_text(whole.replace(CALL, words), encoding="utf-8")
        page = made.pages["about"]
        try:
            made.templates.render_prose(PAGE, made.view(page, "th"))
        except TEMPLATE_ERRORS as error:
            return made.templates.problem(error, page.place("th"))
        return None

    yield rendering
    path.write_text(whole, encoding="utf-8")


@pytest.mark.parametrize("mistake", CALLS)
def test_a_call_with(mistake, rendered, root):
    words, rule, column, hint = CALLS[mistake]
    line = (root / "docs" / PAGE).read_text(encoding="utf-8").split(CALL)[0].count("\n") + 1
    found = rendered(words)
    assert found.rule == rule
    assert (found.place.file, found.place.line, found.place.column) == (f"docs/{PAGE}", line, column)
    assert hint in found.told("en")
    assert found.told("th") != found.told("en")
    assert not re.search("Error|Jinja|None", found.told("en"))


def test_a_page_without_mistakes_is_rendered(rendered):
    assert rendered(CALL) is None


@pytest.fixture
def remade(project, knowledge):
    """The problems of the copied project, made anew."""
    return lambda: Site.make(project, knowledge, Settings(SITE_URL, preview=True))[1]


def test_a_link_to_an_anchor_that_is_not_there_is_told_with_the_nearest(project, change, remade):
    change("docs/about.en.md", CALL, f"{CALL} [x](compare.md#who-can-jion) [y](systems/otop.md#heart) [z](#status)")
    [found] = [one for one in remade() if one.severity == "error"]
    assert (found.rule, found.place.file, found.slots["id"]) == ("unknown-id", "docs/about.en.md", "who-can-jion")
    assert "'who-can-join'" in found.told()


def test_a_slot_that_no_page_fills_is_told_where_the_wording_stands(project, change):
    change("data/wording.yml", "ครั้งล่าสุด {date}", "ครั้งล่าสุด {dat}")
    change("data/wording.yml", "last checked on {date}", "last checked on {dat}")
    changed, problems = read(project)
    assert changed is not None, problems
    found = {one for one in Site.make(project, changed, Settings(SITE_URL, preview=True))[1] if one.severity == "error"}
    assert {(one.rule, one.place.file, one.slots["slot"]) for one in found} == {
        ("unknown-slot", "data/wording.yml", "{dat}")
    }


@pytest.mark.parametrize("file", ["overrides/pages/topic.html", "overrides/styles/tokens.css"])
def test_a_file_of_the_looks_is_missed_by_its_name(project, remade, file):
    (project / file).unlink()
    assert [(one.rule, one.place.file) for one in remade() if one.severity == "error"] == [("missing-file", file)]


def test_a_macro_under_another_name_is_told_in_its_own_file(change, remade):
    change("overrides/macros/status.html", "{% macro status", "{% macro statuss")
    [found] = [one for one in remade() if one.severity == "error"]
    assert found.place.file == "overrides/macros/status.html"
    assert "defines no macro 'status'" in found.told()
