"""edXML: what is sent is what arrives, and nothing harmful comes in."""

import base64
import datetime
import io
import re
import zipfile

import attrs
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from lxml import etree

import danvan
from danvan.dates import PartialDate
from danvan.errors import SchemaError
from danvan.formats.edxml.message import MAX_ATTACHMENT, plain_name
from danvan.formats.edxml.numbers import in_two, joined
from danvan.formats.edxml.vocabulary import NAMESPACE
from danvan.strategies.arbitrary import arbitrary_plans, texts
from danvan.strategies.instruments import document_numbers
from danvan.strategies.plans import plans
from tests.markup.attacks import attacks

TEXT = """ỦY BAN NHÂN DÂN
TỈNH AN PHÚ

Số: 12/KH-UBND

An Phú, ngày 05 tháng 02 năm 2024

KẾ HOẠCH
Công tác dân vận năm 2024

I. NỘI DUNG

- Sở Nội vụ báo cáo trước ngày 20/6/2024./.

Nơi nhận:
- Bộ Nội vụ (báo cáo);
- Các sở, ban, ngành;
- Lưu: VT.

TM. ỦY BAN NHÂN DÂN
CHỦ TỊCH

Nguyễn Văn An
"""
SENDER = danvan.EdxmlParty(
    "000.00.00.H99", "Ủy ban nhân dân tỉnh An Phú", email="vanthu@anphu.example"
)
RECEIVERS = (
    danvan.EdxmlParty("000.00.01.H99", "Sở Nội vụ", in_charge="UBND tỉnh An Phú"),
    danvan.EdxmlParty("H99.02", "Sở Tư pháp"),
)
VIETNAM = datetime.timezone(datetime.timedelta(hours=7))
SENT = datetime.datetime(2024, 2, 5, 16, 30, 1, tzinfo=VIETNAM)
ATTACKS = attacks("edXML", NAMESPACE)
N = {"e": NAMESPACE}


@pytest.fixture(scope="module")
def plan():
    return danvan.parse(TEXT)


def send(plan, **options):
    options = {"sender": SENDER, "receivers": RECEIVERS, "sent_at": SENT} | options
    return danvan.to_edxml(plan, **options)


def wrong(plan, **options):
    with pytest.raises(SchemaError) as caught:
        send(plan, **options)
    return {problem.path: problem.reason for problem in caught.value.problems}


def message(header, rest="", namespace=NAMESPACE):
    return (
        f'<edXML xmlns="{namespace}"><edXMLEnvelope><edXMLHeader><MessageHeader>{header}'
        f"</MessageHeader></edXMLHeader></edXMLEnvelope>{rest}</edXML>"
    )


