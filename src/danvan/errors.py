"""What danvan raises. Everything it raises on purpose is a `DanvanError`."""

from __future__ import annotations

from typing import TYPE_CHECKING

import attrs

from danvan.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

_EXCERPT = 72


class DanvanError(Exception):
    """The base of all errors that danvan raises on purpose; it is not raised itself."""


class ParseError(DanvanError, ValueError):
    """A text that a strict value parser cannot read.

    The message names what was expected and shows the text with a mark under the place:

    >>> print(ParseError("a day is 1 to 31", text="ngày 32/1/2024", span=Span(5, 7)))
    a day is 1 to 31
        ngày 32/1/2024
             ~^

    Args:
        expected: what is wrong, or what was expected.
        text: the text as it was given.
        span: where in ``text``; the whole of it if left out.
    """

    def __init__(self, expected: str, *, text: str, span: Span | None = None) -> None:
        super().__init__(expected, text, span)
        self.expected = expected
        self.text = text
        self.span = Span(0, len(text)) if span is None else span

    def __reduce__(self) -> tuple[object, ...]:
        return _parse_error, (type(self), self.expected, self.text, self.span)

    def __str__(self) -> str:
        begin = max(0, self.span.start - _EXCERPT // 2)
        line = self.text[begin : begin + _EXCERPT]
        shown = "".join(c if c.isprintable() else " " for c in line)
        width = max(1, min(self.span.end, begin + _EXCERPT) - self.span.start)
        mark = " " * (self.span.start - begin) + "~" * (width - 1) + "^"
        return f"{self.expected}\n    {shown}\n    {mark}"


def _parse_error(kind: type[ParseError], expected: str, text: str, span: Span) -> ParseError:
    return kind(expected, text=text, span=span)


class ReadError(DanvanError, OSError):
    """A file that cannot be read, with its name and the reason.

    >>> print(ReadError("ke-hoach.docx", "it is encrypted"))
    ke-hoach.docx: it is encrypted
    """

    def __init__(self, name: str | Path, reason: str) -> None:
        super().__init__(str(name), reason)
        self.name = str(name)
        self.reason = reason

    def __str__(self) -> str:
        return f"{self.name}: {self.reason}"


class MarkupError(DanvanError, ValueError):
    """XML that cannot be read, or is refused because it could do harm.

    >>> print(MarkupError("a document type declaration (DOCTYPE) is refused", line=2))
    a document type declaration (DOCTYPE) is refused (line 2)
    """

    def __init__(self, reason: str, *, line: int | None = None) -> None:
        super().__init__(reason, line)
        self.reason = reason
        self.line = line

    def __reduce__(self) -> tuple[object, ...]:
        return _markup_error, (type(self), self.reason, self.line)

    def __str__(self) -> str:
        return self.reason if self.line is None else f"{self.reason} (line {self.line})"


def _markup_error(kind: type[MarkupError], reason: str, line: int | None) -> MarkupError:
    return kind(reason, line=line)


@attrs.frozen
class SchemaProblem:
    """One place in data that does not have its form: where, why, what stands there.

    ``path`` is a JSONPath ("$.sections[2].span") or, in XML, an XPath ("/plan/sections"), and
    ``place`` the same as keys of JSON. ``reason`` is a line for people; ``expected`` is what should
    stand there, and ``value`` what does, None where nothing does. ``line`` is that of the XML or
    JSON Lines, where it is known.

    >>> print(SchemaProblem("$.draft", "true or false is expected, not 'yes'"))
    true or false is expected, not 'yes' @ $.draft
    """

    path: str
    reason: str
    expected: str = attrs.field(default="", kw_only=True)
    value: object = attrs.field(default=None, kw_only=True)
    place: tuple[str | int, ...] = attrs.field(default=(), kw_only=True)
    line: int | None = attrs.field(default=None, kw_only=True)

    def __str__(self) -> str:
        place = self.path if self.line is None else f"{self.path}, line {self.line}"
        return f"{self.reason} @ {place}"


class SchemaError(DanvanError, ValueError):
    """Data that does not have the form of a danvan document, with all problems that were found.

    >>> print(SchemaError([SchemaProblem("$", "an object is expected, not null")]))
    an object is expected, not null @ $
    """

    def __init__(self, problems: Iterable[SchemaProblem]) -> None:
        self.problems = tuple(problems)
        super().__init__(self.problems)

    def __str__(self) -> str:
        return "; ".join(map(str, self.problems))


class SelectionError(DanvanError, ValueError):
    """A selection of rules that means no rule.

    >>> print(SelectionError("N10l", ["N101"]))
    no rule is called 'N10l'; did you mean N101?
    """

    def __init__(self, selector: str, alike: list[str]) -> None:
        super().__init__(selector, alike)
        self.selector = selector
        self.alike = alike

    def __str__(self) -> str:
        hint = f"; did you mean {', '.join(self.alike)}?" if self.alike else ""
        return f"no rule is called {self.selector!r}{hint}"


class MissingExtraError(DanvanError, ImportError):
    """Something needs an extra that is not installed; the message names the line to install it.

    >>> print(MissingExtraError("lunar dates", "lunar"))
    lunar dates need an extra: pip install 'danvan[lunar]'
    """

    def __init__(self, what: str, extra: str) -> None:
        super().__init__(what, extra)
        self.what = what
        self.extra = extra

    def __str__(self) -> str:
        return f"{self.what} need an extra: pip install 'danvan[{self.extra}]'"
