"""The live preview: what has changed is shown at once, the last good site stays up, and mistakes stand on top of it.

Knows no site generator: it wraps whatever function builds the site, and whatever WSGI application serves it.
"""

from .guard import KeepTheLastSite, guarded, unforeseen
from .ondemand import Asked, OnDemand
from .overlay import EMPTY_PAGE, Overlay
from .rebuilding import Rebuilding

__all__ = ["EMPTY_PAGE", "Asked", "KeepTheLastSite", "OnDemand", "Overlay", "Rebuilding", "guarded", "unforeseen"]
