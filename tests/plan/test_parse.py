"""`parse`: total, faithful to places, and blind to what only looks different."""

from __future__ import annotations

import pickle
import re
import sys
import unicodedata

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from danvan.plan import Cell, Footnote, Paragraph, Plan, Provenance, parse
from danvan.span import Span
from danvan.text import BREAK, Source, clean
from tests.plan.drawn import any_text, plan_like

PLAN = """ỦY BAN NHÂN DÂN
HUYỆN AN BÌNH

CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc

Số: 12/KH-UBND

An Bình, ngày 05 tháng 02 năm 2024

KẾ HOẠCH
Nâng cao chất lượng hòa giải ở cơ sở năm 2024

Căn cứ Luật Hòa giải ở cơ sở năm 2013;

Thực hiện Kế hoạch số 7/KH-UBND ngày 15/01/2024 của Ủy ban nhân dân tỉnh, Ủy ban nhân dân huyện ban hành Kế hoạch như sau:

I. MỤC ĐÍCH, YÊU CẦU

1. Mục đích

- Củng cố các tổ hòa giải, nâng tỷ lệ hòa giải thành.

2. Yêu cầu

- Thực hiện đúng tiến độ; tiết kiệm kinh phí.

II. NỘI DUNG

1. Củng cố tổ hòa giải

1.1. Rà soát tổ viên

- Nội dung: lập danh sách tổ viên của từng thôn.

- Thời gian thực hiện: Quý I năm 2024.

1.2. Tập huấn; cấp phát tài liệu

a) Mở 02 lớp tập huấn trong tháng 4/2024.

b) Cấp phát sổ tay trước ngày 30/5/2024.

III. TỔ CHỨC THỰC HIỆN

1. Giao Phòng Tư pháp chủ trì, phối hợp với Phòng Nội vụ tham mưu Ủy ban nhân dân huyện thực hiện; báo cáo Ủy ban nhân dân huyện trước ngày 20/11/2024.

2. Ủy ban nhân dân các xã, thị trấn

- Bố trí nơi họp cho tổ hòa giải.

Trên đây là Kế hoạch nâng cao chất lượng hòa giải ở cơ sở năm 2024./.

Nơi nhận:
- Ủy ban nhân dân tỉnh (b/c);
- Sở Tư pháp;
- Các phòng, ban huyện;
- Lưu: VT, TP.

TM. ỦY BAN NHÂN DÂN
KT. CHỦ TỊCH
PHÓ CHỦ TỊCH

Đỗ Thị Hường
"""


def facts(plan):
    """What a plan says, without the places where it says it."""
    return {
        "kind": plan.kind and plan.kind.name,
        "number": str(plan.number),
        "place": plan.place,
        "day": str(plan.issued_on),
        "subject": plan.subject,
        "issuers": [a.full_name for a in plan.issuers],
        "outline": [(s.path, s.level, s.title) for s in plan.walk()],
        "paragraphs": [(p.marker, p.text) for s in plan.walk() for p in s.paragraphs],
        "preamble": [p.text for p in plan.preamble],
        "citations": [str(c.instrument.number or c.instrument.name) for c in plan.citations],
        "deadlines": [(str(d.relation), str(d.earliest), str(d.latest)) for d in plan.deadlines],
        "duties": [(d.section, [a.name for a in d.lead], d.action) for d in plan.assignments],
        "recipients": [(r.text, r.purpose) for r in plan.recipients],
        "archive": plan.archive,
        "signatures": [(s.on_behalf, s.authority, s.position, s.name) for s in plan.signatures],
        "findings": [f.code for f in plan.findings],
    }


