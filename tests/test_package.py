"""The package as it is built: what it is called, what it needs, what it must not name."""

import re
import tomllib
from importlib import metadata
from pathlib import Path

import pytest

import danvan

ROOT = Path(__file__).parents[1]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]


def test_the_version_is_that_of_the_package():
    assert metadata.version("danvan") == danvan.__version__


def test_the_changelog_knows_the_version():
    changelog = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    assert re.search(
        rf"^## \[(Unreleased|{re.escape(danvan.__version__)})\]", changelog, re.MULTILINE
    )


def test_the_extra_all_has_every_other():
    extras = set(PROJECT["optional-dependencies"]) - {"all"}
    assert PROJECT["optional-dependencies"]["all"] == [f"danvan[{','.join(sorted(extras))}]"]


def test_the_types_are_shipped():
    assert (ROOT / "src/danvan/py.typed").is_file()


@pytest.mark.parametrize("name", ["pyproject.toml", "requirements.lock", "Makefile", ".ci/run"])
def test_no_settings_say_where_packages_come_from(name):
    text = (ROOT / name).read_text(encoding="utf-8")
    assert re.findall(r"://|--(?:extra-)?index|--find-links|@ git", text) == []


def test_every_requirement_is_locked_with_its_hash():
    lock = (ROOT / "requirements.lock").read_text(encoding="utf-8")
    pins = re.findall(
        r"^(\S+==\S+)(?:[^\\\n]*\\\n\s+--hash=sha256:[0-9a-f]{64})", lock, re.MULTILINE
    )
    names = re.findall(r"^[\w.-]+==", lock, re.MULTILINE)
    assert len(pins) == len(names) > 20
    for requirement in PROJECT["dependencies"]:
        name = re.match(r"[\w-]+", requirement).group()
        assert f"\n{name}==" in f"\n{lock}", name
