"""The drawings of the gallery: a time line, a citation graph, the reports of a cascade."""

from __future__ import annotations

import datetime
from html import escape
from typing import TYPE_CHECKING

import attrs

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from danvan import Cascade, CitationGraph, Deadline, Plan

_WIDTH = 760
_ROW = 30
_LEFT, _RIGHT = 250, 16
_RED, _GREY = "var(--color-brand-primary, #a3161c)", "currentColor"


@attrs.frozen
class Svg:
    """A drawing that shows itself on pages and in notebooks."""

    text: str

    def _repr_svg_(self) -> str:
        return self.text


def _svg(height: float, label: str, parts: Iterable[str]) -> Svg:
    return Svg(
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {_WIDTH} {height:.0f}" '
        f'width="{_WIDTH}" role="img" aria-label="{escape(label)}" font-size="12" '
        f'fill="currentColor">{"".join(parts)}</svg>'
    )


def _words(x: float, y: float, text: str, *, most: int = 40, **style: str) -> str:
    cut = text if len(text) <= most else text[: most - 1].rstrip() + "…"
    given = "".join(f' {key.replace("_", "-")}="{value}"' for key, value in style.items())
    return f'<text x="{x:.0f}" y="{y:.0f}"{given}><title>{escape(text)}</title>{escape(cut)}</text>'


def _line(x1: float, y1: float, x2: float, y2: float, *, opacity: float = 0.2) -> str:
    return (
        f'<line x1="{x1:.0f}" y1="{y1:.0f}" x2="{x2:.0f}" y2="{y2:.0f}" stroke="currentColor" '
        f'stroke-opacity="{opacity}"/>'
    )


def _months(year: int, height: float) -> Iterable[str]:
    for month in range(1, 13):
        x = _place(datetime.date(year, month, 1), year)
        yield _line(x, 18, x, height - 6)
        yield _words(x + 4, 13, f"T{month}", opacity="0.7")


def _place(day: datetime.date, year: int) -> float:
    passed = (day - datetime.date(year, 1, 1)).days
    return _LEFT + max(0, min(366, passed)) * (_WIDTH - _LEFT - _RIGHT) / 366


def timeline(deadlines: Sequence[Deadline], year: int) -> Svg:
    """A row for each deadline of a year: the span in which it may be met, the last day of it."""
    height = 26 + _ROW * len(deadlines)
    parts = [*_months(year, height)]
    for row, deadline in enumerate(deadlines):
        y = 26 + _ROW * (row + 0.5)
        parts.append(_words(0, y + 4, deadline.about, most=38))
        first, last = deadline.earliest, deadline.latest
        if last is None:
            parts.append(_words(_LEFT + 4, y + 4, f"↻ {deadline.text}", opacity="0.7"))
            continue
        begin, end = _place(first or last, year), _place(last, year)
        if first is not None and end > begin:
            parts.append(
                f'<rect x="{begin:.0f}" y="{y - 4:.0f}" width="{end - begin:.0f}" '
                f'height="8" rx="4" fill="{_RED}" fill-opacity="0.35"/>'
            )
        parts.append(f'<circle cx="{end:.0f}" cy="{y:.0f}" r="5" fill="{_RED}"/>')
        near = end > _WIDTH - 70
        at, anchor = (end - 9, "end") if near else (end + 9, "start")
        parts.append(_words(at, y + 4, f"{last:%d/%m}", text_anchor=anchor))
    return _svg(height, f"Deadlines of {year}", parts)


def graph(found: CitationGraph) -> Svg:
    """Plans on the left, what they cite on the right; bases in red."""
    plans = [node for node in found.nodes if node.plan is not None]
    cited = [node for node in found.nodes if node.plan is None]
    place = {node.id: index for index, node in enumerate(plans)}
    sources = {
        node.id: [place[edge.source] for edge in found.edges if edge.target == node.id]
        for node in cited
    }
    cited.sort(key=lambda node: sum(sources[node.id]) / len(sources[node.id]))
    height = 20 + 26 * len(cited)
    where = {node.id: (430.0, 20 + 26 * (row + 0.5)) for row, node in enumerate(cited)}
    where |= {node.id: (194.0, height * (row + 0.5) / len(plans)) for row, node in enumerate(plans)}
    parts = []
    for edge in found.edges:
        (x1, y1), (x2, y2) = where[edge.source], where[edge.target]
        if edge.target in place:  # one plan cites another: an arc on the left
            path = f"M44 {y1:.0f} C4 {y1:.0f} 4 {y2:.0f} 44 {y2:.0f}"
        else:
            bend = f"{x1 + 130:.0f} {y1:.0f} {x2 - 130:.0f} {y2:.0f}"
            path = f"M{x1:.0f} {y1:.0f} C{bend} {x2 - 6:.0f} {y2:.0f}"
        colour, opacity = (_RED, 0.9) if edge.role == "basis" else (_GREY, 0.35)
        parts.append(
            f'<path d="{path}" fill="none" stroke="{colour}" stroke-opacity="{opacity}" '
            f'stroke-width="1.5"><title>{escape(edge.role)}</title></path>'
        )
    for node in plans:
        _, y = where[node.id]
        parts.append(
            f'<rect x="44" y="{y - 16:.0f}" width="150" height="32" rx="4" stroke="{_RED}" '
            'style="fill: var(--color-background-secondary, #fff)"/>'
        )
        parts.append(_words(119, y + 4, node.label, most=22, text_anchor="middle"))
    parts += [_words(430, where[node.id][1] + 4, node.label, most=46) for node in cited]
    return _svg(height, "Which plan cites what", parts)


def reports(cascade: Cascade, plans: Sequence[Plan], year: int) -> Svg:
    """A lane for each plan, from the top; a dot for each day on which reports are due."""
    lane = 64
    height = 26 + lane * len(plans)
    parts = [*_months(year, height)]
    rows = {id(plan): 26 + lane * (row + 0.5) for row, plan in enumerate(plans)}
    for plan in plans:
        y = rows[id(plan)]
        issuer = plan.issuers[0].full_name if plan.issuers else ""
        parts += [
            _line(0, y + lane / 2, _WIDTH, y + lane / 2),
            _words(0, y - 2, issuer, most=34, font_weight="600"),
            _words(0, y + 15, str(plan.number), opacity="0.7"),
        ]
    for report in cascade.reporting():
        if report.deadline is None or report.deadline.latest is None:
            continue
        x, y = _place(report.deadline.latest, year), rows[id(report.plan)]
        told = f"{report.by[0].full_name} → {report.to[0].full_name if report.to else ''}"
        late = report.days is not None and report.days < 0
        if report.days is not None:
            up = y - lane + 8
            parts.append(
                f'<path d="M{x:.0f} {y:.0f} L{x + 6:.0f} {up:.0f}" stroke="currentColor" '
                'stroke-opacity="0.4" stroke-dasharray="3 3"/>'
            )
            parts.append(_words(x + 8, y - 24, f"{report.days:+d}", opacity="0.7"))
        parts.append(
            f'<circle cx="{x:.0f}" cy="{y:.0f}" r="6" fill="{_RED if not late else "none"}" '
            f'stroke="{_RED}" stroke-width="2"><title>{escape(told)}</title></circle>'
        )
        parts.append(
            _words(
                x, y + 22, f"{report.deadline.latest:%d/%m}", text_anchor="middle", opacity="0.8"
            )
        )
    return _svg(height, "Reports up the levels", parts)
