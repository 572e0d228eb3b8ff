"""Which language was left behind: texts that changed in one language while their twins did not."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from ..knowledge.places import Place
from ..knowledge.problems import Problem, Severity, problem
from ..knowledge.read import languages_of
from .revisions import UnknownRevision, at_revision, git
from .texts import Said, texts_of

#: A line of a commit message that says: what this commit changed needs no new translation.
WAVED = "Translations: typo only"


@dataclass(frozen=True)
class LeftBehind:
    """A text as it was and as it is; ``changed`` and ``unchanged`` are languages."""

    before: Said
    now: Said
    changed: tuple[str, ...]
    unchanged: tuple[str, ...]

    @property
    def place(self) -> Place:
        """Where the words stand that were left as they were: they are what is to be mended."""
        return self.now.places[self.unchanged[0]]

    def problem(self) -> Problem:
        """The finding as a notice."""
        return problem(
            "left-behind", self.place, Severity.NOTICE, name=self.now.name,
            changed=", ".join(self.changed), unchanged=", ".join(self.unchanged),
        )  # fmt: skip

    def versions(self) -> list[tuple[str, str, str]]:
        """(sign, language, words): ``-`` before, ``+`` now, ``=`` unchanged; of pages only the paragraphs that differ."""
        lines = []
        for language in self.changed:
            before, now = _differing(self.before.words[language], self.now.words[language])
            lines += [("-", language, before), ("+", language, now)]
        return lines + [("=", language, self._twin(language)) for language in self.unchanged]

    def _twin(self, language: str) -> str:
        """The unchanged words beside the change: for a page the paragraph at the same place."""
        words, now = self.now.words[language].split("\n\n"), self.now.words[self.changed[0]].split("\n\n")
        before = self.before.words[self.changed[0]].split("\n\n")
        first = next((at for at, (one, other) in enumerate(zip(before, now, strict=False)) if one != other), 0)
        return words[first] if first < len(words) else words[-1]


def left_behind(before: dict[str, Said], now: dict[str, Said]) -> list[LeftBehind]:
    """Texts of which some languages changed and others did not, in the order of ``now``.

    A text is known again by its name; one that has moved, been renamed or stands in a list without ids, by the words
    that stayed the same.
    """
    gone = [old for name, old in before.items() if name not in now or old.numbered]
    still = {tuple(sorted(text.words.items())) for text in now.values()}
    gone = [old for old in gone if tuple(sorted(old.words.items())) not in still]
    found = []
    for name, text in now.items():
        if name in before and not text.numbered:
            old = before[name]
        else:
            old = next((one for one in gone if one.key == text.key and _halves(one, text)), None)
        if old is not None and (halves := _halves(old, text)):
            found.append(LeftBehind(old, text, *halves))
    return found


def left_behind_since(root: Path, revision: str) -> list[LeftBehind]:
    """What was left behind between a revision and the files as they are now, apart from what was waved through.

    Raises UnknownRevision.
    """
    languages = languages_of(root / "data")
    with at_revision(root, revision) as folder:
        before = texts_of(folder, languages)
    for commit in _waved(root, revision):
        _take_over(before, _changes_of(root, commit, languages))
    return left_behind(before, texts_of(root, languages))


def _halves(before: Said, now: Said) -> tuple[tuple[str, ...], tuple[str, ...]] | None:
    """(languages that changed, languages that did not); None unless there are both."""
    shared = [language for language in now.words if language in before.words]
    changed = tuple(language for language in shared if before.words[language] != now.words[language])
    same = tuple(language for language in shared if language not in changed)
    return (changed, same) if changed and same else None


def _differing(before: str, now: str) -> tuple[str, str]:
    """The paragraphs that are only in one of the two."""
    old, new = before.split("\n\n"), now.split("\n\n")
    return " ¶ ".join(part for part in old if part not in new), " ¶ ".join(part for part in new if part not in old)


def _waved(root: Path, revision: str) -> list[str]:
    """The commits since ``revision``, oldest first, whose message waves their changes through."""
    pattern = f"--grep=^{WAVED} *$"
    return git(root, "log", "--reverse", "--no-merges", "-i", pattern, "--format=%H", f"{revision}..HEAD").split()


def _changes_of(root: Path, commit: str, languages: list[str]) -> list[LeftBehind]:
    try:
        with at_revision(root, f"{commit}^") as earlier, at_revision(root, commit) as later:
            return left_behind(texts_of(earlier, languages), texts_of(later, languages))
    except UnknownRevision:  # the very first commit has nothing before it
        return []


def _take_over(before: dict[str, Said], waved: list[LeftBehind]) -> None:
    """Compare with what the waved commits made of the texts; what others changed before them stays a difference."""
    for found in waved:
        old = before.get(found.before.name)
        for language in found.changed:
            if old is not None and old.words.get(language) == found.before.words[language]:
                old.words[language] = found.now.words[language]
