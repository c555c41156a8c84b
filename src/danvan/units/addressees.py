"""Who is reported to by a word alone: "báo cáo về Sở", "trình Giám đốc", "gửi Ban Chỉ đạo"."""

from __future__ import annotations

import re

from danvan.span import Span
from danvan.units.agency import Agency, AgencyContext, AgencyKind, AgencyMention, System
from danvan.units.cues import CLAUSE_GOES_ON, ENDS, LOOK_BACK
from danvan.units.heads import posts_at
from danvan.units.unit import Level

# Words that are a body where something goes to it: kind, system, level.
_BODIES: dict[str, tuple[AgencyKind, System | None, Level | None]] = {
    "Sở": (AgencyKind.DEPARTMENT, System.STATE, Level.PROVINCE),
    "Bộ": (AgencyKind.MINISTRY, System.STATE, Level.CENTRAL),
    "Tổng cục": (AgencyKind.BUREAU, System.STATE, Level.CENTRAL),
    "Cục": (AgencyKind.BUREAU, System.STATE, None),
    "Chi cục": (AgencyKind.BUREAU, System.STATE, None),
    "Ban": (AgencyKind.BOARD, None, None),
    "Phòng": (AgencyKind.DIVISION, System.STATE, None),
    "Trung tâm": (AgencyKind.CENTRE, System.STATE, None),
    "Bệnh viện": (AgencyKind.HEALTH, System.STATE, None),
    "Trường": (AgencyKind.SCHOOL, System.STATE, None),
    "Viện": (AgencyKind.OTHER, System.STATE, None),
    "Công ty": (AgencyKind.ENTERPRISE, System.ENTERPRISE, None),
}
_BODY = re.compile(rf"(?:{'|'.join(_BODIES)})(?!\w)")
_HOLDERS = frozenset(
    ("Giám đốc", "Phó Giám đốc", "Tổng Giám đốc", "Hiệu trưởng", "Bộ trưởng", "Viện trưởng")
)
# What goes to it. "về" alone does not do: "quy định về Bộ".
_GOES = re.compile(
    r"(?<!\w)(?:(?:báo cáo|[Tt]rình|gửi|đề xuất|kiến nghị|tham mưu|phản ánh)(?: với| cho| lên| về)?"
    r"|(?:báo cáo|gửi|nộp|phản ánh|đăng ký|gửi báo cáo)[^.;:]{0,40} về) (?:đồng chí )?$",
    re.IGNORECASE,
)
_GOES_ON = re.compile(
    r" (?:bằng|hàng|hằng|định kỳ|mỗi|chậm nhất|muộn nhất|vào|trong|khi|nếu|kết quả|tiến độ|"
    r"tình hình|ký|ban hành|\d|chỉ đạo|cho ý kiến)(?!\w)"
)


def addressee_at(text: str, position: int, context: AgencyContext | None) -> AgencyMention | None:
    """A body or the holder of a post, named by a word alone, to whom something goes.

    "Sở" is the issuer where the issuer is such a body.
    """
    holder = posts_at(text, position)
    body = None if holder else _BODY.match(text, position)
    if holder and holder[0][0][2] in _HOLDERS and len(holder[0]) == 1:
        end = holder[1]
    elif body:
        end = body.end()
    else:
        return None
    if not (ENDS.match(text, end) or CLAUSE_GOES_ON.match(text, end) or _GOES_ON.match(text, end)):
        return None
    if not _GOES.search(text[max(0, position - LOOK_BACK) : position]):
        return None
    name = text[position:end]
    agency = Agency(name, post=name) if holder else _of_word(name, context)
    return AgencyMention(agency=agency, text=name, span=Span(position, end))


def _of_word(name: str, context: AgencyContext | None) -> Agency:
    kind, system, level = _BODIES[name]
    issuer = context.issuer if context else None
    if issuer is not None and issuer.kind is kind:
        return Agency(
            name,
            full_name=issuer.full_name,
            kind=kind,
            system=issuer.system,
            level=issuer.level,
            unit=issuer.unit,
        )
    return Agency(name, kind=kind, system=system, level=level)
