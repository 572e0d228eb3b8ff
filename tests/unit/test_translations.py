"""``songfueang translations``: exactly the texts whose one language changed and whose twin did not."""

from __future__ import annotations

import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from songfueang.cli import main
from songfueang.editing.translations import left_behind_since

FAQ = """\
name: {th: เรื่องพื้นฐาน, en: Basics}
about: {th: คำถามแรก, en: First questions}
entries:
  - id: who-may-join
    ask: {th: ใครเข้าร่วมได้, en: Who may join?}
    short: {th: ทุกคน, en: Everybody}
  - id: what-does-it-cost
    ask: {th: เสียเงินไหม, en: What does it cost?}
    short: {th: ไม่เสีย, en: Nothing}
"""
GUIDE = """\
name: {th: ลงทะเบียน, en: Register}
steps:
  - id: go-there
    title: {th: ไปที่ว่าการอำเภอ, en: Go to the office}
    papers: [{th: บัตร, en: A card}, {th: รูปถ่าย, en: A photograph}]
"""
PAGE = "---\ntitle: {title}\n---\n{first}\n\n{second}\n"


@pytest.fixture
def repository(tmp_path) -> Path:
    """A small project in two languages, committed once."""
    for name, text in {
        "data/site.yml": "languages: [{code: th, name: ไทย}, {code: en, name: English}]\n",
        "data/faq/basics.yml": FAQ,
        "data/guides/register.yml": GUIDE,
        "docs/about.th.md": PAGE.format(title="เกี่ยวกับ", first="ย่อหน้าแรก", second="ย่อหน้าที่สอง"),
        "docs/about.en.md": PAGE.format(title="About", first="First part", second="Second part"),
    }.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text, encoding="utf-8")
    git(tmp_path, "init", "-q", "-b", "main")
    commit(tmp_path, "Begin")
    return tmp_path


def git(root: Path, *arguments: str) -> None:
    identity = ["-c", "user.name=An editor", "-c", "user.email=editor@example.org"]
    subprocess.run(["git", *identity, *arguments], cwd=root, check=True, capture_output=True)


def commit(root: Path, message: str) -> None:
    git(root, "add", "-A")
    git(root, "commit", "-q", "-m", message)


@pytest.fixture
def edit(repository) -> Callable[..., None]:
    """Replace words in a file, and commit when a message is given."""

    def edited(file: str, old: str, new: str, message: str = "") -> None:
        path = repository / file
        text = path.read_text(encoding="utf-8")
        assert old in text
        path.write_text(text.replace(old, new, 1), encoding="utf-8")
        if message:
            commit(repository, message)

    return edited


def names(root: Path, since: str = "HEAD") -> list[str]:
    return [found.now.name for found in left_behind_since(root, since)]


def test_nothing_is_told_when_nothing_or_both_languages_changed(repository, edit):
    assert names(repository) == []
    edit("data/faq/basics.yml", "ทุกคน, en: Everybody", "คนในชุมชน, en: People of the community")
    assert names(repository) == []


def test_a_change_in_one_language_is_told_with_both_versions_and_the_place_of_the_twin(repository, edit, capsys):
    edit("data/faq/basics.yml", "th: ทุกคน", "th: คนในชุมชน")
    assert main(["--root", str(repository), "translations", "--since", "HEAD"]) == 0
    told = capsys.readouterr().out
    assert told.startswith("data/faq/basics.yml:6:32: ")
    assert "- th: ทุกคน\n" in told
    assert "+ th: คนในชุมชน\n" in told
    assert "= en: Everybody\n" in told


def test_how_a_text_is_written_down_does_not_matter(repository, edit):
    edit(
        "data/faq/basics.yml",
        "short: {th: ทุกคน, en: Everybody}",
        'short:\n      en: >-\n        Everybody\n      th: "ทุกคน"',
    )
    assert names(repository) == []


def test_a_new_text_and_a_new_translation_are_not_told(repository, edit):
    edit("data/faq/basics.yml", "en: Everybody}", "en: Everybody}\n    more: {th: ใหม่}")
    assert names(repository) == []
    commit(repository, "Half a text")
    edit("data/faq/basics.yml", "{th: ใหม่}", "{th: ใหม่, en: New}")
    assert names(repository) == []


