"""The nouns that name classes of bodies after "các": ``data/classes.tsv``."""

from __future__ import annotations

import re
from functools import cache, lru_cache

import attrs

from danvan.text import folded
from danvan.units.agency import AgencyKind, System
from danvan.units.heads import forbidding
from danvan.units.phrases import longest_of, rows
from danvan.units.unit import Level

#: Without "các" these are bodies only where something is asked of them.
RULERS = frozenset(("cấp ủy", "cấp ủy đảng", "chính quyền"))
#: Without "các" these are bodies only where it is said which ("cơ quan, đơn vị liên quan").
NEED_NO_THE = frozenset(
    ("cơ quan", "đơn vị", "cơ quan chuyên môn", "chính quyền địa phương", "tổ chức thành viên")
)


@attrs.frozen(kw_only=True)
class Noun:
    """A noun that names a class of bodies (see ``data/classes.tsv``)."""

    words: str
    kind: AgencyKind
    system: System | None
    level: Level | None
    use: str
    forbidden: re.Pattern[str] | None


@cache
def _nouns() -> dict[str, Noun]:
    return {
        words: Noun(
            words=words,
            kind=AgencyKind(kind),
            system=System(system) if system else None,
            level=Level(level) if level else None,
            use=use,
            forbidden=forbidding(forbidden),
        )
        for words, kind, system, level, use, forbidden in rows("classes.tsv")
    }


@lru_cache(maxsize=1024)
def noun_of(printed: str) -> Noun:
    """The noun that is printed so, in whatever case."""
    return _nouns()[folded(printed)]


@cache
def noun_words() -> tuple[str, ...]:
    """All nouns."""
    return tuple(_nouns())


@cache
def first_words() -> tuple[str, ...]:
    """The nouns that may begin a class without "các"."""
    return tuple(
        noun.words
        for noun in _nouns().values()
        if noun.use in "ls" or noun.words in RULERS or noun.words in NEED_NO_THE
    )


@cache
def needs_another() -> frozenset[str]:
    """The nouns, folded, that without "các" are a class only beside another noun."""
    return frozenset(
        folded(noun.words)
        for noun in _nouns().values()
        if noun.use == "l" or (noun.use == "s" and " " not in noun.words)
    )


@cache
def noun_pattern() -> re.Pattern[str]:
    """A pattern for the longest noun at a place."""
    return re.compile(longest_of(noun_words()))
