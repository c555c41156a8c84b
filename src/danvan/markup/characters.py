"""Which characters XML 1.0 can hold (production 2, ``Char``), and which not.

XML has no way at all, not even a character reference, to write control characters other than tab
and line ends, halves of surrogate pairs, U+FFFE and U+FFFF.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def is_xml_text(text: str) -> bool:
    r"""Whether XML can hold the whole text.

    >>> is_xml_text("Kế hoạch\r\n"), is_xml_text("Kế\x0choạch")
    (True, False)
    """
    return _FORBIDDEN.search(text) is None


def pieces(text: str) -> Iterator[tuple[str, str]]:
    r"""The text in pairs of what XML can hold, perhaps nothing, and the character after it.

    That character is one that XML forbids; after the last piece it is "".

    >>> list(pieces("một\x00hai\x0c"))
    [('một', '\x00'), ('hai', '\x0c'), ('', '')]
    """
    begin = 0
    for match in _FORBIDDEN.finditer(text):
        yield text[begin : match.start()], match.group()
        begin = match.end()
    yield text[begin:], ""


def without_forbidden(text: str, replacement: str = "\ufffd") -> str:
    r"""The text with a replacement for each character that XML forbids.

    >>> without_forbidden("trang\x0c2", " ")
    'trang 2'
    """
    return _FORBIDDEN.sub(lambda _: replacement, text)
