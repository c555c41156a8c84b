"""Markers: the numbers and bullets with which paragraphs begin (số thứ tự, gạch đầu dòng)."""

from __future__ import annotations

import enum
import re

import attrs


class Style(enum.Enum):
    """The series to which a label belongs."""

    PART = enum.auto()
    CHAPTER = enum.auto()
    DIVISION = enum.auto()
    ARTICLE = enum.auto()
    UPPER = enum.auto()
    ROMAN = enum.auto()
    DECIMAL = enum.auto()
    LETTER = enum.auto()
    PARENTHESIS = enum.auto()
    LOWER_ROMAN = enum.auto()
    BULLET = enum.auto()


@attrs.frozen
class Marker:
    """What stands before the words of a paragraph.

    ``label`` is as printed without its end mark; ``depth`` is how many numbers a decimal label has;
    ``length`` is how many characters of the line the marker takes, with the space after it.
    """

    style: Style
    label: str
    length: int
    depth: int = 1


# NĐ 30/2020, Phụ lục I, II.5.d: "I." in capitals, "1.", "a)"; plans go on with "1.1.", "-" and "+".
# Party documents (HD 36-HD/VPTW) write "I-" and "1-"; "I/" and "1/" are habits of many offices.
# The letters of points are those of the Vietnamese alphabet: a b c d đ e g h ...
_MARKER = re.compile(
    r"""
      (?P<named>(?P<word>PHẦN|Phần|CHƯƠNG|Chương|MỤC|Mục|TIỂU\ MỤC|Tiểu\ mục|ĐIỀU|Điều)
        \ (?P<ordinal>[IVXLC]{1,7}|\d{1,3}[a-zđ]?|(?:thứ|THỨ)\ \w{2,6})
        (?:\ ?[.:)]\ *|$|\ (?=[A-ZĐ]{2})))
    | (?P<decimal>\d{1,2}(?:\.\d{1,2}){1,5})
        (?:\ ?[.)/]\ *(?=[^\s\d])|\ ?-\ (?=\D)|\ +(?=["“(A-ZĐÀ-Ỹ]))
    | (?P<number>\d{1,3})
        (?:\ ?(?:[.)](?!\d)\ * | /(?:\ +|(?![A-ZĐ]{1,6}\w{0,4}[-/]))
              | [-–](?!\d|[A-ZĐ]\w{0,6}[/-])\ *)(?=[^\s\d/.%])
         | [.)]\ +(?=\d{1,3}(?:[.,]\d+)?(?:%|\ [^\W\d])))
    | (?P<roman>[IVXLCDM]{1,7})\ ?(?:[.)–-]\ *|/\ +)(?=\S)
    | (?P<upper>[A-ZĐ])\ ?(?:[.)/–-]\ +)(?=\S)
    | (?P<lower_roman>i{1,3}|iv|vi{0,3}|ix|xi{0,3})\)\ *(?=\S)
    | (?P<letter>[a-zđ]{1,2}\d?)(?:\)\ *|[./]\ +|-\ ?(?=[A-ZĐÀ-Ỹ]))(?=\S)
    | \((?P<inner>\d{1,2}|[a-zđ]|[ivx]{2,4})\)\ *(?=\S)
    | (?P<bullet>[-–—+*•·●▪■◦○∙➢❖✓→]|o(?=\ ))\ *(?=\S)
    """,
    re.VERBOSE,
)
_WORDS = {
    "phần": Style.PART,
    "chương": Style.CHAPTER,
    "mục": Style.DIVISION,
    "tiểu mục": Style.DIVISION,
    "điều": Style.ARTICLE,
}
_ROMAN = re.compile(r"M{0,3}(CM|CD|D?C{0,3})(XC|XL|L?X{0,3})(IX|IV|V?I{0,3})")
_VALUES = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100, "D": 500, "M": 1000}
# One of these alone is the letter: no outline counts to a hundred in Roman numerals.
_LETTERS = frozenset("CDLM")
_ALPHABET = "abcdđeghiklmnopqrstuvxy"


def roman_value(numeral: str) -> int | None:
    """What a Roman numeral is worth, or None if it is none.

    >>> roman_value("XIV"), roman_value("IIX")
    (14, None)
    """
    capitals = numeral.upper()
    if not capitals or not _ROMAN.fullmatch(capitals):
        return None
    total = 0
    for i, letter in enumerate(capitals):
        value = _VALUES[letter]
        following = _VALUES.get(capitals[i + 1 : i + 2], 0)
        total += -value if value < following else value
    return total


def read_marker(text: str) -> Marker | None:
    """The marker with which a line begins, or None.

    >>> read_marker("2.1. Phòng Tư pháp")
    Marker(style=<Style.DECIMAL: 7>, label='2.1', length=5, depth=2)
    >>> read_marker("26/11/2021 của") is None
    True
    """
    match = _MARKER.match(text)
    if match is None:
        return None
    length = match.end()
    match match.lastgroup:
        case "named":
            word = match["word"].lower()
            return Marker(_WORDS[word], match["named"].strip(" .:)"), length)
        case "decimal":
            label = match["decimal"]
            return Marker(Style.DECIMAL, label, length, label.count(".") + 1)
        case "number":
            return Marker(Style.DECIMAL, match["number"], length)
        case "roman" if match["roman"] not in _LETTERS and roman_value(match["roman"]):
            return Marker(Style.ROMAN, match["roman"], length)
        case "roman":
            label = match["roman"]
            return Marker(Style.UPPER, label, length) if len(label) == 1 else None
        case "upper":
            return Marker(Style.UPPER, match["upper"], length)
        case "lower_roman":
            return Marker(Style.LOWER_ROMAN, match["lower_roman"], length)
        case "letter":
            label = match["letter"]
            return Marker(Style.LETTER, label, length) if _is_point(label) else None
        case "inner":
            return Marker(Style.PARENTHESIS, match["inner"], length)
        case _:
            point = _MARKER.match(text, length)
            if point is not None and point.lastgroup == "letter" and ")" in point.group():
                return Marker(Style.LETTER, point["letter"], point.end())
            return Marker(Style.BULLET, match["bullet"], length)


def _is_point(label: str) -> bool:
    """Whether it is a point: one letter, one letter and a digit (a1), or one letter twice (aa)."""
    letters = label.rstrip("0123456789")
    return len(letters) == 1 or letters[0] == letters[1]


def ordinal(marker: Marker) -> int | None:
    """The place of a label in its series, where it has one.

    >>> ordinal(Marker(Style.LETTER, "đ", 3)), ordinal(Marker(Style.DECIMAL, "2.10", 5))
    (5, 10)
    """
    last = marker.label.rsplit(".", 1)[-1].rsplit(" ", 1)[-1]
    if last.isdecimal():
        return int(last)
    match marker.style:
        case Style.LETTER | Style.UPPER:
            return _ALPHABET.find(last.lower()) + 1 or None
        case Style.PARENTHESIS if len(last) == 1 and last in _ALPHABET:
            return _ALPHABET.find(last) + 1
        case _:
            return roman_value(last)
