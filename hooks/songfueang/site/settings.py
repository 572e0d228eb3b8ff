"""What the site is told by its surroundings: where it is published and where its files can be edited."""

from __future__ import annotations

import os
import re
from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import quote, urlsplit

from ..knowledge.places import Place

#: What may not stand as it is in the query of an address; letters beyond ASCII may (URL standard, "URL code points").
_NOT_IN_A_QUERY = re.compile(r"[^\w.,:;!$'()*/?@~\u00a1-\ud7ff\ue000-\ufdcf\ufdf0-\uffef\U00010000-\U0001fffd-]+")

#: The form of .github/ISSUE_TEMPLATE that a report opens on GitHub, and its field for what the report is about. Queries
#: fill fields by their ids: https://docs.github.com/issues/tracking-your-work-with-issues/using-issues/creating-an-issue
FORM, FIELD = "mistake.yml", "about"


@dataclass(frozen=True)
class Settings:
    """``site_url`` ends with a slash; ``repo_url`` is empty when nobody said where the files are.

    ``with_pdf`` says that the hand-outs are printed as PDF after the build, so that their page may link to them;
    ``takeaway`` that the whole site is put into one file to take away.
    """

    site_url: str = "http://127.0.0.1:8000/"
    repo_url: str = ""
    branch: str = "main"
    preview: bool = False
    gitlab: bool = False
    with_pdf: bool = False
    takeaway: bool = False

    @property
    def base_path(self) -> str:
        """The path under which the site lives, such as ``/kb/``."""
        return urlsplit(self.site_url).path or "/"

    def edit_url(self, place: Place | None) -> str | None:
        """The address that opens a file at its line in the repository's web editor; None without a repository."""
        if not self.repo_url or place is None:
            return None
        line = f"#L{place.line}" if place.line > 1 else ""
        return f"{self.repo_url}/{'-/' if self.gitlab else ''}edit/{self.branch}/{quote(place.file)}{line}"

    def file_url(self, file: str) -> str | None:
        """The address at which the repository shows a file to readers; None without a repository."""
        if not self.repo_url:
            return None
        return f"{self.repo_url}/{'-/' if self.gitlab else ''}blob/{self.branch}/{quote(file)}"

    def report_url(self, title: str, ask: str, about: str) -> str | None:
        """The address that begins an issue in the repository; None without a repository.

        On GitHub it opens the form ``FORM``, whose own fields ask what is wrong, with ``about`` filled in; elsewhere
        ``ask`` asks it, above ``about``. Letters beyond ASCII stand in it as they are: browsers encode them, and the
        page stays a third of the size.
        """
        if not self.repo_url:
            return None
        if self.gitlab:
            values = {"issue%5Btitle%5D": title, "issue%5Bdescription%5D": f"{ask}\n\n\n---\n{about}"}
        else:
            values = {"template": FORM, "title": title, FIELD: about}
        query = "&".join(f"{name}={_in_query(text)}" for name, text in values.items())
        return f"{self.repo_url}/{'-/' if self.gitlab else ''}issues/new?{query}"


def settings_from(site_url: str | None, environment: Mapping[str, str] = os.environ, preview: bool = False) -> Settings:
    """Settings from the configured address and the environment.

    ``REPO_URL`` names the repository; in a GitHub workflow or a GitLab pipeline its own variables do.
    ``WITH_PDF`` is set by ``make pdf``.
    """
    repo = environment.get("REPO_URL", "") or environment.get("CI_PROJECT_URL", "")
    if not repo and environment.get("GITHUB_REPOSITORY"):
        repo = f"{environment.get('GITHUB_SERVER_URL', 'https://github.com')}/{environment['GITHUB_REPOSITORY']}"
    branch = environment.get("REPO_BRANCH", "main")
    site = (site_url or Settings.site_url).rstrip("/") + "/"
    gitlab = bool(environment.get("GITLAB_CI")) or "gitlab" in (urlsplit(repo).hostname or "")
    return Settings(site, repo.rstrip("/").removesuffix(".git"), branch, preview, gitlab, bool(environment.get("WITH_PDF")))


def _in_query(text: str) -> str:
    """``text`` as the value of a query: spaces as ``+``, what would end or change it encoded."""
    return _NOT_IN_A_QUERY.sub(lambda match: "".join("+" if c == " " else quote(c, safe="") for c in match.group()), text)
