"""Forms: the fixed lines of heads and closings, each with its rule (thể thức văn bản)."""

from __future__ import annotations

import re

# NĐ 30/2020, Phụ lục I: national title and motto, or the Party's name (HD 36-HD/VPTW).
# Two columns on one line stand far apart; what is left blank in "Số:    /KH" or "ngày    tháng"
# begins no column.
WIDE_GAP = re.compile(r" {3,}(?=[A-ZĐÀ-Ỹ(*\[])")
MOTTO = re.compile(
    r"[CVĐD](?:(?<=C)[ỘÔO]NG\s+H(?:ÒA|OÀ|ÓA|OA)\s+X[ÃA]\s+H[ỘÔO]I\s+CH[ỦU]"
    r"|(?<=V)I[ỆÊ]T\s+NAM\s+DÂN\s+CHỦ\s+CỘNG|(?<=[ĐD])[ỘộOo][Cc]\s+[Ll][ẬậAa][Pp]\s*[-–]"
    r"|(?<=[ĐD])[ẢA]NG\s+C[ỘO]NG\s+S[ẢA]N\s+VI[ỆE]T\s+NAM)"
)
NUMBER_LINE = re.compile(r"S[ốÔỐo](?:\s*:|\s*(?=[\d./_…-])|$)(?!\s*hiệu)", re.IGNORECASE)
PLACE_LINE = re.compile(
    r"(?P<place>[^\W\d_][^,:;|\n]{1,48}?)\s?,\s*(?P<day>[Nn]\s?g[àa]y\b.*|th[áa]ng\s.*\bn[ăa]m\b.*)"
)
DRAFT = re.compile(r"\(?\[?\s*(?:BẢN\s+|Bản\s+)?(?:DỰ\s+THẢO|Dự\s+thảo|dự\s+thảo)\b")
URGENCY = re.compile(
    r"(?:HỎA\s+TỐC|HOẢ\s+TỐC|THƯỢNG\s+KHẨN|KHẨN|Hỏa tốc|Thượng khẩn|Khẩn)\b(?!\s+[a-zđ])"
)
SECRECY = re.compile(r"(?:TUYỆT\s+MẬT|TỐI\s+MẬT|MẬT|Tuyệt mật|Tối mật|Mật)$")
BODY_NAME = re.compile(
    r"(?:[UỦ][YỶ]\s+BAN|UBND|BCH|BTV|BCĐ|BCHQS|UBMTTQ|U[BỶ]\s*MTTQ|HỘI|HĐND|SỞ|PHÒNG|BAN|BỘ|CHÍNH\s+PHỦ|THỦ\s+TƯỚNG|TỈNH|THÀNH|"
    r"HUYỆN|QUẬN|THỊ|XÃ|PHƯỜNG|ĐẶC\s+KHU|ĐẢNG|CHI|TRƯỜNG|CÔNG\s+AN|CỤC|TỔNG|VĂN\s+PHÒNG|MẶT\s+TRẬN|LIÊN|"
    r"ĐOÀN|TRUNG\s+TÂM|TÒA|TOÀ|VIỆN|BỆNH|THANH\s+TRA|ĐẠI|HỌC|NGÂN|BẢO\s+HIỂM|KHO\s+BẠC|QUỐC\s+HỘI|KHỐI|CƠ\s+QUAN|"
    r"KIỂM|NHÀ|CÔNG\s+TY|TẬP\s+ĐOÀN|BÁO|ĐÀI|THÔN|TỔ|KHU|DANH)\b"
)

# What portals list of a document before its text: no letterhead begins above such a line.
LISTED = re.compile(
    r"(?:Số(?:\s*/\s*|\s+)?(?:ký\s+)?hiệu|Loại\s+văn\s+bản|Hình\s+thức\s+văn\s+bản|"
    r"(?:Nơi|Cơ\s+quan|Đơn\s+vị)\s+ban\s+hành|Người\s+ký(?:\s+duyệt)?|Chức\s+(?:vụ|danh)\s+người\s+ký|"
    r"Ngày\s+(?:ban\s+hành|ký|đăng|công\s+báo|có\s+hiệu\s+lực|hiệu\s+lực|hết\s+hiệu\s+lực)|"
    r"Trích\s+yếu|Lĩnh\s+vực|Tình\s+trạng(?:\s+hiệu\s+lực)?|Hiệu\s+lực|Thuộc\s+tính|Lượt\s+(?:xem|tải)|"
    r"(?:Tệp|File|Tập\s+tin)\s+(?:đính\s+kèm|nội\s+dung)|Nội\s+dung\s+toàn\s+văn)\b",
    re.IGNORECASE,
)

