"""From the page to the line: every record leads to its place in the repository and to a report already begun."""

from __future__ import annotations

from urllib.parse import parse_qs, quote, unquote, urlsplit

import pytest
from conftest import ROOT, SITE_URL
from lxml import html

from songfueang.knowledge.places import Place
from songfueang.knowledge.records import Text
from songfueang.site.mending import mendables
from songfueang.site.settings import Settings, settings_from

REPO = "https://github.com/example/songfueang"
MOST_ADDRESS_BYTES = 8_000


@pytest.fixture(scope="session")
def records(knowledge):
    return list(mendables(knowledge))


def prefix(knowledge, language: str) -> str:
    return "" if language == knowledge.languages[0] else f"{language}/"


def begun(site, page_path: str, anchor: str) -> str:
    """The address that a record's report link begins an issue with, through the page beside a long page."""
    details = site[page_path].tree.xpath("//details[@class='mend'][.//a[contains(@href, '#L')]]//a/@href")
    direct = [address for address in details if f"%23{anchor}%0A" in address]
    if direct:
        return direct[0]
    assert f"report.html#{anchor}" in details, (page_path, anchor)
    tree = html.parse(str(site.folder / page_path / "report.html"), html.HTMLParser(encoding="utf-8"))
    return tree.xpath(f"//li[@id='{anchor}']/a/@href")[0]


def test_every_record_opens_its_file_at_its_line(site, knowledge, records):
    for language in knowledge.languages:
        for found in records:
            page = site[prefix(knowledge, language) + f"{found.path}/"]
            address = f"{REPO}/edit/main/{found.place.file}#L{found.place.line}"
            assert page.tree.xpath(f"//details[@class='mend']/a[@href='{address}']"), (page.path, address)


def test_the_line_is_the_line_of_the_record(records):
    for found in records:
        line = (ROOT / found.place.file).read_text(encoding="utf-8").split("\n")[found.place.line - 1]
        assert found.anchor in line, found.place


def test_a_report_is_begun_with_the_page_the_id_and_the_texts_of_every_language(site, knowledge, records):
    for language in knowledge.languages:
        for found in records:
            page_path = prefix(knowledge, language) + f"{found.path}/"
            address = begun(site, page_path, found.anchor)
            assert address.startswith(f"{REPO}/issues/new?template=mistake.yml&title=")
            body = parse_qs(urlsplit(address).query)["about"][0]
            assert f"{SITE_URL}{page_path}#{found.anchor}\n" in body
            assert f"{found.place.file}:{found.place.line}\n" in body
            texts = [value for _, value in found.record if isinstance(value, Text)]
            assert all(texts[0][code][:60].split("\n")[0] in body for code in knowledge.languages), found.place


def test_an_address_that_begins_a_report_is_short_enough_for_any_server(site, knowledge):
    for file in site.folder.rglob("*.html"):
        tree = html.parse(str(file), html.HTMLParser(encoding="utf-8"))
        for address in tree.xpath("//a[contains(@href, '/issues/new')]/@href"):
            assert len(quote(address, safe=":/?&=%+#")) <= MOST_ADDRESS_BYTES, file


def test_every_page_opens_its_own_file_and_begins_a_report(site, knowledge):
    for page in site:
        edit, report = page.tree.xpath("//p[@class='page-foot']/a/@href")
        file = unquote(edit).removeprefix(f"{REPO}/edit/main/").partition("#")[0]
        assert (ROOT / file).is_file(), edit
        assert f"{SITE_URL}{page.path}\n" in parse_qs(urlsplit(report).query)["about"][0]


def test_the_links_are_folded_away_named_and_last_in_their_record(site):
    page = site["en/faq/basics/"]
    for entry in page.tree.xpath("//section[@class='entry']"):
        last = entry.getchildren()[-1]
        assert (last.tag, last.get("class"), last.get("open")) == ("details", "mend", None)
        assert last.get("data-nosnippet") is not None
        heading = entry.xpath("string(h2)").replace("\u00a0", " ")
        assert heading[:25].strip() in last.xpath("string(summary)").replace("\u00a0", " ")


def test_the_links_are_not_printed(site):
    sheet = next((site.folder / "assets").glob("site.*.css")).read_text(encoding="utf-8")
    printed = sheet[sheet.index("@media print") :]
    hidden = printed[: printed.index("display:none")]
    assert ".mend" in hidden
    assert ".page-foot" in hidden


def test_without_a_repository_there_are_no_links():
    nowhere = settings_from(SITE_URL, environment={})
    assert nowhere.edit_url(Place("data/site.yml", 3)) is None
    assert nowhere.report_url("title", "ask", "about") is None


def test_gitlab_has_its_own_addresses():
    lab = settings_from(SITE_URL, environment={"REPO_URL": "https://gitlab.com/group/project"})
    assert lab.edit_url(Place("data/site.yml", 3)) == "https://gitlab.com/group/project/-/edit/main/data/site.yml#L3"
    query = parse_qs(urlsplit(lab.report_url("ผิด & ถูก", "อะไรผิด?", "a=b\n#1 50%")).query)
    assert query == {"issue[title]": ["ผิด & ถูก"], "issue[description]": ["อะไรผิด?\n\n\n---\na=b\n#1 50%"]}


def test_a_pipeline_of_the_repository_tells_where_it_is():
    told = {"GITHUB_SERVER_URL": "https://github.example", "GITHUB_REPOSITORY": "a/b"}
    assert settings_from(SITE_URL, told).repo_url == "https://github.example/a/b"
    told = {"GITLAB_CI": "true", "CI_PROJECT_URL": "https://git.example/a/b"}
    assert settings_from(SITE_URL, told).edit_url(Place("x.yml")) == "https://git.example/a/b/-/edit/main/x.yml"


def test_a_report_holds_any_letters_whole():
    said = "“ก ข” <b> & + # % 👩\u200d🌾 \n“"
    address = Settings(repo_url=REPO).report_url(said, "", said)
    assert parse_qs(urlsplit(address).query) == {"template": ["mistake.yml"], "title": [said], "about": [said]}


def test_the_page_about_the_site_leads_to_the_guide_for_editors_in_its_language(site, knowledge):
    for language in knowledge.languages:
        page = site[("" if language == knowledge.languages[0] else f"{language}/") + "about/"]
        guides = [address for address in page.links() if "/blob/main/CONTRIBUTING" in address]
        assert len(guides) == 1 and (ROOT / guides[0].rpartition("/")[2]).is_file()
