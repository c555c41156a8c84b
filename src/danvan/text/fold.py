"""Folding: forms of a text that are equal when people would call the texts the same."""

from __future__ import annotations

import re
import unicodedata

_WITHOUT_MARKS = {ord("đ"): "d", ord("Đ"): "D"}

# Where the tone stands in oa, oe, uy (old: hòa, new: hoà), in open syllables: not in "hoàn".
_NEW_TONE = re.compile("[oOuU](?:(?<=[oO])[àáảãạèéẻẽẹÀÁẢÃẠÈÉẺẼẸ]|(?<=[uU])[ỳýỷỹỵỲÝỶỸỴ])")
_LETTER = re.compile(r"[^\W\d_]")


def without_marks(text: str) -> str:
    """The text without diacritics; Đ becomes D. Length may change for text that is not NFC.

    >>> without_marks("Ủy ban nhân dân huyện Đắk Song")
    'Uy ban nhan dan huyen Dak Song'
    """
    decomposed = unicodedata.normalize("NFD", text)
    bare = "".join(c for c in decomposed if not unicodedata.combining(c))
    return bare.translate(_WITHOUT_MARKS)


def _old_placement(match: re.Match[str]) -> str:
    vowel, toned = match.group()[0], match.group()[1]
    following = match.string[match.end() : match.end() + 1]
    if following and _LETTER.match(following):
        return match.group()
    before = match.string[match.start() - 1 : match.start()]
    if toned.casefold() in "ỳýỷỹỵ" and before in {"q", "Q"}:
        return match.group()
    apart = unicodedata.normalize("NFD", toned)
    return unicodedata.normalize("NFC", vowel + apart[1]) + apart[0]


def old_tones(text: str) -> str:
    """The text with the tone mark where the old rule has it (``hòa``, ``Ủy``), length unchanged.

    Both placements occur in one document; compare on one of them.

    >>> old_tones("Uỷ ban, hoà bình, khoá, quý, hoàn")
    'Ủy ban, hòa bình, khóa, quý, hoàn'
    """
    return _NEW_TONE.sub(_old_placement, text)


def folded(text: str) -> str:
    """A key for comparing: NFC, one placement of tones, one case, single spaces, one hyphen.

    >>> folded("UỶ  BAN Nhân dân") == folded("Ủy ban nhân dân")
    True
    """
    composed = unicodedata.normalize("NFC", text).replace("–", "-").replace("—", "-")
    return " ".join(old_tones(composed).casefold().split())