class TestWriting:
    def test_the_elements_of_the_regulation(self, plan):
        root = etree.fromstring(send(plan))
        header = root.find("e:edXMLEnvelope/e:edXMLHeader/e:MessageHeader", N)
        said = {
            "/".join((etree.QName(e.getparent()).localname, etree.QName(e).localname)): e.text
            for e in header.iter()
            if not len(e)
        }
        assert said["From/OrganId"] == "000.00.00.H99"
        assert said["Code/CodeNumber"] == "12"
        assert said["Code/CodeNotation"] == "KH-UBND"
        assert said["PromulgationInfo/Place"] == "An Phú"
        assert said["PromulgationInfo/PromulgationDate"] == "2024/02/05"
        assert said["DocumentType/TypeName"] == "Kế hoạch"
        assert said["MessageHeader/Subject"] == "Công tác dân vận năm 2024"
        assert said["SignerInfo/Competence"] == "TM. ỦY BAN NHÂN DÂN"
        assert said["SignerInfo/FullName"] == "Nguyễn Văn An"
        assert said["OtherInfo/Priority"] == "0"
        assert said["MessageHeader/DocumentId"] == "000.00.00.H99,2024/02/05,12/KH-UBND"
        ids = [e.text for e in header.findall("e:To/e:OrganId", N)]
        assert ids == ["000.00.01.H99", "H99.02"]
        stamp = root.find(".//e:TraceHeader/e:Timestamp", N)
        assert stamp.text == "2024/02/05 16:30:01"

    def test_the_same_message_gives_the_same_bytes(self, plan):
        assert send(plan) == send(plan)

    def test_times_are_those_of_vietnam(self, plan):
        utc = SENT.astimezone(datetime.UTC)
        assert (
            send(plan, sent_at=utc) == send(plan) == send(plan, sent_at=SENT.replace(tzinfo=None))
        )
        before = datetime.datetime.now(tz=VIETNAM).replace(microsecond=0)
        assert danvan.from_edxml(send(plan, sent_at=None)).sent_at >= before

    def test_what_is_missing_is_told_at_once(self):
        told = wrong(danvan.parse(""), receivers=())
        assert set(told) == {
            "//MessageHeader/To",
            "//Code/CodeNumber",
            "//Code/CodeNotation",
            "//PromulgationInfo/PromulgationDate",
            "//DocumentType/Type",
            "//DocumentType/TypeName",
            "//MessageHeader/Subject",
        }

    def test_a_draft_is_not_sent(self, plan):
        draft = attrs.evolve(plan, number=danvan.DocumentNumber.parse("/KH-UBND"))
        assert "//Code/CodeNumber" in wrong(draft)
        undated = attrs.evolve(plan, issued_on=PartialDate.parse("2024-02-XX"))
        assert "//PromulgationInfo/PromulgationDate" in wrong(undated)

    def test_what_is_too_long_is_told_and_not_cut(self, plan):
        told = wrong(
            attrs.evolve(plan, subject="x" * 501, place="x" * 51),
            sender=danvan.EdxmlParty("x" * 14, "UBND"),
        )
        assert told == {
            "//MessageHeader/Subject": "at most 500 characters are expected, not 501",
            "//PromulgationInfo/Place": "at most 50 characters are expected, not 51",
            "//From/OrganId": "at most 13 characters are expected, not 14",
        }
        assert send(attrs.evolve(plan, subject="x" * 500))

    def test_each_receiver_is_named_once(self, plan):
        assert "//To/OrganId" in wrong(plan, receivers=[SENDER, SENDER])

    def test_kinds_without_a_known_code_ask_for_it(self, plan):
        report = attrs.evolve(plan, kind=danvan.instruments.find_kind("Báo cáo"))
        assert set(wrong(report)) == {"//DocumentType/Type"}
        assert b">99<" in send(report, document_type="99")


