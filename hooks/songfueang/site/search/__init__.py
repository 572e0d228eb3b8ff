"""The site's own search: what can be found, the list of it all, and the index that the browser fetches."""

from .searching import Searching

__all__ = ["Searching"]