RECIPIENTS = re.compile(r"(?:[*+•-] ?)?N\s?[ơo]\s?i\s+nh\s?[ậâa]n\b", re.IGNORECASE)
# NĐ 30/2020, Điều 13, and the Party's T/M, K/T, T/L. "Q." goes before the post and is part of it.
AUTHORITY = re.compile(
    r"(?P<sign>T\s?/\s?M|K\s?/\s?T|T\s?/\s?L|TUQ|TUN|TM|KT|TL)\s?[./]?\s+(?=[A-ZĐÀ-Ỹ])"
    r"|(?P<dotted>TUQ|TUN|TM|KT|TL)\s?\.\s?(?=[A-ZĐÀ-Ỹ])"
)
POSITION = re.compile(
    r"(?:(?:Q\.\s?|QUYỀN\s+|PHÓ\s+|NGUYÊN\s+|ỦY\s+VIÊN\s+)*)"
    r"(?:CHỦ\s+TỊCH|CHỦ\s+NHIỆM|BÍ\s+THƯ|TRƯỞNG|GIÁM\s+ĐỐC|TỔNG\s+|HIỆU\s+TRƯỞNG|BỘ\s+TRƯỞNG|THỨ\s+TRƯỞNG|"
    r"THỦ\s+TƯỚNG|CHÁNH\s+|CỤC\s+TRƯỞNG|VIỆN\s+TRƯỞNG|CHỈ\s+HUY|CHÍNH\s+ỦY|ĐỘI\s+TRƯỞNG|THƯỜNG\s+TRỰC|"
    r"HIỆU\s+PHÓ|TỔ\s+TRƯỞNG|NGƯỜI\s+(?:LẬP|VIẾT|XÂY)|(?:PHÊ\s+)?DUYỆT\s+CỦA|ĐẠI\s+DIỆN|THỦ\s+TRƯỞNG|VỤ\s+TRƯỞNG|CHI\s+CỤC\s+TRƯỞNG)"
)
APPENDIX = re.compile(
    r"(?:PH[ỤU]\s+L[ỤU]C|Ph[ụu]\s+l[ụu]c|PHỤ\s+BIỂU|Phụ\s+biểu|BIỂU\s+MẪU)\b(?P<label>\s+(?:số\s+|SỐ\s+)?(?:[IVXLC]+|\d{1,2}|[A-Z])\b)?"
)
CARRIED = re.compile(r"\(\s?(?:Ban\s+hành\s+)?[Kk]èm\s+theo\b|\(\s?Ban\s+hành\s+theo\b")

# How a preamble opens (NĐ 30/2020, Phụ lục I, II.5.a: căn cứ; plans also open with their purpose).
OPENER = re.compile(
    r"(?:Căn\s+cứ|Thực\s+hiện|Triển\s+khai|Tiếp\s+tục|Để\s|Nhằm\s|Theo\s|Xét\s|Trên\s+cơ\s+sở|Thi\s+hành|Chấp\s+hành|"
    r"Quán\s+triệt|Hưởng\s+ứng|Phát\s+huy|Sau\s+khi|Tiếp\s+theo|Ngày\s+\d|Năm\s+\d|K[íi]nh\s+g[ửu]i)"
)
ISSUING_AUTHORITY = re.compile(
    r"(?:CHỦ\s+TỊCH|[UỦ][YỶ]\s+BAN|HỘI\s+ĐỒNG|GIÁM\s+ĐỐC|BỘ\s+TRƯỞNG|THỦ\s+TƯỚNG|BAN\s+|TRƯỞNG|CHÍNH\s+PHỦ|QUỐC\s+HỘI|HIỆU\s+TRƯỞNG|TỔNG\s+)"
)

# "H'Yên Niê", "K'Brơi": in names of the Highlands an apostrophe joins the first letter. A scan may
# set the last consonants of a syllable apart ("Đặ ng"): no word is without a vowel.
_SYLLABLE = r"[A-ZĐÀ-Ỹ](?:['’][A-ZĐÀ-Ỹ])?[a-zà-ỹđ]*(?: (?:ngh?|nh|ch|[nmctp])\b)?"
_PERSON = re.compile(
    r"(?:(?:TS|ThS|Ths|GS|PGS|BS|CN|KS|Đ/c|Đồng chí|Thiếu tướng|Đại tá|Thượng tá|Trung tá|Thiếu tá|"
    r"Đại úy|Thượng úy|Ông|Bà)[. ]{1,2}|[A-ZĐ][A-Za-zĐđ]{0,7}\. ?){0,4}"
    rf"(?:{_SYLLABLE}['’]?(?:\s+|\s?-\s?)){{1,5}}{_SYLLABLE}"
)


def is_person(text: str) -> bool:
    """Whether a line may be the name of a person: two to six capitalised words.

    >>> is_person("Lò Thị Hạnh"), is_person("Kế hoạch này"), is_person("Y Byă")
    (True, False, True)
    """
    return bool(_PERSON.fullmatch(text))
