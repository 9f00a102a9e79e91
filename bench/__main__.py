"""make bench: everything that is measured, in one run on this machine."""

from __future__ import annotations

import os
import sys
import tempfile
from pathlib import Path


def main(chosen: list[str]) -> None:
    """Run the benchmarks named, or all: reading, memory, pages, matching, register."""
    wanted = chosen or ["reading", "memory", "pages", "matching", "register"]
    with tempfile.TemporaryDirectory() as folder:
        os.environ["HANSA_DATA"] = folder
        from hansa.cli import ready

        ready()
        from django.conf import settings

        settings.ALLOWED_HOSTS = ["*"]
        settings.STORAGES["staticfiles"] = {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
        if "reading" in wanted:
            from bench import reading

            print("Reading, beside trafilatura:")
            reading.run()
        if "memory" in wanted:
            from bench import memory

            print("Memory, of documents of 50 MB:")
            memory.run()
        if "pages" in wanted:
            from bench import pages

            print("Pages, beside Datasette:")
            pages.run()
        data = Path(__file__).resolve().parents[2] / "shared" / "data"
        for name in ("matching", "register"):
            if name not in wanted:
                continue
            print(f"{name.capitalize()}, on {data}:" if data.exists() else f"{name.capitalize()}: {data} is not there")
            if not data.exists():
                continue
            if name == "matching":
                from bench import matching

                matching.main()
            else:
                from bench import register

                register.run()


if __name__ == "__main__":
    main(sys.argv[1:])
