"""The figures of bench/: ``python -m bench`` measures everything, ``python -m bench weight`` one thing.

Each measurement is a module or package of its own beside this file and can be run alone (``python -m bench.weight``);
what follows its name on the command line is handed on to it.
"""

from __future__ import annotations

import subprocess
import sys

MEASUREMENTS = ("build", "search", "weight", "preview")


def main(arguments: list[str]) -> int:
    """Run what was asked for, one after the other, each in a process of its own; the highest exit code counts."""
    if arguments and arguments[0] not in MEASUREMENTS:
        print(f"there is no measurement '{arguments[0]}'; there are: {', '.join(MEASUREMENTS)}", file=sys.stderr)
        return 2
    asked = arguments[:1] or MEASUREMENTS
    commands = ([sys.executable, "-m", f"bench.{name}", *arguments[1:]] for name in asked)
    return max(subprocess.run(command, check=False).returncode for command in commands)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
