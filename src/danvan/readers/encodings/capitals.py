"""Capitals of TCVN3: fonts such as .VnTimeH show small letters as capitals.

The encoding has no capitals with a tone. Who typed "CỘNG HOÀ" with such a font typed capitals where
there were any, and small letters else; read by the table that is "CộNG HOà".
"""

from __future__ import annotations

import re

# Letters joined by what joins them in numbers: "KH-UBND", "12/QĐ-TTg".
_JOINED = re.compile(r"[^\W_]+(?:[-/][^\W_]+)*")
_CAPITALS = re.compile(r"[A-ZĂÂÊÔƠƯĐ]")
_SMALL = re.compile(r"[a-z]")


def _is_torn(word: str) -> bool:
    """Whether capitals stand beside small letters that have no capital in the encoding."""
    if _SMALL.search(word) or not any(map(str.islower, word)):
        return False
    capitals = _CAPITALS.findall(word)
    return len(capitals) > 1 or (bool(capitals) and word[0].islower())


def restore(text: str) -> str:
    r"""The text with the capitals that its font would have shown.

    Words of capitals with small letters between them become capitals; where there is one in a line
    that has no plain small letter, the whole line does.

    >>> restore("CộNG HOà Xã HộI CHủ NGHĩA VIệT NAM\nSố: 12/KH-UBND")
    'CỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAM\nSố: 12/KH-UBND'
    """
    return "".join(map(_restored, text.splitlines(keepends=True)))


def _restored(line: str) -> str:
    words = _JOINED.findall(line)
    if not any(map(_is_torn, words)):
        return line
    if not _SMALL.search(line):
        return line.upper()
    return _JOINED.sub(lambda word: word[0].upper() if _is_torn(word[0]) else word[0], line)
