"""Plans as text: the form that binds the issuer, the layouts, and what is not said."""

from __future__ import annotations

import subprocess
import sys
import unicodedata
from pathlib import Path

import attrs
import pytest
from hypothesis import given, settings

import danvan
from danvan.plan import (
    Appendix,
    Paragraph,
    Recipient,
    Section,
    Signature,
    Table,
    differences,
)
from danvan.plan.model import Cell
from danvan.render import Layout, render
from danvan.render.rules import rules_of
from danvan.span import Span
from danvan.strategies.arbitrary import arbitrary_plans
from tests.corpus.places import DATA, EXAMPLES, documents_in

NOWHERE = Span(0, 0)
STATE = """ỦY BAN NHÂN DÂN HUYỆN SƠN KHÊ
Số: 07/KH-UBND
Sơn Khê, ngày 05 tháng 02 năm 2024

KẾ HOẠCH
Hòa giải ở cơ sở năm 2024

Căn cứ Luật Hòa giải ở cơ sở năm 2013;

I. MỤC ĐÍCH

- Giữ gìn đoàn kết trong Nhân dân.

II. TỔ CHỨC THỰC HIỆN

1. Phòng Tư pháp

a) Chủ trì, phối hợp với Công an huyện mở lớp tập huấn trước ngày 30/6/2024.

Nơi nhận:
- Sở Tư pháp (b/c);
- Lưu: VT.

TM. ỦY BAN NHÂN DÂN
KT. CHỦ TỊCH
PHÓ CHỦ TỊCH

Nguyễn Văn An
"""
PARTY = """HUYỆN ỦY SƠN KHÊ
BAN DÂN VẬN
*
Số 12-KH/BDVHU

ĐẢNG CỘNG SẢN VIỆT NAM
Sơn Khê, ngày 15 tháng 6 năm 2021

KẾ HOẠCH
Công tác dân vận năm 2021

I- MỤC ĐÍCH

- Giữ gìn đoàn kết trong Nhân dân.

Nơi nhận:
- Ban Dân vận Tỉnh ủy,
- Lưu Ban Dân vận.

K/T TRƯỞNG BAN
PHÓ TRƯỞNG BAN

Nguyễn Văn An
"""


def empty(**fields: object) -> danvan.Plan:
    return danvan.Plan(source=danvan.Source(""), **fields)  # type: ignore[arg-type]


def test_the_form_of_the_state() -> None:
    assert (
        render(danvan.parse(STATE))
        == """ỦY BAN NHÂN DÂN HUYỆN SƠN KHÊ
-------
Số: 07/KH-UBND

CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Sơn Khê, ngày 05 tháng 02 năm 2024

KẾ HOẠCH
Hòa giải ở cơ sở năm 2024

Căn cứ Luật Hòa giải ở cơ sở năm 2013;

I. MỤC ĐÍCH

- Giữ gìn đoàn kết trong Nhân dân.

II. TỔ CHỨC THỰC HIỆN

1. Phòng Tư pháp

a) Chủ trì, phối hợp với Công an huyện mở lớp tập huấn trước ngày 30/6/2024.

Nơi nhận:
- Sở Tư pháp (b/c);
- Lưu: VT.

TM. ỦY BAN NHÂN DÂN
KT. CHỦ TỊCH
PHÓ CHỦ TỊCH


Nguyễn Văn An
"""
    )


def test_the_form_of_the_party() -> None:
    assert (
        render(danvan.parse(PARTY))
        == """HUYỆN ỦY SƠN KHÊ
BAN DÂN VẬN
*
Số 12-KH/BDVHU

ĐẢNG CỘNG SẢN VIỆT NAM
Sơn Khê, ngày 15 tháng 6 năm 2021

KẾ HOẠCH
Công tác dân vận năm 2021

I- MỤC ĐÍCH

- Giữ gìn đoàn kết trong Nhân dân.

Nơi nhận:
- Ban Dân vận Tỉnh ủy,
- Lưu Ban Dân vận.

K/T TRƯỞNG BAN
PHÓ TRƯỞNG BAN


Nguyễn Văn An
"""
    )


