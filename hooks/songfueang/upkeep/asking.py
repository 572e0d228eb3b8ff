"""Ask addresses whether they still open: politely, patiently, and with the odd servers of small offices in mind.

Each host is asked one thing at a time with a pause between; different hosts side by side. ``HEAD`` comes first, and
``GET`` (without reading what comes) where a server will not have that. What fails for the moment is tried again.
"""

from __future__ import annotations

import ssl
import time
from collections.abc import Callable, Iterable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from urllib.parse import urlsplit

import requests
import urllib3
from requests.adapters import HTTPAdapter
from urllib3.util import Retry
from urllib3.util.ssl_ import create_urllib3_context

MOST_HOSTS_AT_ONCE = 12
MOST_REDIRECTS = 10
#: Seconds to wait for a connection, and for an answer.
PATIENCE = (10, 30)
#: A host that gave no answer to so many addresses in a row is not asked for the rest.
SILENT_AFTER = 3
_AGAIN = Retry(
    total=2,
    connect=1,
    read=0,  # GET is the second try
    other=0,
    backoff_factor=1,
    status_forcelist=(429, 500, 502, 503, 504),
    retry_after_max=30,
    raise_on_status=False,
)
_FOR_GOOD = {301, 308}


@dataclass(frozen=True)
class Heard:
    """What came back for an address.

    ``status`` is None when no answer came, and ``said`` then says why not. ``ended_at`` is the address that answered;
    ``moved`` says that every step to it was for good. ``unverified`` holds what is wrong with the certificate of a
    server that answers all the same.
    """

    status: int | None = None
    said: str = ""
    ended_at: str = ""
    moved: bool = False
    unverified: str = ""


class Asker:
    """Asks under one name; ``pause`` is the time in seconds between two requests to one host."""

    def __init__(self, name: str, pause: float = 1.0, patience: tuple[float, float] = PATIENCE, again: Retry = _AGAIN):
        self._headers = {"User-Agent": name, "Accept": "*/*", "Accept-Language": "th,en;q=0.8"}
        self._pause, self._patience, self._again = pause, patience, again

    def ask_all(
        self, addresses: Iterable[str], heard: Callable[[str, Heard], None] = lambda *_: None
    ) -> dict[str, Heard]:
        """What was heard of every address; ``heard`` is called for each as soon as it is known, from any thread."""
        hosts: dict[str, list[str]] = {}
        for address in addresses:
            hosts.setdefault(urlsplit(address).hostname or "", []).append(address)

        def asked(of_one_host: list[str]) -> dict[str, Heard]:
            return self._ask_host(of_one_host, heard)

        found: dict[str, Heard] = {}
        with ThreadPoolExecutor(MOST_HOSTS_AT_ONCE) as pool:
            for part in pool.map(asked, hosts.values()):
                found |= part
        return found

    def _ask_host(self, addresses: list[str], heard: Callable[[str, Heard], None]) -> dict[str, Heard]:
        found: dict[str, Heard] = {}
        silent, last = 0, Heard()
        with (
            self._session(HTTPAdapter(max_retries=self._again)) as strict,
            self._session(_Lenient(self._again)) as lenient,
        ):
            lenient.verify = False
            for address in addresses:
                if silent < SILENT_AFTER:
                    last = self._ask(address, strict, lenient)
                    silent = silent + 1 if last.status is None else 0
                found[address] = last
                heard(address, last)
        return found

    def _ask(self, address: str, strict: requests.Session, lenient: requests.Session) -> Heard:
        """One address, its certificate verified; when only the certificate is at fault, what it answers without that."""
        try:
            return self._answer(address, strict)
        except requests.exceptions.SSLError as error:
            unverified = _reason(error)
        except requests.RequestException as error:
            return Heard(said=_reason(error))
        try:
            return replace(self._answer(address, lenient), unverified=unverified)
        except requests.RequestException as error:
            return Heard(said=_reason(error))

    def _answer(self, address: str, session: requests.Session) -> Heard:
        """Raises RequestException when no answer comes."""
        try:
            answer = self._request("HEAD", address, session)
            if answer.status_code < 400:
                return _heard(answer)
        except (requests.exceptions.SSLError, requests.ConnectTimeout):
            raise
        except requests.RequestException:  # some servers hang up on HEAD
            pass
        return _heard(self._request("GET", address, session))

    def _request(self, method: str, address: str, session: requests.Session) -> requests.Response:
        options = {"timeout": self._patience, "allow_redirects": True, "stream": True}
        if not session.verify:
            options["verify"] = False  # said again for each request: else the environment's certificates win
        try:
            with session.request(method, address, **options) as answer:
                return answer
        finally:
            time.sleep(self._pause)

    def _session(self, adapter: HTTPAdapter) -> requests.Session:
        session = requests.Session()
        session.headers.update(self._headers)
        session.max_redirects = MOST_REDIRECTS
        session.mount("https://", adapter)
        session.mount("http://", adapter)
        return session


class _Lenient(HTTPAdapter):
    """Speaks with servers whose certificate or cipher is out of date: only to hear whether the page is there."""

    def __init__(self, again: Retry):
        urllib3.disable_warnings(urllib3.exceptions.InsecureRequestWarning)
        super().__init__(max_retries=again)

    def init_poolmanager(self, *args, **options) -> None:
        context = create_urllib3_context(ciphers="DEFAULT:@SECLEVEL=0")
        context.check_hostname = False
        context.verify_mode = ssl.CERT_NONE
        context.options |= getattr(ssl, "OP_LEGACY_SERVER_CONNECT", 0x4)
        super().init_poolmanager(*args, **options, ssl_context=context)


def _heard(answer: requests.Response) -> Heard:
    steps = [step.status_code for step in answer.history]
    return Heard(
        status=answer.status_code,
        said=f"HTTP {answer.status_code}",
        ended_at=answer.url,
        moved=bool(steps) and set(steps) <= _FOR_GOOD,
    )


def _reason(error: BaseException) -> str:
    """The innermost cause in a few words, without the addresses of objects."""
    inner = error
    while isinstance(deeper := getattr(inner, "reason", None) or (inner.args and inner.args[0]), BaseException):
        inner = deeper
    words = str(inner).rpartition(">: ")[2] or type(inner).__name__
    return f"{type(inner).__name__}: {words}" if type(inner).__name__ not in words else words
