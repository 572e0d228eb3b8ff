"""From ``data/`` to :class:`Knowledge`: every file read, every record checked, every problem told."""

from __future__ import annotations

import os
from datetime import date
from pathlib import Path

from .exceptions import without_exceptions
from .layout import SHELVES, WORDING, Shelf
from .places import LocatedList, LocatedMap, Place
from .problems import Problem, Severity, in_order, problem, suggestion
from .rules import RULES
from .store import Knowledge
from .uncollected import uncollected
from .validation import validate
from .wording import read_wording
from .yaml_reading import read_yaml


@uncollected()
def read(root: Path, today: date | None = None) -> tuple[Knowledge | None, list[Problem]]:
    """Read ``root/data``.

    Returns the knowledge and all problems in the order of the files. The knowledge is None when a problem stops the
    work. ``today`` is the day the site is shown as of; without it the environment's ``TODAY`` (an ISO day) or else
    the clock decides.
    """
    knowledge, problems = read_what_is_there(root, today)
    return (None if _stops(problems) else knowledge), problems


def read_what_is_there(root: Path, today: date | None = None) -> tuple[Knowledge | None, list[Problem]]:
    """Like :func:`read`, with whatever could be read in spite of the problems; None when not even the site's languages."""
    data = root / "data"
    reading = _Reading(data)
    parts = {shelf.name: reading.shelf(shelf) for shelf in SHELVES}
    wording, wording_problems = read_wording(data / WORDING, f"data/{WORDING}", reading.context)
    problems = reading.problems + wording_problems + _strays(data)
    if today is None:
        today, no_day = _day_shown()
        problems += no_day
    if parts["site"] is None:  # without it nobody knows which languages the texts should have
        return None, in_order([told for told in problems if told.rule not in _ABOUT_LANGUAGES])
    knowledge = Knowledge(**parts, wording=wording, texts=reading.context["texts"], today=today)
    found = without_exceptions(knowledge, (told for rule in RULES for told in rule(knowledge)))
    problems += [told for told in found if not reading.makes_unsure(told)]
    return knowledge, in_order(problems)


_ABOUT_LANGUAGES = {"unknown-language", "missing-language", "not-by-language"}
#: Rules that are only right about knowledge that could be read as a whole.
_UNSURE_WHEN_INCOMPLETE = {
    "unused-source",
    "unanswered",
    "out-of-reach",
    "exception-for-nothing",
    "exception-not-needed",
}


_EVIDENCE = {"cite", "unconfirmed", "advice"}


def _day_shown() -> tuple[date, list[Problem]]:
    """The day in the environment's ``TODAY``, or today when it is not set or no day."""
    given = os.environ.get("TODAY")
    try:
        return date.fromisoformat(given) if given else date.today(), []
    except ValueError:
        return date.today(), [problem("not-a-day", Place("TODAY"), value=given)]


def _stops(problems: list[Problem]) -> bool:
    return any(found.severity is Severity.ERROR for found in problems)


