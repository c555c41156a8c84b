"""`find`: the units that a name may mean, from whatever way it is written in."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from danvan.text import folded, without_marks
from danvan.units.gazetteer import bare_letters_of, gazetteer, letters_of
from danvan.units.phrases import rows
from danvan.units.unit import AdministrativeUnit, Level, UnitKind

if TYPE_CHECKING:
    import datetime
    from collections.abc import Iterator

# What may stand before a name, folded: the word for the kind, with or without marks, and its
# abbreviations, which want a full stop, or a number after them ("Q1"), where they are one letter.
_WORDS = re.compile(
    r"""
      (?P<province>tỉnh|tinh)[ ]
    | (?P<city>thành[ ]phố|thanh[ ]pho|tp\.?|t\.p\.?)(?:[ ]|(?<=\.))
    | (?P<district>huyện|huyen)[ ] | (?P<_district>h\.)[ ]?
    | (?P<urban_district>quận|quan)[ ] | (?P<_urban_district>q(?:\.|(?=\d)))[ ]?
    | (?P<town>thị[ ]xã|thi[ ]xa|tx\.?|t\.x\.?)(?:[ ]|(?<=\.))
    | (?P<township>thị[ ]trấn|thi[ ]tran|tt\.?|t\.t\.?)(?:[ ]|(?<=\.))
    | (?P<special_zone>đặc[ ]khu|dac[ ]khu|đk\.?)(?:[ ]|(?<=\.))
    | (?P<commune>xã|xa)[ ] | (?P<_commune>x\.)[ ]?
    | (?P<ward>phường|phuong)[ ] | (?P<_ward>p(?:\.|(?=\d)))[ ]?
    """,
    re.VERBOSE,
)
_LEVELS = (Level.PROVINCE, Level.DISTRICT, Level.COMMUNE)
# "Quy Nhơn" and "Qui Nhơn", "Mỹ" and "Mĩ": the same sound after most consonants.
_OTHER_VOWEL = str.maketrans("iy", "yi")
_SYLLABLE_END = re.compile(r"(?<=[bdghklmnprstvxu])[iy](?![a-z])")


def find(
    name: str,
    kind: UnitKind | None = None,
    *,
    within: AdministrativeUnit | None = None,
    on: datetime.date | None = None,
) -> tuple[AdministrativeUnit, ...]:
    """The units (đơn vị hành chính) that a name may mean, best first.

    Case, tone placement, hyphens and spaces do not count, nor do diacritics where the name has
    none, or where no unit is written with those that it has. The word for the kind may stand before
    it, also short ("TP.", "T.X.", "Q.1", "H."), and the units above after commas.

    A unit spelled as the name comes before one that is not, a higher one before a lower one, one
    that still exists before one that does not. More than one means that the name does not settle
    which.

    Args:
        name: as anybody may write it.
        kind: units of this kind only.
        within: units only that lie in this one, or lay in it.
        on: units only that existed on this day, as far as is known; else of any time.

    >>> import datetime
    >>> [unit.full_name for unit in find("TP. Cao Lãnh")]
    ['thành phố Cao Lãnh']
    >>> [unit.code for unit in find("Q.1, TPHCM", on=datetime.date(2024, 1, 1))]
    ['760']
    """
    printed, *above = (part.strip() for part in name.split(","))
    found: dict[AdministrativeUnit, tuple[int, ...]] = {}
    for rank, (rest, told) in enumerate(_readings(printed)):
        for unit, spelling in spelled(rest, on):
            if unit not in found and {told, kind} <= {unit.kind, None}:
                found[unit] = (spelling, rank, _LEVELS.index(unit.level or Level.COMMUNE))
    if within is not None:
        found = {unit: order for unit, order in found.items() if within.contains(unit)}
    if above:
        containers = find(", ".join(above), on=on)
        found = {
            unit: order
            for unit, order in found.items()
            if any(container.contains(unit) for container in containers)
        }
    return tuple(sorted(found, key=lambda u: (found[u], u.valid_to is not None, u.code or "")))


def kind_before(name: str) -> tuple[UnitKind | None, str]:
    """The kind that the word before a name tells, if there is one, and the name, folded.

    >>> kind_before("T.X. Sơn Tây"), kind_before("Sơn Tây")
    ((<UnitKind.TOWN: 'town'>, 'sơn tây'), (None, 'sơn tây'))
    """
    key = folded(name)
    word = _WORDS.match(key)
    if word is None or word.lastgroup is None:
        return None, key
    return UnitKind[word.lastgroup.lstrip("_").upper()], key[word.end() :]


def _readings(name: str) -> Iterator[tuple[str, UnitKind | None]]:
    """What of a name is the proper name, and which kind a word before it tells."""
    kind, rest = kind_before(name)
    if kind is not None:
        yield rest, kind
    yield folded(name), None


@cache
def _aliases() -> dict[str, str]:
    return {letters_of(written): name for written, name in rows("unit_aliases.tsv")}


def spelled(name: str, on: datetime.date | None) -> Iterator[tuple[AdministrativeUnit, int]]:
    """The units of a folded name, each with how far its spelling is from theirs."""
    names = gazetteer()
    name = name.lstrip("0") if name.isdigit() else _aliases().get(letters_of(name), name)
    letters, bare = letters_of(name), bare_letters_of(name)
    numbers = names.named(bare)
    alike = [n for n in numbers if letters_of(names.row(n).name) == letters]
    if letters == bare or not alike:
        alike += [n for n in numbers if n not in alike]
    if not alike:
        alike = [n for other in _of_same_sound(name) for n in names.named(other)]
    for number in alike:
        if on is None or names.is_valid(number, on):
            yield names.unit(number, on), letters_of(names.row(number).name) != letters


def _of_same_sound(name: str) -> list[str]:
    """The bare letters of a name with "i" for "y" and the reverse at ends of syllables."""
    bare = without_marks(name)
    ends = [found.start() for found in _SYLLABLE_END.finditer(bare)]
    return [
        bare_letters_of(bare[:end] + bare[end].translate(_OTHER_VOWEL) + bare[end + 1 :])
        for end in ends
    ]
