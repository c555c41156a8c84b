"""Texts of OpenDocument: what is read of them, and what is left out."""

import pytest

from danvan.errors import ReadError
from danvan.readers import read
from tests.readers.packages import archive_of

_NAMES = " ".join(
    f'xmlns:{short}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
    for short, name in {
        "office": "office",
        "text": "text",
        "table": "table",
        "style": "style",
        "draw": "drawing",
        "fo": "xsl-fo-compatible",
        "svg": "svg-compatible",
    }.items()
)
_LO = "urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0"


def of(body, automatic="", styles=""):
    content = (
        f'<office:document-content {_NAMES} xmlns:loext="{_LO}"><office:automatic-styles>{automatic}'
        f"</office:automatic-styles><office:body><office:text>{body}</office:text></office:body>"
        "</office:document-content>"
    )
    members = {
        "mimetype": b"application/vnd.oasis.opendocument.text",
        "content.xml": content.encode(),
    }
    if styles:
        root = f"<office:document-styles {_NAMES}>{styles}</office:document-styles>"
        members["styles.xml"] = root.encode()
    return read(archive_of(members))


def test_a_text_that_was_packed_anew_and_a_file_of_another_kind():
    root = f"<office:document-content {_NAMES}><office:body>{{}}</office:body></office:document-content>"
    text = root.format("<office:text><text:p>a</text:p></office:text>")
    members = {"content.xml": text.encode(), "META-INF/manifest.xml": b"<a/>"}
    assert read(archive_of(members)).text == "a"
    members["content.xml"] = root.format("<office:spreadsheet/>").encode()
    with pytest.raises(ReadError, match="of another kind than a text"):
        read(archive_of(members))


def p(text, style="", tag="p", more=""):
    named = f' text:style-name="{style}"' if style else ""
    return f"<text:{tag}{named}{more}>{text}</text:{tag}>"


def items(*texts, tag="list", more="", style="L"):
    inner = "".join(f"<text:list-item>{t if t[0] == '<' else p(t)}</text:list-item>" for t in texts)
    named = f' text:style-name="{style}"' if style else ""
    return f"<text:{tag}{named}{more}>{inner}</text:{tag}>"


def number(level, form, **more):
    said = "".join(f' {k.replace("_", ":", 1).replace("_", "-")}="{v}"' for k, v in more.items())
    return f'<text:list-level-style-number text:level="{level}" style:num-format="{form}"{said}/>'


OUTLINE = (
    '<text:list-style style:name="L">'
    + number(1, "I", style_num_suffix=".")
    + number(2, "1", style_num_suffix=".")
    + number(3, "1", style_num_suffix=".", text_display_levels="2")
    + number(4, "a", style_num_suffix=")", text_start_value="2")
    + "</text:list-style>"
)


def test_lists_of_several_levels_are_counted():
    deepest = items("e", "f", style="")
    third = items("c" and p("c") + deepest, "d", style="")
    second = items(p("b") + third, style="")
    body = items(p("a") + second, "g")
    assert of(body, OUTLINE).text == "I. a\n1. b\n1.1. c\nb) e\nc) f\n1.2. d\nII. g"


def test_lists_begin_anew_or_go_on():
    body = (
        items("a", more=' xml:id="x"')
        + p("-")
        + items("b")
        + items("c", more=' text:continue-numbering="true"')
        + items("d", more=' text:continue-list="x"')
    )
    assert of(body, OUTLINE).text == "I. a\n-\nI. b\nII. c\nII. d"


def test_items_may_start_at_a_number_and_only_their_first_paragraph_is_labelled():
    body = (
        '<text:list text:style-name="L"><text:list-header><text:p>x</text:p></text:list-header>'
        f'<text:list-item text:start-value="4">{p("a")}{p("b")}</text:list-item></text:list>'
    )
    assert of(body, OUTLINE).text == "x\nIV. a\nb"


def test_labels_by_pattern_and_bullets():
    styles = (
        '<text:list-style style:name="L"><text:list-level-style-number text:level="1" '
        'style:num-format="A" loext:num-list-format="Phần %1%:"/></text:list-style>'
        '<text:list-style style:name="B"><text:list-level-style-bullet text:level="1" '
        'text:bullet-char="-"/></text:list-style>'
    )
    assert of(items("a", "b"), styles).text == "Phần A: a\nPhần B: b"
    assert of(items("a", style="B"), styles).text == "- a"


