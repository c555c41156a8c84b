"""PDF files by their looks: what stands where is what it is. The pages are made by hand."""

import textwrap

import pytest

import danvan
from danvan.readers import read
from danvan.text import Place
from tests.readers.handmade import WIDTH, Sheet, pdf

LONG = (
    "Tổ chức tuyên truyền, phổ biến các quy định về dân chủ ở cơ sở đến cán bộ, công chức và Nhân dân "
    "trên địa bàn; kịp thời giải quyết kiến nghị của người dân; gắn việc thực hiện với thi đua, khen "
    "thưởng hằng năm của từng cơ quan, đơn vị và địa phương."
)


def text_of(*sheets, **more):
    return read(pdf(*sheets, **more)).text


def lines_of(*sheets, **more):
    return text_of(*sheets, **more).split("\n")


def headed(sheet):
    """A letterhead in two columns, its cells centred, and a title."""
    for text, left, y, bold in (
        ("ỦY BAN NHÂN DÂN", 60, 760, False),
        ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", 300, 760, True),
        ("XÃ TÂN THỊNH", 67, 748, True),
        ("Độc lập - Tự do - Hạnh phúc", 317, 748, True),
        ("Số: 12/KH-UBND", 62, 730, False),
        ("Tân Thịnh, ngày 5 tháng 2 năm 2024", 300, 730, False),
        ("KẾ HOẠCH", 230, 700, True),
    ):
        sheet.write(text, left, y, bold=bold)
    return sheet


def test_rows_of_a_paragraph_become_one_line():
    sheet = Sheet()
    y = sheet.paragraph(LONG, 700)
    sheet.paragraph("Câu ngắn.", y)
    assert lines_of(sheet) == [LONG, "Câu ngắn."]


def test_a_line_that_ends_early_ends_its_paragraph():
    sheet = Sheet()
    y = sheet.paragraph(LONG, 700)
    y = sheet.paragraph("Giao các đơn vị:", y)
    sheet.paragraph(LONG, y)
    assert lines_of(sheet) == [LONG, "Giao các đơn vị:", LONG]


def test_an_indent_begins_a_paragraph_though_the_line_before_is_full():
    sheet = Sheet()
    full = "a" * 79 + "."
    for i, x in enumerate((70, 50, 70, 50, 70, 50, 70, 50)):
        sheet.write(full[: 80 - (4 if x == 70 else 0)], x, 700 - 12 * i)
    assert len(lines_of(sheet)) == 4


def test_items_begin_with_their_marks_but_a_dash_within_a_sentence_does_not():
    sheet = Sheet()
    for i, text in enumerate(
        (
            "- Gắn việc thực hiện dân chủ ở cơ sở với nhiệm vụ phát triển kinh tế và kinh tế",
            "- xã hội của địa phương trong năm 2024 và những năm sau, bảo đảm công khai minh",
            "bạch.",
            "- Báo cáo kết quả.",
        )
    ):
        sheet.write(text, 50, 700 - 12 * i)
    found = lines_of(sheet)
    assert len(found) == 2
    assert "kinh tế - xã hội của địa phương" in found[0]


def test_a_number_that_breaks_at_its_hyphen_is_joined_without_a_space():
    sheet = Sheet()
    sheet.write(
        "Căn cứ Kế hoạch của Ủy ban nhân dân tỉnh về cải cách hành chính số 24/KH-", 50, 700
    )
    sheet.write(
        "UBND ngày 05/02/2024 của Ủy ban nhân dân tỉnh về cải cách hành chính nhà nước", 50, 688
    )
    assert "24/KH-UBND ngày" in text_of(sheet)


def test_two_columns_are_read_left_then_right():
    assert lines_of(headed(Sheet())) == [
        "ỦY BAN NHÂN DÂN",
        "XÃ TÂN THỊNH",
        "Số: 12/KH-UBND",
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "Độc lập - Tự do - Hạnh phúc",
        "Tân Thịnh, ngày 5 tháng 2 năm 2024",
        "KẾ HOẠCH",
    ]


def test_the_plan_of_a_page():
    sheet = headed(Sheet())
    sheet.paragraph(LONG, 670)
    plan = danvan.load(pdf(sheet))
    assert str(plan.number) == "12/KH-UBND"
    assert str(plan.issued_on) == "2024-02-05"
    assert [agency.full_name for agency in plan.issuers] == ["Ủy ban nhân dân xã Tân Thịnh"]


