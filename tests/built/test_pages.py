"""Every page of the built site: there in every language, reachable, complete."""

from __future__ import annotations

import re

import pytest


def test_every_page_has_its_twin_in_every_language(site, knowledge):
    first, *others = knowledge.languages
    roots = {path for path in site.pages if path.split("/")[0] not in others}
    for other in others:
        twins = {path.removeprefix(f"{other}/") for path in site.pages if path.startswith(f"{other}/")}
        assert twins == roots


def test_twins_have_the_same_anchors(site, knowledge):
    for page in site:
        for other in knowledge.languages[1:]:
            if (twin := f"{other}/{page.path}") in site.pages:
                assert sorted(page.ids) == sorted(site[twin].ids), page.path


def test_every_page_says_its_language(site, knowledge):
    for page in site:
        wanted = next(
            (code for code in knowledge.languages[1:] if page.path.startswith(f"{code}/")), knowledge.languages[0]
        )
        assert page.language == wanted, page.path


def test_no_anchor_stands_twice_on_a_page(site):
    for page in site:
        twice = {name for name in page.ids if page.ids.count(name) > 1}
        assert not twice, (page.path, twice)


def test_every_link_and_anchor_inside_the_site_leads_somewhere(site):
    broken = []
    for page in site:
        for address in page.links():
            found = site.target(page, address)
            if found is None:
                continue
            path, anchor = found
            if not site.holds(path) or (anchor and path in site.pages and anchor not in site[path].ids):
                broken.append((page.path, address))
    assert broken == []


def test_titles_are_unique_within_a_language(site):
    seen = {}
    for page in site:
        key = page.language, page.title
        assert key not in seen, (page.path, seen.get(key))
        seen[key] = page.path


def test_every_page_has_one_main_heading_and_no_level_is_skipped(site):
    for page in site:
        levels = [int(heading.tag[1]) for heading in page.tree.xpath("//h1|//h2|//h3|//h4|//h5|//h6")]
        assert levels.count(1) == 1, page.path
        assert all(later - earlier <= 1 for earlier, later in zip(levels, levels[1:], strict=False)), (
            page.path,
            levels,
        )


def test_no_template_or_markdown_is_left_unrendered(site):
    for page in site:
        for left in ("{{", "}}", "{%", "songfueangslot", "Undefined", "**", "](", "<Text"):
            assert left not in page.text, (page.path, left)


def test_no_page_holds_an_inline_script_or_style(site):
    for page in site:
        assert not page.tree.xpath("//style | //*[@style] | //script[not(@src)][not(@type='application/ld+json')]"), (
            page.path
        )
        handlers = page.tree.xpath("//@*[starts-with(name(), 'on')]")
        assert not handlers, (page.path, handlers)


def test_the_language_switch_leads_to_the_twin(site, knowledge):
    for page in site:
        for link in page.tree.xpath("//ul[contains(@class, 'languages')]//a"):
            path, _ = site.target(page, link.get("href"))
            assert site[path].language == link.get("hreflang") == link.get("lang")
            assert path.removeprefix(f"{link.get('lang')}/") == page.path.removeprefix(f"{page.language}/")


def test_alternates_are_absolute_and_name_every_language(site, knowledge):
    for page in site:
        alternates = {
            link.get("hreflang"): link.get("href") for link in page.tree.xpath("//link[@rel='alternate'][@hreflang]")
        }
        assert set(alternates) == {*knowledge.languages, "x-default"}
        assert all(address.startswith(site.url) for address in alternates.values())
        assert alternates[page.language] == page.tree.xpath("//link[@rel='canonical']/@href")[0] == site.url + page.path


@pytest.mark.parametrize("language", ["th", "en"])
def test_the_page_for_missing_addresses_speaks_every_language_and_its_links_work_from_any_depth(site, language):
    source = (site.folder / "404.html").read_text(encoding="utf-8")
    assert f'<section lang="{language}"' in source
    for address in re.findall(r'(?:href|src)="([^"]+)"', source):
        assert address.startswith(("/kb/", "#", "https://")), address


def test_every_data_text_is_shown_on_some_page(site, knowledge):
    from songfueang.site.markdown import bare

    def even(words: str) -> str:
        return re.sub(r"\s+", "", words.replace("\u00a0", ""))

    shown = {
        language: even(" ".join(page.tree.xpath("string(/html)") for page in site if page.language == language))
        for language in knowledge.languages
    }
    missing = []
    for record in knowledge.records():
        for name in type(record).model_fields:
            text = getattr(record, name)
            if not hasattr(text, "words"):
                continue
            for language, words in text.words.items():
                if even(bare(words)) not in shown[language]:
                    missing.append((str(text.place_at(language)), words[:60]))
    assert missing == []


def test_the_cells_of_the_matrix_are_the_data(site, knowledge):
    for language in knowledge.languages:
        page = site["compare/" if language == knowledge.languages[0] else f"{language}/compare/"]
        for question in knowledge.questions:
            for system in knowledge.systems:
                cell = page.tree.xpath(f"//tr[@id='{question}']/td[@data-system='{system.id}']")[0]
                said = cell.text_content().replace("\u00a0", " ")
                answer = system.answers.get(question)
                assert (answer.short[language] if answer else "–") in said


def test_each_cell_is_called_after_its_best_source_and_says_when_it_rests_on_lower_ones_too(site, knowledge):
    kinds = {source.id: source.kind for source in knowledge.sources}
    others = knowledge.wording["evidence.and_others"]
    for language in knowledge.languages:
        page = site["compare/" if language == knowledge.languages[0] else f"{language}/compare/"]
        for system in knowledge.systems:
            for question, answer in system.answers.items():
                [label] = page.tree.xpath(
                    f"//tr[@id='{question}']/td[@data-system='{system.id}']//span[contains(@class, 'sure ')]"
                )
                said = label.text_content().replace("\u00a0", " ").strip()
                cited = {kinds[cite.source] for cite in answer.cite}
                best = next((kind for kind in ("law", "official", "secondary") if kind in cited), "unconfirmed")
                assert said == knowledge.wording[f"sureness.{best}"][language] + (
                    f" {others[language]}" if len(cited) > 1 else ""
                )
