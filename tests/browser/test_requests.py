"""What a real browser asks for on a first view."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest
from first_view import first_view, kind_of

LIMITS = tomllib.loads((Path(__file__).parent.parent / "limits.toml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("path", ["", "en/", "compare/", "faq/basics/", "offline/", "guides/register-otop/"])
def test_a_first_view_asks_for_few_things_and_only_this_host(browser, server, site, path):
    context = browser.new_context(viewport={"width": 360, "height": 740})
    page = context.new_page()
    asked = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(server + path, wait_until="networkidle")
    context.close()
    limit = LIMITS["heavier"].get(kind_of(site[path]), LIMITS["ordinary"])
    assert all(url.startswith(server) for url in asked)
    assert len(asked) <= limit["requests"]
    # the counting from the files misses nothing but what the page's own scripts ask for
    counted = {file.relative_to(site.folder).as_posix() for file in first_view(site, site[path]).files}
    extra = {url.removeprefix(server) for url in asked} - {name.removesuffix("index.html") for name in counted}
    assert extra <= {"offline.json"}
