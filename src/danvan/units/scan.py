"""Where bodies are named in a text: a first form, which knows the commonest heads."""

from __future__ import annotations

import re

from danvan.span import Span
from danvan.text import reading
from danvan.units.agency import Agency, AgencyContext, AgencyKind, AgencyMention, System

_NAME = re.compile(
    r"(?:Ủy ban nhân dân|UBND|HĐND|Sở|Phòng|Bộ|Ban)(?!\w)(?: (?:tỉnh|huyện|xã|[A-ZĐ]\w*))*"
)


def scan(text: str, context: AgencyContext | None = None) -> tuple[AgencyMention, ...]:
    """The bodies named in a reading text, in reading order; they do not overlap.

    Args:
        text: a reading text (`danvan.text.reading`); the spans point into it.
        context: what the document knows about itself.
    """
    del context
    return tuple(
        AgencyMention(
            agency=Agency(m.group(), kind=AgencyKind.OTHER, system=System.STATE),
            text=m.group(),
            span=Span(*m.span()),
        )
        for m in _NAME.finditer(text)
    )


def find(raw: str, context: AgencyContext | None = None) -> tuple[AgencyMention, ...]:
    """The bodies named in any text (`danvan.find_agencies`); spans point into it as given."""
    view = reading(raw)
    return tuple(mention.moved(view) for mention in scan(view.text, context))
