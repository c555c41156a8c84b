"""Findings as good compilers print them: place, code, message, the line with the place marked."""

from __future__ import annotations

import json
from collections import Counter
from typing import TYPE_CHECKING

from danvan.cli.layout import wrapped
from danvan.cli.safe import escaped_json, one_line, width
from danvan.findings import Severity

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from danvan.findings import Finding
    from danvan.span import Span
    from danvan.text import Source

_COLUMNS = 100
_CONTEXT = 36
_LONGEST_MARKED = 60


def as_text(source: Source, findings: Iterable[Finding], language: str) -> Iterator[str]:
    """The findings of one document for people, a few lines each."""
    name = one_line(source.name or "-")
    for finding in findings:
        place = f":{source.position(finding.span.start)}" if finding.span else ""
        yield f"{name}{place}: {finding.code} {finding.severity}: {_message(finding, language)}"
        if finding.span is not None:
            yield from _excerpt(source, finding.span)
        if finding.help:
            lines = wrapped(one_line(finding.help), _COLUMNS - 10)
            yield f"  = help: {lines[0]}"
            yield from (f"          {line}" for line in lines[1:])
        yield ""


def _message(finding: Finding, language: str) -> str:
    return one_line(finding.message if language == "vi" else finding.message_en)


def _excerpt(source: Source, span: Span) -> Iterator[str]:
    """The line where a place begins, as far as it fits, and marks under the place."""
    text = source.text
    line = source.position(span.start).line
    begin = max(text.rfind("\n", 0, span.start), text.rfind("\r", 0, span.start)) + 1
    stops = [at for at in (text.find("\n", span.start), text.find("\r", span.start)) if at >= 0]
    end = min(stops, default=len(text))
    first = max(begin, span.start - _CONTEXT)
    last = min(end, max(span.start + 1, min(span.end, span.start + _LONGEST_MARKED)))
    after = min(end, last + _CONTEXT)
    before = "…" * (first > begin) + _shown(text[first : span.start])
    marked = _shown(text[span.start : last]) or " "
    rest = _shown(text[last:after]) + "…" * (after < end)
    number = str(line)
    margin = " " * len(number)
    yield f" {margin} |"
    yield f" {number} | {before}{marked}{rest}"
    yield f" {margin} | {' ' * width(before)}{'^' * max(1, width(marked))}"


def _shown(text: str) -> str:
    """A piece of a line, harmless, its blanks at the ends kept."""
    inner = one_line(text)
    if not inner:
        return " " * len(text)
    lead = len(text) - len(text.lstrip())
    trail = len(text) - len(text.rstrip())
    return " " * lead + inner + " " * trail


def as_json(source: Source, findings: Iterable[Finding]) -> Iterator[str]:
    """One JSON object for each finding."""
    for finding in findings:
        told: dict[str, object] = {"file": source.name or "-"}
        if finding.span is not None:
            start, end = source.position(finding.span.start), source.position(finding.span.end)
            told |= {"line": start.line, "column": start.column}
            told |= {"end_line": end.line, "end_column": end.column}
            told["span"] = [finding.span.start, finding.span.end]
        told |= {
            "code": finding.code,
            "severity": finding.severity,
            "message": finding.message,
            "message_en": finding.message_en,
            "help": finding.help,
            "related": [[span.start, span.end] for span in finding.related],
            "edits": [
                {"span": [edit.span.start, edit.span.end], "text": edit.text}
                for edit in finding.edits
            ],
        }
        yield escaped_json(json.dumps(told, ensure_ascii=False))


_GITHUB = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "notice"}


def as_github(source: Source, findings: Iterable[Finding], language: str) -> Iterator[str]:
    """One workflow command of GitHub for each finding."""
    for finding in findings:
        facts = {"file": source.name or "-"}
        if finding.span is not None:
            start, end = source.position(finding.span.start), source.position(finding.span.end)
            facts |= {"line": str(start.line), "endLine": str(end.line)}
            if start.line == end.line:
                facts |= {"col": str(start.column), "endColumn": str(end.column)}
        facts["title"] = finding.code
        told = ",".join(f"{key}={_property(value)}" for key, value in facts.items())
        yield f"::{_GITHUB[finding.severity]} {told}::{_data(_message(finding, language))}"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(one_line(text)).replace(":", "%3A").replace(",", "%2C")


def tally(results: list[tuple[Source, tuple[Finding, ...]]]) -> str:
    """One line that says how much was found."""
    count = Counter(finding.severity for _, found in results for finding in found)
    fixable = sum(bool(finding.edits) for _, found in results for finding in found)
    documents = f"{len(results)} document{'s' * (len(results) != 1)}"
    if not count:
        return f"{documents}: nothing found"
    told = ", ".join(
        f"{count[s]} {s}{'s' * (count[s] != 1)}"
        for s in (Severity.ERROR, Severity.WARNING, Severity.NOTE)
        if count[s]
    )
    return f"{documents}: {told}" + (f"; {fixable} can be mended with --fix" if fixable else "")
