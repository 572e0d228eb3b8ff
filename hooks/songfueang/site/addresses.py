"""Where pages live: the same path in every language, the first language at the root, the others under their code."""

from __future__ import annotations

from functools import lru_cache
from posixpath import relpath

from ..knowledge import Knowledge


def address(knowledge: Knowledge, language: str, path: str) -> str:
    """A page's address below the site's root, such as ``en/faq/joining/``; the root itself is ``""``."""
    prefix = "" if language == knowledge.languages[0] else f"{language}/"
    return prefix + (f"{path}/" if path else "")


@lru_cache(maxsize=50_000)  # every page has the same menu, and asks for it in several places
def relative(target: str, here: str) -> str:
    """The address ``target`` as seen from the page ``here``; both below the site's root.

    Relative addresses work wherever the site is put: at a domain's root, under a sub-path or in a folder.
    """
    if target.endswith("/") or not target:
        found = relpath(target or ".", here or ".")
        return "./" if found == "." else f"{found}/"
    return relpath(target, here or ".")


#: Where records of each kind are shown: the page's path, and the anchor on it.
def record_address(kind: str, name: str, knowledge: Knowledge) -> tuple[str, str]:
    """(path, anchor) of a record named as links in texts name it: kind ``faq``, name ``can-one-person-join``."""
    head, _, tail = name.partition("/")
    if kind == "faq":
        return (f"faq/{tail}", "") if head == "topic" else (f"faq/{_topic_of(name, knowledge)}", name)
    if kind in ("system", "guide"):
        return f"{kind}s/{head}", tail
    return {
        "question": ("compare", name),
        "term": ("glossary", name),
        "story": ("together", name),
        "source": ("sources", name),
        "neighbour": ("neighbours", name),
        "event": ("timeline", name),
        "relation": ("together", name),
    }[kind]


def _topic_of(entry_id: str, knowledge: Knowledge) -> str:
    return next(topic.id for topic in knowledge.topics for entry in topic.entries if entry.id == entry_id)
