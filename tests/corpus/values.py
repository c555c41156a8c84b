"""How two values are compared: what may differ between them without making them different."""

from __future__ import annotations

import re
import unicodedata

_MARKS = re.compile(r"<sup>.*?</sup>|\*+|^[ \t]*#{1,6}[ \t]+", re.MULTILINE)
_END = " .,;:!?…/"
_ABBREVIATED = {
    "ubnd": "ủy ban nhân dân",
    "hđnd": "hội đồng nhân dân",
    "ubmttq": "ủy ban mặt trận tổ quốc",
    "mttq": "mặt trận tổ quốc",
}
_ABBREVIATION = re.compile(rf"\b(?:{'|'.join(_ABBREVIATED)})\b")
_HYPHENS = str.maketrans(dict.fromkeys("‐‑‒–—−", "-"))


def plain(text: str) -> str:
    """The text as people read it: no markdown marks, one space for every run of white space.

    >>> plain("**KẾ HOẠCH**  \\n## năm  2024")
    'KẾ HOẠCH năm 2024'
    """
    return " ".join(_MARKS.sub("", text).split())


def same_text(text: str) -> str:
    """A key for texts: NFC, without case, markdown marks, white-space runs and end punctuation.

    >>> same_text("**Sở Nội vụ:**") == same_text("SỞ  NỘI VỤ")
    True
    """
    return unicodedata.normalize("NFC", plain(text)).casefold().rstrip(_END)


def same_number(number: str) -> str:
    """A key for document numbers: without white space and leading zeros, with one kind of hyphen.

    >>> same_number("01 /KH–UBND") == same_number("1/KH-UBND")
    True
    """
    bare = re.sub(r"\s", "", unicodedata.normalize("NFC", number)).translate(_HYPHENS)
    return re.sub(r"(?<!\d)0+(?=\d)", "", bare).casefold()


def same_body(name: str) -> str:
    """A key for bodies: `same_text` with UBND, HĐND, UBMTTQ and MTTQ written out, "uỷ" as "ủy".

    >>> same_body("UBND các xã") == same_body("Uỷ ban nhân dân các xã")
    True
    """
    key = same_text(name).replace("uỷ", "ủy")
    return _ABBREVIATION.sub(lambda m: _ABBREVIATED[m.group()], key)


def without_bracket(text: str) -> str:
    """The text without the bracket at its end: "Bộ Nội vụ (b/c);" gives "Bộ Nội vụ".

    >>> without_bracket("Bộ Nội vụ (b/c);")
    'Bộ Nội vụ'
    """
    return re.sub(r"\s*\([^()]*\)[\s.,;:]*$", "", text)
