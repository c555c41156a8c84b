"""Rules: which form binds a document, by its issuer and day (thể thức văn bản)."""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING

import attrs

from danvan.instruments import NumberStyle
from danvan.units import System

if TYPE_CHECKING:
    from danvan.dates import PartialDate
    from danvan.plan import Plan


@attrs.frozen(kw_only=True)
class Rules:
    """What a set of rules prescribes where the sets differ.

    ``motto`` stands right of the issuer, ``rule`` below a head; ``number`` goes before number and
    symbol; ``after_numeral`` after the Roman number of a part; ``item_end`` after a recipient;
    ``archive`` before where the document is kept.
    """

    name: str
    motto: tuple[str, ...]
    number: str
    after_numeral: str
    item_end: str
    archive: str
    rule: str


_STATE_MOTTO = ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc")

# Phụ lục I of NĐ 30/2020: mục II.1 (national title and motto), II.3 ("Số:"), II.5.d ("I."), II.9
# (";" after each recipient). TT 01/2011/TT-BNV, Điều 6, 8, 11 and 14, has the same.
ND30 = Rules(
    name="NĐ 30/2020/NĐ-CP",
    motto=_STATE_MOTTO,
    number="Số: ",
    after_numeral=". ",
    item_end=";",
    archive="Lưu: ",
    rule="-------",
)
TT01 = attrs.evolve(ND30, name="TT 01/2011/TT-BNV")
# HD 36-HD/VPTW: the Party's name right, a star below the issuer, "Số" without colon, "I-".
HD36 = Rules(
    name="HD 36-HD/VPTW",
    motto=("ĐẢNG CỘNG SẢN VIỆT NAM",),
    number="Số ",
    after_numeral="- ",
    item_end=",",
    archive="Lưu ",
    rule="*",
)
HD05 = attrs.evolve(HD36, name="HD 05-HD/VPTW")

_ND30_FROM = datetime.date(2020, 3, 5)
_HD05_FROM = datetime.date(2026, 5, 27)


def rules_of(plan: Plan) -> Rules:
    r"""The rules that bind the issuer on the day of issue; those in force now where it is unknown.

    The Party's rules bind its bodies; what they issue together with a body of the state has the
    form of the state (NĐ 30/2020, Điều 2: political organisations apply it as appropriate).

    >>> from danvan.plan import parse
    >>> rules_of(parse("HUYỆN ỦY AN SƠN\n*\nSố 12-KH/HU\nKẾ HOẠCH")).name
    'HD 05-HD/VPTW'
    """
    day = _day(plan.issued_on)
    if _is_of_the_party(plan):
        return HD36 if day is not None and day < _HD05_FROM else HD05
    return TT01 if day is not None and day < _ND30_FROM else ND30


def _is_of_the_party(plan: Plan) -> bool:
    systems = {issuer.system for issuer in plan.issuers}
    if systems - {None}:
        return systems == {System.PARTY}
    return plan.number is not None and plan.number.style is NumberStyle.PARTY


def _day(day: PartialDate | None) -> datetime.date | None:
    return None if day is None else day.earliest
