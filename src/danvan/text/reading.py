"""The reading text: what the recognisers of dates, units and instruments are given."""

from __future__ import annotations

import re

from danvan.text.clean import clean
from danvan.text.view import View, ViewBuilder

#: Stands between two blocks of a reading text, with nothing around it. It is a noncharacter, which
#: Unicode keeps for internal use: no pattern matches across it by accident.
BREAK = "\ufdd0"

_NOTE_MARK = r"<sup>\s?\(?\d{1,3}\)?\s?</sup>"
_TO_FOLD = re.compile(rf"[ \n]{{2,}}|\n|\*\*|{_NOTE_MARK}")
# A run of white space and marks; possessive, so that nothing is tried twice.
_RUN = re.compile(rf"(?:[ \n]++|\*\*|{_NOTE_MARK})++")

_SPACES = re.compile(rf"(?P<spaces>[ \n]+)|{_NOTE_MARK}")


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
        start = found.start()
        if start > done and plain[start - 1] == " ":
            start -= 1
        run = _RUN.match(plain, start)
        end = run.end() if run else found.end()
        builder.copy(done, start)
        spaces = [m for m in _SPACES.finditer(plain, start, end) if m.lastgroup]
        if spaces:
            lines = sum(m.group().count("\n") for m in spaces)
            longest = max(spaces, key=lambda m: m.end() - m.start())
            builder.put("\n" if lines > 1 else " ", *longest.span())
        done = end
        found = _TO_FOLD.search(plain, done)
    builder.copy(done, len(plain))
    return builder.build()
