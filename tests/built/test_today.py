"""The site is shown as of one day, and says by that day alone what may have ended."""

from __future__ import annotations

from datetime import timedelta

import pytest
from built_site import BuiltSite
from conftest import ROOT, SITE_URL, build


@pytest.fixture(scope="module")
def on_day(tmp_path_factory):
    """``on_day(day)``: the project's own site as of that day."""

    def built(day) -> BuiltSite:
        into = tmp_path_factory.mktemp("built") / "kb"
        done = build(ROOT, into, TODAY=day.isoformat())
        assert done.returncode == 0, done.stdout + done.stderr
        return BuiltSite(into, SITE_URL)

    return built


def pages_that_say(site: BuiltSite, words: str) -> set[str]:
    return {page.path for page in site if words in page.text}


def test_what_holds_until_a_day_says_that_it_may_have_ended_from_the_next_day_on(on_day, knowledge):
    days = [record.until for record in knowledge.cited() if record.until]
    during, after = on_day(min(days)), on_day(max(days) + timedelta(days=1))
    for language in knowledge.languages:
        ended = knowledge.wording["evidence.ended"].words[language]
        assert pages_that_say(during, ended) == set()
        until = knowledge.wording["evidence.until"].words[language].partition(" {date}")[0]
        shown = pages_that_say(during, until)
        assert shown
        assert shown <= pages_that_say(after, ended)


def test_a_day_that_is_no_day_is_refused_before_anything_is_built(tmp_path):
    done = build(ROOT, tmp_path / "out", TODAY="2027-02-31")
    assert done.returncode == 1
    assert "TODAY:1:1: '2027-02-31' is not a day" in done.stdout + done.stderr
    assert "Traceback" not in done.stdout + done.stderr
