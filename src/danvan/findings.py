"""`Finding`: what reading and checking have to say about a document."""

from __future__ import annotations

import enum

import attrs

from danvan.span import Span


class Severity(enum.StrEnum):
    """How much a finding weighs (mức độ)."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


@attrs.frozen
class Edit:
    """A change to the text that mends what a finding is about (sửa): ``text`` instead of ``span``.

    >>> Edit(Span(3, 4), "").text
    ''
    """

    span: Span
    text: str


@attrs.frozen(kw_only=True)
class Finding:
    """Something that the reader or a check has to say (phát hiện).

    ``message`` is Vietnamese, ``message_en`` the same in English. ``help`` says what the rule is,
    with its source. ``related`` are other places in the same text. ``edits`` together mend it,
    where that is purely formal.

    >>> Finding(code="R101", severity=Severity.NOTE, message="không phải kế hoạch").code
    'R101'
    """

    code: str
    severity: Severity
    message: str
    message_en: str = ""
    span: Span | None = None
    help: str = ""
    related: tuple[Span, ...] = ()
    edits: tuple[Edit, ...] = ()
