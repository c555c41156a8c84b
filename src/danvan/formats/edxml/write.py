"""`to_edxml`: a plan's head as the header of a message, and files with it."""

from __future__ import annotations

import base64
import datetime
import hashlib
from typing import TYPE_CHECKING

from lxml import etree

from danvan.errors import SchemaError, SchemaProblem
from danvan.formats.edxml.message import VIETNAM, one_line
from danvan.formats.edxml.numbers import in_two
from danvan.formats.edxml.vocabulary import (
    ACTOR,
    LONGEST,
    NAMESPACE,
    PRIORITIES,
    TYPE_CODES,
    XLINK,
)
from danvan.markup import without_forbidden
from danvan.text import folded

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from lxml.etree import _Element as Element

    from danvan.formats.edxml.message import EdxmlAttachment, EdxmlParty
    from danvan.plan import Plan

_PARTY = (
    ("OrganId", "organ_id"),
    ("OrganizationInCharge", "in_charge"),
    ("OrganName", "name"),
    ("OrganAdd", "address"),
    ("Email", "email"),
    ("Telephone", "telephone"),
    ("Fax", "fax"),
    ("Website", "website"),
)


def to_edxml(
    plan: Plan,
    *,
    sender: EdxmlParty,
    receivers: Iterable[EdxmlParty],
    attachments: Iterable[EdxmlAttachment] = (),
    sent_at: datetime.datetime | None = None,
    due_on: datetime.date | None = None,
    document_type: str | None = None,
) -> bytes:
    """A message that carries a plan from agency to agency (gói tin edXML, QCVN 102:2016/BTTTT).

    The header is made of the head and the closing of the plan; what is sent are the
    ``attachments``, the signed file above all. The message is not signed: that is for the gateway.

    Args:
        plan: the plan. It must have been issued: a draft has neither number nor day.
        sender: who sends it.
        receivers: who receives it, one or more.
        attachments: the files.
        sent_at: when it is sent; now if left out. Times without a zone are those of Vietnam.
        due_on: by when an answer is asked for (``DueDate``).
        document_type: the code of the kind, where the list of the receiver has another one than
            the amendment of 2022, or that has none.

    Raises:
        SchemaError: if something that a message must have is missing in the plan, or is longer than
            it may be, with all that is wrong at once.

    >>> import danvan
    >>> plan = danvan.parse('''UBND TỈNH AN PHÚ
    ... Số: 12/KH-UBND
    ... An Phú, ngày 05 tháng 02 năm 2024
    ...
    ... KẾ HOẠCH
    ... Công tác dân vận năm 2024''')
    >>> data = to_edxml(
    ...     plan,
    ...     sender=danvan.EdxmlParty("H99", "UBND tỉnh An Phú"),
    ...     receivers=[danvan.EdxmlParty("H99.01", "Sở Nội vụ")],
    ... )
    >>> danvan.from_edxml(data).document_id
    'H99,2024/02/05,12/KH-UBND'
    """
    moment = _in_vietnam(sent_at or datetime.datetime.now(tz=VIETNAM))
    to, files = tuple(receivers), tuple(attachments)
    message = _Message()
    root = etree.Element(_tag("edXML"), nsmap={"edXML": NAMESPACE})
    envelope = message.group(root, "edXMLEnvelope")
    header = message.group(envelope, "edXMLHeader")
    fields = message.group(header, "MessageHeader")
    _add_parties(message, fields, sender, to)
    document_id = _add_document(message, fields, plan, sender, document_type)
    _add_closing(message, fields, plan, due_on)
    message.text(fields, "SteeringType", "0")
    message.text(fields, "DocumentId", document_id)
    _add_trace(message, header, sender, moment, document_id)
    _add_files(message, root, envelope, files)
    if message.problems:
        raise SchemaError(message.problems)
    return etree.tostring(root, encoding="UTF-8", xml_declaration=True)


def _tag(name: str) -> str:
    return f"{{{NAMESPACE}}}{name}"


def _in_vietnam(moment: datetime.datetime) -> datetime.datetime:
    return moment if moment.tzinfo is None else moment.astimezone(VIETNAM)


def _slashed(day: datetime.date) -> str:
    return f"{day.year:04}/{day.month:02}/{day.day:02}"


class _Message:
    """Adds elements, and notes what is wrong."""

    def __init__(self) -> None:
        self.problems: list[SchemaProblem] = []

    def group(self, parent: Element, name: str) -> Element:
        """Add an element for others."""
        return etree.SubElement(parent, _tag(name))

    def text(self, parent: Element, name: str, value: str | None) -> None:
        """Add an element with a text, or none for None; hold it to the length that it may have."""
        if value is None:
            return
        text = without_forbidden(one_line(value))
        etree.SubElement(parent, _tag(name)).text = text
        above = etree.QName(parent).localname
        longest = LONGEST.get((above, name))
        if longest is not None and len(text) > longest:
            expected = f"at most {longest} characters"
            reason = f"{expected} are expected, not {len(text)}"
            self.wrong(f"{above}/{name}", reason, expected=expected, value=text)

    def needed(self, parent: Element, name: str, value: str | None) -> None:
        """Add an element that must be there."""
        self.text(parent, name, value)
        if value is None or not one_line(value):
            self.missing(f"{etree.QName(parent).localname}/{name}")

    def missing(self, path: str, what: str = "the plan has nothing for it") -> None:
        """Note that something is missing."""
        self.wrong(path, what)

    def wrong(self, path: str, reason: str, *, expected: str = "", value: object = None) -> None:
        """Note that something is wrong."""
        self.problems.append(SchemaProblem(f"//{path}", reason, expected=expected, value=value))


