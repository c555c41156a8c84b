"""The grammar of the name of one body: post, head, field, the body and the unit it belongs to."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import attrs

from danvan.units import fields
from danvan.units.agency import AgencyKind
from danvan.units.heads import Edits, Head, head_at
from danvan.units.places import Place, place_at
from danvan.units.propernames import CAPITAL, name_end, title_case
from danvan.units.topics import topic_end

if TYPE_CHECKING:
    from collections.abc import Callable

_DEEPEST = 4
_OWNER_JOINT = re.compile(r" (?:của |thuộc |trực thuộc )?")
_SHORT_OWNER_JOINT = re.compile(r"[./-] ?| ")
_SHOUTED_WORD = re.compile(
    rf" (?:(?:TP|TX)\.? ?)?(?!(?:TP|TX|TT|TW|TU|HU)(?!\w)){CAPITAL}{{2,}}(?!\w)"
)
# An abbreviation that goes on with a hyphen is the sign of a document ("UBND-VX").
_SIGN_GOES_ON = re.compile(rf" ?[-/]{CAPITAL}")
_OWN_NUMBER = re.compile(r" (?:số )?[\dIVX]+(?![\w/])")
_TWO_PARTS = re.compile(r" và | ?[-–] ?|, ")
_QUOTED = re.compile(r' (?:“[^”\n]{1,60}”|"[^"\n]{1,60}")')


@attrs.define
class Name:
    """A name as read: where it stands, and of what it consists."""

    start: int
    end: int
    head: Head
    place: Place | None = None
    owner: Name | None = None
    many: bool = False
    posts: Edits = attrs.field(factory=list)
    edits: Edits = attrs.field(factory=list)
    alone: bool = True
    guessed: bool = False

    @property
    def innermost(self) -> Name:
        """The body to which it belongs in the end, or itself."""
        return self.owner.innermost if self.owner else self


def body_at(
    text: str, position: int, *, lenient: bool = False, held: bool = False, depth: int = 0
) -> Name | None:
    """The name of a body that begins at a position.

    Args:
        text: a reading text.
        position: where its head begins.
        lenient: after a post or "các", where it may begin with a small letter.
        held: after a post, where "Sở" alone is a body ("Giám đốc Sở").
        depth: how many bodies it belongs to have been read.
    """
    read = head_at(text, position, lenient=lenient, owner=held or depth > 0)
    if read is None:
        return None
    head, end = read
    if head.case in {"x", "o"} and "O" not in head.tail and _SIGN_GOES_ON.match(text, end):
        return None
    name = Name(position, end, head)
    shouted = _is_shouted(text, head, position, end)
    if head.is_abbreviation or shouted:
        name.edits.append((position, end, head.written))
    met = ""
    located = False
    for step in head.tail:
        if step == "s" or (located and step in "oOuUpP"):
            continue
        if met and step in "nN" and met[-1] in "fFkKtT":
            continue
        if _STEPS[step.lower()](text, name, depth, shouted):
            met += step
            located = located or step in "oOuUpP"
    name.alone = not met
    required = [step for step in head.tail if step.isupper()]
    if required and not any(step in met for step in required):
        return None
    return name


def _is_shouted(text: str, head: Head, position: int, end: int) -> bool:
    """Whether a name stands in a line of capitals, which abbreviations do not tell."""
    if head.case in {"x", "o"}:
        return _SHOUTED_WORD.match(text, end) is not None
    return text[position:end].isupper()


def _read_field(text: str, name: Name, depth: int, shouted: bool) -> bool:
    known = fields.known_field(text, name.end)
    if known is not None:
        end = known if shouted else fields.extended(text, known)
        field = text[name.end + 1 : known]
        if name.head.kind is AgencyKind.CENTRE and field[0].islower() and not place_at(text, known):
            return False
        if shouted or field[0].islower():
            name.edits.append((name.end + 1, known, fields.canonical(field)))
        name.end = end
        return True
    code = fields.code_end(text, name.end)
    if code is not None:
        name.end = code
        return True
    short = fields.short_field(text, name.end)
    if short:
        name.edits.append((name.end + 1, short[0], short[1]))
        name.end = short[0]
        return True
    if shouted or not text.startswith(" ", name.end):
        return False
    end = fields.capitals_end(text, name.end + 1)
    if end == name.end + 1 or text[name.end + 1 : end].isupper():
        return False
    if head_at(text, name.end + 1, owner="o" in name.head.tail.lower()):
        return False
    if "k" in name.head.tail.lower() and not _TWO_PARTS.search(text, name.end, end):
        if depth or name.head.case != "c" or " " not in text[name.end + 1 : end]:
            return False
        name.guessed = True
    name.end = end
    return True


def _read_topic(text: str, name: Name, _depth: int, _shouted: bool) -> bool:
    end = topic_end(text, name.end)
    read = end > name.end
    name.end = end
    return read


def _read_own_name(text: str, name: Name, _depth: int, shouted: bool) -> bool:
    for pattern in (_QUOTED, _OWN_NUMBER):
        found = pattern.match(text, name.end)
        if found:
            name.end = found.end()
            return True
    if shouted:
        if " " not in name.head.words:
            return False
        end = name_end(text, name.end, shouted=True)
        name.edits.append((name.end, end, title_case(text[name.end : end])))
    elif text.startswith(" ", name.end):
        end = fields.capitals_end(text, name.end + 1)
        end = name.end if end == name.end + 1 else end
    else:
        return False
    if end == name.end:
        return False
    if name.head.kind is AgencyKind.ASSOCIATION and " " not in text[name.end + 1 : end]:
        return False
    name.end = end
    return True


def _read_owner(text: str, name: Name, depth: int, _shouted: bool) -> bool:
    short = name.head.is_abbreviation
    joint = (_SHORT_OWNER_JOINT if short else _OWNER_JOINT).match(text, name.end)
    if joint is None or depth >= _DEEPEST:
        return False
    owner = owner_at(text, joint.end(), depth + 1)
    if owner is None:
        return False
    name.owner = owner
    name.end = owner.end
    if short and joint.group() != " ":
        name.edits.append((joint.start(), joint.end(), " "))
    name.edits.extend(owner.edits)
    name.many = name.many or owner.many
    return True


def owner_at(text: str, position: int, depth: int) -> Name | None:
    """The body to which another one belongs, or a class of bodies ("các huyện ủy")."""
    if text[position : position + 4].lower() == "các ":
        owner = body_at(text, position + 4, lenient=True, depth=depth)
        if owner is not None:
            owner.many = True
            owner.end = _more_of_class(text, owner)
        return owner
    return body_at(text, position, depth=depth)


def _more_of_class(text: str, owner: Name) -> int:
    """Further heads without "các" that belong to the same class."""
    end = owner.end
    while joint := re.compile(r"(?:, | và )").match(text, end):
        read = head_at(text, joint.end())
        small = text[joint.end() : joint.end() + 1].islower()
        if read is None or not small or read[0].kind is not owner.head.kind:
            break
        end = read[1]
    return end


def _read_place(text: str, name: Name, _depth: int, shouted: bool) -> bool:
    place = place_at(text, name.end, shouted=shouted)
    if place is None:
        return False
    name.place = place
    name.end = place.end
    name.many = name.many or place.many
    return True


def _read_bare_place(text: str, name: Name, _depth: int, shouted: bool) -> bool:
    end = name_end(text, name.end, shouted=shouted)
    if end == name.end:
        return False
    if not shouted and head_at(text, name.end + 1):
        return False
    if not shouted and "N" in name.head.tail and fields.goes_on(text, end):
        return False
    printed = text[name.end + 1 : end]
    if shouted:
        name.edits.append((name.end + 1, end, title_case(printed)))
        printed = title_case(printed)
    name.place = Place(start=name.end + 1, end=end, name=printed)
    name.end = end
    return True


_STEPS: dict[str, Callable[[str, Name, int, bool], bool]] = {
    "f": _read_field,
    "k": _read_field,
    "t": _read_topic,
    "n": _read_own_name,
    "o": _read_owner,
    "u": _read_place,
    "p": _read_bare_place,
}
