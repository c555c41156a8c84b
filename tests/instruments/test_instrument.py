"""Instruments: identity and IRI; and what the words before a mention say of it."""

from __future__ import annotations

import pytest

from danvan.dates import PartialDate
from danvan.instruments import CitationRole, DocumentNumber, Instrument, find, find_kind


def _numbered(text, day=None, kind="Kế hoạch"):
    return Instrument(
        kind=find_kind(kind),
        number=DocumentNumber.parse(text),
        issued_on=PartialDate.parse(day) if day else None,
    )


def test_the_date_tells_numbers_of_two_terms_apart():
    short = _numbered("5-KH/TU")
    old, new = _numbered("5-KH/TU", "2016-03-01"), _numbered("05-KH/TU", "2021-04-02")
    assert short.is_same_as(old)
    assert short.is_same_as(new)
    assert not old.is_same_as(new)
    assert len({short.key, old.key, new.key}) == 3


def test_a_number_with_its_year_needs_no_date():
    dated = _numbered("04/2015/NĐ-CP", "2015-01-09", "Nghị định")
    assert dated.key == _numbered("4/2015/NĐ-CP").key


def test_laws_are_known_by_name():
    assert Instrument(name="Luật Tố cáo").is_same_as(Instrument(name="LUẬT TỐ CÁO"))
    assert not Instrument(name="Luật Tố cáo").is_same_as(Instrument(name="Luật Khiếu nại"))
    dated = Instrument(name="Luật Tố cáo năm 2018")
    assert dated.is_same_as(Instrument(name="Luật tố cáo"))
    assert dated.is_same_as(Instrument(name="Luật Tố cáo 2018"))
    assert not dated.is_same_as(Instrument(name="Luật Tố cáo năm 2011"))
    assert (
        dated.key
        == Instrument(name="LUẬT TỐ CÁO (NĂM 2018)").key
        != Instrument(name="Luật Tố cáo").key
    )
    assert (dated.year, Instrument(name="Luật Tố cáo").year) == (2018, None)


@pytest.mark.parametrize(
    ("instrument", "iri"),
    [
        (
            _numbered("322/KH-UBND", "2023-02-08"),
            "/akn/vn/doc/ke-hoach/ubnd/2023-02-08/322-KH-UBND",
        ),
        (_numbered("322/KH-UBND"), None),
        (
            _numbered("18-NQ/TW", "2017-10-25", "Nghị quyết"),
            "/akn/vn/doc/nghi-quyet/tw/2017-10-25/18-NQ-TW",
        ),
        (
            _numbered("91/2017/NĐ-CP", None, "Nghị định"),
            "/akn/vn/act/nghi-dinh/cp/2017/91-2017-NĐ-CP",
        ),
        (
            Instrument(kind=find_kind("Luật"), name="Luật Trẻ em năm 2016"),
            "/akn/vn/act/luat/qh/2016/luat-tre-em-nam-2016",
        ),
        (Instrument(kind=find_kind("Luật"), name="Luật Trẻ em"), None),
        (Instrument(), None),
    ],
)
def test_iri(instrument, iri):
    assert instrument.uri == iri


@pytest.mark.parametrize(
    ("sentence", "role", "locator"),
    [
        ("thực hiện Kế hoạch số 9/KH-UBND", CitationRole.IMPLEMENTS, None),
        ("Triển khai nghiêm túc Luật Trẻ em", CitationRole.IMPLEMENTS, None),
        ("theo khoản 2 Điều 5 Nghị định số 91/2017/NĐ-CP", CitationRole.REFERENCE, "khoản 2 Điều 5"),
        ("tại điểm a, b khoản 1 Điều 14 của Luật Trẻ em", CitationRole.REFERENCE, "điểm a, b khoản 1 Điều 14"),
        ("thay thế Quyết định số 9/QĐ-UBND", CitationRole.REPLACES, None),
        ("bãi bỏ Điều 3 Quyết định số 9/QĐ-UBND", CitationRole.REPEALS, "Điều 3"),
        ("sửa đổi, bổ sung một số điều của Thông tư số 2/2020/TT-BNV", CitationRole.AMENDS, None),
        ("Quy chế ban hành kèm theo Quyết định số 9/QĐ-UBND", CitationRole.ISSUED_WITH, None),
        ("tổng kết 10 năm thực hiện Quyết định số 12-QĐ/TW", CitationRole.REPORTS_ON, None),
        ("sơ kết Chỉ thị 27/CT-TTg", CitationRole.REPORTS_ON, None),
        ("từ Điều 21 đến Điều 28 của Luật Trẻ em", None, "từ Điều 21 đến Điều 28"),
        ("mục III.2 Kế hoạch số 5/KH-UBND", None, "mục III.2"),
        ("Phụ lục II Nghị định số 91/2017/NĐ-CP", None, "Phụ lục II"),
        ("đình chỉ thi hành Quyết định số 9/QĐ-UBND", CitationRole.REFERENCE, None),
        ("Căn cứ Luật Trẻ em", None, None),
        ("thực hiện tốt. Luật Trẻ em quy định", None, None),
    ],
)  # fmt: skip
def test_what_the_words_before_say(sentence, role, locator):
    (citation,) = find(sentence)
    assert citation.role is role
    assert citation.locator == locator


@pytest.mark.parametrize(
    "sentence",
    [
        "Nghị định số 9/2013/NĐ-CP ngày 14/5/2013 của Chính phủ sửa đổi một số điều của Nghị định số 8/2010/NĐ-CP",
        "Nghị định số 9/2013/NĐ-CP được sửa đổi, bổ sung bởi Nghị định số 8/2015/NĐ-CP",
        "Kế hoạch số 9/KH-UBND ngày 01/02/2020 của UBND tỉnh về thực hiện Chỉ thị số 8-CT/TU",
        "Luật sửa đổi, bổ sung một số điều của Luật Trẻ em",
    ],
)  # fmt: skip
def test_what_is_done_in_the_title_of_another_is_not_done_by_the_text(sentence):
    outer, inner = find(sentence)
    assert outer.role is None
    assert inner.role is CitationRole.REFERENCE


def test_what_follows_a_comma_is_done_by_the_text():
    found = find("sửa đổi Quyết định số 1/QĐ-UBND, thay thế Quyết định số 2/QĐ-UBND")
    assert [c.role for c in found] == [CitationRole.AMENDS, CitationRole.REPLACES]


def test_mentions_that_are_joined_have_one_role():
    found = find("bãi bỏ Quyết định số 9/QĐ-UBND ngày 01/02/2020 và Quyết định số 8/QĐ-UBND")
    assert [c.role for c in found] == [CitationRole.REPEALS, CitationRole.REPEALS]
