"""What `import danvan` gives, and what it costs."""

import ast
import subprocess
import sys
from pathlib import Path

import pytest

import danvan


def test_every_public_name_is_there():
    for name in danvan.__all__:
        assert getattr(danvan, name) is not None, name


def test_type_checkers_see_the_same_names():
    module = ast.parse(Path(danvan.__file__).read_text(encoding="utf-8"))
    (block,) = [
        node
        for node in module.body
        if isinstance(node, ast.If) and ast.unparse(node.test) == "TYPE_CHECKING"
    ]
    seen = {alias.asname or alias.name for node in block.body for alias in node.names}
    assert seen == set(danvan.__all__) - {"__version__"}


def test_dir_lists_the_public_names():
    assert dir(danvan) == sorted(danvan.__all__)


def test_the_names_are_those_of_the_rooms():
    assert danvan.parse is danvan.plan.parse
    assert danvan.load is danvan.readers.load
    assert danvan.to_json is danvan.formats.to_json
    assert danvan.find_citations is danvan.instruments.find
    assert danvan.find_dates is danvan.dates.find
    assert danvan.find_agencies is danvan.units.find_agencies


def test_star_import_gives_them_all():
    names = {}
    exec("from danvan import *", names)
    assert set(danvan.__all__) <= set(names)


def test_other_names_do_not_exist():
    with pytest.raises(AttributeError, match="has no attribute 'parze'"):
        danvan.parze  # noqa: B018 - it raises


@pytest.mark.parametrize(
    ("code", "absent"),
    [
        ("import danvan", {"attrs", "cattrs", "pendulum", "danvan.plan", "danvan.units.gazetteer"}),
        ("import danvan; danvan.DocumentNumber", {"cattrs", "danvan.plan"}),
        ("import danvan; danvan.parse('')", {"cattrs", "rich"}),
        ("import danvan; danvan.to_json(danvan.parse(''))", {"rich"}),
    ],
)
def test_nothing_is_imported_before_it_is_used(code, absent):
    never = {"rich", "lxml", "jinja2", "jsonschema", "hypothesis", "holidays", "lunar_vn"}
    never |= {"networkx", "pyarrow", "icalendar", "danvan.strategies"}
    check = f"{code}; import sys; print(sorted(set(sys.modules) & {absent | never!r}))"
    done = subprocess.run([sys.executable, "-c", check], capture_output=True, check=True, text=True)
    assert done.stdout.strip() == "[]"