def test_the_plain_plan_is_read():
    assert facts(parse(PLAN)) == {
        "kind": "Kế hoạch",
        "number": "12/KH-UBND",
        "place": "An Bình",
        "day": "2024-02-05",
        "subject": "Nâng cao chất lượng hòa giải ở cơ sở năm 2024",
        "issuers": ["Ủy ban nhân dân huyện An Bình"],
        "outline": [
            ("I", 1, "MỤC ĐÍCH, YÊU CẦU"),
            ("I.1", 2, "Mục đích"),
            ("I.2", 2, "Yêu cầu"),
            ("II", 1, "NỘI DUNG"),
            ("II.1", 2, "Củng cố tổ hòa giải"),
            ("II.1.1", 3, "Rà soát tổ viên"),
            ("II.1.2", 3, "Tập huấn; cấp phát tài liệu"),
            ("II.1.2.a", 4, None),
            ("II.1.2.b", 4, None),
            ("III", 1, "TỔ CHỨC THỰC HIỆN"),
            ("III.1", 2, None),
            ("III.2", 2, "Ủy ban nhân dân các xã, thị trấn"),
        ],
        "paragraphs": [
            ("-", "Củng cố các tổ hòa giải, nâng tỷ lệ hòa giải thành."),
            ("-", "Thực hiện đúng tiến độ; tiết kiệm kinh phí."),
            ("-", "Nội dung: lập danh sách tổ viên của từng thôn."),
            ("-", "Thời gian thực hiện: Quý I năm 2024."),
            ("", "Mở 02 lớp tập huấn trong tháng 4/2024."),
            ("", "Cấp phát sổ tay trước ngày 30/5/2024."),
            ("", "Trên đây là Kế hoạch nâng cao chất lượng hòa giải ở cơ sở năm 2024./."),
            (
                "",
                (
                    "Giao Phòng Tư pháp chủ trì, phối hợp với Phòng Nội vụ tham mưu Ủy ban nhân dân "
                    "huyện thực hiện; báo cáo Ủy ban nhân dân huyện trước ngày 20/11/2024."
                ),
            ),
            ("-", "Bố trí nơi họp cho tổ hòa giải."),
        ],
        "preamble": [
            "Căn cứ Luật Hòa giải ở cơ sở năm 2013;",
            (
                "Thực hiện Kế hoạch số 7/KH-UBND ngày 15/01/2024 của Ủy ban nhân dân tỉnh, Ủy ban "
                "nhân dân huyện ban hành Kế hoạch như sau:"
            ),
        ],
        "citations": ["Luật Hòa giải ở cơ sở năm 2013", "7/KH-UBND"],
        "deadlines": [
            ("during", "2024-01-01", "2024-03-31"),
            ("during", "2024-04-01", "2024-04-30"),
            ("before", "None", "2024-05-29"),
            ("before", "None", "2024-11-19"),
        ],
        "duties": [
            (
                "III.1",
                ["Phòng Tư pháp"],
                (
                    "Giao Phòng Tư pháp chủ trì, phối hợp với Phòng Nội vụ tham mưu Ủy ban nhân dân "
                    "huyện thực hiện; báo cáo Ủy ban nhân dân huyện trước ngày 20/11/2024."
                ),
            ),
            (
                "III.2",
                ["Ủy ban nhân dân các xã, thị trấn"],
                "Bố trí nơi họp cho tổ hòa giải.",
            ),
        ],
        "recipients": [
            ("Ủy ban nhân dân tỉnh (b/c)", "báo cáo"),
            ("Sở Tư pháp", None),
            ("Các phòng, ban huyện", None),
        ],
        "archive": "VT, TP",
        "signatures": [("KT", "TM. ỦY BAN NHÂN DÂN KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH", "Đỗ Thị Hường")],
        "findings": ["R111"],  # an invented district
    }


def _sprinkled(text):
    return re.sub(r"(?<=\w)(?=\w{3}\b)", "\u200b", text)


VARIANTS = {
    "nfd": lambda t: unicodedata.normalize("NFD", t),
    "windows": lambda t: t.replace("\n", "\r\n"),
    "old mac": lambda t: t.replace("\n", "\r"),
    "line separators": lambda t: t.replace("\n", "\u2028"),
    "no-break spaces": lambda t: t.replace(" ", "\xa0"),
    "thin spaces": lambda t: t.replace(" ", "\u2009"),
    "doubled blank lines": lambda t: t.replace("\n\n", "\n\n\n\n"),
    "blank lines with spaces": lambda t: t.replace("\n\n", "\n   \n"),
    "trailing spaces": lambda t: t.replace("\n", "  \n"),
    "byte-order mark": lambda t: "\ufeff" + t,
    "zero-width spaces": _sprinkled,
    "soft hyphens": lambda t: _sprinkled(t).replace("\u200b", "\xad"),
    "Ð typed for Đ": lambda t: t.replace("Đ", "Ð"),
    "all at once": lambda t: (
        unicodedata.normalize("NFD", "\ufeff" + t).replace(" ", "\xa0").replace("\n", "\r\n")
    ),
}


@pytest.mark.parametrize("vary", VARIANTS.values(), ids=VARIANTS.keys())
def test_what_only_looks_different_says_the_same(vary):
    plan = parse(vary(PLAN))
    assert facts(plan) == facts(parse(PLAN))
    assert plan.coverage() == 1.0
    check_places(plan)


