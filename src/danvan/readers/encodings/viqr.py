r"""VIQR: Vietnamese in seven bits (RFC 1456), marks written after their letters.

A backslash before a mark keeps it from being one: ``la\.`` is "la" and a full stop.
"""

from __future__ import annotations

import re

from danvan.readers.encodings.tables import table

# A letter with the mark of its quality and that of its tone, or with one of them. A dot is no tone
# at the beginning of three ("di..."), nor after the letter of an item that stands alone ("a. Mục").
_TONE = r"(?:[`'?~]|\.(?!\.\.(?!\.)))"
_LETTER = re.compile(
    r"(?P<kept>\\.)"
    r"|(?P<item>(?m:^[ \t]{0,20}[a-eA-E]\. ))"
    rf"|(?P<letter>[dD][dD]|(?:[aA][\^(]|[eE]\^|[oO][\^+]|[uU]\+){_TONE}?|[aeiouyAEIOUY]{_TONE})"
)
_BARE = re.compile(r"(?:[aA](?=[\^(`'?~.])|[eEoO](?=[\^`'?~.])|[oOuU](?=\+)|[iIuUyY](?=[`'?~.]))")
_MARKED = re.compile(r"[ăâêôơưĂÂÊÔƠƯ](?=[`'?~.])")
_DOUBLE_D = re.compile(r"[dD](?=[dDđĐ])")


def read(text: str) -> str:
    r"""Vietnamese for a text in VIQR.

    >>> read("Co^.ng hoa` xa~ ho^.i chu? nghi~a Vie^.t Nam la\\.")
    'Cộng hoà xã hội chủ nghĩa Việt Nam la.'
    """
    letters = {characters: letter for letter, characters in table("viqr").letters.items()}
    letters |= {"Dd": "Đ", "dD": "đ"}

    def letter(found: re.Match[str]) -> str:
        if found["kept"]:
            return found[0][1]
        return found[0] if found["item"] else letters[found[0]]

    return _LETTER.sub(letter, text)


def write(text: str) -> str:
    r"""A composed Vietnamese text in VIQR.

    >>> write("Cộng hoà. la.")
    'Co^.ng hoa`. la\\.'
    """
    kept = _DOUBLE_D.sub(lambda found: "\\" + found[0], text.replace("\\", "\\\\"))
    for pattern in (_BARE, _MARKED):
        kept = pattern.sub(lambda found: found[0] + "\\", kept)
    return table("viqr").write(kept)
