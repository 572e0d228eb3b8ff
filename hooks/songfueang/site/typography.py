"""Spaces that must not break, set at build so that nobody has to type them.

Thai is broken between words by the browser; only a space may tear apart what belongs together: ``พ.ศ. 2548``,
``มาตรา 5``, ``1,200 บาท``, ``เล็ก ๆ`` (W3C, Thai Layout Requirements: ๆ never begins a line).
"""

from __future__ import annotations

import re

_MONTHS = "มกราคม|กุมภาพันธ์|มีนาคม|เมษายน|พฤษภาคม|มิถุนายน|กรกฎาคม|สิงหาคม|กันยายน|ตุลาคม|พฤศจิกายน|ธันวาคม"
_BEFORE_NUMBER = "พ\\.ศ\\.|ค\\.ศ\\.|มาตรา|ข้อ|วรรค|หมวด|เล่ม|ตอนที่|ฉบับที่|หน้า|ร้อยละ|ระดับ|section|sections|clause|B\\.E\\.|No\\.|page"
_AFTER_NUMBER = (
    f"{_MONTHS}|บาท|ล้าน|คน|ราย|แห่ง|กลุ่ม|วัน|เดือน|ปี|น\\.|ดาว|ครั้ง|ประเภท|ข้อ|%|"
    "January|February|March|April|May|June|July|August|September|October|November|December|"
    "baht|people|days|million|billion|stars?"
)
_RULES = (
    (re.compile(rf"({_BEFORE_NUMBER}) (?=[0-9๐-๙])"), "\\1\u00a0"),
    (re.compile(rf"(?<=[0-9๐-๙]) (?={_AFTER_NUMBER})"), "\u00a0"),
    (re.compile(rf"({_MONTHS}) (?=[0-9๐-๙])"), "\\1\u00a0"),
    (re.compile(r" (?=ๆ)"), "\u00a0"),
)


def kept_together(words: str) -> str:
    """``words`` with no-break spaces where a line must not break."""
    for pattern, replacement in _RULES:
        words = pattern.sub(replacement, words)
    return words
