"""What is known: records read from YAML, with the place of every value, and the rules they keep.

Knows no HTML and no site generator.
"""

from .read import read
from .store import Knowledge

__all__ = ["Knowledge", "read"]
