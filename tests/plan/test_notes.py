"""Notes: footnotes with lists that run on over a page, and notes below the closing."""

from __future__ import annotations

import pytest

from danvan.plan import PartKind, parse
from danvan.plan.blocks import BlockKind, make_blocks
from danvan.plan.lines import split_lines
from danvan.plan.notes import notes_below, settle_notes
from danvan.plan.wrapping import Wrapping

LOOSE = Wrapping(wrapped=False, width=0, gap=0)


def settled(text):
    return settle_notes(make_blocks(split_lines(text), LOOSE).blocks, LOOSE)


def test_items_that_cite_belong_to_the_note_that_is_a_list():
    blocks = settled(
        "- Việc một.\n\n<sup>1</sup> Gồm các văn bản:\n"
        "<sup>2</sup> Theo Quyết định số 5/QĐ-UBND;\n"
        "- Công văn số 7/UBND-VX;\n- Kế hoạch số 8/KH-UBND.\n\n- Việc hai."
    )
    notes = [b for b in blocks if b.kind is BlockKind.FOOTNOTE]
    assert [len(n.lines) for n in notes] == [1, 3]
    bodies = [b.lines[0].text for b in blocks if b.kind is BlockKind.PARAGRAPH]
    assert bodies == ["- Việc một.", "- Việc hai."]


def test_a_note_that_is_at_its_end_takes_no_items():
    blocks = settled("<sup>1</sup> Quyết định số 5/QĐ-UBND.\n- Công văn số 7/UBND-VX;\n")
    assert [len(b.lines) for b in blocks] == [1, 1]


def test_bullets_that_cite_nothing_belong_to_the_body():
    blocks = settled("<sup>1</sup> Quyết định số 5/QĐ-UBND;\n- Tổ chức hội nghị;\n")
    assert [b.kind for b in blocks] == [BlockKind.FOOTNOTE, BlockKind.PARAGRAPH]


def test_a_sentence_goes_on_below_a_note_with_items():
    blocks = settled(
        "- Thực hiện quy định của\n\n<sup>1</sup> Quyết định số 5/QĐ-UBND;\n"
        "- Công văn số 7/UBND-VX.\n\ntỉnh về việc này."
    )
    paragraph, note = blocks
    assert [line.text for line in paragraph.lines] == [
        "- Thực hiện quy định của",
        "tỉnh về việc này.",
    ]
    assert paragraph.cuts == {1}
    assert len(note.lines) == 2


@pytest.mark.parametrize(
    ("line", "mark"),
    [
        ("[1] Luật Đất đai", "1"),
        ("(2) Nghị định", "2"),
        ("<sup>3</sup> Luật", "3"),
        ("⁴ Luật", "4"),
    ],
)
def test_notes_below_a_closing(line, mark):
    start, blocks = notes_below(split_lines(f"- Lưu: VT.\n{line}\nsố 5."))
    assert start == 1
    assert [(b.mark, len(b.lines)) for b in blocks] == [(mark, 2)]


def test_no_notes_below():
    assert notes_below(split_lines("- Lưu: VT.\nNguyễn Văn An")) == (2, [])
    assert notes_below([]) == (0, [])


def test_notes_in_a_plan():
    text = (
        "KẾ HOẠCH\nVề công tác A\n\nI. NỘI DUNG\n\n- Thực hiện quy chế<sup>1</sup> của\n\n"
        "<sup>1</sup> - Quyết định số 5/QĐ-UBND ngày 01/02/2024 của UBND tỉnh.\n\nxã nhà.\n"
    )
    plan = parse(text)
    (note,) = plan.footnotes
    assert note.mark == "1"
    assert note.text == "Quyết định số 5/QĐ-UBND ngày 01/02/2024 của UBND tỉnh."
    assert note.span.of(text) == note.text
    (paragraph,) = plan.sections[0].paragraphs
    assert paragraph.text == "Thực hiện quy chế của xã nhà."
    assert [s.of(text) for s in paragraph.spans] == ["Thực hiện quy chế<sup>1</sup> của", "xã nhà."]
    assert {p.kind for p in plan.parts} >= {PartKind.FOOTNOTE, PartKind.PARAGRAPH, PartKind.HEADING}
    assert [str(c.instrument.number) for c in plan.citations] == ["5/QĐ-UBND"]


def test_the_body_closes_the_note_above_it():
    plan = parse(
        "KẾ HOẠCH\nVề A\n\nI. NỘI DUNG\n\n1. Theo quy định của\n<sup>1</sup> Quyết định số 5/QĐ-UBND\n"
        "Ủy ban nhân dân xã\nvà các đơn vị"
    )
    assert [n.text for n in plan.footnotes] == ["Quyết định số 5/QĐ-UBND"]


def test_a_page_number_inside_a_note_is_cut_out():
    text = "<sup>1</sup> Theo Quyết định của\n2\nỦy ban nhân dân"
    (note,) = parse(text).footnotes
    assert [s.of(text) for s in note.spans] == ["Theo Quyết định của", "Ủy ban nhân dân"]


def test_a_page_number_inside_a_note_below_is_cut_out():
    text = (
        "KẾ HOẠCH\nVề A\n\nI. A\n\n- x\n\nNơi nhận:\n- B;\n- Lưu: VT.\n\n(1) Nghị định\n3\nsố hai"
    )
    (note,) = parse(text).footnotes
    assert [s.of(text) for s in note.spans] == ["Nghị định", "số hai"]


def test_the_line_right_below_an_open_note_is_its_own() -> None:
    plan = parse(
        "KẾ HOẠCH\nVề A\n\nI. MỤC ĐÍCH\n\n- Một.\n\n¹ Theo Kết luận số 1-KL/TW của Ban\nBí thư.\n\n2\n\n- Hai.\n"
    )
    assert [note.text for note in plan.footnotes] == ["Theo Kết luận số 1-KL/TW của Ban Bí thư."]
    assert [p.text for p in plan.sections[0].paragraphs] == ["Một.", "Hai."]
