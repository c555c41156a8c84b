"""Regions: which lines are head, title, body, closing and appendix (bố cục văn bản)."""

from __future__ import annotations

import enum
import re
from functools import cache

import attrs

from danvan.instruments import InstrumentKind, all_kinds, find_kind
from danvan.plan.lines import Line, LineKind
from danvan.plan.markers import Style, read_marker


class Region(enum.Enum):
    """The place of a line in the document."""

    METADATA = enum.auto()
    LETTERHEAD = enum.auto()
    TITLE = enum.auto()
    BODY = enum.auto()
    CLOSING = enum.auto()
    APPENDIX = enum.auto()


@attrs.frozen
class Title:
    """Where the name of the kind stands: line ``at``, whose first ``length`` characters are it."""

    at: int
    end: int
    length: int
    kind: InstrumentKind | None


@attrs.frozen
class Regions:
    """The lines of a document by their place: half-open ranges of line numbers.

    ``carrier`` is the document that carries this one, a decision with its own head and closing.
    """

    metadata: range
    letterhead: range
    title: Title | None
    body: range
    closing: range
    appendix: range
    carrier: Regions | None = None


# NĐ 30/2020, Phụ lục I: national title and motto, or the Party's name (HD 36-HD/VPTW).
MOTTO = re.compile(
    r"C[ỘÔ]NG\s+H(?:ÒA|OÀ|ÓA)\s+X[ÃA]\s+H[ỘÔ]I\s+CH[ỦU]|VI[ỆÊ]T\s+NAM\s+DÂN\s+CHỦ\s+CỘNG"
    r"|[ĐD][Ộộ][Cc]\s+[Ll][Ậậ][Pp]\s*[-–]|ĐẢNG\s+CỘNG\s+SẢN\s+VIỆT\s+NAM"
)
NUMBER_LINE = re.compile(r"S[ốÔỐ](?:\s*:|\s*(?=[\d./_…-])|$)(?!\s*hiệu)", re.IGNORECASE)
PLACE_LINE = re.compile(
    r"(?P<place>[^\W\d_][^,:;|\n]{1,48}?)\s?,\s*(?P<day>[Nn]\s?g[àa]y\b.*|tháng\s.*\bnăm\b.*)"
)
DRAFT = re.compile(r"\(?\[?\s*(?:BẢN\s+|Bản\s+)?(?:DỰ\s+THẢO|Dự\s+thảo|dự\s+thảo)\b")
URGENCY = re.compile(
    r"(?:HỎA\s+TỐC|HOẢ\s+TỐC|THƯỢNG\s+KHẨN|KHẨN|Hỏa tốc|Thượng khẩn|Khẩn)\b(?!\s+[a-zđ])"
)
SECRECY = re.compile(r"(?:TUYỆT\s+MẬT|TỐI\s+MẬT|MẬT|Tuyệt mật|Tối mật|Mật)$")
_BODY_NAME = re.compile(
    r"(?:[UỦ][YỶ]\s+BAN|UBND|UBMTTQ|U[BỶ]\s*MTTQ|HỘI|HĐND|SỞ|PHÒNG|BAN|BỘ|CHÍNH\s+PHỦ|THỦ\s+TƯỚNG|TỈNH|THÀNH|"
    r"HUYỆN|QUẬN|THỊ|XÃ|PHƯỜNG|ĐẶC\s+KHU|ĐẢNG|CHI|TRƯỜNG|CÔNG\s+AN|CỤC|TỔNG|VĂN\s+PHÒNG|MẶT\s+TRẬN|LIÊN|"
    r"ĐOÀN|TRUNG\s+TÂM|TÒA|TOÀ|VIỆN|BỆNH|THANH\s+TRA|ĐẠI|HỌC|NGÂN|BẢO\s+HIỂM|KHO\s+BẠC|QUỐC\s+HỘI|KHỐI|CƠ\s+QUAN|"
    r"KIỂM|NHÀ|CÔNG\s+TY|TẬP\s+ĐOÀN|BÁO|ĐÀI|THÔN|TỔ|KHU|DANH)\b"
)

