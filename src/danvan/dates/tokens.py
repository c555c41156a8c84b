"""Finding the stretches of a reading text that may hold a time expression, and their tokens."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from danvan.dates.lexicon import WORDS, branches

if TYPE_CHECKING:
    from collections.abc import Iterator

_LETTER = r"[^\W\d_]"

# --- where an expression may be -------------------------------------------------------------------

# The words without which there is no expression, told by their rarest letter: a search for single
# letters costs next to nothing, and the letters around are looked at only where one is found.
_CORES = (
    "ng|à|y", "th|á|ng", "n|ă|m", "qu|ý|(?:[iv]{1,3})?", "q|ú|y", "qu|í|", "tu|ầ|n", "đo|ạ|n",
    "k|ỳ|", "k|ì|", "h|ô|m", "t|ế|t", "r|ằ|m", "nh|ì|n", "hư|ớ|ng", "gi|ờ|",
    "th|ư|ờng[ \n](?:xuyên|niên)",
)  # fmt: skip
_BARE_CORES = (
    "|n|gay", "|t|hang", "|n|am", "|q|uy", "|t|uan", "|d|oan", "|k|y", "|g|io", "|n|hin",
    "|h|uong", "|t|huong[ \n]nien",
)  # fmt: skip
_NUMERIC = r"(?<=[0-9])(?:[ ]?[/.\-–][ ]?[0-9l]|[ ]?h(?!\w))"


def _core(form: str) -> str:
    before, mark, after = form.split("|", 2)
    return rf"(?<={before}{mark})(?<!{_LETTER}{before}{mark}){after}(?!{_LETTER})"


def _trigger(forms: tuple[str, ...]) -> re.Pattern[str]:
    marks = "".join(sorted({form.split("|", 2)[1] for form in forms}))
    cores = "|".join(_core(form) for form in forms)
    return re.compile(rf"[0-9{marks}](?:{_NUMERIC}|(?<![0-9])(?:{cores}))")


_TRIGGER = _trigger(_CORES)
_BARE_TRIGGER = _trigger(_CORES + _BARE_CORES)

# --- what it is made of ---------------------------------------------------------------------------

# Typing glues words: "trướcngày", "quýII".
_GLUED = rf"ngày(?!{_LETTER})|(?<=quý)[iv]{{1,3}}(?!{_LETTER})"
_WORD = rf"{branches(sorted(WORDS))}(?!(?!{_GLUED}){_LETTER})(?!(?<=[0-9])[0-9])"
# Chains that no date is made of are swallowed whole, so that they cost nothing.
_CHAIN = r"(?:[0-9]++[/.\-–—:]){8}[0-9/.\-–—:]*+|[0-9]{5,}+"
# l, I and O that scanning made of digits stand beside digits: l9, 2O23.
_MIXED = r"(?=[lio]{0,3}[0-9])(?=[0-9]{0,3}[lio])[0-9lio]{2,4}(?![^\W_])"
_NUMBER = (
    r"[0-9]{1,4}(?![0-9lo])"
    r"|[li](?=[/.\-][0-9])|(?<=ngày )l(?= tháng)|(?<=tháng )l(?= năm|/)"
)
_DOTS = r"[.…_](?:[ ]?[.…_])++|[…_]"
_MARK = r"[/.,:()\-–—'’′+]"
# The letter of 17h00, of T3/2021 and of Q2/2024.
_SHORT = (
    rf"(?<=[0-9])h(?!{_LETTER})|(?<=[0-9] )h(?!{_LETTER})"
    r"|t\.?(?=[0-9]{1,2}[/\-.][0-9]{4})|q\.?(?=[1-4i])"
)
_TOKEN = re.compile(
    rf"(?P<chain>{_CHAIN})|(?P<short>{_SHORT})|(?P<mixed>{_MIXED})|(?P<word>{_WORD})"
    rf"|(?P<number>{_NUMBER})"
    rf"|(?P<dots>{_DOTS})|(?P<mark>{_MARK})"
)
# The same read from right to left, to find where a stretch begins.
_GLUED_BACK = rf"(?<=yàgn)(?:cớưrt|ừt|nếđ|tếh|uas|gnort|tấhn[ ]mậhc)(?!{_LETTER})|(?<=[iv])ýuq"
_BACK = re.compile(
    rf"(?:[ \n]?(?:{branches(sorted(w[::-1] for w in WORDS))}(?!(?!{_GLUED_BACK}){_LETTER})"
    rf"|[0-9lio]{{1,4}}+(?!(?!h[ ]?[0-9]){_LETTER})|h(?=[ ]?[0-9])|\.?[tq](?!{_LETTER})"
    rf"|{_MARK}|[…_]))*+"
)
_FARTHEST_BACK = 160
_DASHES = {"–": "-", "—": "-"}
_READ_AS = str.maketrans("lio", "110")
# A blank line ends an expression, except behind what is unfinished and goes on behind the line.
_A_DATE = (
    r"ngày[ ]?[0-9]|tháng[ ]?[0-9]|quý[ ]?[0-9iv]|năm[ ]?[0-9]{4}(?![0-9.])"
    r"|[0-9]{1,2}[ ]?[/.\-][ ]?[0-9]{1,2}[ ]?[/.\-][ ]?[0-9]{4}"
)
_GOES_ON_WITH = {
    "ngày": re.compile(r"[0-9]{1,2}(?:[ ]?[/.\-][ ]?[0-9]{1,2}[ ]?[/.\-]|[ ]?tháng[ ]?[0-9])"),
    "tháng": re.compile(r"[0-9]{1,2}[ ]?(?:/[ ]?[0-9]{4}|năm)"),
    "năm": re.compile(r"[0-9]{4}(?![0-9.])"),
    "/": re.compile(r"[0-9]"),
    "giai đoạn": re.compile(r"[0-9]{4}"),
    "nhiệm kỳ": re.compile(r"[0-9]{4}"),
    "năm học": re.compile(r"[0-9]{4}"),
} | dict.fromkeys(
    ("trước", "hạn", "đến", "từ", "sau", "trong", "hết", "là", "của", "-"), re.compile(_A_DATE)
)
_NUMERALS = frozenset({"n", "số", "mười"})
# The grammar looks this far ahead at most.
_BEYOND = 24


class Stretch:
    """A stretch of time words: their kinds, values and places, one list for each.

    ``kinds`` are those of the lexicon, "n" for a number, "h" for the letter that marks hours,
    "…" for dots, or the mark itself.
    """

    __slots__ = (
        "bare",
        "barren",
        "ends",
        "kind",
        "kinds",
        "low",
        "repaired",
        "starts",
        "text",
        "values",
    )

    def __init__(self, text: str, low: str) -> None:
        self.text = text
        self.low = low
        self.kinds: list[str] = []
        #: The kind of a token; "" before the first and behind the last.
        self.kind = self.kinds.__getitem__
        self.values: list[object] = []
        self.starts: list[int] = []
        self.ends: list[int] = []
        self.bare: set[int] = set()
        self.repaired: set[int] = set()
        #: Up to here a list of days was looked for in vain.
        self.barren = 0

    def __len__(self) -> int:
        return len(self.starts)

    def close(self) -> None:
        """Say that there are no more tokens: kinds may now be asked for beyond the last."""
        self.kinds.extend([""] * _BEYOND)

    def number(self, i: int) -> int:
        """The value of a token that is a number or a numeral; -1 for any other."""
        value = self.values[i] if 0 <= i < len(self.values) else None
        return value if type(value) is int else -1

    def digits(self, i: int) -> int:
        """How many digits a number has; 0 for any other token."""
        return self.ends[i] - self.starts[i] if self.kind(i) == "n" else 0

    def word(self, i: int) -> str:
        """What stands at a token, in lower case."""
        return self.low[self.starts[i] : self.ends[i]] if 0 <= i < len(self.starts) else ""

    def is_tight(self, i: int) -> bool:
        """Whether a token follows the one before without a space."""
        return 0 < i < len(self.starts) and self.starts[i] == self.ends[i - 1]

    def after(self, i: int, kind: str) -> int:
        """The place behind a token of this kind, or the same place."""
        return i + 1 if self.kind(i) == kind else i

    def skip(self, i: int, kinds: frozenset[str]) -> int:
        """The place behind all tokens of these kinds."""
        while self.kind(i) in kinds:
            i += 1
        return i


def lower(text: str) -> str:
    """The text in lower case, character by character, so that offsets stay."""
    low = text.lower()
    return low if len(low) == len(text) else "".join(_lower(c) for c in text)


def _lower(character: str) -> str:
    low = character.lower()
    return low if len(low) == 1 else character


def stretches(text: str) -> Iterator[Stretch]:
    """The stretches of a reading text in which a time expression may stand."""
    low = lower(text)
    trigger = _BARE_TRIGGER if "thang" in low or low.isascii() else _TRIGGER
    done = 0
    found = trigger.search(low)
    while found is not None:
        begin = _beginning(low, found, done)
        stretch, done = _cut(text, low, begin, found.end())
        if len(stretch):
            stretch.close()
            yield stretch
        found = trigger.search(low, done)


def _beginning(low: str, found: re.Match[str], done: int) -> int:
    """Where the stretch around a core begins: as far back as time words go."""
    core = found.start()
    if low[core].isdigit():
        while core > done and low[core - 1].isdigit() and found.start() - core < 8:
            core -= 1
    else:
        core = found.end()
    back = _BACK.match(low[max(done, core - _FARTHEST_BACK) : core][::-1])
    length = 0 if back is None else back.end()
    if length or low[found.start()].isdigit():
        return core - length
    core = found.start()
    while core > done and low[core - 1].isalpha() and found.start() - core < 8:
        core -= 1
    return core


def _cut(text: str, low: str, begin: int, seen: int) -> tuple[Stretch, int]:
    """The tokens from a place on, as far as they follow each other, beyond what was seen."""
    stretch = Stretch(text, low)
    here = begin
    while True:
        match = _TOKEN.match(low, here)
        if match is None:
            if here >= seen:
                return stretch, max(here, seen)
            # What stands before the core is no part of it: begin anew behind.
            stretch = Stretch(text, low)
            here += 1
            continue
        _take(stretch, match)
        here = match.end()
        gap = low[here : here + 1]
        if gap == " " or (gap == "\n" and _is_open(stretch, low, here + 1)):
            here += 1
        elif gap == "\n" and here >= seen:
            return stretch, here


def _take(stretch: Stretch, match: re.Match[str]) -> None:
    kind: str = match.lastgroup or ""
    start, end = match.span()
    value: object = None
    match kind:
        case "word":
            kind, value, bare = WORDS[match.group().replace("\n", " ")]
            if bare:
                stretch.bare.add(len(stretch))
        case "number" | "mixed":
            digits = match.group()
            if not digits.isdecimal():
                stretch.repaired.add(len(stretch))
            kind, value = "n", int(digits.translate(_READ_AS))
        case "short":
            kind = match.group()[0]
        case "dots":
            kind = "…"
        case "mark":
            kind = _DASHES.get(match.group(), match.group())
            kind = "'" if kind in "’′" else kind
    stretch.kinds.append(kind)
    stretch.values.append(value)
    stretch.starts.append(start)
    stretch.ends.append(end)


def _is_open(stretch: Stretch, low: str, following: int) -> bool:
    """Whether what stands before a blank line goes on behind it."""
    last = len(stretch) - 1
    going_on = _GOES_ON_WITH.get(stretch.kinds[last])
    if going_on is not None:
        return going_on.match(low, following) is not None
    if stretch.kinds[last] not in _NUMERALS:
        return False
    before = stretch.kinds[last - 1] if last else ""
    return (before == "ngày" and low.startswith("tháng", following)) or (
        before == "tháng"
        and last > 2
        and stretch.kinds[last - 3] == "ngày"
        and low.startswith("năm", following)
    )