def _add_parties(
    message: _Message, fields: Element, sender: EdxmlParty, receivers: Sequence[EdxmlParty]
) -> None:
    _add_party(message, message.group(fields, "From"), sender)
    for receiver in receivers:
        _add_party(message, message.group(fields, "To"), receiver)
    if not receivers:
        message.missing("MessageHeader/To", "a receiver is expected")
    ids = [receiver.organ_id for receiver in receivers]
    for twice in sorted({each for each in ids if ids.count(each) > 1}):
        message.wrong("To/OrganId", "each receiver is named once", value=twice)


def _add_party(message: _Message, element: Element, party: EdxmlParty) -> None:
    for name, attribute in _PARTY:
        message.text(element, name, getattr(party, attribute))


def _add_document(
    message: _Message, fields: Element, plan: Plan, sender: EdxmlParty, code: str | None
) -> str:
    """Add what the document is called; returns its id."""
    number = plan.number
    serial, notation = (None, None) if number is None else in_two(number)
    group = message.group(fields, "Code")
    message.needed(group, "CodeNumber", serial)
    message.needed(group, "CodeNotation", notation)

    day = plan.issued_on.earliest if plan.issued_on and plan.issued_on.is_day else None
    group = message.group(fields, "PromulgationInfo")
    message.text(group, "Place", plan.place)
    message.needed(group, "PromulgationDate", None if day is None else _slashed(day))

    kind = plan.kind
    code = code or (None if kind is None else TYPE_CODES.get(kind.base or kind.name))
    group = message.group(fields, "DocumentType")
    message.text(group, "Type", code)
    if code is None:
        message.missing("DocumentType/Type", "no code is known for the kind: give document_type")
    message.needed(group, "TypeName", None if kind is None else kind.name)

    message.needed(fields, "Subject", plan.subject)
    written = "" if day is None else _slashed(day)
    return f"{sender.organ_id},{written},{number or ''}"


def _add_closing(
    message: _Message, fields: Element, plan: Plan, due_on: datetime.date | None
) -> None:
    signature = next((each for each in plan.signatures if each.name), None)
    if signature is not None:
        group = message.group(fields, "SignerInfo")
        message.text(group, "Competence", signature.authority)
        message.text(group, "Position", signature.position)
        message.text(group, "FullName", signature.name)
    message.text(fields, "DueDate", None if due_on is None else _slashed(due_on))
    if plan.recipients:
        group = message.group(fields, "ToPlaces")
        for recipient in plan.recipients:
            message.text(group, "Place", recipient.text)
    group = message.group(fields, "OtherInfo")
    message.text(group, "Priority", PRIORITIES.get(folded(plan.urgency or ""), "0"))
    titles = [f"{each.label} {each.title or ''}".strip() for each in plan.appendices]
    if any(titles):
        group = message.group(group, "Appendixes")
        for title in filter(None, titles):
            message.text(group, "Appendix", title)


def _add_trace(
    message: _Message,
    header: Element,
    sender: EdxmlParty,
    moment: datetime.datetime,
    document_id: str,
) -> None:
    written = f"{_slashed(moment)} {moment:%H:%M:%S}"
    digest = hashlib.sha256(f"{document_id} {written}".encode("utf-8", "replace")).hexdigest()
    traces = message.group(header, "TraceHeaderList")
    for name, value in (
        ("id", digest[:8]),
        ("version", "1.0"),
        ("mustUnderstand", "1"),
        ("actor", ACTOR),
    ):
        traces.set(name, value)
    trace = message.group(traces, "TraceHeader")
    message.text(trace, "OrganId", sender.organ_id)
    message.text(trace, "Timestamp", written)
    business = message.group(traces, "Bussiness")  # written so in the regulation
    message.text(business, "BussinessDocType", "0")
    message.text(business, "BussinessDocReason", "Văn bản điện tử mới")
    message.text(business, "Paper", "0")
    staff = message.group(business, "StaffInfo")
    for name, known in (
        ("Department", ""),
        ("Staff", ""),
        ("Mobile", ""),
        ("Email", sender.email or ""),
    ):
        message.text(staff, name, known)


def _add_files(
    message: _Message, root: Element, envelope: Element, files: Sequence[EdxmlAttachment]
) -> None:
    manifest = message.group(message.group(envelope, "edXMLBody"), "edXMLManifest")
    manifest.set("version", "1.0")
    if not files:
        return
    encoded = message.group(root, "AttachmentEncoded")
    for number, file in enumerate(files, 1):
        content_id = f"cid:{number}-{hashlib.sha256(file.content).hexdigest()[:16]}"
        reference = etree.SubElement(
            manifest, _tag("Reference"), {f"{{{XLINK}}}href": content_id}, nsmap={"xlink": XLINK}
        )
        attachment = message.group(encoded, "Attachment")
        for element in (reference, attachment):
            message.text(element, "ContentId", content_id)
            message.text(element, "ContentType", file.content_type)
            message.text(element, "Description", file.description or file.name)
            message.text(element, "AttachmentName", file.name)
        content = base64.b64encode(file.content).decode()
        etree.SubElement(attachment, _tag("ContentTransferEncoded")).text = content
