"""What in a new schema would break a reader of the published data that was written for the old one."""

from __future__ import annotations

from collections.abc import Iterator

#: Words about a value that a reader may rely on; any other value than before may surprise it.
_PROMISES = ("type", "format", "pattern", "const", "minItems", "minLength", "anyOf")
_PARTS = ("items", "additionalProperties")


def breaks(old: dict, new: dict) -> list[str]:
    """Every promise of ``old`` that ``new`` does not keep, as ``where: what``; empty when readers of old can read new.

    More keys are no break: readers pass over what they do not know.
    """
    return sorted(set(_Comparison(old, new).of(old, new, "$", ())))


def raised(old_version: str, new_version: str, broken: bool) -> bool:
    """Whether the version was raised enough: the major number for a break, else either number."""
    before, after = _numbers(old_version), _numbers(new_version)
    return after[0] > before[0] if broken else after > before


def _numbers(version: str) -> tuple[int, ...]:
    return tuple(int(part) for part in version.split("."))


class _Comparison:
    def __init__(self, old: dict, new: dict):
        self.old_definitions, self.new_definitions = old.get("$defs", {}), new.get("$defs", {})

    def of(self, old: dict, new: dict, where: str, inside: tuple[str, ...]) -> Iterator[str]:
        name = old.get("$ref", "").rpartition("/")[2]
        if name in inside:  # a definition inside itself: already being compared
            return
        inside = (*inside, name) if name else inside
        old = self._meant(old, self.old_definitions)
        new = self._meant(new, self.new_definitions)
        for promise in _PROMISES:
            if old.get(promise) != new.get(promise):
                yield f"{where}: {promise} was {old.get(promise)}, is {new.get(promise)}"
        for value in new.get("enum", []):
            if "enum" in old and value not in old["enum"]:
                yield f"{where}: may now be {value!r}"
        if "enum" in old and "enum" not in new:
            yield f"{where}: may now be anything"
        for key in old.get("required", []):
            if key not in new.get("required", []):
                yield f"{where}.{key}: was always there, now it may be missing"
        for kind in ("properties", "patternProperties"):
            for key, value in old.get(kind, {}).items():
                if key not in new.get(kind, {}):
                    yield f"{where}.{key}: is gone"
                else:
                    yield from self.of(value, new[kind][key], f"{where}.{key}", inside)
        for key in _PARTS:
            if isinstance(old.get(key), dict):
                yield from self.of(old[key], new.get(key) or {}, f"{where}[]", inside)

    @staticmethod
    def _meant(found: dict, definitions: dict) -> dict:
        return definitions.get(found["$ref"].rpartition("/")[2], {}) if "$ref" in found else found
