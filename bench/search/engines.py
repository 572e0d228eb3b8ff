"""The engines that are measured: where each stands, where one types, and how its results are read off the page."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from bench.weight.peers import MATERIAL, OURS
from bench.weight.server import Host

from .set_up import PAGE, PAGEFIND


@dataclass(frozen=True)
class Engine:
    """A search on the real pages of a published folder.

    ``roots`` are where each language's pages begin below the host, ``page`` is the page to type on below that,
    ``box`` a selector of what is typed into. ``read`` is JavaScript that gives the results, each a list of the
    addresses that it leads to, or null while there are none to show yet. What is fetched for searching has one of
    ``parts`` in its path. ``ready`` is a function that is true once the page takes what is typed.
    """

    name: str
    folder: Path
    roots: dict[str, str]
    page: str
    box: str
    read: str
    parts: tuple[str, ...]
    ready: str = "() => true"

    def below_root(self, address: str, host: Host, language: str) -> str | None:
        """``address`` as the query sets name it; None when it leads to another language or away."""
        root = host.url + self.roots[language]
        longer = [host.url + other for other in self.roots.values() if len(other) > len(self.roots[language])]
        if not address.startswith(root) or address.startswith(tuple(longer)):
            return None
        path, _, anchor = address.removeprefix(root).partition("#")
        path = path.partition("?")[0].removesuffix("index.html")
        return path + (f"#{anchor}" if anchor else "")

    def bytes_of(self, sent: list[tuple[str, int]]) -> int:
        """What of ``sent`` was fetched for searching."""
        return sum(size for path, size in sent if any(part in path for part in self.parts))


def ours(roots: dict[str, str]) -> Engine:
    """The site's own search page."""
    read = """() => {
      const place = document.querySelector("[data-search]");
      const said = place.querySelector("[role=status]").textContent;
      if (place.hidden || !said || said === place.dataset.waiting) return null;
      return [...place.querySelectorAll("ol > li")].map((line) => [...line.querySelectorAll("a")].map((link) => link.href));
    }"""
    return Engine("Songfueang", OURS, roots, "search/", "main input[name=q]", read, ("assets/search",))


def material(roots: dict[str, str]) -> Engine:
    """Material's search box on pages that a stock MkDocs made."""
    state = """
      const words = JSON.parse(document.getElementById("__config").textContent).translations;
      const said = document.querySelector(".md-search-result__meta").textContent.trim();
      const [starting, idle] = ["initializer", "placeholder"].map((name) => words[`search.result.${name}`]);"""
    read = f"""() => {{{state}
      if (said === starting || said === idle) return null;
      const lines = document.querySelectorAll(".md-search-result__list > li");
      return [...lines].map((line) => [...line.querySelectorAll("a")].map((link) => link.href.replace(/\\?h=[^#]*/, "")));
    }}"""
    ready = f"() => {{{state} return said === idle; }}"
    parts = ("javascripts/workers/search", "search/search_index.json", "javascripts/lunr/")
    return Engine("Material", MATERIAL, roots, "about/", ".md-search__input", read, parts, ready)


def pagefind(roots: dict[str, str]) -> Engine:
    """Pagefind's default box over the site's own built pages. While it looks, it says so with three dots at the end."""
    read = """() => {
      const plain = (text) => (text || "").replace(/\\s+/g, " ").trim();
      const typed = plain(document.querySelector(".pagefind-ui__search-input").value);
      const said = plain(document.querySelector(".pagefind-ui__message")?.textContent);
      if (!typed || !said.includes(typed) || said.endsWith("...")) return null;
      if (document.querySelector(".pagefind-ui__result [data-loading], .pagefind-ui__loading")) return null;
      const lines = document.querySelectorAll(".pagefind-ui__result");
      return [...lines].map((line) => [...line.querySelectorAll("a")].map((link) => link.href));
    }"""
    ready = "() => Boolean(document.querySelector('.pagefind-ui__search-input'))"
    return Engine("Pagefind", PAGEFIND, roots, PAGE, ".pagefind-ui__search-input", read, ("/pagefind/",), ready)
