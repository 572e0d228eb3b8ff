"""The vocabulary that the structured data is held against really refuses what schema.org does not know."""

import pytest
from schema_org import faults


@pytest.mark.parametrize(
    ("node", "told"),
    [
        ({"@type": "Artikel"}, "no type"),
        ({"@type": "Article", "cites": "x"}, "no such property"),
        ({"@type": "Article", "acceptedAnswer": "x"}, "belongs to Question"),
        ({"@type": "Article", "dateModified": "last week"}, "where Date, DateTime belongs"),
        ({"@type": "Article", "image": "card.png"}, "where ImageObject, URL belongs"),
        (
            {"@type": "FAQPage", "mainEntity": {"@type": "Question", "acceptedAnswer": {"@type": "Article"}}},
            "Article where",
        ),
        ({"@type": "ListItem", "position": 1, "item": "https://example.org/"}, "where Thing belongs"),
        ({"@type": "Dataset", "name": True}, "where Text belongs"),
        ({"@type": "ListItem", "item": {"@id": "/faq/"}}, "no full address"),
    ],
)
def test_what_schema_org_does_not_know_is_refused(node, told):
    assert any(told in fault for fault in faults(node)), list(faults(node))


def test_what_schema_org_knows_passes():
    node = {
        "@type": "Article",
        "dateModified": "2026-11-22",
        "citation": [{"@type": "CreativeWork", "name": "An act", "url": "https://example.org/"}],
    }
    assert list(faults(node)) == []
