"""Compare the shipped gazetteer with a reference: `python -m tools.units.compare --reference DIR`.

The reference is four CSV files: the units of 2025-06-30, those since, who followed whom, and rows
that were checked by hand. Every difference must be in ``disagreements.tsv``, with its reason, and
none may be in the rows checked by hand.
"""

from __future__ import annotations

import argparse
import csv
import datetime
import sys
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

from danvan import units
from danvan.text import folded

if TYPE_CHECKING:
    from collections.abc import Iterator

    from danvan.units import AdministrativeUnit

KNOWN = Path(__file__).with_name("disagreements.tsv")
_LAST_DAY = datetime.date(2025, 6, 30)
_FIRST_DAY = datetime.date(2025, 7, 1)
_SHARE = 0.995
#: Which file, which unit, what of it, what the reference says, and what the gazetteer says.
Difference: TypeAlias = tuple[str, str, str, str, str]


def _rows(folder: Path, name: str) -> list[dict[str, str]]:
    with (folder / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def _printed(unit: AdministrativeUnit | None) -> str:
    return unit.full_name[:1].upper() + unit.full_name[1:] if unit else "-"


def _parent(unit: AdministrativeUnit | None) -> str:
    return (unit.parent.code or "") if unit and unit.parent else ""


def _day(iso: str) -> datetime.date:
    return datetime.date.fromisoformat(iso)


def before(folder: Path) -> Iterator[Difference]:
    """Differences in the units of 2025-06-30."""
    rows = _rows(folder, "units_old.csv")
    for row in rows:
        unit = units.get(row["code"], on=_LAST_DAY)
        yield from _differ("units_old", row["code"], "name", row["name"], _printed(unit))
        yield from _differ("units_old", row["code"], "parent", row["parent_code"], _parent(unit))
        yield from _differ("units_old", row["code"], "level", row["level"], unit and unit.level)
    yield from _missing("units_old", rows, _LAST_DAY)


def since(folder: Path) -> Iterator[Difference]:
    """Differences in the units since 2025-07-01, and in when they began and ended."""
    rows = _rows(folder, "units_new.csv")
    for row in rows:
        unit = units.get(row["code"], on=_day(row["valid_from"]))
        known = unit is not None and unit.valid_from is not None
        begins = str(unit.valid_from) if unit and known else "unknown"
        yield from _differ("units_new", row["code"], "name", row["name"], _printed(unit))
        yield from _differ("units_new", row["code"], "parent", row["parent_code"], _parent(unit))
        yield from _differ("units_new", row["code"], "begins", row["valid_from"], begins)
        ends = str(unit.valid_to or "") if unit else ""
        yield from _differ("units_new", row["code"], "ends", row["valid_to"], ends)
    yield from _missing("units_new", rows, _FIRST_DAY)


def _missing(file: str, rows: list[dict[str, str]], day: datetime.date) -> Iterator[Difference]:
    known = {row["code"] for row in rows}
    for unit in units.all_units(day):
        if unit.code not in known:
            yield file, unit.code or "", "unit", "-", _printed(unit)


def heirs(folder: Path) -> Iterator[Difference]:
    """Differences in who followed whom, and in whether it took the whole."""
    said: dict[str, dict[str, str]] = {}
    for row in _rows(folder, "units_edges.csv"):
        said.setdefault(row["old_code"], {})[row["new_code"]] = row["relation"]
    for code, relations in said.items():
        unit = units.get(code, on=_LAST_DAY)
        found = [heir.code or "" for heir in unit.successors(_FIRST_DAY)] if unit else []
        relation = "full" if len(found) == 1 else "partial"
        for heir in sorted({*relations, *found}):
            ours = relation if heir in found else "-"
            yield from _differ(
                "units_edges", f"{code} {heir}", "heir", relations.get(heir, "-"), ours
            )


def by_hand(folder: Path) -> Iterator[Difference]:
    """Differences in the rows that were checked by hand."""
    for row in _rows(folder, "units_reference.csv"):
        code = row["old_code"]
        ended = _day(row["old_valid_to"]) if row["old_valid_to"] else _LAST_DAY
        unit = units.get(code, on=ended)
        if unit is None:
            yield "units_reference", code, "unit", row["old_name"], "-"
            continue
        yield from _same_name(code, row["old_name"], unit)
        if row["old_level"] == "commune" and row["record"] == "commune_2025":
            district = _parent(unit)
            yield from _differ(
                "units_reference", code, "district", row["old_district_code"], district
            )
        province = unit
        while province.parent is not None:
            province = province.parent
        yield from _differ(
            "units_reference", code, "province", row["old_province_code"], province.code
        )
        yield from _followed(row, unit, ended + datetime.timedelta(days=1))


def _followed(
    row: dict[str, str], unit: AdministrativeUnit, day: datetime.date
) -> Iterator[Difference]:
    code, relation = row["old_code"], row["relation"]
    after = {heir.code: heir for heir in unit.successors(day)}
    if relation == "abolished":
        codes = " ".join(sorted(heir or "" for heir in after))
        yield from _differ("units_reference", code, "heirs", row["successor_codes"], codes)
        provinces = " ".join(sorted({_parent(heir) for heir in after.values()}))
        new = row["new_province_code"]
        yield from _differ("units_reference", code, "new province", new, provinces)
        return
    heir = after.get(row["new_code"])
    if heir is None:
        yield "units_reference", code, "heir", row["new_code"], "-"
        return
    yield from _same_name(code, row["new_name"], heir)
    begins = row["operational_from"]
    if begins:
        yield from _differ("units_reference", code, "begins", begins, str(heir.valid_from))
    if row["old_valid_to"]:
        yield from _differ("units_reference", code, "ends", row["old_valid_to"], str(unit.valid_to))
    elif heir.full_name != unit.full_name or unit.at(day) != heir:
        yield "units_reference", code, "unchanged", _printed(unit), _printed(heir)
    province = heir.parent or heir
    yield from _differ(
        "units_reference", code, "new province", row["new_province_code"], province.code
    )
    split = "partial" if len(after) > 1 else "whole"
    yield from _differ(
        "units_reference", code, "relation", "partial" if relation == "partial" else "whole", split
    )


def _same_name(code: str, name: str, unit: AdministrativeUnit) -> Iterator[Difference]:
    """Tone placement does not count, as the reference has both."""
    if folded(name) != folded(unit.full_name):
        yield "units_reference", code, "name", name, _printed(unit)


def _differ(file: str, code: str, what: str, theirs: str, ours: object) -> Iterator[Difference]:
    if theirs != str(ours or ""):
        yield file, code, what, theirs, str(ours or "-")


def read_known() -> dict[Difference, str]:
    """The disagreements that are known, with their reasons."""
    lines = KNOWN.read_text(encoding="utf-8").splitlines() if KNOWN.exists() else []
    cells = [line.split("\t") for line in lines if line and not line.startswith("#")]
    return {(file, code, what, theirs, ours): why for file, code, what, theirs, ours, why in cells}


def main(arguments: list[str] | None = None) -> int:
    """Print every difference; 0 if all of them are known and none was checked by hand."""
    parser = argparse.ArgumentParser(prog="python -m tools.units.compare", description=__doc__)
    parser.add_argument("--reference", type=Path, required=True)
    folder = parser.parse_args(arguments).reference
    known = read_known()
    failed = False
    for check, file in (
        (before, "units_old.csv"),
        (since, "units_new.csv"),
        (heirs, "units_edges.csv"),
        (by_hand, "units_reference.csv"),
    ):
        found = list(check(folder))
        unknown = [difference for difference in found if difference not in known]
        rows = len(_rows(folder, file))
        graver = {code for _, code, _, theirs, ours in found if folded(theirs) != folded(ours)}
        share = 1 - len(graver) / rows
        print(
            f"{file}: {rows:,} rows, {len(found)} differences, {len(graver)} but for tone placement"
            f" ({share:.2%} agree), {len(unknown)} not listed"
        )
        for difference in unknown:
            print("  " + "\t".join(difference))
        failed = failed or bool(unknown) or share < _SHARE
        if check is by_hand:
            failed = failed or bool(found)
    return int(failed)


if __name__ == "__main__":
    sys.exit(main())
