"""The queries that bench/search types: enough of them, and every answer they expect is a record that there is."""

from __future__ import annotations

from collections import Counter

import pytest

from bench.search.queries import SETS, read_sets


@pytest.fixture(scope="module")
def queries(knowledge):
    return read_sets(knowledge)  # an answer that is not there cannot be turned into an address


def test_every_set_asks_in_every_language(queries, knowledge):
    asked = Counter((query.set, query.language) for query in queries)
    assert set(asked) == {(name, language) for name in SETS for language in knowledge.languages}


def test_there_are_enough_queries_of_each_language_to_tell_one_slip_from_a_habit(queries):
    asked = Counter(query.language for query in queries)
    assert asked["th"] >= 120 and asked["en"] >= 40


def test_every_query_expects_an_answer(queries):
    assert [query.typed for query in queries if not query.answers] == []
