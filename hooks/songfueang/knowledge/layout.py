"""Which file holds which records: the map from ``data/`` to the store."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from .records import (
    Change,
    Choose,
    Event,
    Guide,
    LinkException,
    Neighbour,
    QuestionGroup,
    Record,
    Relation,
    RuleException,
    Search,
    Site,
    Source,
    Story,
    System,
    Term,
    Topic,
)


@dataclass(frozen=True)
class Shelf:
    """Where records of one kind are kept.

    ``shape``: ``file`` is one record per file, whose name is its id; ``list`` is one file with many records;
    ``single`` is one file that is one record.
    """

    name: str
    path: str
    record: type[Record]
    shape: Literal["file", "list", "single"]
    required: bool = False


SHELVES = (
    Shelf("site", "site.yml", Site, "single", required=True),
    Shelf("systems", "systems/*.yml", System, "file", required=True),
    Shelf("groups", "questions.yml", QuestionGroup, "list", required=True),
    Shelf("sources", "sources.yml", Source, "list", required=True),
    Shelf("relations", "relations.yml", Relation, "list"),
    Shelf("topics", "faq/*.yml", Topic, "file"),
    Shelf("guides", "guides/*.yml", Guide, "file"),
    Shelf("choose", "choose.yml", Choose, "single"),
    Shelf("stories", "stories.yml", Story, "list"),
    Shelf("terms", "glossary.yml", Term, "list"),
    Shelf("events", "timeline.yml", Event, "list"),
    Shelf("changes", "changes.yml", Change, "list"),
    Shelf("search", "search.yml", Search, "single"),
    Shelf("neighbours", "neighbours.yml", Neighbour, "list"),
    Shelf("exceptions", "exceptions.yml", RuleException, "list"),
    Shelf("link_exceptions", "link-exceptions.yml", LinkException, "list"),
)

#: Read apart from the records: a tree of texts without a fixed set of keys.
WORDING = "wording.yml"
