"""Reading the project as it was at another revision."""

from __future__ import annotations

import io
import subprocess
import tarfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory


class UnknownRevision(LookupError):
    """There is no such revision, or no repository; the message is git's own."""


@contextmanager
def at_revision(root: Path, revision: str, folders: tuple[str, ...] = ("data", "docs")) -> Iterator[Path]:
    """A temporary copy of the project's folders as they were at ``revision``. Raises UnknownRevision."""
    listed = git(root, "ls-tree", "--name-only", revision, *(f"{folder}/" for folder in folders)).split()
    there = sorted({name.split("/")[0] for name in listed})
    with TemporaryDirectory(prefix="songfueang-") as name:
        folder = Path(name)
        if there:
            done = subprocess.run(["git", "archive", revision, *there], cwd=root, capture_output=True, check=True)
            with tarfile.open(fileobj=io.BytesIO(done.stdout)) as archive:
                archive.extractall(folder, filter="data")
        yield folder


def git(root: Path, *arguments: str) -> str:
    """What git says. Raises UnknownRevision with its last line when it refuses."""
    try:
        done = subprocess.run(["git", *arguments], cwd=root, capture_output=True, text=True)
    except OSError as error:
        raise UnknownRevision(str(error)) from None
    if done.returncode:
        raise UnknownRevision((done.stderr.strip().splitlines() or ["git failed"])[-1])
    return done.stdout.strip()


def beginning(root: Path) -> str:
    """The revision to compare with when nobody names one: where this branch left the main one, else the last commit."""
    for name in ("origin/HEAD", "origin/main", "main"):
        try:
            base = git(root, "merge-base", "HEAD", name)
        except UnknownRevision:
            continue
        return base
    return git(root, "rev-parse", "HEAD")
