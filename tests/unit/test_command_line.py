"""The command line as a whole."""

from __future__ import annotations

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
