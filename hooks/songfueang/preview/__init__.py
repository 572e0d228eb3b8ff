"""The live preview: the last good site stays up, and mistakes stand on top of it until they are mended.

Knows no site generator: it wraps whatever function builds the site, and whatever WSGI application serves it.
"""

from .guard import KeepTheLastSite, guarded, unforeseen
from .overlay import EMPTY_PAGE, Overlay

__all__ = ["EMPTY_PAGE", "KeepTheLastSite", "Overlay", "guarded", "unforeseen"]
