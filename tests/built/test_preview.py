"""The preview shows what a build refuses: half a translation, and the last good site while a mistake is mended."""

import pytest
from conftest import SITE_URL

from songfueang.adapter import Adapter
from songfueang.preview import Overlay, guarded

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
    assert not preview.refused


def test_a_changed_text_is_shown_without_a_restart(preview, change):
    change("docs/about.en.md", "Who it is for", "Whom it is for")
    preview.read(SITE_URL, LANGUAGES)
    assert "Whom it is for" in preview.markdown("about.en.md")


def test_a_mistake_leaves_the_last_good_site_up(preview, change):
    before = shown(preview, "compare.th.md")
    change("data/systems/otop.yml", "essence:", "esence:")
    preview.read(SITE_URL, LANGUAGES)
    assert preview.refused
    assert shown(preview, "compare.th.md") == before


def test_mending_the_mistake_brings_the_new_text(preview, change):
    change("data/systems/otop.yml", "essence:", "esence:")
    preview.read(SITE_URL, LANGUAGES)
    change("data/systems/otop.yml", "esence:", "essence:")
    change("data/systems/otop.yml", "{th: โอทอป", "{th: โอทอปใหม่")
    preview.read(SITE_URL, LANGUAGES)
    assert "ใหม่" in shown(preview, "systems/otop.th.md")


PAGE = b'<html><head><meta http-equiv="Content-Security-Policy" content="default-src \'self\'"></head><body>x</body></html>'


@pytest.fixture
def over(preview):
    """A page as the browser of the preview gets it."""
    return lambda: Overlay(None, preview).over(PAGE).decode()


def test_a_preview_without_mistakes_shows_the_page_alone(over):
    assert "problems" not in over()


def test_problems_stand_on_top_in_every_language_with_place_expectation_and_mend(preview, change, over):
    change("data/systems/otop.yml", "essence:", "esence:")
    preview.read(SITE_URL, LANGUAGES)
    html = over()
    assert html.index("<body>") < html.index("data/systems/otop.yml:21:1") < html.index("x</body>")
    for said in ("ข้อมูลชุดนี้ไม่มีช่องชื่อ", "is not a key of this record", "หมายถึง", "did you mean"):
        assert said in html
    assert "the last good version of the site" in html


def test_places_are_links_where_the_repository_is_known(preview, change, over, monkeypatch):
    change("data/systems/otop.yml", "essence:", "esence:")
    preview.read(SITE_URL, LANGUAGES)
    assert "/edit/main/" not in over()
    monkeypatch.setenv("REPO_URL", "https://github.com/example/songfueang")
    preview.read(SITE_URL, LANGUAGES)
    assert 'href="https://github.com/example/songfueang/edit/main/data/systems/otop.yml#L21"' in over()


def test_half_a_translation_is_told_calmly_over_the_new_page(preview, change, over):
    change("data/systems/otop.yml", "en: OTOP}", "}")
    preview.read(SITE_URL, LANGUAGES)
    assert "The site below is up to date" in over()


def test_problems_go_away_when_mended(preview, change, over):
    change("docs/about.en.md", "{{ status() }}", "{{ statu() }}")
    preview.read(SITE_URL, LANGUAGES)
    assert "docs/about.en.md:" in over()
    change("docs/about.en.md", "{{ statu() }}", "{{ status() }}")
    preview.read(SITE_URL, LANGUAGES)
    assert "problems" not in over()


@pytest.mark.parametrize(
    ("file", "old", "new"),
    [
        ("overrides/macros/answer.html", "{% endmacro %}", ""),
        ("overrides/macros/answer.html", "found.short", "found.shrt"),
        ("overrides/macros/answer.html", "{{ evidence(found) }}", "{{ 1 / 0 }}"),
        ("overrides/macros/frame_parts.html", "above in ancestors", "above in ancestor"),
        ("overrides/frame.html", "{{ parts.footer() }}", "{{ parts.footr() }}"),
        ("docs/index.th.md", "title:", "titel:"),
    ],
)
def test_a_mistake_in_a_template_is_told_with_its_file_before_anything_is_written(
    preview, change, over, file, old, new
):
    change(file, old, new)
    preview.read(SITE_URL, LANGUAGES)
    assert preview.refused
    assert file in over()


BAD_FILES = {
    "a byte-order mark": ("data/timeline.yml", lambda raw: b"\xef\xbb\xbf" + raw, None),
    "Windows line ends": ("data/timeline.yml", lambda raw: raw.replace(b"\n", b"\r\n"), None),
    "line ends of Windows in a page": ("docs/about.th.md", lambda raw: raw.replace(b"\n", b"\r\n"), None),
    "a merge conflict": (
        "data/timeline.yml",
        lambda raw: raw + b"<<<<<<< HEAD\n=======\n>>>>>>> x\n",
        "merge-conflict",
    ),
    "a merge conflict in a page": ("docs/about.th.md", lambda raw: raw + b"<<<<<<< HEAD\n", "merge-conflict"),
    "a half-finished line": ("data/timeline.yml", lambda raw: raw + b"- id: new-ev\n  dat\n", "half-line"),
    "an emoji in an id": ("data/timeline.yml", lambda raw: raw.replace(b"- id: ", "- id: 🎉".encode(), 1), "not-an-id"),
    "a 5 MB text": ("data/timeline.yml", lambda raw: raw + b"# x\n" * 1_300_000, "file-too-large"),
    "a 5 MB page": ("docs/about.th.md", lambda raw: raw + b"text\n" * 1_100_000, "file-too-large"),
    "bytes that are no text": ("docs/about.th.md", lambda raw: raw + b"\xff\xfe", "not-utf-8"),
    "a file in the wrong folder": ("data/faqs/new.yml", lambda raw: b"x: 1\n", "stray-file"),
    "a wrong ending": ("data/faq/new.yaml", lambda raw: b"x: 1\n", "stray-file"),
    "a page without a language": ("docs/new.md", lambda raw: b"# new\n", "page-misnamed"),
    "an empty file": ("data/site.yml", lambda raw: b"", "not-a-mapping"),
}


@pytest.mark.parametrize("case", BAD_FILES)
def test_the_preview_lives_on_with(case, preview, project, over):
    file, spoil, rule = BAD_FILES[case]
    path = project / file
    path.parent.mkdir(exist_ok=True)
    path.write_bytes(spoil(path.read_bytes() if path.exists() else b""))
    before = shown(preview, "compare.th.md")
    preview.read(SITE_URL, LANGUAGES)
    assert shown(preview, "compare.th.md") == before
    told = [found for found in preview.problems if not preview.harmless(found)]
    assert [found for found in told if found.rule == rule] if rule else not told
    assert (file in over()) == bool(rule)


def test_an_exception_nobody_foresaw_becomes_a_problem_instead_of_a_server_that_is_stuck(preview, over):
    def build():
        raise RuntimeError("the disk is full")

    guarded(build, lambda: preview)()
    assert "RuntimeError: the disk is full" in over()


def test_a_built_site_holds_nothing_of_the_preview(site):
    for file in site.folder.rglob("*"):
        if file.suffix in (".html", ".css", ".js"):
            assert "preview-problems" not in file.read_text(encoding="utf-8"), file
