"""Labels: what is printed around the number of a section, so that it reads as it is meant."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from danvan.plan.markers import Style, roman_value

if TYPE_CHECKING:
    from danvan.render.rules import Rules

_NAMED = re.compile(r"(?:phần|chương|mục|tiểu mục|điều) ", re.IGNORECASE)
#: Styles of the sections that are open, from the outermost.
Open = tuple[Style, ...]


def printed(label: str, above: Open, rules: Rules) -> tuple[str, Open]:
    """The label of a section with its end mark and a space, and the styles open below it.

    NĐ 30/2020, Phụ lục I, mục II.5.d: "I.", "1.", "a)". A series that is open further out is not
    printed the same way again: "1." within "a)" within "1." is "(1)".

    >>> from danvan.render.rules import HD36, ND30
    >>> printed("I", (), ND30)[0], printed("I", (), HD36)[0], printed("Điều 2", (), ND30)[0]
    ('I. ', 'I- ', 'Điều 2. ')
    >>> printed("1", (Style.DECIMAL, Style.LETTER), ND30)[0]
    '(1) '
    """
    if _NAMED.match(label):
        style = Style.ARTICLE if label.lower().startswith("điều") else Style.PART
        return f"{label}. ", (*above, style)
    if label[:1].isdigit():
        if "." not in label and Style.DECIMAL in above:
            return f"({label}) ", (*above, Style.PARENTHESIS)
        return f"{label}. ", (*above, Style.DECIMAL)
    if label.isupper():
        style = Style.ROMAN if roman_value(label) else Style.UPPER
        return f"{label}{rules.after_numeral}", (*above, style)
    style = Style.LOWER_ROMAN if roman_value(label) and len(label) > 1 else Style.LETTER
    if style in above:
        return f"({label}) ", (*above, Style.PARENTHESIS)
    return f"{label}) ", (*above, style)
