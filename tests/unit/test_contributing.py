"""The guides for editors speak of the site, its files and its commands as they are."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from guides import GUIDES, ROOT

from songfueang.knowledge.rules.links import link_targets


@pytest.mark.parametrize("language", GUIDES)
def test_every_link_of_a_guide_leads_somewhere(language):
    text = GUIDES[language].read_text(encoding="utf-8")
    for target in re.findall(r"\]\(([^)\s]+)\)", re.sub(r"`[^`\n]*`", "", re.sub(r"```.*?```", "", text, flags=re.S))):
        file, _, anchor = target.partition("#")
        path = ROOT / file if file else GUIDES[language]
        assert path.is_file(), target
        if anchor:
            assert anchor in anchors(path), target


def anchors(path: Path) -> set[str]:
    """The anchors that GitHub gives to the headings of a file."""
    text = re.sub(r"```.*?```", "", path.read_text(encoding="utf-8"), flags=re.S)
    headings = re.findall(r"^#{1,6} (.+)$", text, re.MULTILINE)
    return {re.sub(r"[^\w\u0e00-\u0e7f -]", "", heading.lower()).replace(" ", "-") for heading in headings}


@pytest.mark.parametrize("language", GUIDES)
def test_commands_files_and_the_words_of_the_site_are_as_they_are_there(language, knowledge):
    text = GUIDES[language].read_text(encoding="utf-8")
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    for target in set(re.findall(r"^make ([a-z]+)|`make ([a-z]+)`", text, re.MULTILINE)):
        assert re.search(rf"^{max(target)}:", makefile, re.MULTILINE), target
    for file in set(re.findall(r"`((?:data|docs)/[\w./-]+\.yml)`", text)):
        assert (ROOT / file).is_file(), file
    for key in ("mend.open", "mend.edit", "mend.report", "site.edit_page"):
        assert f"**{knowledge.wording[key][language]}**" in text, key
    for grade in ("law", "official", "secondary", "advice", "unconfirmed"):
        assert f"| {knowledge.wording[f'sureness.{grade}'][language]} |" in text, grade


@pytest.mark.parametrize("language", GUIDES)
def test_records_that_a_guide_names_exist(language, knowledge):
    targets = link_targets(knowledge)
    text = GUIDES[language].read_text(encoding="utf-8")
    for kind, name in re.findall(rf"\b({'|'.join(targets)}):([a-z][a-z0-9/-]+)", text):
        assert name in targets[kind], f"{kind}:{name}"


@pytest.mark.parametrize("language", GUIDES)
def test_a_guide_says_how_an_id_is_changed(language):
    assert "\n    was: [" in GUIDES[language].read_text(encoding="utf-8")
