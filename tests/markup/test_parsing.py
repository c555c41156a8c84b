"""XML comes in through one door, and what could do harm stays outside."""

import pickle
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from danvan.errors import MarkupError
from danvan.markup import MAX_DEPTH, parse_xml
from tests.markup.attacks import attacks

ATTACKS = attacks()


@pytest.mark.parametrize("kind", ATTACKS)
def test_attacks_are_refused_with_a_reason(kind):
    data, reason = ATTACKS[kind]
    started = time.process_time()
    with pytest.raises(MarkupError, match=reason) as caught:
        parse_xml(data)
    assert time.process_time() - started < 2, "an attack costs what it wants to cost"
    assert "HUGE" not in str(caught.value)
    assert len(str(caught.value)) < 200


def test_attacks_in_text_are_refused_as_those_in_bytes():
    data, reason = ATTACKS["external entity"]
    with pytest.raises(MarkupError, match=reason):
        parse_xml(data.decode())


def test_nothing_outside_is_read(tmp_path):
    secret = tmp_path / "secret.txt"
    secret.write_text("bí mật")
    for document in (
        f'<!DOCTYPE a [<!ENTITY x SYSTEM "{secret.as_uri()}">]><a>&x;</a>',
        f'<a xmlns:i="http://www.w3.org/2001/XInclude"><i:include href="{secret.as_uri()}"/></a>',
    ):
        with pytest.raises(MarkupError) as caught:
            parse_xml(document)
        assert "bí mật" not in str(caught.value)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_encodings_are_told_by_the_document(encoding):
    assert parse_xml("<a>Số ạ</a>".encode(encoding)).text == "Số ạ"


def test_text_says_what_it_is_whatever_it_declares():
    assert parse_xml('<?xml version="1.0" encoding="us-ascii"?><a>Số</a>').text == "Số"


def test_comments_and_instructions_do_not_cut_text():
    root = parse_xml("<?xml-stylesheet href='a.xsl'?><a>m<!-- x -->ộ<?y?>t<![CDATA[ < ]]></a>")
    assert root.text == "một < "
    assert len(root) == 0


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "it is empty"),
        (b" ", "Start tag expected"),
        (b"{}", "Start tag expected"),
        (b"<a>", "Premature end"),
        (b"<a/><b/>", "Extra content"),
        (b"<a>\xff</a>", "Invalid bytes"),
        (b"<a>&#0;</a>", "invalid xmlChar value 0"),
        (b"<x:a/>", "Namespace prefix x"),
        ("<a>\ud800</a>", "the character 3 is half a surrogate pair"),
    ],
)
def test_what_is_no_xml_is_told(data, reason):
    with pytest.raises(MarkupError, match=reason):
        parse_xml(data)


def test_the_line_is_told():
    with pytest.raises(MarkupError) as caught:
        parse_xml("<a>\n<b>\n</a>")
    assert caught.value.line == 3
    assert str(caught.value).endswith("(line 3)")
    again = pickle.loads(pickle.dumps(caught.value))
    assert (type(again), str(again)) == (MarkupError, str(caught.value))


def test_length_is_bounded():
    assert parse_xml("<a/>", max_bytes=4).tag == "a"
    with pytest.raises(MarkupError, match="longer than 4 bytes"):
        parse_xml("<ab/>", max_bytes=4)


def test_depth_is_bounded():
    assert parse_xml("<a>" * MAX_DEPTH + "</a>" * MAX_DEPTH).tag == "a"
    with pytest.raises(MarkupError, match="Excessive depth"):
        parse_xml("<a>" * (MAX_DEPTH + 1) + "</a>" * (MAX_DEPTH + 1))


@given(st.binary() | st.text(st.characters(exclude_categories=())))
def test_anything_is_read_or_told(data):
    try:
        root = parse_xml(data)
    except MarkupError as error:
        assert str(error)  # noqa: PT017 - either is right
    else:
        assert isinstance(root, etree._Element)
