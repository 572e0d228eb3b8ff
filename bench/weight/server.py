"""A host on this machine that compresses as usual ones do (gzip, level 6) and writes down what it has sent."""

from __future__ import annotations

import gzip
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import lru_cache
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

COMPRESSED = {".html", ".css", ".js", ".mjs", ".json", ".svg", ".xml", ".txt", ".md", ".csv"}


class Host:
    """``sent`` holds (path, bytes of the body) of every answer since it was last cleared."""

    def __init__(self, folder: Path):
        self.folder = folder.resolve()
        self.sent: list[tuple[str, int]] = []
        self.url = ""


@contextmanager
def hosting(folder: Path) -> Iterator[Host]:
    """``folder`` as a host would serve it, as long as it is asked."""
    host = Host(folder)

    class Handler(SimpleHTTPRequestHandler):
        protocol_version = "HTTP/1.1"  # one connection for many requests, as on any host

        def do_GET(self):  # noqa: N802 (the name that http.server calls)
            path = Path(self.translate_path(self.path))
            path = path / "index.html" if path.is_dir() else path
            body, encoding = _body(path) if path.is_file() else (b"", None)
            self.send_response(200 if path.is_file() else 404)
            self.send_header("Content-Type", self.guess_type(str(path)))
            self.send_header("Content-Length", str(len(body)))
            if encoding:
                self.send_header("Content-Encoding", encoding)
            self.end_headers()
            host.sent.append((self.path, len(body)))
            self.wfile.write(body)

        def log_message(self, *arguments) -> None:
            pass

    class Server(ThreadingHTTPServer):
        def handle_error(self, *about) -> None:
            """A browser that has seen enough hangs up in the middle of an answer."""

    with Server(("127.0.0.1", 0), lambda *given: Handler(*given, directory=str(host.folder))) as server:
        host.url = f"http://127.0.0.1:{server.server_port}/"
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield host
        server.shutdown()


@lru_cache(maxsize=2000)
def _body(path: Path) -> tuple[bytes, str | None]:
    content = path.read_bytes()
    return (gzip.compress(content, 6), "gzip") if path.suffix in COMPRESSED else (content, None)
