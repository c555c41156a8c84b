"""`render`: a plan in, a text out, in a layout and in the form that binds its issuer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from danvan.render.compose import compose
from danvan.render.copies import Decomposed, Fragments, Markdown, Paged, Portal
from danvan.render.layout import Layout
from danvan.render.typeset import Columns, Indented, Plain, RunTogether, Spaced, Wrapped

if TYPE_CHECKING:
    from danvan.plan import Plan

_WIDTH = 80
_NARROWEST = 40


def render(plan: Plan, layout: Layout | str = Layout.PLAIN, *, width: int = _WIDTH) -> str:
    r"""Write a plan (kế hoạch) as text, in the form that binds its issuer on its day.

    Bodies of the state have that of NĐ 30/2020/NĐ-CP, those of the Party that of HD 36-HD/VPTW.
    What the plan does not say leaves out its line. The text is made of the fields of the plan and
    not of its source: what they do not hold, as the place of a note's mark, is not in it.

    Args:
        plan: the plan, read or made.
        layout: how it is set; see `Layout`.
        width: where lines end, in characters, in the layouts that wrap them; at least 40.

    Returns:
        The text; it ends with a line end.

    Raises:
        ValueError: if there is no such layout, or the width is less than 40.

    >>> from danvan.plan import parse
    >>> plan = parse("UBND XÃ AN LỘC\nSố 7/KH-UBND\n\nKẾ HOẠCH\nHòa giải năm 2024\n\nI. MỤC ĐÍCH")
    >>> print(render(plan))  # doctest: +NORMALIZE_WHITESPACE
    ỦY BAN NHÂN DÂN XÃ AN LỘC
    -------
    Số: 7/KH-UBND
    <BLANKLINE>
    CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
    Độc lập - Tự do - Hạnh phúc
    <BLANKLINE>
    KẾ HOẠCH
    Hòa giải năm 2024
    <BLANKLINE>
    I. MỤC ĐÍCH
    """
    if width < _NARROWEST:
        msg = f"lines are at least {_NARROWEST} characters wide, not {width}"
        raise ValueError(msg)
    return _typesetter(plan, Layout(layout), width).text(compose(plan))


def _typesetter(plan: Plan, layout: Layout, width: int) -> Plain:
    match layout:
        case Layout.PLAIN:
            return Plain()
        case Layout.WRAPPED:
            return Wrapped(width)
        case Layout.INDENTED:
            return Indented(width)
        case Layout.SPACED:
            return Spaced(width)
        case Layout.COLUMNS:
            return Columns()
        case Layout.RUN_TOGETHER:
            return RunTogether()
        case Layout.MARKDOWN:
            return Markdown()
        case Layout.PORTAL:
            return Portal(plan)
        case Layout.PAGED:
            return Paged(width)
        case Layout.FRAGMENTS:
            return Fragments()
        case Layout.DECOMPOSED:
            return Decomposed()
