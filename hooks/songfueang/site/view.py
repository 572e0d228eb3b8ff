"""What a template may say and ask: one language's view of the knowledge, from one page."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date
from functools import partial

from babel import Locale
from babel.lists import format_list
from markupsafe import Markup, escape

from ..knowledge import Knowledge
from ..knowledge.status import Status, status
from ..knowledge.store import walk
from ..knowledge.records import Cited, Language, Named, Record, Story, Text
from . import markdown, selections
from .addresses import address, record_address, relative
from .breaking import Breaks
from .choose_drawing import ChooseDrawing, choose_drawing
from .dates import day_of_year, time_tag, written
from .gears import drawing
from .mending import Mendable, Mending
from .homes import Home, homes, records_by_home, title
from .open_data.edition import Download
from .open_data.knowledge_file import SCHEMA_VERSION
from .pages import Page, ancestors
from .qr import qr_code
from .search import Searching
from .search.letters import by_letter
from .settings import Settings
from .ways import Way, ways
from .words import Words


class UnknownRecord(LookupError):
    """A page asks for a record that is not there."""

    def __init__(self, kind: str, name: str, known: Iterable[str]):
        super().__init__(f"there is no {kind} '{name}'")
        self.kind, self.name, self.known = kind, str(name), known


class View:
    """The names that templates see. Everything returned for the page is escaped or already HTML."""

    def __init__(
        self,
        knowledge: Knowledge,
        all_pages: dict[str, Page],
        settings: Settings,
        mending: Mending,
        searching: Searching,
        language: str,
        page: Page,
        downloads: Callable[[], list[Download]],
        rooted: bool = False,
    ):
        self.knowledge = knowledge
        self.pages = all_pages
        self.settings = settings
        self.mending = mending
        self.searching = searching
        self.page = page
        self.downloads = downloads
        self.language: Language = next(known for known in knowledge.site.languages if known.code == language)
        self.w = Words(knowledge, language)
        self.here = address(knowledge, language, page.path)
        self.rooted = rooted
        self.cited: dict[str, None] = {}  # ids of the sources that the page has named, in order

    def names(self) -> dict[str, object]:
        """The variables of a template."""
        own = (
            "knowledge", "pages", "settings", "page", "language", "w", "t", "block", "inline", "bare", "href", "link",
            "edit_url", "report_url", "mending", "date", "written", "day_of_year", "sureness", "source_number", "system", "question", "answer_of",
            "absolute", "asset", "gears_drawing", "listed", "topic", "source", "ancestors", "last_checked",
            "downloads", "data_version", "language_name", "own_file", "title_of", "resolve", "checked_here",
            "status_of_knowledge", "searching", "by_letter", "choose_drawing", "ways_to", "home_of", "term_of", "guide", "stories_by_systems",
        )  # fmt: skip
        return {name: getattr(self, name) for name in own} | {
            "qr_code": qr_code,
            "sources_of_answers": partial(selections.sources_of_answers, self.knowledge),
            "figures_newest_first": partial(selections.figures_newest_first, self.knowledge),
        }

    # words

    def t(self, text: Text | None) -> Markup:
        """A text as it stands, without Markdown."""
        return self._spoken(text, escape)

    def inline(self, text: Text | None) -> Markup:
        """A text's Markdown, for a place inside a line."""
        return self._spoken(text, lambda words: markdown.inline(words, self.resolve))

    def block(self, text: Text | None) -> Markup:
        """A text's Markdown, as paragraphs and lists."""
        return self._spoken(text, lambda words: markdown.block(words, self.resolve), "div")

    def bare(self, text: Text | None) -> str:
        """A text without Markdown and without HTML, for attributes and titles."""
        return markdown.bare(text.best(self.language.code)[0]) if text else ""

    def _spoken(self, text: Text | None, render, tag: str = "span") -> Markup:
        if text is None or not text.words:
            return Markup("")
        words, spoken = text.best(self.language.code)
        html = render(words)
        if spoken == self.language.code:
            return html
        return Markup('<{0} class="untranslated"><{0} lang="{1}">{2}</{0}> <em>{3}</em></{0}>').format(
            tag, spoken, html, self.w("site.untranslated")
        )

    # places

    def href(self, path: str, anchor: str = "", language: str | None = None) -> str:
        """The relative address of a page of the site, in this language unless told otherwise."""
        if path not in self.pages:
            raise UnknownRecord("page", path, self.pages)
        target = address(self.knowledge, language or self.language.code, path)
        same = target == self.here and not self.rooted
        return ("" if same and anchor else self.asset(target)) + (f"#{anchor}" if anchor else "")

    def absolute(self, path: str | None = None, language: str | None = None) -> str:
        """The full address of a page (this one by default)."""
        wanted = self.page.path if path is None else path
        return self.settings.site_url + address(self.knowledge, language or self.language.code, wanted)

    def asset(self, name: str) -> str:
        """The address of a file or page below the site's root, relative to this page."""
        return self.settings.base_path + name if self.rooted else relative(name, self.here)

    def link(self, kind: str, name: str) -> str:
        """The relative address of a record: ``link("faq", "can-one-person-join")``."""
        try:
            return self.href(*record_address(kind, name, self.knowledge))
        except (KeyError, StopIteration):
            raise UnknownRecord(kind, name, ()) from None

    def own_file(self, name: str) -> str:
        """The relative address of this language's own file: ``own_file("calendar.ics")``."""
        return self.asset(address(self.knowledge, self.language.code, "") + name)

    def edit_url(self, found: Mendable | None = None) -> str | None:
        """The address that opens a record (or the page) at its line in the repository's web editor."""
        return self.settings.edit_url(found.place if found else self.page.place(self.language.code))

    def report_url(self, found: Mendable | None = None) -> str | None:
        """The address that begins a report about a record (or the page), with everything filled in."""
        if found:
            return self.mending.report_url(found, self.language.code)
        page, place = self.page, self.page.place(self.language.code)
        return self.mending.page_report_url(page.path, place, page.title, page.description, self.language.code)

    def resolve(self, target: str) -> str:
        """The relative address of a record named as links in texts name it: ``faq:can-one-person-join``."""
        kind, _, name = target.partition(":")
        return self.link(kind, name)

    data_version = SCHEMA_VERSION

    def language_name(self, code: str) -> str:
        """A language's name in this language."""
        return Locale.parse(code).get_display_name(self.language.code)

    def title_of(self, target: str) -> Text:
        """What a record named as links in texts name it is called."""
        kind, _, name = target.partition(":")
        return title(records_by_home(self.knowledge)[record_address(kind, name, self.knowledge)])

    # dates

    def date(self, when: date | str) -> Markup:
        """A date in a ``<time>``."""
        return time_tag(when, self.language)

    def written(self, when: date | str) -> str:
        """A date in words alone."""
        return written(when, self.language)

    def day_of_year(self, day) -> str:
        """A yearly day in words."""
        return day_of_year(day.month, day.day, self.language)

    # knowledge

    def sureness(self, record: Cited) -> str:
        return self.knowledge.sureness(record)

    def source_number(self, source_id: str) -> int:
        """The number that stands for a source everywhere: its place in the list of sources."""
        self.cited[source_id] = None
        return list(self.knowledge.source_by_id).index(source_id) + 1

    def system(self, name: str):
        return self._one("system", name, self.knowledge.system_by_id)

    def question(self, name: str):
        return self._one("question", name, self.knowledge.questions)

    def topic(self, name: str):
        return self._one("FAQ topic", name, {topic.id: topic for topic in self.knowledge.topics})

    def source(self, name: str):
        return self._one("source", name, self.knowledge.source_by_id)

    def answer_of(self, system: str, question: str):
        """A system's answer, or None where it has none."""
        self.question(question)
        return self.system(system).answers.get(question)

    def listed(self, texts: Iterable[Text]) -> str:
        """Names in a row: "a, b and c", as the language joins them."""
        names = [self.bare(text) for text in texts]
        return format_list(names, locale=self.language.code)

    @property
    def ancestors(self) -> list[Page]:
        """The pages above this one, the home page left out."""
        return ancestors(self.page, self.pages)

    @property
    def last_checked(self) -> date:
        """The latest day on which a source was checked."""
        return max(source.checked for source in self.knowledge.sources)

    @property
    def checked_here(self) -> date:
        """The latest day on which a source of this page was checked; of any source, where the page is not one record's."""
        inside = walk(self.page.record) if self.page.record else ()
        cited = {cite.source for record in inside for cite in getattr(record, "cite", [])}
        return max((self.source(name).checked for name in cited), default=self.last_checked)

    def gears_drawing(self):
        """The drawing of as many gears as there are systems."""
        return drawing(len(self.knowledge.systems))

    def home_of(self, record: Record) -> Home:
        """The page on which a record is shown, and its anchor there."""
        return next(places[0] for known, places in homes(self.knowledge) if known is record)

    def term_of(self, name: str):
        return self._one("term", name, {term.id: term for term in self.knowledge.terms})

    def guide(self, name: str):
        return self._one("guide", name, {guide.id: guide for guide in self.knowledge.guides})

    def ways_to(self, kind: str, record: Named) -> list[Way]:
        """The ways through the helper that lead to a question or result of it."""
        return ways(self.knowledge.choose).get(f"{kind}:{record.id}", [])

    def choose_drawing(self) -> ChooseDrawing:
        """The helper's whole tree as a drawing."""
        return choose_drawing(self.knowledge.choose, Breaks.of(self.knowledge, self.language.code))

    def by_letter(self, records: Iterable[Record], key: str) -> dict[str, list[Record]]:
        """Records under the first letter of the text under ``key``, as a dictionary of this language has them."""
        return by_letter(records, lambda record: self.bare(getattr(record, key)))

    def stories_by_systems(self) -> list[tuple[list[Text], list[Story]]]:
        """Stories told together by the systems they are about: those about most systems first."""
        order = list(self.knowledge.system_by_id)
        found: dict[tuple[str, ...], list[Story]] = {}
        for story in self.knowledge.stories:
            found.setdefault(tuple(sorted(story.systems, key=order.index)), []).append(story)
        ranked = sorted(found, key=lambda names: (-len(names), [order.index(name) for name in names]))
        return [([self.system(name).name for name in names], found[names]) for names in ranked]

    def status_of_knowledge(self) -> Status:
        """Counts for the page about the site."""
        return status(self.knowledge)

    @staticmethod
    def _one(kind: str, name: str, known: dict[str, Named]):
        if name not in known:
            raise UnknownRecord(kind, name, known)
        return known[name]
