"""JSON: a plan as text that any program reads, and back, with nothing lost."""

from __future__ import annotations

import json
import math
import re
from typing import Any

from danvan.errors import SchemaError
from danvan.formats.converter import converter, structure
from danvan.formats.forms import named
from danvan.plan import Plan

#: The name of the form, at the top of every document.
SCHEMA = "danvan/plan/1"

#: JSON longer than this is refused (characters, or bytes): four times the largest file.
MAX_LENGTH = 256 * 1024 * 1024

#: JSON nested deeper than this is refused; a plan needs two levels for each of 32 of its outline.
MAX_DEPTH = 128

_SURROGATE = re.compile("[\ud800-\udfff]")
# The halves of a surrogate pair, written one after the other, come back from any JSON reader as the
# one character that they stand for. Where a text has them as two code points, U+FFFF keeps them
# apart: one more of it is written between them than there is, and one less is read.
_APART = "\uffff"
_HALVES = re.compile(f"(?<=[\ud800-\udbff])({_APART}*)(?=[\udc00-\udfff])")
_HALVES_APART = re.compile(f"(?<=[\ud800-\udbff]){_APART}({_APART}*)(?=[\udc00-\udfff])")
_ESCAPED_SURROGATE = re.compile(r"\\u[dD][89a-fA-F]")


def to_dict(plan: Plan, *, source: bool = True) -> dict[str, Any]:
    """The plan as dictionaries, lists, strings and numbers (dạng từ điển).

    Args:
        plan: the plan.
        source: whether the source text is in it; its SHA-256 always is.

    >>> import danvan
    >>> to_dict(danvan.parse("Số: 12/KH-UBND"), source=False)["schema"]
    'danvan/plan/1'
    """
    data: dict[str, Any] = {"schema": SCHEMA, **converter().unstructure(plan)}
    if not source:
        data["source"].pop("text", None)
    return data


def from_dict(data: Any, *, source: str | None = None) -> Plan:
    """The plan that `to_dict` gave.

    Args:
        data: what `to_dict` returned, or the like.
        source: the source text, where it was left out. Without it the plan has a `DetachedSource`,
            which knows the SHA-256 of the text, not the text.

    Raises:
        SchemaError: if the data do not have the form, or the text is another one than the plan was
            read from.
    """
    if not isinstance(data, dict):
        raise SchemaError([f"an object is expected, not {named(data)} @ $"])
    if data.get("schema") != SCHEMA:
        found = named(data.get("schema"))
        raise SchemaError([f"the schema {SCHEMA!r} is expected, not {found} @ $.schema"])
    _check_depth(data)
    fields = {key: value for key, value in data.items() if key != "schema"}
    if source is not None and isinstance(fields.get("source"), dict):
        fields["source"] = {**fields["source"], "text": source}
    plan: Plan = structure(fields, Plan)
    return plan


def to_json(plan: Plan, *, source: bool = True, indent: int | None = None) -> str:
    """The plan as JSON (dạng JSON), in the form of ``plan.schema.json``.

    It is exactly invertible, ``from_json(to_json(plan)) == plan``, for any text in the plan. Lone
    surrogates are escaped, so that the result can be written as UTF-8.

    Args:
        plan: the plan.
        source: whether the source text is in it; its SHA-256 always is.
        indent: spaces for each level; one line if left out.

    >>> import danvan
    >>> plan = danvan.parse("Số: 12/KH-UBND")
    >>> from_json(to_json(plan)) == plan
    True
    """
    separators = (",", ":") if indent is None else (",", ": ")
    text = json.dumps(
        to_dict(plan, source=source),
        ensure_ascii=False,
        allow_nan=False,
        indent=indent,
        separators=separators,
    )
    if not _is_unicode(text):
        text = _HALVES.sub(rf"{_APART}\1", text)
        text = _SURROGATE.sub(lambda match: f"\\u{ord(match.group()):04x}", text)
    return text


def from_json(data: str | bytes, *, source: str | None = None) -> Plan:
    """The plan that `to_json` gave.

    Args:
        data: the JSON text; bytes are UTF-8.
        source: as for `from_dict`.

    Raises:
        SchemaError: if the data are not JSON or do not have the form, with all problems at once,
            each as ``message @ $.path``; also for data longer than `MAX_LENGTH` or nested deeper
            than `MAX_DEPTH`, and for numbers that are not finite.
    """
    return from_dict(_loaded(data), source=source)


def _loaded(data: str | bytes) -> Any:
    if len(data) > MAX_LENGTH:
        raise SchemaError([f"it is longer than {MAX_LENGTH:,} @ $"])
    try:
        text = data if isinstance(data, str) else data.decode("utf-8-sig")
        loaded = json.loads(text, parse_constant=_refuse, parse_float=_finite)
    except UnicodeDecodeError as error:
        raise SchemaError([f"it is not UTF-8 (byte {error.start}) @ $"]) from None
    except RecursionError:
        raise SchemaError(["it is nested too deeply @ $"]) from None
    except ValueError as error:
        raise SchemaError([f"it is not JSON: {error} @ $"]) from None
    if not _ESCAPED_SURROGATE.search(text) and _is_unicode(text):
        return loaded
    _check_depth(loaded)
    return _joined(loaded)


def _is_unicode(text: str) -> bool:
    """Whether the text has no surrogates; encoding finds that out fastest."""
    try:
        text.encode()
    except UnicodeEncodeError:
        return False
    return True


def _refuse(constant: str) -> float:
    msg = f"{constant} is no number"
    raise ValueError(msg)


def _finite(digits: str) -> float:
    number = float(digits)
    if not math.isfinite(number):
        msg = f"the number {named(digits)} is too large"
        raise ValueError(msg)
    return number


def _joined(value: Any) -> Any:
    """The same with one mark less between the halves of surrogate pairs."""
    match value:
        case str():
            return _HALVES_APART.sub(r"\1", value)
        case list():
            return [_joined(item) for item in value]
        case dict():
            return {_joined(key): _joined(item) for key, item in value.items()}
        case _:
            return value


def _check_depth(data: Any) -> None:
    """Refuse what is nested too deeply, before anything goes down into it."""
    level = [data]
    for _ in range(MAX_DEPTH):
        level = [
            child
            for value in level
            for child in (value.values() if isinstance(value, dict) else value)
            if isinstance(child, dict | list)
        ]
        if not level:
            return
    raise SchemaError([f"it is nested more than {MAX_DEPTH} levels deep @ $"])