class TestRoundTrips:
    def test_the_head_and_the_closing_arrive(self, plan):
        arrived = danvan.from_edxml(send(plan, due_on=datetime.date(2024, 3, 1)))
        assert arrived.sender == SENDER
        assert arrived.receivers == RECEIVERS
        assert arrived.sent_at == SENT
        assert arrived.due_on == datetime.date(2024, 3, 1)
        assert arrived.purpose == 0
        assert arrived.document_id == "000.00.00.H99,2024/02/05,12/KH-UBND"
        for name in ("kind", "number", "place", "issued_on", "subject", "urgency"):
            assert getattr(arrived.plan, name) == getattr(plan, name), name
        assert arrived.plan.number_text == "12/KH-UBND"
        assert [a.full_name for a in arrived.plan.issuers] == ["Ủy ban nhân dân tỉnh An Phú"]
        assert [r.text for r in arrived.plan.recipients] == [r.text for r in plan.recipients]
        (signature,) = arrived.plan.signatures
        assert (signature.authority, signature.position, signature.name) == (
            "TM. ỦY BAN NHÂN DÂN",
            "CHỦ TỊCH",
            "Nguyễn Văn An",
        )
        assert arrived.plan.findings == ()

    def test_files_arrive(self, plan):
        files = (
            danvan.EdxmlAttachment("ke-hoach.txt", TEXT.encode(), description="Kế hoạch"),
            danvan.EdxmlAttachment("phụ lục 1.pdf", bytes(range(256)), content_type="x/y"),
            danvan.EdxmlAttachment("trống.txt", b"", description="x"),
        )
        arrived = danvan.from_edxml(send(plan, attachments=files))
        assert [(f.name, f.content, f.content_type) for f in arrived.attachments] == [
            (f.name, f.content, f.content_type) for f in files
        ]
        assert danvan.load(arrived.attachments[0].content).number == plan.number

    def test_packed_files_are_read_as_archives(self, plan):
        packed = io.BytesIO()
        with zipfile.ZipFile(packed, "w") as archive:
            archive.writestr("0f3c.txt", TEXT)
        file = danvan.EdxmlAttachment("ke-hoach.txt", packed.getvalue())
        arrived = danvan.from_edxml(send(plan, attachments=[file]))
        (read,) = danvan.readers.load_all(arrived.attachments[0].content)
        assert read.number == plan.number

    def test_urgency(self, plan):
        for urgency in ("Khẩn", "Thượng khẩn", "Hỏa tốc"):
            urgent = attrs.evolve(plan, urgency=urgency)
            assert danvan.from_edxml(send(urgent)).plan.urgency == urgency

    @given(document_numbers())
    def test_numbers_in_two_parts(self, number):
        assert joined(*in_two(number), f"H99,2024/02/05,{number}") == number

    @pytest.mark.parametrize(
        ("number", "parts"),
        [
            ("322/KH-UBND", ("322", "KH-UBND")),
            ("04/2015/NĐ-CP", ("04", "2015/NĐ-CP")),
            ("12a/BC-UBND", ("12a", "BC-UBND")),
            ("25-NQ/TW", ("25", "NQ/TW")),
            ("70/UBND-HC", ("70", "UBND-HC")),
        ],
    )
    def test_numbers_say_how_they_are_joined(self, number, parts):
        assert in_two(danvan.DocumentNumber.parse(number)) == parts
        assert str(joined(*parts)) == number

    @settings(max_examples=30)
    @given(arbitrary_plans(), document_numbers().filter(lambda number: number.serial))
    def test_every_plan_is_refused_with_reasons_or_sent(self, plan, number):
        assert wrong(attrs.evolve(plan, subject=" "))
        issued = attrs.evolve(
            plan,
            number=number,
            issued_on=PartialDate.parse("2024-02-05"),
            kind=danvan.instruments.find_kind("Kế hoạch"),
            subject="Công tác năm",
        )
        try:
            data = send(issued)
        except SchemaError as error:  # numbers that are longer than they may be
            told = {problem.path for problem in error.problems}
        else:
            told = set()
            assert danvan.from_edxml(data).plan.number == number
        assert told <= {"//Code/CodeNotation", "//Code/CodeNumber"}

    @settings(max_examples=20)
    @given(plans())
    def test_sensible_plans_arrive(self, plan):
        whole = attrs.evolve(
            plan,
            number=danvan.DocumentNumber.parse("12/KH-UBND"),
            issued_on=PartialDate.parse("2024-02-05"),
            kind=danvan.instruments.find_kind("Kế hoạch"),
            subject=(plan.subject or "Công tác năm")[:500],
            recipients=tuple(attrs.evolve(r, text=r.text[:150]) for r in plan.recipients),
            appendices=(),
        )
        arrived = danvan.from_edxml(send(whole)).plan
        for name in ("kind", "number", "issued_on", "subject", "place"):
            assert getattr(arrived, name) == getattr(whole, name), name
        assert [r.text for r in arrived.recipients] == [r.text for r in whole.recipients]

    @given(texts(min_size=1))
    @example("một\x00hai")
    @example("<c>&amp;]]>")
    def test_every_text_is_well_formed(self, text):
        plan = danvan.parse(TEXT)
        file = danvan.EdxmlAttachment("x.pdf", b"1", description=text)
        data = send(attrs.evolve(plan, place=text), attachments=[file])
        place = danvan.from_edxml(data).plan.place
        assert place is None or place == " ".join(place.split())