MARKED = {
    "bold headings": lambda t: re.sub(
        r"(?m)^((?:[IV]+|\d(?:\.\d)?)\. .{0,60}[^.;:])$", r"**\1**", t
    ),
    "hashes": lambda t: re.sub(r"(?m)^((?:[IV]+|\d(?:\.\d)?)\. .{0,60}[^.;:])$", r"### \1", t),
    "bold head and closing": lambda t: re.sub(r"(?m)^([A-ZĐÀ-Ỹ. ]{8,})$", r"**\1**", t),
    "page numbers": lambda t: t.replace("của từng thôn", "của\n\n2\n\ntừng thôn"),
    "footnote marks": lambda t: t.replace("cơ sở năm 2013;", "cơ sở năm 2013<sup>1</sup>;"),
}


@pytest.mark.parametrize("mark", MARKED.values(), ids=MARKED.keys())
def test_marks_of_layout_change_nothing(mark):
    text = mark(PLAN)
    assert text != PLAN
    plan = parse(text)
    assert facts(plan) == facts(parse(PLAN))
    assert plan.coverage() == 1.0
    check_places(plan)


def test_hard_wrapped_text_says_the_same():
    wrapped = []
    for line in PLAN.split("\n"):
        row = ""
        for word in line.split(" "):
            if len(row) + len(word) >= 60:
                wrapped.append(row)
                row = word
            else:
                row = f"{row} {word}".strip()
        wrapped.append(row)
    plan = parse("\n".join(wrapped))
    assert facts(plan) == facts(parse(PLAN))


def _objects(value):
    if attrs.has(type(value)):
        yield value
        for field in attrs.fields(type(value)):
            if field.name != "source":
                yield from _objects(getattr(value, field.name))
    elif isinstance(value, tuple):
        for item in value:
            yield from _objects(item)


_MARKS = re.compile(
    r"<sup>\s{0,3}\(?(?:\d{1,3}|\*{1,3}|[a-z])\)?\s{0,3}</sup>"
    r"|</?(?:sup|sub|b|i|u|em|strong|br|span|p|div)\s{0,3}/?>|!\[[^\]\n]*\]\([^)\n]*\)|[¹²³⁴⁵⁶⁷⁸⁹⁰]"
)


def _squashed(text):
    """The characters of a text, without marks of layout and white space."""
    plain = _MARKS.sub("", clean(text).text)
    return "".join(c for c in plain if not c.isspace() and c not in "*_\\|" + BREAK)


def check_places(plan):
    text = plan.source.text
    for found in _objects(plan):
        spans = [
            s for s in (getattr(found, "span", None), *(getattr(found, "spans", ()) or ())) if s
        ]
        assert all(s.end <= len(text) for s in spans if isinstance(s, Span))
        for piece in getattr(found, "spans", ()) or ():
            assert found.span.contains(piece)
        if isinstance(found, Paragraph | Footnote | Cell):
            pieces = getattr(found, "spans", ()) or (found.span,)
            assert _squashed("".join(s.of(text) for s in pieces)) == _squashed(found.text)
    for found in (*plan.citations, *plan.deadlines, *(d.when for d in plan.deadlines)):
        assert found.text == found.span.of(text)
    for recipient in plan.recipients:
        stretch = clean(recipient.span.of(text)).text
        assert stretch[0] == recipient.text[0]
        assert stretch.rstrip(" ;,.")[-1] == recipient.text[-1]
    for citation in plan.citations:
        assert citation.extent.contains(citation.span)
    for section in plan.walk():
        assert section.span.of(text)
        if section.title is not None:
            assert section.title_span is not None
            assert section.span.contains(section.title_span)


@given(plan_like(noisy=False))
def test_what_is_read_stands_in_its_place(text):
    check_places(parse(text))


@given(plan_like())
def test_noise_moves_no_span_out_of_the_text(text):
    plan = parse(text)
    for found in _objects(plan):
        span = getattr(found, "span", None)
        if isinstance(span, Span):
            assert span.end <= len(text)
    for found in (*plan.citations, *plan.deadlines):
        assert found.text == found.span.of(text)


@given(st.text(st.characters(exclude_categories=())) | any_text | plan_like())
def test_takes_any_text(text):
    plan = parse(text)
    assert isinstance(plan, Plan)
    assert plan.source.text == text
    assert 0.0 <= plan.coverage() <= 1.0


@given(plan_like())
def test_reading_again_gives_the_same(text):
    assert parse(text) == parse(text)


@given(plan_like())
def test_citations_and_parts_are_in_reading_order(text):
    plan = parse(text)
    assert list(plan.citations) == sorted(plan.citations, key=lambda c: c.span)
    assert set(plan.bases) <= set(plan.citations)