def test_recipients_and_signature_side_by_side():
    sheet = Sheet()
    y = sheet.paragraph(LONG, 700) - 20
    for i, (left, right) in enumerate(
        (
            ("Nơi nhận:", "TM. ỦY BAN NHÂN DÂN"),
            ("- Thường trực Đảng ủy, Hội đồng", "CHỦ TỊCH"),
            ("nhân dân xã;", ""),
            ("- Lưu: VT.", ""),
            ("", "Lê Văn Bình"),
        )
    ):
        if left:
            sheet.write(left, 50, y - 12 * i, 9)
        if right:
            sheet.write(right, 400 - len(right) * WIDTH * 5, y - 12 * i, bold=True)
    assert lines_of(sheet)[1:] == [
        "Nơi nhận:",
        "- Thường trực Đảng ủy, Hội đồng nhân dân xã;",
        "- Lưu: VT.",
        "TM. ỦY BAN NHÂN DÂN",
        "CHỦ TỊCH",
        "Lê Văn Bình",
    ]


def test_labels_before_a_tab_are_no_column():
    sheet = Sheet()
    for i, (label, text) in enumerate((("I.", "MỤC ĐÍCH"), ("1.", "Yêu cầu"), ("a)", "Nội dung"))):
        sheet.write(label, 50, 700 - 12 * i)
        sheet.write(text, 90, 700 - 12 * i)
    assert lines_of(sheet) == ["I. MỤC ĐÍCH", "1. Yêu cầu", "a) Nội dung"]


def numbered_pages(count, *, number_at=(300, 770), head=None, foot=None):
    sheets = []
    for n in range(1, count + 1):
        sheet = Sheet()
        sheet.write(str(n), *number_at)
        if head:
            sheet.write(head, 50, 785)
        if foot:
            sheet.write(foot, 50, 20)
        sheet.paragraph(f"Phần {'abc'[n - 1]} của văn bản. {LONG}", 700)
        sheets.append(sheet)
    return sheets


@pytest.mark.parametrize("at", [(300, 770), (300, 30), (520, 770)])
def test_page_numbers_are_left_out(at):
    found = lines_of(*numbered_pages(3, number_at=at))
    assert len(found) == 3
    assert all(line.startswith("Phần") for line in found)


def test_running_heads_are_left_out():
    sheets = numbered_pages(3, head="KẾ HOẠCH NĂM 2024", foot="Văn phòng - lưu hành nội bộ")
    assert len(lines_of(*sheets)) == 3


def test_what_stands_at_the_edge_of_one_page_only_stays():
    sheets = numbered_pages(3)
    sheets[1].write("Phụ lục kèm theo", 50, 785)
    assert "Phụ lục kèm theo" in lines_of(*sheets)


def test_appendices_that_begin_pages_alike_are_no_running_heads():
    sheets = numbered_pages(3)
    for n, sheet in enumerate(sheets, 1):
        sheet.write(f"Phụ lục {n + 1}", 270, 750)
    assert "Phụ lục 3" in lines_of(*sheets)


def test_a_paragraph_goes_on_over_a_page():
    first, second = Sheet(), Sheet()
    lines = textwrap.wrap(LONG, 80)
    first.write(lines[0], 50, 60)
    for i, line in enumerate(lines[1:]):
        second.write(line, 50, 700 - 12 * i)
    source = read(pdf(first, second))
    assert source.text == LONG
    assert source.layout.place(0).page == 1


def test_pages_are_known():
    source = read(pdf(*numbered_pages(3)))
    assert len(source.layout.pages) == 2
    assert [source.layout.place(offset).page for offset in (0, *source.layout.pages)] == [1, 2, 3]
    place = source.layout.place(source.layout.pages[0] + 5)
    assert isinstance(place, Place)
    left, bottom, right, top = place.box
    assert left == pytest.approx(50, abs=1)
    assert 0 < bottom < top < 720
    assert right < 500


def test_bold_type_is_a_fact():
    source = read(pdf(headed(Sheet())))
    bold = [span.of(source.text) for span in source.layout.bold]
    assert "XÃ TÂN THỊNH" in bold
    assert "KẾ HOẠCH" in bold
    assert not any("Số:" in text for text in bold)


def table(sheet, top=600):
    sheet.grid([50, 90, 300, 420, 550], [top, top - 20, top - 50, top - 80])
    for y, cells in (
        (top - 14, ("TT", "Nội dung", "Chủ trì", "Thời gian")),
        (top - 32, ("1", "Ban hành kế hoạch cải cách hành chính", "Văn phòng", "Quý I")),
        (top - 62, ("2", "Kiểm tra", "Công an xã", "Tháng 6")),
    ):
        for x, cell in zip((55, 95, 305, 425), cells, strict=True):
            sheet.write(cell, x, y)
    sheet.write("năm 2024 của xã", 95, top - 44)


