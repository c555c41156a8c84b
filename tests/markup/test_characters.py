"""What XML can hold is asked of the library that writes it."""

import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from danvan.markup import is_xml_text, parse_xml, pieces, without_forbidden

ANY = st.text(st.characters(exclude_categories=()) | st.sampled_from("\0\x1f\ud83d\ude00\uffff\n"))


def holds(text):
    try:
        etree.Element("a").text = text
    except (ValueError, UnicodeEncodeError):
        return False
    return True


@pytest.mark.parametrize("first", range(0, sys.maxunicode + 1, 0x1000))
def test_every_character_is_judged_as_by_lxml(first):
    characters = list(map(chr, range(first, first + 0x1000)))
    allowed = "".join(filter(is_xml_text, characters))
    assert holds(allowed)
    if len(allowed) < 0x1000:
        assert [c for c in characters if holds(c)] == list(allowed)


@given(ANY)
def test_pieces_are_the_text(text):
    parts = list(pieces(text))
    assert "".join(piece + forbidden for piece, forbidden in parts) == text
    assert all(is_xml_text(piece) for piece, _ in parts)
    assert [f for _, f in parts if f] == [c for c in text if not is_xml_text(c)]
    assert parts[-1][1] == ""


@given(ANY)
def test_what_is_left_can_be_written_and_read(text):
    left = without_forbidden(text)
    assert len(left) == len(text)
    element = etree.Element("a")
    element.text = left
    assert (parse_xml(etree.tostring(element, encoding="utf-8")).text or "") == left
