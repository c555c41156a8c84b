"""The tables: the whole alphabet there and back, and what each encoding has of its own."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from danvan.readers.encodings import encoding_of_font, from_unicode, to_unicode
from danvan.readers.encodings.capitals import restore
from danvan.readers.encodings.tables import table
from tests.readers.encodings.legacy import ACCENTED, ALPHABET, PLAIN, as_bytes

LETTERS = st.text(alphabet=ALPHABET + " 0123456789,;:/-\n", max_size=60)


def test_the_alphabet_is_whole():
    assert len(ACCENTED) == len(set(ACCENTED)) == 134


@pytest.mark.parametrize("encoding", ["vni", "viscii", "viqr"])
def test_every_letter_comes_back(encoding):
    for letter in ALPHABET:
        assert to_unicode(from_unicode(letter, encoding), encoding) == letter
    assert set(table(encoding).letters) == set(ACCENTED)


def test_tcvn3_has_all_small_letters_and_seven_capitals():
    capitals = "ĂÂĐÊÔƠƯ"
    assert set(table("tcvn3").letters) == {c for c in ACCENTED if c.islower()} | set(capitals)
    for letter in [c for c in ALPHABET if c.islower() or c in capitals or c.isascii()]:
        assert to_unicode(from_unicode(letter, "tcvn3"), "tcvn3") == letter
    for letter in ACCENTED:
        assert to_unicode(from_unicode(letter, "tcvn3"), "tcvn3").lower() == letter.lower()


def test_fonts_of_capitals_show_every_capital():
    for letter in [c for c in ALPHABET if c.isupper()]:
        small = from_unicode(letter.lower(), "tcvn3")
        assert to_unicode(small, "tcvn3-capitals") == letter


@pytest.mark.parametrize("encoding", ["tcvn3", "vni", "viscii"])
def test_no_two_letters_are_written_alike(encoding):
    characters = list(table(encoding).letters.values())
    assert len(set(characters)) == len(characters)
    assert all(c not in PLAIN for c in characters if len(c) == 1)


# From the standards' own tables, read by eye.
@pytest.mark.parametrize(
    ("letter", "encoding", "code"),
    [
        ("à", "tcvn3", "B5"),
        ("ặ", "tcvn3", "C6"),
        ("ư", "tcvn3", "AD"),
        ("đ", "tcvn3", "AE"),
        ("Đ", "tcvn3", "A7"),
        ("ộ", "tcvn3", "E9"),
        ("ỵ", "tcvn3", "FE"),
        ("ế", "vni", "65 E1"),
        ("Ữ", "vni", "D6 D5"),
        ("ỉ", "vni", "E6"),
        ("đ", "vni", "F1"),
        ("ặ", "vni", "61 EB"),
        ("ỵ", "vni", "EE"),
        ("Ẳ", "viscii", "02"),
        ("ạ", "viscii", "D5"),
        ("đ", "viscii", "F0"),
        ("ự", "viscii", "F1"),
    ],
)
def test_single_codes(letter, encoding, code):
    assert from_unicode(letter, encoding).encode("latin-1") == bytes.fromhex(code)


@pytest.mark.parametrize(
    ("written", "encoding", "text"),
    [
        ("Uû ban nh©n d©n huyÖn", "tcvn3", "Uỷ ban nhân dân huyện"),
        ("ñy ban nh©n d©n huyÖn", "tcvn3-capitals", "ỦY BAN NHÂN DÂN HUYỆN"),
        ("Uyû ban nhaân daân huyeän", "vni", "Uỷ ban nhân dân huyện"),
        ("UÛY BAN NHAÂN DAÂN", "vni", "ỦY BAN NHÂN DÂN"),
        ("AÙn phí", "vni", "Án phí"),  # the mark of a capital, and of a small letter
        ("Aùn phí", "vni", "Án phí"),
        ("U?y ban nha^n da^n huye^.n", "viqr", "Ủy ban nhân dân huyện"),
        ("DDa(k La('k, dde^? u+u tie^n", "viqr", "Đăk Lắk, để ưu tiên"),
        ("Dda(k", "viqr", "Đăk"),
        (r"ba\. Kho\^ng", "viqr", "ba. Kho^ng"),
        ("a. Mu.c ddi'ch\nb. Ye^u ca^`u", "viqr", "a. Mục đích\nb. Yêu cầu"),
        ("ddi... ho...", "viqr", "đi... ho..."),
    ],
)
def test_words(written, encoding, text):
    assert to_unicode(written, encoding) == text


def test_viqr_keeps_what_only_looks_like_a_mark():
    for text in ("Bà lão đi. Hai cô? a(b) o+u", "QĐ-BGDĐT", "C:\\a.txt", "vụ. bộ...", "dd Dd"):
        assert to_unicode(from_unicode(text, "viqr"), "viqr") == text


def test_the_micro_sign_may_have_become_greek():
    assert to_unicode("v\u03bc", "tcvn3") == to_unicode("v\u00b5", "tcvn3") == "và"


@given(LETTERS)
def test_texts_come_back(text):
    for encoding in ("vni", "viscii", "viqr"):
        assert to_unicode(from_unicode(text, encoding), encoding) == text
    assert to_unicode(from_unicode(text, "tcvn3"), "tcvn3").lower() == text.lower()
    written = as_bytes(text, "windows-1258").decode("cp1252", "replace")
    if "\ufffd" not in written:
        assert to_unicode(written, "windows-1258") == text


@given(st.text(max_size=80))
def test_any_text_is_converted(text):
    for encoding in ("tcvn3", "tcvn3-capitals", "vni", "viscii", "viqr", "windows-1258"):
        assert isinstance(to_unicode(text, encoding), str)
        if encoding != "windows-1258":
            assert isinstance(from_unicode(text, encoding), str)


def test_decomposed_text_is_written_as_composed():
    assert from_unicode(unicodedata.normalize("NFD", "huyện"), "vni") == "huyeän"


@pytest.mark.parametrize("convert", [to_unicode, from_unicode])
def test_unknown_encodings(convert):
    with pytest.raises(ValueError, match="there is no encoding 'morse'"):
        convert("a", "morse")


@pytest.mark.parametrize(
    ("font", "encoding"),
    [
        (".VnTime", "tcvn3"),
        (".VnArial Narrow", "tcvn3"),
        (".VnTimeH", "tcvn3-capitals"),
        (".VnArial NarrowH", "tcvn3-capitals"),
        ("VNI-Times", "vni"),
        ("Times New Roman", None),
        ("Vni", None),
        ("", None),
    ],
)
def test_fonts(font, encoding):
    assert encoding_of_font(font) == encoding


@pytest.mark.parametrize(
    ("torn", "whole"),
    [
        ("CộNG HOà Xã HộI CHủ NGHĩA VIệT NAM", "CỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAM"),
        ("Kế HOạCH", "KẾ HOẠCH"),
        ("12/Qđ-UBND", "12/QĐ-UBND"),
        ("của ủY BAN", "của ỦY BAN"),
        ("Số: 12/KH-UBND", "Số: 12/KH-UBND"),
        ("Số:12/KH-UBND", "Số:12/KH-UBND"),
        ("Kế hoạch của UBND Xã", "Kế hoạch của UBND Xã"),
        ("Kế HOạCH phối hợp", "Kế HOẠCH phối hợp"),
        ("I. Mục đích", "I. Mục đích"),
        ("", ""),
    ],
)
def test_capitals(torn, whole):
    assert restore(torn) == whole
