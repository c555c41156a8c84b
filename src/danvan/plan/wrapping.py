"""Wrapping: how the lines of a text are cut, and which lines go on with the one before."""

from __future__ import annotations

import itertools
import re
from collections import Counter

import attrs

from danvan.plan.forms import OPENER
from danvan.plan.line import Line, LineKind
from danvan.plan.markers import Marker, Style, read_marker


@attrs.frozen
class Wrapping:
    """How the lines of a text are cut: whether, how wide, and what stands between two of them.

    ``gap`` is the usual number of blank lines within a paragraph, ``indent`` that of spaces.
    ``exact`` says that no line is longer than ``width``, and none was cut where there was room.
    """

    wrapped: bool
    width: int
    gap: int
    indent: int = 0
    exact: bool = False


#: Each line is a paragraph, or ends where its author broke it.
NOT_WRAPPED = Wrapping(wrapped=False, width=0, gap=0)

_CLOSED = ".;:!?…"
_CLOSERS = "”\"')]»*/ "
# Words after which a sentence must go on, whatever stands between.
_LINKING = frozenset(
    re.findall(
        r"\w+",
        "của và với tại theo các những về cho trong từ đến là do để bằng ở trên dưới thuộc hoặc "
        "hay nhằm đối qua giữa như cùng bởi vào ra sau trước khi mà thì không được đã sẽ đang",
    )
)
# Words after which a number must come.
_COUNTED = frozenset(re.findall(r"\w+", "số ngày tháng năm điều khoản điểm từ đến và quý kỳ"))

# Of these, the ones that also end headings: "1. Xây dựng mô hình điểm".
_PROVISIONS = frozenset({"điểm", "khoản", "điều", "kỳ", "và"})


def is_open(text: str) -> bool:
    """Whether a line breaks off inside a sentence."""
    bare = text.rstrip(_CLOSERS)
    if not bare:
        return False
    return bare[-1] not in _CLOSED


def _last_word(text: str) -> str:
    return text.rsplit(" ", 1)[-1].lower()


def measure(lines: list[Line]) -> Wrapping:
    """How the lines of a body are cut.

    A line in small letters below one that is not at its end was cut off from it for sure, and one
    that is less indented than a line which had no room for its first word.
    """
    texts = [line for line in lines if line.kind is LineKind.TEXT]
    gaps: Counter[int] = Counter()
    indents: Counter[int] = Counter()
    needed: list[int] = []
    longest = max(map(_length, texts), default=0)
    full = 0
    for previous, line in itertools.pairwise(texts):
        if not is_open(previous.text):
            continue
        width = _needed(previous, line)
        full += width > longest
        first = line.text[0]
        hangs = line.indent < previous.indent and width > longest
        if (first.islower() or first.isdigit() or hangs) and line.marker is None:
            gaps[line.gap] += 1
            indents[line.indent] += 1
            full += hangs
            if first.islower() or hangs:
                needed.append(width)
    cut = sum(gaps.values())
    room = sum(width <= longest for width in needed)
    exact = room <= _ROOM * len(needed) and bool(needed) and full > 1 and longest in _WIDTHS
    if not exact and (cut < 3 or cut < _CUT * len(texts)):
        return Wrapping(wrapped=False, width=0, gap=0)
    lengths = sorted(len(line.text) for line in texts)
    return Wrapping(
        wrapped=True,
        width=longest if exact else lengths[int(len(lengths) * 0.9)],
        gap=gaps.most_common(1)[0][0],
        indent=indents.most_common(1)[0][0],
        exact=exact,
    )


# In how many of the cuts there may have been room, how many lines must have been cut, and how wide
# pages are, in characters.
_ROOM, _CUT, _WIDTHS = 0.15, 0.2, range(30, 160)


def _length(line: Line) -> int:
    notes = sum(len(note.mark) for note in line.notes) if line.notes else 0
    return line.indent + line.before + len(line.text) + notes


def _needed(previous: Line, line: Line) -> int:
    """How wide the line before would have been with the first word of a line."""
    word = line.text.find(" ")
    return _length(previous) + 1 + (word if word > 0 else len(line.text))


# How full a line is when the next word had no room on it, as a share of the usual width: letters
# are of unequal width. A line with a number may be a heading, which ends where it likes.
_FULL, _FULL_HEADING = 0.86, 0.97
_SENTENCES = frozenset({Style.BULLET, Style.LETTER, Style.PARENTHESIS, Style.LOWER_ROMAN})


def _fills(previous: Line, line: Line, wrapping: Wrapping) -> bool:
    """Whether the first word of a line had no room left on the line before."""
    if wrapping.exact:
        return _needed(previous, line) > wrapping.width
    word = line.text.split(" ", 1)[0]
    marker = previous.marker
    share = _FULL if marker is None or marker.style in _SENTENCES else _FULL_HEADING
    return len(previous.text) + 1 + len(word) >= share * wrapping.width


