"""Who sends an edXML message to whom, with what attached."""

from __future__ import annotations

import datetime
import mimetypes
import re
import unicodedata

import attrs

from danvan.plan import Plan
from danvan.text import clean

#: A file longer than this cannot be attached: in base64 it is the longest text that readers of XML
#: take, ten million bytes.
MAX_ATTACHMENT = 7_400_000

#: The time zone of times that name none.
VIETNAM = datetime.timezone(datetime.timedelta(hours=7))

# In bytes; file systems take 255.
_LONGEST_NAME = 200
_LONGEST_SUFFIX = 10
_NO_NAME = "dinh-kem"
# What a name of a file cannot have on any system, and what moves the cursor or turns the text.
_FORBIDDEN = re.compile(r'[<>:"|?*]')
_DEVICES = re.compile(r"(?i:CON|PRN|AUX|NUL|CONIN\$|CONOUT\$|(?:COM|LPT)[0-9¹²³])(?=\.|\Z)")
_OTHERS = frozenset({"Cc", "Cf", "Cs", "Zl", "Zp", "Co", "Cn"})
_TYPES = mimetypes.MimeTypes()  # those that Python knows, not those of the computer


def plain_name(name: str) -> str:
    r"""The name of a file in it, made harmless: no path, no hidden file, no name of a device.

    >>> plain_name("../../etc/passwd"), plain_name("C:\\Kế hoạch.docx"), plain_name("..")
    ('passwd', 'Kế hoạch.docx', 'dinh-kem')
    """
    last = re.split(r"[/\\]", name)[-1]
    kept = "".join(c for c in last if unicodedata.category(c) not in _OTHERS)
    kept = _FORBIDDEN.sub("-", unicodedata.normalize("NFC", kept)).strip(" .")
    return _shortened(f"_{kept}" if _DEVICES.match(kept) else kept) or _NO_NAME


def _shortened(name: str) -> str:
    if len(name.encode()) <= _LONGEST_NAME:
        return name
    stem, dot, suffix = name.rpartition(".")
    if not dot or len(suffix) > _LONGEST_SUFFIX or not suffix.isascii():
        stem, suffix = name, ""
    room = _LONGEST_NAME - len(suffix) - 1
    stem = stem.encode()[:room].decode(errors="ignore").rstrip(" .")
    return f"{stem}.{suffix}" if suffix else stem


def _not_blank(_of: object, attribute: attrs.Attribute[str], value: str) -> None:
    if not value.strip():
        msg = f"{attribute.name} is blank"
        raise ValueError(msg)


@attrs.frozen
class EdxmlParty:
    """An agency that sends or receives messages (cơ quan gửi, nhận).

    ``organ_id`` is its identifier (mã định danh), "000.00.00.H20" or, since 2020, "H55.02"; it is
    passed on as it is. ``in_charge`` is the body above it (cơ quan chủ quản).

    >>> EdxmlParty("H99.01", "Sở Nội vụ").name
    'Sở Nội vụ'
    """

    organ_id: str = attrs.field(validator=_not_blank)
    name: str = attrs.field(validator=_not_blank)
    in_charge: str | None = attrs.field(default=None, kw_only=True)
    address: str | None = attrs.field(default=None, kw_only=True)
    email: str | None = attrs.field(default=None, kw_only=True)
    telephone: str | None = attrs.field(default=None, kw_only=True)
    fax: str | None = attrs.field(default=None, kw_only=True)
    website: str | None = attrs.field(default=None, kw_only=True)


def _is_plain(_attachment: object, _attribute: object, name: str) -> None:
    if name != plain_name(name):
        msg = f"not the plain name of a file: {name!r}; plain_name() makes it one"
        raise ValueError(msg)


def _fits(_attachment: object, _attribute: object, content: bytes) -> None:
    if len(content) > MAX_ATTACHMENT:
        msg = f"an attachment has at most {MAX_ATTACHMENT:,} bytes, not {len(content):,}"
        raise ValueError(msg)


def _guessed(attachment: EdxmlAttachment) -> str:
    return _TYPES.guess_type(attachment.name)[0] or "application/octet-stream"


@attrs.frozen
class EdxmlAttachment:
    """A file that goes with a message (tệp đính kèm).

    ``name`` is the name of a file and never a path; names in messages are made so when they are
    read. ``content`` is what was sent, packed or not, and is not looked into.

    >>> EdxmlAttachment("ke-hoach.pdf", b"%PDF").content_type
    'application/pdf'
    """

    name: str = attrs.field(validator=_is_plain)
    content: bytes = attrs.field(validator=_fits, repr=lambda content: f"<{len(content)} bytes>")
    content_type: str = attrs.field(
        default=attrs.Factory(_guessed, takes_self=True), kw_only=True, validator=_not_blank
    )
    description: str = attrs.field(default="", kw_only=True)


@attrs.frozen(kw_only=True)
class EdxmlMessage:
    """A message that was read (gói tin văn bản điện tử).

    ``plan`` has what the header says of the document: number, kind, day and place of issue, title,
    issuer, signature, recipients, urgency, titles of appendices; what was wrong in the header is
    among its findings. Its text is in the ``attachments``: `danvan.load` reads it from there.
    ``purpose`` is 0 for a new document, 1 to withdraw one, 2 to update it, 3 to replace it.
    ``responds_to`` are the ids of the documents that it answers.
    """

    plan: Plan
    sender: EdxmlParty | None = None
    receivers: tuple[EdxmlParty, ...] = ()
    attachments: tuple[EdxmlAttachment, ...] = ()
    document_id: str | None = None
    sent_at: datetime.datetime | None = None
    due_on: datetime.date | None = None
    content: str | None = None
    purpose: int | None = None
    responds_to: tuple[str, ...] = ()


def one_line(text: str) -> str:
    """The text on one line, without control characters."""
    return " ".join(clean(text).text.split())
