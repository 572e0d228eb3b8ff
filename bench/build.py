"""How long the check of the data and the build of the site take on this machine: medians, in seconds."""

from __future__ import annotations

import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

TIMES = 5
CHECK = [sys.executable, "-m", "songfueang", "check", "--quiet"]
#: What a build keeps for the next one; without it the build is as cold as after a fresh clone.
KEPT = Path(".build")


def seconds(command: list[str]) -> float:
    """How long ``command`` takes; it must succeed."""
    begun = time.perf_counter()
    subprocess.run(command, check=True, capture_output=True)
    return time.perf_counter() - begun


def main() -> None:
    """Measure, and print a table."""
    with tempfile.TemporaryDirectory() as folder:
        build = [sys.executable, "-m", "mkdocs", "build", "--strict", "--quiet", "--site-dir", folder]
        check = statistics.median(seconds(CHECK) for _ in range(TIMES))
        cold = []
        for _ in range(TIMES):
            shutil.rmtree(KEPT, ignore_errors=True)
            cold.append(seconds(build))
        warm = statistics.median(seconds(build) for _ in range(TIMES))
    print("| command | seconds |\n| --- | ---: |")
    print(f"| check | {check:.2f} |")
    print(f"| build, cold | {statistics.median(cold):.2f} |")
    print(f"| build, warm | {warm:.2f} |")


if __name__ == "__main__":
    main()
