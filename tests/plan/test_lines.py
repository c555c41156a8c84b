"""Lines: their kinds by looks, and the marks that are taken off them."""

from __future__ import annotations

import pytest
from hypothesis import given

from danvan.plan.line import LineKind
from danvan.plan.lines import split_lines
from danvan.plan.marks import cell_line, cell_lines
from danvan.text import clean
from tests.plan.drawn import any_text, plan_like


def only(text):
    (line,) = split_lines(text)
    return line


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Kế hoạch", LineKind.TEXT),
        ("2024", LineKind.TEXT),
        ("12/KH-UBND", LineKind.TEXT),
        ("- Lưu: VT.", LineKind.TEXT),
        ("20/6/2024", LineKind.TEXT),
        ("2", LineKind.PAGE),
        ("- 12 -", LineKind.PAGE),
        ("– 3 –", LineKind.PAGE),
        ("(4)", LineKind.PAGE),
        ("Trang 2/5", LineKind.PAGE),
        ("Trang 2", LineKind.PAGE),
        ("Page 3", LineKind.PAGE),
        ("2/5", LineKind.PAGE),
        ("-------", LineKind.RULE),
        ("_______", LineKind.RULE),
        ("* * *", LineKind.RULE),
        ("***", LineKind.RULE),
        ("–––", LineKind.RULE),
        ("—", LineKind.RULE),
        ("*", LineKind.RULE),
        ("oOo", LineKind.RULE),
        ("--o0o--", LineKind.RULE),
        ("========", LineKind.RULE),
        ("|---|:---:|", LineKind.RULE),
        ("[...]", LineKind.CUT),
        ("(...)", LineKind.CUT),
        ("...", LineKind.CUT),
        ("…", LineKind.CUT),
        ("[ … ]", LineKind.CUT),
        ("|a|b|", LineKind.TABLE),
        ("| a", LineKind.TEXT),
    ],
)
def test_kind(text, kind):
    assert only(text).kind is kind


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("**KẾ HOẠCH**", "KẾ HOẠCH"),
        ("**Mục đích**, yêu cầu", "Mục đích, yêu cầu"),
        ("__Mục đích__", "Mục đích"),
        ("*nghiêng* và *nữa*", "nghiêng và nữa"),
        ("a * b", "a * b"),
        ("2*3*4", "2*3*4"),
        ("* mục", "* mục"),
        ("tên_tệp_dài", "tên_tệp_dài"),
        ("<b>đậm</b> <i>nghiêng</i>", "đậm nghiêng"),
        ("<strong>a</strong><br/>", "a"),
        ("a < b > c", "a < b > c"),
        ("chính trị<sup>1</sup>; và", "chính trị; và"),
        ("chính trị<sup>(2)</sup>", "chính trị"),
        ("m<sup>2</sup>", "m"),
        ("![](media/image1.png)Nội dung", "Nội dung"),
        (r"1\. Mục đích", "1. Mục đích"),
        (r"\- Lưu", "- Lưu"),
        ("quy chế¹ của", "quy chế của"),
        ("diện tích 5 m², 3 km²", "diện tích 5 m², 3 km²"),
        ("### **1. Mục đích**", "1. Mục đích"),
        ("   thụt vào", "thụt vào"),
    ],
)
def test_takes_marks_off(text, plain):
    assert only(text).text == plain


@pytest.mark.parametrize(
    ("text", "bold"),
    [
        ("**KẾ HOẠCH**", True),
        ("**Mục** **đích**", True),
        ("**Mục đích**: nâng cao", False),
        ("Mục đích", False),
        ("*nghiêng*", False),
        ("## **II. NỘI DUNG**", True),
    ],
)
def test_a_line_is_bold_if_all_of_it_is(text, bold):
    assert only(text).bold is bold


def test_bold_type_goes_on_over_a_line_end_but_not_over_a_blank_line():
    assert [line.bold for line in split_lines("**Một\nhai** \nba")] == [True, True, False]
    assert [line.bold for line in split_lines("**Một\n\nhai")] == [True, False]


@pytest.mark.parametrize(
    ("text", "hashes"), [("# A", 1), ("#### A", 4), ("#A", 0), ("####### A", 0)]
)
def test_hashes(text, hashes):
    assert only(text).hashes == hashes


