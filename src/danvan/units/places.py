"""What says to which unit a body belongs: "tỉnh", "huyện Tân Phú", "các xã, thị trấn", "cấp xã"."""

from __future__ import annotations

import re

import attrs

from danvan.units.cities import city_level
from danvan.units.phrases import any_case
from danvan.units.propernames import CAPITAL, name_end
from danvan.units.unit import Level, UnitKind

_WORDS = {
    "tỉnh": UnitKind.PROVINCE,
    "thành phố": UnitKind.CITY,
    "huyện": UnitKind.DISTRICT,
    "quận": UnitKind.URBAN_DISTRICT,
    "thị xã": UnitKind.TOWN,
    "xã": UnitKind.COMMUNE,
    "phường": UnitKind.WARD,
    "thị trấn": UnitKind.TOWNSHIP,
    "đặc khu": UnitKind.SPECIAL_ZONE,
    "tp.": UnitKind.CITY,
    "tp": UnitKind.CITY,
    "tx.": UnitKind.TOWN,
    "tx": UnitKind.TOWN,
}
_WORD = (
    "(?:"
    + "|".join(any_case(w) for w in _WORDS if not w.startswith(("xã", "tp", "tx")))
    + f"|{any_case('xã')}(?!\\ {any_case('hội')})|TP|TX)"
    # "Tỉnh đoàn", "Huyện ủy" are bodies
    + f"(?!\\w|\\ (?:{any_case('đoàn')}|{any_case('ủy')})(?!\\w))"
)
_HAMLET_WORD = (
    "(?:"
    + "|".join(
        any_case(w)
        for w in [
            "thôn",
            "ấp",
            "bản",
            "buôn",
            "làng",
            "khóm",
            "khu phố",
            "tổ dân phố",
            "tổ nhân dân",
            "khu dân cư",
            "khu vực",
        ]
    )
    + r")(?!\w)"
)
_ANY_WORD = f"(?:{_WORD}|{_HAMLET_WORD})"
_OF = r"(?:\ của|\ ở|\ tại|(?:\ -)?\ [Cc]hi\ nhánh)?"
_JOINT = r"(?:,\ và\ |,\ ?|\ và\ |/|\ -\ )"

_LEVELS_WORD = {
    "trung ương": Level.CENTRAL,
    "bộ": Level.CENTRAL,
    "tỉnh": Level.PROVINCE,
    "thành phố": Level.PROVINCE,
    "huyện": Level.DISTRICT,
    "quận": Level.DISTRICT,
    "xã": Level.COMMUNE,
    "phường": Level.COMMUNE,
    "cơ sở": Level.COMMUNE,
    "thôn": Level.HAMLET,
}
_LEVEL_WORD = "(?:" + "|".join(any_case(w) for w in _LEVELS_WORD) + r")(?!\w)"
_SEVERAL = any_case("các")
_RANK = any_case("cấp")
_CENTRE = any_case("trung ương")
_PLACE = re.compile(
    rf"""
      # "cấp huyện, cấp xã", "cùng cấp", "các cấp", "hai cấp"
      (?P<rank>\ (?:ở\ )?(?:(?:{any_case("cùng")}|{_SEVERAL}|hai|ba|0?[23])\ {_RANK}(?!\w)
        |{_RANK}\ (?:trên|dưới|{_LEVEL_WORD})
          (?:(?:,\ |\ và\ |/|,\ và\ )(?:{_RANK}\ )?{_LEVEL_WORD}(?!\ {CAPITAL})){{0,5}}
          (?:\ trực\ tiếp)?))
      # "các địa phương"
    | (?P<local>\ (?:ở\ )?{_SEVERAL}\ địa\ phương(?!\w))
      # "Trung ương"
    | (?P<centre>\ (?:ở\ )?(?:{_CENTRE}|TW)(?!\w))
      # "các huyện, thị xã, thành phố", "12 huyện"
    | (?P<many>{_OF}\ (?:{_SEVERAL}|\d{{1,3}})\ {_ANY_WORD}
        (?P<more>(?:{_JOINT}(?:{_SEVERAL}\ )?{_ANY_WORD}(?!\ {CAPITAL})){{0,11}})
        (?:\ trực\ thuộc\ {_CENTRE})?)
      # "phường, xã"
    | (?P<list>\ {_ANY_WORD}(?:{_JOINT}{_ANY_WORD}(?!\ {CAPITAL})){{1,11}})
      # "huyện", "TP."; its name may follow
    | (?P<unit>{_OF}\ (?P<word>{_WORD}(?:\.)?))
      # "thôn", "tổ dân phố"
    | (?P<hamlet>\ {_HAMLET_WORD})
    """,
    re.VERBOSE,
)
_UNIT_WORD = re.compile(_WORD)
_EACH_WORD = re.compile(_ANY_WORD)
_EACH_LEVEL = re.compile(_LEVEL_WORD)
_REGION = re.compile(rf" {any_case('khu vực')}(?: (?:[IVX]+|\d{{1,2}})(?!\w))?")
_NEXT_WORD = re.compile(rf"(?:, |,? và )(?P<word>{_WORD})")
_MOST_NAMES = 40
_NEXT_NAME = re.compile(r"(?:, | và )(?=\w)")


