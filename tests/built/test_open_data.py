"""The open data as others get it: read by parsers that are not ours."""

from __future__ import annotations

import csv
import io
import json
import re
from datetime import timedelta

import feedparser
import icalendar
import pytest
from dateutil.rrule import rrulestr
from jsonschema import Draft202012Validator
from lxml import etree

from songfueang.site.markdown import bare


@pytest.fixture(scope="module")
def whole(site) -> dict:
    return json.loads((site.folder / "data/knowledge.json").read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def schema(site) -> dict:
    return json.loads((site.folder / "data/knowledge.schema.json").read_text(encoding="utf-8"))


def own(site, knowledge, language: str, name: str):
    """This language's own file: at the root for the first language, else under its code."""
    return site.folder / ("" if language == knowledge.languages[0] else language) / name


def table(site, name: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO((site.folder / name).read_bytes().decode("utf-8-sig"), newline="")))


# everything in one file


def test_the_file_keeps_its_schema_and_so_does_every_systems_own_file(site, knowledge, whole, schema):
    Draft202012Validator.check_schema(schema)
    check = Draft202012Validator(schema, format_checker=Draft202012Validator.FORMAT_CHECKER)
    parts = [
        json.loads((site.folder / f"data/systems/{system.id}.json").read_text("utf-8")) for system in knowledge.systems
    ]
    for found in (whole, *parts):
        assert [f"{error.json_path}: {error.message[:200]}" for error in check.iter_errors(found)] == []
        assert found["$schema"] == schema["$id"]


def test_the_schema_names_every_key_of_the_file(whole, schema):
    closed = json.loads(json.dumps(schema))
    for part in (closed, *closed["$defs"].values()):
        part["additionalProperties"] = False
    closed["properties"]["$schema"] = {"type": "string"}
    assert [error.message[:200] for error in Draft202012Validator(closed).iter_errors(whole)] == []


def test_the_file_holds_every_record_in_every_language(knowledge, whole):
    assert [system["id"] for system in whole["systems"]] == [system.id for system in knowledge.systems]
    assert [source["id"] for source in whole["sources"]] == [source.id for source in knowledge.sources]
    for topic, told in zip(knowledge.topics, whole["topics"], strict=True):
        for entry, found in zip(topic.entries, told["entries"], strict=True):
            assert found["ask"] == entry.ask.words
            assert found["sureness"] == knowledge.sureness(entry)
            assert [cite["source"] for cite in found["cite"]] == [cite.source for cite in entry.cite]


def test_every_address_in_the_file_leads_to_the_record(site, whole):
    missing, seen = [], 0

    def look(value):
        nonlocal seen
        if isinstance(value, dict):
            for language, address in (value.get("address") or {}).items():
                path, _, anchor = address.removeprefix(site.url).partition("#")
                page = site.pages.get(path)
                seen += 1
                if page is None or page.language != language or (anchor and anchor not in page.ids):
                    missing.append(address)
            value = list(value.values())
        for part in value if isinstance(value, list) else ():
            look(part)

    look(whole)
    assert missing == []
    assert seen > 1000


def test_links_inside_the_files_texts_are_full_addresses_that_exist(site, whole):
    targets = re.findall(r"\]\(([^)\s]+)\)", json.dumps(whole, ensure_ascii=False))
    inside = [target for target in targets if target.startswith(site.url)]
    assert inside
    for target in targets:
        assert re.match(r"https?://|mailto:|tel:", target), target
    for target in inside:
        path, _, anchor = target.removeprefix(site.url).partition("#")
        assert not anchor or anchor in site[path].ids, target


def test_a_systems_file_is_about_that_system_and_brings_its_sources(site, knowledge):
    for system in knowledge.systems:
        found = json.loads((site.folder / f"data/systems/{system.id}.json").read_text("utf-8"))
        assert [one["id"] for one in found["systems"]] == [system.id]
        assert set(found["systems"][0]["answers"]) == set(system.answers)
        for topic in found["topics"]:
            assert all(system.id in entry["systems"] for entry in topic["entries"])
        cited = {cite.source for answer in system.answers.values() for cite in answer.cite}
        assert cited <= {source["id"] for source in found["sources"]}


# tables


def test_tables_open_in_excel_with_their_thai_intact(site, knowledge):
    for kind in ("compare", "faq"):
        for language in knowledge.languages:
            raw = (site.folder / f"data/{kind}.{language}.csv").read_bytes()
            assert raw.startswith(b"\xef\xbb\xbf"), "Excel takes a file without the mark for a local encoding"
            text = raw.decode("utf-8-sig")
            ends = re.sub(r'"(?:[^"]|"")*"', "", text)  # lines may break inside quoted cells
            assert ends.count("\n") == ends.count("\r\n") > 50


