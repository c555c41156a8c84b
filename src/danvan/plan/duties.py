"""Duties: who must do what, with whom, and to whom they report (phân công nhiệm vụ)."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import attrs

from danvan.plan.blocks import Block, BlockKind
from danvan.plan.headed import headed_bodies
from danvan.plan.model import Role
from danvan.plan.outline import Node, Outline
from danvan.units import Agency

if TYPE_CHECKING:
    from danvan.plan.bodies import Bodies

# Words before the body that a paragraph or heading charges.
_CHARGE = re.compile(
    r"(?:(?:Trong đó,? g|G)iao(?: trách nhiệm)?(?: cho)?|Đề nghị|Kính đề nghị|Yêu cầu|Định kỳ,?|"
    r"H[ằà]ng năm,?|Đối với|Phân công|Trách nhiệm(?: của)?|Nhiệm vụ của|Ủy nhiệm|Ủy quyền cho)\s+"
    r"(?:đối với\s+|cho\s+)?"
)
_IN_CLOSING = re.compile(
    r"(?:đề nghị|yêu cầu|giao|Đề nghị|Yêu cầu|Giao)\s+(?:đối với\s+|cho\s+)?(?=\S)"
)
_SUBJECT_IN_CLOSING = re.compile(r"[,;.] (?=\S)")
_TRAILING_VERB = re.compile(r",? ?(?:\([^)]{0,80}\) ?)?[a-zà-ỹđ]")
_GIVES = re.compile(r"Giao (?!ban|dịch|thông|lưu|tiếp)[^.;]*$")
_GIVEN = re.compile(
    r"(?:(?<=\ufdd0)|(?<=\()|(?<=[.;,] )|^)(?:[Tt]rong đó,? )?[Gg]iao (?:cho )?(?=\S)"
)
_LEADS = re.compile(
    r" ?(?:\([^)]{0,80}\) ?)?(?:là (?:cơ quan|đơn vị) )?"
    r"(?:chủ trì|làm đầu mối|có trách nhiệm ?:|chịu trách nhiệm)"
)

_WITH = re.compile(
    r"[Pp]hối hợp(?: (?:chặt chẽ|thường xuyên|đồng bộ|tốt|kịp thời|hiệu quả))?"
    r"(?: (?:cùng )?với| cùng)?[:,]? (?=\S)"
)
_REPORTS = re.compile(r"\b(?:[Bb]áo cáo|[Gg]ửi|[Pp]hản ánh|[Pp]hản ảnh)\b")
_PURPOSE_BEFORE = re.compile(r"\bđể(?: [^\W\d_]+){0,3}[, ]*$")
_STRAIGHT = re.compile(
    r"(?:[, ]{0,2}(?:kết quả(?: thực hiện)?|bằng văn bản|định kỳ|kịp thời|ngay|về|cho|lên|đến|gửi|"
    r"với|trực tiếp)\b)* (?=\S)"
)
_TOWARDS = re.compile(r"\b(?:gửi về|gửi đến|về|gửi|lên|cho|đến|với) (?=\S)")
_CLAUSE_END = re.compile(r"[;.](?=\s|$)|\n")
_ADVISED = re.compile(
    r"\b(?:[Tt]ham mưu(?: cho| giúp| đề xuất| trình)?|[Gg]iúp|[Đđ]ề xuất(?: với)?|[Tt]rình) (?=\S)"
)
_DIRECTED = re.compile(
    r"\b(?:[Cc]hỉ đạo|[Đđ]ôn đốc|[Hh]ướng dẫn|[Kk]iểm tra|[Gg]iám sát)"
    r"(?:,? (?:chỉ đạo|đôn đốc|hướng dẫn|kiểm tra|giám sát|và))* (?=\S)"
)
_LAST_WORDS = re.compile(r"Trên đây là|Căn cứ|Nhận được|Trong quá trình|Quá trình")
_DEMANDS = re.compile(r" (?:yêu cầu|đề nghị|giao)(?: cho)? (?=\S)")
_OF_ANOTHER = re.compile(
    r"\b(?:của|với|do|tại|cho|về|gửi|báo cáo|giúp|cùng|thuộc|giữa|bởi|và|qua) $|[(“]$"
)
_DUTY_VERB = re.compile(
    r",? (?:có trách nhiệm|chịu trách nhiệm|chủ trì|chủ động|phối hợp|báo cáo|phản ánh|kịp thời|"
    r"nghiêm túc|căn cứ|xây dựng|tổ chức|triển khai|thực hiện|tham mưu|gửi)\b"
)
_CLOSES = re.compile(r"Trên đây là")
_REACH = 260


@attrs.define
class Duty:
    """An assignment while it is put together; offsets are those of the reading text.

    ``dated_by`` are the bullets after its paragraph that only give its dates.
    """

    block: Block
    dated_by: list[Block]
    node: Node
    lead: list[Agency]
    coordinating: list[Agency]
    advising: list[Agency]
    supervised: list[Agency]
    reports_to: list[Agency]
    via: list[Agency]
    product: str | None = None


def read_duties(outline: Outline, bodies: Bodies) -> list[Duty]:
    """The assignments of a plan, in reading order."""
    found: list[Duty] = []
    for root in outline.nodes:
        for node in root.walk():
            credited = _credited(node, bodies, {})
            if credited is not None:
                found.append(credited)
            elif _implements(node):
                found += _of_node(node, bodies)
            else:
                found += _charged(node, bodies)
    found.sort(key=lambda duty: duty.block.start)
    return found


# What follows a whole name in a heading: a bracket, a verb, a phrase in small letters.
_NAME_GOES_ON = re.compile(
    r"[A-ZĐÀ-Ỹ]|[-–,] ?[^\W\d_]|và [A-ZĐÀ-Ỹ]|[a-zà-ỹđ]+(?: [a-zà-ỹđ]+){0,3}$"
)


def _implements(node: Node) -> bool:
    """Whether a section, or one above it, says who does what."""
    above: Node | None = node
    while above is not None:
        if Role.IMPLEMENTATION in above.roles or _GIVES.match(above.title or ""):
            return True
        above = above.parent
    return False


def _of_node(node: Node, bodies: Bodies) -> list[Duty]:
    duties: list[Duty] = []
    dates = _dates_below(node)
    only_dates = {id(block) for blocks in dates.values() for block in blocks}
    inherited = _heading_bodies(node, bodies)
    if node.title is None:
        own = _lead(node.block, bodies)
        if not own and not inherited:
            own = _lead_amid(node.block, bodies)
        if own or inherited:
            duties.append(_duty(node.block, node, own or inherited, bodies, dates))
        inherited = own or inherited
    for block in node.body:
        if not isinstance(block, Block) or block.kind is not BlockKind.PARAGRAPH or not block.text:
            continue
        if id(block) in only_dates:
            continue
        lead = _lead(block, bodies)
        if node.parent is None and not lead:
            lead = _lead_in_closing(block, bodies)
        if not lead and not (_LAST_WORDS if node.parent is None else _CLOSES).match(block.text):
            lead = inherited
        if lead:
            duties.append(_duty(block, node, lead, bodies, dates))
    return duties


# "Cơ quan chủ trì: A.", "Đơn vị phối hợp: B, C.": lines that say whose the task above them is.
_CREDIT = re.compile(
    r"(?:(?:Cơ quan|Đơn vị|Bộ phận) )?(?:(?P<lead>chủ trì|thực hiện|phụ trách)|(?P<with>phối hợp))"
    r"(?: thực hiện)? ?: ?",
    re.IGNORECASE,
)


def _credited(node: Node, bodies: Bodies, dates: dict[int, list[Block]]) -> Duty | None:
    """The task of a section whose lines name the bodies in charge."""
    lead: list[Agency] = []
    helping: list[Agency] = []
    for block in node.body:
        match = _CREDIT.match(block.text) if isinstance(block, Block) else None
        if match is None or not isinstance(block, Block):
            continue
        listed, _ = bodies.listed(block.start + match.end())
        listed = listed or headed_bodies(block.text[match.end() :])
        if match["lead"]:
            lead = lead or listed
        else:
            helping += listed
    if not lead:
        return None
    duty = _duty(node.block, node, lead, bodies, dates)
    duty.coordinating = helping
    return duty


def _charged(node: Node, bodies: Bodies) -> list[Duty]:
    """Outside "Tổ chức thực hiện": only where a body is charged in so many words."""
    blocks = [b for b in node.body if isinstance(b, Block)]
    if node.title is None:
        blocks.insert(0, node.block)
    duties = []
    for block in blocks:
        if block.kind is BlockKind.PARAGRAPH:
            lead = _charged_in(block, bodies)
            if lead:
                duties.append(_duty(block, node, lead, bodies, {}))
    return duties


def _charged_in(block: Block, bodies: Bodies) -> list[Agency]:
    """The bodies that a paragraph gives work to: "(Giao A ...)", "A chủ trì"."""
    text = bodies.text
    for match in _GIVEN.finditer(text, block.start, block.end):
        listed, _ = bodies.listed(match.end())
        if listed:
            return listed
    done = block.start
    for mention in bodies.within(block.start, block.end):
        if mention.span.start < done:
            continue
        listed, done = bodies.listed(mention.span.start)
        by_another = text.startswith("do ", mention.span.start - 3)
        if not by_another and _LEADS.match(text, done, block.end):
            return listed
    return []


def _heading_bodies(node: Node, bodies: Bodies) -> list[Agency]:
    """The bodies that the nearest heading names; the part's own heading names none."""
    above: Node | None = node
    while above is not None and above.parent is not None:
        if above.title is not None:
            named = _listed_after_charge(above.block, bodies)
            if named:
                return named
        elif above is not node:
            named = _lead(above.block, bodies)
            if named:
                return named
        above = above.parent
    return []


