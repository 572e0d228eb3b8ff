"""The preview shows what a build refuses: half a translation, and the last good site while a mistake is mended."""

import pytest
from conftest import SITE_URL

from songfueang.adapter import Adapter

LANGUAGES = ["th", "en"]


@pytest.fixture
def preview(project) -> Adapter:
    made = Adapter(project, preview=True)
    made.read(SITE_URL, LANGUAGES)
    return made


def shown(preview: Adapter, uri: str) -> str:
    return preview.document(uri, preview.markdown(uri))


def test_a_text_in_one_language_only_is_shown_in_it_with_a_note(preview, change):
    change("data/systems/otop.yml", "en: OTOP}", "}")
    preview.read(SITE_URL, LANGUAGES)
    html = shown(preview, "systems/otop.en.md")
    assert '<span class="untranslated"><span lang="th">' in html
    assert "Not yet translated into English" in html
    assert not preview.stopped


def test_a_changed_text_is_shown_without_a_restart(preview, change):
    change("docs/about.en.md", "Who it is for", "Whom it is for")
    preview.read(SITE_URL, LANGUAGES)
    assert "Whom it is for" in preview.markdown("about.en.md")


def test_a_mistake_leaves_the_last_good_site_up(preview, change):
    before = shown(preview, "compare.th.md")
    change("data/systems/otop.yml", "essence:", "esence:")
    preview.read(SITE_URL, LANGUAGES)
    assert preview.problems
    assert not preview.stopped
    assert shown(preview, "compare.th.md") == before


def test_mending_the_mistake_brings_the_new_text(preview, change):
    change("data/systems/otop.yml", "essence:", "esence:")
    preview.read(SITE_URL, LANGUAGES)
    change("data/systems/otop.yml", "esence:", "essence:")
    change("data/systems/otop.yml", "{th: โอทอป", "{th: โอทอปใหม่")
    preview.read(SITE_URL, LANGUAGES)
    assert "ใหม่" in shown(preview, "systems/otop.th.md")
