"""The two sets of templates: components and whole pages in overrides/, prose with macro calls in docs/."""

from __future__ import annotations

import re
import traceback
from pathlib import Path

from jinja2 import (
    Environment,
    FileSystemLoader,
    FunctionLoader,
    StrictUndefined,
    TemplateError,
    TemplateNotFound,
    TemplateSyntaxError,
    nodes,
)

from ..knowledge.places import Place
from ..knowledge.problems import Problem, problem, suggestion
from ..knowledge.rules.references import FILES
from .pages import head_and_body
from .template_mistakes import NotCalled, in_page
from .view import UnknownRecord, View
from .words import UnknownSlot, UnknownWord


class Templates:
    """Renders components, pages and prose; what goes wrong becomes a problem with file and line."""

    def __init__(self, overrides: Path, docs: Path):
        self.overrides, self.docs = overrides, docs
        self.components = Environment(
            loader=FileSystemLoader(overrides), undefined=StrictUndefined, autoescape=True, trim_blocks=True,
            lstrip_blocks=True,
        )  # fmt: skip
        # in prose `{#id}` names a heading, so comments open differently there
        self.prose = Environment(
            loader=FunctionLoader(self._prose), undefined=StrictUndefined, comment_start_string="{##",
            comment_end_string="##}", keep_trailing_newline=True, auto_reload=True, finalize=_said,
        )  # fmt: skip

    @property
    def macros(self) -> list[str]:
        """The names of the macros that pages may call."""
        return sorted(path.stem for path in (self.overrides / "macros").glob("*.html"))

    def render(self, name: str, view: View, **more: object) -> str:
        """The template ``name`` of overrides/ as seen by ``view``."""
        return self.components.get_template(name).render(**view.names(), **more)

    def macro(self, name: str, view: View):
        """The macro that the file overrides/macros/<name>.html defines under the same name."""
        template = self.components.get_template(f"macros/{name}.html")
        defined = name.replace("-", "_")
        module = template.make_module(view.names())
        if not hasattr(module, defined):
            raise TemplateSyntaxError(f"the file defines no macro '{defined}'", 1, filename=template.filename)
        return getattr(module, defined)

    def render_prose(self, file: str, view: View) -> tuple[str, list[str]]:
        """A page of docs/ with its calls carried out: (Markdown with tokens, the HTML that each token stands for).

        The HTML of macros never passes through Markdown; :func:`filled` puts it in afterwards.
        """
        slots: list[str] = []

        def call(name: str):
            def called(*args, **kwargs):
                slots.append(str(self.macro(name, view)(*args, **kwargs)))
                return f"songfueangslot{len(slots) - 1}end"

            called.__name__ = name
            return called

        calls = {name.replace("-", "_"): call(name) for name in self.macros}
        return self.prose.get_template(file).render(**calls), slots

    def problem(self, error: Exception, place: Place) -> Problem:
        """What went wrong in a template, told with the line in the page (or else in the component)."""
        where = self._line(error, place)
        if isinstance(error, UnknownWord):
            return problem("unknown-word", where, key=error.key, nearest=suggestion(error.key, error.known))
        if isinstance(error, UnknownSlot):
            return problem("unknown-slot", error.place or where, key=error.key, slot=error.slot, known=error.known)
        if isinstance(error, UnknownRecord):
            slots = {"id": error.name, "called": error.kind, "nearest": suggestion(error.name, error.known)}
            return problem("unknown-id", where, file=FILES.get(error.kind, "docs/"), **slots)
        if isinstance(error, TemplateNotFound):
            return problem("missing-file", Place(f"overrides/{error.name}"))
        if where.file.startswith("docs/"):
            text = (self.docs.parent / where.file).read_text(encoding="utf-8-sig")
            if found := in_page(error, text, where, self.macros, self.form):
                return found
        said = str(error) if isinstance(error, TemplateError) else f"{type(error).__name__}: {error}"
        return problem("template-error", where, said=said)

    def form(self, name: str) -> str:
        """How a macro is called: ``{{ steps_of(name) }}``."""
        path = self.overrides / "macros" / f"{name}.html"
        defined = self.components.parse(path.read_text(encoding="utf-8")).find_all(nodes.Macro)
        names = next(([argument.name for argument in macro.args] for macro in defined if macro.name == name), [])
        return f"{{{{ {name}({', '.join(names)}) }}}}"

    def _prose(self, file: str):
        path = self.docs / file
        if not path.is_file():
            return None
        written = path.stat().st_mtime_ns
        body = head_and_body(path.read_text(encoding="utf-8-sig"))[1]
        return body, str(path), lambda: path.is_file() and path.stat().st_mtime_ns == written

    def _line(self, error: Exception, place: Place) -> Place:
        if isinstance(error, TemplateSyntaxError):
            return self._place(error.filename, error.lineno) or place
        frames = traceback.extract_tb(error.__traceback__)
        known = [found for frame in frames if (found := self._place(frame.filename, frame.lineno))]
        in_prose = [found for found in known if found.file.startswith("docs/")]
        return (in_prose or known or [place])[-1]

    def _place(self, filename: str | None, line: int | None) -> Place | None:
        for folder in (self.docs, self.overrides):
            if filename and filename.startswith(str(folder)) and filename.endswith((".md", ".html")):
                path = Path(filename)
                lines = path.read_text(encoding="utf-8-sig").split("\n")
                column = lines[line - 1].find("{{") + 1 if line and line <= len(lines) else 1
                return Place(f"{folder.name}/{path.relative_to(folder).as_posix()}", line or 1, max(column, 1))
        return None


def _said(value: object) -> object:
    """What a page prints. Raises NotCalled for a macro that is named and not called."""
    if callable(value):
        raise NotCalled(getattr(value, "__name__", str(value)))
    return value


#: What may go wrong in a template.
TEMPLATE_ERRORS = (
    TemplateError, NotCalled, UnknownRecord, UnknownSlot, UnknownWord, TypeError, AttributeError, LookupError, ValueError, ArithmeticError,
    RecursionError, OSError,
)  # fmt: skip

_ALONE = re.compile(r"<p>\s*songfueangslot(\d+)end\s*</p>")
_INSIDE = re.compile(r"songfueangslot(\d+)end")


def filled(html: str, slots: list[str]) -> str:
    """``html`` with every token replaced by the HTML it stands for."""
    html = _ALONE.sub(lambda match: slots[int(match.group(1))], html)
    return _INSIDE.sub(lambda match: slots[int(match.group(1))], html)