def test_a_text_that_moves_to_another_file_or_place_is_still_known(repository, edit):
    entry = (
        "  - id: who-may-join\n    ask: {th: ใครเข้าร่วมได้, en: Who may join?}\n    short: {th: ทุกคน, en: Everybody}\n"
    )
    edit("data/faq/basics.yml", entry, "")
    moved = f"name: {{th: คน, en: People}}\nabout: {{th: คน, en: People}}\nentries:\n{entry}"
    (repository / "data/faq/people.yml").write_text(moved.replace("Everybody", "All of us"), encoding="utf-8")
    assert names(repository) == ["faq/people/entries/who-may-join/short"]


def test_lists_without_ids_are_compared_by_what_they_say(repository, edit):
    edit("data/guides/register.yml", "[{th: บัตร", "[{th: ใบสมัคร, en: A form}, {th: บัตร")
    assert names(repository) == []
    edit("data/guides/register.yml", "en: A photograph", "en: Two photographs")
    assert names(repository) == ["guides/register/steps/go-there/papers/2"]


def test_pages_are_compared_too(repository, edit, capsys):
    edit("docs/about.en.md", "Second part", "Another part")
    main(["--root", str(repository), "translations", "--since", "HEAD"])
    told = capsys.readouterr().out
    assert told.startswith("docs/about.th.md:4:1: ")
    assert "- en: Second part\n" in told
    assert "+ en: Another part\n" in told
    assert "= th: ย่อหน้าที่สอง\n" in told


def test_exactly_what_was_changed_is_listed(repository, edit):
    edit("data/faq/basics.yml", "th: คำถามแรก", "th: คำถามแรก ๆ", "One")
    edit("data/faq/basics.yml", "th: ไม่เสีย", "th: ไม่เสียเงิน", "Two")
    edit("docs/about.th.md", "title: เกี่ยวกับ", "title: เกี่ยวกับเว็บ")
    assert names(repository, "HEAD~2") == [
        "faq/basics/about", "faq/basics/entries/what-does-it-cost/short", "docs/about/title",
    ]  # fmt: skip


def test_a_typo_is_waved_through_by_a_line_of_the_commit_message(repository, edit):
    edit("data/faq/basics.yml", "en: Nothing", "en: Nothing at all", "Mend a slip\n\nTranslations: typo only")
    edit("data/faq/basics.yml", "th: คำถามแรก", "th: คำถามแรก ๆ", "Say more")
    assert names(repository, "HEAD~2") == ["faq/basics/about"]


def test_waving_one_commit_does_not_wave_what_others_changed(repository, edit):
    edit("data/faq/basics.yml", "en: Nothing", "en: Ten baht", "Change a fact")
    edit("data/faq/basics.yml", "en: Ten baht", "en: Ten Baht", "Mend a slip\n\ntranslations: typo only")
    assert names(repository, "HEAD~2") == ["faq/basics/entries/what-does-it-cost/short"]


def test_mistakes_in_the_data_do_not_stand_in_the_way(repository, edit):
    edit("data/faq/basics.yml", "name:", "nmae: {th: ก}\nname:", "Break it")
    edit("data/faq/basics.yml", "th: ทุกคน", "th: คนในชุมชน")
    assert names(repository) == ["faq/basics/entries/who-may-join/short"]


def test_in_a_workflow_it_is_a_notice_beside_the_line_and_a_summary(repository, edit, capsys, monkeypatch, tmp_path):
    summary = tmp_path / "summary.md"
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(summary))
    edit("data/faq/basics.yml", "th: ทุกคน", "th: คน | ชุมชน 100%")
    assert main(["--root", str(repository), "translations", "--since", "HEAD", "--github"]) == 0
    told = capsys.readouterr().out
    assert told.startswith("::notice file=data/faq/basics.yml,line=6,col=38,title=left-behind::")
    assert told.count("\n") == 1
    assert "คน \\| ชุมชน 100%" in summary.read_text(encoding="utf-8")


def test_without_a_revision_it_compares_with_where_the_branch_began(repository, edit):
    git(repository, "checkout", "-q", "-b", "mend")
    edit("data/faq/basics.yml", "th: ทุกคน", "th: คนในชุมชน", "Mend")
    edit("data/faq/basics.yml", "th: คำถามแรก", "th: คำถามแรก ๆ")
    from songfueang.editing.revisions import beginning

    assert len(left_behind_since(repository, beginning(repository))) == 2


def test_an_unknown_revision_is_told_in_a_line(repository, capsys):
    assert main(["--root", str(repository), "translations", "--since", "no-such"]) == 2
    assert "no-such" in capsys.readouterr().err
