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
_WIDE = ("utf-16", "utf16", "utf-32", "utf32", "ucs", "unicode")
_UTF_16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
# What stands for wrong bytes, and what share of the letters with marks it may be.
_LOST, _MOST_LOST = "\ufffd", 0.02


def page_of(data: bytes, name: str) -> tuple[etree._Element, bool]:
    """The root of a page, and whether some of its bytes were lost.

    Args:
        data: the file.
        name: what messages call it.

    Raises:
        ReadError: if it has no elements, too many, or elements nested too deeply.
    """
    said, lost = decoded(data, name)
    text = _DECLARATION.sub("", said.replace("\0", ""), count=1)
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
    return root, lost


def decoded(data: bytes, name: str) -> tuple[str, bool]:
    """The text of a page, and whether some of its bytes were lost.

    By its byte-order mark, as UTF-8 if it is that, as it declares, and by its content. A page that
    declares UTF-8 and has a few wrong bytes in it is read without them.

    >>> decoded('<meta charset="windows-1258"><p>Số 1'.encode("utf-8"), "a.html")[0][-4:]
    'Số 1'

    Raises:
        ReadError: if it is in no encoding that is known or declared.
    """
    try:
        return data.decode("utf-8-sig"), False
    except UnicodeDecodeError:
        pass
    declared = None if data.startswith(_UTF_16) else _declared(data)
    if declared == "utf-8":
        text = data.decode(declared, "replace")
        if text.count(_LOST) <= _MOST_LOST * sum(not c.isascii() for c in text):
            return text, True
    elif declared is not None:
        text = data.decode(declared, "replace")
        return text, _LOST in text
    return decode(data, name).text, False


def _declared(data: bytes) -> str | None:
    """The codec that a page declares, if it is UTF-8 or one of eight bits that Python knows."""
    match = _DECLARED.search(data, 0, _LOOKED_AT)
    if match is None:
        return None
    said = (match["meta"] or match["xml"]).decode("ascii").lower()
    if said.startswith(_WIDE):
        return None
    try:
        return codecs.lookup(_BROWSERS.get(said, said)).name
    except LookupError:
        return None
