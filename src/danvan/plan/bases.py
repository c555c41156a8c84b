"""Bases: the documents on which a preamble says that the plan rests (căn cứ ban hành)."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from danvan.text import BREAK

if TYPE_CHECKING:
    from danvan.instruments import Citation

# What may stand before a citation that is a basis of its own: an opening word, a mark, "và".
_OPENS = re.compile(
    r"(?:^|[.;:,(“\"])\s*(?:các\s+|số\s+)?$"
    r"|\b(?:và|cùng với|[Cc]ăn cứ|Thực hiện|Triển khai(?: thực hiện)?|"
    r"Tiếp tục (?:thực hiện|triển khai)(?: thực hiện)?|[Tt]heo(?: tinh thần)?|Thi hành|Chấp hành|"
    r"quy định tại|tinh thần|nội dung|Quán triệt|Trên cơ sở)\s*(?:các\s+|số\s+)?"
    r"(?:(?:điểm|khoản|Điều|điều|mục|Mục|Phần|phần|Chương)\s[\wđ.]{1,6},?\s){0,4}(?:của\s)?$"
)
# A citation inside the title of another: "Kế hoạch số ... về triển khai Chỉ thị số ...".
_NAMES_ITSELF = re.compile(r"\(\s*(?:sau đây|dưới đây)?\s*(?:gọi|viết)\s[^)]*$")


_SENTENCE = re.compile(r"[;.]\s|^\s*$")
# A paragraph that says at whose proposal, or quotes ("Tại Điều 2 ... quy định"), names no basis.
_PROPOSAL = re.compile(
    r"(?:Theo|Xét|Trên cơ sở) (?:đề nghị|đề xuất|Tờ trình|báo cáo|ý kiến)|Tại (?:điểm|khoản|Điều)\b"
)


def find_bases(text: str, citations: tuple[Citation, ...], start: int, end: int) -> list[int]:
    """The indexes of the citations in a range of the reading text that are bases.

    Each document counts once. A citation in the name or title of another is none: only one that an
    opening word, a mark or "và" leads in is, and after "và" only if the one before it is.
    """
    found: list[int] = []
    seen: set[str] = set()
    nested = False
    done = start
    for i, citation in enumerate(citations):
        extent = citation.extent
        if not start <= extent.start < end or extent.start < done:
            continue
        before = text[max(done, text.rfind(BREAK, start, extent.start) + 1) : extent.start]
        opened = _OPENS.search(before) is not None
        joined = before.rstrip().endswith(("và", ","))
        sentence = _SENTENCE.search(before) is not None
        is_basis = opened and not (joined and nested and not sentence)
        is_basis = is_basis and not _proposed(text, start, extent.start)
        key = str(citation.instrument.number or citation.instrument.name)
        if is_basis and not _NAMES_ITSELF.search(before) and key not in seen:
            found.append(i)
            seen.add(key)
        nested = not is_basis
        done = extent.end
    return found


def _proposed(text: str, start: int, at: int) -> bool:
    """Whether the paragraph says at whose proposal, not on which basis."""
    begin = max(start, text.rfind(BREAK, start, at) + 1)
    return _PROPOSAL.match(text, begin) is not None
