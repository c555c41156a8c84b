"""The words that time expressions are made of, and the pattern that finds runs of them.

A word has a kind and a value. Kinds are what the grammar asks for; they are written here once.
"""

from __future__ import annotations

import re

from danvan.dates.unit import Part, PartOfDay, Relation
from danvan.text import without_marks

# kind -> value -> the forms, in lower case; several spellings are separated by "|".
_WORDS: dict[str, dict[object, str]] = {
    # units
    "ngày": {"day": "ngày"},
    "tháng": {"month": "tháng"},
    "năm": {"year": "năm"},
    "quý": {"quarter": "quý|qúy|quí"},
    "tuần": {"week": "tuần"},
    "giờ": {"hour": "giờ"},
    "phút": {"minute": "phút"},
    "lần": {"times": "lần|đợt"},
    "làm việc": {"": "làm việc"},
    # numerals (đọc số); năm is both a year and five, tư and sáu stand for bốn and 6
    "số": {
        0: "không", 1: "một|mốt", 2: "hai", 3: "ba", 4: "bốn|tư", 5: "lăm|nhăm",
        6: "sáu", 7: "bảy|bẩy", 8: "tám", 9: "chín",
    },
    "mười": {10: "mười"},
    "mươi": {10: "mươi"},
    "trăm": {100: "trăm"},
    "nghìn": {1000: "nghìn|ngàn"},
    "linh": {"": "linh|lẻ"},
    "la mã": {
        1: "i", 2: "ii", 3: "iii", 4: "iv", 5: "v", 6: "vi", 7: "vii", 8: "viii", 9: "ix",
        10: "x", 11: "xi", 12: "xii",
    },
    # days of the week; as ordinals, "thứ hai" is the second
    "thứ": {
        1: "thứ hai|thứ 2", 2: "thứ ba|thứ 3", 3: "thứ tư|thứ 4|thứ bốn", 4: "thứ năm|thứ 5",
        5: "thứ sáu|thứ 6", 6: "thứ bảy|thứ bẩy|thứ 7",
    },
    "chủ nhật": {7: "chủ nhật|chúa nhật"},
    "thứ nhất": {1: "thứ nhất|thứ 1|đầu tiên"},
    "buổi": {"": "buổi"},
    "sáng": {
        PartOfDay.MORNING: "sáng", PartOfDay.NOON: "trưa", PartOfDay.AFTERNOON: "chiều",
        PartOfDay.EVENING: "tối|đêm",
    },
    # the lunar calendar
    "mùng": {"": "mùng|mồng"},
    "rằm": {15: "rằm"},
    "giêng": {1: "giêng"},
    "chạp": {12: "chạp"},
    "tết": {"": "tết nguyên đán|tết âm lịch|tết"},
    "nhuận": {"": "nhuận"},
    "âm lịch": {"": "âm lịch|âl"},
    "dương lịch": {"": "dương lịch|dl"},
    # parts
    "đầu": {Part.BEGIN: "đầu", Part.MID: "giữa", Part.END: "cuối"},
    "cuối cùng": {-1: "cuối cùng"},
    "nửa": {"": "nửa"},
    "thượng tuần": {1: "thượng tuần", 2: "trung tuần", 3: "hạ tuần"},
    "cả": {"": "cả|suốt"},
    # relations
    "trước": {Relation.BEFORE: "trước"},
    "hạn": {
        Relation.BY: "chậm nhất|muộn nhất|trễ nhất|hạn cuối cùng|hạn cuối|hạn chót"
        "|thời hạn cuối cùng|thời hạn cuối|không quá|không muộn hơn|không chậm hơn"
        "|không trễ hơn|không chậm quá|không muộn quá|không trễ quá|không được chậm quá"
        "|không được muộn hơn|không được chậm hơn"
        "|hạn nộp|hạn gửi|hạn hoàn thành|hạn báo cáo|thời hạn hoàn thành"
        "|thời hạn báo cáo|thời hạn gửi|thời hạn nộp|thời hạn gửi báo cáo|thời gian hoàn thành",
    },
    "đến": {Relation.UNTIL: "đến|tới|cho đến|cho tới"},
    "hết": {"": "hết"},
    "từ": {Relation.FROM: "từ|kể từ|tính từ|bắt đầu từ"},
    "sau": {Relation.AFTER: "sau"},
    "trong": {Relation.DURING: "trong"},
    "xong": {"": "hoàn thành|xong|hoàn tất"},
    "thời hạn": {"": "thời hạn|thời gian|vòng|khoảng thời gian|khoảng"},
    "trở đi": {"": "trở đi|về sau|trở về sau"},
    "ít nhất": {True: "ít nhất|tối thiểu|không ít hơn", False: "tối đa"},
    "so với": {"": "so với"},
    "khi": {"": "khi"},
    "thời điểm": {"": "thời điểm"},
    # joints
    "là": {"": "là|vào|lúc|dịp"},
    "lễ": {"": "quốc khánh|lễ quốc khánh|ngày quốc khánh|đợt nghỉ lễ|kỳ nghỉ lễ|nghỉ lễ|đợt lễ|lễ"},
    "và": {"": "và|&|hoặc"},
    "của": {"": "của"},
    "các": {"": "các|những"},
    # cycles
    "hằng": {"": "hằng|mỗi"},
    "hàng": {"": "hàng"},
    "cứ": {"": "cứ"},
    "định kỳ": {"": "định kỳ|định kì"},
    "thường xuyên": {"": "thường xuyên"},
    "liên tục": {"": "liên tục"},
    "thường niên": {"": "thường niên"},
    "báo cáo": {"": "báo cáo|theo"},
    # long periods
    "giai đoạn": {"": "giai đoạn|thời kỳ|thời kì"},
    "nhiệm kỳ": {"": "nhiệm kỳ|nhiệm kì"},
    "năm học": {"": "năm học|niên khóa|niên khoá"},
    "học kỳ": {"": "học kỳ|học kì"},
    "tầm nhìn": {"tầm nhìn": "tầm nhìn", "định hướng": "định hướng"},
    # from the reference
    "này": {0: "này|nay", -1: "ngoái"},
    "tới": {1: "tiếp theo|kế tiếp|liền kề|liền sau|kế"},
    "qua": {-1: "qua"},
    "hôm": {0: "hôm nay", -1: "hôm qua", -2: "hôm kia", 1: "ngày mai", 2: "ngày kia|ngày mốt"},
}  # fmt: skip