@pytest.mark.parametrize(
    ("text", "marks"),
    [
        ("a<sup>1</sup> b<sup>(12)</sup>", ["1", "12"]),
        ("a<sup>*</sup>", ["*"]),
        ("a<sup>th</sup>", []),
        ("quy chế¹², năng lực³", ["12", "3"]),
        ("5 m²", []),
    ],
)
def test_notes(text, marks):
    assert [n.mark for n in only(text).notes] == marks


def test_a_note_that_opens_a_line_stands_at_its_outer_start():
    line = only("  <sup>3</sup> Quyết định")
    assert line.notes[0].start == line.outer == 2
    assert line.text == "Quyết định"


def test_gaps_count_blank_lines():
    lines = split_lines("a\nb\n\nc\n   \n\nd")
    assert [line.gap for line in lines] == [0, 0, 1, 2]


def test_indents_count_spaces():
    assert [line.indent for line in split_lines("a\n   b")] == [0, 3]


def test_a_line_of_marks_alone_belongs_to_the_line_before():
    (line,) = split_lines("Một\n**")
    assert (line.start, line.end, line.outer_end) == (0, 3, 6)


def test_a_first_line_of_marks_alone_is_a_rule():
    lines = split_lines("<b>\nMột")
    assert [line.kind for line in lines] == [LineKind.RULE, LineKind.TEXT]


def test_offsets_jump_over_marks():
    text = "a **b**, c<sup>1</sup> d"
    line = only(text)
    assert line.text == "a b, c d"
    assert [text[line.offset(i)] for i in range(len(line.text))] == list(line.text)
    assert "".join(text[a:b] for a, b in line.ranges()) == line.text
    assert "".join(text[a:b] for a, b in line.ranges(5)) == "c d"


def test_table_rows_have_cells():
    row = only("| 1 | **Sở Nội vụ** |  |")
    assert [cell.text for cell in row.cells] == ["1", "Sở Nội vụ", ""]


def test_lines_inside_a_cell():
    text = "|Nơi nhận:<br>- Như trên;<br/>- Lưu: VT.|TM. ỦY BAN|"
    first, second = only(text).cells
    assert [line.text for line in cell_lines(first, text)] == [
        "Nơi nhận:",
        "- Như trên;",
        "- Lưu: VT.",
    ]
    assert [line.text for line in cell_lines(second, text)] == ["TM. ỦY BAN"]


def test_a_stretch_as_a_line():
    line = cell_line("xx  **Sở** Nội vụ  yy", 2, 19)
    assert line.text == "Sở Nội vụ"
    assert line.start == 6


@given(plan_like() | any_text)
def test_what_a_line_says_stands_in_its_ranges(text):
    plain = clean(text).text
    done = 0
    for line in split_lines(plain):
        assert done <= line.outer <= line.start <= line.end <= line.outer_end
        done = line.outer_end
        if line.kind is LineKind.TEXT:
            assert line.text
            assert line.text == "".join(plain[a:b] for a, b in line.ranges()).strip(" ")
            assert plain[line.offset(0)] == line.text[0]
            assert plain[line.offset(len(line.text) - 1)] == line.text[-1]
        for a, b in line.cuts:
            assert line.start <= a < b <= line.end


@given(plan_like() | any_text)
def test_no_character_is_outside_all_lines(text):
    plain = clean(text).text
    covered = set()
    for line in split_lines(plain):
        covered.update(range(line.outer, line.outer_end))
    left = {plain[i] for i in range(len(plain)) if i not in covered}
    assert left <= {" ", "\n"}


@given(plan_like(noisy=False))
def test_lines_are_those_of_the_text(text):
    plain = clean(text).text
    raw = [piece for piece in plain.split("\n") if piece.strip(" ")]
    assert len(split_lines(plain)) <= len(raw)


def test_words_that_end_in_m_carry_notes():
    (line,) = split_lines("trong năm¹ và 5 m² đất, 3 km²")
    assert line.text == "trong năm và 5 m² đất, 3 km²"
    assert [n.mark for n in line.notes] == ["1"]


def test_an_empty_cell_is_a_cell():
    assert [c.text for c in split_lines("|a||b|")[0].cells] == ["a", "", "b"]


def test_an_escaped_star_is_a_star():
    assert split_lines(r"a \*b\* c")[0].text == "a *b* c"
