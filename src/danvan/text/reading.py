"""The reading text: what the recognisers of dates, units and instruments are given."""

from __future__ import annotations

import re

from danvan.text.clean import clean
from danvan.text.view import View, ViewBuilder

#: Stands between two blocks of a reading text, with nothing around it. It is a noncharacter, which
#: Unicode keeps for internal use: no pattern matches across it by accident.
BREAK = "\ufdd0"

_TO_FOLD = re.compile(r"[ \n]{2,}|\n|\*\*|<sup>\s?\(?\d{1,3}\)?\s?</sup>")


def reading(text: str) -> View:
    r"""A reading text of any text, for use without a plan around it.

    It is clean (`danvan.text.clean`), has no bold marks and footnote marks, and every run of white
    space in it is one character: ``\n`` where a blank line stood, else a space.

    >>> reading("ngày\n**08/02/2023**\n\nvà  sau").text
    'ngày 08/02/2023\nvà sau'
    """
    cleaned = clean(text)
    plain = cleaned.text
    found = _TO_FOLD.search(plain)
    if found is None:
        return cleaned
    builder = ViewBuilder(cleaned)
    done = 0
    while found is not None:
        start, end = found.span()
        builder.copy(done, start)
        if plain[start] in " \n":
            blank_line = plain.count("\n", start, end) > 1
            builder.put("\n" if blank_line else " ", start, end)
        elif start == 0 or plain[start - 1] in " \n":
            while end < len(plain) and plain[end] in " \n":
                end += 1
        done = end
        found = _TO_FOLD.search(plain, done)
    builder.copy(done, len(plain))
    return builder.build()
