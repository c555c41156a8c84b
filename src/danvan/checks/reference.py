"""The reference of the rules as a page of Markdown, made from their data."""

from __future__ import annotations

from typing import TYPE_CHECKING

from danvan.checks.rule import Family, Rule

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_FAMILIES = {
    Family.NUMBER: "Number and symbol (số, ký hiệu)",
    Family.DATES: "Dates and deadlines (thời gian, thời hạn)",
    Family.STRUCTURE: "Structure, closing and writing (bố cục, kết thúc, chính tả)",
    Family.CITATIONS: "Citations (viện dẫn)",
    Family.UNITS: "Units and bodies (đơn vị hành chính, cơ quan)",
    Family.ASSIGNMENTS: "Assignments and reports (phân công, báo cáo)",
    Family.HIERARCHY: "Hierarchy (kế hoạch cấp trên)",
}


def rule_page(rules: Iterable[Rule]) -> str:
    """All rules with their sources and examples, family by family."""
    every = tuple(rules)
    lines = [
        "# Rules",
        "",
        "<!-- Made from the data of the rules by `make rules`; do not edit. -->",
        "",
        f"danvan has {len(every)} rules. A rule that is *fixable* mends its fault with `--fix`.",
        "",
    ]
    for family, title in _FAMILIES.items():
        own = [rule for rule in every if rule.family is family]
        lines += [f"## {family.value}: {title}", "", *_table(own), ""]
        for rule in own:
            lines += [*_entry(rule), ""]
    return "\n".join(lines).rstrip() + "\n"


def _table(rules: list[Rule]) -> Iterator[str]:
    yield "| code | name | severity | fixable |"
    yield "| --- | --- | --- | --- |"
    for rule in rules:
        anchor = f"{rule.code.lower()}-{rule.name}"
        fixable = "yes" if rule.fixable else ""
        yield f"| [{rule.code}](#{anchor}) | {rule.name} | {rule.severity} | {fixable} |"


def _entry(rule: Rule) -> Iterator[str]:
    yield f"### {rule.code} {rule.name}"
    yield ""
    yield f"{rule.about}"
    yield ""
    yield f"{rule.about_en} Source: {rule.source}.{_bounds(rule)}"
    for told, text, above in (
        ("Fails", rule.fails, rule.fails_above),
        ("Passes", rule.passes, rule.passes_above),
    ):
        if above is not None:
            yield from _example(f"{told}, under this plan:", above)
            yield from _example("", text)
        else:
            yield from _example(f"{told}:", text)


def _bounds(rule: Rule) -> str:
    """Which documents a rule binds, where it does not bind all."""
    bounds = []
    if rule.plans_only:
        bounds.append("plans only")
    if rule.systems:
        bounds.append(f"documents of the {' and the '.join(sorted(rule.systems))} only")
    if rule.since is not None:
        bounds.append(f"since {rule.since}")
    if rule.until is not None:
        bounds.append(f"until {rule.until}")
    return f" Binds: {', '.join(bounds)}." if bounds else ""


def _example(told: str, text: str) -> Iterator[str]:
    yield ""
    if told:
        yield told
        yield ""
    yield "```text"
    yield text.strip()
    yield "```"
