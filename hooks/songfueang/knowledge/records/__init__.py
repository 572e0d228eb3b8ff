"""The kinds of record, one module per kind."""

from .base import Citation, Cited, Named, Record
from .change import Change
from .choose import Choose, ChooseQuestion, ChooseResult, Option
from .exception import RuleException
from .faq import Entry, Topic
from .guide import Deadline, Guide, Step
from .link_exception import LinkException
from .question import Question, QuestionGroup
from .reference import Event, Neighbour, Story, Term
from .relation import Gift, Relation
from .search import Search
from .site import Language, Site
from .source import Source
from .system import Answer, System
from .text import Text

__all__ = [
    "Answer", "Change", "Choose", "ChooseQuestion", "ChooseResult", "Citation", "Cited", "Deadline", "Entry", "Event", "Gift",
    "Guide", "Language", "LinkException", "Named", "Neighbour", "Option", "Question", "QuestionGroup", "Record", "Relation", "RuleException", "Search", "Site",
    "Source", "Step", "Story", "System", "Term", "Text", "Topic",
]  # fmt: skip
