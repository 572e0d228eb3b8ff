"""The workflows: they call make alone, may write only where they must, and run nothing of a stranger's with a token."""

from __future__ import annotations

import os
import re
import stat
import subprocess
from pathlib import Path

import pytest
import yaml

from songfueang.site.settings import FIELD, FORM, Settings

ROOT = Path(__file__).resolve().parents[2]
WORKFLOWS = sorted((ROOT / ".github/workflows").glob("*.yml"))
FORMS = sorted((ROOT / ".github/ISSUE_TEMPLATE").glob("[!c]*.yml"))
MAKEFILE = (ROOT / "Makefile").read_text(encoding="utf-8")
#: The only jobs that may do more than read the repository.
MORE = {
    ("publish", "build"): {"contents": "read", "pages": "read"},
    ("publish", "deploy"): {"pages": "write", "id-token": "write"},
    ("weekly", "tell"): {"contents": "read", "issues": "write"},
}


def loaded(path: Path) -> dict:
    return yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)  # "on" stays a word


def jobs() -> list[tuple[str, str, dict, dict]]:
    """(workflow's name, job's name, workflow, job)."""
    return [(path.stem, name, loaded(path), job) for path in WORKFLOWS for name, job in loaded(path)["jobs"].items()]


JOBS = pytest.mark.parametrize(
    ("workflow", "name", "whole", "job"), jobs(), ids=lambda value: value if isinstance(value, str) else ""
)


def called_targets(job: dict) -> list[str]:
    words = [word for step in job["steps"] for word in step.get("run", "").split("#")[0].split()]
    return [word for word in words if word != "make" and "=" not in word]


def test_there_is_a_workflow_for_each_occasion():
    assert [path.stem for path in WORKFLOWS] == ["check", "publish", "weekly"]
    assert set(loaded(WORKFLOWS[0])["on"]) == {"pull_request", "push"}


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.stem)
def test_what_a_stranger_sends_never_meets_a_token_that_writes_or_a_secret(path):
    whole = loaded(path)
    assert not {"pull_request_target", "workflow_run", "issue_comment", "issues"} & set(whole["on"])
    assert whole["permissions"] == {"contents": "read"}
    assert "secrets" not in re.sub("#.*", "", path.read_text(encoding="utf-8"))


@JOBS
def test_a_job_may_do_only_what_it_must(workflow, name, whole, job):
    assert job.get("permissions", {}) == MORE.get((workflow, name), {})
    if job.get("permissions"):
        assert "pull_request" not in whole["on"]
    assert int(job["timeout-minutes"]) <= 60


@JOBS
def test_a_step_runs_make_alone_with_targets_that_there_are(workflow, name, whole, job):
    for step in job["steps"]:
        command = step.get("run", "").split("#")[0].strip()
        assert not command or re.fullmatch(r"make( [a-z]+)+( SINCE=HEAD\^1)?", command), command
        assert command.count("${{") == 0
    for target in called_targets(job):
        assert re.search(rf"^{target}:", MAKEFILE, re.MULTILINE), target


@JOBS
def test_an_action_is_githubs_own_and_pinned_by_its_commit(workflow, name, whole, job):
    text = (ROOT / ".github/workflows" / f"{workflow}.yml").read_text(encoding="utf-8")
    for step in job["steps"]:
        if uses := step.get("uses"):
            assert re.fullmatch(r"actions/[a-z-]+@[0-9a-f]{40}", uses)
            assert re.search(rf"{uses} # v\d+\.\d+\.\d+\n", text), f"{uses}: its version as a comment"
            assert "checkout" not in uses or step["with"]["persist-credentials"] == "false"


def test_one_action_has_one_commit_everywhere():
    pinned = set(re.findall(r"uses: (\S+)@(\S+)", "".join(path.read_text(encoding="utf-8") for path in WORKFLOWS)))
    assert len(pinned) == len({name for name, _ in pinned})


def test_the_job_that_writes_the_issue_runs_no_code_of_the_engine():
    job = loaded(ROOT / ".github/workflows/weekly.yml")["jobs"]["tell"]
    assert called_targets(job) == ["issue"]
    recipe = re.search(r"^issue:(.*)\n((?:\t.*\n)+)", MAKEFILE, re.MULTILINE)
    assert recipe[1].split("##")[0].strip() == "", "no prerequisite: no environment is made, nothing of hooks/ runs"
    assert recipe[2].split() == ["@.github/keep-issue", ".build/report.md"]