@pytest.mark.parametrize(
    ("text", "day", "name"),
    [
        (STATE, "05 tháng 02 năm 2024", "NĐ 30/2020/NĐ-CP"),
        (STATE, "05 tháng 3 năm 2020", "NĐ 30/2020/NĐ-CP"),
        (STATE, "04 tháng 3 năm 2020", "TT 01/2011/TT-BNV"),
        (PARTY, "15 tháng 6 năm 2021", "HD 36-HD/VPTW"),
        (PARTY, "26 tháng 5 năm 2026", "HD 36-HD/VPTW"),
        (PARTY, "27 tháng 5 năm 2026", "HD 05-HD/VPTW"),
    ],
)
def test_issuer_and_day_settle_the_rules(text: str, day: str, name: str) -> None:
    printed = text.replace("05 tháng 02 năm 2024", day).replace("15 tháng 6 năm 2021", day)
    assert rules_of(danvan.parse(printed)).name == name


def test_bodies_of_both_systems_issue_in_the_form_of_the_state() -> None:
    plan = danvan.parse(
        "BAN DÂN VẬN HUYỆN ỦY SƠN KHÊ\nỦY BAN NHÂN DÂN HUYỆN SƠN KHÊ\nSố: 1-KH/BDVHU-UBND\nKẾ HOẠCH\nA"
    )
    assert len(plan.issuers) == 2
    assert rules_of(plan).name == "NĐ 30/2020/NĐ-CP"
    head = render(plan).split("\n\n")[0]
    assert head == (
        "BAN DÂN VẬN HUYỆN ỦY SƠN KHÊ\nỦY BAN NHÂN DÂN HUYỆN SƠN KHÊ\n-------\nSố: 1-KH/BDVHU-UBND"
    )


def test_a_draft_has_its_mark_and_blanks() -> None:
    text = STATE.replace("Số: 07/", "Số:    /").replace("ngày 05 tháng 02", "ngày    tháng 02")
    written = render(danvan.parse(text))
    assert written.startswith("DỰ THẢO\n")
    assert "\nSố:       /KH-UBND\n" in written
    assert "\nSơn Khê, ngày     tháng 02 năm 2024\n" in written


def test_urgency_and_secrecy_stand_above() -> None:
    plan = attrs.evolve(danvan.parse(STATE), urgency="Hỏa tốc", secrecy="Mật")
    assert render(plan).startswith("MẬT\nHỎA TỐC\n\nỦY BAN NHÂN DÂN")
    assert danvan.parse(render(plan)).equivalent(plan)


@pytest.mark.parametrize("layout", Layout)
def test_what_is_not_said_has_no_line(layout: Layout) -> None:
    written = render(empty(), layout)
    assert not danvan.parse(written).number
    for word in ("None", "Nơi nhận", "KẾ HOẠCH", "CỘNG HÒA", "Số:"):
        assert word not in written.replace("Số hiệu:", "")


@pytest.mark.parametrize("field", ["number", "place", "issuers", "subject", "kind", "archive"])
def test_a_missing_field_leaves_the_others(field: str) -> None:
    plan = danvan.parse(STATE)
    gone = {"number": {"number": None, "number_text": None}, "issuers": {"issuers": ()}}
    without = attrs.evolve(plan, **gone.get(field, {field: None}))
    whole, rest = render(plan).splitlines(), render(without).splitlines()
    assert len(rest) < len(whole)
    assert set(rest) <= set(whole) | {"Số: 07/KH-UBND"}


def section(label: str, *body: object, title: str | None = None, level: int = 1) -> Section:
    return Section(label=label, title=title, level=level, path=label, body=body, span=NOWHERE)  # type: ignore[arg-type]


def words(text: str, marker: str = "") -> Paragraph:
    return Paragraph(marker=marker, text=text, span=NOWHERE)


def lines_of(*sections: Section) -> list[str]:
    return [line for line in render(empty(sections=sections)).splitlines() if line]


def test_numbers_get_the_marks_that_make_them_read_as_they_are_meant() -> None:
    innermost = section("1", words("Bốn."), level=4)
    point = section("a", words("Ba:"), innermost, level=3)
    written = lines_of(section("I", section("1", point, title="Hai", level=2), title="MỘT"))
    assert written == ["I. MỘT", "1. Hai", "a) Ba:", "(1) Bốn."]


