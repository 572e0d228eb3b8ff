"""One normal form for what is typed and what is found."""

from pathlib import Path

import pytest
import yaml

from songfueang.knowledge.normal_form import normal_form, sound_form

VECTORS = yaml.safe_load((Path(__file__).parent.parent / "normal_form.yml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("line", VECTORS, ids=[line["typed"] for line in VECTORS])
def test_what_is_typed_in_many_ways_has_one_form(line):
    assert normal_form(line["typed"]) == line["form"]
    assert sound_form(line["typed"]) == line["sound"]


def test_the_form_of_a_form_is_itself():
    assert [normal_form(line["form"]) for line in VECTORS] == [line["form"] for line in VECTORS]


def test_sara_am_is_never_taken_apart():
    assert "\u0e33" in normal_form("น้ำผึ้งป่า")
    assert "\u0e4d" not in normal_form("น้ำผึ้งป่า")
