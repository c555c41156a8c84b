"""Documents of Word: what is read of them, and what is left out."""

import pytest

import danvan
from danvan.readers import read
from danvan.text import Place
from tests.readers.packages import W, document, package


def run(text, properties=""):
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def paragraph(*content, properties=""):
    inner = "".join(c if c.startswith("<") else run(c) for c in content)
    return f"<w:p><w:pPr>{properties}</w:pPr>{inner}</w:p>"


def listed(text, list_id, level=0):
    numbers = f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{list_id}"/></w:numPr>'
    return paragraph(text, properties=numbers)


def of(body, **parts):
    return read(package(document(body), **parts))


def text_of(*paragraphs, **parts):
    return of("".join(paragraphs), **parts).text


def level(index, form, text, start=1, more=""):
    return (
        f'<w:lvl w:ilvl="{index}"><w:start w:val="{start}"/><w:numFmt w:val="{form}"/>'
        f'<w:lvlText w:val="{text}"/>{more}</w:lvl>'
    )


def numbering(*lists, nums=None):
    """Abstract lists from 0 on, each a string of levels; the list n + 1 uses the abstract one n."""
    abstract = "".join(
        f'<w:abstractNum w:abstractNumId="{n}">{levels}</w:abstractNum>'
        for n, levels in enumerate(lists)
    )
    if nums is None:
        nums = "".join(num(n + 1, n) for n in range(len(lists)))
    return f'<w:numbering xmlns:w="{W}">{abstract}{nums}</w:numbering>'


def num(list_id, abstract, overrides=""):
    return f'<w:num w:numId="{list_id}"><w:abstractNumId w:val="{abstract}"/>{overrides}</w:num>'


def override(index, start):
    return f'<w:lvlOverride w:ilvl="{index}"><w:startOverride w:val="{start}"/></w:lvlOverride>'


OUTLINE = (
    level(0, "upperRoman", "%1.")
    + level(1, "decimal", "%2.")
    + level(2, "decimal", "%2.%3.")
    + level(3, "lowerLetter", "%4)")
)


def labels(*places, lists=(OUTLINE,), nums=None):
    """The labels of paragraphs, each given by its list and level."""
    body = "".join(listed("x", *place) for place in places)
    lines = of(body, numbering=numbering(*lists, nums=nums)).text.split("\n")
    return [line.removesuffix("x").strip() for line in lines]


def test_an_outline_of_several_levels_is_counted():
    given = [(1, 0), (1, 1), (1, 2), (1, 2), (1, 3), (1, 1), (1, 2), (1, 0), (1, 1)]
    assert labels(*given) == ["I.", "1.", "1.1.", "1.2.", "a)", "2.", "2.1.", "II.", "1."]


def test_levels_above_that_do_not_occur_show_their_start():
    assert labels((1, 2), (1, 2)) == ["1.1.", "1.2."]


@pytest.mark.parametrize(
    ("form", "printed"),
    [
        ("decimal", ["8", "9", "10"]),
        ("decimalZero", ["08", "09", "10"]),
        ("upperRoman", ["VIII", "IX", "X"]),
        ("lowerRoman", ["viii", "ix", "x"]),
        ("upperLetter", ["H", "I", "J"]),
        ("lowerLetter", ["h", "i", "j"]),
        ("ordinal", ["8th", "9th", "10th"]),
        ("numberInDash", ["- 8 -", "- 9 -", "- 10 -"]),
        ("decimalEnclosedCircle", ["⑧", "⑨", "⑩"]),
        ("vietnameseCounting", ["tám", "chín", "mười"]),
        ("hebrew1", ["8", "9", "10"]),
    ],
)
def test_formats(form, printed):
    given = level(0, form, "%1", start=8)
    assert labels((1, 0), (1, 0), (1, 0), lists=(given,)) == printed


def test_letters_go_round():
    given = level(0, "lowerLetter", "%1.", start=26)
    assert labels((1, 0), (1, 0), (1, 0), lists=(given,)) == ["z.", "aa.", "bb."]


def test_a_format_without_number_shows_its_text():
    assert labels((1, 0), lists=(level(0, "none", "Lưu ý:"),)) == ["Lưu ý:"]


def test_lists_of_one_abstract_list_count_on():
    nums = num(1, 0) + num(2, 0)
    assert labels((1, 0), (2, 0), (1, 0), nums=nums) == ["I.", "II.", "III."]


