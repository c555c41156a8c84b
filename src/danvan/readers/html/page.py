"""A page as a tree: its encoding, and the limits within which it is parsed."""

from __future__ import annotations

import codecs
import re

from lxml import etree, html

from danvan.errors import ReadError
from danvan.readers.encodings import decode

#: Pages with more tags than this are refused.
MAX_TAGS = 300_000

_DECLARED = re.compile(
    rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*(?P<meta>[\w:.-]{1,40})"
    rb"|<\?xml[^>]{0,100}?encoding\s*=\s*[\"'](?P<xml>[\w:.-]{1,40})",
    re.IGNORECASE,
)
_DECLARATION = re.compile(r"\s*<\?xml[^>]{0,200}\?>")
_LOOKED_AT = 8192
# What browsers take for these names.
_BROWSERS = {"iso-8859-1": "cp1252", "latin-1": "cp1252", "us-ascii": "cp1252", "ascii": "cp1252"}
_UNICODE_NAMES = ("utf", "unicode")


def page_of(data: bytes, name: str) -> etree._Element:
    """The root of a page.

    Args:
        data: the file.
        name: what messages call it.

    Raises:
        ReadError: if it has no elements, too many, or elements nested too deeply.
    """
    text = _DECLARATION.sub("", decoded(data, name).replace("\0", ""), count=1)
    if text.count("<") > MAX_TAGS:
        raise ReadError(name, f"it has more than {MAX_TAGS:,} tags")
    parser = html.HTMLParser(
        remove_comments=True, remove_pis=True, no_network=True, huge_tree=False
    )
    try:
        root = html.document_fromstring(text, parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError) as error:
        raise ReadError(name, f"it is no web page: {' '.join(str(error).split())}") from None
    if any(entry.type_name == "ERR_RESOURCE_LIMIT" for entry in parser.error_log):
        raise ReadError(name, "its elements are nested too deeply, or its text is too long")
    return root


def decoded(data: bytes, name: str) -> str:
    """The text of a page: by its byte-order mark, as UTF-8 if it is that, as declared, by content.

    >>> page = '<meta charset="windows-1258"><p>Số 1, ngày'.encode("utf-8")
    >>> decoded(page, "a.html")[-10:]
    'Số 1, ngày'

    Raises:
        ReadError: if it is in no encoding that is known or declared.
    """
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        pass
    declared = _declared(data)
    if declared is not None and not data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return data.decode(declared, "replace")
    return decode(data, name).text


def _declared(data: bytes) -> str | None:
    """The codec that a page declares, if it is one of eight bits that Python knows.

    Bytes that are no UTF-8 are no UTF-8, whatever the page says.
    """
    match = _DECLARED.search(data, 0, _LOOKED_AT)
    if match is None:
        return None
    said = (match["meta"] or match["xml"]).decode("ascii").lower()
    if said.startswith(_UNICODE_NAMES):
        return None
    try:
        return codecs.lookup(_BROWSERS.get(said, said)).name
    except LookupError:
        return None