@pytest.mark.parametrize(
    ("label", "printed"),
    [("A", "A. X"), ("2.1", "2.1. X"), ("đ", "đ) X"), ("Điều 5", "Điều 5. X"), ("ii", "ii) X")],
)
def test_labels(label: str, printed: str) -> None:
    assert lines_of(section(label, title="X")) == [printed]


def test_a_section_without_words_is_its_number() -> None:
    assert lines_of(section("I")) == ["I."]


def table(*rows: tuple[str, ...]) -> Table:
    cells = tuple(tuple(Cell(text=text, span=NOWHERE) for text in row) for row in rows)
    return Table(header=cells[0], rows=cells[1:], span=NOWHERE)


def test_tables_have_bars_and_in_markdown_a_rule() -> None:
    plan = empty(sections=(section("I", table(("STT", "Việc"), ("1", "Họp")), title="VIỆC"),))
    assert "| STT | Việc |\n| 1 | Họp |\n" in render(plan)
    assert "| STT | Việc |\n|---|---|\n| 1 | Họp |\n" in render(plan, "markdown")


def test_an_appendix_stands_last() -> None:
    appendix = Appendix(label="PHỤ LỤC I", title="DANH MỤC", body=(words("Một."),), span=NOWHERE)
    plan = attrs.evolve(danvan.parse(STATE), appendices=(appendix,))
    assert render(plan).endswith("Nguyễn Văn An\n\nPHỤ LỤC I\n\nDANH MỤC\n\nMột.\n")


def test_notes_stand_below_the_closing_or_the_page() -> None:
    note = danvan.Footnote(mark="1", text="Kế hoạch số 5/KH-UBND.", span=NOWHERE)
    star = danvan.Footnote(mark="*", text="Dự kiến.", span=NOWHERE)
    plan = attrs.evolve(danvan.parse(STATE), footnotes=(note, star))
    assert render(plan).endswith("An\n\n¹ Kế hoạch số 5/KH-UBND.\n\n<sup>*</sup> Dự kiến.\n")
    assert "<sup>1</sup> Kế hoạch số 5/KH-UBND." in render(plan, "markdown")


CARRYING = """ỦY BAN NHÂN DÂN
HUYỆN SƠN KHÊ

Số: 20/QĐ-UBND

CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc

Sơn Khê, ngày 05 tháng 02 năm 2024

QUYẾT ĐỊNH
Về việc ban hành Kế hoạch hòa giải ở cơ sở năm 2024

ỦY BAN NHÂN DÂN HUYỆN

Căn cứ Luật Hòa giải ở cơ sở năm 2013;

QUYẾT ĐỊNH:

Điều 1. Ban hành kèm theo Quyết định này Kế hoạch hòa giải ở cơ sở năm 2024.

Điều 2. Quyết định này có hiệu lực kể từ ngày ký.

Nơi nhận:
- Như Điều 2;
- Lưu: VT.

TM. ỦY BAN NHÂN DÂN
CHỦ TỊCH

Nguyễn Văn An

KẾ HOẠCH
Hòa giải ở cơ sở năm 2024
(Kèm theo Quyết định số 20/QĐ-UBND ngày 05 tháng 02 năm 2024 của Ủy ban nhân dân huyện)

I. MỤC ĐÍCH

- Giữ gìn đoàn kết trong Nhân dân.
"""


def test_a_carried_plan_stands_below_its_decision() -> None:
    plan = danvan.parse(CARRYING)
    assert plan.issued_with is not None
    written = render(plan)
    assert written.index("QUYẾT ĐỊNH\nVề việc") < written.index("Nơi nhận:")
    assert written.index("Nguyễn Văn An") < written.index("KẾ HOẠCH\nHòa giải")
    assert "(Kèm theo Quyết định số 20/QĐ-UBND ngày 05 tháng 02 năm 2024 của Ủy ban" in written
    again = danvan.parse(written)
    assert again.issued_with == plan.issued_with
    assert [s.path for s in again.walk()] == [s.path for s in plan.walk()]


