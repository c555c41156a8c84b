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
    r"(?:ban|báo|bảo hiểm|bảo tàng|bệnh viện|bí thư|bộ phận|bộ|bưu điện|cán bộ|câu lạc bộ|chi|"
    r"chánh|chủ nhiệm|chủ tịch|chuyên viên|công an|công chức|công đoàn|công ty|cơ quan|cơ sở|cục|"
    r"doanh nghiệp|đài|đại diện|đảng|điện lực|đoàn|đội|đồn|đơn vị|đồng chí|giám đốc|giáo viên|hạt|"
    r"hai (?:bên|đơn vị|cơ quan|ngành)|các bên|hiệp hội|hiệu trưởng|hộ|hội|hợp tác xã|huyện|"
    r"kế toán|khoa|khối|khu|kho bạc|kho|lãnh đạo|liên|lực lượng|mặt trận|ngân hàng|nghiệp đoàn|"
    r"người (?:có uy tín|đứng đầu|phụ trách|phát ngôn)|nhà|nhân viên|nhóm|phó|phòng|quỹ|quân y|"
    r"sở|thanh tra|thành đoàn|thành viên|thị|thủ thư|thủ trưởng|thư ký|tỉnh|tòa|toà|tổ|tổng|trạm|"
    r"trung tâm|trưởng|trường|ủy ban|uỷ ban|ủy viên|uỷ viên|văn phòng|văn thư|vận động viên|viện|"
    r"viên chức|vụ|xã|phường|xí nghiệp|y tế|y sĩ|đặc khu|cảnh sát|bộ đội|kiểm lâm|thường trực|"
    r"viettel|vnpt|mobifone|agribank|evn)\b",
    re.IGNORECASE,
)
# What begins alike and is no body: "Phòng ngừa", "Ban hành", "Hội nghị", "Bộ tiêu chí".
_NO_BODY = re.compile(
    r"(?:ban hành|báo cáo|bảo hiểm (?:y tế|thất nghiệp)|bộ (?:tiêu chí|chỉ số|thủ tục|câu hỏi|"
    r"tài liệu)|chi (?:phí|trả|tiêu|cho|ngân sách)|chi tiết|cơ sở (?:vật chất|dữ liệu|pháp lý|hạ)|"
    r"công an nhân dân|đài thọ|đoàn kết|hội (?:nghị|thảo|thi|chợ|diễn|họp|nhập)|hộ tịch|khu vực|"
    r"khối lượng|liên (?:kết|thông|hệ|quan)|nhà (?:ở|nước|văn hóa)|phòng(?: ngừa|,? chống| bệnh|"
    r" cháy)|phó mặc|quỹ đất|tổ chức(?! (?:đảng|chính|đoàn|xã|công|thành|cơ))|tổng (?:hợp|kết|số|"
    r"kinh)|trường hợp|trưởng thành|văn phòng phẩm|viện (?:dẫn|phí)|vụ (?:việc|án)|xã hội|"
    r"thường trực (?:24|sẵn)|trung tâm của|hàng|thị trường|chủ tịch nước|đại diện cho)\b",
    re.IGNORECASE,
)
# These alone are verbs, or name no one.
_ALONE = re.compile(r"lãnh đạo|đại diện|thường trực|người phụ trách|[^\W\d_]{1,7}", re.IGNORECASE)
_NAMES_ALONE = frozenset({"đoàn", "đội", "tổ", "hội", "ban", "văn thư"})
_CLASS = re.compile(r"(?:tất cả |toàn thể )?(?:các|những|mỗi|từng) ", re.IGNORECASE)
_JOINT = re.compile(r"[,;] (?:và )?| và ")
# A body of a list may begin with a small letter; the parts of one name do not.
_NEXT = re.compile(
    r"(?:các|cán bộ|chuyên viên|công chức|đồng chí|lãnh đạo|người có uy tín|nhân viên|trưởng|"
    r"thành viên) "
)


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
    for name in _pieces(text):
        bare = _CLASS.sub("", name, count=1)
        begins = _BEGINS.match(bare) and not _NO_BODY.match(bare) and not _is_alone(bare)
        if found and not begins:
            joint = heading[heading.find(found[-1].name) + len(found[-1].name) :]
            between = joint[: joint.find(name)]
            found[-1] = Agency(f"{found[-1].name}{between}{name}")
        elif begins:
            found.append(_agency(name))
        else:
            return []
    return found


def _pieces(text: str) -> list[str]:
    """A list cut where a capital or the noun of a body follows a joint."""
    pieces, begin = [], 0
    for joint in _JOINT.finditer(text):
        after = joint.end()
        if text[after : after + 1].isupper() or _NEXT.match(text, after):
            pieces.append(text[begin : joint.start()].strip())
            begin = after
    return [*pieces, text[begin:].strip()]


def _is_alone(name: str) -> bool:
    return _ALONE.fullmatch(name) is not None and name.lower() not in _NAMES_ALONE


def _agency(name: str) -> Agency:
    try:
        return Agency.parse(name)
    except ParseError:
        return Agency(name, collective=_CLASS.match(name) is not None)
