"""Cleaning of single characters: what typing, copying and old software leave in a text."""

from __future__ import annotations

import re
import unicodedata

from danvan.text.view import View, ViewBuilder

# A run of marks longer than this is left as it is: composing it would take quadratic time.
# Unicode's stream-safe text format (UAX #15, section 13) has the same bound.
_LONGEST_RUN = 30

_NEWLINES = "\r\x0b\x0c\x85\u2028\u2029"
_SPACES = "\x1f\xa0\u1680\u2000-\u200a\u202f\u205f\u3000"
# A tab keeps columns apart.
_TAB = "    "
# Control and format characters that carry no text: C0 without line ends, soft hyphen, zero-width
# and bidirectional marks, byte-order mark, interlinear annotation, tags.
_NOTHING = (
    "\x00-\x08\x0e-\x1e\x7f-\x84\x86-\x9f\xad\u061c\u180e\u200b-\u200f\u202a-\u202e"
    "\u2060-\u2064\u2066-\u206f\ufeff\ufff9-\ufffb"
)
# Letters and marks typed for others, one for one. No normal form joins Ð (U+00D0) with Đ (U+0110).
_TYPED_FOR = {
    "\u00d0": "Đ",
    "\u0189": "Đ",
    "\u00f0": "đ",
    "\u0256": "đ",
    "\u2010": "-",
    "\u2011": "-",
    "\uf0b7": "•",
    "\uf02d": "-",
}

# One class finds the places, which is fast; the pattern below says what is there.
_UNCLEAN = re.compile(rf"[\u0300-\u036f{_NEWLINES}\t{_SPACES}{_NOTHING}{''.join(_TYPED_FOR)}]")
_MARKS = re.compile(rf"[\u0300-\u036f]{{1,{_LONGEST_RUN}}}")
_WHAT = re.compile(
    rf"(?P<marks>[\u0300-\u036f]{{1,{_LONGEST_RUN}}})"
    rf"|(?P<newline>\r\n|[{_NEWLINES}])"
    r"|(?P<tab>\t)"
    rf"|(?P<space>[{_SPACES}])"
    rf"|(?P<nothing>[{_NOTHING}]+)"
    rf"|(?P<letter>[{''.join(_TYPED_FOR)}])"
)


def clean(text: str) -> View:
    r"""The text without what only looks different: composed, with plain spaces and line ends.

    Composed letters (NFC, in runs of at most 30 marks), ``\n`` for every line end, a plain
    space for every other space (four for a tab), no control, zero-width or soft-hyphen
    characters, ``Đ`` for ``Ð``. The length may change; the view maps back.

    >>> view = clean("Ngh\u1ecb quye\u0302\u0301t\u00a0số\u200b 1\r\n")
    >>> view.text
    'Nghị quyết số 1\n'
    >>> view.span(9, 10)
    Span(start=11, end=12)
    """
    place = _UNCLEAN.search(text)
    if place is None:
        return View.of(text)
    builder = ViewBuilder(View.of(text))
    done = 0
    while place is not None:
        found = _WHAT.match(text, place.start())
        if found is None:
            break
        start, end = found.span()
        match found.lastgroup:
            case "marks":
                base = start - 1
                if base < done or not text[base].isalpha():
                    builder.copy(done, end)
                else:
                    builder.copy(done, base)
                    builder.put(unicodedata.normalize("NFC", text[base:end]), base, end)
            case "newline":
                builder.copy(done, start)
                builder.put("\n", start, end)
            case "space":
                builder.copy(done, start)
                builder.put(" ", start, end)
            case "tab":
                builder.copy(done, start)
                builder.put(_TAB, start, end)
            case "letter":
                builder.copy(done, start)
                builder.put(_TYPED_FOR[text[start]], start, end)
            case _:
                marks = _MARKS.match(text, end)
                if marks is not None and start > done and text[start - 1].isalpha():
                    builder.copy(done, start - 1)
                    letter = text[start - 1] + marks.group()
                    end = marks.end()
                    builder.put(unicodedata.normalize("NFC", letter), start - 1, end)
                else:
                    builder.copy(done, start)
        done = end
        place = _UNCLEAN.search(text, done)
    builder.copy(done, len(text))
    return builder.build()