def test_in_a_workflow_the_check_is_told_so():
    shown = {}
    for where in ("", "true"):
        done = subprocess.run(
            ["make", "--dry-run", "--assume-old=.venv/ready", "check", "translations"], cwd=ROOT, text=True, capture_output=True,
            env={**os.environ, "GITHUB_ACTIONS": where}, check=True,
        )  # fmt: skip
        shown[where] = done.stdout
    assert "--github" not in shown[""]
    assert "check --quiet --pages --github\n" in shown["true"]
    assert "translations  --github\n" in shown["true"]


# the one issue


WRITTEN_ANEW = (
    r"api --silent --method PATCH repos/\{owner\}/\{repo\}/issues/7 -f state=open -f title=.+ -F body=@REPORT"
)


@pytest.fixture
def keep_issue(tmp_path):
    """Run ``keep-issue`` beside a ``gh`` that writes down how it was called; gives the calls that change something."""
    calls = tmp_path / "calls"
    gh = tmp_path / "gh"
    gh.write_text('#!/bin/sh\nprintf "%s\\n" "$*" >> "$CALLS"\nif [ "$2" = list ]; then printf "%s" "$KEPT"; fi\n')
    gh.chmod(gh.stat().st_mode | stat.S_IEXEC)
    report = tmp_path / "report.md"

    def kept(text: str, already: str) -> list[str]:
        report.write_text(text, encoding="utf-8")
        calls.write_text("")
        environment = {**os.environ, "PATH": f"{tmp_path}:{os.environ['PATH']}", "CALLS": str(calls), "KEPT": already}
        subprocess.run([ROOT / ".github/keep-issue", report], env=environment, check=True)
        listed, *changing = calls.read_text().splitlines()
        assert listed.startswith("issue list --label upkeep --state all ")
        return [call.replace(str(report), "REPORT") for call in changing]

    return kept


@pytest.mark.parametrize(
    ("text", "already", "calls"),
    [
        ("", "", []),
        ("", "7 CLOSED\n", []),
        ("", "7 OPEN\n", ["issue close 7 --comment .*"]),
        ("x", "", ["label create upkeep .*", "issue create --title .+ --label upkeep --body-file REPORT"]),
        ("x", "7 OPEN\n", [WRITTEN_ANEW]),
        ("x", "7 CLOSED\n", [WRITTEN_ANEW]),
    ],
)
def test_there_is_one_issue_which_is_opened_written_anew_or_closed(keep_issue, text, already, calls):
    done = keep_issue(text, already)
    assert len(done) == len(calls)
    assert all(re.fullmatch(wanted, call) for wanted, call in zip(calls, done, strict=True)), done


# forms


@pytest.mark.parametrize("path", FORMS, ids=lambda path: path.stem)
def test_a_form_speaks_every_language_and_asks_one_thing_at_a_time(path, knowledge):
    form = yaml.safe_load(path.read_text(encoding="utf-8"))
    assert form.keys() == {"name", "description", "title", "labels", "body"}
    fields = [part for part in form["body"] if part["type"] != "markdown"]
    assert {part["type"] for part in fields} <= {"input", "textarea"}
    assert len({part["id"] for part in fields}) == len(fields)
    said = [form["name"], form["description"], form["title"]]
    said += [part["attributes"].get("label") or part["attributes"]["value"] for part in form["body"]]
    said += [part["attributes"]["description"] for part in fields if "description" in part["attributes"]]
    for words in said:
        first, _, second = words.partition(" · ")
        assert re.search("[ก-๙]", first), words
        assert re.search("[A-Za-z]", second) and not re.search("[ก-๙]", second), words


def test_the_site_s_reports_open_the_form_with_its_field_filled_in():
    form = yaml.safe_load((ROOT / ".github/ISSUE_TEMPLATE" / FORM).read_text(encoding="utf-8"))
    assert FIELD in [part.get("id") for part in form["body"]]
    address = Settings(repo_url="https://github.com/a/b").report_url("t", "q", "x y")
    assert address == f"https://github.com/a/b/issues/new?template={FORM}&title=t&{FIELD}=x+y"


def test_what_fits_no_form_can_be_told_as_well():
    config = yaml.safe_load((ROOT / ".github/ISSUE_TEMPLATE/config.yml").read_text(encoding="utf-8"))
    assert config == {"blank_issues_enabled": True}
