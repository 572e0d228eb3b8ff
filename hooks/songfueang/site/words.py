"""The words of the interface, from data/wording.yml, with named slots."""

from __future__ import annotations

from collections.abc import Iterable

from babel import Locale
from markupsafe import Markup, escape

from ..knowledge import Knowledge
from ..knowledge.places import Place


class UnknownWord(KeyError):
    """A template asks for wording that is not there."""

    def __init__(self, key: str, known: Iterable[str]):
        super().__init__(key)
        self.key, self.known = key, known


class UnknownSlot(KeyError):
    """Wording has a slot that the page does not fill."""

    def __init__(self, key: str, slot: str, known: Iterable[str], place: Place | None):
        super().__init__(key)
        self.key, self.slot, self.known, self.place = key, slot, ", ".join(known) or "–", place


class Words:
    """``words("matrix.rows", n=3)`` says it in one language."""

    def __init__(self, knowledge: Knowledge, language: str):
        self._wording = knowledge.wording
        self._language = language
        self._plural = Locale.parse(language).plural_form

    def __call__(self, key: str, **slots: object) -> Markup:
        """The words for ``key``, its ``{slots}`` filled and everything escaped. Raises UnknownWord and UnknownSlot."""
        if key not in self._wording:
            raise UnknownWord(key, self._wording)
        words, spoken = self._wording[key].best(self._language)
        try:
            said = Markup(escape(words)).format(**slots)
        except (LookupError, ValueError) as error:
            slot = error.args[0] if isinstance(error, KeyError) else ""
            raise UnknownSlot(key, f"{{{slot}}}", slots, self._wording[key].place_at(spoken)) from None
        return said if spoken == self._language else Markup('<span lang="{}">{}</span>').format(spoken, said)

    def count(self, key: str, n: int, **slots: object) -> Markup:
        """The words for ``n`` things: ``key.one`` where the language has a singular and n is one, else ``key.other``."""
        form = self._plural(n)
        return self(f"{key}.{form}" if f"{key}.{form}" in self._wording else f"{key}.other", n=f"{n:,}", **slots)
