"""What is wrong with data, each thing with its path: cattrs' groups of errors, for people."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from cattrs import (
    AttributeValidationNote,
    ClassValidationError,
    ForbiddenExtraKeysError,
    IterableValidationError,
)

from danvan.errors import ParseError, SchemaProblem

if TYPE_CHECKING:
    from collections.abc import Iterator

#: Names of fields and places in lists, from the top.
Path = tuple[str | int, ...]


def named(value: object) -> str:
    """What a JSON value is, for messages.

    >>> named({}), named(None), named("Số: 12")
    ('an object', 'null', "'Số: 12'")
    """
    match value:
        case None | True | False:
            return {None: "null", True: "true", False: "false"}[value]
        case dict():
            return "an object"
        case list():
            return "a list"
        case _:
            shown = repr(value)
            return shown if len(shown) <= 60 else f"{shown[:59]}…"


class UnfitError(ValueError):
    """A value of the wrong kind: what is expected in its place."""

    def __init__(self, expected: str, value: object) -> None:
        super().__init__(f"{expected} is expected, not {named(value)}")
        self.expected = expected


def as_text(path: Path) -> str:
    """A path as JSONPath writes it.

    >>> as_text(("sections", 2, "title")), as_text(("provenance", "số"))
    ('$.sections[2].title', "$.provenance['số']")
    """
    return "$" + "".join(
        f".{key}" if isinstance(key, str) and key.isidentifier() and key.isascii() else f"[{key!r}]"
        for key in path
    )


def problem(place: Path, reason: str, expected: str = "", value: Any = None) -> SchemaProblem:
    """A problem at a place."""
    return SchemaProblem(
        as_text(place), reason, expected=expected or reason, value=value, place=place
    )


def problems_in(error: BaseException, data: Any) -> Iterator[SchemaProblem]:
    """All problems in a group of errors of cattrs, in the order of the data.

    Args:
        error: what reading raised.
        data: what was read, for the values at the places.
    """
    for place, leaf in _leaves(error):
        if isinstance(leaf, ForbiddenExtraKeysError):
            for key in sorted(leaf.extra_fields):
                value = _value_at(data, (*place, key))
                yield problem((*place, key), "this field is unknown", "no such field", value)
        elif isinstance(leaf, KeyError):
            yield problem(place, "this field is missing", f"the field {leaf.args[0]!r}")
        else:
            yield _problem(leaf, _value_at(data, place), place)


def _leaves(error: BaseException, path: Path = ()) -> Iterator[tuple[Path, BaseException]]:
    if not isinstance(error, ClassValidationError | IterableValidationError):
        yield path, error
        return
    with_notes, others = error.group_exceptions()
    for inner, note in with_notes:
        key = note.name if isinstance(note, AttributeValidationNote) else note.index
        yield from _leaves(inner, (*path, key))
    for inner in others:
        yield from _leaves(inner, path)


def _problem(error: BaseException, value: Any, place: Path) -> SchemaProblem:
    match error:
        case UnfitError():
            return problem(place, str(error), error.expected, value)
        case ParseError():
            return problem(place, f"{error.expected}: {named(error.text)}", error.expected, value)
        case _:
            return problem(place, str(error) or type(error).__name__, value=value)


def _value_at(data: Any, path: Path) -> Any:
    for key in path:
        match data, key:
            case dict(), str() if key in data:
                data = data[key]
            case list(), int() if key < len(data):
                data = data[key]
            case _:
                return None
    return data
