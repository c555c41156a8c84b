"""Where bodies are named in a text."""

from __future__ import annotations

import re
from bisect import bisect_left
from functools import cache, lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING

import attrs

from danvan.span import Span
from danvan.text import folded, reading
from danvan.units.addressees import addressee_at
from danvan.units.agency import AgencyContext, AgencyKind, AgencyMention
from danvan.units.bodies import Name, body_at
from danvan.units.classes import ClassName
from danvan.units.context import agency_of, agency_of_class
from danvan.units.cues import BEGINS, CHARGED, CHARGED_WITH, DOES, ENDS, JOINED, OWNED
from danvan.units.heads import head_at, head_words, is_post, post_words
from danvan.units.listed import listed_at
from danvan.units.localities import is_called_upon, locality_at
from danvan.units.names import name_at
from danvan.units.nouns import first_words, needs_another, noun_words
from danvan.units.phrases import lines, longest_of, searching
from danvan.units.propernames import begins_anew
from danvan.units.resolve import Resolver

if TYPE_CHECKING:
    from collections.abc import Sequence

# A sign like "12/KH-UBND" names no body of its own, nor does a law that bears a body's name.
_INSIDE_A_SIGN = re.compile(r"\w[-/] ?\Z")
_LAWS = (
    "Luật ",
    "Pháp lệnh ",
    "Luật Tổ chức ",
    "Luật tổ chức ",
    "Đại hội ",
    "Nghị quyết ",
    "đại biểu ",
)
_LOOK_BACK = 24
_SYLLABLE = re.compile(r"[^\W\d_]+")
_LAST = re.compile(r"[\W\d_]")
_LISTS = frozenset("CcSPHG")


@cache
def _trigger() -> re.Pattern[str]:
    nouns = first_words()
    return searching(
        capital=[*head_words(), *post_words(), *nouns, *_THE],
        small=[*head_words(small=True), *post_words(small=True), *nouns, *_THE],
    )


_THE = ("các", "tất cả các", "toàn thể các")


@cache
def _after_the() -> re.Pattern[str]:
    return re.compile(" " + longest_of([*head_words(), *post_words(), *noun_words()]))


@lru_cache(maxsize=4096)
def _begins_with(printed: str) -> str:
    """What begins with words so printed: "the" ("các"), "noun" (a lonely one), "name" or "".

    "more": a name whose next word must follow at once.
    """
    key = folded(printed)
    if key.endswith("các"):
        return "the"
    if printed[0].isupper():
        return "name"
    if head := head_at(printed, 0):
        lacking = any(step.isupper() for step in head[0].tail) and key not in needs_another()
        return "more" if lacking else "name"
    if is_post(printed):
        return "more"
    if key in needs_another():
        return "noun"
    return "name" if any(key.startswith(noun) for noun in first_words()) else ""


def _may_begin(text: str, found: re.Match[str]) -> bool:
    """Whether a name may begin there: most words in small letters begin none."""
    match _begins_with(found.group()):
        case "the":
            return _after_the().match(text, found.end()) is not None
        case "more":
            return text.startswith(" ", found.end())
        case "noun":
            return _GOES_ON.match(text, found.end()) is not None
        case way:
            return bool(way)


# What follows a noun in small letters that begins a class, or a unit that is reported to.
_GOES_ON = re.compile(
    r",| và |/| - |$|[\n\ufdd0.;:()]| (?:theo|trước|để|qua|xem|phê|quyết|tổng|\()"
)


def scan(text: str, context: AgencyContext | None = None) -> tuple[AgencyMention, ...]:
    """The bodies named in a reading text, in reading order; they do not overlap.

    Args:
        text: a reading text (`danvan.text.reading`); the spans point into it.
        context: what the document knows about itself: "Huyện" is then its unit.

    >>> [m.text for m in scan("Sở Nội vụ chủ trì, phối hợp với UBND các xã, phường báo cáo.")]
    ['Sở Nội vụ', 'UBND các xã, phường']
    """
    mentions: list[AgencyMention] = []
    search = _trigger().search
    position = 0
    while found := search(text, position):
        if not _may_begin(text, found):
            position = found.start() + 1
            continue
        read = _mentions_at(text, found.start(), context, mentions)
        if read:
            mentions += read
            position = read[-1].span.end
        else:
            position = found.end() if found.group() == "các" else found.start() + 1
    return tuple(_sharing(text, mentions))


def _sharing(text: str, mentions: list[AgencyMention]) -> list[AgencyMention]:
    """Give a council without a unit that of the committee named after it ("HĐND, UBND huyện")."""
    for i, (one, other) in enumerate(pairwise(mentions)):
        if (
            one.agency.kind is AgencyKind.PEOPLES_COUNCIL
            and one.agency.level is None
            and other.agency.kind is AgencyKind.PEOPLES_COMMITTEE
            and text[one.span.end : other.span.start] in {", ", " và "}
        ):
            shared = attrs.evolve(
                one.agency,
                level=other.agency.level,
                unit=other.agency.unit,
                collective=one.agency.collective or other.agency.collective,
            )
            mentions[i] = attrs.evolve(one, agency=shared)
    return mentions


