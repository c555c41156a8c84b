"""The vocabulary of drawn plans: invented, and neutral where nothing is to be read (từ vựng)."""

from __future__ import annotations

import json
from functools import cache
from importlib import resources
from typing import Any


@cache
def words() -> dict[str, Any]:
    """The lists of ``data/words.json`` by name."""
    loaded: dict[str, Any] = _loaded("words.json")
    return loaded


@cache
def offices_data() -> list[dict[str, Any]]:
    """The entries of ``data/offices.json``."""
    loaded: list[dict[str, Any]] = _loaded("offices.json")
    return loaded


def _loaded(name: str) -> Any:  # noqa: ANN401 - JSON may be anything
    return json.loads(resources.files(__package__).joinpath("data", name).read_text("utf-8"))
