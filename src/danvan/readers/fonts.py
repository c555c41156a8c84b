"""Text in the fonts of before Unicode, in files that name the font of each stretch (phông chữ)."""

from __future__ import annotations

import re

from danvan.readers.encodings import encoding_of_font, to_unicode

# Letters that no legacy encoding has: the text is Unicode, whatever its font is called.
_UNICODE = re.compile("[\u0102-\u01b0\u1ea0-\u1ef9\u0300-\u036f]")


def legacy_encoding(font: str | None) -> str | None:
    """The legacy encoding for which a font was made, or None."""
    return encoding_of_font(font) if font else None


def as_shown(text: str, encoding: str | None) -> str:
    """What a font of a legacy encoding shows for a text that is stored in it.

    >>> as_shown("KÕ ho¹ch", "tcvn3"), as_shown("Kế hoạch", "tcvn3"), as_shown("Số", None)
    ('Kế hoạch', 'Kế hoạch', 'Số')
    """
    if encoding is None or is_unicode(text):
        return text
    return to_unicode(text, encoding)


def is_unicode(text: str) -> bool:
    """Whether a text has letters that no legacy encoding has."""
    return _UNICODE.search(text) is not None
