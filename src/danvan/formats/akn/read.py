"""From an Akoma Ntoso document to a plan."""

from __future__ import annotations

import contextlib
from typing import TYPE_CHECKING, Any

import attrs

from danvan.dates import PartialDate
from danvan.errors import ParseError, SchemaError, SchemaProblem
from danvan.formats.akn.names import tag
from danvan.formats.akn.text import Reader
from danvan.formats.akn.write import IN_THE_TEXT
from danvan.formats.problems import named
from danvan.formats.source import attached
from danvan.formats.xml.read import object_in
from danvan.formats.xml.shape import tag as own
from danvan.instruments import Citation, DocumentNumber, find, find_kind
from danvan.plan import Appendix, Footnote, Paragraph, Plan, Signature
from danvan.span import Span
from danvan.text import Source
from danvan.units import Agency

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_DOCUMENTS = ("doc", "act", "bill", "statement")
_BODIES = ("mainBody", "body")


def plan_in(root: Element, source: str | None) -> Plan:
    """The plan that a document holds."""
    document = _document(root)
    problems: list[SchemaProblem] = []
    facts = document.find(f"{tag('meta')}/{tag('proprietary')}/{own('plan')}")
    known: Plan | None = None if facts is None else object_in(facts, Plan, problems)
    if problems:
        raise SchemaError(problems)
    reader = Reader()
    text = _text_of(document, reader)
    head = _head_of(document)
    if known is None:
        return _plan_of_text(text, head, document, reader)
    said = text | _changed(known, head)
    if source is not None:
        said["source"] = attached(known.source, source)
    return attrs.evolve(known, **said)


def _document(root: Element) -> Element:
    for name in _DOCUMENTS:
        document = root.find(tag(name))
        if root.tag == tag("akomaNtoso") and document is not None:
            return document
    expected = "an Akoma Ntoso 3.0 document with a doc, act, bill or statement"
    raise SchemaError([SchemaProblem("/", f"{expected} is expected, not {named(root.tag)}")])


def _text_of(document: Element, reader: Reader) -> dict[str, Any]:
    """The fields that stand in the text."""
    preamble = document.find(tag("preamble"))
    blocks = () if preamble is None else reader.blocks(preamble)
    found: dict[str, Any] = dict.fromkeys(IN_THE_TEXT, ())
    found["preamble"] = tuple(block for block in blocks if isinstance(block, Paragraph))
    body = next((b for b in map(document.find, map(tag, _BODIES)) if b is not None), None)
    content = () if body is None else reader.content(body)
    found["sections"] = reader.only_sections(content)
    found["footnotes"] = tuple(_footnote(note, reader) for note in document.iter(tag("note")))
    attachments = document.iterfind(f"{tag('attachments')}/{tag('attachment')}")
    found["appendices"] = tuple(_appendix(each, reader) for each in attachments)
    return found


def _footnote(note: Element, reader: Reader) -> Footnote:
    paragraphs = [b for b in reader.blocks(note) if isinstance(b, Paragraph)]
    text = "\n".join(paragraph.text for paragraph in paragraphs)
    span = Span.envelope([p.span for p in paragraphs] or [Span(0, 0)])
    spans = paragraphs[0].spans if len(paragraphs) == 1 else ()
    mark = Reader.kept(note, "mark")
    printed = note.get("marker", "") if mark is None else mark
    return Footnote(mark=printed, text=text, span=span, spans=spans)


def _appendix(attachment: Element, reader: Reader) -> Appendix:
    document = next((d for d in map(attachment.find, map(tag, _DOCUMENTS)) if d is not None), None)
    if document is None:
        return Appendix(span=reader.here())
    start = reader.here().start
    label = _first(document, "docType")
    body = next((b for b in map(document.find, map(tag, _BODIES)) if b is not None), None)
    content = () if body is None else reader.content(body)
    values = reader.values(Appendix, attachment)
    values.setdefault("span", Span(start, reader.here().end))
    return Appendix(label=label or "", title=_first(document, "docTitle"), body=content, **values)


def _head_of(document: Element) -> dict[str, Any]:
    """What the head says, as far as it can be read; what is not there is not in it."""
    head: dict[str, Any] = {}
    number = _first(document, "docNumber")
    if number is not None:
        try:
            head["number"] = DocumentNumber.parse(number)
        except ParseError:
            head["number_text"] = number
    date = next(_in_preface(document, "docDate"), None)
    if date is not None:
        with contextlib.suppress(ParseError):
            head["issued_on"] = PartialDate.parse(date.get("date", "")[:10])
    kind = _first(document, "docType")
    if kind is not None:
        head["kind"] = find_kind(kind)
    subject = _first(document, "docTitle")
    if subject is not None:
        head["subject"] = subject
    return head


def _changed(known: Plan, head: dict[str, Any]) -> dict[str, Any]:
    """What the head says otherwise than the facts: somebody changed it."""
    return {
        name: value
        for name, value in head.items()
        if value is not None and value != getattr(known, name) and name != "number_text"
    }


def _plan_of_text(
    text: dict[str, Any], head: dict[str, Any], document: Element, reader: Reader
) -> Plan:
    source = Source(reader.text)
    citations = tuple(find(source.text))
    authors = [Reader.words(e) for e in _in_preface(document, "docAuthority")]
    place = next(iter([Reader.words(e) for e in _in_preface(document, "location")]), None)
    return Plan(
        source=source,
        issuers=tuple(Agency(name) for name in authors if name.strip()),
        place=place,
        citations=citations,
        bases=_bases(citations, text["preamble"]),
        signatures=_signatures(document, reader),
        **text,
        **head,
    )


def _bases(
    citations: tuple[Citation, ...], preamble: tuple[Paragraph, ...]
) -> tuple[Citation, ...]:
    return tuple(c for c in citations if any(p.span.contains(c.span) for p in preamble))


def _signatures(document: Element, reader: Reader) -> tuple[Signature, ...]:
    return tuple(
        Signature(
            authority=_first(each, "organization"),
            position=_first(each, "role"),
            name=_first(each, "person"),
            span=reader.here(),
        )
        for each in document.iterfind(f"{tag('conclusions')}//{tag('signature')}")
    )


def _in_preface(document: Element, name: str) -> Any:
    preface = document.find(tag("preface"))
    return iter(()) if preface is None else preface.iter(tag(name))


def _first(element: Element, name: str) -> str | None:
    """The words of the first element of a name: in the preface of a document, or in a signature."""
    preface = element.find(tag("preface"))
    found = next((element if preface is None else preface).iter(tag(name)), None)
    return None if found is None else Reader.words(found)
