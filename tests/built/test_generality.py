"""The engine knows no system: one more file in data/systems/ is one more system everywhere."""

import re

import pytest
from conftest import ROOT


@pytest.mark.parametrize(("prefix", "brief"), [("", "สั้น"), ("en/", "brief")])
def test_a_third_system_has_its_page_and_its_column_in_every_language(three, prefix, brief):
    assert brief in three[f"{prefix}systems/sample-cooperative/"].text
    row = three[f"{prefix}compare/"].tree.xpath("//tr[@id='what-it-is']")[0]
    assert len(row.xpath("td[@data-system]")) == 3
    assert brief in row.xpath("td[@data-system='sample-cooperative']")[0].text_content()


@pytest.mark.parametrize("prefix", ["", "en/"])
def test_an_unanswered_question_is_a_dash_that_is_spoken(three, prefix):
    cell = three[f"{prefix}compare/"].tree.xpath("//tr[@id='debts']/td[@data-system='sample-cooperative']")[0]
    assert cell.xpath("span[@aria-hidden='true']")[0].text == "–"
    assert cell.xpath("span[@class='vh']")[0].text


@pytest.mark.parametrize(
    "path", ["compare/", "systems/sample-cooperative/", "en/compare/", "en/systems/sample-cooperative/"]
)
def test_markup_in_the_data_is_shown_as_text(three, path):
    assert "<script>alert(1)</script>" in three[path].text
    assert not [script for script in three[path].tree.xpath("//script") if script.text and "alert" in script.text]


def test_the_third_system_turns_a_third_gear(three):
    assert len(three["together/"].tree.xpath("//main//*[local-name()='svg']/*[local-name()='g']")) == 3


def test_nothing_in_the_engine_names_a_system():
    named = re.compile("otop|โอทอป|community.enterprise|วิสาหกิจชุมชน", re.IGNORECASE)
    for folder in ("hooks", "overrides"):
        for path in (ROOT / folder).rglob("*"):
            if path.suffix in (".py", ".html", ".css", ".js", ".yml", ".xml"):
                found = named.search(path.read_text(encoding="utf-8"))
                assert not found, f"{path.relative_to(ROOT)} says {found.group()}"
