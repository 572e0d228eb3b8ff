"""Which outside addresses no longer lead where they should: what was heard of them becomes problems with a place."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from urllib.parse import urlsplit

from ..knowledge.places import Place
from ..knowledge.problems import Problem, Severity, problem
from ..knowledge.records import LinkException
from .asking import Heard

#: What the server says when a page is not there.
_GONE = (404, 410)
#: What readers hardly notice: told, but nothing has to be mended at once.
_NOTICES = ("link-moved", "link-certificate")


@dataclass(frozen=True)
class Finding:
    """A problem and the address that it is about, whole."""

    problem: Problem
    address: str


def findings(
    addresses: Mapping[str, list[Place]],
    heard: Mapping[str, Heard],
    exceptions: Iterable[LinkException],
    whole: bool = True,
) -> Iterator[Finding]:
    """What is wrong with the addresses that were asked, at each place where they stand, without what is excused.

    With ``whole`` all addresses were asked, so that an exception that excused nothing is told as well.
    """
    needed: set[int] = set()
    exceptions = list(exceptions)
    for address, answer in heard.items():
        rule = _rule(address, answer)
        if rule is None:
            continue
        excuse = next((one for one in exceptions if one.rule == rule and address.startswith(one.address)), None)
        if excuse is not None:
            needed.add(id(excuse))
            continue
        severity = Severity.NOTICE if rule in _NOTICES else Severity.ERROR
        slots = {"address": address, "said": answer.unverified or answer.said, "ended_at": answer.ended_at}
        for place in addresses[address]:
            yield Finding(problem(rule, place, severity, **slots), address)
    for one in exceptions if whole else []:
        if id(one) not in needed:
            told = problem("link-exception-not-needed", one.place_at(), name=one.rule, address=one.address)
            yield Finding(told, one.address)


def _rule(address: str, heard: Heard) -> str | None:
    """The name of what is wrong; None when the address opens as it stands."""
    if heard.status is None or heard.status >= 500:
        return "link-fails"
    if heard.status in _GONE:
        return "link-gone"
    if heard.status >= 400:
        return "link-refused"
    if not _is_front(address) and _is_front(heard.ended_at):
        return "link-home"
    if heard.unverified:
        return "link-certificate"
    return "link-moved" if heard.moved and _differ(address, heard.ended_at) else None


def _is_front(address: str) -> bool:
    parts = urlsplit(address)
    return parts.path in ("", "/") and not parts.query


def _differ(one: str, other: str) -> bool:
    """Whether two addresses differ in more than ``https``, ``www.`` and a slash at the end."""

    def plain(address: str) -> tuple[str, str, str]:
        parts = urlsplit(address)
        return (parts.hostname or "").removeprefix("www."), parts.path.rstrip("/"), parts.query

    return plain(one) != plain(other)
