"""The XML parts of a file: through the door of `danvan.markup`, within limits of their own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from danvan import markup
from danvan.errors import MarkupError, ReadError

if TYPE_CHECKING:
    from lxml import etree

#: So many tags and attributes are parsed: some hundred times those of a long plan.
MAX_MARKS = 1_500_000


def parse_xml(data: bytes, name: str, member: str) -> etree._Element:
    """The root of an XML part of a file.

    Args:
        data: the part.
        name: what messages call the file.
        member: what they call the part.

    Raises:
        ReadError: if it is no XML, has too many elements, or `danvan.markup.parse_xml` refuses it:
            no part may declare a document type, hence no entity.

    >>> parse_xml(b"<a><b/></a>", "a.docx", "word/document.xml").tag
    'a'
    """
    if data.count(b"<") + data.count(b"=") > MAX_MARKS:
        raise ReadError(name, f"{member} in it has more than {MAX_MARKS:,} tags and attributes")
    try:
        return markup.parse_xml(data)
    except MarkupError as error:
        raise ReadError(name, f"{member} in it cannot be read: {error}") from None
