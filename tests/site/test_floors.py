"""Imports run downwards only, and rooms on one floor do not know each other."""

import pytest

from tools.site.floors import FLOOR, SOURCE, imports

IMPORTS = imports()
ABOVE_ALL = {"__init__", "__main__"}


def test_every_room_has_its_floor() -> None:
    rooms = {
        path.stem
        for path in SOURCE.iterdir()
        if path.suffix == ".py" or (path.is_dir() and (path / "__init__.py").is_file())
    }
    assert rooms - ABOVE_ALL <= set(FLOOR)


def test_imports_are_found() -> None:
    assert ("plan", "dates") in IMPORTS
    assert "cli/commands.py" in IMPORTS["cli", "readers"]


@pytest.mark.parametrize(
    "pair", [pair for pair in IMPORTS if pair[0] not in ABOVE_ALL], ids="-".join
)
def test_an_import_leads_down(pair: tuple[str, str]) -> None:
    room, imported = pair
    assert FLOOR[imported] < FLOOR[room], IMPORTS[pair]