def test_headings_are_numbered_by_the_outline():
    styles = f"<office:styles><text:outline-style>{number(1, 'I', style_num_suffix='.')}</text:outline-style></office:styles>"
    source = of(p("a", tag="h", more=' text:outline-level="1"') * 2, styles=styles)
    assert source.text == "I. a\nII. a"
    assert [laid.level for laid in source.layout.paragraphs] == [1, 1]


STYLES = (
    '<style:style style:name="D" style:family="text"><style:text-properties fo:font-weight="bold"/>'
    '</style:style><style:style style:name="C" style:family="text" style:parent-style-name="D">'
    '<style:text-properties fo:text-transform="uppercase"/></style:style>'
    '<style:style style:name="H" style:family="text"><style:text-properties text:display="none"/>'
    '</style:style><style:style style:name="N" style:family="paragraph">'
    '<style:paragraph-properties fo:break-before="page"/></style:style>'
)


def span(text, style):
    return f'<text:span text:style-name="{style}">{text}</text:span>'


def test_how_text_is_set():
    body = p(f"a {span('b', 'D')} {span('c', 'C')}{span('?', 'H')}") + p("d", "N")
    source = of(body, STYLES)
    assert source.text == "a b C\nd"
    assert [source.slice(bold) for bold in source.layout.bold] == ["b", "C"]
    assert [source.text[offset] for offset in source.layout.pages] == ["d"]


def test_spaces_tabs_breaks_and_links():
    body = p('a\n  b<text:s text:c="2"/>c<text:tab/>d<text:line-break/><text:a>e</text:a>')
    assert of(body).text == "a b\xa0\xa0c\td\ne"


def test_fonts_of_before_unicode():
    fonts = '<office:font-face-decls><style:font-face style:name="F" svg:font-family="\'.VnTime\'"/></office:font-face-decls>'
    style = (
        '<style:style style:name="V" style:family="text"><style:text-properties style:font-name="F"/>'
        "</style:style>"
    )
    assert of(p(span("KÕ ho¹ch", "V")), style, fonts).text == "Kế hoạch"


def test_notes_stand_at_the_end():
    note = (
        "<text:note><text:note-citation>1</text:note-citation><text:note-body>"
        f"{p('Theo báo cáo.')}</text:note-body></text:note>"
    )
    source = of(p(f"Thực hiện{note}.") + p("Hết."))
    assert source.text == "Thực hiện<sup>1</sup>.\nHết.\n<sup>1</sup> Theo báo cáo."
    assert source.layout.notes[0].mark == "1"


@pytest.mark.parametrize(
    "left_out",
    [
        f"<text:tracked-changes>{p('x')}</text:tracked-changes>",
        f"<text:table-of-content>{p('x')}</text:table-of-content>",
        p(f"<office:annotation>{p('x')}</office:annotation>"),
        '<text:sequence-decls><text:sequence-decl text:name="x"/></text:sequence-decls>',
    ],
)
def test_what_is_no_text_is_left_out(left_out):
    assert of(left_out + p("a")).text == "a"


def test_sections_and_text_boxes():
    box = f"<draw:frame><draw:text-box>{p('DỰ THẢO')}</draw:text-box></draw:frame>"
    assert of(f"<text:section>{p(f'{box}a')}</text:section>").text == "DỰ THẢO\na"


def cell(text, more=""):
    return f"<table:table-cell{more}>{p(text)}</table:table-cell>"


def test_tables():
    head = f"<table:table-header-rows><table:table-row>{cell('TT')}{cell('Việc')}</table:table-row></table:table-header-rows>"
    wide = cell("1", ' table:number-columns-spanned="2"')
    row = f"<table:table-row>{wide}<table:covered-table-cell/></table:table-row>"
    source = of(f"<table:table>{head}{row}</table:table>")
    assert source.text == "| TT | Việc |\n| 1 |  |"
    assert source.layout.tables[0].header == 1
    lone = f"<table:table><table:table-row>{cell('a')}</table:table-row></table:table>"
    assert of(lone).text == "a"


def test_repeated_cells_are_bounded():
    wide = cell("a", ' table:number-columns-repeated="999999"')
    source = of(f"<table:table><table:table-row>{wide}{cell('b')}</table:table-row></table:table>")
    assert source.text.count("|") == 65
