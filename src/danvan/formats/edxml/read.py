"""`from_edxml`: a message of whichever system, as far as it can be read."""

from __future__ import annotations

import datetime
import re
from typing import TYPE_CHECKING

import attrs

from danvan.errors import MarkupError, ParseError
from danvan.formats.edxml.attached import attachments
from danvan.formats.edxml.elements import Reading, child, children, named, raw_text, refusal
from danvan.formats.edxml.message import VIETNAM, EdxmlMessage, EdxmlParty, one_line
from danvan.formats.edxml.numbers import joined
from danvan.formats.edxml.vocabulary import URGENCIES
from danvan.instruments import InstrumentKind, find_kind
from danvan.markup import parse_xml
from danvan.plan import Appendix, Plan, Recipient, Signature
from danvan.span import Span
from danvan.text import Source
from danvan.units import Agency

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element as Element

    from danvan.dates import PartialDate
    from danvan.instruments import DocumentNumber

#: A message longer than this is refused, files included: 128 MiB.
MAX_BYTES = 128 * 1024 * 1024

_NOWHERE = Span(0, 0)
_TIME = re.compile(r"[ T](?P<hour>[0-9]{2}):(?P<minute>[0-9]{2})(?::(?P<second>[0-9]{2}))?")
_PURPOSES = ("0", "1", "2", "3")


def from_edxml(data: bytes | str, *, max_bytes: int = MAX_BYTES) -> EdxmlMessage:
    """The message that an edXML file holds (đọc gói tin edXML).

    Elements are known by their local names, whatever their namespace and order. What is wrong in
    the header is a finding of the plan: a text that is too long (E101), a value that cannot be read
    (E102), a file that is not there or cannot be decoded (E103). Names of files are made harmless,
    no file is written, and none is unpacked. Signatures are not verified.

    Args:
        data: the file.
        max_bytes: the greatest length. A single attachment has at most 7.4 million bytes, ten
            million in base64, which is what readers of XML take.

    Raises:
        SchemaError: if it is not XML, could do harm, or is no message with a document: a message
            about the state of another one, for example.
    """
    try:
        root = parse_xml(data, max_bytes=max_bytes)
    except MarkupError as error:
        raise refusal(error.reason, error.line) from None
    header = next(named(root, "MessageHeader"), None)
    if header is None:
        is_status = next(named(root, "StatusCode"), None) is not None
        found = "a message about the state of another" if is_status else "something else"
        reason = f"an edXML message with a document is expected; this is {found}"
        raise refusal(reason)
    reading = Reading()
    files = tuple(attachments(root, reading))
    receivers = (_party(each, reading) for each in children(header, "To"))
    answered = (reading.text(each, "DocumentId") for each in children(header, "ResponseFor"))
    return EdxmlMessage(
        attachments=files,
        sender=_party(child(header, "From"), reading),
        receivers=tuple(filter(None, receivers)),
        document_id=reading.text(header, "DocumentId"),
        sent_at=_sent_at(root, reading),
        due_on=_as_day(reading.day(header, "DueDate")),
        content=reading.text(header, "Content"),
        purpose=_purpose(root),
        responds_to=tuple(filter(None, answered)),
        plan=_plan(header, reading),  # last: it has the findings
    )


def _party(element: Element | None, reading: Reading) -> EdxmlParty | None:
    organ_id, name = reading.text(element, "OrganId"), reading.text(element, "OrganName")
    if organ_id is None and name is None:
        return None
    return EdxmlParty(
        organ_id or name or "",
        name or organ_id or "",
        in_charge=reading.text(element, "OrganizationInCharge"),
        address=reading.text(element, "OrganAdd"),
        email=reading.text(element, "Email"),
        telephone=reading.text(element, "Telephone"),
        fax=reading.text(element, "Fax"),
        website=reading.text(element, "Website"),
    )


def _sent_at(root: Element, reading: Reading) -> datetime.datetime | None:
    """The first time stamp, which is that of the sender."""
    trace = next(named(root, "TraceHeader"), None)
    day = _as_day(reading.day(trace, "Timestamp"))
    found = _TIME.search(reading.text(trace, "Timestamp") or "")
    if day is None or found is None:
        return None
    hour, minute, second = (int(found[part] or 0) for part in ("hour", "minute", "second"))
    try:
        time = datetime.time(hour, minute, second, tzinfo=VIETNAM)
    except ValueError:
        return None
    return datetime.datetime.combine(day, time)


def _purpose(root: Element) -> int | None:
    element = next(named(root, "BussinessDocType"), None)
    text = "" if element is None else one_line(raw_text(element))
    return int(text) if text in _PURPOSES else None


def _as_day(date: PartialDate | None) -> datetime.date | None:
    day = None if date is None else date.earliest
    return None if day is None else datetime.date(day.year, day.month, day.day)


def _plan(header: Element, reading: Reading) -> Plan:
    """What the header says of the document, with all that was found to be wrong."""
    sender, other = child(header, "From"), child(header, "OtherInfo")
    promulgation = child(header, "PromulgationInfo")
    issuer = _agency(reading.text(sender, "OrganName"))
    number, number_text = _number(header, reading)
    kind = reading.text(child(header, "DocumentType"), "TypeName")
    appendices = reading.texts(child(other, "Appendixes"), "Appendix")
    plan = Plan(
        source=Source(""),
        kind=None if kind is None else find_kind(kind) or InstrumentKind(name=kind),
        number=number,
        number_text=number_text,
        issuers=() if issuer is None else (issuer,),
        superior=_agency(reading.text(sender, "OrganizationInCharge")),
        place=reading.text(promulgation, "Place"),
        issued_on=reading.day(promulgation, "PromulgationDate"),
        subject=reading.text(header, "Subject"),
        urgency=URGENCIES.get(reading.text(other, "Priority") or ""),
        recipients=tuple(
            Recipient(text=text, span=_NOWHERE)
            for text in reading.texts(child(header, "ToPlaces"), "Place")
        ),
        signatures=tuple(_signatures(child(header, "SignerInfo"), reading)),
        appendices=tuple(Appendix(title=text, span=_NOWHERE) for text in appendices),
    )
    return attrs.evolve(plan, findings=reading.findings)


def _number(header: Element, reading: Reading) -> tuple[DocumentNumber | None, str | None]:
    code = child(header, "Code")
    serial, notation = reading.text(code, "CodeNumber"), reading.text(code, "CodeNotation")
    text = "/".join(filter(None, (serial, notation)))
    if not text:
        return None, None
    number = joined(serial or "", notation or "", reading.text(header, "DocumentId"))
    if number is None:
        reading.unreadable("Code", text)
    return number, str(number or text)


def _signatures(signer: Element | None, reading: Reading) -> Iterator[Signature]:
    authority, position = reading.text(signer, "Competence"), reading.text(signer, "Position")
    name = reading.text(signer, "FullName")
    if authority or position or name:
        yield Signature(authority=authority, position=position, name=name, span=_NOWHERE)


def _agency(name: str | None) -> Agency | None:
    if name is None:
        return None
    try:
        return Agency.parse(name)
    except ParseError:
        return Agency(name)
