"""The site as plain files for an engine that knows nothing of it: per language a docs tree and a configuration.

Every page is finished Markdown: its prose as it is written, its components as HTML that no Markdown reader touches.
A stock MkDocs with its Material theme builds it without hooks and without a language plugin.
"""

from __future__ import annotations

import re
from pathlib import Path

import yaml

from .addresses import address
from .exports import exported
from .pages import Page
from .runs import marked
from .site import Site

Files = dict[str, str | bytes]

#: What the engine makes itself: its own page for missing addresses and its own site map.
_ENGINES_OWN = {"404.html", "sitemap.xml"}
#: The theme has its own frame: only what stands inside a page takes our looks along.
_SHEETS = ("tokens.css", "components.css", "terms.css", "matrix.css")
_TOKEN = re.compile(r"songfueangslot(\d+)end")
_ALONE = re.compile(r"^songfueangslot(\d+)end$", re.MULTILINE)
_BETWEEN_TAGS = re.compile(r"(<[^>]*>)")
#: Characters that mean something in Markdown, as the entities that mean nothing.
_ENTITIES = {ord(character): f"&#{ord(character)};" for character in "\\`*_[]{}"}


def staged(site: Site, docs: Path) -> Files:
    """Every file by its name: ``th/mkdocs.yml``, ``th/docs/faq/index.md`` … ``docs`` is where pictures come from."""
    files: Files = {}
    first, *others = site.knowledge.languages
    for language in site.knowledge.languages:
        files[f"{language}/mkdocs.yml"] = _configuration(site, language)
        for page in site.pages.values():
            files[f"{language}/docs/{_file(page, language)}"] = _markdown(site, page, language)
        for path in sorted(docs.rglob("*")):
            if path.is_file() and path.suffix != ".md":
                files[f"{language}/docs/{path.relative_to(docs).as_posix()}"] = path.read_bytes()
        files[f"{language}/docs/assets/components.css"] = site.assets.sheet_of(_SHEETS)
    for name, content in exported(site).items():
        if name not in _ENGINES_OWN and not name.endswith(".md"):  # Markdown would be taken for pages
            language = next((other for other in others if name.startswith(f"{other}/")), first)
            files[f"{language}/docs/{name.removeprefix(f'{language}/')}"] = content
    return files


def _file(page: Page, language: str) -> str:
    """The page's file below docs/: the name it has there, without its language."""
    if language in page.files:
        return page.files[language].removesuffix(f".{language}.md") + ".md"
    return f"{page.path or 'index'}.md"


def _markdown(site: Site, page: Page, language: str) -> str:
    body = site.body(page, language)
    view = site.view(page, language)
    head = yaml.safe_dump(
        {"title": view.bare(page.title), "description": view.bare(page.description)}, allow_unicode=True, width=10_000
    )

    def block(match: re.Match) -> str:
        return f"\n<div>\n{_lines(_spoken(site, body.slots[int(match.group(1))], language))}\n</div>\n"

    def inline(match: re.Match) -> str:
        parts = _BETWEEN_TAGS.split(" ".join(_lines(_spoken(site, body.slots[int(match.group(1))], language)).split("\n")))
        return "".join(part if part.startswith("<") else part.translate(_ENTITIES) for part in parts)

    prose = _TOKEN.sub(inline, _ALONE.sub(block, body.markdown))
    return f"---\n{head}---\n\n# {view.bare(page.title).translate(_ENTITIES)}\n\n{prose.strip()}\n"


def _spoken(site: Site, html: str, language: str) -> str:
    """A component with foreign runs marked, as in the site's own documents."""
    return marked(html, site.knowledge.site, language)


def _lines(html: str) -> str:
    """HTML without empty lines and without indentation: either would end or change a block for a Markdown reader."""
    return "\n".join(line.strip() for line in html.split("\n") if line.strip())


def _configuration(site: Site, language: str) -> str:
    knowledge = site.knowledge
    view = site.view(site.pages[""], language)
    here = address(knowledge, language, "")
    settings = {
        "site_name": view.bare(knowledge.site.name),
        "site_description": view.bare(knowledge.site.tagline),
        "site_url": site.settings.site_url + here,
        "docs_dir": "docs",
        "theme": {"name": "material", "language": language, "font": False, "favicon": "assets/mark.svg"},
        "extra_css": ["assets/components.css"],
        "extra": {"alternate": _alternates(site, language)},
        "markdown_extensions": ["attr_list", "def_list", "tables", "sane_lists"],
        "nav": _menu(site, language),
    }
    said = "# Written by 'songfueang stage'. Some engines build only below their own folder, so every language has its own site/;\n"
    where = f"# this one belongs {'into ' + here if here else 'to the root'} of the published folder.\n"
    return said + where + yaml.safe_dump(settings, allow_unicode=True, sort_keys=False, width=10_000)


def _alternates(site: Site, language: str) -> list[dict]:
    """The languages with the way to each one's home page, as seen from this one's."""
    up = "../" if address(site.knowledge, language, "") else "./"
    return [
        {"name": other.name, "lang": other.code, "link": up + address(site.knowledge, other.code, "")}
        for other in site.knowledge.site.languages
    ]


def _menu(site: Site, language: str) -> list[dict]:
    """Every page, those of the menu first, the pages below a page together with it."""
    view = site.view(site.pages[""], language)
    left = dict(site.pages)
    menu: list[dict] = []
    for path in ["", *site.knowledge.site.menu, *site.knowledge.site.footer, *site.pages]:
        if path not in left:
            continue
        page = left.pop(path)
        below = [left.pop(other) for other in list(left) if path and other.startswith(f"{path}/")]
        title = view.bare(page.menu)
        if below:
            parts = [_file(page, language), *({view.bare(one.menu): _file(one, language)} for one in below)]
            menu.append({title: parts})
        else:
            menu.append({title: _file(page, language)})
    return menu
