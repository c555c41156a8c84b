"""Patterns made of phrases: any case, either placement of tones, a break for a space."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

# Open syllables of which the tone may stand on either vowel; see danvan.text.old_tones.
_TWO_WAYS = {
    "ủy": "uỷ",
    "hóa": "hoá",
    "hòa": "hoà",
    "tòa": "toà",
    "khóa": "khoá",
    "thỏa": "thoả",
    "xóa": "xoá",
    "tùy": "tuỳ",
    "thủy": "thuỷ",
    "húy": "huý",
    "túy": "tuý",
}


def _word(word: str) -> str:
    other = _TWO_WAYS.get(word.casefold())
    return f"(?:{re.escape(word)}|{other})" if other else re.escape(word)


def first_words(phrase: str) -> tuple[str, ...]:
    """The letters with which a phrase begins, in small letters, with either placement of the tone.

    >>> first_words("Ủy ban"), first_words("T.Ư")
    (('ủy', 'uỷ'), ('t',))
    """
    word = re.split(r"[\W\d_]", phrase.casefold(), maxsplit=1)[0]
    other = _TWO_WAYS.get(word)
    return (word, other) if other else (word,)


def phrase_pattern(phrases: Iterable[str]) -> str:
    r"""An alternation of phrases, the longest first; each ends at the end of a word.

    It is to be compiled with ``re.IGNORECASE``.

    >>> re.match(phrase_pattern(["Ủy ban"]), "uỷ\nban", re.IGNORECASE) is None
    False
    """
    longest_first = sorted(set(phrases), key=len, reverse=True)
    joined = "|".join(r"[ \n]".join(_word(w) for w in phrase.split()) for phrase in longest_first)
    return rf"(?:{joined})(?![^\W\d_])"
