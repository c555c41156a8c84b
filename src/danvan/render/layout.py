"""`Layout`: the ways in which a plan is written as text."""

from __future__ import annotations

import enum


class Layout(enum.StrEnum):
    """How a plan is set as text (cách trình bày).

    All have the same words in the same order, those of the form that binds the issuer. They differ
    as copies of one document do that come from a clerk, a portal, a scan or a PDF.

    >>> Layout("plain") is Layout.PLAIN
    True
    """

    PLAIN = "plain"
    """One paragraph a line, blank lines between them, the head and the closing line by line."""

    WRAPPED = "wrapped"
    """Hard-wrapped lines, blank lines between paragraphs."""

    INDENTED = "indented"
    """As printed: hard-wrapped, first lines indented, no blank lines, head in two columns."""

    SPACED = "spaced"
    """Hard-wrapped with a blank line after every line, as some extractors of PDF text give it."""

    COLUMNS = "columns"
    """One paragraph a line; the two columns of head and closing side by side, far apart."""

    RUN_TOGETHER = "run-together"
    """The two columns of the head on the same lines, one space between them."""

    MARKDOWN = "markdown"
    """Markdown as character recognition gives it: bold, headings, tables, marks of pictures."""

    PORTAL = "portal"
    """A legal portal: its block of metadata first, head and closing in cells, rules below."""

    PAGED = "paged"
    """Pages of hard-wrapped lines with page numbers; they cut paragraphs. Notes below a page."""

    FRAGMENTS = "fragments"
    """Copied from a page: labels, dates and end marks on lines of their own."""

    DECOMPOSED = "decomposed"
    """As plain, but decomposed (NFD), with CRLF, no-break spaces and a byte-order mark."""

    @property
    def is_wrapped(self) -> bool:
        """Whether lines end at a width."""
        return self in {Layout.WRAPPED, Layout.INDENTED, Layout.SPACED, Layout.PAGED}