_STEMS = ["giáp", "ất", "bính", "đinh", "mậu", "kỷ", "canh", "tân", "nhâm", "quý"]
_BRANCHES = ("tý|tí", "sửu", "dần", "mão|mẹo", "thìn", "tỵ|tị", "ngọ", "mùi", "thân", "dậu",
             "tuất", "hợi")  # fmt: skip

# Without diacritics a numeral cannot be told from a word of daily use (tu is tư, từ, tự, tù).
_NEVER_BARE = frozenset(
    {"số", "mười", "mươi", "trăm", "nghìn", "linh", "la mã", "cả", "cứ", "khi", "lễ"}
)


def year_name(cycle: int) -> str:
    """The name of a year by its place in the cycle of sixty (can chi), 0 for giáp tý.

    >>> year_name((2024 - 4) % 60)
    'giáp thìn'
    """
    return f"{_STEMS[cycle % 10]} {_BRANCHES[cycle % 12].partition('|')[0]}"


def _year_names() -> dict[str, int]:
    return {
        f"{_STEMS[cycle % 10]} {branch}": cycle
        for cycle in range(60)
        for branch in _BRANCHES[cycle % 12].split("|")
    }


#: form -> kind, value, whether the form lacks its diacritics
WORDS: dict[str, tuple[str, object, bool]] = {}


def _fill() -> None:
    for kind, values in _WORDS.items():
        for value, forms in values.items():
            for form in forms.split("|"):
                WORDS[form] = kind, value, False
    for name, cycle in _year_names().items():
        WORDS[name] = "can chi", cycle, False
    for form, (kind, value, _) in list(WORDS.items()):
        if kind not in _NEVER_BARE:
            WORDS.setdefault(without_marks(form), (kind, value, True))


_fill()


def branches(forms: list[str]) -> str:
    """A pattern that matches the longest of the forms, built as a tree of their letters."""
    tree: dict[str, list[str]] = {}
    for form in forms:
        tree.setdefault(form[:1], []).append(form[1:])
    parts = []
    for letter, rests in tree.items():
        if letter:
            parts.append((r"[ \n]" if letter == " " else re.escape(letter)) + branches(rests))
    ends_here = "" in tree
    if not parts:
        return ""
    body = parts[0] if len(parts) == 1 and not ends_here else f"(?:{'|'.join(parts)})"
    return f"{body}?" if ends_here else body
