"""The one door to the web: every outgoing request goes through `fetch`.

Only http and https; never to an address that is not public, at any step of a redirect; the connection goes to the very
address that was checked. Size, time and redirects are limited.
"""

from __future__ import annotations

import ipaddress
import socket
import time
from dataclasses import dataclass
from datetime import UTC, datetime
from urllib.parse import urljoin, urlsplit, urlunsplit

import httpx2

from hansa.reading.document import MAX_BYTES

USER_AGENT = "Hansa/0.1 (register of memberships; reads a page at its keeper's word)"
_NAT64 = ipaddress.ip_network("64:ff9b::/96")
_SHARED = ipaddress.ip_network("100.64.0.0/10")


class FetchError(Exception):
    """A page that could not be fetched; `str()` is for people."""


@dataclass(frozen=True, slots=True)
class Limits:
    """`seconds` is for the whole of it, redirects and all; `allow_private` is for tests and closed networks."""

    max_bytes: int = MAX_BYTES
    seconds: float = 20.0
    redirects: int = 5
    ports: frozenset[int] = frozenset({80, 443})
    allow_private: bool = False


@dataclass(frozen=True, slots=True)
class Fetched:
    """What came: `url` as asked, `final_url` where it was found, the bytes (decompressed)."""

    url: str
    final_url: str
    content: bytes
    media_type: str
    fetched_at: datetime


def fetch(url: str, limits: Limits | None = None) -> Fetched:
    """Fetch a page. Raises FetchError."""
    limits = limits or Limits()
    deadline = time.monotonic() + limits.seconds
    here = url
    for _step in range(limits.redirects + 1):
        target = _Target.of(here, limits)
        try:
            answer = _ask(target, limits, deadline)
        except httpx2.TimeoutException as error:
            raise FetchError(f"{url} did not answer within {limits.seconds:g} seconds. Try again later.") from error
        except (httpx2.HTTPError, OSError) as error:
            raise FetchError(
                f"{url} could not be fetched: {_reason(error)}. Check the address in a browser."
            ) from error
        if isinstance(answer, str):
            here = urljoin(here, answer)
            continue
        content, media_type = answer
        return Fetched(url, here, content, media_type, datetime.now(UTC))
    raise FetchError(f"{url} leads on and on to other addresses (more than {limits.redirects}). Check it in a browser.")


@dataclass(frozen=True, slots=True)
class _Target:
    """An address that was checked: the host's name, and the public IP address that it is reached at."""

    url: str
    host: str
    ip: str
    port: int

    @classmethod
    def of(cls, url: str, limits: Limits) -> _Target:
        try:
            parts = urlsplit(url)
            host, port = parts.hostname or "", parts.port
        except ValueError as error:
            raise FetchError(f"{url[:200]} is not a web address.") from error
        if parts.scheme not in ("http", "https") or not host:
            raise FetchError(f"{url[:200]} is not a web address: it must begin with http:// or https://.")
        if parts.username or parts.password:
            raise FetchError("A web address with a user name or password in it is not fetched.")
        port = port or (443 if parts.scheme == "https" else 80)
        if port not in limits.ports and not limits.allow_private:
            raise FetchError(f"{url[:200]} names port {port}. Only the web's own ports are asked.")
        ip = _resolve(host, port)
        if not limits.allow_private and not is_public(ip):
            raise FetchError(f"{host} is on a private network ({ip}), and is not fetched from.")
        return cls(url, host, ip, port)

    def by_ip(self) -> str:
        """The same address with the checked IP address in place of the host's name."""
        parts = urlsplit(self.url)
        shown = f"[{self.ip}]" if ":" in self.ip else self.ip
        return urlunsplit((parts.scheme, f"{shown}:{self.port}", parts.path or "/", parts.query, ""))


def _resolve(host: str, port: int) -> str:
    try:
        found = socket.getaddrinfo(host.encode("idna").decode(), port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError) as error:
        raise FetchError(f"There is no site called {host[:200]}. Check the address.") from error
    return str(found[0][4][0])


def is_public(address: str) -> bool:
    """Whether an IP address is one of the public internet's; those that carry another inside are judged by it."""
    ip = ipaddress.ip_address(address.partition("%")[0])
    if isinstance(ip, ipaddress.IPv6Address):
        inner = ip.ipv4_mapped or ip.sixtofour or (ip.teredo[1] if ip.teredo else None)
        if inner is None and ip in _NAT64:
            inner = ipaddress.IPv4Address(int(ip) & 0xFFFFFFFF)
        if inner is not None:
            return is_public(str(inner))
    elif ip in _SHARED:
        return False
    return ip.is_global and not ip.is_multicast and not ip.is_reserved


def _ask(target: _Target, limits: Limits, deadline: float) -> tuple[bytes, str] | str:
    """One request: the content and its type, or where the answer leads on to."""
    left = deadline - time.monotonic()
    if left <= 0:
        raise httpx2.ReadTimeout("out of time")
    headers = {
        "Host": urlsplit(target.url).netloc,
        "User-Agent": USER_AGENT,
        "Accept": "text/html, text/plain, */*;q=0.1",
    }
    with (
        httpx2.Client(follow_redirects=False, trust_env=False, timeout=min(left, 10.0)) as client,
        client.stream("GET", target.by_ip(), headers=headers, extensions={"sni_hostname": target.host}) as response,
    ):
        if response.status_code in (301, 302, 303, 307, 308) and (location := response.headers.get("location")):
            return str(location)
        if response.status_code >= 400:
            raise FetchError(_refused(target.url, response.status_code))
        content = bytearray()
        for part in response.iter_bytes(16_384):
            content += part
            if len(content) > limits.max_bytes:
                raise FetchError(
                    f"{target.url} is larger than {limits.max_bytes // 1_000_000} MB, more than any page of this kind."
                )
            if time.monotonic() > deadline:
                raise httpx2.ReadTimeout("out of time")
        return bytes(content), str(response.headers.get("content-type", ""))


def _refused(url: str, status: int) -> str:
    why = {
        401: "asks for a sign-in",
        403: "refuses",
        404: "is not there",
        410: "is there no longer",
        429: "asks to wait",
    }
    return (
        f"{url} {why.get(status, 'has a fault of its own')} (answer {status}). Open it in a browser and save the page."
    )


def _reason(error: Exception) -> str:
    text = str(error)
    if "CERTIFICATE" in text.upper():
        return "its certificate is not valid"
    if "refused" in text.lower():
        return "the site does not answer"
    return text.splitlines()[0][:200] if text else type(error).__name__
