"""Labels of lists: a number in each of the formats that Word has (định dạng số thứ tự).

ECMA-376, part 1, 17.18.59 (ST_NumberFormat) names the formats. Those of other scripts come out as
plain numbers.
"""

from __future__ import annotations

_ROMAN = (
    (1000, "M"),
    (900, "CM"),
    (500, "D"),
    (400, "CD"),
    (100, "C"),
    (90, "XC"),
    (50, "L"),
    (40, "XL"),
    (10, "X"),
    (9, "IX"),
    (5, "V"),
    (4, "IV"),
    (1, "I"),
)
_LARGEST_ROMAN = 3999
_CHICAGO = "*†‡§"
_CIRCLED, _PARENTHESISED, _STOPPED = ord("①"), ord("⑴"), ord("⒈")
_LAST_ENCLOSED = 20
_ONES = ["không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín"]
_LONGEST_REPEAT = 30


def roman(number: int) -> str:
    """A number in Roman numerals; beyond what they can say, in digits.

    >>> roman(14), roman(0)
    ('XIV', '0')
    """
    if not 0 < number <= _LARGEST_ROMAN:
        return str(number)
    letters = []
    for value, numeral in _ROMAN:
        times, number = divmod(number, value)
        letters.append(numeral * times)
    return "".join(letters)


def _repeated(number: int, letters: str) -> str:
    """A letter for each number, twice the letter in the second round: a ... z, aa, bb."""
    times, place = divmod(number - 1, len(letters))
    if number < 1 or times >= _LONGEST_REPEAT:
        return str(number)
    return letters[place] * (times + 1)


def _enclosed(number: int, first: int) -> str:
    return chr(first + number - 1) if 0 < number <= _LAST_ENCLOSED else str(number)


def _ordinal(number: int) -> str:
    ends = {1: "st", 2: "nd", 3: "rd"}
    teen = number % 100 // 10 == 1
    return f"{number}{'th' if teen else ends.get(number % 10, 'th')}"


def _in_words(number: int) -> str:
    """A number below 100 in Vietnamese words.

    >>> _in_words(4), _in_words(15), _in_words(21)
    ('bốn', 'mười lăm', 'hai mươi mốt')
    """
    tens, ones = divmod(number, 10)
    if not 0 <= number < 100:
        return str(number)
    if not tens:
        return _ONES[ones]
    said = "mười" if tens == 1 else f"{_ONES[tens]} mươi"
    if not ones:
        return said
    if ones == 5:
        return f"{said} lăm"
    return f"{said} mốt" if ones == 1 and tens > 1 else f"{said} {_ONES[ones]}"


_LATIN = "abcdefghijklmnopqrstuvwxyz"


def numeral(number: int, form: str) -> str:
    """A number as Word prints it in a format of `ST_NumberFormat`.

    >>> [numeral(4, form) for form in ("decimal", "upperRoman", "lowerLetter", "decimalZero")]
    ['4', 'IV', 'd', '04']
    >>> numeral(28, "upperLetter"), numeral(3, "none")
    ('BB', '')
    """
    match form:
        case "none":
            return ""
        case "decimalZero":
            return f"{number:02}"
        case "upperRoman":
            return roman(number)
        case "lowerRoman":
            return roman(number).lower()
        case "upperLetter":
            return _repeated(number, _LATIN.upper())
        case "lowerLetter":
            return _repeated(number, _LATIN)
        case "ordinal":
            return _ordinal(number)
        case "vietnameseCounting" | "cardinalText":
            return _in_words(number)
        case "chicago":
            return _repeated(number, _CHICAGO)
        case "numberInDash":
            return f"- {number} -"
        case "decimalEnclosedCircle":
            return _enclosed(number, _CIRCLED)
        case "decimalEnclosedParen":
            return _enclosed(number, _PARENTHESISED)
        case "decimalEnclosedFullstop":
            return _enclosed(number, _STOPPED)
        case _:
            return str(number)


# What symbol fonts show for a code (Symbol, Wingdings, Webdings): dashes and bullets of lists.
_SYMBOLS = {
    "symbol": {0xB7: "•", 0xA7: "▪", 0xA8: "♦", 0xAE: "→", 0xDE: "→"},
    "wingdings": {
        0x6C: "●",
        0x6E: "■",
        0x6F: "□",
        0x71: "□",
        0x75: "◆",
        0x76: "❖",
        0x9E: "•",
        0x9F: "•",
        0xA7: "▪",
        0xA8: "□",
        0xD8: "➢",
        0xE0: "→",
        0xE8: "➔",
        0xF0: "➢",
        0xFC: "✓",
        0xFE: "☑",
    },
}
_PRIVATE = 0xF000
_AS_IN_ASCII = frozenset("+-*.,/()[]<>=:;0123456789")


def symbol(code: int, font: str) -> str | None:
    """What a symbol font shows for a code, or None if it is not known.

    >>> symbol(0xF0B7, "Symbol"), symbol(0xF0D8, "Wingdings 2")
    ('•', None)
    """
    own = code - _PRIVATE if code >= _PRIVATE else code
    if font.lower() == "symbol" and chr(own) in _AS_IN_ASCII:
        return chr(own)
    return _SYMBOLS.get(font.lower(), {}).get(own)


def bullet(text: str, font: str) -> str:
    """The bullet that a list shows: of a symbol font the nearest character, else the text itself.

    >>> bullet("\uf0b7", "Symbol"), bullet("-", "Times New Roman"), bullet("\uf041", "Wingdings 3")
    ('•', '-', '•')
    """
    shown = "".join(
        symbol(ord(c), font) or ("•" if _PRIVATE <= ord(c) < _PRIVATE + 0x900 else c) for c in text
    )
    return shown.strip()