def test_a_list_may_start_anew_once():
    nums = num(1, 0) + num(2, 0, override(0, 1))
    assert labels((1, 0), (1, 0), (2, 0), (2, 0), nums=nums) == ["I.", "II.", "I.", "II."]


def test_a_list_may_start_a_deeper_level_elsewhere():
    nums = num(1, 0) + num(2, 0, override(3, 5))
    given = [(1, 0), (1, 3), (2, 3), (2, 3), (2, 0), (2, 3)]
    assert labels(*given, nums=nums) == ["I.", "a)", "e)", "f)", "II.", "e)"]


def test_a_list_may_have_levels_of_its_own():
    own = f'<w:lvlOverride w:ilvl="0">{level(0, "decimal", "Điều %1.", start=7)}</w:lvlOverride>'
    assert labels((2, 0), (2, 0), nums=num(2, 0, own)) == ["Điều 7.", "Điều 8."]


@pytest.mark.parametrize(
    ("restart", "printed"),
    [
        ("", ["I.", "1.", "a)", "2.", "a)", "II.", "a)"]),
        ('<w:lvlRestart w:val="1"/>', ["I.", "1.", "a)", "2.", "b)", "II.", "a)"]),
        ('<w:lvlRestart w:val="0"/>', ["I.", "1.", "a)", "2.", "b)", "II.", "c)"]),
    ],
)
def test_levels_begin_anew_as_they_say(restart, printed):
    levels = (
        level(0, "upperRoman", "%1.")
        + level(1, "decimal", "%2.")
        + level(2, "lowerLetter", "%3)", more=restart)
    )
    given = [(1, 0), (1, 1), (1, 2), (1, 1), (1, 2), (1, 0), (1, 2)]
    assert labels(*given, lists=(levels,)) == printed


def test_legal_numbers_are_digits():
    levels = level(0, "upperRoman", "%1.") + level(1, "decimal", "%1.%2", more="<w:isLgl/>")
    assert labels((1, 0), (1, 0), (1, 1), lists=(levels,)) == ["I.", "II.", "2.1"]


@pytest.mark.parametrize(
    ("font", "text", "shown"),
    [
        ("Times New Roman", "-", "-"),
        ("Symbol", "\uf0b7", "•"),
        ("Symbol", "\uf02d", "-"),
        ("Symbol", "\uf02b", "+"),
        ("Wingdings", "\uf0a7", "▪"),
        ("Wingdings", "\uf0d8", "➢"),
        ("Wingdings 3", "\uf07d", "•"),
        ("Courier New", "o", "o"),
    ],
)
def test_bullets_are_those_that_show(font, text, shown):
    fonts = f'<w:rPr><w:rFonts w:ascii="{font}" w:hAnsi="{font}"/></w:rPr>'
    assert labels((1, 0), lists=(level(0, "bullet", text, more=fonts),)) == [shown]


def test_lists_of_styles_and_lists_that_are_taken_off():
    styles = (
        f'<w:styles xmlns:w="{W}"><w:style w:type="paragraph" w:styleId="Muc"><w:pPr><w:numPr>'
        '<w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
        '<w:style w:type="paragraph" w:styleId="Duoi"><w:basedOn w:val="Muc"/></w:style></w:styles>'
    )
    levels = level(0, "upperRoman", "%1.") + level(1, "decimal", "%2.", more="")
    levels = levels.replace('w:ilvl="1">', 'w:ilvl="1"><w:pStyle w:val="Duoi"/>')
    off = '<w:pStyle w:val="Muc"/><w:numPr><w:numId w:val="0"/></w:numPr>'
    body = [
        paragraph("a", properties='<w:pStyle w:val="Muc"/>'),
        paragraph("b", properties='<w:pStyle w:val="Duoi"/>'),
        paragraph("c", properties=off),
        paragraph("d", properties='<w:pStyle w:val="Muc"/>'),
    ]
    read_text = text_of(*body, styles=styles, numbering=numbering(levels))
    assert read_text == "I. a\n1. b\nc\nII. d"


def test_a_style_of_lists_stands_for_a_list():
    styles = (
        f'<w:styles xmlns:w="{W}"><w:style w:type="numbering" w:styleId="DS"><w:pPr><w:numPr>'
        '<w:numId w:val="2"/></w:numPr></w:pPr></w:style></w:styles>'
    )
    lists = ('<w:numStyleLink w:val="DS"/>', level(0, "decimal", "%1)"))
    body = listed("a", 1) + listed("b", 1)
    assert of(body, styles=styles, numbering=numbering(*lists)).text == "1) a\n2) b"


