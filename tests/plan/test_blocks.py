"""Blocks: lines joined to paragraphs, tables and notes; furniture lifted out."""

from __future__ import annotations

from danvan.plan.blocks import BlockKind, make_blocks
from danvan.plan.line import LineKind
from danvan.plan.lines import split_lines
from danvan.plan.wrapping import Wrapping, measure

LOOSE = Wrapping(wrapped=False, width=0, gap=0)


def blocks_of(text, wrapping=LOOSE):
    return make_blocks(split_lines(text), wrapping)


def texts(made):
    return [" ".join(line.text for line in block.lines) for block in made.blocks]


def test_paragraphs_stand_apart():
    assert texts(blocks_of("Một.\n\nHai.\nBa.")) == ["Một.", "Hai.", "Ba."]


def test_a_cut_sentence_is_one_paragraph():
    made = blocks_of("- cách làm sáng\n\ntạo mang lại hiệu quả.")
    assert texts(made) == ["- cách làm sáng tạo mang lại hiệu quả."]
    assert made.blocks[0].cuts == set()


def test_a_page_number_inside_a_sentence_is_furniture_and_a_cut():
    made = blocks_of("- cách làm sáng\n\n2\n\ntạo mang lại hiệu quả.")
    assert texts(made) == ["- cách làm sáng tạo mang lại hiệu quả."]
    assert made.blocks[0].cuts == {1}
    assert [line.kind for line in made.furniture] == [LineKind.PAGE]


def test_a_date_cut_by_a_page_is_put_together():
    assert texts(blocks_of("trước ngày\n\n3\n\n26/11/2021.")) == ["trước ngày 26/11/2021."]


def test_wrapped_lines_are_joined():
    text = "- một hai ba bốn năm\nsáu bảy tám.\n- chín mười một hai\nba bốn năm sáu bảy\ntám.\n"
    wrapping = measure(split_lines(text))
    assert texts(blocks_of(text, wrapping)) == [
        "- một hai ba bốn năm sáu bảy tám.",
        "- chín mười một hai ba bốn năm sáu bảy tám.",
    ]


def test_markers_tell_bullets_from_labels():
    bullet, label, plain = blocks_of("- một;\n1. hai;\nBa.").blocks
    assert (bullet.is_bullet, bullet.is_labelled) == (True, False)
    assert (label.is_bullet, label.is_labelled) == (False, True)
    assert (plain.is_bullet, plain.is_labelled) == (False, False)


def test_a_star_before_a_remark_is_no_bullet():
    remark, item = blocks_of("* Lưu ý: nộp đúng hạn.\n* Nộp báo cáo.").blocks
    assert (remark.is_bullet, item.is_bullet) == (False, True)


def test_rows_make_one_table():
    made = blocks_of("Bảng:\n|STT|Việc|\n|---|---|\n|1|Họp|\n\nSau bảng.")
    assert [b.kind for b in made.blocks] == [
        BlockKind.PARAGRAPH,
        BlockKind.TABLE,
        BlockKind.PARAGRAPH,
    ]
    assert len(made.blocks[1].lines) == 2
    assert [line.kind for line in made.furniture] == [LineKind.RULE]


def test_a_blank_line_parts_tables():
    assert len(blocks_of("|a|b|\n\n|c|d|").blocks) == 2


def test_a_note_is_lifted_out_of_the_sentence_that_it_cuts():
    made = blocks_of("Theo quy định của\n\n<sup>1</sup> Quyết định số 5.\n\ntỉnh về việc này.")
    paragraph, note = made.blocks
    assert note.kind is BlockKind.FOOTNOTE
    assert note.mark == "1"
    assert [line.text for line in paragraph.lines] == ["Theo quy định của", "tỉnh về việc này."]
    assert paragraph.cuts == {1}


def test_a_mark_inside_a_line_opens_no_note():
    (block,) = blocks_of("Quy chế<sup>1</sup> của tỉnh.").blocks
    assert block.kind is BlockKind.PARAGRAPH


def test_headings_by_their_looks():
    bold, hashed, capital, plain = blocks_of("**Một**\n\n## Hai\n\nBA BỐN\n\nNăm.").blocks
    assert bold.looks_like_heading
    assert hashed.looks_like_heading
    assert capital.looks_like_heading
    assert not plain.looks_like_heading


def test_no_lines_no_blocks():
    made = blocks_of("")
    assert made.blocks == []
    assert made.furniture == []
