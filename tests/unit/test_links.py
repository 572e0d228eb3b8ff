"""Outside addresses: which there are, how they are asked, what is made of the answers. Only this machine is asked."""

from __future__ import annotations

import ssl
import threading
import time
from collections import Counter
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from urllib3.util import Retry

from songfueang.cli import main
from songfueang.knowledge import read
from songfueang.knowledge.places import Place
from songfueang.knowledge.problems import Severity
from songfueang.knowledge.records import LinkException
from songfueang.upkeep.addresses import outside_addresses
from songfueang.upkeep.asking import SILENT_AFTER, Asker, Heard
from songfueang.upkeep.links import findings

PLACE = Place("data/sources.yml", 7)
AGAIN = Retry(total=2, other=0, backoff_factor=0, status_forcelist=(503,), raise_on_status=False)


class Office(BaseHTTPRequestHandler):
    """A server with the habits of many: the path says how it answers."""

    asked: list[tuple[str, str]] = []
    names: set[str] = set()
    busy = Counter()
    lock = threading.Lock()

    def answer(self) -> None:
        kind = self.path.strip("/").split("/")[0]
        with self.lock:
            self.asked.append((self.command, self.path))
            self.names.add(self.headers["User-Agent"])
            self.busy["now"] += 1
            self.busy["most"] = max(self.busy["most"], self.busy["now"])
        try:
            self.answer_as(kind)
        finally:
            with self.lock:
                self.busy["now"] -= 1

    do_HEAD = do_GET = answer  # noqa: N815

    def answer_as(self, kind: str) -> None:
        if kind == "no-head" and self.command == "HEAD":
            return self.say(405)
        if kind == "hangs-up-on-head" and self.command == "HEAD":
            self.close_connection = True
            return self.connection.close()
        if kind == "busy-once":
            return self.say(503 if self.asked.count((self.command, self.path)) == 1 else 200)
        if kind == "slow":
            time.sleep(0.6)
        if kind in ("moved", "elsewhere", "front", "round"):
            status = {"moved": 301, "elsewhere": 302, "front": 302, "round": 302}[kind]
            return self.say(
                status, {"moved": "/new/page", "elsewhere": "/new/page", "front": "/", "round": "/round"}[kind]
            )
        return self.say(int(kind) if kind.isdigit() else 200)

    def say(self, status: int, location: str = "") -> None:
        self.send_response(status)
        if location:
            self.send_header("Location", location)
        self.send_header("Content-Length", "0")
        self.end_headers()

    def log_message(self, *arguments) -> None:
        pass


@pytest.fixture
def office() -> Iterator[str]:
    """The address of a server on this machine, without a slash at the end."""
    Office.asked, Office.names, Office.busy = [], set(), Counter()
    with serving() as server:
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()


def serving() -> ThreadingHTTPServer:
    server = ThreadingHTTPServer(("127.0.0.1", 0), Office)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    return server


@pytest.fixture
def asker() -> Asker:
    return Asker("songfueang-links", pause=0, patience=(2, 0.3), again=AGAIN)


def rule(asker: Asker, address: str) -> str | None:
    """What is told of one address; None when all is well."""
    found = list(findings({address: [PLACE]}, asker.ask_all([address]), []))
    assert all(one.problem.place == PLACE and one.address == address for one in found)
    return found[0].problem.rule if found else None


@pytest.mark.parametrize(
    ("path", "told"),
    [
        ("/page", None),
        ("/no-head", None),
        ("/hangs-up-on-head", None),
        ("/busy-once", None),
        ("/elsewhere", None),
        ("/", None),
        ("/404/page", "link-gone"),
        ("/410", "link-gone"),
        ("/403", "link-refused"),
        ("/429", "link-refused"),
        ("/500", "link-fails"),
        ("/503", "link-fails"),
        ("/slow", "link-fails"),
        ("/round", "link-fails"),
        ("/front", "link-home"),
        ("/moved", "link-moved"),
    ],
)
def test_an_address_is_told_by_how_it_answers(office, asker, path, told):
    assert rule(asker, office + path) == told


def test_a_host_that_nobody_knows_or_that_refuses_is_told_with_the_reason(asker):
    with serving() as server:
        port = server.server_port
        server.shutdown()
    heard = asker.ask_all([f"http://127.0.0.1:{port}/", "http://no-such-host.invalid/"])
    assert [one.status for one in heard.values()] == [None, None]
    assert all(one.said and "0x" not in one.said and len(one.said) < 200 for one in heard.values()), heard
    assert "refused" in heard[f"http://127.0.0.1:{port}/"].said.lower()


def test_a_server_whose_certificate_nobody_signed_is_heard_all_the_same_and_told(asker):
    server = ThreadingHTTPServer(("127.0.0.1", 0), Office)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(Path(__file__).with_name("self_signed.pem"))
    server.socket = context.wrap_socket(server.socket, server_side=True)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    with server:
        address = f"https://127.0.0.1:{server.server_port}"
        heard = asker.ask_all([f"{address}/page", f"{address}/404"])
        server.shutdown()
    assert "certificate" in heard[f"{address}/page"].unverified
    told = [one.problem for one in findings(dict.fromkeys(heard, [PLACE]), heard, [])]
    assert [(one.rule, one.severity) for one in told] == [
        ("link-certificate", Severity.NOTICE),
        ("link-gone", Severity.ERROR),
    ]


