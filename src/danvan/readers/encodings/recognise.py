"""Recognising the legacy encodings: by how Vietnamese a text becomes when it is converted."""

from __future__ import annotations

import re

from danvan.readers.encodings.capitals import restore
from danvan.readers.encodings.convert import to_unicode
from danvan.readers.encodings.syllables import Likeness, likeness

# Letters that no text in a legacy encoding has, whichever way it came into Unicode.
_MODERN = re.compile("[\u0300-\u036f\u0102\u0103\u0110\u0111\u01a0\u01a1\u01af\u01b0\u1ea0-\u1ef9]")
_BEYOND_ASCII = re.compile("[\x80-\u0192\u03bc]")
_MARKS_OF_VIQR = re.compile(r"[aeoAEO]\^|[aA]\(|[uoUO]\+|dd|DD")

#: The encodings whose letters lie beyond ASCII.
EIGHT_BITS = ("tcvn3", "vni", "viscii", "windows-1258")

# A text counts as being in an encoding if, converted, at least so many of its words have marks and
# so many different function words occur; if that share of words with marks and of all words may be
# Vietnamese; if words with marks are that share of all; and if it is so much better than without.
_MARKED, _FUNCTIONS = 5, 2
_SHARE, _SHARE_OF_ALL, _SHARE_MARKED = 0.85, 0.7, 0.3
_BETTER = 0.15
# With so many of both it does not matter what else stands in the text, such as markup.
_MANY_MARKED, _MANY_FUNCTIONS = 40, 10

_PIECE = 6_000
_PIECES = 4


def sample(text: str) -> str:
    """Pieces of a long text, from all parts of it."""
    if len(text) <= _PIECE * _PIECES:
        return text
    step = len(text) // _PIECES
    starts = [i * step for i in range(_PIECES)]
    return "\n".join(text[start : start + _PIECE] for start in starts)


def read_as(encoding: str, text: str) -> str:
    """The text as this encoding reads it, with its capitals as far as they can be told."""
    read = to_unicode(text, encoding)
    return restore(read) if encoding == "tcvn3" else read


def is_sure(found: Likeness) -> bool:
    """Whether a text is Vietnamese beyond doubt."""
    if found.marked < _MARKED or found.functions < _FUNCTIONS or found.share < _SHARE:
        return False
    if found.marked >= _MANY_MARKED and found.functions >= _MANY_FUNCTIONS:
        return True
    most = found.syllables >= _SHARE_OF_ALL * found.words
    return most and found.marked >= _SHARE_MARKED * found.words


def best(candidates: dict[str, str], given: str = "") -> str | None:
    """The name of the candidate that is Vietnamese beyond doubt, and more so than all others.

    Args:
        candidates: the text as each encoding reads it.
        given: the text as it is, which must be clearly less Vietnamese than the best.
    """
    found = {name: likeness(text) for name, text in candidates.items()}
    sure = sorted(
        (name for name in found if is_sure(found[name])), key=lambda name: -found[name].share
    )
    if not sure:
        return None
    highest = found[sure[0]]
    if given and likeness(given).share > highest.share - _BETTER:
        return None
    if len(sure) > 1 and found[sure[1]].share > highest.share - _BETTER / 3:
        return None
    return sure[0]


def recognise(text: str) -> str | None:
    """The legacy encoding that a text is in, or None if it is in none for sure.

    The text may be what came out when TCVN3, VNI or VISCII was taken for Latin-1 or windows-1252,
    or VIQR. Short texts and texts that are partly in proper Unicode are left alone.

    >>> recognise("Céng hoµ x· héi chñ nghÜa ViÖt Nam, ñy ban nh©n d©n c¸c huyÖn")
    'tcvn3'
    >>> recognise("déjà vu"), recognise("Ủy ban nhân dân các huyện")
    (None, None)
    """
    if _MODERN.search(text):
        return None
    names = [*EIGHT_BITS] if _BEYOND_ASCII.search(text) else []
    if _MARKS_OF_VIQR.search(text):
        names.append("viqr")
    if not names:
        return None
    piece = sample(text)
    return best({name: read_as(name, piece) for name in names}, piece)