def test_a_source_keeps_its_name():
    source = Source(PLAN, name="a.txt")
    assert parse(source).source is source
    assert facts(parse(source)) == facts(parse(PLAN))


def test_a_plan_pickles():
    plan = parse(PLAN)
    assert pickle.loads(pickle.dumps(plan)) == plan


def test_provenance():
    head = ("kind", "number", "issuers", "place", "issued_on", "subject")
    found = parse(PLAN).provenance
    assert {found[name] for name in head} == {Provenance.READ}
    assert set(parse("").provenance.values()) == {Provenance.ABSENT}


NOVEL = (
    "Chương một\n\nChiều hôm ấy trời mưa to. Chị Sáu ngồi bên cửa sổ, nghe tiếng mưa rơi trên mái tôn.\n\n"
    "– Anh về rồi à? – chị hỏi.\n\n– Ừ, anh về. Ngày mai anh lại đi.\n\n"
    "Hai người ngồi im. Năm 1975, họ gặp nhau lần đầu ở bến sông, trước khi con đò cuối rời bến.\n\n"
) * 40


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("", "R101"),
        ("   \n\n\t", "R101"),
        ("\ufeff", "R101"),
        (NOVEL, "R102"),
        (bytes(range(256)).decode("latin-1") * 400, "R102"),
        ("\x7fELF\x02\x01\x01" + bytes(range(0, 256, 7)).decode("latin-1") * 2000, "R102"),
        ("a" * 1_000_000, "R102"),
        (" " * 1_000_000, "R101"),
        ("\u0301" * 1_000_000, "R102"),
        ("*" * 1_000_000, "R102"),
        ("1" * 1_000_000, "R102"),
        ("CHỈ THỊ\nVề A\n\n1. Một.\n", "R103"),
        ("KẾ HOẠCH\nVề A\n\n- Một.\n\n[...]\n", "R104"),
    ],
    ids=[
        "empty",
        "blank",
        "bom",
        "novel",
        "latin-1",
        "elf",
        "letters",
        "spaces",
        "marks",
        "stars",
        "digits",
        "directive",
        "cut",
    ],
)
def test_whatever_comes_is_a_plan_with_findings(text, code):
    plan = parse(text)
    assert code in {f.code for f in plan.findings}
    assert all(f.message and f.message_en for f in plan.findings)
    assert plan.coverage() == 1.0


HOSTILE = [
    "KT. A ",
    "A ",
    "<b>\n",
    "**",
    "; - **a**",
    "KẾ HOẠCH\n",
    "- Sở Nội vụ báo cáo trước ngày 20/6/2024.\n",
    "trước ngày 20/6/2024; ",
    "Nơi nhận:\n",
    "|a",
    "1.",
    "(a) ",
    "QUYẾT ĐỊNH\n(Kèm theo x)\nNơi nhận:\n- A\n",
    "<sup>1</sup> a,\n- Công văn số 1/A-B;\n",
    "![",
    "\u0301\u0344",
    "Căn cứ (gọi ",
    "x<br>",
    "a)\n",
    "2\nKế hoạch\n",
    "UBND xã A, ",
]


class _Work:
    """Counts the Python lines that run in danvan while a text is read."""

    def __init__(self):
        self.calls = 0

    def __call__(self, frame, event, _argument):
        if event != "call" or "danvan" not in frame.f_code.co_filename:
            return None
        self.calls += 1
        return self._line

    def _line(self, _frame, event, _argument):
        if event == "line":
            self.calls += 1
        return self._line


def work(text):
    counter = _Work()
    before = sys.gettrace()
    sys.settrace(counter)
    try:
        parse(text)
    finally:
        sys.settrace(before)
    return counter.calls


@pytest.mark.parametrize("piece", HOSTILE, ids=repr)
@pytest.mark.parametrize("place", ["body", "closing"])
def test_twice_the_text_is_twice_the_work(piece, place):
    head = "KẾ HOẠCH\nVề A\n\nII. TỔ CHỨC THỰC HIỆN\n\n" + (
        "Nơi nhận:\n" if place == "closing" else ""
    )
    parse(head + piece * 3)  # what is compiled and cached on first use
    once, twice = work(head + piece * 60), work(head + piece * 120)
    assert twice < 2.6 * once


def test_a_paragraph_of_one_letter():
    assert parse("e\u0301").preamble[0].span == Span(0, 2)


