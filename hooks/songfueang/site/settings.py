"""What the site is told by its surroundings: where it is published and where its files can be edited."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import urlsplit

from ..knowledge.places import Place


@dataclass(frozen=True)
class Settings:
    """``site_url`` ends with a slash; ``repo_url`` is empty when nobody said where the files are."""

    site_url: str = "http://127.0.0.1:8000/"
    repo_url: str = ""
    branch: str = "main"
    preview: bool = False

    @property
    def base_path(self) -> str:
        """The path under which the site lives, such as ``/kb/``."""
        return urlsplit(self.site_url).path or "/"

    def edit_url(self, place: Place | None) -> str | None:
        """The address that opens a file at its line in the repository's web editor; None without a repository."""
        if not self.repo_url or place is None:
            return None
        lab = "gitlab" in (urlsplit(self.repo_url).hostname or "")
        return f"{self.repo_url}/{'-/' if lab else ''}edit/{self.branch}/{place.file}#L{place.line}"


def settings_from(site_url: str | None, environment: Mapping[str, str] = os.environ, preview: bool = False) -> Settings:
    """Settings from the configured address and the environment.

    ``REPO_URL`` names the repository; in a GitHub workflow its own variables do.
    """
    repo = environment.get("REPO_URL", "")
    if not repo and environment.get("GITHUB_REPOSITORY"):
        repo = f"{environment.get('GITHUB_SERVER_URL', 'https://github.com')}/{environment['GITHUB_REPOSITORY']}"
    branch = environment.get("REPO_BRANCH", "main")
    site = (site_url or Settings.site_url).rstrip("/") + "/"
    return Settings(site, repo.rstrip("/"), branch, preview)
