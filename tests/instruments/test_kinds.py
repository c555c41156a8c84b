"""Kinds of documents: the lists of the rules, their abbreviations, their names."""

from __future__ import annotations

import pickle

import pytest
from hypothesis import given

from danvan.instruments import Family, InstrumentKind, all_kinds, find_kind, kinds_of
from danvan.strategies.instruments import instrument_kinds


def _listed(source):
    return [
        (kind.name, listing)
        for kind in all_kinds()
        for listing in kind.listings
        if listing.source == source
    ]


def test_decree_30_has_29_kinds_of_which_27_are_abbreviated_and_three_copies():
    listed = _listed("ND30")
    copies = {"Bản sao y", "Bản trích sao", "Bản sao lục"}
    kinds = [(name, listing) for name, listing in listed if name not in copies]
    assert len(listed) == 32
    assert len(kinds) == 29
    assert sum(bool(listing.abbreviations) for _, listing in kinds) == 27
    assert {str(listing.valid_from) for _, listing in listed} == {"2020-03-05"}


def test_circular_01_has_32_kinds_until_the_decree():
    listed = _listed("TT01")
    assert len(listed) == 32
    assert {str(listing.valid_to) for _, listing in listed} == {"2020-03-04"}
    assert "Phiếu báo" not in {name for name, _ in listed}


@pytest.mark.parametrize(
    ("printed", "name", "base"),
    [
        ("KẾ HOẠCH", "Kế hoạch", None),
        ("kế  hoạch phối hợp", "Kế hoạch phối hợp", "Kế hoạch"),
        ("Chương trình hành động", "Chương trình hành động", "Chương trình"),
        ("Bản thoả thuận", "Bản thỏa thuận", None),
        ("THÔNG TƯ LIÊN TỊCH", "Thông tư liên tịch", "Thông tư"),
        ("Bộ Luật", "Bộ luật", None),
    ],
)
def test_names_are_found_in_any_case_and_with_either_tone(printed, name, base):
    kind = find_kind(printed)
    assert (kind.name, kind.base) == (name, base)


@pytest.mark.parametrize("printed", ["", "Kế", "Kế hoạch này", "Phong trào", "12", "HD"])
def test_what_is_no_kind(printed):
    assert find_kind(printed) is None
    with pytest.raises(ValueError, match="no kind"):
        InstrumentKind.parse(printed)


def test_every_base_is_a_kind():
    assert all(find_kind(kind.base) for kind in all_kinds() if kind.base)


def test_abbreviations_stand_for_kinds():
    assert [k.name for k in kinds_of("QĐ", Family.PARTY)] == ["Quyết định", "Quy định"]
    assert [k.name for k in kinds_of("QĐ", Family.STATE)] == ["Quyết định"]
    assert [k.name for k in kinds_of("HD", Family.STATE)] == ["Hướng dẫn"]
    assert [k.name for k in kinds_of("HĐ", Family.STATE)] == ["Hợp đồng"]
    assert {k.name for k in kinds_of("TTr")} == {"Tờ trình", "Thông tri"}
    assert kinds_of("KHÔNG") == ()


@given(instrument_kinds())
def test_a_kind_is_its_name(kind):
    assert find_kind(kind.name) == kind
    assert InstrumentKind.parse(str(kind)) == kind
    assert pickle.loads(pickle.dumps(kind)) == kind
