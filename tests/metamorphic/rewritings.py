"""The rewritings: each a function of a plan and its text, and what it hides."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from functools import cache, partial
from itertools import pairwise

import attrs

import danvan
from danvan.plan.model import Paragraph, PartKind, Plan, Section
from danvan.text import without_marks
from tests.metamorphic.flow import RUNNING, Lines, joined, paragraphs


@attrs.frozen
class Rewriting:
    """A rewriting: the new text, or None where the document has nothing to rewrite.

    ``hides`` matches the paths of what it takes away from the text.
    """

    name: str
    rewrite: Callable[[Plan], str | None]
    hides: re.Pattern[str] | None = None


@cache
def _on_one_line(text: str) -> Plan:
    """A document with each paragraph on one line, as it is read."""
    return danvan.parse(joined(danvan.parse(text)))


def _wrapped(plan: Plan, width: int, indent: str = "", between: str = "\n") -> str | None:
    anew = _on_one_line(plan.source.text)
    if _ran_together(anew):
        return None
    lines: list[str] = []
    changed = False
    for line, kind in Lines(anew.source.text, anew.parts):
        narrow = len(indent) + len(line.strip()) <= width
        if kind not in RUNNING or line.lstrip().startswith("|") or narrow:
            lines.append(indent + line if kind in RUNNING and line.strip() else line)
            continue
        changed = True
        lines.append(between.join(_filled(indent + line.strip(), width)))
    return "\n".join(lines) if changed else None


def _ran_together(plan: Plan) -> bool:
    """Whether lines hold several paragraphs: wrapped, there is no telling where these begin."""
    text = plan.source.text
    return any("\n" not in text[a.span.start : b.span.start] for a, b in pairwise(plan.sections))


_UNSEEN = re.compile(r"</?sup>|\*\*|__|\*(?=\S)|(?<=\S)\*|^#{1,6} ")


def _filled(text: str, width: int) -> list[str]:
    """The lines of a text, as wide as what is seen of them."""
    words = text.split()
    line = " " * (len(text) - len(text.lstrip())) + words[0]
    lines: list[str] = []
    for word in words[1:]:
        longer = f"{line} {word}"
        if len(_UNSEEN.sub("", longer)) > width:
            lines.append(line)
            line = word
        else:
            line = longer
    return [*lines, line]


_PAGE_EVERY = 1500
_WORD = re.compile(r"(?<=[^\s.;:!?…”*>|)]) (?=[^\W_]|\()")
_LINE_END = re.compile(r"(?<=[^\s.;:!?…”*>|)])[ \t]*(?:\r?\n[ \t]*)+(?=[^\W_]|\()")


def _page_breaks(plan: Plan, page: Callable[[int], str], fewest: int = 1) -> str | None:
    """Cuts paragraphs in two at every 1,500th character or so, inside a sentence.

    Where lines are wrapped, a page ends with a line. Notes stand at the end of a page.
    """
    text = plan.source.text
    cuts: list[tuple[int, int]] = []
    last = 0
    notes = {span for note in plan.footnotes for span in (note.span, *note.spans)}
    for span in sorted(set(paragraphs(plan)) - notes):
        if len(span) < 120 or "|" in span.of(text) or span.start < last:
            continue
        middle = max(span.start + 60, last + _PAGE_EVERY if cuts else 0)
        place = _LINE_END if "\n" in span.of(text).strip() else _WORD
        found = place.search(text, middle, span.end - 40)
        if found:
            cuts.append(found.span())
            last = found.end()
    pieces: list[str] = []
    done = 0
    for number, (start, end) in enumerate(cuts, 2):
        strong = "**" if text.count("**", text.rfind("\n\n", 0, start) + 1, start) % 2 else ""
        pieces += [text[done:start], strong, page(number), strong]
        done = end
    return "".join([*pieces, text[done:]]) if len(cuts) >= fewest else None


def _blank_lines_doubled(plan: Plan) -> str | None:
    return re.sub(r"\n[ \t]*\n", "\n\n\n", plan.source.text)


def _decomposed(plan: Plan) -> str | None:
    return unicodedata.normalize("NFD", plan.source.text)


def _crlf(plan: Plan) -> str | None:
    return plan.source.text.replace("\r\n", "\n").replace("\n", "\r\n")


def _runs_in(section: Section, text: str) -> bool:
    title, first = section.title_span, section.body[0] if section.body else None
    if title is None or not isinstance(first, Paragraph):
        return False
    return "\n" not in text[title.end : first.span.start]


_STRONG = re.compile(r"\*\*|__|(?<![\w*])\*(?=[^\s*])|(?<=[^\s*])\*(?![\w*])")


def _marks_off(plan: Plan) -> str | None:
    """Without marks, unless bold type alone parts a heading from the text on its line."""
    if any(_runs_in(section, plan.source.text) for section in plan.walk()):
        return None
    lines = []
    for line in plan.source.text.split("\n"):
        plain = re.sub(r"^(\s*)#{1,6} +", r"\1", line)
        bullet = re.match(r"\s*\* ?(?=[^\s*])|\s*\*$", plain)
        lines.append(
            plain if bullet and not plain.lstrip().startswith("**") else _STRONG.sub("", plain)
        )
    text = "\n".join(lines)
    return text if text != plan.source.text else None


def _marks_on(plan: Plan) -> str | None:
    """Heads, titles and headings in bold; those of the first level with hashes too."""
    if "**" in plan.source.text or "#" in plan.source.text:
        return None
    plan = _on_one_line(plan.source.text)
    text = plan.source.text
    first = {s.span.start for s in plan.sections if s.title_span is not None}
    lines = []
    begin = 0
    for line, kind in Lines(text, plan.parts):
        end = begin + len(line)
        strong = kind in {PartKind.TITLE, PartKind.HEADING} or (
            kind is PartKind.LETTERHEAD and line.isupper()
        )
        if strong and line.strip() and "|" not in line and "   " not in line.strip():
            hashes = "## " if any(begin <= at < end for at in first) else ""
            lines.append(f"{hashes}**{line.strip()}**")
        else:
            lines.append(line)
        begin = end + 1
    return "\n".join(lines)


def _bullets(plan: Plan, mark: str) -> str | None:
    text = plan.source.text
    pieces: list[str] = []
    done = 0
    items = (i for s in plan.walk() for i in s.body if isinstance(i, Paragraph))
    for item in sorted(items, key=lambda i: i.span):
        at = text.rfind(item.marker, done, item.span.start) if item.marker in {"-", "–"} else -1
        if at >= 0 and not text[at + 1 : item.span.start].strip(" *_\t"):
            pieces += [text[done:at], mark, " " if text[at + 1].isalnum() else ""]
            done = at + 1
    return "".join([*pieces, text[done:]]) if pieces else None


_LAYOUT_WORDS = re.compile(
    r"CỘNG H(?:ÒA|OÀ) XÃ HỘI CHỦ NGHĨA VIỆT NAM|Độc lập\s*[-–]\s*Tự do\s*[-–]\s*Hạnh phúc"
    r"|ĐẢNG CỘNG SẢN VIỆT NAM|\bSố(?=\s*:)|\bngày\b(?=.{1,12}tháng)|\btháng\b(?=.{1,9}năm)|\bnăm\b"
    r"|KẾ HOẠCH$|QUYẾT ĐỊNH$|Nơi nhận|Lưu(?=:)|Kính gửi|PHỤ LỤC"
)
_FORMS = frozenset({PartKind.LETTERHEAD, PartKind.CLOSING})
_NAMED = re.compile(r"^\W*(?:KẾ HOẠCH|QUYẾT ĐỊNH)\W*$")


def _bare_words(plan: Plan) -> str | None:
    """The words of the form lose their marks, as in old scans; values keep theirs."""
    lines = []
    for line, kind in Lines(plan.source.text, plan.parts):
        if (kind in _FORMS and len(line) < 200) or _NAMED.match(line):
            lines.append(_LAYOUT_WORDS.sub(lambda m: without_marks(m.group()), line))
        else:
            lines.append(line)
    text = "\n".join(lines)
    return text if text != plan.source.text else None


_LIST = """Trang chủ > Văn bản > Kế hoạch

