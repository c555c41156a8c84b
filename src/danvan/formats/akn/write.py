"""From a plan to an Akoma Ntoso document: metadata, head, outline, closing, appendices."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import attrs
from lxml import etree

from danvan.formats.akn.content import Writer, own
from danvan.formats.akn.identity import Identity, identity_of
from danvan.formats.akn.names import NAMESPACE, tag
from danvan.formats.xml.characters import escaped
from danvan.formats.xml.marks import Marks
from danvan.formats.xml.shape import NAMESPACE as DANVAN
from danvan.formats.xml.write import Context, attributes_of, element_of
from danvan.markup import without_forbidden

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

    from danvan.plan import Appendix, Paragraph, Plan, Signature

#: The fields of a plan that stand in the text of the document, and so not among its facts.
IN_THE_TEXT = ("preamble", "sections", "footnotes", "appendices")

_PREFIXES: Any = {None: NAMESPACE, "danvan": DANVAN}  # the stubs know no namespace without a prefix
_SOURCE = "#danvan"


def document_of(plan: Plan, *, source: bool, facts: bool) -> Element:
    """The document of a plan."""
    root = etree.Element(tag("akomaNtoso"), {}, _PREFIXES)
    document = etree.SubElement(root, tag("doc"), {"name": "keHoach"})
    writer = Writer(Marks(plan))
    identity = identity_of(plan)
    author = writer.organization(identity.author) if identity.author else _SOURCE
    _write_text(document, plan, identity, author, writer)
    meta = _meta(identity, author)
    document.insert(0, meta)
    references = etree.SubElement(meta, tag("references"), {"source": _SOURCE})
    _reference(references, "TLCOrganization", "danvan", "danvan", "organization")
    for kind, ontology, known in (
        ("TLCOrganization", "organization", writer.organizations),
        ("TLCRole", "role", writer.roles),
        ("TLCPerson", "person", writer.persons),
        ("TLCLocation", "location", writer.locations),
    ):
        for shown, identifier in known.items():
            _reference(references, kind, identifier, shown, ontology)
    if plan.footnotes:
        notes = etree.SubElement(meta, tag("notes"), {"source": _SOURCE})
        for footnote in plan.footnotes:
            _footnote(notes, footnote, writer)
    if facts:
        held = etree.SubElement(meta, tag("proprietary"), {"source": _SOURCE})
        nothing: dict[str, Any] = dict.fromkeys(IN_THE_TEXT, ())
        bare = attrs.evolve(plan, **nothing)
        held.append(element_of(bare, Context(None, source=source)))
    return root


def _meta(identity: Identity, author: str) -> Element:
    meta = etree.Element(tag("meta"))
    identification = etree.SubElement(meta, tag("identification"), {"source": _SOURCE})
    component = f"/!{identity.component}"
    for name, iri in (
        ("FRBRWork", identity.work),
        ("FRBRExpression", identity.expression),
        ("FRBRManifestation", identity.manifestation),
    ):
        level = etree.SubElement(identification, tag(name))
        this = iri.removesuffix(".akn") + component + (".akn" if iri.endswith(".akn") else "")
        _value(level, "FRBRthis", this)
        _value(level, "FRBRuri", iri)
        etree.SubElement(
            level, tag("FRBRdate"), {"date": identity.date, "name": identity.date_name}
        )
        href = _SOURCE if name == "FRBRManifestation" else author
        etree.SubElement(level, tag("FRBRauthor"), {"href": href})
        if name == "FRBRWork":
            _value(level, "FRBRcountry", "vn")
            if identity.number is not None:
                _value(level, "FRBRnumber", without_forbidden(identity.number))
        elif name == "FRBRExpression":
            etree.SubElement(level, tag("FRBRlanguage"), {"language": "vie"})
        else:
            _value(level, "FRBRformat", "application/akn+xml")
    return meta


def _value(parent: Element, name: str, value: str) -> None:
    etree.SubElement(parent, tag(name), {"value": value})


def _reference(parent: Element, name: str, identifier: str, shown: str, ontology: str) -> None:
    href = f"/akn/ontology/{ontology}/vn/{identifier.partition('_')[2] or identifier}"
    attributes = {"eId": identifier, "href": href, "showAs": shown}
    etree.SubElement(parent, tag(name), attributes)


def _footnote(parent: Element, footnote: Any, writer: Writer) -> None:
    note = writer.add(parent, "note", footnote.mark)
    note.set("marker", without_forbidden(footnote.mark))
    note.set(own("mark"), escaped(footnote.mark))
    writer.paragraph(note, footnote)


def _write_text(
    document: Element, plan: Plan, identity: Identity, author: str, writer: Writer
) -> None:
    _preface(document, plan, identity, writer)
    if plan.preamble:
        _preamble(document, plan, writer)
    body = etree.SubElement(document, tag("mainBody"))
    writer.content(body, plan.sections)
    if not len(body):
        etree.SubElement(body, tag("p"))
    if plan.recipients or plan.archive is not None or plan.signatures:
        _conclusions(document, plan, writer)
    if plan.appendices:
        attachments = etree.SubElement(document, tag("attachments"))
        for number, appendix in enumerate(plan.appendices, 1):
            meta = _meta(identity.at(f"phuLuc{number}"), author)
            _attachment(attachments, appendix, meta, writer)


def _preface(document: Element, plan: Plan, identity: Identity, writer: Writer) -> None:
    preface = etree.SubElement(document, tag("preface"))
    bodies = (*(() if plan.superior is None else (plan.superior,)), *plan.issuers)
    for agency in bodies:
        line = etree.SubElement(preface, tag("p"))
        name = "docAuthority" if agency is not plan.superior else "inline"
        others = {"name": "superior"} if name == "inline" else {}
        refers_to = writer.organization(agency.full_name)
        writer.text(line, name, agency.name, refersTo=refers_to, **others)
    if plan.number is not None:
        writer.text(etree.SubElement(preface, tag("p")), "docNumber", str(plan.number))
    if plan.place is not None:
        line = etree.SubElement(preface, tag("p"))
        place = writer.add(line, "location", refersTo=writer.location(plan.place))
        writer.fill(place, plan.place)
    if identity.date_name == "issued":
        line = etree.SubElement(preface, tag("p"))
        writer.text(line, "docDate", _day_in_words(identity.date), date=identity.date)
    title = writer.add(preface, "longTitle")
    line = etree.SubElement(title, tag("p"))
    if plan.kind is not None:
        writer.text(line, "docType", plan.kind.name)
    if plan.subject is not None:
        writer.text(line, "docTitle", plan.subject)
    for addressee in plan.addressees:
        writer.text(preface, "p", addressee.text)


def _day_in_words(date: str) -> str:
    year, month, day = date.split("-")
    shown = month if month in {"01", "02"} else month.lstrip("0")
    return f"ngày {day} tháng {shown} năm {year}"


def _preamble(document: Element, plan: Plan, writer: Writer) -> None:
    preamble = etree.SubElement(document, tag("preamble"))
    bases = sorted(citation.span.start for citation in plan.bases)
    group: Element | None = None
    for paragraph in plan.preamble:
        if not any(paragraph.span.contains(start) for start in bases):
            group = None
            _whole_paragraph(preamble, paragraph, writer)
            continue
        if group is None:
            group = writer.add(preamble, "citations")
        _whole_paragraph(writer.add(group, "citation"), paragraph, writer)


def _whole_paragraph(parent: Element, paragraph: Paragraph, writer: Writer) -> None:
    writer.paragraph(parent, paragraph)
    if paragraph.marker:
        parent[-1].set(own("marker"), escaped(paragraph.marker))


def _conclusions(document: Element, plan: Plan, writer: Writer) -> None:
    conclusions = etree.SubElement(document, tag("conclusions"))
    lines = [recipient.text for recipient in plan.recipients]
    lines += [] if plan.archive is None else [plan.archive]
    if lines:
        listed = writer.add(conclusions, "blockList")
        writer.text(listed, "listIntroduction", "Nơi nhận:")
        for line in lines:
            item = writer.add(listed, "item")
            writer.text(item, "num", "-")
            writer.text(item, "p", line)
    for signature in plan.signatures:
        _signature(etree.SubElement(conclusions, tag("p")), signature, writer)


def _signature(parent: Element, signature: Signature, writer: Writer) -> None:
    element = writer.add(parent, "signature")
    for name, value, refers_to in (
        ("organization", signature.authority, writer.organization),
        ("role", signature.position, writer.role),
        ("person", signature.name, writer.person),
    ):
        if value is not None:
            inner = writer.add(element, name, refersTo=refers_to(value))
            writer.fill(inner, value)
            etree.SubElement(element, tag("br"))
    for name, value in attributes_of(signature).items():
        element.set(own(name), value)


def _attachment(parent: Element, appendix: Appendix, meta: Element, writer: Writer) -> None:
    attachment = writer.add(parent, "attachment")
    for name, text in attributes_of(appendix).items():
        attachment.set(own(name), text)
    document = etree.SubElement(attachment, tag("doc"), {"name": "phuLuc"})
    document.append(meta)
    preface = etree.SubElement(document, tag("preface"))
    line = etree.SubElement(preface, tag("p"))
    writer.text(line, "docType", appendix.label)
    if appendix.title is not None:
        writer.text(line, "docTitle", appendix.title)
    body = etree.SubElement(document, tag("mainBody"))
    writer.content(body, appendix.body)
    if not len(body):
        etree.SubElement(body, tag("p"))