def test_lists_that_are_not_there_show_nothing():
    assert labels((7, 0), (1, 8)) == ["", ""]
    assert text_of(listed("x", 1)) == "x"


def test_labels_are_facts_beside_the_text():
    source = of(listed("Mục đích", 1), numbering=numbering(OUTLINE))
    [laid] = source.layout.paragraphs
    assert source.slice(laid.label) == "I."
    assert source.slice(laid.span) == "I. Mục đích"


def test_headings_are_known_by_style_name_and_outline_level():
    styles = (
        f'<w:styles xmlns:w="{W}"><w:style w:type="paragraph" w:styleId="u1">'
        '<w:name w:val="heading 2"/><w:rPr><w:b/></w:rPr></w:style></w:styles>'
    )
    source = of(
        paragraph("a", properties='<w:pStyle w:val="u1"/>')
        + paragraph("b", properties='<w:outlineLvl w:val="0"/>')
        + paragraph("c", properties='<w:outlineLvl w:val="9"/>'),
        styles=styles,
    )
    assert [p.level for p in source.layout.paragraphs] == [2, 1, 0]
    assert [source.slice(span) for span in source.layout.bold] == ["a"]


def test_bold_comes_from_run_style_and_defaults():
    styles = (
        f'<w:styles xmlns:w="{W}"><w:style w:type="character" w:styleId="dam"><w:rPr><w:b/></w:rPr>'
        "</w:style></w:styles>"
    )
    source = of(
        paragraph(
            run("a", "<w:b/>"),
            run("b", '<w:b w:val="0"/>'),
            run("c", '<w:rStyle w:val="dam"/>'),
            run("d", '<w:rStyle w:val="dam"/><w:b w:val="false"/>'),
        ),
        styles=styles,
    )
    assert source.text == "abcd"
    assert [source.slice(span) for span in source.layout.bold] == ["a", "c"]


def test_tracked_changes_are_read_in_their_final_state():
    body = (
        paragraph(
            "Trước ngày ",
            "<w:del><w:r><w:delText>10</w:delText></w:r></w:del>",
            f"<w:ins>{run('20')}</w:ins>",
            "/6/2024",
            f"<w:moveFrom>{run('đi')}</w:moveFrom>",
            f"<w:moveTo>{run('.')}</w:moveTo>",
        )
        + "<w:tbl><w:tr><w:trPr><w:del/></w:trPr><w:tc><w:p/></w:tc></w:tr>"
        + f"<w:tr><w:tc>{paragraph('a')}</w:tc><w:tc>{paragraph('b')}</w:tc></w:tr></w:tbl>"
    )
    assert of(body).text == "Trước ngày 20/6/2024.\n| a | b |"


def test_paragraphs_whose_end_was_deleted_are_one():
    body = paragraph("Ủy ban ", properties="<w:rPr><w:del/></w:rPr>") + paragraph("nhân dân")
    assert of(body).text == "Ủy ban nhân dân"
    assert of(paragraph("a", properties="<w:rPr><w:del/></w:rPr>")).text == "a"


def test_links_fields_and_controls_show_their_text():
    field = (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>DATE</w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r>' + run("năm 2024")
    )
    prompt = f"<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>{run('?')}</w:sdtContent></w:sdt>"
    body = paragraph(
        f"<w:hyperlink>{run('Kế hoạch ')}</w:hyperlink>",
        f"<w:sdt><w:sdtContent>{run('số 5, ')}</w:sdtContent></w:sdt>",
        field,
        prompt,
    )
    assert of(body).text == "Kế hoạch số 5, năm 2024"
    block = f"<w:sdt><w:sdtContent>{paragraph('trong khung')}</w:sdtContent></w:sdt>"
    assert of(block).text == "trong khung"


def test_what_is_hidden_is_left_out():
    assert text_of(paragraph("a", run("b", "<w:vanish/>"), "c")) == "ac"


def test_marks_that_are_elements():
    body = paragraph(
        "<w:r><w:t>a</w:t><w:tab/><w:t>b</w:t><w:br/><w:t>c</w:t><w:noBreakHyphen/>"
        '<w:sym w:font="Symbol" w:char="F0B7"/><w:softHyphen/></w:r>'
    )
    assert of(body).text == "a\tb\nc-•"


def test_capitals_and_raised_digits_as_they_show():
    body = paragraph(
        run("kế hoạch ", "<w:caps/>"), "5 m", run("2", '<w:vertAlign w:val="superscript"/>')
    )
    assert of(body).text == "KẾ HOẠCH 5 m²"