Thuộc tính văn bản
Số hiệu: {number}
Loại văn bản: Kế hoạch
Nơi ban hành: Ủy ban nhân dân
Người ký: ***
Ngày ban hành: 05/3/2024
Ngày hiệu lực: Đã biết
Tình trạng: Còn hiệu lực
Lĩnh vực: Bộ máy hành chính

Nội dung toàn văn

"""
_TABLE = """| Số ký hiệu | {number} |
| --- | --- |
| Ngày ban hành | 05/3/2024 |
| Trích yếu | Về việc ban hành kế hoạch |
| Cơ quan ban hành | UBND |
| Tệp đính kèm | ke-hoach.pdf (Tải về) |

"""


def _portal(plan: Plan, form: str) -> str | None:
    if any(part.kind is PartKind.METADATA for part in plan.parts):
        return None
    if not any(part.kind is PartKind.LETTERHEAD for part in plan.parts):
        return None
    return form.format(number=plan.number_text or "") + plan.source.text


_RIGHT = re.compile(r"CỘNG H|Độc lập|ĐẢNG CỘNG SẢN|ĐOÀN TNCS|[^,]{3,40}, ngày|[^,]{3,40}, tháng")


def _columns(plan: Plan, join: Callable[[str, str], str]) -> str | None:
    """The head with what stands right beside what stands left, line by line."""
    if "\n\n" not in plan.source.text:
        return None
    left, right, numbers, rest, head = [], [], [], [], False
    place = None
    for line, kind in Lines(plan.source.text, plan.parts):
        bare = line.strip().strip("*_").strip()
        if kind is PartKind.LETTERHEAD:
            if "|" in line or "   " in bare or "\t" in line or re.search(r"\S.*CỘNG HÒA", line):
                return None
            if not any(c.isalpha() for c in bare):
                continue
            if not head:
                place, head = len(rest), True
            target = numbers if re.match(r"Số\b", bare) else right if _RIGHT.match(bare) else left
            target.append(bare)
        else:
            rest.append(line)
    if place is None or len(right) < 2 or not left or len(numbers) > 1 or len(left) > 3:
        return None
    days, mottos = right[-1:], right[:-1]
    if ", " not in days[0] or any(word in "".join(left) for word in ("DỰ THẢO", "Số")):
        return None
    height = max(len(left), len(mottos))
    left += [""] * (height - len(left))
    mottos += [""] * (height - len(mottos))
    rows = [join(a, b) for a, b in zip([*left, *(numbers or [""])], [*mottos, *days], strict=True)]
    return "\n".join([*rest[:place], *rows, *rest[place:]])


def _side_by_side(left: str, right: str) -> str:
    return f"{left:<44}{right}".rstrip()


def _run_together(left: str, right: str) -> str:
    return f"{left} {right}".strip()


def _page_number(number: int) -> str:
    return f"\n\n{number}\n\n"


def _form_feed(number: int) -> str:
    return f"\n- {number} -\n\x0c"


def _picture(number: int) -> str:
    return f"\n\n![](_page_{number}_Picture_1.jpeg)\n\n"


def _running_head(number: int) -> str:
    return f"\n\n{number}\n\nKẾ HOẠCH CÔNG TÁC DÂN VẬN\n\n"


_MARKER = re.compile(r"\.marker$")
# A citation's text is the slice, with what interrupts it.
_SLICE = re.compile(r"^(?:citations|bases)\[\d+\]\.text$")

REWRITINGS: tuple[Rewriting, ...] = (
    Rewriting("lines of each paragraph joined", joined),
    *(Rewriting(f"wrapped at {n}", partial(_wrapped, width=n)) for n in (60, 80, 100)),
    Rewriting("wrapped at 80, first lines indented", partial(_wrapped, width=80, indent="    ")),
    Rewriting(
        "wrapped at 80, a blank line after each line", partial(_wrapped, width=80, between="\n\n")
    ),
    Rewriting("page numbers in paragraphs", partial(_page_breaks, page=_page_number), _SLICE),
    Rewriting("form feeds in paragraphs", partial(_page_breaks, page=_form_feed), _SLICE),
    Rewriting("pictures in paragraphs", partial(_page_breaks, page=_picture), _SLICE),
    Rewriting(
        "running heads in paragraphs", partial(_page_breaks, page=_running_head, fewest=2), _SLICE
    ),
    Rewriting("blank lines doubled", _blank_lines_doubled),
    Rewriting("decomposed (NFD)", _decomposed),
    Rewriting("CRLF", _crlf),
    Rewriting("marks of markdown off", _marks_off),
    Rewriting("marks of markdown on", _marks_on),
    *(Rewriting(f"bullets {m}", partial(_bullets, mark=m), _MARKER) for m in "–•*"),
    Rewriting("words of the form without diacritics", _bare_words),
    Rewriting("portal's list before it", partial(_portal, form=_LIST)),
    Rewriting("portal's table before it", partial(_portal, form=_TABLE)),
    Rewriting("head in two columns", partial(_columns, join=_side_by_side)),
    Rewriting("head run together", partial(_columns, join=_run_together)),
)
