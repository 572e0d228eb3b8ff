"""What search engines and chat programs are told: the site map, titles, descriptions, structured data, cards."""

import json
from collections import defaultdict
from io import BytesIO

import pytest
from lxml import etree
from PIL import Image
from schema_org import faults

MAP = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9", "x": "http://www.w3.org/1999/xhtml"}


def graph(page) -> dict[str, dict]:
    """The page's structured data, by type."""
    told = json.loads(page.tree.xpath("string(//script[@type='application/ld+json'])"))
    assert told["@context"] == "https://schema.org"
    return {node["@type"]: node for node in told["@graph"]}


def meta(page, name: str) -> list[str]:
    return page.tree.xpath(f"//meta[@property='{name}' or @name='{name}']/@content")


def alternates(page) -> dict[str, str]:
    return {link.get("hreflang"): link.get("href") for link in page.tree.xpath("//link[@rel='alternate'][@hreflang]")}


@pytest.fixture(scope="module")
def site_map(site):
    return etree.parse(site.folder / "sitemap.xml").getroot()


def test_the_site_map_names_every_page_in_every_language_once(site, site_map):
    assert sorted(site_map.xpath("s:url/s:loc/text()", namespaces=MAP)) == sorted(site.url + page.path for page in site)


def test_the_site_map_and_the_heads_name_the_same_alternates(site, site_map):
    for url in site_map.xpath("s:url", namespaces=MAP):
        path = url.xpath("string(s:loc)", namespaces=MAP).removeprefix(site.url)
        links = {link.get("hreflang"): link.get("href") for link in url.xpath("x:link", namespaces=MAP)}
        assert links == alternates(site[path])


def test_the_site_map_dates_a_page_by_the_last_check_of_its_sources(site, site_map, knowledge):
    dated = 0
    for url in site_map.xpath("s:url", namespaces=MAP):
        page = site[url.xpath("string(s:loc)", namespaces=MAP).removeprefix(site.url)]
        cited = {link.partition("#")[2] for link in page.tree.xpath("//a[contains(@class, 'cite')]/@href")}
        if page.path.endswith("sources/"):
            cited = set(knowledge.source_by_id)
        checked = max((knowledge.source_by_id[name].checked.isoformat() for name in cited), default="")
        assert url.xpath("string(s:lastmod)", namespaces=MAP) == checked, page.path
        dated += bool(checked)
    assert dated > len(site.pages) / 2


def test_robots_are_led_to_the_site_map(site):
    assert f"Sitemap: {site.url}sitemap.xml" in (site.folder / "robots.txt").read_text().splitlines()


def test_titles_fit_a_line_of_results(site):
    assert {page.path: page.title for page in site if not 10 <= len(page.title) <= 70} == {}


def test_descriptions_are_of_fitting_length_and_unique_within_a_language(site):
    seen = defaultdict(list)
    for page in site:
        (said,) = meta(page, "description")
        assert 50 <= len(said) <= 160, (page.path, len(said), said)
        seen[page.language, said].append(page.path)
    assert [paths for paths in seen.values() if len(paths) > 1] == []


def test_every_word_of_the_structured_data_is_schema_orgs(site):
    found = {
        page.path: told for page in site if (told := [fault for node in graph(page).values() for fault in faults(node)])
    }
    assert found == {}


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("", "WebSite"),
        ("compare/", "Article"),
        ("systems/otop/", "Article"),
        ("guides/yearly-notice/", "Article"),
        ("faq/basics/", "FAQPage"),
        ("glossary/", "DefinedTermSet"),
        ("about/", "AboutPage"),
        ("data/", "Dataset"),
    ],
)
def test_every_page_says_what_it_is(site, path, kind):
    for prefix in ("", "en/"):
        assert kind in graph(site[prefix + path])


def test_an_article_names_its_language_its_sources_their_last_check_and_its_translation(site, knowledge):
    thai, english = graph(site["guides/yearly-notice/"])["Article"], graph(site["en/guides/yearly-notice/"])["Article"]
    assert (thai["inLanguage"], english["inLanguage"]) == ("th", "en")
    assert english["translationOfWork"]["@id"] == thai["@id"]
    assert thai["workTranslation"] == [{"@id": english["@id"]}]
    names = {source.title["en"]: source for source in knowledge.sources}
    cited = [names[source["name"]] for source in english["citation"]]
    assert english["dateModified"] == max(source.checked for source in cited).isoformat()


def test_citations_lead_to_entries_of_the_page_of_sources(site):
    for page in site:
        for node in graph(page).values():
            for source in node.get("citation", []):
                path, anchor = source["@id"].removeprefix(site.url).split("#")
                assert anchor in site[path].ids


