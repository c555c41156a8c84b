"""Web pages: what is read of them, and what is around the document."""

import pytest

import danvan
from danvan.readers import read
from danvan.readers.encodings import from_unicode


def of(body, head=""):
    return read(f"<!DOCTYPE html><html><head>{head}</head><body>{body}</body></html>".encode())


def text_of(body):
    return of(body).text


def test_blocks_are_paragraphs_and_white_space_is_one_space():
    assert text_of("<p>Ủy   ban\n nhân <b>dân</b></p><div>xã<p>Đông</p>Hà</div>") == (
        "Ủy ban nhân dân\nxã\nĐông\nHà"
    )


def test_line_breaks_stay_and_two_of_them_end_a_paragraph():
    source = of("<p>TM. UBND<br>CHỦ TỊCH<br/><br> <br>Lê An</p>")
    assert source.text == "TM. UBND\nCHỦ TỊCH\nLê An"
    assert [source.slice(p.span) for p in source.layout.paragraphs] == [
        "TM. UBND\nCHỦ TỊCH",
        "Lê An",
    ]


def test_what_is_bold_and_what_is_a_heading_are_facts():
    source = of(
        "<h2>KẾ HOẠCH</h2><p><strong>I. Mục</strong> đích</p>"
        "<p style='font-weight: bold'>a <span style='font-weight:normal'>b</span></p>"
        "<p><span style='font-weight:700'>c</span></p>"
    )
    assert [source.slice(span) for span in source.layout.bold] == ["KẾ HOẠCH", "I. Mục", "a ", "c"]
    assert [p.level for p in source.layout.paragraphs] == [2, 0, 0, 0]


@pytest.mark.parametrize(
    "clutter",
    [
        "<script>var a = 'KẾ HOẠCH'</script>",
        "<style>p { color: red }</style>",
        "<nav><p>Trang chủ</p></nav>",
        "<noscript>Bật JavaScript</noscript>",
        "<div class='main-menu'>Trang chủ</div>",
        "<div id='sidebar'>Tin mới</div>",
        "<p role=navigation>Trang chủ</p>",
        "<p hidden>ẩn</p>",
        "<p style='display: none'>ẩn</p>",
        "<div aria-hidden=true>ẩn</div>",
        "<form><select><option>Tỉnh</option></select><button>Tìm</button></form>",
        "<ul>" + "<li><a href=/1>Tin mới</a></li>" * 4 + "</ul>",
        "<!-- ghi chú -->",
        "<footer>Bản quyền</footer>",
        "<iframe src='file:///etc/passwd'>khung</iframe>",
        "<object data='http://example.invalid/a.pdf'>tệp</object>",
    ],
)
def test_what_is_around_the_document_is_left_out(clutter):
    assert text_of(f"{clutter}<p>KẾ HOẠCH</p>{clutter}<p>Nội dung</p>") == "KẾ HOẠCH\nNội dung"


def test_links_in_running_text_stay_and_lead_nowhere():
    links = "".join(f"<a href='/vb/{n}'>Quyết định số {n}/QĐ-UBND</a>, " for n in range(1, 6))
    assert text_of(f"<p>Căn cứ {links}và các văn bản có liên quan đến nội dung này</p>").startswith(
        "Căn cứ Quyết định số 1/QĐ-UBND, Quyết định số 2"
    )


def test_tables_with_head_spans_and_empty_cells():
    source = of(
        "<table><thead><tr><th>TT<th colspan=2>Việc</tr></thead>"
        "<tr><td rowspan=2>1<td>a<td>b</tr><tr><td>c<td>d<br>e</tr></table>"
    )
    assert source.text == "| TT | Việc |  |\n| 1 | a | b |\n|  | c | d<br>e |"
    [table] = source.layout.tables
    assert (table.header, source.slice(table.rows[2][2])) == (1, "d<br>e")


def test_tables_that_only_lay_the_page_out_are_no_tables():
    assert text_of("<table><tr><td><p>a</p><p>b</p></td></tr></table>") == "a\nb"
    inner = "<table><tr><td>c<td>d</table>"
    assert text_of(f"<table><tr><td>a<td>{inner}</table>") == "a\n| c | d |"


@pytest.mark.parametrize(
    ("given", "text"),
    [
        ("<ol><li>a<li>b</ol>", "1. a\n2. b"),
        ("<ol type=I start=3><li>a<li value=7>b<li>c</ol>", "III. a\nVII. b\nVIII. c"),
        ("<ol style='list-style-type: lower-alpha'><li>a</ol>", "a. a"),
        ("<ol reversed><li>a<li>b</ol>", "2. a\n1. b"),
        ("<ul><li>a</ul>", "• a"),
        ("<ul><li>- a<li>1. b</ul>", "- a\n1. b"),
        ("<ul style='list-style: none'><li>a</ul>", "a"),
        ("<ul style=\"list-style-type: '- '\"><li>a</ul>", "- a"),
        ("<ol><li>a<ol type=a><li>b</ol><li>c</ol>", "1. a\na. b\n2. c"),
        ("<ol><li><p>a</p><p>b</p></ol>", "1. a\nb"),
        ("<ol><li></ol><p>a</p>", "a"),
    ],
)
def test_lists_have_the_labels_that_a_browser_counts(given, text):
    assert text_of(given) == text


WORD_NOTES = (
    '<p>Thực hiện<a href="#_ftn1" name="_ftnref1"><sup>[1]</sup></a>.</p><p>Hết.</p>'
    '<div id=ftn1><p><a href="#_ftnref1" name="_ftn1">[1]</a> Theo <b>báo cáo</b>.</p></div>'
)


