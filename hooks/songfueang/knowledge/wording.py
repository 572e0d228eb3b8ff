"""Every word of the interface: a tree of texts, addressed by dotted keys."""

from __future__ import annotations

from pathlib import Path

from pydantic import TypeAdapter, ValidationError

from .places import LocatedMap, Place
from .problems import Problem, problem
from .records import Text
from .yaml_reading import read_yaml

_TEXT = TypeAdapter(Text)


def read_wording(path: Path, shown: str, context: dict) -> tuple[dict[str, Text], list[Problem]]:
    """The texts of ``path`` by dotted key (``matrix.caption``), and the problems."""
    if not path.is_file():
        return {}, [problem("missing-file", Place(shown))]
    value, problems = read_yaml(path, shown)
    if not isinstance(value, LocatedMap):
        return {}, problems or [problem("not-a-mapping", Place(shown), called="wording")]
    found: dict[str, Text] = {}
    _gather(value, "", found, context, problems)
    return found, problems


def _gather(tree: LocatedMap, before: str, found: dict, context: dict, problems: list) -> None:
    for key, value in tree.items():
        if isinstance(value, LocatedMap) and not set(value) & set(context["languages"]):
            _gather(value, f"{before}{key}.", found, context, problems)
            continue
        try:
            found[before + key] = _TEXT.validate_python(value, context=context)
        except ValidationError as failure:
            slots = failure.errors()[0].get("ctx", {})
            problems.append(problem("not-by-language", tree.value_places[key], key=key, **slots))
