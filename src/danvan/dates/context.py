"""What stands around an expression: does it leave it a date?"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from danvan.dates.unit import Every, Unit

if TYPE_CHECKING:
    from danvan.dates.clause import Clause
    from danvan.dates.point import Point
    from danvan.dates.tokens import Stretch

# A number that goes on is no end of a date: "1/2/2023/NĐ", "30/4-A", "2020.5", "2020%".
_GOES_ON = re.compile(r"[^\W_]|_\w|[/\-–.][0-9]|[/\-–][A-ZĐ]|/[^\W\d_]|[ ]?%|,[0-9]{1,3}%|\+\w")
_WENT_ON = re.compile(r"(?:[^\W_][/.,\-–+_]|[0-9]:|[^\W_]|[/+_#=])\Z")
_FARTHEST = 72

# Behind these a day and month is a name, a number or a share: đường 3/2, đạt 17/19 tiêu chí.
_NAMED = re.compile(
    r"(?:đường|phố|số|nhà|ngõ|ngách|hẻm|kiệt|tỷ lệ|tỉ lệ|tỷ số|tỉ số|tỷ|đạt|khoản|điều|điểm|mục|"
    r"quốc lộ|tỉnh lộ|lớp|tổ|phường|xã|sân vận động|công viên|quảng trường|bệnh viện|trường|thpt|"
    r"thcs|tiểu học|mầm non|cầu|chợ|khu|thửa|tờ|lô|block|chiếm|hơn|trên|dưới|gần|được|còn|quá|"
    r"nông trường|lâm trường|thôn|xóm|ấp|đội|đoàn|kênh|căn hộ|biển|xe|máy|nghị định|thông tư|"
    r"quyết định|chỉ thị|duong|pho|so nha|ty le|dat)[ :.]{0,2}\Z"
)
# Behind these even three numbers are no date.
_NUMBERED = re.compile(
    r"(?:số|phiên bản|bản|version|v|ip|mã|ký hiệu|văn bản|công văn|tài khoản|điện thoại|đt|tel|"
    r"fax)[ :.]{0,2}\Z"
)
# Behind these a day and month without a word of its own is a day; "chiều dài" and "tối thiểu" are
# words of measure.
_OCCASION = re.compile(
    r"(?<!\w)(?:ngày|dịp|lễ|kỷ niệm|kỉ niệm|mừng|quốc khánh|quốc tế|giải phóng|tết|mít tinh|"
    r"nghỉ|thành lập|truyền thống|chiến thắng|vào|hôm|sáng(?! (?:tạo|kiến|chế|lập|suốt|tác|ý))|"
    r"chiều(?! (?:dài|rộng|cao|sâu|ngang|dọc|hướng|chuộng))|"
    r"tối(?! (?:thiểu|đa|ưu|giản|cao|hậu|kỵ|tân|mật)))(?!\w)[^.;!?\n]*\Z"
)
_FORBIDDEN_BETWEEN = re.compile(r"(?:đạt|tỷ lệ|tỉ lệ|có|được|phiếu|với|trên|khoảng|hơn)(?!\w)")
# What is counted: behind these a fraction stands.
_COUNTED = re.compile(
    r"[ ](?:tổng|số|thành viên|đại biểu|[uủ][yỷ] viên|hộ|xã|thôn|huyện|phường|phiếu|tiêu chí|"
    r"chỉ tiêu|"
    r"dân|diện tích|nhân|quân|đảng|cán bộ|chi bộ|đơn vị|cơ quan|trường|kế hoạch|nhiệm vụ|người|"
    r"điểm|hồ sơ|lần|giờ|phần|sở|ban|tỉnh|cử tri|hội|mục|nội dung|tổ|khu|ấp|bản|tháng|"
    r"các|những|nhà|lớp|công|chương|dự án|giáo viên|học|quãng|thời gian|mức)(?!\w)"
)
_END = re.compile(r"[ ]?(?:\Z|[.,;:)\]\n\"”»\ufdd0]|[–-][ ])")
_OPENED = re.compile(r"(?:\A|[(\[:\n\"“«\ufdd0])[ ]?\Z")
_REPORTING = re.compile(
    r"(?:báo cáo|sơ kết|tổng kết|đánh giá|kiểm điểm|thống kê|tổng hợp|giao ban|kiểm tra|định kỳ|"
    r"bao cao|so ket|tong ket)[^.;\n\ufdd0]*\Z"
)
_EVENT_NAME = re.compile(r"(?:cách mạng|lương|cach mang|luong)[ ]\Z")
_DECADE = re.compile(r"(?:những|nhung|đầu những|cuối những)[ ]\Z")
_NAME_NAM = re.compile(r"(?:viet|mien|phia|ha|quang|tay|dong|nam|trung)[ ]\Z")


_ANNIVERSARY = re.compile(r"(?:kỷ niệm|kỉ niệm|ngày thành lập|năm ngày)(?!\w)[^.;\n]*\Z")


def names_anniversary(t: Stretch, clause: Clause) -> bool:
    """Whether a range is two days of one anniversary: "kỷ niệm … (27/7/1947 - 27/7/2022)"."""
    last = clause.to
    if last is None or clause.relation is not None or t.kind(clause.begin) == "từ":
        return False
    first = clause.points[0]
    if (first.day, first.month) != (last.day, last.month) or not (first.day and first.has_year):
        return False
    start = t.starts[clause.begin]
    return _ANNIVERSARY.search(t.low, max(0, start - 2 * _FARTHEST), start) is not None


def is_cut_short(t: Stretch, stop: int) -> bool:
    """Whether the text goes on right behind the last token, as a number or a symbol."""
    return _GOES_ON.match(t.text, t.ends[stop - 1]) is not None and t.kind(stop - 1) != ")"


def stands(t: Stretch, clause: Clause) -> bool:
    """Whether what stands around a reading leaves it an expression."""
    if clause.anchor_end is None and is_cut_short(t, clause.stop):
        return False
    start = t.starts[clause.begin]
    before = t.low[max(0, start - _FARTHEST) : start]
    if _begins_inside(t, clause, before):
        return False
    if clause.cycle is not None and not clause.points and clause.relation is None:
        return _is_real_cycle(t, clause, before)
    if clause.points and not _is_real_date(t, clause, before):
        return False
    return not t.bare or _is_real_without_marks(t, clause)


def _begins_inside(t: Stretch, clause: Clause, before: str) -> bool:
    """Whether the first token is the tail of a word, number or symbol."""
    if not before:
        return False
    if t.kind(clause.begin) in {"n", "t", "q"}:
        return _WENT_ON.search(before) is not None
    return before[-1].isalpha() or before[-1] == "/"


def _is_real_date(t: Stretch, clause: Clause, before: str) -> bool:
    points = [*clause.points, *([clause.to] if clause.to else [])]
    first = points[0]
    if first.unit is Unit.MONTH and not first.has_year and _EVENT_NAME.search(before):
        return False
    if (
        first.unit is Unit.YEAR and len(points) == 1 and first.year is not None
        and first.year % 10 == 0 and t.kind(clause.begin) == "năm" and _DECADE.search(before)
    ):  # fmt: skip
        return False
    if t.kind(clause.begin) == "n" and first.unit is Unit.DAY:
        if first.loose and _NAMED.search(before):
            return False
        if t.kind(clause.begin + 1) in {"/", "-", "."} and _NUMBERED.search(before):
            return False
    if not all(p.loose for p in points):
        return True
    return _is_loose_date(t, clause, before)


def _is_loose_date(t: Stretch, clause: Clause, before: str) -> bool:
    """Whether "30/4", "9/2024" without a word of its own is a date here.

    A proper fraction with something counted behind it is none; a relation, an occasion or an
    isolated place makes it one.
    """
    first = clause.points[0]
    end = t.ends[clause.stop - 1]
    gathered = t.low.startswith((" các", " những"), end)
    counted = _COUNTED.match(t.low, end) is not None
    bounded = clause.relation is not None or t.kind(clause.begin) == "từ"
    if first.unit is Unit.MONTH:
        return (bounded or clause.to is not None) and (not counted or gathered)
    if not all(_can_be(p) for p in clause.points):
        return False
    ended = _END.match(t.low, end) is not None
    if bounded:
        if t.word(clause.begin).startswith("không quá"):
            return (first.day or 0) > 12 and not counted
        fraction = _may_be_fraction(t, clause)
        return (not fraction and (not counted or gathered)) or (ended and not counted)
    occasion = _OCCASION.search(before)
    if occasion and not _FORBIDDEN_BETWEEN.search(occasion.group()):
        return not counted or gathered or (first.day or 0) > 12
    if clause.cycle is not None or len(clause.points) > 1 or clause.to is not None:
        return (ended or clause.cycle is not None) and not counted
    return (first.day or 0) > 12 and ended and _OPENED.search(before) is not None


def _can_be(point: Point) -> bool:
    """Whether two numbers can be a day and a month, and are not 24/7."""
    day, month = point.day or 0, point.month or 0
    return 1 <= day <= 31 and 1 <= month <= 12 and (day, month) != (24, 7)


def _may_be_fraction(t: Stretch, clause: Clause) -> bool:
    """Whether the numbers may be a share: smaller by larger, and no zero before either."""
    points = [*clause.points, *([clause.to] if clause.to else [])]
    padded = any(t.word(i)[:1] == "0" for i in range(clause.begin, clause.stop))
    return not padded and any((p.day or 0) < (p.month or 0) <= 10 for p in points)


def _is_real_cycle(t: Stretch, clause: Clause, before: str) -> bool:
    """Whether words such as "06 tháng, năm" are a cycle: they need a word of reporting before."""
    cycle = clause.cycle
    kind = t.kind(clause.begin)
    if t.kind(clause.begin - 1) == "hạn" or before.endswith("tối đa "):
        return False  # "không quá 02 lần/năm" allows, it does not plan
    if cycle is None or kind in {"hằng", "hàng", "cứ", "định kỳ", "thường niên", "ít nhất"}:
        return not t.bare or _is_real_without_marks(t, clause)
    if cycle.continuous and cycle.every is None:
        end = t.ends[clause.stop - 1]
        alone = _END.match(t.low, end) is not None and t.low[end : end + 1] != ","
        return alone and (not before.strip() or before.rstrip().endswith(":"))
    if not cycle.items:
        return True
    if any(t.kind(i) in {"hằng", "hàng"} for i in range(clause.begin, clause.stop)):
        return True
    if all(item.every in {Every.DAY, Every.WEEK} for item in cycle.items):
        return False
    return _REPORTING.search(before) is not None


def _is_real_without_marks(t: Stretch, clause: Clause) -> bool:
    """Whether words without diacritics are what they would be with them.

    They are where the words around have none either, or where day, month and year stand together.
    """
    bare = [i for i in range(clause.begin, clause.stop) if i in t.bare]
    if not bare:
        return True
    start, end = t.starts[clause.begin], t.ends[clause.stop - 1]
    words = [t.word(i) for i in bare]
    if "thang" in words and ("ngay" in words or "nam" in words) and clause.points:
        return True
    whole = all(p.has_year for p in clause.points)
    if clause.points and whole and ("ngay" in words or {"quy", "nam"} <= set(words)):
        return True
    if words[0] == "dinh ky":
        return True
    for i in bare:
        if t.word(i) == "nam" and (
            (t.text[t.starts[i]] == "N" and not t.text[t.starts[i] : t.ends[i]].isupper()
            and t.starts[i] > 0 and t.text[t.starts[i] - 2 : t.starts[i]] not in {". ", "- "})
            or _NAME_NAM.search(t.low[max(0, t.starts[i] - 8) : t.starts[i]])
        ):  # fmt: skip
            return False
    return t.text[max(0, start - 48) : end + 48].isascii()
