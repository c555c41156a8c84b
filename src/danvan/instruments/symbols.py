"""Abbreviations in symbols: what is known of them, and how a badly typed one is to be read."""

from __future__ import annotations

import re
from functools import cache, lru_cache

import attrs

from danvan.dates import PartialDate
from danvan.instruments.kinds import all_kinds
from danvan.instruments.tables import data_rows, day_or_none

_GROUP = re.compile(r"[^\W\d_⁰¹²³⁴-⁹](?:[^\W\d_⁰¹²³⁴-⁹]|[0-9]|&(?=[^\W\d_]))*")
LEGISLATURE = re.compile(r"(?:QH|UBTVQH)[0-9]{1,2}")
CONGRESS = re.compile(r"ĐH(?:ĐB)?(?:[0-9]{1,2}|[IVX]{1,6})?")
# Cyrillic and Greek capitals that look like Latin ones and are typed for them.
_HOMOGLYPHS = str.maketrans(
    "АВЕКМНОРСТХУІЅЈΑΒΕΗΙΚΜΝΟΡΤΥΧаеорсхуі",
    "ABEKMHOPCTXYISJABEHIKMNOPTYXaeopcxyi",
)


@attrs.frozen(kw_only=True)
class IssuerAbbreviation:
    """The abbreviation of a body in document numbers (chữ viết tắt tên cơ quan).

    ``level`` is empty where bodies of several levels share the letters.
    """

    abbreviation: str
    name: str
    system: str
    level: str = ""
    valid_from: PartialDate | None = None
    valid_to: PartialDate | None = None


@cache
def issuer_abbreviations() -> dict[str, tuple[IssuerAbbreviation, ...]]:
    """What each abbreviation of a body may stand for."""
    found: dict[str, list[IssuerAbbreviation]] = {}
    for row in data_rows("issuers.csv"):
        entry = IssuerAbbreviation(
            abbreviation=row["abbreviation"],
            name=row["name"],
            system=row["system"],
            level=row["level"],
            valid_from=day_or_none(row["valid_from"]),
            valid_to=day_or_none(row["valid_to"]),
        )
        found.setdefault(entry.abbreviation, []).append(entry)
    return {abbreviation: tuple(entries) for abbreviation, entries in found.items()}


@cache
def kind_abbreviations() -> frozenset[str]:
    """Every abbreviation of a kind."""
    return frozenset(a for kind in all_kinds() for a in kind.abbreviations)


def _loose(token: str) -> str:
    return token.casefold().replace("đ", "d")


def _by_loose_form(forms: frozenset[str]) -> dict[str, str]:
    """The one form that has a loose form; loose forms of several are left out."""
    found: dict[str, set[str]] = {}
    for form in forms:
        found.setdefault(_loose(form), set()).add(form)
    return {loose: known.pop() for loose, known in found.items() if len(known) == 1}


@cache
def _loose_kinds() -> dict[str, str]:
    return _by_loose_form(kind_abbreviations())


@cache
def _loose_issuers() -> dict[str, str]:
    return _by_loose_form(frozenset(issuer_abbreviations()))


def is_known_issuer(group: str) -> bool:
    """Whether a group is the abbreviation of a body that the data file has."""
    return (
        group in issuer_abbreviations()
        or LEGISLATURE.fullmatch(group) is not None
        or CONGRESS.fullmatch(group) is not None
    )


def issuing_level(group: str) -> str:
    """The level of the bodies that an abbreviation may stand for; empty if several or not known."""
    if LEGISLATURE.fullmatch(group):
        return "central"
    levels = {entry.level for entry in issuer_abbreviations().get(group, ())}
    return levels.pop() if len(levels) == 1 else ""


def is_known(group: str) -> bool:
    """Whether a group is the abbreviation of a kind or of a body."""
    return group in kind_abbreviations() or is_known_issuer(group)


def marked(token: str) -> bool:
    """Whether a token is a known body and a footnote mark ("TTg1")."""
    base = token.rstrip("0123456789")
    return base != token and not is_known(token) and base in issuer_abbreviations()


@lru_cache(maxsize=4096)
def canonical_group(token: str, *, first: bool) -> tuple[str, str | None] | None:
    """How a group of a symbol is to be written, and what was wrong with it.

    D is read as Đ, and small letters as capitals, only where one known abbreviation is meant.
    None if the token is no group at all.

    >>> canonical_group("QD", first=True), canonical_group("HD", first=True)
    (('QĐ', 'd-for-đ'), ('HD', None))
    """
    latin = token.translate(_HOMOGLYPHS)
    if marked(token) or not _GROUP.fullmatch(token):
        return None
    if is_known(latin):
        return latin, None if latin == token else "homoglyph"
    loose = _loose(latin)
    form = _loose_kinds().get(loose) if first else None
    form = form or _loose_issuers().get(loose) or (None if first else _loose_kinds().get(loose))
    if form is not None:
        return form, "case" if form.casefold() == latin.casefold() else "d-for-đ"
    if LEGISLATURE.fullmatch(latin.upper()):
        return latin.upper(), "case"
    if not (latin.isupper() or latin[:2].isupper()):
        return None
    return latin, None if latin == token else "homoglyph"