@pytest.mark.parametrize("layout", ["indented", "columns", "spaced"])
def test_two_signatures_stand_side_by_side(layout: str) -> None:
    signed = tuple(
        Signature(authority=f"TM. {body}", on_behalf="TM", position=post, name=name, span=NOWHERE)
        for body, post, name in (
            ("BAN THƯỜNG TRỰC", "CHỦ TỊCH", "Lê Thị Hoa"),
            ("ỦY BAN NHÂN DÂN", "PHÓ CHỦ TỊCH", "Trần Văn Bình"),
        )
    )
    plan = attrs.evolve(danvan.parse(STATE), signatures=signed)
    lines = [line.split() for line in render(plan, layout).splitlines()]
    assert ["Lê", "Thị", "Hoa", "Trần", "Văn", "Bình"] in lines


def test_wrapped_lines_end_at_the_width() -> None:
    plan = danvan.parse(STATE)
    for layout in (Layout.WRAPPED, Layout.INDENTED, Layout.SPACED, Layout.PAGED):
        assert layout.is_wrapped
        body = render(plan, layout, width=60).split("KẾ HOẠCH", 1)[1].split("Nơi nhận", 1)[0]
        assert max(map(len, body.splitlines())) <= 60
    assert not Layout.PLAIN.is_wrapped


def test_pages_have_numbers_from_the_second_on() -> None:
    body = tuple(words(f"Dòng {word}.") for word in ["một", "hai", "ba"] * 40)
    written = render(empty(sections=(section("I", *body, title="MỘT"),)), "paged")
    numbers = [line for line in written.splitlines() if line.isdecimal()]
    assert numbers == [str(n) for n in range(2, len(numbers) + 2)]
    assert len(numbers) >= 2


def test_decomposed_is_plain_in_other_code_points() -> None:
    plan = danvan.parse(STATE)
    written = render(plan, "decomposed")
    assert written.startswith("\ufeff")
    assert "\r\n" in written
    assert unicodedata.is_normalized("NFD", written)
    plain = unicodedata.normalize("NFC", written).replace("\r\n", "\n").replace("\u00a0", " ")
    assert plain == "\ufeff" + render(plan)


def test_what_cannot_be_is_refused() -> None:
    with pytest.raises(ValueError, match="is not a valid Layout"):
        render(empty(), "baroque")
    with pytest.raises(ValueError, match="at least 40 characters wide, not 39"):
        render(empty(), width=39)


@settings(max_examples=12)
@given(arbitrary_plans())
def test_any_plan_is_written_in_every_layout(plan: danvan.Plan) -> None:
    for layout in Layout:
        danvan.parse(render(plan, layout).encode("utf-8", "replace").decode())


@pytest.mark.parametrize("first", ["danvan.render(plan)", "from danvan.render import Layout"])
def test_the_function_and_the_room_share_a_name(first: str) -> None:
    code = (
        "import danvan; plan = danvan.parse('KẾ HOẠCH')\n"
        f"{first}\n"
        "assert danvan.render(plan) == 'KẾ HOẠCH\\n'\n"
        "from danvan.render import Layout, render; assert render(plan) == 'KẾ HOẠCH\\n'\n"
    )
    subprocess.run([sys.executable, "-c", code], check=True)


#: In how many of the sample documents and invented plans all comes back, for each layout.
FLOORS = dict.fromkeys(Layout, 0.91) | {Layout.INDENTED: 0.88, Layout.SPACED: 0.88}
PLANS = [danvan.parse(d.text) for d in (*documents_in(EXAMPLES), *documents_in(DATA / "plans"))]


@pytest.mark.parametrize("layout", Layout)
def test_documents_that_were_read_come_back(layout: Layout) -> None:
    back = [differences(plan, danvan.parse(render(plan, layout))) == () for plan in PLANS]
    assert len(back) >= 35
    assert sum(back) / len(back) >= FLOORS[layout]


def test_the_samples_come_back_in_every_layout() -> None:
    text = (Path(EXAMPLES) / "tan-thinh-31-2024.txt").read_text(encoding="utf-8")
    plan = danvan.parse(text)
    assert {
        layout: differences(plan, danvan.parse(render(plan, layout))) for layout in Layout
    } == dict.fromkeys(Layout, ())


def test_recipients_are_ended_as_the_rules_say() -> None:
    one = Recipient(text="Sở Tư pháp (b/c)", span=NOWHERE)
    assert "- Sở Tư pháp (b/c);" in render(attrs.evolve(danvan.parse(STATE), recipients=(one,)))
    assert "- Sở Tư pháp (b/c)," in render(attrs.evolve(danvan.parse(PARTY), recipients=(one,)))
