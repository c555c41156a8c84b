"""Fragments: pages whose every inline element came on a line of its own."""

from __future__ import annotations

from danvan.plan.fragments import join_fragments
from danvan.plan.lines import split_lines

PAGE = (
    "Thực hiện\nnghị quyết\n,\nxã\nmở lớp\n.\n\nSở\nnội vụ\nvà\ncông an\n;\n\n"
    "1.\nMục đích\n\nLập\ndanh sách\n, \nnộp\nhồ sơ\n.\n"
)


def texts(text):
    return [line.text for line in join_fragments(split_lines(text), text)]


def test_blank_lines_part_the_paragraphs():
    joined = texts(PAGE)
    assert len(joined) == 4
    assert joined[2] == "1. Mục đích"
    assert joined[0].startswith("Thực hiện nghị quyết")


def test_joined_lines_know_their_places():
    for line in join_fragments(split_lines(PAGE), PAGE):
        letters = "".join(PAGE[line.offset(i)] for i in range(len(line.text)))
        assert letters.replace("\n", " ") == line.text
        assert line.offset(0) == line.start


def test_a_text_with_few_fragments_stays():
    text = "Một dòng.\nhai\n,\nBa dòng.\n"
    lines = split_lines(text)
    assert join_fragments(lines, text) is lines


def test_no_lines():
    assert join_fragments([], "") == []


def test_labels_of_every_practice_go_with_their_words():
    page = PAGE
    for label in ("I-", "A-", "1/", "2.1.", "a)", "(1)", "(b)"):
        page += f"\n{label}\nMục đích\n"
    assert texts(page)[4:] == [
        f"{label} Mục đích" for label in ("I-", "A-", "1/", "2.1.", "a)", "(1)", "(b)")
    ]


def test_marks_stand_close_to_the_word_before_them():
    page = f"{PAGE}\n1.\nNộp\n(trước ngày\n05/6\n), xong\n./.\n"
    assert texts(page)[-1] == "1. Nộp (trước ngày 05/6), xong./."
