"""One text in every language of the site."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from pydantic import GetCoreSchemaHandler, GetJsonSchemaHandler, ValidationInfo
from pydantic_core import PydanticCustomError, core_schema

from ..nearest import nearest
from ..places import LocatedMap, LocatedText, Place
from ..problems import Severity, problem, suggestion

#: The codes of languages have two or three letters; a longer word among them is a key that stands too far inside.
_LONGEST_CODE = 3


class Text:
    """What is said, by language: ``text["th"]``.

    Reading a text never fails for its content: what is wrong with it (a language missing, unknown or empty) is
    collected in the reading's context, each with its own place, so that all of it is told at once.
    """

    __slots__ = ("words", "_yaml")

    def __init__(self, words: dict[str, str], located: LocatedMap | None = None):
        self.words = words
        self._yaml = located

    def __getitem__(self, language: str) -> str:
        return self.words[language]

    def __contains__(self, language: str) -> bool:
        return language in self.words

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Text) and other.words == self.words

    def __hash__(self) -> int:
        return hash(tuple(sorted(self.words.items())))

    def __repr__(self) -> str:
        return f"Text({self.words!r})"

    def best(self, language: str) -> tuple[str, str]:
        """(words, their language): in ``language`` where there is one, else in the first there is."""
        if language in self.words:
            return self.words[language], language
        other = next(iter(self.words), language)
        return self.words.get(other, ""), other

    def place_at(self, language: str | None = None, position: int = 0) -> Place | None:
        """Where the text, or its words in one language, are written: the line with the character at ``position``."""
        if self._yaml is None:
            return None
        written = self._yaml.get(language)
        if isinstance(written, LocatedText):
            return written.place_at(position)
        return self._yaml.value_places.get(language, self._yaml.place)

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: GetCoreSchemaHandler):
        return core_schema.with_info_plain_validator_function(
            cls._read, serialization=core_schema.plain_serializer_function_ser_schema(lambda text: text.words)
        )

    @classmethod
    def __get_pydantic_json_schema__(cls, schema: core_schema.CoreSchema, handler: GetJsonSchemaHandler):
        return {"type": "object", "title": "Text"}  # the languages are data: whoever makes a schema fills them in

    @classmethod
    def _read(cls, value: Any, info: ValidationInfo) -> Text:
        if isinstance(value, Text):
            return value
        languages, problems = info.context["languages"], info.context["problems"]
        if not isinstance(value, Mapping):
            wanted = ", ".join(f"{language}: …" for language in languages)
            raise PydanticCustomError("not-by-language", "not by language", {"wanted": "{" + wanted + "}"})
        text = cls({}, value if isinstance(value, LocatedMap) else None)
        misspelt = {nearest(language, languages) for language in value if language not in languages}
        for language, words in value.items():
            if language not in languages:
                rule = "unknown-language" if len(language) <= _LONGEST_CODE else "key-among-languages"
                place, near = value.key_places[language], suggestion(language, languages)
                problems.append(problem(rule, place, language=language, known=", ".join(languages), nearest=near))
            elif not isinstance(words, str):
                problems.append(problem("not-text", value.value_places[language], value=words))
            elif not words.strip():
                problems.append(problem("empty-text", value.value_places[language], language=language))
            else:
                text.words[language] = words.strip()
        for language in languages:
            if language not in value and language not in misspelt:
                problems.append(problem("missing-language", text.place_at(), Severity.UNTRANSLATED, language=language))
        info.context["texts"].append(text)
        return text