def _listed_after_charge(block: Block, bodies: Bodies) -> list[Agency]:
    """The bodies of a heading; one that stands where a body must stand is taken as printed."""
    charge = _CHARGE.match(block.text)
    begin = block.start + (charge.end() if charge else 0)
    listed, end = bodies.listed(begin)
    rest = bodies.text[end : block.end].strip(" .:;*")
    if not rest or (listed and not _NAME_GOES_ON.match(rest)):
        return listed
    return headed_bodies(bodies.text[begin : block.end]) or listed


def _lead(block: Block, bodies: Bodies) -> list[Agency]:
    """The bodies that a paragraph itself charges, at its beginning."""
    charge = _CHARGE.match(block.text)
    begin = block.start + (charge.end() if charge else 0)
    listed, end = bodies.listed(begin)
    if charge is None and listed and not _goes_on_with_duty(bodies.text, end, block):
        return []
    if charge is None and listed:
        demand = _DEMANDS.match(bodies.text, end, block.end)
        asked, _ = bodies.listed(demand.end()) if demand else ([], 0)
        return asked or listed
    return listed


def _lead_amid(block: Block, bodies: Bodies) -> list[Agency]:
    """The bodies that are the subject of a paragraph which opens with something else.

    "Kết thúc đợt kiểm tra, Đoàn chịu trách nhiệm báo cáo": after a comma, or before a verb of duty.
    """
    text = bodies.text
    done = block.start
    for mention in bodies.within(block.start, min(block.end, block.start + _REACH)):
        if mention.span.start < done:
            continue
        listed, done = bodies.listed(mention.span.start)
        before = text[max(block.start, mention.span.start - 8) : mention.span.start]
        if _OF_ANOTHER.search(before):
            continue
        if _DUTY_VERB.match(text, done, block.end):
            return listed
    return []


