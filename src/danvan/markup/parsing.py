"""`parse_xml`: the one door through which XML comes in."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from lxml import etree

from danvan.errors import MarkupError

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

#: XML longer than this is refused: 256 MiB, four times the largest file.
MAX_BYTES = 256 * 1024 * 1024

#: XML nested deeper than this is refused; it is the limit of libxml2, too.
MAX_DEPTH = 256

_XINCLUDE = "http://www.w3.org/2001/XInclude"
_CHUNK = 64 * 1024
_ADVICE = re.compile(r",? (?:use|try) XML_PARSE_HUGE(?: option)?\s*|, line \d+, column \d+\s*\Z")


def parse_xml(data: bytes | str, *, max_bytes: int = MAX_BYTES) -> Element:
    """The root of an XML document that may be hostile (đọc XML an toàn).

    Nothing outside the document is read, and nothing in it is expanded: a document type declaration
    is refused before anything that it declares is looked at, and so are inclusions (XInclude). A
    text or an attribute longer than ten million bytes and elements nested deeper than `MAX_DEPTH`
    are refused by the parser. Comments and processing instructions are left out.

    Args:
        data: the document; of a ``str``, the encoding that it declares is passed over.
        max_bytes: the greatest length, in bytes.

    Raises:
        MarkupError: with the reason, and the line where there is one.

    >>> parse_xml("<plan><!-- bản nháp -->Kế hoạch</plan>").text
    'Kế hoạch'
    >>> parse_xml('<!DOCTYPE plan [<!ENTITY a "b">]><plan>&a;</plan>')
    Traceback (most recent call last):
        ...
    danvan.errors.MarkupError: a document type declaration (DOCTYPE) is refused
    """
    encoding = None
    if isinstance(data, str):
        encoding = "utf-8"
        data = _encoded(data)
    if not data or len(data) > max_bytes:
        msg = f"it is longer than {max_bytes:,} bytes" if data else "it is empty"
        raise MarkupError(msg)
    try:
        _refuse_doctype(data, encoding)
        root = etree.fromstring(data, _parser(encoding))
    except etree.XMLSyntaxError as error:
        raise MarkupError(_reason(error), line=error.lineno) from None
    inclusion = next(root.iter(f"{{{_XINCLUDE}}}*"), None)
    if inclusion is not None:
        msg = "an inclusion (XInclude) is refused"
        raise MarkupError(msg, line=inclusion.sourceline)
    return root


def _encoded(text: str) -> bytes:
    try:
        return text.encode()
    except UnicodeEncodeError as error:
        msg = f"the character {error.start} is half a surrogate pair"
        raise MarkupError(msg) from None


def _parser(encoding: str | None) -> etree.XMLParser:
    return etree.XMLParser(
        encoding=encoding,
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        dtd_validation=False,
        attribute_defaults=False,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
    )


class _RootReachedError(Exception):
    """What stands before the root element has been read."""


class _BeforeRoot:
    """Looks at what stands before the root element, and no further."""

    def doctype(self, *_declared: object) -> None:
        msg = "a document type declaration (DOCTYPE) is refused"
        raise MarkupError(msg)

    def start(self, *_element: object) -> None:
        raise _RootReachedError

    def close(self) -> None:
        """Nothing is built."""


def _refuse_doctype(data: bytes, encoding: str | None) -> None:
    target: Any = _BeforeRoot()  # lxml asks for fewer methods than its stubs
    parser = etree.XMLParser(
        target=target, encoding=encoding, resolve_entities=False, no_network=True
    )
    try:
        for begin in range(0, len(data), _CHUNK):
            parser.feed(data[begin : begin + _CHUNK])
        parser.close()
    except _RootReachedError:
        pass


def _reason(error: etree.XMLSyntaxError) -> str:
    return _ADVICE.sub("", " ".join((error.msg or "it is not XML").split()))
