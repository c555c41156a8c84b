"""What stands before and after a word that is a body in one place and none in another."""

from __future__ import annotations

import re

from danvan.text import BREAK

# What a body does: "Thanh tra chủ trì".
_DOES = (
    "chủ trì|chủ động|phối hợp|tham mưu|có trách nhiệm|chịu trách nhiệm|tổng hợp|theo dõi|hướng dẫn"
    "|tăng cường|tổ chức|xây dựng|triển khai|thực hiện|căn cứ|báo cáo|rà soát|đẩy mạnh|chỉ đạo"
    "|tiếp tục|gửi|kịp thời|lập danh sách|lập kế hoạch|lập dự toán"
)
# What is done to a body, or with it: "Giao Thanh tra", "phối hợp với Công an".
_CHARGED = (
    "[Gg]iao|[Đđ]ề nghị|[Yy]êu cầu|với|cho|báo cáo|gửi|[Đđ]ối với|[Pp]hối hợp|[Cc]hỉ đạo|hướng dẫn"
    "|đôn đốc|cùng|tham mưu|qua|mời"
)
#: The beginning of a paragraph, a list item or a sentence, looking back.
BEGINS = re.compile(rf"(?:^|[{BREAK}\n]|[.):;•+*–-] |\($)$")
#: A word that charges the body that follows.
CHARGED = re.compile(rf"(?<!\w)(?:{_CHARGED}) (?:cho |tới |đến )?$")
#: A word before a body amid a clause.
OWNED = re.compile(r"(?<!\w)(?:của|do|tại|và|về) $")
#: What the body before it does.
DOES = re.compile(rf":| (?:{_DOES})(?!\w)")
#: When, why or through whom something is done with the body before it.
CHARGED_WITH = re.compile(r" (?:trước|để|theo|qua)(?!\w)")
#: The end of a clause, or a bracket.
ENDS = re.compile(rf"$|[{BREAK}\n]|[.;:)(]| ?\(")
#: Words before the name of a unit that make it a place.
SOMEWHERE = re.compile(
    r"(?<!\w)(?:địa bàn|tại|ở|từ|đến|xuống|trong|toàn|khu vực|giữa|vùng|cấp|hai|về|của|là|nhất là"
    r"|và|mỗi|từng|thuộc|nhiều|dân|số) (?:toàn |tất cả )?$",
    re.IGNORECASE,
)
#: Words before "Huyện" that make it a body.
TO = re.compile(
    r"(?<!\w)(?:về|cho|gửi|với|báo cáo|trình|đề nghị|kiến nghị|tham mưu|giúp) (?:cho )?$"
)
#: Words before "huyện" in small letters that make it a body.
REPORTED_TO = re.compile(r"(?:báo cáo|gửi)[^.;:]{0,40} về $")
#: What may follow "Huyện" where it is a body.
CLAUSE_GOES_ON = re.compile(
    r",| (?:và|theo|trước|để|qua|xem xét|phê duyệt|quyết định|tổng hợp)(?!\w)"
)
#: What joins two bodies.
JOINED = re.compile(r",? và |, |; |,? cùng(?: với)? ")
#: How far cues look back.
LOOK_BACK = 60
