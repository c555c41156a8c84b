"""The files in a message."""

from __future__ import annotations

import base64
import binascii
from typing import TYPE_CHECKING

from danvan.formats.edxml.elements import child, named, raw_text, refusal
from danvan.formats.edxml.message import MAX_ATTACHMENT, EdxmlAttachment, one_line, plain_name

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element as Element

    from danvan.formats.edxml.elements import Reading

#: A message with more files than this is refused.
MAX_ATTACHMENTS = 1_000


def attachments(root: Element, reading: Reading) -> Iterator[EdxmlAttachment]:
    """The files that can be decoded; the others are noted.

    Raises:
        SchemaError: if there are more than `MAX_ATTACHMENTS`.
    """
    references = {_content_id(each): each for each in named(root, "Reference")}
    found = list(named(root, "Attachment"))
    if len(found) > MAX_ATTACHMENTS:
        reason = f"it has {len(found):,} attachments; at most {MAX_ATTACHMENTS:,} are read"
        raise refusal(reason)
    for element in found:
        places = (element, references.pop(_content_id(element), None))
        name = _said(places, "AttachmentName", reading)
        content = _content(element, name, reading)
        if content is not None:
            yield EdxmlAttachment(
                plain_name(name),
                content,
                content_type=_said(places, "ContentType", reading) or "application/octet-stream",
                description=_said(places, "Description", reading),
            )
    for reference in references.values():
        missing = reading.text(reference, "AttachmentName")
        if missing is not None:
            reading.lost(missing, "không có trong gói tin", "is not in the message")


def _said(places: tuple[Element | None, ...], name: str, reading: Reading) -> str:
    """What the attachment, or else the manifest, says of a file."""
    return next(filter(None, (reading.text(place, name) for place in places)), "")


def _content_id(element: Element) -> str:
    content_id = child(element, "ContentId")
    text = "" if content_id is None else one_line(raw_text(content_id))
    return text.removeprefix("cid:")


def _content(element: Element, name: str, reading: Reading) -> bytes | None:
    encoded = child(element, "ContentTransferEncoded")
    if encoded is None:
        reading.lost(name, "không có nội dung", "has no content")
        return None
    try:
        content = base64.b64decode("".join(raw_text(encoded).split()), validate=True)
    except (binascii.Error, ValueError):
        reading.lost(name, "không giải mã được", "cannot be decoded")
        return None
    if len(content) > MAX_ATTACHMENT:
        reading.lost(name, "quá lớn", "is too large")
        return None
    return content
