"""Reading files: encodings, and everything that cannot be read."""

import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

import danvan
from danvan.errors import ReadError
from danvan.readers import MAX_BYTES, load, read

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
TEXT = "KẾ HOẠCH\nSố: 12/KH-UBND\n"


@pytest.mark.parametrize(
    "codec", ["utf-8", "utf-8-sig", "utf-16", "utf-32"], ids=["utf-8", "mark", "utf-16", "utf-32"]
)
def test_encodings_with_and_without_mark(tmp_path, codec):
    file = tmp_path / "ke-hoach.txt"
    file.write_bytes(TEXT.encode(codec))
    assert read(file).text == TEXT
    assert read(str(file)).name == str(file)
    assert read(file.read_bytes()).text == TEXT


def test_big_endian_utf_16():
    assert read(b"\xfe\xff" + TEXT.encode("utf-16-be")).text == TEXT


def test_line_ends_stay_as_they_are(tmp_path):
    file = tmp_path / "a.txt"
    file.write_bytes(b"a\r\nb\rc\n")
    assert read(file).text == "a\r\nb\rc\n"


def test_open_files_are_read_and_left_open(tmp_path):
    file = tmp_path / "a.txt"
    file.write_text(TEXT, encoding="utf-8")
    with file.open("rb") as stream:
        assert read(stream).text == TEXT
        assert not stream.closed
    with file.open(encoding="utf-8") as stream:
        source = read(stream)
    assert (source.text, source.name) == (TEXT, str(file))


def test_what_has_no_name_gets_none():
    assert read(TEXT.encode()).name is None
    assert read(io.BytesIO(TEXT.encode())).name is None
    assert read(io.StringIO(TEXT)).name is None


def test_load_parses(tmp_path):
    file = tmp_path / "a.txt"
    file.write_text(TEXT, encoding="utf-8")
    plan = load(file)
    assert plan.source.text == TEXT
    assert plan == danvan.load(str(file))


def reason_of(file):
    with pytest.raises(ReadError) as caught:
        read(file)
    assert "\n" not in str(caught.value)
    return caught.value.reason


def test_missing_file_is_named():
    with pytest.raises(ReadError, match=r"^nowhere/ke-hoach\.txt: there is no such file$"):
        read("nowhere/ke-hoach.txt")


def test_directory(tmp_path):
    assert reason_of(tmp_path) == "it is a directory"


@pytest.mark.parametrize("content", [b"", b"\xef\xbb\xbf", b"\xff\xfe"])
def test_empty_file(tmp_path, content):
    file = tmp_path / "a.txt"
    file.write_bytes(content)
    assert reason_of(file) == "it is empty"


def test_empty_text_stream():
    assert reason_of(io.StringIO("")) == "it is empty"


@pytest.mark.parametrize(
    ("error", "reason"),
    [
        (PermissionError(13, "Permission denied"), "it may not be read"),
        (OSError(5, "Input/output error"), "Input/output error"),
    ],
)
def test_what_the_system_refuses(monkeypatch, error, reason):
    def refuse(*_):
        raise error

    monkeypatch.setattr("pathlib.Path.open", refuse)
    assert reason_of("a.txt") == reason


def test_streams_that_fail(tmp_path):
    with (tmp_path / "a.txt").open("wb") as stream:
        assert reason_of(stream)


def test_invalid_utf_8_is_told_with_its_offset():
    assert (
        reason_of("Số".encode() + b" 12 \xe9/KH") == "it is not UTF-8: wrong byte 0xE9 at offset 8"
    )


def test_invalid_utf_8_after_a_mark_counts_the_mark():
    assert reason_of(b"\xef\xbb\xbfab\xff") == "it is not UTF-8: wrong byte 0xFF at offset 5"


def test_half_a_code_unit_of_utf_16():
    assert reason_of("ab".encode("utf-16-le").join([b"\xff\xfe", b"c"])).startswith(
        "it is not UTF-16"
    )


def test_text_stream_that_cannot_be_decoded():
    stream = io.TextIOWrapper(io.BytesIO(b"\xff"), encoding="utf-8")
    assert reason_of(stream).startswith("it is not utf-8")


