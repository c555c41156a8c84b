"""Headed: bodies that a heading names where the grammar of bodies does not know them.

In "Tổ chức thực hiện" a short heading that begins as the names of bodies do is one, whatever it is
called: a club, a company, a desk of the office.
"""

from __future__ import annotations

import re

from danvan.errors import ParseError
from danvan.units import Agency

_LONGEST = 120
# The words with which names of bodies and of those who hold a post begin.
_BEGINS = re.compile(
    r"(?:ban|bộ phận|bộ|cán bộ|câu lạc bộ|chi|chủ nhiệm|chủ tịch|công an|công chức|công đoàn|"
    r"công ty|cơ quan|cơ sở|cục|doanh nghiệp|đài|đảng|điện lực|đoàn|đội|đơn vị|đồng chí|giám đốc|"
    r"giáo viên|hạt|hiệp hội|hiệu trưởng|hội|hợp tác xã|huyện|kế toán|khoa|khối|khu|kho|lãnh đạo|"
    r"liên|lực lượng|mặt trận|ngân hàng|nhà|nhân viên|nhóm|phó|phòng|quỹ|sở|thanh tra|thành đoàn|"
    r"thành viên|thị|thủ trưởng|thư ký|tỉnh|tòa|tổ|tổng|trạm|trung tâm|trưởng|trường|ủy ban|"
    r"ủy viên|văn phòng|văn thư|viện|xã|phường|xí nghiệp|y tế|đặc khu|cảnh sát|bộ đội|kiểm lâm)\b",
    re.IGNORECASE,
)
_CLASS = re.compile(r"(?:tất cả |toàn thể )?(?:các|những|mỗi|từng) ", re.IGNORECASE)
_SPLIT = re.compile(r"[,;] (?=[A-ZĐÀ-Ỹ])| và (?=[A-ZĐÀ-Ỹ])")


def headed_bodies(heading: str) -> list[Agency]:
    """The bodies of a heading, as printed; none where it does not begin as their names do.

    >>> [a.name for a in headed_bodies("Câu lạc bộ Hưu trí, Ban Dân chủ:")]
    ['Câu lạc bộ Hưu trí', 'Ban Dân chủ']
    >>> headed_bodies("Công tác tuyên truyền")
    []
    """
    text = heading.strip(" .:;*")
    if not text or len(text) > _LONGEST or text.isupper():
        return []
    found: list[Agency] = []
    for piece in _SPLIT.split(text):
        name = piece.strip()
        begins = _BEGINS.match(_CLASS.sub("", name, count=1))
        if found and not begins:
            joint = heading[heading.find(found[-1].name) + len(found[-1].name) :]
            between = joint[: joint.find(name)]
            found[-1] = Agency(f"{found[-1].name}{between}{name}")
        elif begins:
            found.append(_agency(name))
        else:
            return []
    return found


def _agency(name: str) -> Agency:
    try:
        return Agency.parse(name)
    except ParseError:
        return Agency(name, collective=_CLASS.match(name) is not None)