BOX = (
    '<mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006">'
    "<mc:Choice><w:drawing><w:txbxContent>{}</w:txbxContent></w:drawing></mc:Choice>"
    "<mc:Fallback><w:pict><w:txbxContent>{}</w:txbxContent></w:pict></mc:Fallback>"
    "</mc:AlternateContent>"
)


def test_text_boxes_come_before_the_paragraph_that_they_hang_on_once():
    box = BOX.format(paragraph("DỰ THẢO"), paragraph("DỰ THẢO"))
    source = of(paragraph(f"<w:r>{box}</w:r>", "Điều 1"))
    assert source.text == "DỰ THẢO\nĐiều 1"
    assert source.place(0).part == "text box"


def notes(kind, *texts):
    inner = "".join(
        f'<w:{kind} w:id="{n}">{paragraph(text)}</w:{kind}>' for n, text in enumerate(texts, 2)
    )
    separator = f'<w:{kind} w:id="0" w:type="separator">{paragraph("?")}</w:{kind}>'
    return f'<w:{kind}s xmlns:w="{W}">{separator}{inner}</w:{kind}s>'


def call(number, kind="footnote", own=""):
    attribute = ' w:customMarkFollows="1"' if own else ""
    mark = f"<w:t>{own}</w:t>" if own else ""
    return f'<w:r><w:{kind}Reference{attribute} w:id="{number}"/>{mark}</w:r>'


def test_footnotes_are_numbered_as_they_are_called_and_stand_at_the_end():
    source = of(
        paragraph("Một", call(3), " hai", call(2)) + paragraph("Ba", call(9)),
        footnotes=notes("footnote", "Thứ hai.", "Thứ nhất."),
    )
    assert source.text == (
        "Một<sup>1</sup> hai<sup>2</sup>\nBa\n<sup>1</sup> Thứ nhất.\n<sup>2</sup> Thứ hai."
    )
    first, second = source.layout.notes
    assert (first.mark, source.slice(first.call)) == ("1", "<sup>1</sup>")
    assert source.slice(second.span) == "<sup>2</sup> Thứ hai."
    assert str(source.place(second.span.start + 13)).endswith("footnote 2")


def test_notes_with_marks_of_their_own_and_endnotes():
    source = of(
        paragraph("Một", call(2, own="*"), call(2, "endnote")),
        footnotes=notes("footnote", "Sao."),
        endnotes=notes("endnote", "Cuối."),
    )
    assert source.text == "Một<sup>*</sup><sup>i</sup>\n<sup>*</sup> Sao.\n<sup>i</sup> Cuối."


def test_numbers_of_notes_as_the_document_sets_them():
    settings = (
        f'<w:settings xmlns:w="{W}"><w:footnotePr><w:numFmt w:val="lowerLetter"/>'
        '<w:numStart w:val="3"/></w:footnotePr></w:settings>'
    )
    source = of(paragraph("a", call(2)), footnotes=notes("footnote", "b"), settings=settings)
    assert source.text == "a<sup>c</sup>\n<sup>c</sup> b"


def table(*rows):
    return "<w:tbl>" + "".join(f"<w:tr>{''.join(row)}</w:tr>" for row in rows) + "</w:tbl>"


def cell(*texts, properties=""):
    inner = "".join(map(paragraph, texts)) or "<w:p/>"
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{inner}</w:tc>"


def test_a_head_in_two_columns_is_one_row():
    source = of(table([cell("UBND XÃ", "Số: 1/KH-UBND"), cell("CỘNG HÒA", "Độc lập")]))
    assert source.text == "| UBND XÃ<br>Số: 1/KH-UBND | CỘNG HÒA<br>Độc lập |"
    [laid] = source.layout.tables
    assert [source.slice(span) for span in laid.rows[0]] == [
        "UBND XÃ<br>Số: 1/KH-UBND",
        "CỘNG HÒA<br>Độc lập",
    ]
    assert source.place(source.text.index("Độc")) == Place(
        paragraph=4, part="table 1, row 1, cell 2"
    )


def test_cells_that_span_columns_and_rows_keep_the_grid():
    source = of(
        table(
            [cell("TT"), cell("Nội dung", properties='<w:gridSpan w:val="2"/>')],
            [cell("1"), cell("a"), cell("b", properties="<w:vMerge/>")],
        )
    )
    assert source.text == "| TT | Nội dung |  |\n| 1 | a | b |"


