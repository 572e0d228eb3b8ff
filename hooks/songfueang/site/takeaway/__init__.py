"""The whole site as one file to take away: unpacked on a computer or a memory stick it opens from the folder.

No host is there: links name the files that they lead to, and what scripts fetch on the web comes as scripts, because
browsers let a page from a folder fetch nothing.
"""

from .archive import NAME, files

__all__ = ["NAME", "files"]
