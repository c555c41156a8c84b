"""JSON: a plan as text that any program reads, and back, with nothing lost."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import partial
from typing import TYPE_CHECKING, Any

import attrs

from danvan.errors import SchemaError, SchemaProblem
from danvan.formats import jsontext
from danvan.formats.converter import converter, structure
from danvan.formats.lenient import read_what_fits
from danvan.formats.problems import named
from danvan.formats.versions import SCHEMA, upgraded
from danvan.plan import Plan

if TYPE_CHECKING:
    from danvan.formats.unknown import UnknownFields

#: JSON nested deeper than this is refused; a plan needs two levels for each of 32 of its outline.
MAX_DEPTH = 128


def to_dict(
    plan: Plan, *, source: bool = True, unknown: UnknownFields | None = None
) -> dict[str, Any]:
    """The plan as dictionaries, lists, strings and numbers (dạng từ điển).

    Args:
        plan: the plan.
        source: whether the source text is in it; its SHA-256 always is.
        unknown: fields that reading kept, to be put back.

    >>> import danvan
    >>> to_dict(danvan.parse("Số: 12/KH-UBND"), source=False)["schema"]
    'danvan/plan/1'
    """
    return _as_dict(plan, source, unknown, float)


def _as_dict(plan: Plan, source: bool, unknown: UnknownFields | None, write: Any) -> dict[str, Any]:
    data: dict[str, Any] = {"schema": SCHEMA, **converter(write).unstructure(plan)}
    if unknown is not None:
        unknown.put_back(data)
    if not source:
        data["source"].pop("text", None)
    return data


def from_dict(
    data: Any,
    *,
    source: str | None = None,
    lenient: bool = False,
    unknown: UnknownFields | None = None,
) -> Plan:
    """The plan that `to_dict` gave.

    Args:
        data: what `to_dict` returned, or the like, of this version or an older one.
        source: the source text, where it was left out. Without it the plan has a `DetachedSource`,
            which knows the SHA-256 of the text, not the text.
        lenient: leave out what does not fit, and tell it among the findings of the plan (J101),
            instead of raising. What the plan cannot be without is asked for all the same.
        unknown: keep the fields that danvan does not know in here, to be given to `to_dict`;
            without it they do not fit.

    Raises:
        SchemaError: if the data do not have the form, with all problems at once, or the text is
            another one than the plan was read from.
    """
    if not isinstance(data, Mapping):
        expected = "an object"
        reason = f"{expected} is expected, not {named(data)}"
        raise SchemaError([SchemaProblem("$", reason, expected=expected, value=data)])
    fields = upgraded(data)
    _check_depth(fields)
    if source is not None and isinstance(fields.get("source"), dict):
        fields["source"] = {**fields["source"], "text": source}
    read = partial(_read_fields, unknown=unknown)
    if not lenient:
        return read(fields)
    plan: Plan
    plan, findings = read_what_fits(fields, read)
    return attrs.evolve(plan, findings=plan.findings + findings) if findings else plan


def _read_fields(fields: dict[str, Any], *, unknown: UnknownFields | None) -> Plan:
    known = fields if unknown is None else unknown.without(fields, Plan)
    plan: Plan = structure(known, Plan)
    return plan


def to_json(
    plan: Plan,
    *,
    source: bool = True,
    indent: int | None = None,
    unknown: UnknownFields | None = None,
) -> str:
    """The plan as JSON (dạng JSON), in the form of ``plan.schema.json``.

    It is exactly invertible, ``from_json(to_json(plan)) == plan``, for any text in the plan. Lone
    surrogates are escaped, so that the result can be written as UTF-8. The extra ``fast`` (orjson)
    makes it quicker, and changes no byte of it.

    Args:
        plan: the plan.
        source: whether the source text is in it; its SHA-256 always is.
        indent: spaces for each level; one line if left out.
        unknown: fields that reading kept, to be put back.

    >>> import danvan
    >>> plan = danvan.parse("Số: 12/KH-UBND")
    >>> from_json(to_json(plan)) == plan
    True
    """
    if indent is None:
        make = partial(_as_dict, plan, source, unknown, jsontext.python_float)
        quick = jsontext.quick_dumps(make)
        if quick is not None:
            return quick
    return jsontext.dumps(to_dict(plan, source=source, unknown=unknown), indent=indent)


def from_json(
    data: str | bytes,
    *,
    source: str | None = None,
    lenient: bool = False,
    unknown: UnknownFields | None = None,
) -> Plan:
    """The plan that `to_json` gave.

    Args:
        data: the JSON text; bytes are UTF-8.
        source: as for `from_dict`, like the others.
        lenient: leave out what does not fit, and tell it among the findings.
        unknown: keep the fields that danvan does not know in here.

    Raises:
        SchemaError: if the data are not JSON or do not have the form, with all problems at once,
            each as ``reason @ $.path``; also for data longer than 256 MiB or nested deeper than
            `MAX_DEPTH`, and for numbers that are not finite.
    """
    if not lenient and unknown is None:
        try:
            return from_dict(jsontext.quick_loads(data), source=source)
        except ValueError:  # a SchemaError, too: the exact reader may agree, or tells why not
            pass
    return from_dict(jsontext.loads(data), source=source, lenient=lenient, unknown=unknown)


def to_json_lines(plans: Iterable[Plan], *, source: bool = True) -> Iterator[str]:
    r"""The plans as JSON Lines: one line for each, its end included (mỗi kế hoạch một dòng).

    >>> import danvan
    >>> lines = to_json_lines([danvan.parse("Số: 12/KH-UBND"), danvan.parse("Số: 13/KH-UBND")])
    >>> [str(plan.number) for plan in from_json_lines(lines)]
    ['12/KH-UBND', '13/KH-UBND']
    """
    return (to_json(plan, source=source) + "\n" for plan in plans)


def from_json_lines(lines: Iterable[str | bytes], *, lenient: bool = False) -> Iterator[Plan]:
    """The plans of JSON Lines, one after the other as they are asked for; empty lines are none.

    Args:
        lines: an open file, or any lines; text is not split.
        lenient: as for `from_json`.

    Raises:
        SchemaError: for the first line that does not have the form, its number in each problem.
    """
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        try:
            yield from_json(line, lenient=lenient)
        except SchemaError as error:
            raise SchemaError(attrs.evolve(p, line=number) for p in error.problems) from None


def _check_depth(data: Any) -> None:
    """Refuse what is nested too deeply, before anything goes down into it."""
    level = [data]
    for _ in range(MAX_DEPTH):
        level = [
            child
            for value in level
            for child in (value.values() if type(value) is dict else value)
            if type(child) is dict or type(child) is list
        ]
        if not level:
            return
    reason = f"it is nested more than {MAX_DEPTH} levels deep"
    raise SchemaError([SchemaProblem("$", reason)])
