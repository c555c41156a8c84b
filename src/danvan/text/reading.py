"""The reading text: what the recognisers of dates, units and instruments are given."""

from __future__ import annotations

import re

from danvan.text.clean import clean
from danvan.text.view import View, ViewBuilder

#: Stands between two blocks of a reading text, with nothing around it. It is a noncharacter, which
#: Unicode keeps for internal use: no pattern matches across it by accident.
BREAK = "\ufdd0"

_NOTE_MARK = r"<sup>\s?\(?\d{1,3}\)?\s?</sup>"
# A run of white space and marks; possessive, so that nothing is tried twice.
_RUN = re.compile(rf"(?:[ \n]++|\*\*|{_NOTE_MARK})++")
_BLANK = re.compile(r"[ \n]+")
_SPACES = re.compile(rf"(?P<spaces>[ \n]+)|{_NOTE_MARK}")
_OPENS_MARK = frozenset("*<")


def reading(text: str) -> View:
    r"""A reading text of any text, for use without a plan around it.

    It is clean (`danvan.text.clean`), has no bold marks and footnote marks, and every run of white
    space in it is one character: ``\n`` where a blank line stood, else a space.

    >>> reading("ngày\n**08/02/2023**\n\nvà  sau").text
    'ngày 08/02/2023\nvà sau'
    """
    cleaned = clean(text)
    plain = cleaned.text
    places = _places(plain)
    if not places:
        return cleaned
    builder = ViewBuilder(cleaned)
    done = 0
    for place in places:
        if place < done:
            continue
        start = place - 1 if place > done and plain[place - 1] == " " else place
        blank = _BLANK.match(plain, start)
        if blank is not None and plain[blank.end() : blank.end() + 1] not in _OPENS_MARK:
            end = blank.end()
            builder.copy(done, start)
            builder.put("\n" if plain.count("\n", start, end) > 1 else " ", start, end)
            done = end
        else:
            done = _fold_run(builder, plain, done, start)
    builder.copy(done, len(plain))
    return builder.build()


def _places(plain: str) -> list[int]:
    """Where something may be to fold: line ends, two spaces, bold marks, raised notes."""
    found: list[int] = []
    for literal in ("\n", "  ", "**", "<sup>"):
        place = plain.find(literal)
        while place >= 0:
            found.append(place)
            place = plain.find(literal, place + len(literal))
    found.sort()
    return found


def _fold_run(builder: ViewBuilder, plain: str, done: int, start: int) -> int:
    """Fold a run of marks and white space that begins at ``start``; returns where it ends."""
    run = _RUN.match(plain, start)
    if run is None:
        return done
    end = run.end()
    builder.copy(done, start)
    spaces = [m for m in _SPACES.finditer(plain, start, end) if m.lastgroup]
    if spaces:
        lines = sum(m.group().count("\n") for m in spaces)
        longest = max(spaces, key=lambda m: m.end() - m.start())
        builder.put("\n" if lines > 1 else " ", *longest.span())
    return end
