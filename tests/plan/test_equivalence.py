"""Plans that say the same, and plans that do not."""

from __future__ import annotations

import unicodedata

import attrs
import pytest

import danvan
from danvan.plan import differences
from danvan.plan.equivalence import plain_text

TEXT = """UBND HUYỆN AN SƠN
Số: 07/KH-UBND
An Sơn, ngày 05 tháng 02 năm 2024

KẾ HOẠCH
Hòa giải ở cơ sở năm 2024

Thực hiện Luật Hòa giải ở cơ sở năm 2013.

I. MỤC ĐÍCH

- Giữ gìn đoàn kết; báo cáo trước ngày 20/11/2024.
"""


@pytest.mark.parametrize(
    "rewritten",
    [
        unicodedata.normalize("NFD", TEXT),
        TEXT.replace("\n", "\r\n"),
        TEXT.replace("- Giữ gìn", "- **Giữ gìn**").replace("ngày 20/11", "*ngày 20/11*"),
        TEXT.replace("đoàn kết; báo", "đoàn kết;  báo"),
        TEXT.replace("trước ngày 20", "trước\nngày 20"),
        TEXT.replace("I. MỤC", "I- MỤC"),
    ],
)
def test_layout_says_nothing(rewritten: str) -> None:
    assert differences(danvan.parse(TEXT), danvan.parse(rewritten)) == ()
    assert danvan.parse(TEXT).equivalent(danvan.parse(rewritten))


@pytest.mark.parametrize(
    ("old", "new", "path"),
    [
        ("07/KH", "08/KH", "number"),
        ("Giữ gìn", "Giữ vững", "sections[0].body[0].text"),
        ("20/11", "21/11", "deadlines[0].when.value"),
        ("năm 2013", "năm 2014", "citations[0].instrument.name"),
        ("- Giữ", "+ Giữ", "sections[0].body[0].marker"),
        ("I. MỤC", "A. MỤC", "sections[0].label"),
    ],
)
def test_words_do(old: str, new: str, path: str) -> None:
    found = differences(danvan.parse(TEXT), danvan.parse(TEXT.replace(old, new)))
    assert path in {difference.path for difference in found}
    assert not danvan.parse(TEXT).equivalent(danvan.parse(TEXT.replace(old, new)))


def test_text_cut_by_a_page_is_compared_by_its_pieces() -> None:
    cut = TEXT.replace("trước ngày 20/11/2024", "trước ngày\n\n2\n\n20/11/2024")
    read = danvan.parse(cut)
    assert read.deadlines[0].spans
    assert differences(danvan.parse(TEXT), read) == ()


def test_places_do_not_count() -> None:
    plan = danvan.parse(TEXT)
    moved = attrs.evolve(plan, source=danvan.Source(""), parts=(), findings=(), provenance={})
    assert plan.equivalent(moved)
    assert danvan.from_json(danvan.to_json(plan)).equivalent(plan)


def test_a_difference_says_where_and_what() -> None:
    (found,) = differences(danvan.parse(TEXT), attrs.evolve(danvan.parse(TEXT), place="Huế"))
    assert str(found) == "place: 'An Sơn' != 'Huế'"


def test_a_plain_text_has_no_markup() -> None:
    assert plain_text("<b>1</b> **và**\\- 2 * 3<sup>4</sup>") == "1 và- 2 * 3"
