"""Lenient reading: what does not fit is left out, and told."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from danvan.errors import SchemaError, SchemaProblem
from danvan.findings import Finding, Severity

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from danvan.formats.problems import Path

#: The code of the findings that tell what was left out.
CODE = "J101"


def read_what_fits(
    data: dict[str, Any], read: Callable[[dict[str, Any]], Any]
) -> tuple[Any, tuple[Finding, ...]]:
    """What a reader makes of the data after all that it complains of is taken out of them.

    A field that does not fit is left out; so is an item of a list, and an object that lacks a field
    which it cannot be without.

    Args:
        data: fields; they are not changed.
        read: raises `SchemaError` with the paths of what does not fit.

    Returns:
        what was read, and a finding for each problem.

    Raises:
        SchemaError: if nothing is left to be read.
    """
    findings: list[Finding] = []
    told: set[Path] = set()
    while True:
        try:
            return read(data), tuple(findings)
        except SchemaError as error:
            places = {problem.place for problem in error.problems}
            left = _without(data, places)
            if left is None:
                raise
            findings += [_finding(p) for p in error.problems if p.place not in told]
            told |= places  # what was taken out is missing now, which is no news
            data = left


def _without(data: Any, places: Iterable[Path]) -> Any:
    """A copy without what stands at the places; None if it lacks one of them, or is one itself."""
    inside: dict[str | int, list[Path]] = {}
    for place in places:
        if not place:
            return None
        inside.setdefault(place[0], []).append(place[1:])
    pairs = dict(data.items() if isinstance(data, dict) else enumerate(data))
    if not inside.keys() <= pairs.keys():
        return None
    for key, below in inside.items():
        left = _without(pairs[key], below)
        if left is None:
            del pairs[key]
        else:
            pairs[key] = left
    return pairs if isinstance(data, dict) else list(pairs.values())


def _finding(problem: SchemaProblem) -> Finding:
    return Finding(
        code=CODE,
        severity=Severity.WARNING,
        message=f"Dữ liệu không đúng lược đồ nên bị bỏ qua: {problem.path}",
        message_en=f"left out, since it does not fit: {problem}",
    )
