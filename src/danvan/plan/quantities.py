"""Quantities: numbers with what they count and how what is reached must relate to them (số lượng).

"ít nhất 02 mô hình", "từ 80% trở lên", "3.000 áo ấm", "không quá hai giờ", "từ 3 đến 5 lớp".
"""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

import attrs

from danvan.plan.model import Change, Comparator
from danvan.text import old_tones

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

# "3.000", "98,4", "98.4", "02"; scans print "0l".
_NUMERAL = r"\d{1,3}(?:\.\d{3})+(?!\d)(?:,\d{1,3})?|\d{1,9}(?:[.,]\d{1,3})?(?!\d)|0l"
# The first digit stands before what is asked about the place: so it is searched for, which makes
# `parse` 1 % faster.
_IN_DIGITS = re.compile(
    r"(?P<low>\d(?<![\w/.,:–-]\d)(?:\d{0,2}(?:\.\d{3})+(?!\d)(?:,\d{1,3})?"
    r"|\d{0,8}(?:[.,]\d{1,3})?(?!\d)|(?<=0)l))(?![\w/])(?P<share> ?%)?"
    rf"(?:(?: ?[-–] ?| (?:đến|tới) )(?P<high>{_NUMERAL})(?![\w/])(?P<high_share> ?%)?)?"
)
_WORDS = ("một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín", "mười")
_WORD = "|".join(_WORDS)
# In words only after a comparator, where nothing but a number can stand: "ít nhất một việc làm".
_LEADS_IN = ("t nhất ", "i thiểu ", "i đa ", "g quá ", "g dưới ")
_IN_WORDS = re.compile(
    rf"(?P<tens>{_WORD})(?P<word_for_ten> mươi)?(?: (?P<ones>{_WORD}|mốt|tư|lăm))?(?!\w)"
)
# "02 (hai) mô hình".
_REPEATED = re.compile(r" ?\([^\W\d_]+(?: [^\W\d_]+){0,3}\)")
_LINK = r"(?: (?:là|đạt|có|được|cho|tại|từ))?"
_COMPARED = re.compile(
    r"(?<!\w)(?:(?P<least>≥|>=|ít nhất|tối thiểu|thấp nhất|không (?:dưới|thấp hơn|ít hơn))"
    r"|(?P<most>≤|<=|tối đa|nhiều nhất|cao nhất|"
    r"không (?:quá|vượt quá|vượt|cao hơn|lớn hơn|nhiều hơn))"
    r"|(?P<more>trên|hơn|vượt|(?:cao|lớn|nhiều) hơn)"
    r"|(?P<less>dưới|(?:thấp|ít|nhỏ) hơn)"
    r"|(?P<about>khoảng|gần|xấp xỉ)"
    rf"|(?P<from>từ)){_LINK} $",
    re.IGNORECASE,
)
_OF_GROUP = {
    "least": Comparator.AT_LEAST,
    "most": Comparator.AT_MOST,
    "more": Comparator.MORE_THAN,
    "less": Comparator.LESS_THAN,
    "about": Comparator.ABOUT,
    "from": Comparator.EXACTLY,
}
_LONGEST_COMPARATOR = 32
_AND_BEYOND = re.compile(r"(?: [^\W\d_]+){0,3}? trở (?P<way>lên|xuống)")
_SHARE = re.compile(r" ?(?:%|‰)| (?:điểm )?phần trăm| điểm %")
_AGE = re.compile(r" tuổi(?!\w)")
_TIME = re.compile(
    r" (?:giây|phút|giờ|tiếng|ngày làm việc|ngày|tuần|tháng|quý|năm|lần)(?!\w)", re.IGNORECASE
)
_NAMED = re.compile(r" [“\"](?P<name>[^”\"\n]{1,60})[”\"]")
_RATE = re.compile(r"(?:/[^\W\d_]+){1,2}")
# What may follow a number that is compared, where the list of what plans count does not know it.
_ANY_NOUN = re.compile(
    r" (?!(?:và|hoặc|của|cho|tại|trong|so|được|có|là|để|đối|với|trở|thì|khi|ở|từ|đến|theo|mỗi|như|"
    r"các|này|nhưng|về|kể)\b)[a-zà-ỹđ]+(?!\w)"
)


@attrs.frozen(kw_only=True)
class Quantity:
    """A number with its unit: ``start`` to ``end`` with its comparator, ``number`` without."""

    value: float
    upper: float | None
    unit: str
    comparator: Comparator
    compared: str
    is_share: bool
    is_time: bool
    start: int
    number: int
    end: int

    @property
    def is_demanding(self) -> bool:
        """Whether it says a bound: at least, at most, more, less."""
        return self.comparator not in {Comparator.EXACTLY, Comparator.ABOUT}


@cache
def _counted() -> frozenset[str]:
    """What plans count: the nouns of ``data/counted.txt``, with either placement of the tone."""
    text = files("danvan.plan").joinpath("data", "counted.txt").read_text(encoding="utf-8")
    nouns = {line for line in text.splitlines() if not line.startswith("#")}
    return frozenset(nouns | {old_tones(noun) for noun in nouns})


_FEW_WORDS = re.compile(r" ?([^\W\d_][\w²³-]*(?: [^\W\d_]+){0,3})")
_MORE = re.compile(r",| hoặc|/")