@pytest.mark.parametrize(
    ("content", "beginning"),
    [
        (b"PK\x03\x04....xl/workbook.xml", "it is a spreadsheet"),
        (b"PK\x03\x04....ppt/presentation.xml", "it is a presentation"),
        (b"PK\x03\x04mimetypeapplication/vnd.oasis.opendocument.spreadsheet", "it is a spread"),
        (b"PK\x03\x04....word/document.xml", "it is broken or cut off: no ZIP archive"),
        (b"PK\x03\x04mimetypeapplication/vnd.oasis.opendocument.text", "it is broken or cut off"),
        (b"PK\x03\x04....a.txt", "it is broken or cut off: no ZIP archive"),
        (_OLE + "EncryptedPackage".encode("utf-16-le"), "it is encrypted"),
        (_OLE + "Workbook".encode("utf-16-le"), "it is a spreadsheet"),
        (_OLE + b"....", "it is an old office file (OLE) without a document of Word"),
        (b"<?xml version='1.0'?><pkg:package>", "it is XML of another kind than a web page"),
        (b"\x89PNG\r\n\x1a\n....", "it is a picture"),
        (b"\xff\xd8\xff\xe0....", "it is a picture"),
        (b"BM\x00\x00", "it is a picture"),
        (b"\x1f\x8b\x08", "it is packed (gzip)"),
        (b"  <!DOCTYPE html><html>", "it is empty"),
        ("\ufeff<html lang=vi>".encode(), "it is empty"),
        (b"\x7fELF\x00\x01", "it is broken or cut off: no ZIP archive"),
    ],
)
def test_other_kinds_are_known_by_their_content(tmp_path, content, beginning):
    file = tmp_path / "ke-hoach.docx"
    file.write_bytes(content)
    assert reason_of(file).startswith(beginning)


def test_content_decides_before_the_name(tmp_path):
    text_named_word = tmp_path / "a.docx"
    text_named_word.write_text(TEXT, encoding="utf-8")
    assert read(text_named_word).text == TEXT
    word_named_text = tmp_path / "a.txt"
    word_named_text.write_bytes(b"PK\x03\x04word/document.xml")
    assert reason_of(word_named_text).startswith("it is broken or cut off: no ZIP archive")


@pytest.mark.parametrize(
    ("name", "content", "text"),
    [
        ("a.html", b"S\xe1\xbb\x91 <b>1</b>\n2", "Số 1 2"),
        ("a.txt", b"<p>a</p>\nb", "<p>a</p>\nb"),
        ("a.txt", b"<!doctype html><p>a</p>\nb", "a\nb"),
        ("a.html", b"a\nb", "a\nb"),
        ("a", b"<p>a</p>\nb", "a\nb"),
    ],
)
def test_pieces_of_pages_and_texts_with_tags_are_told_apart_by_name(tmp_path, name, content, text):
    file = tmp_path / name
    file.write_bytes(content)
    assert read(file).text == text


def test_the_name_decides_where_the_content_does_not(tmp_path):
    file = tmp_path / "a.TXT"
    file.write_bytes(b"Ng\xc3\xa0y \x00 1")
    assert read(file).text == "Ngày \x00 1"
    assert reason_of(b"Ng\xc3\xa0y \x00 1").startswith("its content is of an unknown kind")


def test_text_that_begins_as_a_bitmap_does():
    assert read(b"BMTE, BMTW").text == "BMTE, BMTW"


def test_too_large(monkeypatch, tmp_path):
    monkeypatch.setattr("danvan.readers.files.MAX_BYTES", 10)
    file = tmp_path / "a.txt"
    file.write_bytes(b"x" * 11)
    for given_as in (file, b"x" * 11, io.BytesIO(b"x" * 11), io.StringIO("x" * 11)):
        assert reason_of(given_as) == "it is larger than 64 MiB"
    assert read(b"x" * 10).text == "x" * 10
    assert MAX_BYTES == 64 * 1024 * 1024


def test_text_given_for_a_path_is_told_so():
    assert reason_of(TEXT) == "this is no path; danvan.parse reads a text"


@pytest.mark.parametrize("path", ["a\0b", "x" * 5000])
def test_paths_that_cannot_be(path):
    assert reason_of(path)


@given(st.binary(max_size=200))
def test_bytes_are_read_or_refused(content):
    try:
        outcome = read(content).text
    except ReadError as error:
        outcome = error.reason
    assert outcome
    assert "\ufeff" not in outcome[:1]


@given(st.text(min_size=1).filter(lambda text: not text.startswith(("\ufeff", "<", "{", "%", " "))))
def test_text_comes_back_from_its_bytes(text):
    assert read(b"\xef\xbb\xbf" + text.encode()).text == text