def _goes_on_with_duty(text: str, end: int, block: Block) -> bool:
    """Whether after the bodies comes what they do: a verb in small letters, or a colon."""
    rest = text[end : block.end]
    if rest.startswith(" sẽ "):
        return False
    return bool(re.match(r" ?:| ?,? ?(?:\([^)]{0,80}\) ?,? ?)?[a-zà-ỹđ]", rest))


def _lead_in_closing(block: Block, bodies: Bodies) -> list[Agency]:
    """Whom a closing paragraph binds: "đề nghị A nghiêm túc thực hiện", ", A thực hiện tốt"."""
    text = bodies.text
    for match in _IN_CLOSING.finditer(text, block.start, block.end):
        listed, _ = bodies.listed(match.end())
        if listed:
            return listed
    done = block.start
    for match in _SUBJECT_IN_CLOSING.finditer(text, block.start, block.end):
        if match.end() < done:
            continue
        listed, end = bodies.listed(match.end())
        if not listed:
            continue
        done = end
        before = bodies.within(block.start, match.start())
        joined = bool(before) and before[-1].span.end == match.start() and match.group()[0] == ","
        verb = _BINDING_VERB if joined else _ANY_VERB
        if verb.match(text, end, block.end):
            return listed
    return []


_ANY_VERB = re.compile(r" [a-zà-ỹđ]")
_BINDING_VERB = re.compile(r" (?:thực hiện|triển khai|nghiêm túc|tổ chức|căn cứ|chịu|có trách)")
_DATED = re.compile(r"\d{1,2}/\d{1,2}|ngày \d|tháng \d|quý [IV\d]", re.IGNORECASE)
_NAMES_A_REPORT = re.compile(
    r"(?:báo cáo|kỳ|đợt|lần|tháng|quý|năm|\d|trước|sơ kết|tổng kết)", re.IGNORECASE
)
_LONGEST_DATED = 160


