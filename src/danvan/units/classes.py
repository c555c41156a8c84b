"""The grammar of classes of bodies: "các sở, ban, ngành", "các cơ quan, đơn vị có liên quan"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import attrs

from danvan.units.bodies import Name, owner_at
from danvan.units.heads import Edits
from danvan.units.nouns import NEED_NO_THE, RULERS, Noun, noun_of, noun_pattern
from danvan.units.phrases import any_case
from danvan.units.places import Place, place_at
from danvan.units.propernames import CAPITAL
from danvan.units.unit import Level

if TYPE_CHECKING:
    from danvan.units.agency import AgencyKind, System

_JOINT = re.compile(r", ?(?:và )?| và | - |/")
_THE = re.compile(r"(?:[Tt]ất cả |[Tt]oàn thể )?(?:[Cc]ác|CÁC) ")
# What may stand after the nouns: it says which of the bodies are meant.
_WORDS = "|".join(
    any_case(words)
    for words in (
        "có liên quan khác", "có liên quan", "liên quan khác", "liên quan", "hữu quan",
        "có chức năng", "chức năng", "có thẩm quyền", "chuyên môn", "nghiệp vụ",
        "nhà nước", "công lập", "khác",
        "được phân công", "được giao nhiệm vụ", "được giao",
        "được kiểm tra", "được giám sát", "được thanh tra",
    )
)  # fmt: skip
_QUALIFIER = re.compile(rf" (?:{_WORDS})(?!\w)")
_BELONGING = re.compile(r" (?:thuộc(?:(?:,| và)? trực thuộc)?|trực thuộc)(?!\w)")
_OF = re.compile(r" của(?= )")
_OF_WHOM = frozenset(
    ("tổ chức thành viên", "tổ chức", "cơ quan", "đơn vị", "phòng", "ban", "bộ phận")
)
_MANAGED = re.compile(r" (?:phạm vi )?quyền quản lý| phạm vi quản lý| thẩm quyền quản lý")
_AROUND = re.compile(
    r" (?:(?:đứng chân |đóng )?(?:trên|tại) địa bàn(?: toàn)?|trong(?: toàn)?)(?= )"
)
_CAPITAL_FOLLOWS = re.compile(rf" {CAPITAL}")
_MOST_QUALIFIERS = 3
_MOST_NOUNS = 16


@attrs.define
class ClassName:
    """A class of bodies as read."""

    start: int
    end: int
    nouns: list[Noun]
    listed: bool
    qualified: bool = False
    place: Place | None = None
    owner: Name | None = None
    posts: Edits = attrs.field(factory=list)
    edits: Edits = attrs.field(factory=list)

    @property
    def is_localities(self) -> bool:
        """Whether only units are named, which are bodies only where they do something."""
        return all(noun.use == "l" for noun in self.nouns)

    @property
    def needs_call(self) -> bool:
        """Whether it is a body only where it does something, or something is asked of it."""
        if self.posts:
            return False
        first = self.nouns[0]
        lonely = len(self.nouns) == 1 and first.use == "s" and " " not in first.words
        if lonely and not self.qualified:
            return True
        return self.is_localities or (not self.listed and first.words in RULERS)

    @property
    def level(self) -> Level | None:
        """The level that the words settle."""
        if self.place and self.place.level:
            return self.place.level
        neutral = {n.words for n in self.nouns if n.use == "s" and n.level is None} | {"thành phố"}
        levels = {n.level for n in self.nouns if n.words not in neutral}
        return levels.pop() if len(levels) == 1 else None

    @property
    def system(self) -> System | None:
        """The system that all nouns share."""
        systems = {noun.system for noun in self.nouns}
        return systems.pop() if len(systems) == 1 else None

    @property
    def kind(self) -> AgencyKind:
        """What the first noun names."""
        return self.nouns[0].kind


def class_at(text: str, position: int, *, lenient: bool = False) -> ClassName | None:
    """The class of bodies that begins at a position.

    Args:
        text: a reading text.
        position: where "các", or the first noun, begins.
        lenient: after a post, where "các" may be missing ("Thủ trưởng cơ quan, đơn vị").
    """
    the = _THE.match(text, position)
    nouns, end = _nouns_at(text, the.end() if the else position)
    if not nouns:
        return None
    name = ClassName(position, end, nouns, the is not None)
    if not _is_a_class(name, lenient, qualified=True):
        return None
    _qualify(text, name)
    _go_on(text, name)
    return name if _is_a_class(name, lenient, qualified=name.qualified) else None


def _go_on(text: str, name: ClassName) -> None:
    """Read further nouns of the same class: "các phòng chuyên môn, đơn vị trực thuộc UBND xã"."""
    joint = _JOINT.match(text, name.end) if name.qualified else None
    if joint is None or name.place or name.owner or not name.listed:
        return
    nouns, end = _nouns_at(text, joint.end())
    if nouns and not name.is_localities and nouns[0].use != "l":
        name.nouns += nouns
        name.end = end
        _qualify(text, name)


def _nouns_at(text: str, position: int) -> tuple[list[Noun], int]:
    nouns: list[Noun] = []
    end = position
    while len(nouns) < _MOST_NOUNS and (found := noun_pattern().match(text, position)):
        noun = noun_of(found.group())
        if noun.forbidden and noun.forbidden.match(text, found.end()):
            break
        if not nouns and noun.use == "e":
            break
        if nouns and (_is_a_name(text, found) or _has_an_owner(text, noun, found.end())):
            break
        nouns.append(noun)
        end = found.end()
        joint = _JOINT.match(text, end)
        if joint is None:
            break
        position = joint.end()
    return nouns, end


def _has_an_owner(text: str, noun: Noun, end: int) -> bool:
    """Whether a noun begins a class of its own: "các đoàn thể, tổ chức thành viên của Mặt trận"."""
    return noun.words == "tổ chức thành viên" and _OF.match(text, end) is not None


def _is_a_name(text: str, noun: re.Match[str]) -> bool:
    """Whether a noun begins the name of one body: "các xã, Ban Tài chính"."""
    if not noun.group()[0].isupper() or not _CAPITAL_FOLLOWS.match(text, noun.end()):
        return False
    return place_at(text, noun.end()) is None


def _is_a_class(name: ClassName, lenient: bool, *, qualified: bool) -> bool:
    """Whether the nouns name a class, if it is, or is not, said which of the bodies are meant."""
    first = name.nouns[0]
    if name.listed:
        return first.use != "q" or qualified or len(name.nouns) > 1
    if lenient:
        return first.use == "y" or len(name.nouns) > 1
    if first.use == "l":
        return len(name.nouns) > 1 and name.is_localities
    if first.words in RULERS:
        return qualified
    if first.use == "s":
        return len(name.nouns) > 1 or (qualified and " " in first.words)
    return first.use == "y" and qualified and first.words in NEED_NO_THE


def _qualify(text: str, name: ClassName) -> None:
    for _ in range(_MOST_QUALIFIERS):
        if not (
            _read_words(text, name)
            or _read_belonging(text, name)
            or _read_owner(text, name)
            or _read_surroundings(text, name)
            or _read_place(text, name)
        ):
            break


def _read_words(text: str, name: ClassName) -> bool:
    found = _QUALIFIER.match(text, name.end)
    if found:
        name.end = found.end()
        name.qualified = True
    return found is not None


def _read_belonging(text: str, name: ClassName) -> bool:
    found = _BELONGING.match(text, name.end)
    if found is None:
        return False
    end = found.end()
    managed = _MANAGED.match(text, end)
    if managed:
        name.end = managed.end()
    elif place := place_at(text, end):
        name.place, name.end = place, place.end
    elif text.startswith(" ", end) and (owner := owner_at(text, end + 1, 1)):
        name.owner, name.end = owner, owner.end
        name.edits.extend(owner.edits)
    elif "trực thuộc" in found.group():
        name.end = end
    else:
        return False
    name.qualified = True
    return True


def _read_owner(text: str, name: ClassName) -> bool:
    """The body after "của": "các tổ chức thành viên của Mặt trận"."""
    of = _OF.match(text, name.end) if name.nouns[-1].words in _OF_WHOM else None
    owner = owner_at(text, of.end() + 1, 1) if of and not name.owner and not name.place else None
    if owner is None:
        return False
    name.owner, name.end, name.qualified = owner, owner.end, True
    name.edits.extend(owner.edits)
    return True


def _read_surroundings(text: str, name: ClassName) -> bool:
    found = _AROUND.match(text, name.end)
    place = place_at(text, found.end()) if found else None
    if place is None or name.place:
        return False
    name.place, name.end, name.qualified = place, place.end, True
    return True


def _read_place(text: str, name: ClassName) -> bool:
    place = None if name.place else place_at(text, name.end)
    if place is None:
        return False
    if place.many and any(noun.use == "l" for noun in name.nouns) and place.level != Level.HAMLET:
        return False
    name.place, name.end, name.qualified = place, place.end, True
    return True
