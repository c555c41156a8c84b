"""XML from strangers: parsed without entities, links and endless depth."""

from __future__ import annotations

from lxml import etree

from danvan.errors import ReadError

#: So many tags and attributes are parsed: some hundred times those of a long plan.
MAX_MARKS = 1_500_000

_DOCTYPE = tuple("<!DOCTYPE".encode(codec) for codec in ("utf-8", "utf-16-le", "utf-16-be"))


def parse_xml(data: bytes, name: str, member: str) -> etree._Element:
    """The root of an XML part of a file.

    No document type is allowed, hence no entity; depth and text are bounded by libxml2.

    Args:
        data: the part.
        name: what messages call the file.
        member: what they call the part.

    Raises:
        ReadError: if it is not well-formed, declares a document type, or has too many elements.

    >>> parse_xml(b"<a><b/></a>", "a.docx", "word/document.xml").tag
    'a'
    """
    if data.count(b"<") + data.count(b"=") > MAX_MARKS:
        raise ReadError(name, f"{member} in it has more than {MAX_MARKS:,} tags and attributes")
    if any(declared in data for declared in _DOCTYPE):
        reason = f"{member} in it declares a document type (DTD), which office files may not"
        raise ReadError(name, reason)
    parser = etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        remove_comments=True,
        remove_pis=True,
    )
    try:
        return etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        reason = " ".join(str(error).split())[:120]
        raise ReadError(name, f"it is broken: {member} in it is no XML ({reason})") from None
