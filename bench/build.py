"""How long the check of the data and the build of the site take on this machine: medians, in seconds."""

from __future__ import annotations

import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from bench.report import heading, table

TIMES = 5
CHECK = [sys.executable, "-m", "songfueang", "check", "--quiet"]
#: The folder to write comes last.
BUILD = [sys.executable, "-m", "mkdocs", "build", "--strict", "--quiet", "--site-dir"]
#: Finished cards, kept for the next build; without it the build is as cold as after a fresh clone.
KEPT = Path(".build/cards")


def seconds(command: list[str], folder: Path | None = None) -> float:
    """How long ``command`` takes in ``folder`` (here); it must succeed."""
    begun = time.perf_counter()
    subprocess.run(command, check=True, capture_output=True, cwd=folder)
    return time.perf_counter() - begun


def main() -> None:
    """Measure, and print a table."""
    print(heading("Checking and building"))
    rows = [("check of the data", *_of(lambda: seconds(CHECK)))]
    with tempfile.TemporaryDirectory() as folder:
        build = [*BUILD, folder]

        def cold() -> float:
            shutil.rmtree(KEPT, ignore_errors=True)
            return seconds(build)

        rows += [("build, cold", *_of(cold)), ("build, warm", *_of(lambda: seconds(build)))]
        pages = sum(1 for _ in Path(folder).rglob("index.html"))
    print(table(["seconds", "median", "fastest", "slowest"], rows))
    print(f"{pages} pages; each {TIMES} times. Cold: nothing kept from an earlier build, as in a fresh clone.")


def _of(measured) -> tuple[str, str, str]:
    found = [measured() for _ in range(TIMES)]
    return f"{statistics.median(found):.2f}", f"{min(found):.2f}", f"{max(found):.2f}"


if __name__ == "__main__":
    main()
