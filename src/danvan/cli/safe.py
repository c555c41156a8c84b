"""Text from documents, made harmless for terminals."""

from __future__ import annotations

import json
import re
import unicodedata

# Controls, format characters (bidirectional ones too), line separators, surrogates: the categories
# Cc (here without the first 32), Cf, Zl, Zp and Cs of Unicode.
_BEYOND_C0 = (
    "\x7f-\x9f\xad\u0600-\u0605\u061c\u06dd\u070f\u0890\u0891\u08e2\u180e\u200b-\u200f\u2028-\u202e"
    "\u2060-\u206f\ud800-\udfff\ufeff\ufff9-\ufffb\U000110bd\U000110cd\U00013430-\U0001343f"
    "\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0001-\U000e007f"
)
_HARMFUL = re.compile(f"[\x00-\x1f{_BEYOND_C0}]")
_HARMFUL_BUT_LINES = re.compile(f"[\x00-\x09\x0b-\x1f{_BEYOND_C0}]")
_WHITE = re.compile(r"[ \t\r\n\x0b\x0c\u2028\u2029]+")


def _escape(match: re.Match[str]) -> str:
    code = ord(match.group())
    return f"\\u{code:04x}" if code <= 0xFFFF else f"\\U{code:08x}"


def one_line(text: str) -> str:
    r"""The text on one line, its control and bidirectional characters made visible.

    >>> print(one_line("Số:\n 12\u202e\x1b[2J"))
    Số: 12\u202e\u001b[2J
    """
    return _HARMFUL.sub(_escape, _WHITE.sub(" ", text).strip())


def escaped(text: str) -> str:
    """The text with its lines, other control and bidirectional characters made visible."""
    return _HARMFUL_BUT_LINES.sub(_escape, text)


def escaped_json(text: str) -> str:
    r"""The same JSON on one line, its control and bidirectional characters written as escapes.

    They can only stand inside its strings.

    >>> print(escaped_json('"a\u202eb"'))
    "a\u202eb"
    """
    return _HARMFUL.sub(lambda match: json.dumps(match.group())[1:-1], text)


def escaped_xml(text: str) -> str:
    r"""The same XML, its control and bidirectional characters written as references.

    They can only stand in its text and attributes.

    >>> print(escaped_xml("<a>b\u202ec</a>"))
    <a>b&#x202e;c</a>
    """
    return _HARMFUL_BUT_LINES.sub(lambda match: f"&#x{ord(match.group()):x};", text)


def width(text: str) -> int:
    """How many columns of a terminal the text takes: marks none, East Asian wide letters two.

    >>> width("Đông Hà"), width(unicodedata.normalize("NFD", "Đông Hà")), width("漢字")
    (7, 7, 4)
    """
    if text.isascii():
        return len(text)
    return sum(_columns(c) for c in text)


def _columns(character: str) -> int:
    if unicodedata.category(character) in {"Mn", "Me"}:
        return 0
    return 2 if unicodedata.east_asian_width(character) in {"W", "F"} else 1
