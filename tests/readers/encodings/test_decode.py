"""Which encoding a file is in: every one that there is, and none where none is."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

import danvan
from danvan.errors import ReadError
from danvan.readers import read
from danvan.readers.encodings import decode, from_unicode, recognise
from tests.corpus.places import DATA, EXAMPLES
from tests.readers.encodings.legacy import EIGHT_BITS, as_bytes, without_what_it_lacks

TEXTS = {
    path.stem: path.read_bytes().decode("utf-8")
    for folder in (EXAMPLES, DATA / "plans")
    for path in sorted(folder.glob("*.txt"))
}
SHORT = "Ủy ban nhân dân huyện yêu cầu các xã tổ chức thực hiện kế hoạch này và báo cáo kết quả."


@pytest.mark.parametrize(
    ("codec", "named"),
    [
        ("utf-8", "utf-8"),
        ("utf-8-sig", "utf-8"),
        ("utf-16", "utf-16-le"),
        ("utf-16-le", "utf-16-le"),
        ("utf-16-be", "utf-16-be"),
        ("utf-32", "utf-32-le"),
    ],
)
@pytest.mark.parametrize("text", [SHORT, "Số: 12/KH-UBND", *TEXTS.values()][:12])
def test_unicode(text, codec, named):
    assert decode(text.encode(codec)) == (text, named)


def test_big_endian_with_mark():
    assert decode(b"\xfe\xff" + SHORT.encode("utf-16-be")) == (SHORT, "utf-16-be")


def expected(text, encoding):
    """What comes back: all of it, in TCVN3 but for the case of letters with a tone."""
    return text.lower() if encoding == "tcvn3" else text


@pytest.mark.parametrize("encoding", [*EIGHT_BITS, "viqr"])
@pytest.mark.parametrize("name", TEXTS)
def test_plans_in_every_encoding(name, encoding):
    text = without_what_it_lacks(TEXTS[name], encoding)
    decoded = decode(as_bytes(text, encoding))
    assert decoded.encoding.removeprefix("utf-8/") == encoding
    assert expected(decoded.text, encoding) == expected(text, encoding)


@pytest.mark.parametrize("encoding", EIGHT_BITS)
def test_plans_that_went_through_windows_1252_into_unicode(encoding):
    for text in list(TEXTS.values())[:12]:
        kept = without_what_it_lacks(text, encoding)
        seen = as_bytes(kept, encoding).decode("latin-1" if encoding == "viscii" else "cp1252")
        decoded = decode(seen.encode())
        assert decoded.encoding == f"utf-8/{encoding}"
        assert expected(decoded.text, encoding) == expected(kept, encoding)


def test_capitals_of_tcvn3_come_back_where_they_can_be_told():
    text = "CỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAM\nSố: 12/KH-UBND\n" + SHORT[1:]
    assert decode(as_bytes(text, "tcvn3")).text == text


@pytest.mark.parametrize("encoding", EIGHT_BITS)
def test_a_sentence_is_enough(encoding):
    text = SHORT.replace("Ủy", "Uỷ")
    assert decode(as_bytes(text, encoding)) == (text, encoding)


OTHERS = {
    "English": "The committee's plan isn't due until the 3rd. Who'll lead it? We do. They go to "
    "the moor (a fen) to add a+b and o^2; “quoted” – and ‘so on’ – for £5 or 20°. ",
    "French": "Le préfet a été chargé d'élaborer le projet de création d'une académie près de la "
    "forêt. Il est né où sont les élèves âgés ; ça ira très bien à l'été, « déjà » dit-on. ",
    "German": "Die Behörde übernimmt die Prüfung der Anträge für das nächste Jahr. Größere "
    "Änderungen müssen bis März schriftlich begründet werden; darüber entscheidet der Präsident. ",
    "Portuguese": "O município não poderá alterar a situação até à conclusão da avaliação. São "
    "três razões: educação, saúde e segurança pública. Também não há opções. ",
    "Spanish": "El niño comió en la montaña. La reunión será mañana según el señor Muñoz, quien "
    "también mencionó las lluvias próximas. ¿Qué pasó? ",
    "Icelandic": "Það er ekki ljóst hvenær nefndin lýkur störfum sínum í þessu máli; álit hennar "
    "verður birt síðar á árinu. ",
    "Vietnamese": "Ủy ban nhân dân xã giao các thôn rà soát, báo cáo trước ngày 30/6/2024. ",
    "without marks": "Uy ban nhan dan xa giao cac thon ra soat, bao cao truoc ngay 30/6/2024. Hoi "
    "dong thong nhat nhu tren. Ai di? ",
    "code": 'def add(a, b):\n    """Add."""\n    return a(b) if a.o else u+b ^ {e^2: "dd"}\n',
    "numbers": "1.234,5 ± 0,3 µm; 20 °C; 5 § 3; ½ × ¾ = ⅜; 12/2024; 8:30\n",
    "signs": "© ® « » ¬ ¡ ¢ £ ¤ ¥ ¦ § ¨ ª µ ¶ · ¸ ¹ º » ¼ ½ ¾ ¿ × ÷\n",
}


@pytest.mark.parametrize("language", OTHERS)
@pytest.mark.parametrize("times", [1, 40])
def test_other_languages_stay(language, times):
    text = OTHERS[language] * times
    assert recognise(text) is None
    assert decode(text.encode()) == (text, "utf-8")


@pytest.mark.parametrize("language", ["French", "German", "Portuguese", "Spanish", "Icelandic"])
def test_other_languages_in_their_own_bytes_are_not_guessed(language):
    with pytest.raises(ReadError, match="it is not UTF-8: wrong byte 0x"):
        decode((OTHERS[language] * 10).encode("cp1252"))


@pytest.mark.parametrize("name", TEXTS)
def test_clean_vietnamese_stays(name):
    text = TEXTS[name]
    for form in ("NFC", "NFD"):
        assert recognise(unicodedata.normalize(form, text)) is None
    assert decode(text.encode()) == (text, "utf-8")


@pytest.mark.parametrize("written", ["KÕ ho¹ch", "Soá: 12/KH-UBND", "Ke^' hoa.ch", "Sè: 5"])
def test_what_is_too_short_to_tell_stays(written):
    assert decode(written.encode()) == (written, "utf-8")
    if not written.isascii():
        with pytest.raises(ReadError):
            decode(written.encode("cp1252"))


def test_text_that_is_partly_in_unicode_stays():
    mixed = SHORT + "\n" + from_unicode(SHORT, "tcvn3") * 3
    assert decode(mixed.encode()) == (mixed, "utf-8")


def test_a_long_text_is_judged_by_all_parts_of_it():
    french = OTHERS["French"] * 2_000
    with pytest.raises(ReadError):
        decode(as_bytes(SHORT * 20, "vni") + french.encode("cp1252"))


def test_markup_around_the_words_does_not_matter():
    text = "".join(f"<p class=plain><span>{word}</span></p>\n" for word in (SHORT * 3).split())
    assert decode(as_bytes(text, "vni")) == (text, "vni")


def test_conversion_is_told():
    source = read(as_bytes(SHORT, "vni"))
    assert source.text == SHORT
    assert [(f.code, f.message_en) for f in source.findings] == [
        ("R202", "the text was in VNI and was converted to Unicode")
    ]
    assert read(SHORT.encode()).findings == ()


def test_zero_bytes_that_are_no_utf_16():
    with pytest.raises(ReadError, match="unknown kind"):
        read(b"\x00\x01\x02\x03" * 40)


@given(st.binary(max_size=300))
def test_any_bytes_are_decoded_or_refused(data):
    try:
        text = decode(data).text
    except ReadError as error:
        text = error.reason
    assert isinstance(text, str)


@given(
    st.sampled_from([*EIGHT_BITS, "viqr", "utf-8", "utf-16"]),
    st.lists(st.tuples(st.integers(0, 20_000), st.binary(max_size=20)), min_size=1, max_size=10),
)
def test_what_is_wrong_in_a_file_gives_a_plan_or_an_error(encoding, wounds):
    text = TEXTS["yen-loc-127-2024"]
    if encoding.startswith("utf"):
        data = bytearray(text.encode(encoding))
    else:
        data = bytearray(as_bytes(without_what_it_lacks(text, encoding), encoding))
    for at, piece in wounds:
        data[at : at + 2 * len(piece)] = piece
    try:
        outcome = danvan.load(bytes(data)).coverage()
    except ReadError as error:
        outcome = error.reason
    assert outcome


@given(st.text(max_size=100))
def test_any_text_in_utf_8_comes_back(text):
    if not text.startswith("\ufeff") and "\0" not in text:
        assert decode(text.encode()) == (text, "utf-8")
