"""A build that is refused says why, all at once, and leaves the old site as it is."""

import re

from conftest import build

LINE = re.compile(r"(data|docs|overrides)/[\w./-]+:\d+:\d+: .+ · .+")


def refused(project):
    old = project / "out"
    old.mkdir()
    (old / "index.html").write_text("the old site")
    done = build(project, old)
    assert done.returncode == 1
    assert "Traceback" not in done.stdout + done.stderr
    assert [file.name for file in old.rglob("*")] == ["index.html"]
    return done.stdout + done.stderr


def test_mistakes_in_data_and_pages_are_told_with_their_places(project, change):
    change("data/systems/otop.yml", "order:", "ordr:")
    change("data/relations.yml", "from: otop", "from: otpo")
    told = refused(project)
    assert re.search(r"data/systems/otop\.yml:\d+:1: 'ordr' is not a key .* did you mean 'order'\?", told)
    assert re.search(r"data/relations\.yml:\d+:\d+: there is no system 'otpo' .* did you mean 'otop'\?", told)


def test_a_record_that_cannot_be_read_is_not_blamed_on_everything_that_names_it(project, change):
    change("data/systems/otop.yml", "full_name:", "ful_name:")
    told = refused(project)
    assert "'ful_name' is not a key of this record" in told
    assert "there is no system" not in told


def test_an_unknown_macro_is_told_with_the_line_of_the_page(project, change):
    change("docs/compare.en.md", "{{ matrix() }}", "{{ matrx() }}")
    assert re.search(r"docs/compare\.en\.md:\d+:4: there is nothing to call named 'matrx'", refused(project))


def test_an_unknown_record_in_a_page_is_told_with_the_nearest_one(project, change):
    change("docs/index.th.md", '"article-two-gears"', '"article-two-gear"')
    told = refused(project)
    assert re.search(r"docs/index\.th\.md:\d+:\d+: there is no source 'article-two-gear'", told)
    assert "did you mean 'article-two-gears'?" in told


def test_a_page_without_its_twin_is_refused(project):
    (project / "docs/about.en.md").unlink()
    assert re.search(
        r"docs/about\.th\.md:1:1: this page has no counterpart in 'en' · docs/about\.en\.md", refused(project)
    )


def test_what_only_the_generator_notices_stops_a_quiet_build_too(project, change):
    change("docs/about.en.md", "{{ status() }}", "{{ status() }} [words][there]\n\n[there]: nowhere.md")
    done = build(project, project / "out")
    assert done.returncode == 1
    assert "nowhere.md" in done.stdout + done.stderr


def test_a_text_in_one_language_only_is_refused(project, change):
    change("data/systems/otop.yml", "en: OTOP}", "}")
    assert re.search(r"data/systems/otop\.yml:\d+:\d+: the text is missing in 'en'", refused(project))


def test_languages_that_mkdocs_and_the_data_do_not_agree_on_are_told(project, change):
    change("mkdocs.yml", "        - {locale: en, name: English, build: true}\n", "")
    assert "mkdocs.yml:1:1: mkdocs.yml builds th · th, en" in refused(project)