def _is_text(marker: Marker, line: Line, previous: Line, wrapping: Wrapping) -> bool:
    """Whether what looks like a marker is the running text of a cut sentence."""
    if not wrapping.wrapped or not is_open(previous.text) or previous.text.isupper():
        return False
    text = line.text
    if marker.style is Style.BULLET:
        if marker.label not in "-–—":
            return False
        following = text[marker.length : marker.length + 1]
        if following.islower() or (following.isdigit() and previous.text[-1].isdigit()):
            return True
        return wrapping.exact and text[1] == " " and _fills(previous, line, wrapping)
    if text[marker.length - 2 : marker.length].strip() == ")" and _in_bracket(previous.text):
        return True
    word = _last_word(previous.text)
    if marker.style is Style.ARTICLE and (word in _LINKING or word.endswith(",")):
        return True
    above = previous.marker
    if above is not None and (
        marker.label.startswith(f"{above.label}.")
        or (word in _PROVISIONS and len(previous.text) < _SHORT_HEADING)
    ):
        return False
    return word in _COUNTED


def _in_bracket(text: str) -> bool:
    """Whether a text breaks off inside a bracket: "(khóa"."""
    return text.rfind("(") > text.rfind(")")


_SHORT_HEADING = 70


def _may_be_heading(text: str) -> bool:
    """Whether a short line with a number may end where it does: "4. Xử lý tồn tại"."""
    marker = read_marker(text)
    return marker is not None and marker.style is not Style.BULLET and len(text) < _SHORT_HEADING


_DIVISIONS = frozenset({Style.PART, Style.CHAPTER, Style.DIVISION})


_LONGEST_LABEL = 24


def _is_bare_label(line: Line) -> bool:
    """Whether a line is the number of a division and nothing else: its name is below."""
    length = len(line.text)
    marker = line.marker if length < _LONGEST_LABEL else None
    return marker is not None and marker.length >= length and marker.style in _DIVISIONS


def _bold_cut(previous: Line, line: Line, wrapping: Wrapping) -> bool:
    """Whether bold type ends with a line in the middle of a sentence, or goes on from above."""
    if line.carried:
        return True
    cut = wrapping.wrapped and line.text[0].islower() and is_open(previous.text)
    return cut and line.gap <= wrapping.gap and _fills(previous, line, wrapping)


def _runs_on(previous: Line, line: Line) -> bool:
    """Whether the end of a page may cut a sentence between two lines: a heading is not so long."""
    last = previous.text
    return len(last) > _SHORT_HEADING - 12 and not last.isupper() and not line.text.isupper()


def _cuts_sentence(last: str, text: str) -> bool:
    """Whether the file cuts a sentence in two where it says that a paragraph begins."""
    if not is_open(last) or last.isupper():
        return False
    if text[0].islower():
        return True
    word = _last_word(last)
    if text[0].isdigit():
        return word in _COUNTED
    return word in _LINKING and not _may_be_heading(last)


# What opens a paragraph below a line that is closed: a basis below another one, closing words, and
# the name of what a short line tells: "Thời gian hoàn thành: ...".
_OPENS = {";": OPENER, ".": re.compile(r"Trên đây là |[A-ZĐÀ-Ỹ][^\W\d_]* ?[^.;:,()]{4,32}: ")}


def continues(previous: Line, line: Line, wrapping: Wrapping, *, lifted: bool) -> bool:
    """Whether a line goes on with the paragraph of the line before it.

    ``lifted`` says that a page number, a rule or a footnote stood in between.
    """
    text, last = line.text, previous.text
    marker = line.marker
    labelled = _is_bare_label(previous)
    if labelled and marker is None and text.isupper():
        return True
    if line.hashes or (line.bold != previous.bold and not _bold_cut(previous, line, wrapping)):
        return False
    if marker and not _is_text(marker, line, previous, wrapping):
        return False
    if text[0].isupper() and last[-1] in ".;" and _OPENS[last[-1]].match(text):
        return False
    if labelled:
        return text.isupper() or line.gap == 0
    if line.begins:
        return not line.counted and _cuts_sentence(last, text)
    opened = is_open(last)
    goes_on = text[0].islower() or text[0] in ",;)”%" or (text[0].isdigit() and opened)
    if opened and not last.isupper():
        word = _last_word(last)
        apart = line.gap or (wrapping.wrapped and line.indent > wrapping.indent + 1)
        if apart and text[0].isupper() and _may_be_heading(last):
            word = ""
        if word in _LINKING or (word in _COUNTED and text[0].isdigit()):
            return True
    if lifted and opened and not goes_on and _runs_on(previous, line):
        return not wrapping.wrapped or _fills(previous, line, wrapping)
    if wrapping.wrapped and text[0].isdigit() and not lifted and goes_on:
        goes_on = _fills(previous, line, wrapping)
    if wrapping.wrapped:
        if line.gap > wrapping.gap or lifted:
            return opened and goes_on
        if line.indent > wrapping.indent + 1 and not (opened and goes_on):
            return False
        if opened:
            return (
                goes_on or _fills(previous, line, wrapping) or (last.isupper() and text.isupper())
            )
        return last[-1] in ".;:" and not last.endswith("./.") and _fills(previous, line, wrapping)
    if line.bold and not line.gap:
        return opened
    if last.endswith(":"):
        return False
    if text[0].isdigit() and not lifted and len(last) < _SHORT_HEADING:
        return False
    return (
        goes_on and (opened or last.endswith(";")) and (text[0].islower() or line.gap > 0 or lifted)
    )