def _dates_below(node: Node) -> dict[int, list[Block]]:
    """For each paragraph that ends in a colon, by id, the bullets that only give its dates."""
    found: dict[int, list[Block]] = {}
    leading: Block | None = node.block if node.title is None else None
    for part in node.body:
        if not isinstance(part, Block):
            leading = None
        elif leading is not None and leading.text.endswith(":") and _only_dates(part):
            found.setdefault(id(leading), []).append(part)
        else:
            leading = part
    return found


def _only_dates(block: Block) -> bool:
    """Whether a bullet gives a date and names a report, and nothing more."""
    text = block.text
    return (
        block.is_bullet
        and len(text) <= _LONGEST_DATED
        and _DATED.search(text) is not None
        and _NAMES_A_REPORT.match(text) is not None
    )


def _duty(
    block: Block, node: Node, lead: list[Agency], bodies: Bodies, dates: dict[int, list[Block]]
) -> Duty:
    reports_to, via = _reported_to(block, bodies)
    return Duty(
        block=block,
        dated_by=dates.get(id(block), []),
        node=node,
        lead=lead,
        coordinating=_after(_WITH, block, bodies),
        advising=_after(_ADVISED, block, bodies),
        supervised=_after(_DIRECTED, block, bodies),
        reports_to=reports_to,
        via=via,
    )


def _after(pattern: re.Pattern[str], block: Block, bodies: Bodies) -> list[Agency]:
    """All bodies that stand right after a word of the pattern, each once."""
    found: dict[str, Agency] = {}
    for match in pattern.finditer(bodies.text, block.start, block.end):
        listed, _ = bodies.listed(match.end())
        for agency in listed:
            found.setdefault(agency.key, agency)
    return list(found.values())


def _reported_to(block: Block, bodies: Bodies) -> tuple[list[Agency], list[Agency]]:
    """Who receives the reports, and through whom; a purpose ("để ... báo cáo") is no report."""
    text = bodies.text
    found: dict[str, Agency] = {}
    channels: dict[str, Agency] = {}
    for match in _REPORTS.finditer(text, block.start, block.end):
        if _PURPOSE_BEFORE.search(text, max(block.start, match.start() - 48), match.start()):
            continue
        receivers, via = _receivers(bodies, match.end(), block.end)
        for agency in receivers:
            found.setdefault(agency.key, agency)
        for agency in via:
            channels.setdefault(agency.key, agency)
    return list(found.values()), list(channels.values())


def _receivers(bodies: Bodies, begin: int, limit: int) -> tuple[list[Agency], list[Agency]]:
    text = bodies.text
    straight = _STRAIGHT.match(text, begin, limit)
    if straight:
        receivers, via, _ = bodies.received(straight.end())
        if receivers:
            return receivers, via
    stop = _CLAUSE_END.search(text, begin, min(limit, begin + _REACH))
    end = stop.start() if stop else min(limit, begin + _REACH)
    for towards in _TOWARDS.finditer(text, begin, end):
        if _PURPOSE_BEFORE.search(text, begin, towards.start()):
            break
        receivers, via, _ = bodies.received(towards.end())
        if receivers:
            return receivers, via
    return [], []
