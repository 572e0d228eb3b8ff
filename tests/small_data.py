"""The smallest data that is in order, for tests that change a file of it."""

from __future__ import annotations

from pathlib import Path
from textwrap import dedent

#: The text of every file below data/, by its name.
SMALL = {
    "site.yml": """\
        languages:
          - {code: th, name: ไทย, locale: th_TH, calendar: buddhist}
          - {code: en, name: English, locale: en_GB}
        name: {th: ที่นี่, en: Here}
        tagline: {th: ทุกเรื่อง, en: All of it}
        licence: {name: CC BY 4.0, url: "https://creativecommons.org/licenses/by/4.0/"}
        menu: []
        """,
    "wording.yml": """\
        site:
          menu: {th: เมนู, en: Menu}
        """,
    "sources.yml": """\
        - id: the-act
          kind: law
          title: {th: กฎหมาย, en: An Act}
          publisher: {th: รัฐ, en: The State}
          url: https://example.org/act
          published: 2005-01-18
          checked: 2026-11-22
          read: whole
        """,
    "questions.yml": """\
        - id: scale
          name: {th: ขนาด, en: Scale}
          questions:
            - {id: how-many, figure: true, ask: {th: มีเท่าไร, en: How many?}}
        """,
    "systems/gear.yml": """\
        name: {th: เฟือง, en: Gear}
        full_name: {th: เฟืองหนึ่ง, en: One gear}
        colour: {light: "#0b6b50", dark: "#63d2a8"}
        essence: {th: หมุน, en: It turns}
        answers:
          how-many:
            short: {th: "94,996 แห่ง", en: "94,996"}
            cite: [the-act]
            as_of: 2022-01-31
        """,
}


def write(root: Path, **files: str) -> Path:
    """Write the data below ``root``, with ``files`` (by their names below data/) instead of its own; returns ``root``."""
    for name, words in {**SMALL, **files}.items():
        path = root / "data" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(dedent(words), encoding="utf-8")
    return root