def test_header_rows_are_facts():
    body = table([cell("TT"), cell("Việc")], [cell("1"), cell("a")])
    body = body.replace("<w:tr>", "<w:tr><w:trPr><w:tblHeader/></w:trPr>", 1)
    assert of(body).layout.tables[0].header == 1


def test_tables_of_one_column_are_frames_and_tables_in_cells_are_flat():
    inner = table([cell("b"), cell("c")])
    outer = f"<w:tbl><w:tr><w:tc>{paragraph('a')}{inner}</w:tc><w:tc><w:p/></w:tc></w:tr></w:tbl>"
    assert of(table([cell("a", "b")])).text == "a\nb"
    assert of(outer).text == "| a<br>b<br>c |  |"


def test_bars_in_cells_do_not_part_them():
    body = paragraph("KẾ HOẠCH") + paragraph("I. VIỆC")
    body += table([cell("TT"), cell("a | b")], [cell("1"), cell("c")])
    plan = danvan.load(package(document(body)))
    [found] = [t for s in plan.walk() for t in s.body if isinstance(t, danvan.Table)]
    shown = [[c.text for c in row] for row in (found.header, *found.rows)]
    assert shown == [["TT", "a | b"], ["1", "c"]]


def test_page_breaks_are_facts():
    page = '<w:r><w:br w:type="page"/></w:r>'
    source = of(
        paragraph("a", page)
        + paragraph("b")
        + paragraph("c", properties="<w:pageBreakBefore/>")
        + paragraph("d", properties="<w:sectPr/>")
        + paragraph("<w:r><w:lastRenderedPageBreak/></w:r>", "e")
    )
    assert [source.text[offset] for offset in source.layout.pages] == ["b", "c", "e"]


TCVN3 = '<w:rFonts w:ascii=".VnTime" w:hAnsi=".VnTime"/>'


def test_fonts_of_before_unicode_are_converted():
    capitals = TCVN3.replace(".VnTime", ".VnTimeH")
    body = paragraph(run("kÕ ho¹ch", capitals)) + paragraph(
        run("Thùc hiÖn ", TCVN3), run("Đúng", TCVN3)
    )
    source = of(body)
    assert source.text == "KẾ HOẠCH\nThực hiện Đúng"
    assert [finding.code for finding in source.findings] == ["R202"]


def test_letters_of_vni_may_stand_in_two_runs():
    vni = '<w:rFonts w:ascii="VNI-Times" w:hAnsi="VNI-Times"/>'
    assert text_of(paragraph(run("UÛ", vni), run("y ba", vni), run("n", vni))) == "Ủy ban"


def test_fonts_come_from_styles_too():
    styles = (
        f'<w:styles xmlns:w="{W}"><w:docDefaults><w:rPrDefault><w:rPr>{TCVN3}</w:rPr></w:rPrDefault>'
        "</w:docDefaults></w:styles>"
    )
    assert text_of(paragraph("KÕ ho¹ch"), styles=styles) == "Kế hoạch"


def test_embedded_documents_are_told():
    source = of(paragraph("a") + "<w:altChunk/>")
    assert (source.text, [finding.code for finding in source.findings]) == ("a", ["R220"])


def test_the_strict_form_is_read():
    strict = document(paragraph("a")).replace(W, "http://purl.oclc.org/ooxml/wordprocessingml/main")
    assert read(package(strict)).text == "a"


def test_formulas_show_their_letters():
    math = "http://schemas.openxmlformats.org/officeDocument/2006/math"
    formula = f'<m:oMath xmlns:m="{math}"><m:r><m:t>a+b</m:t></m:r></m:oMath>'
    assert of(paragraph("x ", formula)).text == "x a+b"


def test_a_level_that_a_list_starts_elsewhere_begins_there_each_time():
    nums = num(1, 0) + num(2, 0, override(1, 5))
    given = [(2, 0), (2, 1), (2, 1), (2, 0), (2, 1), (1, 0), (1, 1)]
    assert labels(*given, nums=nums) == ["I.", "5.", "6.", "II.", "5.", "III.", "1."]


def test_a_number_alone_is_shown_and_a_bullet_alone_is_not():
    lists = (level(0, "decimal", "Điều %1."), level(0, "bullet", "-"))
    body = listed("", 1) + listed("", 2) + listed("a", 1)
    assert of(body, numbering=numbering(*lists)).text == "Điều 1.\nĐiều 2. a"