def test_an_faq_page_tells_every_question_with_its_short_answer(site, knowledge):
    for topic in knowledge.topics:
        page = site[f"en/faq/{topic.id}/"]
        told = graph(page)["FAQPage"]["mainEntity"]
        assert [question["name"] for question in told] == [entry.ask["en"] for entry in topic.entries]
        for question in told:
            assert question["@id"].partition("#")[2] in page.ids
            assert question["acceptedAnswer"]["text"].split()[0] in page.text


def test_the_glossary_tells_every_term_with_its_address(site, knowledge):
    told = graph(site["glossary/"])["DefinedTermSet"]["hasDefinedTerm"]
    assert {term["name"] for term in told} == {term.term["th"] for term in knowledge.terms}
    assert {term["@id"].partition("#")[2] for term in told} <= set(site["glossary/"].ids)


def test_the_open_data_are_told_file_by_file_with_their_licence(site, knowledge):
    for page in (site["data/"], site["en/data/"]):
        told = graph(page)["Dataset"]
        assert told["license"] == knowledge.site.licence.url
        assert told["dateModified"] == max(source.checked for source in knowledge.sources).isoformat()
        shown = {site.target(page, link)[0] for link in page.tree.xpath("//table[@class='open-data']//a/@href")}
        assert {file["contentUrl"].removeprefix(site.url) for file in told["distribution"]} == shown
        assert all(file["encodingFormat"] and file["name"] for file in told["distribution"])


def test_the_told_way_back_is_the_one_that_is_shown(site):
    for page in site:
        shown = [site.target(page, link)[0] for link in page.tree.xpath("//nav[@class='crumbs']//a/@href")]
        trail = graph(page).get("BreadcrumbList", {}).get("itemListElement", [])
        steps = [item["item"]["@id"].removeprefix(site.url) for item in trail]
        assert steps == ([*shown, page.path] if shown else [])
        assert [item["position"] for item in trail] == list(range(1, len(trail) + 1))


def test_only_a_site_with_a_search_page_offers_to_search(site):
    for home in (site[""], site["en/"]):
        action = graph(home)["WebSite"].get("potentialAction")
        assert (action is not None) == ("search/" in site.pages)
        if action:
            address = action["target"]["urlTemplate"].removesuffix("?q={search_term_string}")
            assert address == f"{site.url}{home.path}search/"


def test_the_page_for_missing_addresses_is_kept_out(site):
    source = (site.folder / "404.html").read_text(encoding="utf-8")
    assert '<meta name="robots" content="noindex">' in source
    assert "ld+json" not in source and "og:title" not in source and "canonical" not in source


def test_a_shared_link_shows_title_description_address_and_locales(site, knowledge):
    locales = {language.code: language.locale for language in knowledge.site.languages}
    for page in site:
        assert meta(page, "og:url") == page.tree.xpath("//link[@rel='canonical']/@href") == [site.url + page.path]
        assert meta(page, "og:description") == meta(page, "description")
        assert meta(page, "og:title")[0] and meta(page, "og:title")[0].rstrip("…") in page.title
        assert meta(page, "og:locale") == [locales[page.language]]
        assert set(meta(page, "og:locale:alternate")) == set(locales.values()) - {locales[page.language]}
        assert meta(page, "og:site_name") == [knowledge.site.name[page.language]]
        assert meta(page, "twitter:card") == ["summary_large_image"]


def test_every_page_has_a_card_of_its_own_in_the_size_that_is_shown_uncut(site):
    cards = {}
    for page in site:
        (address,) = meta(page, "og:image")
        png = (site.folder / address.removeprefix(site.url)).read_bytes()
        assert address.startswith(site.url) and address not in cards
        assert len(png) <= 60_000, (page.path, len(png))
        with Image.open(BytesIO(png)) as card:
            assert (card.format, card.size) == ("PNG", (1200, 630))
        cards[address] = page.path
    assert len(cards) == len(site.pages)


def test_the_browsers_bar_has_a_colour_by_day_and_by_night(site):
    bars = site[""].tree.xpath("//meta[@name='theme-color']")
    assert ["light" in bar.get("media") for bar in bars] == [True, False]
    assert len({bar.get("content") for bar in bars}) == 2


def test_the_page_itself_loads_no_card(site):
    for page in site:
        assert not [
            link for link in page.tree.xpath("//img/@src | //link[@rel!='alternate']/@href") if "/cards/" in link
        ]


def test_the_icon_has_every_systems_colours_by_day_and_by_night(site, knowledge):
    (address,) = site[""].tree.xpath("//link[@rel='icon']/@href")
    icon = (site.folder / address).read_text(encoding="utf-8")
    assert etree.fromstring(icon.encode()).tag.endswith("svg")
    day, _, night = icon.partition("<style>")[2].partition("</style>")[::-1]
    for system in knowledge.systems:
        assert system.colour.light in day and system.colour.dark in night
