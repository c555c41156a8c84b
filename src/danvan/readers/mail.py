"""Saved mail, and pages saved in its form (.eml, .mht): the text that they show (thư lưu)."""

from __future__ import annotations

import email
from email import policy
from typing import TYPE_CHECKING

import attrs

from danvan.errors import ReadError
from danvan.findings import Finding, Severity
from danvan.readers import html
from danvan.readers.encodings import decode
from danvan.text import Source

if TYPE_CHECKING:
    from email.message import EmailMessage

_MOST_PARTS = 1_000
_LONGEST_NAMES = 120


def read(data: bytes, name: str) -> Source:
    """Read the text of a mail or of a page saved as one, as `danvan.readers.Reader.read`.

    Of texts that stand for each other the one in HTML is read. What is attached is not read; a
    finding names it.
    """
    try:
        message = email.message_from_bytes(data, policy=policy.default)
        parts = [part for part, _ in zip(message.walk(), range(_MOST_PARTS), strict=False)]
        shown = next((part for kind in _KINDS for part in parts if _shows(part, kind)), None)
        content = shown.get_payload(decode=True) if shown is not None else None
        attached = [part.get_filename() or "?" for part in parts if part.is_attachment()]
    except (ValueError, LookupError, AttributeError, TypeError, IndexError) as error:
        raise ReadError(name, f"it is a broken mail ({type(error).__name__})") from None
    if shown is None or not isinstance(content, bytes) or not content:
        raise ReadError(name, "it is a mail without text")
    findings = (_about(attached),) if attached else ()
    if shown.get_content_type() == "text/html":
        source = html.read(content, name)
        return attrs.evolve(source, findings=source.findings + findings)
    return Source(_text(content, shown, name), name=name, findings=findings)


_KINDS = ("text/html", "text/plain")


def _shows(part: EmailMessage, kind: str) -> bool:
    return part.get_content_type() == kind and not part.is_attachment()


def _text(content: bytes, part: EmailMessage, name: str) -> str:
    """A plain text, by what it is as any text file, else by what it is said to be."""
    try:
        return decode(content, name).text
    except ReadError:
        try:
            return content.decode(part.get_content_charset() or "utf-8", "replace")
        except LookupError:
            raise ReadError(name, "its encoding is not known") from None


def _about(attached: list[str]) -> Finding:
    """R222: files are attached, which are not read."""
    names = "".join(c if c.isprintable() else " " for c in ", ".join(attached))[:_LONGEST_NAMES]
    return Finding(
        code="R222",
        severity=Severity.WARNING,
        message=f"thư có tệp đính kèm, không được đọc: {names}",
        message_en=f"files are attached to the mail, which are not read: {names}",
    )