def _counted_noun(text: str, offset: int) -> int | None:
    """The end of the noun, or of several ("04 xã, phường"), that stands at an offset."""
    end = None
    words = _FEW_WORDS.match(text, offset)
    while words is not None:
        noun = words[1]
        while noun and noun not in _counted():
            noun = noun.rpartition(" ")[0]
        if not noun:
            break
        end = words.start(1) + len(noun)
        joint = _MORE.match(text, end)
        words = _FEW_WORDS.match(text, joint.end()) if joint else None
    return end


def scan_quantities(
    text: str, is_taken: Callable[[int], bool] = lambda _: False
) -> Iterator[Quantity]:
    """The numbers of a reading text that count or measure something, in reading order.

    Where ``is_taken`` says that a place belongs to something else, only lengths of time are read.
    """
    found = [*_IN_DIGITS.finditer(text), *_worded(text)]
    found.sort(key=re.Match.start)
    for match in found:
        if is_taken(match.start()) and not _TIME.match(text, match.end()):
            continue
        quantity = _read(text, match)
        if quantity is not None:
            yield quantity


def _worded(text: str) -> Iterator[re.Match[str]]:
    """The numbers in words that stand right after a comparator."""
    for words in _LEADS_IN:
        at = text.find(words)
        while at >= 0:
            at += len(words)
            if match := _IN_WORDS.match(text, at):
                yield match
            at = text.find(words, at)


def _read(text: str, match: re.Match[str]) -> Quantity | None:
    digits = match.re is _IN_DIGITS
    low, high = _values(match) if digits else (_in_words(match), None)
    number, end = match.span()
    if digits and match["share"] and match["high"] and not match["high_share"]:
        high, end = None, match.end("share")
    before = _COMPARED.search(text, max(0, number - _LONGEST_COMPARATOR), number)
    comparator = Comparator.EXACTLY
    if before is not None:
        comparator = _OF_GROUP[before.lastgroup or "from"]
    repeated = _REPEATED.match(text, end)
    end = repeated.end() if repeated else end
    is_time = is_share = False
    if digits and text[end - 1] == "%":
        unit, is_share = "%", True
    elif share := _SHARE.match(text, end):
        unit, end, is_share = share.group().strip(), share.end(), True
    elif _AGE.match(text, end):
        return None
    elif spell := _TIME.match(text, end):
        unit, end, is_time = spell.group().strip(), spell.end(), True
    elif noun_end := _counted_noun(text, end):
        unit, end = text[end:noun_end].strip(), noun_end
    elif named := _NAMED.match(text, end):
        unit, end = named["name"], named.end()
    elif comparator is not Comparator.EXACTLY and (other := _ANY_NOUN.match(text, end)):
        unit, end = other.group().strip(), other.end()
    else:
        return None
    if rate := _RATE.match(text, end):
        unit, end = unit + rate.group(), rate.end()
    if beyond := _AND_BEYOND.match(text, end):
        end = beyond.end()
        comparator = Comparator.AT_LEAST if beyond["way"] == "lên" else Comparator.AT_MOST
    return Quantity(
        value=low,
        upper=high if high is not None and high > low else None,
        unit=unit,
        comparator=comparator,
        compared="" if before is None else before.group().strip(),
        is_share=is_share,
        is_time=is_time,
        start=number if before is None else before.start(),
        number=number,
        end=end,
    )


def _values(match: re.Match[str]) -> tuple[float, float | None]:
    return _value(match["low"]), _value(match["high"]) if match["high"] else None


def _value(numeral: str) -> float:
    """The number that a numeral says: the point groups thousands, the comma begins the fraction.

    >>> _value("3.000"), _value("98,4"), _value("98.4"), _value("0l")
    (3000.0, 98.4, 98.4, 1.0)
    """
    digits = numeral.replace("l", "1")
    if re.search(r"\.\d{3}(?!\d)", digits):
        digits = digits.replace(".", "")
    return float(digits.replace(",", "."))


def _in_words(match: re.Match[str]) -> float:
    """The number that words say, below one hundred: "một", "mười hai", "hai mươi mốt"."""
    ones = {"mốt": 1, "tư": 4, "lăm": 5}
    ones |= {word: n for n, word in enumerate(_WORDS, 1)}
    first = ones[match["tens"]]
    last = ones[match["ones"]] if match["ones"] else 0
    if match["word_for_ten"]:
        return float(first * 10 + last)
    return float(10 + last if first == 10 and last else first)


# A rise or fall: its verb stands before the number, in the same clause, and no level between them.
_CHANGES = re.compile(
    r"\b(?:(?P<down>(?:cắt |kéo |mức |tinh )?giảm|hạ)|(?P<up>(?:mức )?tăng|nâng))(?: thêm)?"
    r"(?! nghèo| thiểu| nhẹ| cường| gia\b| trưởng)(?P<gap>(?: [^\s,;.:]+){0,14}) $",
    re.IGNORECASE,
)
_LEVEL = re.compile(r"\b(?:đạt|còn|lên|xuống|tới|bằng|bảo đảm|đảm bảo|cho)\b")


def change_of(text: str, clause: int, quantity: Quantity) -> Change | None:
    """Whether a number, in the clause that begins at an offset, says a rise or fall."""
    if quantity.is_share and quantity.value == 100:
        return None
    match = _CHANGES.search(text, clause, quantity.start)
    if match is None or _LEVEL.search(match["gap"]):
        return None
    if not quantity.is_share and len(match["gap"].split()) > 2:
        return None
    return Change.DECREASE if match["down"] else Change.INCREASE
