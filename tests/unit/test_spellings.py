"""The spellings that the project's glossary tells to avoid are found wherever they are typed, and no page has one."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from conftest import ROOT

from songfueang.knowledge import Knowledge
from songfueang.knowledge.places import LocatedMap, Place
from songfueang.knowledge.records import Text
from songfueang.knowledge.rules.spelling import texts_avoid_forbidden_spellings


def avoided_in(words: str, language: str, knowledge: Knowledge) -> set[str]:
    text = Text({language: words}, LocatedMap(Place("typed")))
    problems = texts_avoid_forbidden_spellings(replace(knowledge, texts=[text]))
    return {problem.slots["seen"].lower() for problem in problems}


def test_each_spelling_to_avoid_is_found_inside_a_sentence(knowledge):
    spellings = [spelling for term in knowledge.terms for spelling in term.avoid]
    assert len(spellings) > 20
    for spelling in spellings:
        thai = not spelling.isascii()
        words = f"ถ้าท่าน{spelling}แล้ว" if thai else f"If your {spelling}, then"
        assert spelling.lower() in avoided_in(words, "th" if thai else "en", knowledge)


@pytest.mark.parametrize("page", sorted((ROOT / "docs").rglob("*.md")), ids=lambda page: str(page.relative_to(ROOT)))
def test_no_page_uses_a_spelling_to_avoid(page: Path, knowledge):
    assert not avoided_in(page.read_text(), page.suffixes[-2].lstrip("."), knowledge)