def test_ruled_tables_have_rows_and_cells():
    sheet = Sheet()
    sheet.paragraph(LONG, 700)
    table(sheet)
    sheet.paragraph("Hết.", 480)
    source = read(pdf(sheet))
    assert source.text.split("\n")[1:] == [
        "| TT | Nội dung | Chủ trì | Thời gian |",
        "| 1 | Ban hành kế hoạch cải cách hành chính năm 2024 của xã | Văn phòng | Quý I |",
        "| 2 | Kiểm tra | Công an xã | Tháng 6 |",
        "Hết.",
    ]
    (found,) = source.layout.tables
    assert found.header == 1
    assert found.rows[1][2].of(source.text) == "Văn phòng"


def test_cells_over_several_columns_and_rows():
    sheet = Sheet()
    sheet.box(50, 500, 350, 600)
    sheet.rule(50, 560, 350, 560)
    sheet.rule(150, 500, 150, 560)
    sheet.rule(150, 530, 350, 530)
    sheet.rule(250, 500, 250, 530)
    for text, x, y in (
        ("Tất cả", 60, 575),
        ("Trái", 60, 530),
        ("Trên", 160, 540),
        ("Dưới", 160, 510),
        ("Cuối", 260, 510),
    ):
        sheet.write(text, x, y)
    assert lines_of(sheet) == ["| Tất cả |", "| Trái | Trên |", "| Dưới | Cuối |"]


def test_a_table_goes_on_over_a_page_with_its_header_again():
    first, second = Sheet(), Sheet()
    first.paragraph(LONG, 700)
    table(first, 180)
    table(second, 740)
    found = [line for line in lines_of(first, second) if line.startswith("|")]
    assert len(found) == 5
    assert sum("TT" in line for line in found) == 1


def test_a_row_that_a_page_break_cuts_is_one_row():
    first, second = Sheet(), Sheet()
    first.paragraph(LONG, 700)
    table(first, 180)
    first.write("việc thực hiện của các thôn, tổ dân phố", 95, 106)
    second.grid([50, 90, 300, 420, 550], [740, 710])
    second.write("và báo cáo", 95, 725)
    found = [line for line in lines_of(first, second) if line.startswith("|")]
    assert found[-1] == (
        "| 2 | Kiểm tra<br>việc thực hiện của các thôn, tổ dân phố và báo cáo | Công an xã | Tháng 6 |"
    )


def test_a_frame_around_text_is_no_table():
    sheet = Sheet()
    sheet.box(40, 600, 500, 720)
    sheet.paragraph(LONG, 700)
    assert lines_of(sheet) == [LONG]


def noted(*, rule=True, raised=True):
    sheet = Sheet()
    sheet.write("Thực hiện Nghị quyết của Huyện ủy", 50, 700)
    sheet.write("1", 217, 704, 6)
    sheet.write("về nhiệm vụ năm 2024.", 225, 700)
    sheet.paragraph(LONG, 680)
    if rule:
        sheet.rule(50, 90, 200, 90)
    sheet.write("1", 50, 78 if raised else 75, 5 if raised else 8)
    sheet.write("Nghị quyết số 09-NQ/HU ngày 14/12/2023 của Ban Chấp hành Đảng bộ", 55, 75, 8)
    sheet.write("huyện.", 50, 65, 8)
    return sheet


@pytest.mark.parametrize(("rule", "raised"), [(True, True), (False, True), (True, False)])
def test_footnotes_stand_at_the_end_and_are_called(rule, raised):
    source = read(pdf(noted(rule=rule, raised=raised)))
    said = source.text.split("\n")
    assert said[0] == "Thực hiện Nghị quyết của Huyện ủy<sup>1</sup> về nhiệm vụ năm 2024."
    assert said[-1] == (
        "<sup>1</sup> Nghị quyết số 09-NQ/HU ngày 14/12/2023 của Ban Chấp hành Đảng bộ huyện."
    )
    (note,) = source.layout.notes
    assert note.mark == "1"
    assert note.call.of(source.text) == "<sup>1</sup>"


def test_a_footnote_goes_on_at_the_foot_of_the_next_page():
    second = Sheet()
    second.paragraph(LONG, 700)
    second.rule(50, 90, 200, 90)
    second.write("và các văn bản hướng dẫn thi hành.", 50, 75, 8)
    assert text_of(noted(), second).endswith("Đảng bộ huyện. và các văn bản hướng dẫn thi hành.")


def test_small_type_at_the_end_that_has_no_mark_stays():
    sheet = Sheet()
    y = sheet.paragraph(LONG, 700)
    sheet.write("(Kèm theo phụ lục)", 50, y - 20, 8)
    assert lines_of(sheet) == [LONG, "(Kèm theo phụ lục)"]


def test_small_type_below_a_rule_that_goes_on_with_no_note_stays():
    sheet = Sheet()
    sheet.paragraph(LONG, 700)
    sheet.rule(50, 90, 200, 90)
    sheet.write("Ghi chú của văn phòng.", 50, 75, 8)
    assert lines_of(sheet) == [LONG, "Ghi chú của văn phòng."]


