"""`to_xml` and `from_xml`: documents in, documents out."""

from __future__ import annotations

from functools import cache
from importlib import resources
from typing import TYPE_CHECKING, Any

import attrs
from lxml import etree

from danvan.errors import MarkupError, SchemaError, SchemaProblem
from danvan.formats.problems import named
from danvan.formats.source import attached
from danvan.formats.xml.marks import Marks
from danvan.formats.xml.read import line_of, object_in
from danvan.formats.xml.shape import NAMESPACE, tag
from danvan.formats.xml.write import Context, element_of
from danvan.markup import MAX_BYTES, parse_xml
from danvan.plan import Plan

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_SHIPPED = "plan.xsd"


def to_xml(plan: Plan, *, source: bool = True) -> bytes:
    """The plan as XML in UTF-8 (dạng XML), in the form of ``plan.xsd``.

    It is exactly invertible, ``from_xml(to_xml(plan)) == plan``, for any text in the plan: what XML
    cannot hold stands as ``<c u="000C"/>``. Citations, deadlines and bodies are marked in the
    running text, so that stylesheets can use them; reading passes the marks over.

    Args:
        plan: the plan.
        source: whether the source text is in it; its SHA-256 always is.

    >>> import danvan
    >>> plan = danvan.parse("Số: 12/KH-UBND")
    >>> from_xml(to_xml(plan)) == plan
    True
    """
    root = element_of(plan, Context(Marks(plan), source=source))
    return etree.tostring(root, encoding="UTF-8", xml_declaration=True)


def from_xml(data: bytes | str, *, source: str | None = None, validate: bool = False) -> Plan:
    """The plan that `to_xml` gave.

    Nothing outside the document is read and nothing in it is expanded; see
    `danvan.markup.parse_xml`.

    Args:
        data: the document.
        source: the source text, where it was left out. Without it the plan has a `DetachedSource`.
        validate: whether to hold the document to the schema first, which also asks for the order of
            the elements.

    Raises:
        SchemaError: if the data are not XML, could do harm, or do not have the form, with all
            problems at once (the first two hundred), each with its path and line.
    """
    try:
        root = parse_xml(data, max_bytes=MAX_BYTES)
    except MarkupError as error:
        raise SchemaError([SchemaProblem("/", error.reason, line=error.line)]) from None
    if root.tag != tag("plan"):
        reason = f"the element plan of {NAMESPACE} is expected, not {named(root.tag)}"
        raise SchemaError([SchemaProblem("/", reason, line=line_of(root))])
    if validate:
        _validate(root)
    problems: list[SchemaProblem] = []
    try:
        plan: Plan = object_in(root, Plan, problems)
    except RecursionError:
        raise SchemaError([SchemaProblem("/", "it is nested too deeply")]) from None
    if problems:
        raise SchemaError(problems)
    return plan if source is None else attrs.evolve(plan, source=attached(plan.source, source))


def xml_schema() -> bytes:
    """The XML Schema of a plan (lược đồ XML), as it is shipped in the package.

    >>> b'targetNamespace="urn:danvan:plan:1"' in xml_schema()
    True
    """
    return resources.files("danvan.formats").joinpath(_SHIPPED).read_bytes()


@cache
def _compiled() -> etree.XMLSchema:
    return etree.XMLSchema(etree.fromstring(xml_schema()))


def _validate(root: Element) -> None:
    schema = _compiled()
    if not schema.validate(root):
        entries: Any = schema.error_log  # the stubs do not say that it is a sequence
        raise SchemaError(
            SchemaProblem(entry.path or "/", _shown(entry.message), line=entry.line)
            for entry in entries
        )


def _shown(message: str) -> str:
    return message.replace(f"{{{NAMESPACE}}}", "").strip()
