"""Mending what is purely formal: the edits of findings, put into the text (sửa lỗi thể thức)."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from danvan.findings import Edit, Finding

_MOST_ROUNDS = 8


def apply(text: str, edits: Iterable[Edit]) -> str:
    """The text with edits put in; of those that meet, only the first is.

    >>> from danvan import Edit, Span
    >>> apply("Số: 5 /KH", [Edit(Span(4, 4), "0"), Edit(Span(5, 6), "")])
    'Số: 05/KH'
    """
    pieces: list[str] = []
    done = 0
    for edit in sorted(edits, key=lambda edit: (edit.span.start, edit.span.end)):
        if edit.span.start < done:
            continue
        pieces += [text[done : edit.span.start], edit.text]
        done = edit.span.end
    return "".join([*pieces, text[done:]])


def mend(text: str, check: Callable[[str], Iterable[Finding]]) -> str:
    """The text with all mended that findings can mend.

    It is checked again after each round, since edits may meet; a finding's edits are put in all
    together or not at all.

    Args:
        text: the text.
        check: gives the findings of a text.
    """
    for _ in range(_MOST_ROUNDS):
        taken: list[Edit] = []
        end = -1
        for finding in check(text):
            edits = sorted(finding.edits, key=lambda edit: edit.span.start)
            if edits and edits[0].span.start > end:
                taken += edits
                end = max(edit.span.end for edit in edits)
        if not taken:
            break
        text = apply(text, taken)
    return text