RECIPIENTS = re.compile(r"N\s?[ơo]\s?i\s+nh\s?[ậâ]n\b", re.IGNORECASE)
AUTHORITY = re.compile(
    r"(?P<sign>T\s?/\s?M|K\s?/\s?T|T\s?/\s?L|TUQ|TUN|TM|KT|TL|Q)\s?[./]?\s+(?=[A-ZĐÀ-Ỹ])|(?P<dotted>TUQ|TUN|TM|KT|TL|Q)\s?\.\s?(?=[A-ZĐÀ-Ỹ])"
)
POSITION = re.compile(
    r"(?:(?:Q\.\s?|QUYỀN\s+|PHÓ\s+|NGUYÊN\s+|ỦY\s+VIÊN\s+)*)"
    r"(?:CHỦ\s+TỊCH|CHỦ\s+NHIỆM|BÍ\s+THƯ|TRƯỞNG|GIÁM\s+ĐỐC|TỔNG\s+|HIỆU\s+TRƯỞNG|BỘ\s+TRƯỞNG|THỨ\s+TRƯỞNG|"
    r"THỦ\s+TƯỚNG|CHÁNH\s+|CỤC\s+TRƯỞNG|VIỆN\s+TRƯỞNG|CHỈ\s+HUY|CHÍNH\s+ỦY|ĐỘI\s+TRƯỞNG|THƯỜNG\s+TRỰC|"
    r"HIỆU\s+PHÓ|TỔ\s+TRƯỞNG|ĐẠI\s+DIỆN|THỦ\s+TRƯỞNG|VỤ\s+TRƯỞNG|CHI\s+CỤC\s+TRƯỞNG)"
)
APPENDIX = re.compile(
    r"(?:PHỤ\s+LỤC|Phụ\s+lục|PHỤ\s+BIỂU|Phụ\s+biểu|BIỂU\s+MẪU)\b(?P<label>\s+(?:số\s+|SỐ\s+)?(?:[IVXLC]+|\d{1,2}|[A-Z])\b)?"
)
CARRIED = re.compile(r"\(\s?(?:Ban\s+hành\s+)?[Kk]èm\s+theo\b|\(\s?Ban\s+hành\s+theo\b")
_END_MARK = re.compile(r"\./?\.?/?\s*$")

# How a preamble opens (NĐ 30/2020, Phụ lục I, II.5.a: căn cứ; plans also open with their purpose).
OPENER = re.compile(
    r"(?:Căn\s+cứ|Thực\s+hiện|Triển\s+khai|Tiếp\s+tục|Để\s|Nhằm\s|Theo\s|Xét\s|Trên\s+cơ\s+sở|Thi\s+hành|Chấp\s+hành|"
    r"Quán\s+triệt|Hưởng\s+ứng|Phát\s+huy|Sau\s+khi|Tiếp\s+theo|Ngày\s+\d|Năm\s+\d|Kính\s+gửi)"
)
_ISSUING_AUTHORITY = re.compile(
    r"(?:CHỦ\s+TỊCH|[UỦ][YỶ]\s+BAN|HỘI\s+ĐỒNG|GIÁM\s+ĐỐC|BỘ\s+TRƯỞNG|THỦ\s+TƯỚNG|BAN\s+|TRƯỞNG|CHÍNH\s+PHỦ|QUỐC\s+HỘI|HIỆU\s+TRƯỞNG|TỔNG\s+)"
)
_FURTHEST_TITLE = 120
_FAMILIES = ("state", "party", "front", "normative")


@cache
def _kind_prefix() -> re.Pattern[str]:
    """The names of kinds in capitals, longest first, at the start of a line."""
    names = sorted(
        {k.name.upper() for k in all_kinds() if k.name != "Văn bản"}, key=len, reverse=True
    )
    alternatives = "|".join(r"\s+".join(map(re.escape, name.split())) for name in names)
    return re.compile(rf"(?:{alternatives})(?=$|[\s:*“\"(])")


def _spaced(text: str) -> str:
    """Letters set apart, "K Ế  H O Ạ C H", put together."""
    words = text.split()
    if len(words) > 3 and all(len(w) == 1 for w in words):
        groups = re.split(r"\s{2,}", text.strip())
        return " ".join(g.replace(" ", "") for g in groups)
    return text


def _title_at(line: Line) -> tuple[int, InstrumentKind] | None:
    """The length of the name of a kind at the start of a line in capitals, and the kind."""
    if line.kind is not LineKind.TEXT:
        return None
    text = line.text
    match = _kind_prefix().match(text)
    if match:
        rest = text[match.end() :].strip(" :")
        if not rest or rest[0] in '“"(' or rest.split()[0].isupper() or line.bold or line.hashes:
            kind = find_kind(match.group())
            return (match.end(), kind) if kind else None
        return None
    if len(text) > 40:
        return None
    together = _spaced(text)
    if together is not text or line.bold or line.hashes or text.istitle() or text[0].isupper():
        kind = find_kind(together.rstrip(" :*"))
        if kind and kind.name != "Văn bản" and (together is not text or len(text.split()) <= 4):
            return len(text), kind
    return None


