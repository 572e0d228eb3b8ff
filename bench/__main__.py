"""The figures of bench/: ``python -m bench`` measures everything, ``python -m bench weight`` one thing.

Each measurement is a module or package of its own beside this file and can be run alone (``python -m bench.weight``).
What they say goes to the standard output, with ``--keep`` also into ``bench/results/``.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
from pathlib import Path

MEASUREMENTS = ("build", "search", "weight", "preview", "scale")
RESULTS = Path(__file__).parent / "results"


def main() -> int:
    """Run what was asked for, one after the other, each in a process of its own; the highest exit code counts."""
    options = argparse.ArgumentParser(prog="python -m bench", description=__doc__)
    options.add_argument("names", nargs="*", metavar="name", help=", ".join(MEASUREMENTS))
    options.add_argument("--keep", action="store_true", help=f"write each report into {RESULTS.name}/")
    asked = options.parse_args()
    if unknown := set(asked.names) - set(MEASUREMENTS):
        options.error(f"there is no measurement {', '.join(sorted(unknown))}; there are {', '.join(MEASUREMENTS)}")
    return max(_measured(name, asked.keep) for name in asked.names or MEASUREMENTS)


def _measured(name: str, keep: bool) -> int:
    command = [sys.executable, "-u", "-m", f"bench.{name}"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        said = []
        for line in process.stdout:
            print(line, end="", flush=True)
            said.append(line)
    if keep and process.returncode == 0:
        RESULTS.mkdir(exist_ok=True)
        (RESULTS / f"{name}.md").write_text("".join(said).strip() + "\n", encoding="utf-8")
    return process.returncode


if __name__ == "__main__":
    sys.exit(main())
