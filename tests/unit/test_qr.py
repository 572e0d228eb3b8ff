"""A page's address as a QR code."""

from __future__ import annotations

from songfueang.site.qr import qr_code


def test_a_code_is_named_and_needs_no_style_attribute():
    drawn = qr_code("https://example.org/kb/compare/", "QR code for <this page>")
    assert drawn.startswith('<svg role="img"')
    assert "<title>QR code for &lt;this page&gt;</title>" in drawn
    assert "style=" not in drawn
    assert "<path" in drawn


def test_different_addresses_have_different_codes():
    assert qr_code("https://example.org/a/", "a") != qr_code("https://example.org/b/", "a")
