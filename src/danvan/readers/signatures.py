"""Kinds of files, known by their first bytes and by the directory of a ZIP archive."""

from __future__ import annotations

import re

_PICTURE = "it is a picture; the text in it must be recognised (OCR) first"
_SPREADSHEET = "it is a spreadsheet; save the document as .docx or .pdf"
_PRESENTATION = "it is a presentation; save the document as .docx or .pdf"

# First bytes -> what to tell. The longer beginning stands before the shorter one.
_UNREADABLE = (
    (b"\x89PNG\r\n\x1a\n", _PICTURE),
    (b"\xff\xd8\xff", _PICTURE),  # JPEG
    (b"GIF87a", _PICTURE),
    (b"GIF89a", _PICTURE),
    (b"II*\x00", _PICTURE),  # TIFF
    (b"MM\x00*", _PICTURE),
    (b"BM", _PICTURE),
    (b"\x1f\x8b", "it is packed (gzip); unpack it first"),
    (b"7z\xbc\xaf\x27\x1c", "it is an archive (7z); unpack it first"),
    (b"Rar!\x1a\x07", "it is an archive (RAR); unpack it first"),
)
# Members of office packages that hold no running text.
_OTHER_PACKAGES = ((b"xl/workbook", _SPREADSHEET), (b"ppt/presentation", _PRESENTATION))
_OTHER_OPEN_DOCUMENTS = (
    (b"opendocument.spreadsheet", _SPREADSHEET),
    (b"opendocument.presentation", _PRESENTATION),
)
# The directory of an OLE file names its streams in UTF-16.
_OTHER_OLE = (
    ("Workbook", _SPREADSHEET),
    ("PowerPoint Document", _PRESENTATION),
    ("EncryptedPackage", "it is encrypted; save it without a password"),
)
_RTF = b"{\\rtf"
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ZIP = (b"PK\x03\x04", b"PK\x05\x06")
_ZIP_END = b"PK\x05\x06"
_LONGEST_ZIP_END = 22 + 0xFFFF
_PDF = b"%PDF-"
_PDF_BEGINS = 1024
_WORD_MEMBER = b"word/document"
_OPEN_TEXT = b"opendocument.text"
_OPEN_MEMBERS = (b"META-INF/manifest.xml", b"content.xml")
# How a page or a piece of one begins.
_TAG = re.compile(
    rb"<(?:head|body|meta|title|style|script|link|base|div|table|center|p|h[1-6]"
    rb"|font|span|section|article|main|header|nav|form|ul|ol|pre|blockquote)[\s/>]"
)
# The head of a mail: fields, the first of which are these, until an empty line.
_MAIL = re.compile(
    rb"(?:From |(?:Return-Path|Received|Delivered-To|Date|From|To|Subject|Message-ID|MIME-Version"
    rb"|Snapshot-Content-Location|X-[\w-]{1,40}):)[^\n]*\n(?:[^\r\n][^\n]*\n)*",
    re.IGNORECASE,
)
_XML = "it is XML of another kind than a web page; save the document as .docx"
_SHOWN = 8192


def unreadable(data: bytes) -> str | None:
    r"""Why a file with this content cannot be read, or None if nothing speaks against it.

    >>> unreadable(b"Rar!\x1a\x07\x00")
    'it is an archive (RAR); unpack it first'
    """
    if data.startswith(_ZIP):
        return _told(zip_directory(data), _OTHER_PACKAGES) or _told(
            data[:_SHOWN], _OTHER_OPEN_DOCUMENTS
        )
    if data.startswith(_OLE):
        return next((why for s, why in _OTHER_OLE if s.encode("utf-16-le") in data), None)
    for beginning, reason in _UNREADABLE:
        if data.startswith(beginning) and (beginning != b"BM" or b"\0" in data[:_SHOWN]):
            return reason
    beginning = _beginning(data)
    return _XML if beginning.startswith(b"<?xml") and b"<html" not in beginning else None


def _told(data: bytes, reasons: tuple[tuple[bytes, str], ...]) -> str | None:
    return next((reason for sign, reason in reasons if sign in data), None)


def zip_directory(data: bytes) -> bytes:
    """The directory of a ZIP archive, which names its members; all of it if its end is lost."""
    end = data.rfind(_ZIP_END, max(0, len(data) - _LONGEST_ZIP_END))
    if end < 0:
        return data
    size = int.from_bytes(data[end + 12 : end + 16], "little")
    return data[max(0, end - size) : end]


def is_word_package(data: bytes) -> bool:
    """Whether it is an archive with a document of Word in it (.docx)."""
    return data.startswith(_ZIP) and _WORD_MEMBER in zip_directory(data)


def is_open_document(data: bytes) -> bool:
    """Whether it is an archive with a text of OpenDocument in it (.odt).

    Its type stands at its beginning, unless somebody packed the archive anew.
    """
    if not data.startswith(_ZIP) or unreadable(data) is not None:
        return False
    directory = zip_directory(data)
    return _OPEN_TEXT in data[:_SHOWN] or all(member in directory for member in _OPEN_MEMBERS)


def is_archive(data: bytes) -> bool:
    """Whether it is a ZIP archive that is no document itself."""
    if not data.startswith(_ZIP) or unreadable(data) is not None:
        return False
    return not is_word_package(data) and not is_open_document(data)


def is_old_document(data: bytes) -> bool:
    """Whether it is RTF, or of the kind in which Word kept documents until 2003 (.doc)."""
    return data.startswith(_RTF) or (data.startswith(_OLE) and unreadable(data) is None)


def is_pdf(data: bytes) -> bool:
    """Whether it is a PDF file; something else may stand before its first line.

    >>> is_pdf(b"%PDF-1.7"), is_pdf(b"a %PDF-1.7")
    (True, True)
    """
    return _PDF in data[:_PDF_BEGINS]


def is_mail(data: bytes) -> bool:
    r"""Whether it begins as a mail does: with header fields, one of which is the type (.eml, .mht).

    >>> is_mail(b"From: a@b.vn\nContent-Type: text/plain\n\nx"), is_mail(b"From: a\n\nx")
    (True, False)
    """
    head = _MAIL.match(data, 0, _SHOWN)
    return head is not None and b"\ncontent-type:" in head[0].lower()


def is_web_page(data: bytes) -> bool:
    """Whether it begins as a web page or a piece of one does (.html).

    >>> is_web_page(b"<!DOCTYPE html><html>"), is_web_page(b"<p>"), is_web_page(b"a < b")
    (True, True, False)
    """
    return is_whole_page(data) or _TAG.match(_beginning(data)) is not None


def is_whole_page(data: bytes) -> bool:
    """Whether it says of itself that it is a web page."""
    beginning = _beginning(data)
    if beginning.startswith((b"<?xml", b"<!--")):
        return b"<html" in beginning
    return beginning.startswith((b"<!doctype html", b"<html"))


def _beginning(data: bytes) -> bytes:
    """The first bytes in small letters; those of UTF-16 with a mark as far as they are ASCII."""
    beginning = data[:_SHOWN].removeprefix(b"\xef\xbb\xbf")
    if beginning.startswith((b"\xff\xfe", b"\xfe\xff")):
        beginning = beginning[2:].replace(b"\0", b"")
    return beginning.lstrip().lower()
