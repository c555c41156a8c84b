"""Validators that keep numbers within bounds."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import attrs

Check = Callable[[Any, "attrs.Attribute[Any]", Any], None]


def within(low: int, high: int) -> Check:
    """A number from ``low`` to ``high`` that is not 0, or None."""

    def check(_object: object, attribute: attrs.Attribute[Any], value: int | None) -> None:
        if value is not None and (not low <= value <= high or value == 0):
            msg = f"{attribute.name} is {low} to {high}, not {value}"
            raise ValueError(msg)

    return check


def all_within(low: int, high: int) -> Check:
    """Numbers from ``low`` to ``high``, none of them 0."""
    one = within(low, high)

    def check(instance: object, attribute: attrs.Attribute[Any], values: tuple[int, ...]) -> None:
        for value in values:
            one(instance, attribute, value)

    return check
