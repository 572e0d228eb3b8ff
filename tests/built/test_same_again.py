"""The same data makes the same site, to the byte."""

from __future__ import annotations

from conftest import ROOT, build


def test_two_builds_are_the_same_to_the_byte(site, tmp_path):
    again = tmp_path / "kb"
    done = build(ROOT, again, REPO_URL="https://github.com/example/songfueang", PYTHONHASHSEED="7", TZ="Asia/Bangkok")
    assert done.returncode == 0, done.stdout + done.stderr
    first, second = (
        {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}
        for folder in (site.folder, again)
    )
    assert first.keys() == second.keys()
    assert [name for name in first if first[name] != second[name]] == []