@attrs.frozen(kw_only=True)
class Place:
    """Words that say where a body belongs: one unit, named or not, or a class of units."""

    start: int
    end: int
    kind: UnitKind | None = None
    name: str | None = None
    level: Level | None = None
    many: bool = False
    below: bool = False  # "các địa phương": the units directly below the issuer's

    @property
    def is_bare(self) -> bool:
        """Whether it is one unit without its name ("huyện")."""
        return self.kind is not None and self.name is None and not self.many


def unit_word_at(text: str, position: int) -> tuple[UnitKind, int] | None:
    """The kind of unit whose word stands at a position, without its name, and where it ends.

    >>> unit_word_at("về Huyện và Tỉnh", 3)
    (<UnitKind.DISTRICT: 'district'>, 8)
    """
    word = _UNIT_WORD.match(text, position)
    return (_WORDS[word.group().lower()], word.end()) if word else None


def place_at(text: str, position: int, *, shouted: bool = False) -> Place | None:
    """The words for a unit that follow at a position, a space before them.

    >>> place_at("UBND các xã, thị trấn", 4).level
    <Level.COMMUNE: 'commune'>
    >>> place_at("UBND huyện Tân Phú", 4).name
    'Tân Phú'
    """
    if not text.startswith(" ", position):
        return None
    region = _REGION.match(text, position)
    if region:
        end = region.end()
        return Place(start=position + 1, end=max(end, name_end(text, end, shouted=shouted)))
    found = _PLACE.match(text, position)
    if found is None:
        return None
    begin = position + 1
    if found["rank"]:
        levels = {_LEVELS_WORD[w.group().lower()] for w in _EACH_LEVEL.finditer(found["rank"])}
        level = levels.pop() if len(levels) == 1 else None
        return Place(start=begin, end=found.end(), level=level, many=True)
    if found["centre"]:
        return Place(start=begin, end=found.end(), level=Level.CENTRAL)
    if found["local"]:
        return Place(start=begin, end=found.end(), many=True, below=True)
    if found["many"] or found["list"]:
        return _many(text, found, shouted)
    if found["unit"]:
        return _one(text, found, shouted)
    end = name_end(text, found.end(), shouted=shouted)
    return Place(start=begin, end=end, level=Level.HAMLET)


def _one(text: str, found: re.Match[str], shouted: bool) -> Place:
    word = found["word"].lower()
    begin, end = found.span("word")
    if word.endswith(".") and word not in _WORDS:
        word, end = word[:-1], end - 1
    kind = _WORDS[word]
    stop = name_end(text, end, shouted=shouted)
    name = text[end + 1 : stop] if stop > end else None
    level = kind.level
    if kind is UnitKind.CITY and name:
        level = city_level(name)
    return Place(start=begin, end=stop, kind=kind, name=name, level=level)


def _many(text: str, found: re.Match[str], shouted: bool) -> Place:
    words = [w.group().lower() for w in _EACH_WORD.finditer(found.group())]
    end = found.end()
    if found["many"] and not found["more"]:
        end = _names_end(text, end, shouted)
    level = level_of(words)
    if found["many"]:
        end = _named_too(text, end, level, shouted)
    return Place(start=found.start() + 1, end=end, level=level, many=True)


def _named_too(text: str, end: int, level: Level | None, shouted: bool) -> int:
    """Where a class of units ends some of which are named: "các huyện, thị xã Phú An"."""
    for _ in range(_MOST_NAMES):
        word = _NEXT_WORD.match(text, end)
        if word is None:
            break
        kind = _WORDS[word["word"].lower()]
        stop = name_end(text, word.end(), shouted=shouted)
        if stop == word.end() or (level is not None and kind.level not in {level, None}):
            break
        end = stop
    return end


def _names_end(text: str, end: int, shouted: bool) -> int:
    """Where the names of a class of units end: "các xã: Tân Phú, Phú Hòa và Long An"."""
    begin = end + 1 if text.startswith(":", end) else end
    stop = name_end(text, begin, shouted=shouted)
    if stop == begin:
        return end
    for _ in range(_MOST_NAMES):
        following = _NEXT_NAME.match(text, stop)
        if following is None:
            break
        further = name_end(text, following.end() - 1, shouted=shouted)
        if further < following.end():
            break
        stop = further
    return stop


def level_of(words: list[str]) -> Level | None:
    """The level that words for units have in common; a city follows its neighbours.

    >>> level_of(["huyện", "thị xã", "thành phố"])
    <Level.DISTRICT: 'district'>
    """
    levels = {
        _WORDS[w].level if w in _WORDS else Level.HAMLET
        for w in words
        if w not in {"thành phố", "tp"}
    }
    return levels.pop() if len(levels) == 1 else None