class TestReading:
    def test_other_namespaces_and_forms(self):
        data = """<EdXMLEnvelope xmlns="http://www.go.vn/eDoc"><edXMLHeader><MessageHeader>
            <Code><CodeNotation>NQ/TW</CodeNotation><CodeNumber>25</CodeNumber></Code>
            <PromulgationInfo><PromulgationDate>03/6/2013</PromulgationDate></PromulgationInfo>
            <DocumentType><TypeName>Nghị quyết</TypeName></DocumentType>
            <ResponseFor><DocumentId>H1,2013/01/01,1/CV</DocumentId></ResponseFor>
            </MessageHeader></edXMLHeader></EdXMLEnvelope>"""
        arrived = danvan.from_edxml(data)
        assert str(arrived.plan.number) == "25-NQ/TW"
        assert str(arrived.plan.issued_on) == "2013-06-03"
        assert arrived.plan.kind.name == "Nghị quyết"
        assert arrived.responds_to == ("H1,2013/01/01,1/CV",)
        assert (arrived.sender, arrived.receivers, arrived.sent_at) == (None, (), None)

    def test_what_is_wrong_is_among_the_findings(self):
        header = (
            f"<Subject>{'x' * 501}</Subject><DueDate>mai</DueDate>"
            "<PromulgationInfo><PromulgationDate>2024/02/31</PromulgationDate></PromulgationInfo>"
            "<Code><CodeNumber>74x</CodeNumber><CodeNotation>!</CodeNotation></Code>"
        )
        plan = danvan.from_edxml(message(header)).plan
        assert [finding.code for finding in plan.findings] == ["E102", "E102", "E102", "E101"]
        assert (plan.number, plan.number_text, plan.issued_on) == (None, "74x/!", None)
        assert len(plan.subject) == 501

    def test_other_messages_are_none(self):
        status = "<edXML><edXMLHeader><StatusCode>03</StatusCode></edXMLHeader></edXML>"
        with pytest.raises(SchemaError, match="state of another"):
            danvan.from_edxml(status)
        with pytest.raises(SchemaError, match="something else"):
            danvan.from_edxml("<plan/>")

    def test_files_that_are_not_there_or_broken(self):
        rest = (
            "<Reference><ContentId>cid:1</ContentId><AttachmentName>a.pdf</AttachmentName>"
            "</Reference><AttachmentEncoded>"
            "<Attachment><AttachmentName>b.pdf</AttachmentName></Attachment>"
            "<Attachment><AttachmentName>c.pdf</AttachmentName><ContentTransferEncoded>!"
            "</ContentTransferEncoded></Attachment></AttachmentEncoded>"
        )
        arrived = danvan.from_edxml(message("", rest))
        assert arrived.attachments == ()
        told = [finding.message_en for finding in arrived.plan.findings]
        assert told == [
            "the file 'b.pdf' has no content",
            "the file 'c.pdf' cannot be decoded",
            "the file 'a.pdf' is not in the message",
        ]

    def test_the_manifest_tells_what_the_file_does_not(self):
        rest = (
            "<Reference><ContentId>cid:7</ContentId><AttachmentName>a.pdf</AttachmentName>"
            "<ContentType>application/pdf</ContentType></Reference><Attachment>"
            "<ContentId>7</ContentId><ContentTransferEncoded>JVBE\nRg==</ContentTransferEncoded>"
            "</Attachment>"
        )
        (file,) = danvan.from_edxml(message("", rest)).attachments
        assert (file.name, file.content, file.content_type) == ("a.pdf", b"%PDF", "application/pdf")