def test_the_comparison_table_has_a_row_for_every_question_with_every_systems_answer(site, knowledge):
    for language in knowledge.languages:
        rows = table(site, f"data/compare.{language}.csv")
        assert [list(row.values())[-2] for row in rows] == list(knowledge.questions)
        for row, question in zip(rows, knowledge.questions.values(), strict=True):
            assert bare(question.ask[language]) in row.values()
            for system in knowledge.systems:
                if answer := system.answers.get(question.id):
                    assert bare(answer.short[language]) in row.values()
                    for cite in answer.cite:
                        assert any(
                            bare(knowledge.source_by_id[cite.source].title[language]) in cell for cell in row.values()
                        )


def test_the_faq_table_has_a_row_for_every_entry_and_its_address_leads_there(site, knowledge):
    for language in knowledge.languages:
        rows = table(site, f"data/faq.{language}.csv")
        assert [list(row.values())[-2] for row in rows] == list(knowledge.entries)
        for row, entry in zip(rows, knowledge.entries.values(), strict=True):
            assert bare(entry.ask[language]) in row.values()
            path, _, anchor = list(row.values())[-3].removeprefix(site.url).partition("#")
            assert anchor == entry.id and anchor in site[path].ids and site[path].language == language


def test_no_cell_of_a_table_starts_a_formula(site):
    for file in (site.folder / "data").glob("*.csv"):
        for row in table(site, f"data/{file.name}"):
            for cell in row.values():
                assert not cell.startswith(("=", "+", "-", "@", "\t", "\r")), (file.name, cell[:40])


# calendar


def test_the_calendar_has_every_yearly_deadline_as_a_recurring_all_day_event_with_reminders(site, knowledge):
    deadlines = [deadline for guide in knowledge.guides for deadline in guide.deadlines]
    assert deadlines
    for language in knowledge.languages:
        made = icalendar.Calendar.from_ical(own(site, knowledge, language, "calendar.ics").read_bytes())
        events = made.walk("VEVENT")
        assert [str(event["SUMMARY"]) for event in events] == [bare(deadline.title[language]) for deadline in deadlines]
        for event, deadline in zip(events, deadlines, strict=True):
            first, after = event.decoded("DTSTART"), event.decoded("DTEND")
            last = after - timedelta(days=1)
            assert (last.month, last.day) == (deadline.to.month, deadline.to.day)
            begins = deadline.from_ or deadline.to
            assert (first.month, first.day) == (begins.month, begins.day)
            nexts = list(rrulestr(event["RRULE"].to_ical().decode() + ";COUNT=9", dtstart=_midnight(first)))
            assert [(day.month, day.day) for day in nexts] == [(begins.month, begins.day)] * 9
            assert len(event.walk("VALARM")) >= 2
            path, _, anchor = str(event["URL"]).removeprefix(site.url).partition("#")
            assert anchor in site[path].ids


def test_calendars_of_different_languages_never_overwrite_each_others_events(site, knowledge):
    found = [
        str(event["UID"])
        for language in knowledge.languages
        for event in icalendar.Calendar.from_ical(own(site, knowledge, language, "calendar.ics").read_bytes()).walk(
            "VEVENT"
        )
    ]
    assert len(found) == len(set(found))


def test_a_guide_with_a_deadline_leads_to_the_calendar(site, knowledge):
    for guide in knowledge.guides:
        links = [link for link in site[f"guides/{guide.id}/"].links() if link.endswith("calendar.ics")]
        assert bool(links) == bool(guide.deadlines)


# feed


def test_the_feed_tells_every_change_and_leads_to_it(site, knowledge):
    for language in knowledge.languages:
        raw = own(site, knowledge, language, "changes.xml").read_bytes()
        etree.fromstring(raw)  # well-formed for a strict reader too
        feed = feedparser.parse(raw)
        assert (feed.bozo, feed.version) == (False, "atom10")
        assert [entry.title for entry in feed.entries] == [bare(change.what[language]) for change in knowledge.changes]
        assert [entry.updated[:10] for entry in feed.entries] == [str(change.date) for change in knowledge.changes]
        assert len({entry.id for entry in feed.entries}) == len(feed.entries)
        for entry in feed.entries:
            path, _, anchor = entry.link.removeprefix(site.url).partition("#")
            assert anchor in site[path].ids and site[path].language == language
        assert feed.feed.rights.startswith(knowledge.site.licence.name)


def test_every_page_names_the_feed_and_its_markdown_version_in_its_head(site):
    for page in site:
        kinds = {
            link.get("type"): site.target(page, link.get("href"))[0]
            for link in page.tree.xpath("//head/link[@rel='alternate'][@type]")
        }
        assert kinds["text/markdown"] == f"{page.path}index.md"
        assert site.holds(kinds["application/atom+xml"]) and site.holds(kinds["text/markdown"])


