"""Plans of any structure and any text, for tests of what must hold for all of them (kế hoạch).

Such a plan is valid as an object, and says nothing sensible: its spans need not fit its text, nor
its citations its preamble.
"""

from __future__ import annotations

import types
from collections.abc import Callable, Hashable, Mapping
from functools import cache
from typing import Any, Union, get_args, get_origin, get_type_hints

import attrs
from hypothesis import strategies as st

from danvan.dates import (
    Days,
    Every,
    Horizon,
    LunarDate,
    PartialDate,
    Period,
    Recurrence,
    TimeExpression,
    TimeLimit,
    Window,
)
from danvan.formats.source import DetachedSource
from danvan.instruments import DocumentNumber, InstrumentKind, all_kinds
from danvan.plan import Plan, Section, Target
from danvan.span import Span
from danvan.strategies.dates import (
    days,
    lunar_days,
    partial_dates,
    periods,
    recurrences,
    several_days,
    time_limits,
)
from danvan.strategies.instruments import document_numbers
from danvan.text import Source
from danvan.units import AdministrativeUnit, Agency, UnitKind

_MOST = 2
_DEEPEST = 3
_OFFSETS = st.integers(0, 10_000)


def texts(min_size: int = 0) -> st.SearchStrategy[str]:
    """Any text, lone surrogates, zero characters and all that JSON or XML find hard included."""
    hard = st.sampled_from('\0\x1b\x7f\x85\u2028\ufdd0\ufeff\uffff\ud83d\ude00\U0001f600\\"</ạĐ')
    characters = st.characters(exclude_categories=()) | hard
    return st.text(characters, min_size=min_size, max_size=12)


@st.composite
def spans(draw: st.DrawFn) -> Span:
    """Any span, empty ones included."""
    start = draw(_OFFSETS)
    return Span(start, start + draw(_OFFSETS))


@st.composite
def arbitrary_plans(draw: st.DrawFn) -> Plan:
    """Plans of any structure and any text.

    >>> import danvan
    >>> from hypothesis import given, settings
    >>> @settings(max_examples=3, database=None)
    ... @given(arbitrary_plans())
    ... def test_json(plan):
    ...     assert danvan.from_json(danvan.to_json(plan)) == plan
    >>> test_json()
    """
    plan: Plan = draw(_objects(Plan))
    return plan


def _objects(cls: type, depth: int = 0) -> st.SearchStrategy[Any]:
    """Objects of an attrs class, their fields drawn after their annotations."""
    return _fields(cls, depth).map(lambda drawn: cls(**drawn))


@st.composite
def _fields(draw: st.DrawFn, cls: type, depth: int) -> dict[str, Any]:
    """Values for the fields of an attrs class; any of those that have a default may be missing."""
    annotations = _annotations(cls)
    return {
        field.name: draw(_values(annotations[field.name], depth))
        for field in attrs.fields(cls)
        if field.default is attrs.NOTHING or draw(st.booleans())
    }


@cache
def _annotations(cls: Hashable) -> Mapping[str, Any]:
    return get_type_hints(cls)


def _values(annotation: Any, depth: int) -> st.SearchStrategy[Any]:  # noqa: ANN401
    """Values for an annotation."""
    own = _own_strategies().get(annotation)
    if own is not None:
        return own()
    origin, arguments = get_origin(annotation), get_args(annotation)
    if origin in {Union, types.UnionType}:
        members = [member for member in arguments if member is not Section or depth < _DEEPEST]
        return st.one_of([_values(member, depth) for member in members])
    if origin is tuple:
        if arguments[0] is Section and depth >= _DEEPEST:
            return st.just(())
        return st.lists(_values(arguments[0], depth + 1), max_size=_MOST).map(tuple)
    if origin in {dict, Mapping}:
        return st.dictionaries(texts(), _values(arguments[1], depth), max_size=_MOST)
    if attrs.has(annotation):
        return _objects(annotation, depth)
    return st.from_type(annotation)


@cache
def _own_strategies() -> dict[Any, Callable[[], st.SearchStrategy[Any]]]:
    """The strategies of primitives, and of the classes that do not take any value."""
    return {
        str: texts,
        int: lambda: st.integers(-1000, 10**20),
        float: lambda: st.floats(allow_nan=False, allow_infinity=False),
        Span: spans,
        Source: _sources,
        PartialDate: partial_dates,
        Days: several_days,
        Period: _periods,
        Recurrence: _recurrences,
        TimeLimit: _limits,
        LunarDate: _lunar_dates,
        TimeExpression: _time_expressions,
        InstrumentKind: _kinds,
        DocumentNumber: document_numbers,
        AdministrativeUnit: _units,
        Agency: _agencies,
        Target: _targets,
    }


def _sources() -> st.SearchStrategy[Source]:
    names = st.none() | texts()
    digests = st.text("0123456789abcdef", min_size=64, max_size=64)
    given = st.builds(Source, texts(), name=names)
    return given | st.builds(DetachedSource, name=names, sha256=digests)


@st.composite
def _periods(draw: st.DrawFn) -> Period:
    horizons = st.none() | st.builds(Horizon, texts(), days())
    period = draw(periods())
    return attrs.evolve(period, continuous=draw(st.booleans()), horizon=draw(horizons))


def _recurrences() -> st.SearchStrategy[Recurrence]:
    windows = st.builds(Window, from_day=st.integers(1, 31))
    in_window = st.builds(Recurrence, every=st.sampled_from(Every), window=windows)
    return st.one_of(recurrences(), in_window, st.just(Recurrence(continuous=True)))


def _limits() -> st.SearchStrategy[TimeLimit]:
    anchors = st.none() | texts(min_size=1).filter(str.strip)
    return time_limits() | st.builds(TimeLimit, days=st.integers(1, 99), anchor=anchors)


def _lunar_dates() -> st.SearchStrategy[LunarDate]:
    return lunar_days() | st.builds(LunarDate, month=st.integers(1, 12))


@st.composite
def _time_expressions(draw: st.DrawFn) -> TimeExpression:
    drawn = draw(_fields(TimeExpression, _DEEPEST))
    problems = drawn.get("problems", ())
    if any(problem.is_fatal for problem in problems):
        drawn["value"] = None
    elif drawn["value"] is None and not problems:
        drawn["value"] = draw(days())
    return TimeExpression(**drawn)


def _kinds() -> st.SearchStrategy[InstrumentKind]:
    return st.sampled_from(all_kinds()) | st.builds(InstrumentKind, name=texts())


def _units() -> st.SearchStrategy[AdministrativeUnit]:
    names = texts(min_size=1).filter(str.strip)
    days = st.none() | st.dates()
    parents = st.none() | st.builds(AdministrativeUnit, name=names, kind=st.just(UnitKind.PROVINCE))
    return st.builds(
        AdministrativeUnit,
        name=names,
        kind=st.sampled_from(UnitKind),
        code=st.none() | texts(),
        parent=parents,
        valid_from=days,
    )


@st.composite
def _agencies(draw: st.DrawFn) -> Agency:
    names = texts(min_size=1).filter(str.strip)
    drawn = draw(_fields(Agency, _DEEPEST)) | {"name": draw(names)}
    if "full_name" in drawn:
        drawn["full_name"] = draw(names)
    return Agency(**drawn)


@st.composite
def _targets(draw: st.DrawFn) -> Target:
    drawn = draw(_fields(Target, _DEEPEST))
    upper = drawn.get("upper")
    if upper is not None and not upper > drawn["value"]:
        drawn["upper"] = None
    return Target(**drawn)
