"""What every record shares: where it stands, its texts in every language, ids, dates and citations."""

from __future__ import annotations

import re
from datetime import date
from typing import Annotated, Any, ClassVar

from pydantic import (
    BaseModel,
    BeforeValidator,
    ConfigDict,
    PrivateAttr,
    StringConstraints,
    ValidationInfo,
    WithJsonSchema,
    model_validator,
)
from pydantic_core import PydanticCustomError

from ..places import LocatedMap, Place, place_of, places_in
from .text import Text

#: Later years are years of the Buddhist era, which the data does not use.
_LATEST_YEAR = 2400
_ID_PATTERN = "[a-z][a-z0-9]*(-[a-z0-9]+)*"
_ID = re.compile(_ID_PATTERN + r"\Z")
_DAY = re.compile(r"\d{4}-\d\d-\d\d\Z", re.ASCII)
_PART_OF_DATE = re.compile(r"\d{4}(-\d\d(-\d\d)?)?\Z", re.ASCII)


def _id(value: Any) -> str:
    if not isinstance(value, str) or not _ID.match(value):
        raise PydanticCustomError("not-an-id", "not an id", {"value": str(value)})
    return value


def _old_place(value: Any) -> str:
    for part in value.split("/", 1) if isinstance(value, str) else [value]:
        _id(part)
    return value


def _day(value: Any) -> date:
    if isinstance(value, date):
        return value
    if not isinstance(value, str) or not _DAY.match(value):
        raise PydanticCustomError("not-a-day", "not a day", {"value": str(value)})
    _refuse_buddhist_era(value)
    try:
        return date.fromisoformat(value)
    except ValueError:
        raise PydanticCustomError("impossible-day", "no such day", {"value": value}) from None


def _part_of_date(value: Any) -> str:
    text = str(value) if isinstance(value, int) and not isinstance(value, bool) else value
    if not isinstance(text, str) or not _PART_OF_DATE.match(text):
        raise PydanticCustomError("not-a-date", "not a date", {"value": str(value)})
    _refuse_buddhist_era(text)
    year, month, day = (text.split("-") + ["01", "01"])[:3]
    try:
        date(int(year), int(month), int(day))
    except ValueError:
        raise PydanticCustomError("impossible-day", "no such day", {"value": text}) from None
    return text


def _refuse_buddhist_era(value: str) -> None:
    if int(value[:4]) >= _LATEST_YEAR:
        meant = f"{int(value[:4]) - 543}{value[4:]}"
        raise PydanticCustomError("buddhist-era", "Buddhist era", {"value": value, "meant": meant})


def _web_address(value: Any) -> str:
    if not isinstance(value, str) or not re.match(r"https?://[^\s/]+\.[^\s]+\Z", value):
        raise PydanticCustomError("not-a-web-address", "not a web address", {"value": str(value)})
    return value


Id = Annotated[str, BeforeValidator(_id), WithJsonSchema({"type": "string", "pattern": f"^{_ID_PATTERN}$"})]
#: An old id, or ``page/id`` of a record that stood on another page.
OldPlace = Annotated[
    str,
    BeforeValidator(_old_place),
    WithJsonSchema({"type": "string", "pattern": f"^({_ID_PATTERN}/)?{_ID_PATTERN}$"}),
]
Day = Annotated[date, BeforeValidator(_day), WithJsonSchema({"type": "string", "format": "date"})]
#: A year, a year and month, or a day: ``2001``, ``2001-09``, ``2001-09-07``.
PartOfDate = Annotated[str, BeforeValidator(_part_of_date, json_schema_input_type=str | int)]
WebAddress = Annotated[str, BeforeValidator(_web_address), WithJsonSchema({"type": "string", "pattern": "^https?://"})]
Words = Annotated[str, StringConstraints(min_length=1, strip_whitespace=True, strict=True)]


class Record(BaseModel):
    """A mapping of the data, as an object that knows where it was written."""

    model_config = ConfigDict(extra="forbid", frozen=True, strict=False, use_attribute_docstrings=True)

    #: What messages call a record of this kind.
    called: ClassVar[str] = "record"

    _yaml: LocatedMap | None = PrivateAttr(default=None)

    @model_validator(mode="wrap")
    @classmethod
    def _remember_place(cls, value: Any, handler, info: ValidationInfo):
        record = handler(value)
        if isinstance(value, LocatedMap):
            record._yaml = value
        return record

    def place_at(self, *path: str | int, at_key: bool = False) -> Place | None:
        """Where the record, or the value at ``path`` inside it, is written."""
        return place_of(self._yaml, path, at_key)

    def keys_on_lines(self) -> list[str]:
        """The keys as they are written, each on a line of its own; none when some share a line, as between brackets."""
        if self._yaml is None:
            return []
        lines: dict[int, list[str]] = {}
        for key, place in self._yaml.key_places.items():
            lines.setdefault(place.line, []).append(key)
        if "id" in self._yaml.key_places:  # the id that a file's name gives stands on no line of its own
            beside = lines[self._yaml.key_places["id"].line]
            beside[:] = [key for key in beside if key != "id"] or beside
        return [keys[0] for _, keys in sorted(lines.items())] if all(len(keys) == 1 for keys in lines.values()) else []

    def places(self) -> set[Place]:
        """Every place inside the record as it is written."""
        return set(places_in(self._yaml))


class Citation(Record):
    """Where a statement comes from."""

    called: ClassVar[str] = "citation"

    source: Id
    """The id of a source in data/sources.yml."""
    at: Text | None = None
    """Where in the source: a section, a page, a clause."""

    @model_validator(mode="before")
    @classmethod
    def _from_bare_id(cls, value: Any) -> Any:
        return {"source": value} if isinstance(value, str) else value


class Cited(Record):
    """A statement with what it rests on."""

    cite: list[Citation] = []
    """Sources, by id; with `at` for the section or page."""
    as_of: Day | None = None
    """For figures: the day on which the figure is true."""
    until: Day | None = None
    """For what ends: the last day on which it is known to hold."""
    unconfirmed: Text | None = None
    """What no source confirms, and whom to ask."""


class Named(Record):
    """A record with an id that never changes; a rename leaves the old id behind in `was`."""

    id: Id
    """Short ASCII words joined by hyphens; also the address and the anchor, in every language."""
    was: list[Id] = []
    """Old ids of this record: their addresses lead here."""


class PartOfPage(Named):
    """A record that shares its page with others of its kind, and may have moved here from another such page."""

    was: list[OldPlace] = []
    """Old ids of this record, or `page/id` where it stood on another page: their addresses lead here."""
