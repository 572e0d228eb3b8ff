"""Cells that a spreadsheet would calculate."""

from __future__ import annotations

import pytest

from songfueang.site.open_data.tables import harmless


@pytest.mark.parametrize(
    "cell",
    [
        "=1+1",
        "+66 2 141 0000",
        "-5",
        "@SUM(A1)",
        "\t=1",
        "\r=1",
        "  =1",
        "\u00a0=1",
        "\ufeff=1",
        "＝1",
        '=HYPERLINK("x")',
    ],
)
def test_what_a_spreadsheet_would_calculate_is_marked_as_text(cell):
    assert harmless(cell) == f"'{cell}"


@pytest.mark.parametrize(
    "cell", ["", "7 คน", "a = b", "โอทอป", "1-30 January", "2022-01-31", "https://example.org/?a=b"]
)
def test_other_text_stays_as_it_is(cell):
    assert harmless(cell) == cell