def test_a_table_in_the_preamble_shows_no_breaks():
    plan = parse("KẾ HOẠCH\nVề A\n\n|a|b|\n\nI. MỤC ĐÍCH\n\n- x")
    assert "\ufdd0" not in repr(plan.preamble)


def test_a_dotted_line_to_fill_in_is_no_cut():
    plan = parse(
        "KẾ HOẠCH\nVề A\n\nI. MỤC ĐÍCH\n\n"
        "- Họ tên:\n\n......................................\n\n- y"
    )
    assert "R104" not in {f.code for f in plan.findings}


def test_a_line_break_parts_words():
    assert (
        " ".join(
            parse("KẾ HOẠCH\nVề A\n\nI. A\n\n- một<br>hai").sections[0].paragraphs[0].text.split()
        )
        == "một hai"
    )


DECISION = """ỦY BAN NHÂN DÂN
XÃ AN BÌNH

Số: 5/QĐ-UBND

An Bình, ngày 05 tháng 02 năm 2024

QUYẾT ĐỊNH
Ban hành Kế hoạch phòng cháy năm 2024

CHỦ TỊCH ỦY BAN NHÂN DÂN XÃ

Căn cứ Luật Phòng cháy và chữa cháy năm 2001;

Điều 1. Ban hành kèm theo Quyết định này Kế hoạch phòng cháy năm 2024.

Nơi nhận:
- Như Điều 1;
- Lưu: VT.

CHỦ TỊCH

Lê Văn Tám

KẾ HOẠCH
Phòng cháy năm 2024
(Kèm theo Quyết định số 5/QĐ-UBND ngày 05/02/2024)

I. MỤC ĐÍCH

- Giảm số vụ cháy.

PHỤ LỤC I
Danh sách các thôn

1. Thôn Một

|STT|Tên|
|1|Hai|
"""


def test_a_decision_lends_its_head_to_the_plan_that_it_carries():
    plan = parse(DECISION)
    assert plan.kind is not None
    assert plan.kind.name == "Kế hoạch"
    assert plan.subject == "Phòng cháy năm 2024"
    assert str(plan.number) == "5/QĐ-UBND"
    assert str(plan.issued_on) == "2024-02-05"
    carrier = plan.issued_with
    assert carrier is not None
    assert carrier.kind is not None
    assert (carrier.kind.name, str(carrier.number)) == ("Quyết định", "5/QĐ-UBND")
    assert carrier.title == "Ban hành Kế hoạch phòng cháy năm 2024"
    assert [str(c.instrument.name) for c in plan.bases] == ["Luật Phòng cháy và chữa cháy năm 2001"]
    assert [s.path for s in plan.walk()] == ["I"]
    assert [r.text for r in plan.recipients] == ["Như Điều 1"]
    assert [(s.position, s.name) for s in plan.signatures] == [("CHỦ TỊCH", "Lê Văn Tám")]
    assert plan.coverage() == 1.0
    check_places(plan)


def test_an_appendix_after_the_closing():
    text = (
        PLAN
        + "\nPHỤ LỤC I\n\nDanh sách các thôn.\n\n|STT|Tên|\n|1|Hai|\n\nPHỤ LỤC II\n\nBiểu mẫu.\n"
    )
    plan = parse(text)
    assert [a.label for a in plan.appendices] == ["PHỤ LỤC I", "PHỤ LỤC II"]
    first, second = plan.appendices
    assert first.span.of(text).endswith("|1|Hai|") or first.span.of(text).endswith("|1|Hai")
    assert second.span.of(text) == "PHỤ LỤC II\n\nBiểu mẫu."
    assert facts(plan) == facts(parse(PLAN))


def test_the_paragraphs_of_a_carrying_decision_keep_their_articles():
    text = (
        "Số: 5/QĐ-UBND\n\nQUYẾT ĐỊNH\nBan hành Kế hoạch A\n\nCăn cứ Luật Đất đai năm 2024;\n\n"
        "Điều 1. Ban hành kèm theo Quyết định này Kế hoạch A.\n\nĐiều 2. Chánh Văn phòng thi hành.\n\n"
        "Nơi nhận:\n- Lưu: VT.\n\nKẾ HOẠCH\nA\n(Kèm theo Quyết định số 5/QĐ-UBND)\n\nI. MỤC ĐÍCH\n"
    )
    assert [p.text for p in parse(text).preamble] == [
        "Căn cứ Luật Đất đai năm 2024;",
        "Điều 1. Ban hành kèm theo Quyết định này Kế hoạch A.",
        "Điều 2. Chánh Văn phòng thi hành.",
    ]
