"""Kinds of files that cannot be read yet, known by their first bytes."""

from __future__ import annotations

_WORD = "Word documents cannot be read yet; save it as plain text (UTF-8)"
_WEB = "web pages cannot be read yet; save it as plain text (UTF-8)"
_PICTURE = "it is a picture; the text in it must be recognised (OCR) first"

# First bytes -> what to tell. The longer beginning stands before the shorter one.
_SIGNATURES = (
    (b"%PDF-", "PDF files cannot be read yet; save it as plain text (UTF-8)"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", _WORD),  # OLE: .doc, also .xls and .ppt
    (b"{\\rtf", "RTF files cannot be read yet; save it as plain text (UTF-8)"),
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
_ZIP = (b"PK\x03\x04", b"PK\x05\x06")
# The directory of a ZIP file names its members; these tell a package of Word or OpenDocument.
_ZIP_MEMBERS = (
    (b"word/document", _WORD),
    (
        b"opendocument.text",
        "OpenDocument files cannot be read yet; save it as plain text (UTF-8)",
    ),
    (b"xl/workbook", "it is a spreadsheet; save the document as plain text (UTF-8)"),
    (b"ppt/presentation", "it is a presentation; save the document as plain text (UTF-8)"),
)
_TAGS = (b"<!doctype html", b"<html", b"<?xml")
_SHOWN = 8192


def unreadable(data: bytes) -> str | None:
    """Why a file with this content cannot be read, or None if nothing speaks against it.

    >>> unreadable(b"%PDF-1.7")
    'PDF files cannot be read yet; save it as plain text (UTF-8)'
    """
    if data.startswith(_ZIP):
        return next(
            (reason for member, reason in _ZIP_MEMBERS if member in data),
            "it is an archive (ZIP); unpack it first",
        )
    for beginning, reason in _SIGNATURES:
        if data.startswith(beginning) and (beginning != b"BM" or b"\0" in data[:_SHOWN]):
            return reason
    beginning = data[:_SHOWN].removeprefix(b"\xef\xbb\xbf").lstrip().lower()
    if beginning.startswith(_TAGS):
        return _WEB
    return None
