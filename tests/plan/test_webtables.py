"""Tables of web pages: rows and cells of raw HTML in a text."""

from __future__ import annotations

import pytest

from danvan import parse
from danvan.plan import Table
from danvan.plan.line import LineKind
from danvan.plan.lines import split_lines
from danvan.plan.webtables import web_rows

PAGE = """<table border="1">
<tr><th>STT</th><th>Nội dung</th><th>Đơn vị<br>chủ trì</th><th>Thời gian</th></tr>
<tr>
  <td>1</td><td>Nạo vét <b>kênh mương</b>
  nội đồng</td><td>Hợp tác xã</td><td>Tháng 5/2024</td>
</tr>
</table>"""


def cells(text: str) -> list[list[str]]:
    return [[text[a:b] for a, b in row.cells] for row in web_rows(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("<tr><td>1</td><td>Họp</td></tr>", [["1", "Họp"]]),
        ("<TR><TD>1<TD>Họp</TR>", [["1", "Họp"]]),
        ('<table><tr class="a"><th colspan="2">Việc</th></tr></table>', [["Việc"]]),
        ("<tr><td>a</td></tr>\n\n<tr><td>b</td></tr>", [["a"], ["b"]]),
        ("<tr><td></td><td>b</td></tr>", [["", "b"]]),
        ("<table></table>", []),
        ("<tr></tr>", []),
        ("<td>không có hàng</td>", []),
        ("a < b và <trống>", []),
        ("<tr><td>chưa đóng", []),
    ],
)
def test_rows_and_cells(text: str, expected: list[list[str]]) -> None:
    assert cells(text) == expected


def test_a_row_is_a_line_of_cells() -> None:
    rows = [line for line in split_lines(PAGE) if line.kind is LineKind.TABLE]
    assert [[" ".join(cell.text.split()) for cell in row.cells] for row in rows] == [
        ["STT", "Nội dung", "Đơn vị chủ trì", "Thời gian"],
        ["1", "Nạo vét kênh mương nội đồng", "Hợp tác xã", "Tháng 5/2024"],
    ]


def test_a_plan_with_such_a_table() -> None:
    plan = parse(
        f"KẾ HOẠCH\nThủy lợi nội đồng năm 2024\n\nI. NỘI DUNG\n\n{PAGE}\n\nII. KINH PHÍ\n\n- Xã."
    )
    (table,) = plan.sections[0].body
    assert isinstance(table, Table)
    assert [cell.text for cell in table.header] == [
        "STT",
        "Nội dung",
        "Đơn vị chủ trì",
        "Thời gian",
    ]
    assert [a.action for a in plan.assignments] == ["Nạo vét kênh mương nội đồng"]
    assert [s.path for s in plan.walk()] == ["I", "II"]
    assert plan.coverage() == 1.0


def test_paragraphs_of_a_page_are_lines() -> None:
    plan = parse("<p>KẾ HOẠCH</p><p>Về A</p><p>I. MỘT</p><p>- Hai<br/>ba.</p><div>II. BỐN</div>")
    assert (plan.subject, [s.title for s in plan.sections]) == ("Về A", ["MỘT", "BỐN"])
    assert [p.text for p in plan.sections[0].paragraphs] == ["Hai ba."]
