"""One stored date, written as each language writes it."""

from datetime import date

import pytest

from songfueang.knowledge.records import Language
from songfueang.site.dates import day_of_year, time_tag, written

THAI = Language(code="th", name="ไทย", locale="th_TH", calendar="buddhist", script="thai", year="พ.ศ. {year}")
ENGLISH = Language(code="en", name="English", locale="en_GB")


@pytest.mark.parametrize(
    ("when", "thai", "english"),
    [
        (date(2025, 10, 1), "1 ตุลาคม 2568", "1 October 2025"),
        ("2001-09-07", "7 กันยายน 2544", "7 September 2001"),
        ("2001-09", "กันยายน 2544", "September 2001"),
        ("1979", "พ.ศ.\u00a02522", "1979"),
    ],
)
def test_thai_uses_the_buddhist_era_and_english_the_common_one(when, thai, english):
    assert written(when, THAI) == thai
    assert written(when, ENGLISH) == english


def test_machines_read_the_stored_date():
    assert time_tag(date(2025, 10, 1), THAI) == '<time datetime="2025-10-01">1 ตุลาคม 2568</time>'


def test_a_yearly_day_has_no_year():
    assert day_of_year(1, 30, THAI) == "30 มกราคม"
    assert day_of_year(1, 30, ENGLISH) == "30 January"