def test_one_host_is_asked_one_thing_at_a_time_by_name_and_with_a_pause(office):
    began = time.monotonic()
    Asker("who-asks", pause=0.1).ask_all(f"{office}/page/{number}" for number in range(4))
    assert time.monotonic() - began >= 0.4
    assert Office.busy["most"] == 1
    assert Office.names == {"who-asks"}
    assert {method for method, _ in Office.asked} == {"HEAD"}


def test_hosts_are_asked_side_by_side():
    with serving() as one, serving() as other:
        began = time.monotonic()
        addresses = [
            f"http://{host}:{server.server_port}/p" for host, server in (("127.0.0.1", one), ("localhost", other))
        ]
        Asker("who-asks", pause=0.5).ask_all(addresses)
        assert time.monotonic() - began < 0.95
        one.shutdown(), other.shutdown()


def test_a_silent_host_is_given_up_and_every_address_of_it_told(office, asker):
    heard = asker.ask_all(f"{office}/slow/{number}" for number in range(SILENT_AFTER + 5))
    assert all(one.status is None for one in heard.values())
    assert len(heard) == SILENT_AFTER + 5
    assert len({path for _, path in Office.asked}) == SILENT_AFTER


# exceptions


GONE = {"https://a.example/old/page": Heard(404, "HTTP 404", "https://a.example/old/page")}
WELL = {"https://a.example/old/page": Heard(200, "HTTP 200", "https://a.example/old/page")}


def exception(rule: str, address: str) -> LinkException:
    return LinkException(rule=rule, address=address, reason="kept as the citation")


def told(heard: dict[str, Heard], *exceptions: LinkException, whole: bool = True) -> list[str]:
    return [one.problem.rule for one in findings(dict.fromkeys(heard, [PLACE]), heard, exceptions, whole)]


def test_an_exception_excuses_its_own_rule_for_all_that_begins_with_its_address():
    assert told(GONE, exception("link-gone", "https://a.example/")) == []
    assert told(GONE, exception("link-gone", "https://a.example/old/page")) == []
    assert told(GONE, exception("link-gone", "https://b.example/"))[0] == "link-gone"
    assert told(GONE, exception("link-refused", "https://a.example/"))[0] == "link-gone"


def test_an_exception_that_nothing_needs_any_more_is_told_and_fails():
    assert told(WELL, exception("link-gone", "https://a.example/")) == ["link-exception-not-needed"]
    assert told(WELL, exception("link-gone", "https://a.example/"), whole=False) == []
    [found] = findings(WELL, WELL, [exception("link-gone", "https://a.example/")])
    assert found.problem.severity is Severity.ERROR


def test_an_exception_in_the_data_is_read_and_a_wrong_rule_refused(project, change):
    line = '- {rule: link-gone, address: "https://a.example/", reason: it is the citation}\n'
    (project / "data/link-exceptions.yml").write_text(line, encoding="utf-8")
    assert read(project)[0].link_exceptions[0].rule == "link-gone"
    change("data/link-exceptions.yml", "link-gone", "link-gon")
    assert any(one.rule == "not-one-of" and "link-gone" in one.said() for one in read(project)[1])


# which addresses there are


def test_addresses_of_sources_texts_and_pages_are_found_with_their_places(project, change):
    change("data/faq/basics.yml", "ไม่ใช่เรื่องเดียวกัน", "[ไม่ใช่](https://texts.example/a#part) เรื่องเดียวกัน")
    change("data/faq/basics.yml", "No. A community", "[No](https://texts.example/a). A community")
    about = project / "docs/about.en.md"
    about.write_text(about.read_text(encoding="utf-8") + "\n[there](https://pages.example/)\n", encoding="utf-8")
    knowledge, _ = read(project)
    found = outside_addresses(project, knowledge)
    assert [place.file for place in found["https://texts.example/a"]] == ["data/faq/basics.yml"] * 2
    lines = (project / "docs/about.en.md").read_text(encoding="utf-8").split("\n")
    assert found["https://pages.example/"][0].line == lines.index("[there](https://pages.example/)") + 1
    for source in knowledge.sources:
        for address in filter(None, (source.url, source.archived)):
            assert source.place_at("url" if address == source.url else "archived") in found[address.partition("#")[0]]
    assert knowledge.site.licence.url in found


# the command


def test_the_command_tells_places_and_fails_only_for_what_must_be_mended(project, change, office, capsys):
    listed = (project / "data/sources.yml").read_text(encoding="utf-8")
    sources = f"""
- id: kept-source
  kind: law
  title: {{th: ก, en: A}}
  publisher: {{th: ข, en: B}}
  url: "{office}/404"
  archived: "{office}/moved"
  checked: 2026-11-22
  read: whole
"""
    (project / "data/sources.yml").write_text(listed + sources, encoding="utf-8")
    line = len(listed.split("\n")) + 5
    assert main(["--root", str(project), "links", "--only", office, "--pause", "0", "--lang", "en"]) == 1
    out = capsys.readouterr().out.splitlines()
    assert [one.split(":")[1] for one in out] == [str(line), str(line + 1)]
    assert out[0].startswith(f"data/sources.yml:{line}:8: {office}/404 answers HTTP 404: the page is not there")
    assert out[1].endswith("[notice]")
    change("data/sources.yml", f"{office}/404", f"{office}/page")
    assert main(["--root", str(project), "links", "--only", office, "--pause", "0"]) == 0