# Markdown


def test_every_page_has_a_markdown_version_with_its_words_and_full_addresses(site):
    for page in site:
        twin = (page.file.parent / "index.md").read_text(encoding="utf-8")
        title = " ".join(page.tree.xpath("string(//h1)").replace("\u00a0", " ").split())
        assert twin.startswith(f"# {title}\n"), page.path
        assert site.url + page.path in twin
        for left in ("songfueangslot", "{{", "<p", "<span", "</", "{ #"):
            assert left not in twin, (page.path, left)
        for target in re.findall(r"\]\(([^)\s]+)\)", twin):
            assert re.match(r"https?://|mailto:|tel:", target), (page.path, target)
            if target.startswith(site.url):
                path, _, anchor = target.removeprefix(site.url).partition("#")
                assert site.holds(path) and (not anchor or anchor in site[path].ids), (page.path, target)


def test_the_markdown_version_of_a_faq_topic_holds_every_answer(site, knowledge):
    for topic in knowledge.topics:
        twin = (site.folder / f"faq/{topic.id}/index.md").read_text(encoding="utf-8")
        for entry in topic.entries:
            assert bare(entry.ask[knowledge.languages[0]]) in bare(twin)


def test_the_list_for_programs_leads_to_the_markdown_version_of_pages_with_unique_names(site, knowledge):
    for language in knowledge.languages:
        text = own(site, knowledge, language, "llms.txt").read_text(encoding="utf-8")
        assert text.startswith(f"# {knowledge.site.name[language]}\n\n> ")
        listed = re.findall(r"^- \[([^\]]+)\]\(([^)]+)\): \S", text, re.MULTILINE)
        assert len(listed) == text.count("\n- ") > 20
        for _, address in listed:
            path = address.removeprefix(site.url)
            assert site.holds(path)
            assert site[path.removesuffix("index.md")].language == language


# all together


def test_what_there_is_in_one_language_is_there_in_every_other(site, knowledge):
    first, *others = knowledge.languages
    files = {path.relative_to(site.folder).as_posix() for path in site.folder.rglob("*") if path.is_file()}
    for other in others:
        for name in ("calendar.ics", "changes.xml", "llms.txt"):
            assert {name, f"{other}/{name}"} <= files
        twins = {name for name in files if name.endswith("index.md")}
        foreign = {name.removeprefix(f"{other}/") for name in twins if name.startswith(f"{other}/")}
        assert foreign == {name for name in twins if name.split("/")[0] not in others}
        tables = {name for name in files if name.endswith(f".{first}.csv")}
        assert {name.replace(f".{first}.csv", f".{other}.csv") for name in tables} <= files
        assert tables


def test_every_file_names_its_licence(site, knowledge):
    names = ["data/knowledge.json", *(f"data/systems/{system.id}.json" for system in knowledge.systems)]
    for language in knowledge.languages:
        prefix = "" if language == knowledge.languages[0] else f"{language}/"
        names += [f"data/compare.{language}.csv", f"data/faq.{language}.csv"]
        names += [f"{prefix}{name}" for name in ("calendar.ics", "changes.xml", "llms.txt", "index.md")]
    for name in names:
        unfolded = (site.folder / name).read_bytes().replace(b"\r\n ", b"")
        assert knowledge.site.licence.url.encode() in unfolded, name


def test_the_page_of_the_open_data_names_every_file_with_its_size(site, knowledge):
    for language in knowledge.languages:
        page = site["data/" if language == knowledge.languages[0] else f"{language}/data/"]
        listed = {
            site.target(page, row.xpath("string(.//a/@href)"))[0]: int(
                re.search(r"\d+", row.xpath("string(td[2])").replace(",", "")).group()
            )
            for row in page.tree.xpath("//table[@class='open-data']/tbody/tr")
        }
        published = {
            path.relative_to(site.folder).as_posix()
            for pattern in ("data/**/*.json", "data/*.csv", "**/calendar.ics", "**/changes.xml", "**/llms.txt")
            for path in site.folder.glob(pattern)
        }
        assert set(listed) == published
        for name, kilobytes in listed.items():
            assert kilobytes - 1 < (site.folder / name).stat().st_size / 1000 <= kilobytes, name


def test_every_page_says_how_to_cite_it_with_the_day_its_sources_were_checked(site, knowledge):
    for page in site:
        said = page.tree.xpath("string(//details[contains(@class, 'how-to-cite')])")
        assert site.url + page.path in said, page.path
        assert page.tree.xpath("//details[contains(@class, 'how-to-cite')]//time/@datetime"), page.path


def _midnight(day):
    from datetime import datetime, time

    return datetime.combine(day, time())
