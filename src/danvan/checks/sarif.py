"""SARIF 2.1.0: findings in the form that code hosts and editors read.

Static Analysis Results Interchange Format, OASIS Standard, 27 March 2020.
"""

from __future__ import annotations

from pathlib import PurePath
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from danvan.findings import Finding, Severity

if TYPE_CHECKING:
    from collections.abc import Iterable

    from danvan.checks.rule import Rule
    from danvan.span import Span
    from danvan.text import Source

_SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
_VERSION = "2.1.0"
_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "note"}


def to_sarif(
    results: Iterable[tuple[Source, Iterable[Finding]]], rules: Iterable[Rule], version: str
) -> dict[str, Any]:
    """The findings of several documents as one SARIF log.

    Args:
        results: each source with its findings.
        rules: the rules that were checked.
        version: that of danvan.

    Returns:
        A dictionary for `json.dumps`. Columns count code points, as danvan's do.
    """
    every = tuple(rules)
    known = {rule.code: i for i, rule in enumerate(every)}
    return {
        "$schema": _SCHEMA,
        "version": _VERSION,
        "runs": [
            {
                "tool": {
                    "driver": {
                        "name": "danvan",
                        "semanticVersion": version,
                        "rules": [_rule(rule) for rule in every],
                    }
                },
                "columnKind": "unicodeCodePoints",
                "results": [
                    _result(source, finding, known)
                    for source, findings in results
                    for finding in findings
                ],
            }
        ],
    }


def _rule(rule: Rule) -> dict[str, Any]:
    return {
        "id": rule.code,
        "name": rule.name,
        "shortDescription": {"text": rule.about},
        "fullDescription": {"text": rule.about_en},
        "help": {"text": rule.source or rule.about},
        "defaultConfiguration": {"level": _LEVELS[rule.severity]},
    }


def _result(source: Source, finding: Finding, known: dict[str, int]) -> dict[str, Any]:
    found: dict[str, Any] = {
        "ruleId": finding.code,
        "level": _LEVELS[finding.severity],
        "message": {"text": finding.message},
        "locations": [{"physicalLocation": _place(source, finding.span)}],
    }
    if finding.code in known:
        found["ruleIndex"] = known[finding.code]
    if finding.related:
        found["relatedLocations"] = [
            {"id": i, "physicalLocation": _place(source, span)}
            for i, span in enumerate(finding.related)
        ]
    if finding.edits:
        found["fixes"] = [
            {
                "artifactChanges": [
                    {
                        "artifactLocation": _artifact(source),
                        "replacements": [
                            {
                                "deletedRegion": _region(source, edit.span),
                                "insertedContent": {"text": edit.text},
                            }
                            for edit in finding.edits
                        ],
                    }
                ]
            }
        ]
    return found


def _place(source: Source, span: Span | None) -> dict[str, Any]:
    place: dict[str, Any] = {"artifactLocation": _artifact(source)}
    if span is not None:
        place["region"] = _region(source, span)
    return place


def _artifact(source: Source) -> dict[str, str]:
    return {"uri": quote(PurePath(source.name or "-").as_posix())}


def _region(source: Source, span: Span) -> dict[str, int]:
    start, end = source.position(span.start), source.position(span.end)
    return {
        "startLine": start.line,
        "startColumn": start.column,
        "endLine": end.line,
        "endColumn": end.column,
    }
