"""The facts of a document, in one form for the truth and for a plan, so that they can be compared."""

from __future__ import annotations

import attrs

from danvan.span import Span


@attrs.frozen(kw_only=True)
class Cited:
    """One mention of a document."""

    span: Span | None
    text: str
    kind: str | None = None
    number: str | None = None
    issued_on: str | None = None
    issuer: str | None = None


@attrs.frozen(kw_only=True)
class Node:
    """One node of the outline."""

    span: Span | None = None
    path: str
    title: str | None = None


@attrs.frozen(kw_only=True)
class Due:
    """One deadline; ``first`` and ``last`` are the days of the day or period that is named."""

    span: Span | None
    text: str
    relation: str | None = None
    first: str | None = None
    last: str | None = None


@attrs.frozen(kw_only=True)
class Duty:
    """One assignment; the truth's ``span`` is that of its first 60 code points."""

    span: Span | None
    text: str
    section: str
    lead: tuple[str, ...] = ()
    coordinating: tuple[str, ...] = ()
    reports_to: tuple[str, ...] = ()


@attrs.frozen(kw_only=True)
class Aim:
    """One target: a number with its unit, how what is reached relates to it, rise or fall."""

    span: Span | None
    text: str
    value: float
    unit: str
    comparator: str
    change: str | None = None


@attrs.frozen(kw_only=True)
class Receiver:
    """One line of "Nơi nhận"."""

    span: Span | None = None
    text: str
    purpose: str | None = None


@attrs.frozen(kw_only=True)
class Signed:
    """One signature block."""

    span: Span | None = None
    authority: str | None = None
    position: str | None = None
    name: str | None = None


@attrs.frozen(kw_only=True)
class Note:
    """One footnote."""

    span: Span | None = None
    mark: str
    text: str


@attrs.frozen(kw_only=True)
class Facts:
    """What a document says, as far as the score looks at it.

    ``unjudged`` are figures that the truth leaves open; they are not compared.
    """

    number: str | None = None
    number_text: str | None = None
    kind: str | None = None
    issuers: tuple[str, ...] = ()
    place: str | None = None
    issued_on: str | None = None
    subject: str | None = None
    archive: str | None = None
    bullets: int = 0
    bases: tuple[Cited, ...] = ()
    citations: tuple[Cited, ...] = ()
    outline: tuple[Node, ...] = ()
    deadlines: tuple[Due, ...] = ()
    assignments: tuple[Duty, ...] = ()
    targets: tuple[Aim, ...] = ()
    addressees: tuple[Receiver, ...] = ()
    recipients: tuple[Receiver, ...] = ()
    signatures: tuple[Signed, ...] = ()
    footnotes: tuple[Note, ...] = ()
    unjudged: frozenset[str] = frozenset()
