"""The only file that MkDocs calls: each event in a few lines.

The language plugin runs the whole build once per language, inside the first one's ``on_post_build``; the knowledge is
read and every page rendered once, before anything is written, and all passes are served from that.
"""

from __future__ import annotations

import logging
from functools import partial
from pathlib import Path

from mkdocs.exceptions import Abort
from mkdocs.plugins import event_priority
from mkdocs.structure.files import File, Files

from songfueang.adapter import Adapter
from songfueang.knowledge.problems import Failed
from songfueang.preview import EMPTY_PAGE, Asked, KeepTheLastSite, OnDemand, Overlay, Rebuilding, guarded, unforeseen
from songfueang.tool_words import language_of

log = logging.getLogger("mkdocs.songfueang")
adapter: Adapter | None = None
serving = False  # a preview rather than a build
started = False  # the preview's server is up


def on_startup(command, dirty):
    """Learn whether this is a build or the preview; let a quiet build see the warnings that make a strict one stop."""
    global serving
    serving = command == "serve"
    generator = logging.getLogger("mkdocs")
    generator.setLevel(min(generator.getEffectiveLevel(), logging.WARNING))


def on_pre_build(config):
    """Read the knowledge and render every page; a problem stops a build here, before the old site is cleared."""
    global adapter
    i18n = config.plugins["i18n"]
    if i18n.building:  # a further language of the same build
        return
    root = Path(config.config_file_path).parent
    locales = [entry.locale for entry in i18n.config.languages if entry.build]
    if adapter is None or not serving:
        adapter = Adapter(root, serving)
    try:
        adapter.read(config.site_url, locales)
    except Exception as error:  # noqa: BLE001
        if not serving:
            raise
        log.exception("The preview goes on")
        adapter.problems = [unforeseen(error, root)]
    _tell_problems()
    if adapter.refused and not serving:
        stopping = sum(not adapter.harmless(problem) for problem in adapter.problems)
        raise Abort(f"{stopping} problems: mend them and try again")
    if adapter.refused and started:
        raise KeepTheLastSite


def on_serve(server, config, builder):
    """Let the preview make only what is asked for, survive every mistake, and show it on top of the pages."""
    global started
    started = True
    pages = OnDemand(adapter, Path(server.root), partial(_show, server))
    server.builder = guarded(Rebuilding(adapter, pages, server.builder, _tell_problems), lambda: adapter)
    asked = Asked(server.get_app(), pages, adapter, server.mount_path)
    server.set_app(Overlay(asked, adapter, server.mount_path))
    return server


def _tell_problems():
    for problem in adapter.problems:
        (log.info if adapter.harmless(problem) else log.error)(problem.told(language_of()))


def _show(server):
    """Let every browser load its page again, without a rebuild. MkDocs has no public way to ask for it."""
    with server._epoch_cond:
        if server._visible_epoch == server._wanted_epoch:
            server._visible_epoch = server._wanted_epoch = server._visible_epoch + 1
            server._epoch_cond.notify_all()


def on_files(files: Files, config):
    """Take out the files of the theme and of overrides/, and put a file in for every page made from a record.

    What is sent of overrides/, the engine makes.
    """
    if adapter.site is None:  # the preview starts with a mistake: there are no pages yet
        return Files([])
    kept = [file for file in files if not (file.src_dir or "").startswith(tuple(config.theme.dirs))]
    have = {file.src_uri for file in kept}
    for uri in adapter.sources:
        if uri not in have:
            kept.append(File(uri, config.docs_dir, config.site_dir, config.use_directory_urls))
    return Files(kept)


def on_env(env, config, files):
    """The error page and the site map are exports, not the theme's. The preview turns Markdown into HTML later, too."""
    config.theme.static_templates -= {"404.html", "sitemap.xml"}
    for file in files.documentation_pages():
        adapter.converters[file.src_uri] = partial(_html, file.page, config, files)


def _html(page, config, files, markdown):
    page.markdown = markdown
    page.render(config, files)
    return page.content


def on_page_read_source(page, config):
    """The Markdown of a page made from a record (real pages are read by MkDocs)."""
    return adapter.head(page.file.src_uri)


def on_page_markdown(markdown, page, config, files):
    """The page's Markdown with its calls carried out."""
    return adapter.markdown(page.file.src_uri)


def on_page_context(context, page, config, nav):
    """The whole document around the page, for overrides/main.html."""
    context["document"] = adapter.document(page.file.src_uri, page.content)


@event_priority(-101)
def on_post_build(config):
    """Everything that is not a page, written once, after the last language."""
    folder = Path(config.site_dir)
    if config.plugins["i18n"].building:
        return
    if adapter.site is None:
        (folder / "index.html").write_text(EMPTY_PAGE, encoding="utf-8")
        return
    try:
        adapter.export(folder)
    except Failed as failure:
        adapter.problems += failure.problems
        for problem in failure.problems:
            log.error(problem.told(language_of()))
        if not serving:
            raise Abort("mend it and try again") from None
