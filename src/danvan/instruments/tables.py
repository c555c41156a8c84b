"""Reading the data files of this room."""

from __future__ import annotations

import csv
from importlib import resources

from danvan.dates import PartialDate


def data_rows(name: str) -> list[dict[str, str]]:
    """The rows of a data file, without its comment lines."""
    text = resources.files("danvan.instruments").joinpath("data", name).read_text("utf-8")
    return list(csv.DictReader(line for line in text.splitlines() if not line.startswith("#")))


def day_or_none(text: str) -> PartialDate | None:
    """The day in a cell, or None where it is empty."""
    return PartialDate.parse(text) if text else None
