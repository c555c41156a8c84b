"""Family S: words and marks within paragraphs (chính tả, dấu câu)."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

from danvan import units
from danvan.checks.catalogue import checks
from danvan.checks.rule import Fault
from danvan.findings import Edit
from danvan.instruments import kinds_of
from danvan.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from danvan.checks.case import Case

# Words that no Vietnamese writes twice on purpose (as "dần dần", "ngày ngày" are).
_SINGLE = (
    "với|của|và|các|những|được|trong|cho|tại|về|theo|để|là|có|đã|sẽ|phải|không|từ khi|đến|do|bằng|"
    "trên|dưới|trước|sau|việc|sự|này|đó|thực hiện|tổ chức|triển khai|phối hợp|công tác|xây dựng|"
    "báo cáo|kiểm tra|đơn vị|cơ quan|kế hoạch|nội dung|nhiệm vụ|đồng thời|tiếp tục|tăng cường|"
    "nâng cao|thường xuyên|kịp thời|căn cứ|chỉ đạo|hướng dẫn|tuyên truyền|ban hành|quy định"
)
_DOUBLED = re.compile(rf"(?<!\w)({_SINGLE})\s+\1(?!\w)", re.IGNORECASE)
# Both words belong to something: "trước, trong và sau", "việc có có" are told by the marks between.
_OPEN, _CLOSE, _STRAIGHT = "“", "”", '"'
_SPACE_BEFORE = re.compile(r"(?<=[\w)”\"])[ \t]+(?=[.,;:](?:\s|$))")
_YEAR = re.compile(r"(?:19|20)\d\d")
_ONE_SIDED = re.compile(r"(?<!\d)(?:19|20)\d\d(?:[ \t]+[-–]|[-–][ \t]+)(?:19|20)\d\d(?!\d)")
# Verbs with which duties begin; after a semicolon other capitals may be those of names.
_CAPITAL = re.compile(
    r"(?<=;)\s+(?:Tiếp|Thực\s+hiện|Triển|Tăng|Đẩy|Nâng|Phối|Thường\s+xuyên|Kịp|Chủ\s+động|Xây|Rà|"
    r"Tham\s+mưu|Tuyên\s+truyền|Kiểm\s+tra|Bảo\s+đảm|Đảm|Phát\s+(?:huy|hiện)|Quán|Giải\s+quyết|"
    r"Khắc|Đồng\s+thời|Góp|Tạo|Phấn|Theo\s+dõi|Chú|Quan\s+tâm|Củng|Đôn)(?=\s)"
)
_ABBREVIATION = re.compile(
    r"(?<![\w/.&-])[A-ZĐƯÔ][A-ZĐƯÔ]{2,7}(?![\w/&-]|\.[A-ZĐ])|(?<![\w/.-])BQL[A-Z]{0,4}(?!\w)"
)
# Where the tone of oa, oe, uy stands in open syllables: "hòa", "Ủy", or "hoà", "Uỷ".
_TONES = (
    re.compile(r"[òóỏõọÒÓỎÕỌ][aeAE](?![^\W\d_])|(?<![qQ])[ùúủũụÙÚỦŨỤ][yY](?![^\W\d_])"),
    re.compile(r"[oO][àáảãạèéẻẽẹÀÁẢÃẠÈÉẺẼẸ](?![^\W\d_])|(?<![qQ])[uU][ỳýỷỹỵỲÝỶỸỴ](?![^\W\d_])"),
)
_TONE_MARKS = frozenset("\u0300\u0301\u0303\u0309\u0323")
_WRITTEN_OUT = r"\(\s*(?:gọi tắt là|viết tắt là|sau đây gọi (?:tắt )?là)?\s*[“\"]?{}\b"


@checks("S116")
def doubled_word(case: Case) -> Iterator[Fault]:
    """A word stands twice where once is meant."""
    for text, span in case.texts:
        if not _DOUBLED.search(text):
            continue
        for at in case.search_all(_DOUBLED, span):
            word = " ".join(at.of(case.text).split())
            yield Fault(
                span=at,
                message=f"Từ bị lặp: “{word}”",
                message_en=f"A word is doubled: “{word}”",
            )


@checks("S117")
def quotation_unbalanced(case: Case) -> Iterator[Fault]:
    """A quotation opens and does not close within its paragraph, or closes without opening."""
    for text, span in case.texts:
        if text.count(_OPEN) == text.count(_CLOSE):
            continue
        mark = _OPEN if text.count(_OPEN) > text.count(_CLOSE) else _CLOSE
        at = _unmatched(text, mark)
        place = _nth(case, mark, text[: at + 1].count(mark), span)
        yield Fault(
            span=place,
            message=f"Dấu ngoặc kép {mark} không có dấu đi đôi",
            message_en=f"The quotation mark {mark} has no partner",
        )


def _unmatched(text: str, mark: str) -> int:
    """Where the first quotation mark of a kind without a partner stands."""
    opened: list[int] = []
    for i, c in enumerate(text):
        if c == _OPEN:
            opened.append(i)
        elif c == _CLOSE and opened:
            opened.pop()
        elif c == _CLOSE and mark == _CLOSE:
            return i
    return opened[0] if opened else text.index(mark)


def _nth(case: Case, mark: str, number: int, within: Span) -> Span:
    """Where a mark stands for the n-th time in a stretch of the text."""
    places = list(case.search_all(re.compile(mark), within))
    return places[min(number, len(places)) - 1] if places else within


@checks("S118")
def abbreviation_unexpanded(case: Case) -> Iterator[Fault]:
    """Letters stand for a name that the document never writes out."""
    whole = Span(0, len(case.text))
    seen: set[str] = set()
    for paragraph in case.paragraphs:
        if paragraph.text.isupper():
            continue
        for match in _ABBREVIATION.finditer(paragraph.text):
            letters = match.group()
            if letters in seen or _is_common(letters):
                continue
            seen.add(letters)
            written_out = re.compile(_WRITTEN_OUT.format(re.escape(letters)), re.IGNORECASE)
            if case.search(written_out, whole) is not None:
                continue
            yield Fault(
                span=case.search(re.compile(re.escape(letters)), paragraph.span),
                message=f"Chữ viết tắt {letters} không được viết đủ ở lần đầu",
                message_en=f"The abbreviation {letters} is not written out",
            )


def _is_common(letters: str) -> bool:
    """Whether letters are a numeral, or stand for a body or a kind that everybody knows."""
    roman = not set(letters) - set("IVXLC")
    return roman or bool(kinds_of(letters)) or bool(units.find_agencies(letters))


@checks("S119")
def space_before_mark(case: Case) -> Iterator[Fault]:
    """A space stands before a mark of punctuation."""
    for _, span in case.texts:
        for at in case.search_all(_SPACE_BEFORE, span):
            yield Fault(
                span=Span(at.start, at.end + 1),
                message="Có khoảng trắng trước dấu câu",
                message_en="A space stands before a mark of punctuation",
                edits=(Edit(at, ""),),
            )


@checks("S122")
def capital_after_semicolon(case: Case) -> Iterator[Fault]:
    """A clause after a semicolon begins with a capital, and its second word has none."""
    for paragraph in case.paragraphs:
        for at in case.search_all(_CAPITAL, paragraph.span):
            printed = at.of(case.text)
            word = Span(at.start + len(printed) - len(printed.lstrip()), at.end)
            yield Fault(
                span=word,
                message=f"Sau dấu chấm phẩy viết hoa: {word.of(case.text)}",
                message_en=f"A capital follows a semicolon: {word.of(case.text)}",
            )


@checks("S128")
def quotation_marks_uneven(case: Case) -> Iterator[Fault]:
    """Some quotations have straight marks and some have curly ones."""
    straight = [span for text, span in case.texts if _STRAIGHT in text]
    if straight and any(_OPEN in text for text, _ in case.texts):
        yield Fault(
            span=case.search(re.compile(_STRAIGHT), straight[0]),
            message='Dấu ngoặc kép viết theo hai kiểu: “ ” và "',
            message_en='Quotation marks are of two kinds: “ ” and "',
        )


@checks("S129")
def range_spaced_on_one_side(case: Case) -> Iterator[Fault]:
    """A dash between two years has a space on one side only."""
    for _, span in case.texts:
        for at in case.search_all(_ONE_SIDED, span):
            printed = " ".join(at.of(case.text).split())
            first, last = _YEAR.findall(printed)
            dash = next(c for c in printed if c in "-–")
            yield Fault(
                span=at,
                message=f"Khoảng trắng quanh dấu nối không đều: {printed}",
                message_en="The dash of a range has a space on one side only",
                edits=(Edit(at, f"{first} {dash} {last}"),),
            )


@checks("S131")
def tone_placement_uneven(case: Case) -> Iterator[Fault]:
    """Some tones stand on the first vowel and some on the second; the fewer are told of."""
    whole = Span(0, len(case.text))
    first, second = (tuple(case.search_all(pattern, whole)) for pattern in _TONES)
    if not first or not second:
        return
    fewer = min(first, second, key=len)
    told = _composed(fewer[0].of(case.text))
    yield Fault(
        span=fewer[0],
        related=fewer[1:],
        message=f"Dấu thanh đặt theo hai kiểu: “{told}” và “{_moved(told)}”",
        message_en=f"Tones are placed in two ways: “{told}” and “{_moved(told)}”",
        edits=tuple(Edit(at, _moved(_composed(at.of(case.text)))) for at in fewer),
    )


def _composed(text: str) -> str:
    """The text with letters and marks in one."""
    return unicodedata.normalize("NFC", text)


def _moved(vowels: str) -> str:
    """Two vowels with the tone on the other one."""
    tones = [c for c in unicodedata.normalize("NFD", vowels) if c in _TONE_MARKS]
    one, other = (
        _composed("".join(c for c in unicodedata.normalize("NFD", v) if c not in _TONE_MARKS))
        for v in vowels
    )
    tone = "".join(tones)
    return _composed(one + other + tone) if one != vowels[0] else _composed(one + tone) + other
