"""What ends soon or has ended, and what has to be read again: the check, as it would be some days from now."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from ..knowledge import Knowledge
from ..knowledge.exceptions import without_exceptions
from ..knowledge.problems import Problem
from ..knowledge.rules.coverage import sources_not_checked_for_long, statements_that_have_ended

#: What is told of a statement whose last day has passed, and of a source whose last check is long ago.
ENDED, UNREAD = "has-ended", "old-check"
_DAY_OF = {ENDED: "until", UNREAD: "checked"}


def expiring(knowledge: Knowledge, days: int) -> list[Problem]:
    """What ends within ``days`` from the day that is shown, or has ended; and the sources to be read again by then.

    Of each kind the oldest first; without what has a reasoned exception.
    """
    then = replace(knowledge, today=knowledge.today + timedelta(days=days + 1))  # the last day itself still holds
    told = [*statements_that_have_ended(then), *sources_not_checked_for_long(then)]
    found = [one for one in without_exceptions(then, told) if one.rule in _DAY_OF]
    return sorted(found, key=lambda one: (one.rule, one.slots[_DAY_OF[one.rule]], one.place))


def already_ended(found: Problem, knowledge: Knowledge) -> bool:
    """Whether what was found to end has ended by the day that is shown."""
    return found.rule == ENDED and found.slots["until"] < knowledge.today.isoformat()
