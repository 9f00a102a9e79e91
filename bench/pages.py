"""The website under granian beside Datasette serving the same tables: requests per second and the 95th percentile.

Both are asked by the same four threads over connections that stay open, for a few seconds each, on this machine.
"""

from __future__ import annotations

import http.client
import os
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

SECONDS = 4.0
THREADS = 4
HANSA, DATASETTE = 8131, 8132


def ask(port: int, path: str) -> tuple[float, float]:
    """Requests per second and the 95th percentile in milliseconds; `{n}` in the path is another number each time."""
    taken: list[float] = []
    end = time.perf_counter() + SECONDS
    numbers = iter(range(10**9))

    def work() -> None:
        connection = http.client.HTTPConnection("127.0.0.1", port, timeout=20)
        while time.perf_counter() < end:
            start = time.perf_counter()
            connection.request("GET", path.replace("{n}", str(next(numbers))))
            response = connection.getresponse()
            response.read()
            if response.status != 200:
                raise RuntimeError(f"{path}: {response.status}")
            taken.append(time.perf_counter() - start)

    threads = [threading.Thread(target=work) for _ in range(THREADS)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return len(taken) / SECONDS, statistics.quantiles(taken, n=20)[-1] * 1000


@contextmanager
def server(command: list[str], port: int, environment: dict[str, str]) -> Iterator[None]:
    """A server that runs within the block."""
    process = subprocess.Popen(command, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        for _turn in range(120):
            time.sleep(0.25)
            try:
                probe = http.client.HTTPConnection("127.0.0.1", port, timeout=5)
                probe.request("GET", "/")
                probe.getresponse().read()
                break
            except OSError:
                continue
        yield
    finally:
        process.terminate()
        process.wait(20)


def run() -> None:
    """Build the demonstration's register in a folder of its own, serve it both ways, and print what was measured."""
    with tempfile.TemporaryDirectory() as folder:
        environment = {**os.environ, "HANSA_DATA": folder}
        bin_ = Path(sys.executable).parent
        subprocess.run([bin_ / "hansa", "demo", "--no-serve"], env=environment, check=True, stdout=subprocess.DEVNULL)
        database = Path(folder) / "hansa.sqlite3"
        with server([str(bin_ / "hansa"), "serve", "--port", str(HANSA)], HANSA, environment):
            for path in ("/", "/natverk/aer/", "/?q={n}", "/natverk/aer/?n={n}"):
                show("Hansa", path, ask(HANSA, path))
        with server(
            [str(bin_ / "datasette"), "serve", "-i", str(database), "--port", str(DATASETTE)], DATASETTE, environment
        ):
            key = _first_key(DATASETTE)
            for path in ("/hansa/register_organisation", f"/hansa/register_organisation/{key}"):
                show("Datasette", path, ask(DATASETTE, path))


def _first_key(port: int) -> str:
    import json

    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=20)
    connection.request("GET", "/hansa/register_organisation.json?_shape=array&_size=1")
    return str(json.loads(connection.getresponse().read())[0]["id"])


def show(who: str, path: str, measured: tuple[float, float]) -> None:
    print(f"  {who:10} {path[:60]:60} {measured[0]:8.0f} requests/s   p95 {measured[1]:7.1f} ms")