def _mentions_at(
    text: str, position: int, context: AgencyContext | None, before: list[AgencyMention]
) -> list[AgencyMention]:
    back = text[max(0, position - _LOOK_BACK) : position]
    if text[position].islower() and _is_half_a_word(text, position, back):
        return []
    listed = listed_at(text, position, context) if text[position] in _LISTS else []
    if listed:
        return listed
    name = name_at(text, position)
    if name is None or _is_a_place(text, name, before):
        locality = locality_at(text, position, context, before) or addressee_at(
            text, position, context
        )
        return [locality] if locality else []
    if back.endswith(_LAWS) or _INSIDE_A_SIGN.search(back, len(back) - 3):
        return []
    if isinstance(name, ClassName):
        agency = agency_of_class(text, name, context)
    else:
        guessed = name.guessed and not name.posts
        if (guessed or (name.alone and "s" in name.head.tail)) and not _stands_alone(
            text, name, before
        ):
            return []
        agency = agency_of(text, name, context)
    span = Span(name.start, name.end)
    return [AgencyMention(agency=agency, text=span.of(text), span=span)]


def _is_a_place(text: str, name: Name | ClassName, before: list[AgencyMention]) -> bool:
    if not isinstance(name, ClassName) or not name.needs_call:
        return False
    return not is_called_upon(text, name, before)


@cache
def _compounds() -> frozenset[str]:
    return frozenset(lines("compounds.txt"))


def _is_half_a_word(text: str, position: int, back: str) -> bool:
    """Whether a small syllable belongs to the one before it: "cơ sở", "văn phòng"."""
    syllable = _SYLLABLE.match(text, position)
    if syllable is None or not back.endswith(" "):
        return False
    before = back[:-1].rpartition(" ")[2]
    if not before.isalpha():
        before = _LAST.split(before)[-1]
    return f"{before} {syllable.group()}".lower() in _compounds()


def _stands_alone(text: str, name: Name, before: list[AgencyMention]) -> bool:
    back = text[max(0, name.start - _LOOK_BACK) : name.start]
    joined = bool(before) and JOINED.fullmatch(text, before[-1].span.end, name.start) is not None
    if not joined and not any(cue.search(back) for cue in (BEGINS, CHARGED, OWNED)):
        return False
    if any(cue.match(text, name.end) for cue in (ENDS, DOES, CHARGED_WITH)):
        return True
    if begins_anew(text, name.end):
        return True
    joint = JOINED.match(text, name.end)
    return joint is not None and body_at(text, joint.end()) is not None


def find_agencies(raw: str, context: AgencyContext | None = None) -> tuple[AgencyMention, ...]:
    """The bodies named in any text (tìm cơ quan); spans point into it as given.

    With a context whose unit is from the gazetteer (`danvan.units.get`), the units that the text
    names are from there too, where it settles which are meant.

    >>> [m.agency.full_name for m in find_agencies("Giao UBND xã  Tân Phú thực hiện.")]
    ['Ủy ban nhân dân xã Tân Phú']
    """
    view = reading(raw)
    mentions = scan(view.text, context)
    if context is not None and context.unit is not None and context.unit.code is not None:
        resolver = Resolver(view.text, context.day, context.unit)
        mentions = tuple(attrs.evolve(m, agency=resolver.settled(m.agency)) for m in mentions)
    return tuple(mention.moved(view) for mention in mentions)


_JOINED = re.compile(
    r"(?: ?[,;] ?(?:và |cùng với |cùng )?| và | cùng với | cùng | với |/| - | hoặc )"
)


def read_bodies(
    text: str, mentions: Sequence[AgencyMention], position: int, end: int | None = None
) -> tuple[tuple[AgencyMention, ...], int]:
    """The list of bodies that begins at a position, joined by commas, ";", "và", "cùng (với)".

    Args:
        text: the reading text that was scanned.
        mentions: what `scan` found in it.
        position: where the first name begins.
        end: where to stop at the latest.

    Returns:
        The mentions, and where the last of them ends; ``position`` if there is none.
    """
    stop = len(text) if end is None else end
    index = bisect_left(mentions, position, key=lambda m: m.span.start)
    taken: list[AgencyMention] = []
    reached = position
    for i in range(index, len(mentions)):
        mention = mentions[i]
        if mention.span.end > stop:
            break
        if mention.span.start != (reached if not taken else mention.span.start):
            break
        if taken and not _JOINED.fullmatch(text, reached, mention.span.start):
            break
        taken.append(mention)
        reached = mention.span.end
    return tuple(taken), reached
