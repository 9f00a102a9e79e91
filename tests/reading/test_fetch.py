"""The one fetcher: what it refuses, and its limits."""

from __future__ import annotations

import gzip
import threading
import time
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from hansa.reading.fetch import FetchError, Limits, fetch, is_public


class Site(BaseHTTPRequestHandler):
    """A small site with every kind of trouble."""

    def do_GET(self) -> None:
        if self.path == "/page":
            self._answer(b"<p>Hej</p>")
        elif self.path == "/moved":
            self.send_response(302)
            self.send_header("Location", "/page")
            self.end_headers()
        elif self.path == "/loop":
            self.send_response(302)
            self.send_header("Location", "/loop")
            self.end_headers()
        elif self.path == "/huge":
            self._answer(b"x" * 300_000)
        elif self.path == "/bomb":
            self._answer(gzip.compress(b"0" * 3_000_000), encoding="gzip")
        elif self.path == "/drip":
            self.send_response(200)
            self.end_headers()
            for _turn in range(100):
                try:
                    self.wfile.write(b".")
                    self.wfile.flush()
                except OSError:
                    return
                time.sleep(0.05)
        else:
            self.send_error(404)

    def _answer(self, body: bytes, encoding: str = "") -> None:
        self.send_response(200)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        if encoding:
            self.send_header("Content-Encoding", encoding)
        self.end_headers()
        try:
            self.wfile.write(body)
        except OSError:
            return

    def log_message(self, *args: object) -> None:
        return


@pytest.fixture(scope="module")
def site() -> Iterator[str]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), Site)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()


HERE = Limits(allow_private=True, max_bytes=200_000, seconds=1.0)


def test_a_page_is_fetched_with_its_type(site: str) -> None:
    fetched = fetch(f"{site}/page", HERE)
    assert (fetched.content, fetched.media_type) == (b"<p>Hej</p>", "text/html; charset=utf-8")


def test_a_redirect_is_followed_and_told(site: str) -> None:
    assert fetch(f"{site}/moved", HERE).final_url == f"{site}/page"


@pytest.mark.parametrize(
    ("path", "said"),
    [
        ("/loop", "leads on and on"),
        ("/huge", "larger than"),
        ("/bomb", "larger than"),
        ("/nowhere", "is not there"),
    ],
)
def test_trouble_is_told_in_words(site: str, path: str, said: str) -> None:
    with pytest.raises(FetchError, match=said):
        fetch(f"{site}{path}", HERE)


def test_a_page_that_drips_is_given_up_at_the_deadline(site: str) -> None:
    with pytest.raises(FetchError, match="did not answer within"):
        fetch(f"{site}/drip", HERE)


@pytest.mark.parametrize(
    "address",
    [
        "http://127.0.0.1/",
        "http://localhost/",
        "http://2130706433/",
        "http://0x7f000001/",
        "http://[::1]/",
        "http://[::ffff:127.0.0.1]/",
        "http://10.0.0.1/",
        "http://169.254.169.254/",
        "http://100.64.0.1/",
        "http://0.0.0.0/",
    ],
)
def test_private_networks_are_never_asked(address: str) -> None:
    with pytest.raises(FetchError, match=r"private network|no site called"):
        fetch(address)


@pytest.mark.parametrize(
    "address", ["file:///etc/passwd", "ftp://example.org/", "gopher://x", "http://", "http://[", "x"]
)
def test_only_web_addresses_are_fetched(address: str) -> None:
    with pytest.raises(FetchError, match="not a web address"):
        fetch(address)


def test_a_password_in_an_address_is_refused_and_not_repeated() -> None:
    with pytest.raises(FetchError) as refused:
        fetch("http://me:secret@example.org/")
    assert "secret" not in str(refused.value)


def test_other_ports_than_the_webs_are_refused() -> None:
    with pytest.raises(FetchError, match="port 22"):
        fetch("http://example.org:22/")


@pytest.mark.parametrize(
    ("address", "public"),
    [
        ("93.184.216.34", True),
        ("2606:2800:220:1::1", True),
        ("64:ff9b::7f00:1", False),
        ("2002:7f00:1::", False),
        ("224.0.0.1", False),
        ("fe80::1", False),
        ("fc00::1", False),
    ],
)
def test_addresses_that_carry_others_are_judged_by_those(address: str, public: bool) -> None:
    assert is_public(address) is public
