"""What spreadsheets take for formulas in a table that they open."""

from __future__ import annotations

# The signs that begin a formula, their full-width forms, which some languages of spreadsheets take
# for the same, and the white space that is passed over before them.
_BEGINNINGS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")


def no_formula(cell: str) -> str:
    """The cell, after an apostrophe if a spreadsheet would take it for a formula.

    >>> no_formula("=HYPERLINK(...)"), no_formula("Sở Nội vụ")
    ("'=HYPERLINK(...)", 'Sở Nội vụ')
    """
    return "'" + cell if cell.startswith(_BEGINNINGS) else cell