class TestAttacks:
    """What could do harm is refused, with the reason."""

    @pytest.mark.parametrize("kind", ATTACKS)
    def test_they_are_refused(self, kind):
        data, reason = ATTACKS[kind]
        with pytest.raises(SchemaError, match=reason):
            danvan.from_edxml(data)

    @pytest.mark.parametrize("kind", attacks("Subject"))
    def test_they_are_refused_within_a_message_too(self, kind):
        data, _ = attacks("Subject")[kind]
        text = data.decode("utf-16" if data.startswith(b"\xff\xfe") else "utf-8")
        with pytest.raises(SchemaError):
            danvan.from_edxml(message(re.sub(r"\A<!--x*-->", "", text)))

    def test_sizes_are_bounded(self):
        with pytest.raises(SchemaError, match="longer than 100 bytes"):
            danvan.from_edxml(message("<Subject>x</Subject>"), max_bytes=100)
        with pytest.raises(ValueError, match="at most 7,400,000 bytes"):
            danvan.EdxmlAttachment("x.pdf", bytes(MAX_ATTACHMENT + 1))
        with pytest.raises(SchemaError, match="1,001 attachments"):
            danvan.from_edxml(message("", "<Attachment/>" * 1_001))

    def test_the_largest_file_that_can_be_sent_can_be_read(self):
        file = danvan.EdxmlAttachment("x.bin", bytes(MAX_ATTACHMENT))
        data = send(danvan.parse(TEXT), attachments=[file])
        assert len(danvan.from_edxml(data).attachments[0].content) == MAX_ATTACHMENT

    @pytest.mark.parametrize(
        ("name", "plain"),
        [
            ("../../etc/passwd", "passwd"),
            ("/etc/passwd", "passwd"),
            (r"..\..\windows\win.ini", "win.ini"),
            (r"C:\Kế hoạch.docx", "Kế hoạch.docx"),
            ("a.pdf:stream", "a.pdf-stream"),
            (".bashrc", "bashrc"),
            ("..", "dinh-kem"),
            ("", "dinh-kem"),
            ("a/", "dinh-kem"),
            ("NUL.txt", "_NUL.txt"),
            ("com1", "_com1"),
            ("x\u202efdp.exe", "xfdp.exe"),
            ("a\x00b\n.pdf", "ab.pdf"),
            ("a.pdf. . ", "a.pdf"),
            ("k\u1ec1.pdf", "kề.pdf"),
            ("ạ" * 300 + ".pdf", "ạ" * 65 + ".pdf"),
        ],
    )
    def test_names_never_become_paths(self, name, plain):
        assert plain_name(name) == plain
        encoded = base64.b64encode(b"1").decode()
        safe = name.replace("\x00", "")
        rest = (
            f"<Attachment><AttachmentName>{safe}</AttachmentName>"
            f"<ContentTransferEncoded>{encoded}</ContentTransferEncoded></Attachment>"
        )
        (file,) = danvan.from_edxml(message("", rest)).attachments
        assert file.name == plain_name(" ".join(safe.split()))
        assert not set(file.name) & set("/\\\n\x00")

    @given(st.text(st.characters(exclude_categories=()), max_size=400))
    def test_every_name_becomes_a_plain_one(self, name):
        plain = plain_name(name)
        assert plain_name(plain) == plain
        assert plain not in {"", ".", ".."}
        assert not set(plain) & set('/\\<>:"|?*\0\n\r')
        assert len(plain.encode()) <= 200
        assert danvan.EdxmlAttachment(plain, b"").name == plain

    def test_other_names_are_refused(self):
        with pytest.raises(ValueError, match="not the plain name of a file"):
            danvan.EdxmlAttachment("../x.pdf", b"")

    def test_a_party_has_an_id_and_a_name(self):
        with pytest.raises(ValueError, match="organ_id is blank"):
            danvan.EdxmlParty(" ", "Sở Nội vụ")