def test_a_number_at_the_edge_of_a_footnote_is_not_the_next_one():
    sheet = noted()
    sheet.write("Theo báo cáo", 50, 600)
    sheet.write("3", 112, 604, 6)
    sheet.write("3 năm qua.", 50, 55, 8)
    assert [note.mark for note in read(pdf(sheet)).layout.notes] == ["1"]


def test_rows_that_all_begin_elsewhere():
    sheet = Sheet()
    for i in range(40):
        sheet.write(f"dòng {i}", 50 + 11 * i, 780 - 19 * i)
    assert len(lines_of(sheet)) == 40


def test_raised_digits_without_a_note_are_exponents():
    sheet = Sheet()
    sheet.write("diện tích 15 k", 50, 700)
    sheet.write("2", 121, 704, 6)
    sheet.write("đất", 128, 700)
    assert lines_of(sheet) == ["diện tích 15 k² đất"]


def test_letters_that_stand_apart_are_words():
    sheet = Sheet()
    sheet.write("K Ế   H O Ạ C H", 200, 700)
    assert lines_of(sheet) == ["KẾ HOẠCH"]


def test_what_is_printed_twice_is_read_once():
    sheet = Sheet()
    sheet.write("KẾ HOẠCH", 200, 700)
    sheet.write("KẾ HOẠCH", 200.4, 700)
    assert lines_of(sheet) == ["KẾ HOẠCH"]


def test_stamps_of_signing_software_are_kept_apart():
    sheet = headed(Sheet())
    sheet.paragraph(LONG, 670)
    for i, text in enumerate(
        (
            "Người ký: Ủy ban nhân dân xã",
            "Email: xa@tinh.gov.vn",
            "Thời gian ký: 05.02.2024 16:12:18",
        )
    ):
        sheet.write(text, 430, 690 - 7 * i, 6)
    source = read(pdf(sheet))
    assert "Người ký" not in source.text
    (finding,) = source.findings
    assert finding.code == "R203"
    assert "Người ký: Ủy ban nhân dân xã Email: xa@tinh.gov.vn Thời gian ký" in finding.message


def test_what_a_program_stamps_upon_the_page_is_read():
    sheet = Sheet()
    sheet.write("Số:", 50, 700)
    sheet.write("/KH-UBND", 90, 700)
    sheet.stamps.append(("127", 70, 698, 10))
    assert lines_of(sheet) == ["Số: 127 /KH-UBND"]


def test_signatures_in_annotations_are_kept_apart():
    sheet = Sheet()
    sheet.paragraph(LONG, 700)
    sheet.stamps.append(("Ký bởi: Nguyễn Văn A", 400, 100, 6))
    source = read(pdf(sheet))
    assert source.text == LONG
    assert [finding.code for finding in source.findings] == ["R203"]


@pytest.mark.parametrize(
    ("turn", "upwards"),
    [(0, True), (90, True), (90, False), (180, False), (270, True), (270, False)],
)
def test_turned_pages_are_read_as_their_text_runs(turn, upwards):
    sheet = Sheet(turn=turn, upwards=upwards)
    sheet.write("Bảng kê", *((100, 50) if upwards else (50, 700)))
    sheet.write("Cộng", *((120, 50) if upwards else (50, 680)))
    assert lines_of(sheet) == ["Bảng kê", "Cộng"]


def test_pages_without_text_are_told():
    source = read(pdf(headed(Sheet()), Sheet(scan=True), Sheet(), Sheet(scan=True)))
    (finding,) = source.findings
    assert (finding.code, finding.message_en) == (
        "R201",
        "pages 2, 4 have no text that can be read (scans?)",
    )


@pytest.mark.parametrize(
    ("font", "written", "shown"),
    [
        (".VnTime", "Uû ban nh©n d©n huyÖn", "Uỷ ban nhân dân huyện"),
        (".VnTimeH", "ñy ban nh©n d©n", "ỦY BAN NHÂN DÂN"),
        ("VNI-Times", "Uyû ban nhaân daân", "Uỷ ban nhân dân"),
    ],
)
def test_fonts_of_legacy_encodings(font, written, shown):
    sheet = Sheet()
    sheet.write(written, 50, 700)
    assert text_of(sheet, font=font) == shown


def test_legacy_text_in_a_font_of_today():
    sheet = Sheet()
    sheet.paragraph(
        "ñy ban nh©n d©n huyÖn yªu cÇu c¸c x· tæ chøc thùc hiÖn kÕ ho¹ch nµy vµ b¸o c¸o kÕt qu¶ "
        "tr­íc ngµy 20/6/2004.",
        700,
    )
    source = read(pdf(sheet))
    assert source.text.startswith("ủy ban nhân dân huyện yêu cầu các xã tổ chức thực hiện")
    assert [finding.code for finding in source.findings] == ["R202"]
