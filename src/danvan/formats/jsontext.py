"""JSON text, written and read: by orjson where it is installed, else by the standard library.

Both give the same bytes. What orjson cannot do, or does in another way, is done by the standard
library in either case: surrogates, whole numbers of more than 64 bits, what is wrong with a text.
"""

from __future__ import annotations

import importlib
import json
import math
import re
from typing import TYPE_CHECKING, Any

from danvan.errors import SchemaError, SchemaProblem
from danvan.formats.problems import named

try:
    orjson: ModuleType | None = importlib.import_module("orjson")
except ImportError:  # the extra "fast" is not installed
    orjson = None

if TYPE_CHECKING:
    from collections.abc import Callable
    from types import ModuleType

#: JSON longer than this is refused (characters, or bytes): four times the largest file.
MAX_LENGTH = 256 * 1024 * 1024

_SURROGATE = re.compile("[\ud800-\udfff]")
# The halves of a surrogate pair, written one after the other, come back from any JSON reader as the
# one character that they stand for. Where a text has them as two code points, U+FFFF keeps them
# apart: one more of it is written between them than there is, and one less is read.
_APART = "\uffff"
_HALVES = re.compile(f"(?<=[\ud800-\udbff])({_APART}*)(?=[\udc00-\udfff])")
_HALVES_APART = re.compile(f"(?<=[\ud800-\udbff]){_APART}({_APART}*)(?=[\udc00-\udfff])")
_ESCAPED_SURROGATE = re.compile(r"\\u[dD][89a-fA-F]")


def python_float(number: float) -> Any:
    """A number for `quick_dumps`, as Python writes it: orjson writes exponents in another way."""
    text = repr(number)
    if orjson is None:
        return number
    return orjson.Fragment(text) if "e" in text else number


def quick_dumps(make: Callable[[], Any]) -> str | None:
    """The JSON of what is made, by orjson; None where it is not installed, or cannot write it.

    Args:
        make: gives dictionaries and lists, numbers with a fraction being those of `python_float`.
    """
    if orjson is None:
        return None
    try:
        return str(orjson.dumps(make()), "utf-8")
    except TypeError:
        return None


def dumps(data: Any, *, indent: int | None = None) -> str:
    """The JSON of dictionaries and lists; lone surrogates in it are escaped."""
    text = json.dumps(
        data,
        ensure_ascii=False,
        allow_nan=False,
        indent=indent,
        separators=(",", ":") if indent is None else (",", ": "),
    )
    if _is_unicode(text):
        return text
    text = _HALVES.sub(rf"{_APART}\1", text)
    return _SURROGATE.sub(lambda match: f"\\u{ord(match.group()):04x}", text)


def quick_loads(data: str | bytes) -> Any:
    """What JSON text says, as orjson reads it: whole numbers of more than 64 bits are rounded.

    Raises:
        ValueError: where it is not installed, or cannot read it.
    """
    if orjson is None or len(data) > MAX_LENGTH:
        raise ValueError
    return orjson.loads(data)


def loads(data: str | bytes) -> Any:
    """What JSON text says; of two fields of one name, the latter.

    Raises:
        SchemaError: if it is not JSON, longer than `MAX_LENGTH`, nested too deeply for any reader,
            or has a number that is not finite.
    """
    if len(data) > MAX_LENGTH:
        raise _not_read(f"it is longer than {MAX_LENGTH:,}")
    try:
        text = data if isinstance(data, str) else data.decode("utf-8-sig")
        loaded = json.loads(text, parse_constant=_refuse, parse_float=_finite)
        return _joined(loaded) if _may_have_halves(text) else loaded
    except UnicodeDecodeError as error:
        raise _not_read(f"it is not UTF-8 (byte {error.start})") from None
    except RecursionError:
        raise _not_read("it is nested too deeply") from None
    except ValueError as error:
        raise _not_read(f"it is not JSON: {error}") from None


def _may_have_halves(text: str) -> bool:
    return _ESCAPED_SURROGATE.search(text) is not None or not _is_unicode(text)


def _not_read(reason: str) -> SchemaError:
    return SchemaError([SchemaProblem("$", reason)])


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