class _Reading:
    """Reads shelf after shelf, gathering problems and texts."""

    def __init__(self, data: Path):
        self.data = data
        self.problems: list[Problem] = []
        self.context = {"languages": languages_of(data), "problems": self.problems, "texts": []}
        self.incomplete = False  # something could not be read as it was meant
        self._unread_files: set[str] = set()  # what they are called in messages, or where one should be
        self._unread_ids: set[str] = set()

    def makes_unsure(self, told: Problem) -> bool:
        """Whether ``told`` may only seem to be wrong, because of what could not be read."""
        if told.rule == "unknown-id":
            swallowed = any(found.rule == "missing-hyphen" for found in self.problems)
            home = told.slots["file"]  # where the id should be: a file, or the beginning of several
            unread = any(file.startswith(home.partition("*")[0]) for file in self._unread_files)
            return unread or swallowed or not self._unread_ids.isdisjoint(told.slots["id"].split("/"))
        if told.rule == "no-evidence":
            return any(self._hides_evidence(found) for found in self.problems if found.place.file == told.place.file)
        return self.incomplete and told.rule in _UNSURE_WHEN_INCOMPLETE

    @staticmethod
    def _hides_evidence(found: Problem) -> bool:
        """Whether a misspelt or misplaced key may be the evidence that a record seems to lack."""
        return not {found.slots.get("nearest", "").strip("'"), found.slots.get("language")}.isdisjoint(_EVIDENCE)

    def shelf(self, shelf: Shelf) -> object | None:
        """The records of one shelf, without those that could not be made."""
        paths = sorted(self.data.glob(shelf.path))
        if not paths and shelf.required:
            self.incomplete = True
            self._unread_files.add(f"data/{shelf.path}")
            self.problems.append(problem("missing-file", Place(f"data/{shelf.path}")))
        if shelf.shape == "single":
            return self._record(shelf, paths[0]) if paths else None
        if shelf.shape == "list":
            return self._list(shelf, paths[0]) if paths else []
        records = [record for path in paths if (record := self._record(shelf, path, path.stem))]
        return sorted(records, key=lambda record: (record.order, record.id))

    def _record(self, shelf: Shelf, path: Path, file_id: str | None = None) -> object | None:
        value, shown = self._yaml(path)
        if not isinstance(value, LocatedMap):
            self._refuse(shown, "not-a-mapping", value, shelf)
            return None
        if file_id is not None:
            if "id" in value:
                self.problems.append(problem("id-in-file", value.key_places["id"], file=path.name))
            value["id"] = file_id
            value.key_places["id"] = value.value_places["id"] = value.place
        return self._made(shelf, value)

    def _list(self, shelf: Shelf, path: Path) -> list:
        value, shown = self._yaml(path)
        if not isinstance(value, LocatedList):
            if value is not None or shelf.required or self._stopped(shown):
                self._refuse(shown, "not-a-list", value, shelf)
            return []
        records = []
        for item, place in zip(value, value.value_places, strict=True):
            if isinstance(item, LocatedMap):
                records.append(self._made(shelf, item))
            else:
                self.problems.append(problem("not-a-mapping", place, called=shelf.record.called))
        return [record for record in records if record]

    def _made(self, shelf: Shelf, value: LocatedMap) -> object | None:
        record, unread = validate(shelf.record, value, self.context)
        self.incomplete = self.incomplete or bool(unread)
        self._unread_ids |= unread
        return record

    def _refuse(self, shown: str, rule: str, value: object, shelf: Shelf) -> None:
        self.incomplete = True
        self._unread_files.add(shown)
        if value is not None or not self._stopped(shown):
            self.problems.append(problem(rule, Place(shown), called=shelf.record.called))

    def _stopped(self, shown: str) -> bool:
        """Whether something was found in a file that stops the work."""
        return any(found.place.file == shown and found.severity is not Severity.NOTICE for found in self.problems)

    def _yaml(self, path: Path) -> tuple[object | None, str]:
        shown = f"data/{path.relative_to(self.data).as_posix()}"
        value, problems = read_yaml(path, shown)
        self.problems += problems
        return value, shown


def languages_of(data: Path) -> list[str]:
    """The codes of the site's languages, needed before any text can be read."""
    path = data / "site.yml"
    value = read_yaml(path, "data/site.yml")[0] if path.is_file() else None
    listed = value.get("languages") if isinstance(value, LocatedMap) else None
    codes = [item.get("code") for item in listed or [] if isinstance(item, LocatedMap)]
    return [code for code in codes if isinstance(code, str)] or ["en"]


def _strays(data: Path) -> list[Problem]:
    """Files that no shelf takes: a wrong folder, a wrong ending."""
    known = {path for shelf in SHELVES for path in data.glob(shelf.path)} | {data / WORDING}
    places = [shelf.path for shelf in SHELVES] + [WORDING]
    found = []
    for path in sorted(data.rglob("*")):
        if path.is_file() and path not in known and not path.name.startswith("."):
            shown = f"data/{path.relative_to(data).as_posix()}"
            guess = path.with_suffix(".yml").relative_to(data).as_posix()
            found.append(problem("stray-file", Place(shown), nearest=suggestion(guess, places)))
    return found