def _find_title(lines: list[Line], begin: int, end: int) -> tuple[int, int, InstrumentKind] | None:
    """The line that names the kind.

    Below a motto or number it is the first one. Where there is no head, capitals come before other
    type: menus and lists of a web page also name kinds.
    """
    plain: tuple[int, int, InstrumentKind] | None = None
    capitals: tuple[int, int, InstrumentKind] | None = None
    headed = False
    for i in range(begin, min(end, begin + _FURTHEST_TITLE)):
        line = lines[i]
        text = line.text
        if text[0] in "IA" and _opens_outline(text) and (plain or capitals):
            break
        if not headed and _opens_head(line):
            headed = True
            capitals = plain = None
            continue
        found = _title_at(line)
        if found is None:
            continue
        length, kind = found
        if text[:length].isupper():
            capitals = capitals or (i, length, kind)
            if headed:
                break
        plain = plain or (i, length, kind)
    return capitals or plain


def _opens_head(line: Line) -> bool:
    """Whether a line or one of its cells has the motto or the document's own number."""
    return any(
        MOTTO.search(cell.text) or NUMBER_LINE.match(cell.text) for cell in line.cells or [line]
    )


def _opens_outline(text: str) -> bool:
    marker = read_marker(text)
    return (
        marker is not None
        and marker.style in {Style.ROMAN, Style.UPPER, Style.PART}
        and marker.label.rsplit(" ", 1)[-1] in {"I", "A"}
    )


def _looks_like_letterhead(line: Line) -> bool:
    text = line.text
    if line.kind is LineKind.TABLE:
        return any(_looks_like_letterhead(cell) for cell in line.cells if cell.text)
    if line.kind is not LineKind.TEXT:
        return False
    if MOTTO.search(text) or NUMBER_LINE.match(text) or DRAFT.match(text):
        return True
    if text.isupper():
        return bool(_BODY_NAME.match(text) or URGENCY.match(text) or SECRECY.match(text))
    place = PLACE_LINE.match(text)
    return bool(place and len(text) < 90)


def _subject_end(lines: list[Line], at: int, length: int, end: int) -> int:
    """The line after the last one of the title."""
    has_subject = bool(lines[at].text[length:].strip(" :"))
    first = lines[at]
    i = at + 1
    while i < end:
        line = lines[i]
        text = line.text
        if line.kind is not LineKind.TEXT:
            if line.kind is LineKind.RULE and not has_subject:
                i += 1
                continue
            break
        if CARRIED.match(text):
            i += 1
            continue
        if not has_subject:
            if _opens_outline(text) or text.startswith("Căn cứ"):
                break
            first, has_subject = line, True
            i += 1
            continue
        if not _continues_subject(first, lines[i - 1], line):
            break
        i += 1
    return i


def _continues_subject(first: Line, previous: Line, line: Line) -> bool:
    text = line.text
    if read_marker(text) and not text[0].islower():
        return False
    if first.text.isupper() and text.isupper():
        return not (
            line.gap and _ISSUING_AUTHORITY.match(text) and not previous.text.endswith((",", "-"))
        )
    if first.bold != line.bold or first.hashes != line.hashes:
        return False
    if text[0].islower() or text[0].isdigit():
        return not first.text.isupper() or not previous.text.endswith((".", ";", ":"))
    if first.bold and not line.gap:
        return not OPENER.match(text) or previous.text.endswith((",", "-"))
    ends = previous.text[-1:]
    return not first.bold and not line.gap and ends not in ".:;" and not OPENER.match(text)


def _closing_start(lines: list[Line], begin: int, end: int) -> int:
    """The first line of the closing: where the recipients or the signatures begin."""
    for i in range(begin, end):
        line = lines[i]
        cells = line.cells or [line]
        if not any(RECIPIENTS.match(c.text) for c in cells):
            continue
        if len(line.text) > 60 and not line.cells and not RECIPIENTS.match(line.text[:12]):
            continue
        start = i
        while start > begin and _signs(lines[start - 1]):
            start -= 1
        return _after_end_mark(lines, start, i)
    for i in range(begin, end):
        line = lines[i]
        cells = line.cells or [line]
        if any(_opens_signature(c.text) for c in cells):
            return i
    return end


def _opens_signature(text: str) -> bool:
    return text.isupper() and len(text) < 90 and bool(AUTHORITY.match(text) or POSITION.match(text))


def _signs(line: Line) -> bool:
    """Whether a line may stand in a signature block: capitals, or a person's name."""
    text = line.text
    if line.kind is LineKind.TABLE:
        return True
    if line.kind is not LineKind.TEXT or len(text) > 60 or text.endswith((".", ";", ":", ",")):
        return line.kind is not LineKind.TEXT
    return text.isupper() or is_person(text)


