"""Hypothesis profiles and the corpus of real documents, for all tests."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

settings.register_profile("default", max_examples=60, deadline=None)
settings.register_profile(
    "long", max_examples=2_000, deadline=None, suppress_health_check=[HealthCheck.too_slow]
)
settings.load_profile("default")

_BESIDE = Path(__file__).resolve().parents[2] / "shared"


def shared(part: str) -> Path:
    """A folder of the material beside the project; the test is skipped where it is absent."""
    folder = _BESIDE / part
    if not folder.is_dir():
        pytest.skip(f"the folder shared/{part} is not beside the project")
    return folder


@pytest.fixture(scope="session")
def corpus() -> Path:
    """The real documents: $DANVAN_CORPUS, or shared/corpus beside the project."""
    named = os.environ.get("DANVAN_CORPUS")
    if named and not Path(named).is_dir():
        pytest.fail(f"$DANVAN_CORPUS names no folder: {named}")
    return Path(named) if named else shared("corpus")


@pytest.fixture(scope="session")
def cases() -> Path:
    """The public cases beside the project."""
    return shared("cases")
