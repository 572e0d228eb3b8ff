"""The guides for editors, and the templates in them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from songfueang.editing.adding import KINDS
from songfueang.knowledge.layout import SHELVES
from songfueang.knowledge.places import LocatedList, LocatedMap
from songfueang.knowledge.records import Change, ChooseQuestion, ChooseResult, Deadline, Record
from songfueang.knowledge.records.choose import Option
from songfueang.knowledge.records.exception import RuleException
from songfueang.knowledge.records.guide import Need
from songfueang.knowledge.records.link_exception import LinkException
from songfueang.knowledge.records.system import Answer
from songfueang.knowledge.yaml_reading import read_text

ROOT = Path(__file__).resolve().parent.parent
GUIDES = {"en": ROOT / "CONTRIBUTING.md", "th": ROOT / "CONTRIBUTING.th.md"}
#: Kinds that have a template although the command line does not write them, with their records; words for the search
#: are no record of their own.
MORE_KINDS: dict[str, type[Record] | None] = {
    "answer": Answer, "need": Need, "deadline": Deadline, "choose-question": ChooseQuestion, "option": Option,
    "choose-result": ChooseResult, "change": Change, "exception": RuleException, "link-exception": LinkException,
    "search": None,
}  # fmt: skip


@dataclass(frozen=True)
class Template:
    """A template of a guide: the kind of record that it is for, and its text."""

    kind: str
    text: str

    @property
    def value(self) -> LocatedMap | LocatedList:
        """What it says, with the line of every key."""
        value, problems = read_text(self.text, self.kind)
        assert not problems, problems
        return value

    @property
    def record(self) -> type[Record] | None:
        """The kind of record as a class."""
        if self.kind in MORE_KINDS:
            return MORE_KINDS[self.kind]
        kind = KINDS[self.kind]
        return kind.inner or next(shelf.record for shelf in SHELVES if shelf.name == kind.shelf)


def templates(language: str) -> dict[str, Template]:
    """The templates of a guide by their kind: the first block of YAML below each heading that begins with a kind."""
    text = GUIDES[language].read_text(encoding="utf-8")
    found = re.findall(r"^### `([a-z-]+)` · .+\n(?:(?!^#).*\n)*?```yaml\n((?:.*\n)*?)```\n", text, re.MULTILINE)
    assert len(found) == text.count("\n### `"), "a heading without a template"
    return {kind: Template(kind, words) for kind, words in found}


ALL = {language: templates(language) for language in GUIDES}
