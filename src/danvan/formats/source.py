"""`DetachedSource`: the source of a plan that was handed on without its text."""

from __future__ import annotations

import attrs

from danvan.errors import SchemaError, SchemaProblem
from danvan.text import Source


@attrs.frozen(slots=False)
class DetachedSource(Source):
    """A source whose text stays elsewhere (văn bản gốc không kèm theo).

    Its ``text`` is empty, its ``sha256`` that of the text which the plan was read from. The spans
    of the plan point into that text.

    >>> DetachedSource(name="ke-hoach.txt", sha256="0" * 64).text
    ''
    """

    text: str = attrs.field(default="", init=False, repr=False)
    name: str | None = attrs.field(default=None, kw_only=True)
    sha256: str = attrs.field(kw_only=True)


def attached(detached: Source, text: str) -> Source:
    """The source with its text.

    Raises:
        SchemaError: if it is not the text of that digest.
    """
    source = Source(text, name=detached.name)
    if source.sha256 != detached.sha256:
        reason = "the text is not the one that the plan was read from: its SHA-256 differs"
        raise SchemaError([SchemaProblem("$.source", reason, place=("source",))])
    return source