@pytest.mark.parametrize(
    "page",
    [
        WORD_NOTES,
        WORD_NOTES.replace("<sup>[1]</sup>", "[1]"),
        WORD_NOTES.replace(
            '<a href="#_ftnref1" name="_ftn1">[1]</a>', '[<a href="#_ftnref1" name="_ftn1">1</a>]'
        ),
        "<p>Thực hiện<sup>[<a href=#n>1</a>]</sup>.</p><p>Hết.</p><p id=n>Theo <b>báo cáo</b>.</p>",
        "<p>Thực hiện<sup>1</sup>.</p><p>Hết.</p><p><sup>1</sup> Theo <b>báo cáo</b>.</p>",
    ],
)
def test_notes_are_lifted_out(page):
    source = of(page)
    assert source.text == "Thực hiện<sup>1</sup>.\nHết.\n<sup>1</sup> Theo báo cáo."
    [note] = source.layout.notes
    assert (note.mark, source.slice(note.call)) == ("1", "<sup>1</sup>")
    assert [f.text for f in danvan.parse(source).footnotes] == ["Theo báo cáo."]


def test_a_link_that_leads_up_makes_no_note_of_the_text():
    page = "<p id=ref>Thực hiện.</p><p>Hết.</p><div id=ftn1><p><a href=#ref>[1]</a> Theo.</p></div>"
    assert text_of(page) == "Thực hiện.\nHết.\n[1] Theo."


def test_exponents_are_no_notes():
    assert text_of("<p>rộng 20 m<sup>2</sup>, 5 km<sup>2</sup></p>") == "rộng 20 m², 5 km²"
    assert text_of("<p>x<sup>th</sup></p>") == "xth"


PAGE = "<html><head>{}</head><body><p>Ủy ban nhân dân huyện Đông Hà kính gửi</p></body></html>"
SAID = "Ủy ban nhân dân huyện Đông Hà kính gửi"


@pytest.mark.parametrize(
    ("codec", "head"),
    [
        ("utf-8", ""),
        ("utf-8-sig", "<meta charset=utf-8>"),
        ("utf-8", "<meta charset='windows-1252'>"),
        ("utf-16", ""),
        ("utf-16", "<meta charset=utf-16>"),
    ],
)
def test_encodings_by_mark_and_content(codec, head):
    assert read(PAGE.format(head).encode(codec)).text == SAID


def test_a_declared_encoding():
    page = '<html><meta http-equiv="Content-Type" content="text/html; charset=iso-8859-2"><p>żółć'
    assert read(page.encode("iso-8859-2")).text == "żółć"
    declared = '<?xml version="1.0" encoding="windows-1258"?><html><p>\xcd\xecnh</p></html>'
    assert read(declared.encode("latin-1")).text == "Í\u0301nh"


LONG = (
    "Thực hiện Kế hoạch của Ủy ban nhân dân tỉnh về công tác dân vận, các phòng, ban và đơn vị của "
    "huyện tổ chức thực hiện những nội dung sau đây trong năm và báo cáo kết quả về huyện."
)


@pytest.mark.parametrize("encoding", ["tcvn3", "vni"])
def test_pages_in_an_encoding_of_before_unicode(encoding):
    written = from_unicode(LONG, encoding)
    for data in (
        f"<html><p>{written}</p></html>".encode("cp1252"),
        f"<html><meta charset=windows-1252><p>{written}</p></html>".encode("cp1252"),
        f"<html><meta charset=utf-8><p>{written}</p></html>".encode(),
    ):
        source = read(data)
        assert source.text.casefold() == LONG.casefold()


def test_fonts_of_before_unicode():
    assert text_of("<p><font face='.VnTime'>KÕ ho¹ch</font> số</p>") == "Kế hoạch số"
    assert text_of("<p style=\"font-family: '.VnTimeH'\">kÕ ho¹ch</p>") == "KẾ HOẠCH"
    assert text_of("<p style='font-family:Arial'>Kế</p>") == "Kế"


def test_a_few_wrong_bytes_are_told_and_many_refused():
    page = b"<html><meta charset=utf-8><p>" + LONG.encode() * 3
    source = read(page + b"\xff</p>")
    assert source.text.endswith("huyện.\ufffd")
    assert [finding.code for finding in source.findings] == ["R221"]
    with pytest.raises(danvan.ReadError):
        read(b"<html><meta charset=utf-8><p>" + b"\xff\xfe\xfd" * 100)


def test_places_name_paragraph_and_line():
    source = of("<p>a</p>\n<p>b</p>\n<table><tr><td>c<td>d</table>")
    assert str(source.place(source.text.index("b"))) == "paragraph 2, line 2"
    assert str(source.place(source.text.index("d"))) == (
        "paragraph 4, line 3, table 1, row 1, cell 2"
    )


def test_saved_mail():
    page = (
        "<html xmlns:o='urn:schemas-microsoft-com:office:office'><body lang=VI><div class=WordSection1>"
        "<p class=MsoNormal><span style='mso-hide:all'>x</span>Kính gửi: <o:p></o:p></p>"
        "<p class=MsoListParagraph><![if !supportLists]><span style='mso-list:Ignore'>1."
        "<span>&nbsp;&nbsp; </span></span><![endif]>Việc</p></div></body></html>"
    )
    assert read(page.encode()).text.replace("\xa0", " ").split() == ["Kính", "gửi:", "1.", "Việc"]


def test_page_breaks_are_facts():
    source = of("<p>a</p><br style='page-break-before:always'><p>b</p>")
    assert [source.text[offset] for offset in source.layout.pages] == ["b"]
