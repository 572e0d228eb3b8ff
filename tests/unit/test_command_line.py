"""The command line as a whole."""

from __future__ import annotations

import subprocess
import sys

import pytest

from songfueang.cli import COMMANDS, main


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_explains_itself(command, capsys):
    with pytest.raises(SystemExit) as stopped:
        main([command, "--help"])
    assert stopped.value.code == 0
    assert f"songfueang {command}" in capsys.readouterr().out


def test_check_tells_what_is_wrong_with_its_place_and_fails(project, change, capsys):
    change("data/faq/basics.yml", "order:", "ordre:")
    assert main(["--root", str(project), "check"]) == 1
    told = capsys.readouterr().out
    assert "data/faq/basics.yml:" in told
    assert "'ordre'" in told


def test_whoever_reads_only_the_beginning_sees_no_traceback(project, change):
    change("data/questions.yml", "ask: ", "aks: ")
    for file in (project / "data/faq").glob("*.yml"):
        file.write_text(file.read_text(encoding="utf-8").replace("ask:", "aks:"), encoding="utf-8")
    command = f"{sys.executable} -m songfueang check | head --lines 1"
    done = subprocess.run(
        ["bash", "-c", command],
        cwd=project,
        capture_output=True,
        text=True,
        env={"PYTHONPATH": "hooks", "PATH": "/usr/bin:/bin"},
    )
    assert done.stdout.count("\n") == 1
    assert "Traceback" not in done.stderr
