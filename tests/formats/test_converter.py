"""The converter: what annotations it knows, and how it tells what does not fit."""

import datetime

import attrs
import pendulum
import pytest

from danvan.errors import SchemaError
from danvan.formats.converter import converter, structure, tag_of


@attrs.frozen
class Little:
    """Something small."""

    size: int = 0


@attrs.frozen
class Other:
    """Something else."""

    name: str = ""


@attrs.frozen
class LongNamed:
    """Fields of every kind that no class of a plan has."""

    day: pendulum.Date | None = None
    time: datetime.time | None = None
    thing: Little | Other | str | tuple[int, ...] | None = None


@attrs.frozen
class Pair:
    """A tuple of two kinds."""

    pair: tuple[int, str] = (0, "")


@attrs.frozen
class TwoStrings:
    """Two alternatives that are strings in JSON."""

    day: pendulum.Date | str = ""


def test_tags_are_names_with_hyphens():
    assert tag_of(LongNamed) == "long-named"


@pytest.mark.parametrize("thing", [Little(3), Other("x"), "text", (1, 2), None])
def test_alternatives_come_back(thing):
    before = LongNamed(thing=thing)
    assert structure(converter().unstructure(before), LongNamed) == before


def test_days_and_times_come_back():
    before = LongNamed(day=pendulum.Date(2024, 2, 29), time=datetime.time(17, 30))
    data = converter().unstructure(before)
    assert data == {"day": "2024-02-29", "time": "17:30:00"}
    after = structure(data, LongNamed)
    assert after == before
    assert isinstance(after.day, pendulum.Date)


@pytest.mark.parametrize(
    ("data", "problem"),
    [
        ({"day": "2024-2-29"}, "a day as 2024-01-31 is expected, not '2024-2-29' @ $.day"),
        ({"day": "20240229"}, "a day as 2024-01-31 is expected, not '20240229' @ $.day"),
        ({"day": 5}, "a string is expected, not 5 @ $.day"),
        ({"time": "noon"}, "a time as 17:30:00 is expected, not 'noon' @ $.time"),
        ({"thing": 5}, "one of little, other, string, array is expected, not 5 @ $.thing"),
        ({"thing": {}}, 'an object with a "type" of little, other is expected, not null @ $.thing'),
        (
            {"thing": {"type": "little", "size": "x"}},
            "a whole number is expected, not 'x' @ $.thing.size",
        ),
        ([], "an object is expected, not a list @ $"),
    ],
)
def test_what_does_not_fit_is_told(data, problem):
    with pytest.raises(SchemaError) as caught:
        structure(data, LongNamed)
    assert list(map(str, caught.value.problems)) == [problem]


@pytest.mark.parametrize(("cls", "data"), [(Pair, {"pair": [1, "a"]}), (TwoStrings, {"day": "a"})])
def test_annotations_that_json_cannot_hold_are_refused_at_once(cls, data):
    with pytest.raises(TypeError, match="JSON"):
        structure(data, cls)