def _after_end_mark(lines: list[Line], start: int, noted: int) -> int:
    """Move past what still belongs to the body: furniture and lines before the first capitals."""
    while start < noted and not (
        lines[start].kind is LineKind.TABLE or _opens_signature(lines[start].text)
    ):
        start += 1
    return start


_PERSON = re.compile(
    r"(?:(?:TS|ThS|Ths|GS|PGS|BS|CN|KS|Đ/c|Đồng chí|Thiếu tướng|Đại tá|Thượng tá|Trung tá|Thiếu tá|Thượng úy|Đại úy|Ông|Bà)[. ]{1,2})*"
    r"(?:[A-ZĐÀ-Ỹ][a-zà-ỹđ]*['’]?(?:\s+|\s?-\s?)){1,5}[A-ZĐÀ-Ỹ][a-zà-ỹđ]*"
)


def is_person(text: str) -> bool:
    """Whether a line may be the name of a person: two to six capitalised words.

    >>> is_person("Lò Thị Hạnh"), is_person("Kế hoạch này"), is_person("Y Byă")
    (True, False, True)
    """
    return bool(_PERSON.fullmatch(text))


def _appendix_start(lines: list[Line], begin: int, end: int) -> int:
    for i in range(begin, end):
        line = lines[i]
        if line.kind is LineKind.TEXT and APPENDIX.match(line.text):
            title_like = line.text.isupper() or line.bold or line.hashes or len(line.text) < 24
            if title_like:
                return i
    return end


def find_regions(lines: list[Line]) -> Regions:
    """Where head, title, body, closing and appendix of a document are."""
    return _regions(lines, 0, len(lines))


def _regions(lines: list[Line], begin: int, end: int) -> Regions:
    found = _find_title(lines, begin, end)
    if found is None:
        return _untitled(lines, begin, end)
    at, length, kind = found
    letterhead = next((i for i in range(begin, at) if _looks_like_letterhead(lines[i])), at)
    title_end = _subject_end(lines, at, length, end)
    title = Title(at, title_end, length, kind)
    closing = _closing_start(lines, title_end, end)
    carried = _carried(lines, closing, end) if kind.name in {"Quyết định", "Nghị quyết"} else None
    if carried is not None:
        inner = _regions(lines, carried, end)
        carrier = Regions(
            range(begin, letterhead),
            range(letterhead, at),
            title,
            range(title_end, closing),
            range(closing, carried),
            range(carried, carried),
        )
        return attrs.evolve(inner, carrier=carrier)
    appendix = _appendix_start(lines, closing, end)
    return Regions(
        range(begin, letterhead),
        range(letterhead, at),
        title,
        range(title_end, closing),
        range(closing, appendix),
        range(appendix, end),
    )


def _carried(lines: list[Line], closing: int, end: int) -> int | None:
    """Where the document begins that a decision carries, if it carries one."""
    for i in range(closing + 1, end):
        found = _title_at(lines[i])
        if found and lines[i].text[: found[0]].isupper():
            title_end = _subject_end(lines, i, found[0], end)
            if any(CARRIED.search(line.text) for line in lines[i : min(title_end + 2, end)]):
                return i
    return None


_ABOUT = re.compile(r"V\s?/\s?v\b", re.IGNORECASE)
_ADDRESS = re.compile(r"Kính\s+gửi", re.IGNORECASE)


def _untitled(lines: list[Line], begin: int, end: int) -> Regions:
    """A letter (công văn) has no name of its kind; other texts have no head at all."""
    address = next(
        (i for i in range(begin, min(end, begin + 40)) if _ADDRESS.match(lines[i].text)), None
    )
    if address is None:
        body_start = begin
        while body_start < min(end, begin + 12) and _looks_like_letterhead(lines[body_start]):
            body_start += 1
        closing = _closing_start(lines, body_start, end) if body_start > begin else end
        return Regions(
            range(begin, begin),
            range(begin, body_start),
            None,
            range(body_start, closing),
            range(closing, end),
            range(end, end),
        )
    letterhead = next(
        (i for i in range(begin, address) if _looks_like_letterhead(lines[i])), address
    )
    closing = _closing_start(lines, address, end)
    appendix = _appendix_start(lines, closing, end)
    about = next((i for i in range(letterhead, address) if _ABOUT.match(lines[i].text)), None)
    kind = find_kind("Công văn")
    title = Title(address, address, 0, kind) if about is None else Title(about, about + 1, 0, kind)
    return Regions(
        range(begin, letterhead),
        range(letterhead, address),
        title,
        range(address, closing),
        range(closing, appendix),
        range(appendix, end),
    )
