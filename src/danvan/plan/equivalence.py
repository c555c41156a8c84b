"""Equivalence: whether two plans say the same, wherever and in whatever layout it stands."""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from typing import TYPE_CHECKING, Any, NamedTuple

import attrs

from danvan.dates import Days, LunarDate, PartialDate, Period, Recurrence, TimeExpression, TimeLimit
from danvan.instruments import Citation, DocumentNumber, InstrumentKind
from danvan.plan.model import Deadline, Plan

if TYPE_CHECKING:
    from collections.abc import Iterator

# Where something stands, what else the reader has to say of the text, and the text itself.
_OF_THE_PLACE = frozenset({"source", "parts", "findings", "provenance"})
# Values are the same where they are equal: a number whatever its padding.
_VALUES = (
    Days, DocumentNumber, InstrumentKind, LunarDate, PartialDate, Period, Recurrence, TimeLimit,
)  # fmt: skip

# Marks of markdown and HTML inside a text: bold, italics, tags, a raised number, an escape.
_MARKUP = re.compile(
    r"<sup>[^<>]{0,8}</sup>|</?[a-z]{1,8}(?:\s[^<>\n]{0,200})?/?>|\*{2,3}|__"
    r"|(?<![\w*])\*(?=[^\s*])|(?<=[^\s*])\*(?![\w*])|\\(?=[-*.#_()\[\]+])"
)


class Difference(NamedTuple):
    """Where two plans say different things, and what each of them says (khác biệt)."""

    path: str
    left: object
    right: object

    def __str__(self) -> str:
        return f"{self.path}: {self.left!r} != {self.right!r}"


def plain_text(text: str) -> str:
    r"""A text in NFC, without markup, with single spaces.

    >>> plain_text("**Số:\n 12**/KH")
    'Số: 12/KH'
    """
    return " ".join(_MARKUP.sub("", unicodedata.normalize("NFC", text)).split())


def differences(left: Plan, right: Plan) -> tuple[Difference, ...]:
    """What two plans say differently; nothing where they are equivalent.

    Spans, source, parts, findings and provenance do not count, and texts are compared after NFC,
    removal of markup and joining of white space.

    >>> from danvan.text import Source
    >>> one, other = (Plan(source=Source(""), place=place) for place in ("Huế", "Đông Hà"))
    >>> print(*differences(one, other))
    place: 'Huế' != 'Đông Hà'
    """
    one, other = _said(left, left), _said(right, right)
    if _same_whatever_order(one["citations"], other["citations"]):
        del one["citations"]
    return tuple(_compared("", one, other))


def _same_whatever_order(left: tuple[Any, ...], right: tuple[Any, ...]) -> bool:
    """Whether both hold the same: notes stand amid the text or below it, with their citations."""
    return len(left) == len(right) and sorted(map(repr, left)) == sorted(map(repr, right))


def _said(value: Any, plan: Plan) -> Any:  # noqa: ANN401 - any field of any class
    """What a value says, as strings, tuples and dicts that can be compared."""
    if isinstance(value, str):
        return plain_text(value) if type(value) is str else value
    if isinstance(value, tuple):
        return tuple(_said(each, plan) for each in value)
    if isinstance(value, _VALUES) or not attrs.has(type(value)):
        return value
    said: dict[str, Any] = {"": type(value).__name__}
    for name in _telling(value.__class__):
        said[name] = _said(getattr(value, name), plan)
    if isinstance(value, TimeExpression | Deadline) and value.spans and plan.source.text:
        pieces = (plan.source.slice(span) for span in value.spans)
        said["text"] = plain_text(" ".join(pieces))
    if isinstance(value, Citation) and value.instrument.number is None:
        del said["text"]  # the name of the instrument says it, without what cuts it in two
    return said


@cache
def _telling(cls: Any) -> tuple[str, ...]:  # noqa: ANN401 - a class, but a hashable one
    """The fields of a class that say something, and not where it stands."""
    return tuple(
        field.name
        for field in attrs.fields(cls)
        if field.name not in _OF_THE_PLACE and "Span" not in str(field.type)
    )


def _compared(path: str, left: Any, right: Any) -> Iterator[Difference]:  # noqa: ANN401
    if isinstance(left, dict) and isinstance(right, dict) and left[""] == right[""]:
        for name, value in left.items():
            yield from _compared(f"{path}.{name}" if path else name, value, right.get(name))
    elif isinstance(left, tuple) and isinstance(right, tuple) and len(left) == len(right):
        for index, pair in enumerate(zip(left, right, strict=True)):
            yield from _compared(f"{path}[{index}]", *pair)
    elif left != right:
        yield Difference(path, left, right)
