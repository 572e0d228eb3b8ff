"""Dates as each language writes them, from one Gregorian date.

Month names are the Unicode consortium's (through Babel); a Buddhist-era year is the Gregorian one plus 543.
Years before 1941 began on 1 April in Thailand: such dates are given by year only, never converted to the day.
"""

from __future__ import annotations

from datetime import date

from babel.dates import get_month_names
from markupsafe import Markup

from ..knowledge.records import Language

BUDDHIST_ERA = 543


def year_in(year: int, language: Language) -> int:
    """A Gregorian year as a year of the language's calendar."""
    return year + BUDDHIST_ERA if language.calendar == "buddhist" else year


def written(when: date | str, language: Language) -> str:
    """``when`` in words: a day, or (from a text) a month ``2001-09`` or a year ``2001``."""
    parts = [int(part) for part in str(when).split("-")]
    year = year_in(parts[0], language)
    if len(parts) == 1:
        return language.year.format(year=year).replace(" ", "\u00a0")
    return " ".join(str(part) for part in [*parts[2:], _month(parts[1], language), year])


def day_of_year(month: int, day: int, language: Language) -> str:
    """A day that comes every year: 30 January."""
    return f"{day} {_month(month, language)}"


def time_tag(when: date | str, language: Language) -> Markup:
    """``<time datetime="…">`` around the date in words."""
    return Markup('<time datetime="{}">{}</time>').format(str(when), written(when, language))


def months(language: Language) -> list[str]:
    """The names of the twelve months."""
    return list(get_month_names("wide", context="stand-alone", locale=language.code).values())


def _month(month: int, language: Language) -> str:
    return months(language)[month - 1]
