"""Problems on top of the pages of a preview, put in as they are served: a built site can never hold them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from pathlib import Path
from secrets import token_urlsafe

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from ..adapter import Adapter
from ..knowledge.problems import Severity
from ..tool_words import languages, said

#: What the generator serves while there is no good site at all; the problems are put into it like into any page.
EMPTY_PAGE = '<!doctype html>\n<html lang="en"><head><meta charset="utf-8"></head><body>\n</body></html>\n'
MOST_SHOWN = 40
_HERE = Path(__file__).parent
_BODY = re.compile(rb"<body[^>]*>")
_POLICY = re.compile(rb'(http-equiv="Content-Security-Policy" content="[^"]*)"')
_LIVE_RELOAD = b"<script>\nvar livereload"


class Overlay:
    """WSGI middleware around the server of a preview."""

    def __init__(self, app: Callable, adapter: Adapter, mount_path: str = "/"):
        self._app, self._adapter = app, adapter
        self._style = f"{mount_path.rstrip('/')}/.preview/problems.css"
        self._home = f"{mount_path.rstrip('/')}/"
        environment = Environment(
            loader=FileSystemLoader(_HERE), autoescape=True, undefined=StrictUndefined, trim_blocks=True
        )
        self._template = environment.get_template("problems.html")

    def __call__(self, environ: dict, start_response: Callable) -> Iterable[bytes]:
        """Answer as the application does, its pages with the problems on top."""
        path = environ["PATH_INFO"]
        if path == self._style:
            return self._answer(start_response, "200 OK", "text/css", (_HERE / "problems.css").read_bytes())
        if self._adapter.site is None and not path.startswith("/livereload/"):
            environ = {**environ, "PATH_INFO": self._home}
        told: list = []
        body = self._app(environ, lambda status, headers, failure=None: told.extend((status, headers)))
        status, headers = told
        if not dict(headers).get("Content-Type", "").startswith("text/html"):
            start_response(status, headers)
            return body
        page = b"".join(body)
        if hasattr(body, "close"):
            body.close()
        return self._answer(start_response, status, "text/html; charset=utf-8", self.over(page))

    def over(self, page: bytes) -> bytes:
        """A page with the problems on top, and with the server's own script let through the page's policy."""
        nonce = token_urlsafe(12).encode()
        page = page.replace(_LIVE_RELOAD, _LIVE_RELOAD.replace(b"<script", b'<script nonce="' + nonce + b'"'), 1)
        page = _POLICY.sub(rb"\1; script-src 'self' 'nonce-" + nonce + b"'\"", page, count=1)
        if not (shown := self.html()):
            return page
        page = page.replace(b"</head>", f'<link rel="stylesheet" href="{self._style}"></head>'.encode(), 1)
        return _BODY.sub(lambda match: match.group() + b"\n" + shown.encode(), page, count=1)

    def html(self) -> str:
        """The list of problems that stop a publication, in every language of the tools; empty when there is none."""
        adapter = self._adapter
        found = [problem for problem in adapter.problems if problem.severity is not Severity.NOTICE]
        if not found:
            return ""
        stopping = [problem for problem in found if not adapter.harmless(problem)]
        headline = "unfinished" if not stopping else "last_good" if adapter.site else "none_good"
        return self._template.render(
            found=(stopping or found)[:MOST_SHOWN],
            number=len(stopping or found),
            left=max(0, len(stopping or found) - MOST_SHOWN),
            headline=headline,
            alone=adapter.site is None,
            languages=sorted(languages(), key=lambda code: _rank(code, adapter.locales)),
            said=said,
            edit_url=adapter.settings.edit_url if adapter.settings else lambda place: None,
        )

    @staticmethod
    def _answer(start_response: Callable, status: str, kind: str, body: bytes) -> list[bytes]:
        headers = [("Content-Type", kind), ("Content-Length", str(len(body))), ("Cache-Control", "no-store")]
        start_response(status, headers)
        return [body]


def _rank(code: str, wanted: list[str]) -> int:
    """Languages of the site come first, in the site's order."""
    return wanted.index(code) if code in wanted else len(wanted)
