"""The preview makes the page that is asked for first, the others meanwhile, and leaves to the generator what is its own."""

from __future__ import annotations

import re
import time

import pytest
from conftest import SITE_URL

from songfueang.adapter import Adapter
from songfueang.preview import Asked, KeepTheLastSite, OnDemand, Rebuilding

LANGUAGES = ["th", "en"]
PATIENCE = 120  # seconds


class Preview:
    """A preview of a copy of the project, without a server: what it shows, how often browsers are told to look again."""

    def __init__(self, root, folder):
        self.root, self.folder = root, folder
        self.shown, self.built, self.told = 0, 0, 0
        self.adapter = Adapter(root, preview=True)
        self.pages = OnDemand(self.adapter, folder, self._show)
        self.build()
        self.rebuild = Rebuilding(self.adapter, self.pages, self.build, self._tell)
        self.asked = Asked(self._served, self.pages, self.adapter)
        self.pages.begin()

    def _show(self):
        self.shown += 1

    def _tell(self):
        self.told += 1

    def build(self):
        """What the generator does, as far as it matters here: read, and lend its way from Markdown to HTML."""
        self.built += 1
        self.adapter.read(SITE_URL, LANGUAGES, rendered=False)
        self.adapter.converters = {uri: lambda markdown: markdown for uri in self.adapter.sources}

    def _served(self, environ, start_response):
        start_response("200 OK", [])
        name = environ["PATH_INFO"].removeprefix("/")
        return [(self.folder / (name + "index.html" if name.endswith("/") or not name else name)).read_bytes()]

    def get(self, path: str) -> str:
        """What a browser gets under ``path``."""
        environ = {"PATH_INFO": f"/{path}".encode().decode("latin-1")}
        return b"".join(self.asked(environ, lambda status, headers: None)).decode(errors="replace")

    def says(self, path: str, words: str) -> bool:
        """Whether the page says so, whatever elements stand between the letters."""
        return words in re.sub(r"<[^>]*>", "", self.get(path))

    def at_rest(self) -> None:
        """Wait until everything is made."""
        self.pages._rest.join(PATIENCE)


@pytest.fixture
def preview(project, tmp_path_factory):
    made = Preview(project, tmp_path_factory.mktemp("served"))
    yield made
    made.pages.end()


def test_a_changed_sentence_is_on_the_next_page_asked_for_without_the_generator(preview, change):
    change("data/systems/otop.yml", "{th: โอทอป", "{th: โอทอปใหม่")
    preview.rebuild()
    assert preview.says("systems/otop/", "โอทอปใหม่")
    assert preview.built == 1 and preview.told == 1
    preview.at_rest()
    assert all(preview.says(path, "โอทอปใหม่") for path in ("compare/", "handout/", ""))
    assert preview.shown == 0


def test_a_page_of_docs_is_turned_into_html_by_the_generators_own_converter(preview, change):
    change("docs/about.en.md", "Who it is for", "Whom it is for")
    preview.adapter.converters["about.en.md"] = lambda markdown: markdown.replace("Whom", "<b>Whom</b>")
    preview.rebuild()
    assert "<b>Whom</b> it is for" in preview.get("en/about/")


def test_files_that_are_no_pages_are_those_of_the_new_site(preview, change):
    change("data/systems/otop.yml", "{th: โอทอป", "{th: โอทอปใหม่")
    preview.rebuild()
    page = preview.get("search/")
    index = page.split('data-index="../')[1].split('"')[0]
    assert preview.get(index)
    assert "โอทอปใหม่" in preview.get("data/knowledge.json")
    change("overrides/styles/site.css", "@import", "body{--new:1}\n@import")
    preview.rebuild()
    sheet = preview.get("about/").split('rel="stylesheet" href="../')[1].split('"')[0]
    assert "--new" in preview.get(sheet)


def test_a_mistake_in_the_data_leaves_every_page_as_it_was(preview, change):
    before = preview.get("compare/")
    change("data/systems/otop.yml", "essence:", "esence:")
    with pytest.raises(KeepTheLastSite):
        preview.rebuild()
    assert preview.get("compare/") == before
    assert preview.adapter.refused


def test_a_mistake_on_the_page_asked_for_is_told_at_once_over_the_page_as_it_was(preview, change):
    before = preview.get("faq/basics/")
    change("overrides/macros/faq_entry.html", "{{ evidence(", "{{ 1 / 0 }}{{ evidence(")
    preview.rebuild()
    assert preview.get("faq/basics/") == before
    assert any(found.place.file == "overrides/macros/faq_entry.html" for found in preview.adapter.problems)


def test_a_mistake_on_a_page_that_nobody_looks_at_comes_to_light_meanwhile(preview, change):
    change("docs/handout.en.md", "{{ handout_table(", "{{ handout_table(1")
    preview.rebuild()
    assert not preview.adapter.refused
    preview.at_rest()
    assert [found.place.file for found in preview.adapter.problems if not preview.adapter.harmless(found)] == [
        "docs/handout.en.md"
    ]
    assert preview.shown == 1
    change("docs/handout.en.md", "{{ handout_table(1", "{{ handout_table(")
    preview.rebuild()
    preview.at_rest()
    assert not preview.adapter.refused and preview.shown == 1


def test_a_page_that_is_no_more_is_taken_away(preview):
    assert preview.get("faq/basics/")
    topic = preview.root / "data/faq/basics.yml"
    topic.rename(topic.with_name("beginnings.yml"))
    preview.rebuild()  # others still link to the old topic, which the check may tell; the page itself has gone
    assert preview.get("faq/beginnings/")
    with pytest.raises(FileNotFoundError):
        preview.get("faq/basics/")


def test_what_only_the_generator_looks_at_is_left_to_it(preview):
    new = {
        "docs/assets/รูป.svg": "<svg/>",
        "docs/new.th.md": "---\ntitle: ใหม่\ndescription: ใหม่\n---\nใหม่\n",
        "mkdocs.yml": "site_name: x\n",
    }
    for number, (file, content) in enumerate(new.items(), start=2):
        path = preview.root / file
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(content, encoding="utf-8")
        preview.rebuild()
        assert preview.built == number, file
    preview.rebuild()
    assert preview.built == number


def test_a_page_read_while_the_site_changed_is_read_again(preview, change):
    change("data/systems/otop.yml", "{th: โอทอป", "{th: โอทอปใหม่")
    served = preview.asked._app
    answers = []

    def slow(environ, start_response):
        if not answers:
            preview.rebuild()  # the server waits for the rebuild that is under way
        answers.append(served(environ, start_response))
        return answers[-1]

    preview.asked._app = slow
    assert preview.says("systems/otop/", "โอทอปใหม่")
    assert len(answers) == 2


def test_the_background_gives_way_when_the_site_changes_again(preview, change):
    for number in range(3):
        change("data/systems/otop.yml", "{th: โอทอป", "{th: โอทอปใหม่")
        preview.rebuild()
        assert preview.says("systems/otop/", "โอทอป" + "ใหม่" * (number + 1))
    begun = time.monotonic()
    preview.at_rest()
    assert time.monotonic() - begun < PATIENCE
    assert preview.says("compare/", "โอทอปใหม่ใหม่ใหม่")
