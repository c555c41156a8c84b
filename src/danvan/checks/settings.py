"""`Settings`: what an office may set for itself, in ``pyproject.toml`` or in code."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import attrs

from danvan.errors import ReadError
from danvan.findings import Severity

_FILE = "pyproject.toml"


@attrs.frozen(kw_only=True)
class Settings:
    """What an office may set for itself (cấu hình): ``[tool.danvan]`` of a ``pyproject.toml``.

    Args:
        select: codes, beginnings of codes or names of the rules that are checked; empty for all.
        ignore: the same of rules that are not.
        fail_on: the least severity with which ``danvan check`` exits with 1.
        aggregation_days: how many days a body needs to make one report of those it receives.
        rules: modules with rules of one's own, as ``package.module``.
        register: a file of known instruments that stands in for danvan's own.
        folder: where modules with rules are looked for; `load` sets that of the file.
    """

    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    fail_on: Severity = Severity.WARNING
    aggregation_days: int = attrs.field(default=1, validator=attrs.validators.ge(0))
    rules: tuple[str, ...] = ()
    register: str | None = None
    folder: str = "."

    @classmethod
    def load(cls, path: str | Path) -> Settings:
        """The settings of a ``pyproject.toml``; the defaults where it has none.

        Raises:
            ReadError: if the file cannot be read, is no TOML, or sets what is not known.
        """
        try:
            data = tomllib.loads(Path(path).read_text(encoding="utf-8"))
        except OSError as error:
            raise ReadError(path, error.strerror or str(error)) from error
        except ValueError as error:
            raise ReadError(path, f"it is no TOML: {error}") from error
        folder = Path(path).resolve().parent
        try:
            table = _table(_table(data, "tool"), "danvan")
            told = {key.replace("-", "_"): _value(key, v) for key, v in table.items()}
            if "register" in told:
                told["register"] = str(folder / told["register"])
            return cls(**told, folder=str(folder))
        except (TypeError, ValueError) as error:
            raise ReadError(path, f"[tool.danvan]: {error}") from error

    @classmethod
    def found(cls, start: str | Path = ".") -> Settings:
        """The settings of the nearest ``pyproject.toml`` in a folder or above it."""
        here = Path(start).resolve()
        for folder in (here, *here.parents):
            if (folder / _FILE).is_file():
                return cls.load(folder / _FILE)
        return cls()


def _table(data: dict[str, Any], key: str) -> dict[str, Any]:
    table = data.get(key, {})
    if not isinstance(table, dict):
        msg = f"{key} is no table"
        raise TypeError(msg)
    return table


_LISTS = frozenset({"select", "ignore", "rules"})


def _value(key: str, value: Any) -> Any:  # noqa: ANN401 - what TOML holds may be anything
    known = {field.name.replace("_", "-") for field in attrs.fields(Settings)} - {"folder"}
    if key not in known:
        msg = f"{key!r} is not known; known are {', '.join(sorted(known))}"
        raise ValueError(msg)
    if key in _LISTS:
        if not isinstance(value, list) or not all(isinstance(v, str) for v in value):
            msg = f"{key} must be a list of strings"
            raise ValueError(msg)
        return tuple(value)
    if key == "fail-on":
        return Severity(value)
    if key == "aggregation-days" and (not isinstance(value, int) or isinstance(value, bool)):
        msg = f"{key} must be a whole number"
        raise ValueError(msg)
    if key == "register" and not isinstance(value, str):
        msg = f"{key} must be a path"
        raise ValueError(msg)
    return value
