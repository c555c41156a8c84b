"""Strategies for document numbers, kinds and citations (số ký hiệu, tên loại, viện dẫn)."""

from __future__ import annotations

import datetime
import string
from typing import NamedTuple

from hypothesis import strategies as st

from danvan.dates import PartialDate
from danvan.instruments import DocumentNumber, InstrumentKind, all_kinds, kinds_of
from danvan.instruments.symbols import canonical_group, issuer_abbreviations, kind_abbreviations

_LEGISLATURES = ("QH13", "QH14", "QH15", "QH16", "UBTVQH14", "UBTVQH15")
_FIRST_DAY, _LAST_DAY = datetime.date(1990, 1, 1), datetime.date(2035, 12, 31)
_BODIES = (
    "Chính phủ",
    "Thủ tướng Chính phủ",
    "Bộ Chính trị",
    "Ban Bí thư Trung ương Đảng khóa XII",
    "Ủy ban nhân dân tỉnh",
    "UBND huyện",
    "Chủ tịch UBND thành phố",
    "Ban Thường vụ Tỉnh ủy",
    "Ban Dân vận Huyện ủy",
    "Bộ Văn hóa, Thể thao và Du lịch",
    "Sở Nội vụ",
)


def _unknown_groups() -> st.SearchStrategy[str]:
    letters = st.text(string.ascii_uppercase + "ĐƯ", min_size=2, max_size=10)
    return letters.filter(lambda g: canonical_group(g, first=False) == (g, None))


def document_numbers() -> st.SearchStrategy[DocumentNumber]:
    """Numbers of every style, blank serials and unknown bodies among them."""
    kinds = st.sampled_from(sorted(kind_abbreviations()))
    issuers = st.sampled_from(sorted(issuer_abbreviations()))
    body = st.lists(issuers | _unknown_groups(), min_size=1, max_size=3).map("-".join)
    administrative = st.builds("/{}-{}".format, kinds, body)
    party = st.builds("-{}/{}".format, kinds, body)
    letter = st.builds("/{}-{}".format, issuers, _unknown_groups())
    joint = st.builds("/{}/{}".format, st.sampled_from(["QCPH", "NQLT", "TTLT"]), body)
    congress = st.sampled_from(["-NQ/ĐH", "/NQ-ĐH", "-NQ/ĐHXII"])
    years = st.integers(1990, 2035)
    serials = st.integers(0, 99_999).map("{:02}".format)
    decimals = st.builds("{}.{}".format, st.integers(1, 99), st.integers(1, 99))
    letters = st.sampled_from("abcđ")
    plain = st.builds(
        DocumentNumber,
        serial=serials,
        letter=st.just("") | letters,
        symbol=administrative | party | letter | joint | congress,
    )
    normative = st.builds(
        DocumentNumber,
        serial=serials | decimals,
        year=years,
        symbol=administrative | st.sampled_from(_LEGISLATURES).map("/{}".format),
    )
    blank = st.builds(DocumentNumber, year=st.none() | years, symbol=administrative) | st.builds(
        DocumentNumber, symbol=party
    )
    return plain | normative | blank


def instrument_kinds() -> st.SearchStrategy[InstrumentKind]:
    """Every kind that danvan knows."""
    return st.sampled_from(all_kinds())


class WrittenCitation(NamedTuple):
    """A citation as it is written in a text, and what is to be read from it."""

    text: str
    kind: str
    number: DocumentNumber
    issued_on: PartialDate | None
    issuer: str | None


def _kind_for(number: DocumentNumber) -> str:
    kinds = kinds_of(number.kind_abbreviation or "")
    return kinds[0].name if kinds else "Công văn"


@st.composite
def written_citations(draw: st.DrawFn) -> WrittenCitation:
    """Full and short mentions, in the ways in which they are really written."""
    number = draw(document_numbers().filter(lambda n: bool(n.serial) and len(n.groups) > 1))
    kind = _kind_for(number)
    issuer = draw(st.none() | st.sampled_from(_BODIES))
    day = draw(st.none() | st.dates(_FIRST_DAY, _LAST_DAY))
    text = f"{kind} {draw(st.sampled_from(['số ', '']))}{number}"
    if day is not None:
        comma = draw(st.sampled_from(["", ","]))
        text += f"{comma} ngày {day.day:02}/{day.month}/{day.year}"
    if issuer is not None:
        text += f" của {issuer}"
    issued_on = PartialDate(year=day.year, month=day.month, day=day.day) if day else None
    return WrittenCitation(text, kind, number, issued_on, issuer)
