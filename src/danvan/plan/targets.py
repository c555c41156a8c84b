"""Targets: which numbers of a body the document sets as what is to be reached (chỉ tiêu)."""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import TYPE_CHECKING

import attrs

from danvan.plan.model import Change, Role
from danvan.plan.outline import Node
from danvan.plan.quantities import Quantity, change_of, scan_quantities
from danvan.plan.reviews import is_review

if TYPE_CHECKING:
    from collections.abc import Callable

    from danvan.plan.blocks import Block
    from danvan.plan.tasks import Row

_REACH = 240

# --- numbers that set no aim ----------------------------------------------------------------------

# What was done, a condition, what someone is entitled to, a property of what is counted.
_NO_AIM = re.compile(
    r"\b(?:đã|hiện (?:có|nay)|trường hợp|nếu|khi|ngoài|kèm(?: theo)?|trị giá|tuổi từ|độ tuổi|"
    r"(?:có|với) (?:tỷ lệ|tỉ lệ|mức|diện tích|quy mô|công suất|thu nhập|giá trị)|"
    r"được (?:hỗ trợ|hưởng|miễn|giảm|trợ cấp|vay|thanh toán|chi trả|ưu đãi|thưởng)|"
    r"mức (?:hỗ trợ|chi|đóng|quà|thu|hưởng|phạt|thưởng|lương)|không để|kiêm nhiệm|chiếm)\b",
    re.IGNORECASE,
)
_MONEY = re.compile(
    r"(?<!thu )(?<!Thu )\b(?:ngân sách|kinh phí|nguồn vốn|dự toán|đóng góp|đóng|lệ phí)\b",
    re.IGNORECASE,
)
_SPENDS = re.compile(r"\b(?:bố trí|dành|giải ngân|thu ngân sách|tiết kiệm)\b", re.IGNORECASE)
_SHORTENS = re.compile(r"\b(?:rút ngắn|giảm|cắt giảm|thời gian)\b[^,;.]*$", re.IGNORECASE)
_NOT_AFTER = re.compile(r" (?:trước|sau|kể từ|một lần|tuổi)\b")

# --- numbers that set one where nothing compares them ------------------------------------------

_MADE = (
    r"xây dựng|nhân rộng|thành lập|kiện toàn|tổ chức|mở|lắp đặt|lắp|cải tạo|sửa chữa|nâng cấp|"
    r"làm|trồng|vận động|giúp đỡ|giúp|hỗ trợ|tặng|trao|thăm|khám|phát động|phát hành|phát|"
    r"kiểm tra|giám sát|khảo sát|thanh tra|đăng ký|giới thiệu|kết nạp|đào tạo|bồi dưỡng|tập huấn|"
    r"thu hút|biên soạn|in|dạy|xóa|xoá|cấp|đăng tải|đăng|viết|ra mắt|duy trì|công nhận|đạt|"
    r"hoàn thành|tiếp nhận|phát triển|chọn|lựa chọn|bình chọn|nhận đỡ đầu|đỡ đầu|nhận|phấn đấu|"
    r"triển khai|trang bị|huy động|quy hoạch|số hóa|số hoá|tuyên truyền|thực hiện|tạo việc làm|"
    r"giải quyết việc làm|tư vấn|bảo vệ|hòa giải|đầu tư|rà soát|xây|sản xuất|chuyển đổi|đối thoại"
)
_MAKES = re.compile(
    rf"(?<!\w)(?:{_MADE})(?: (?:được|thêm|mới|mới được|thí điểm|thành công|có|tại|cho))*? ?$",
    re.IGNORECASE,
)
_MAKES_FOR = re.compile(rf"(?<!\w)(?:{_MADE})\b[^;.:]{{0,60}} cho $", re.IGNORECASE)
_LOOKS_INTO = re.compile(
    r"\b(?:kiểm tra|giám sát|khảo sát|thanh tra)\b[^;.:,]{0,60} (?:tại|đối với|ở) $", re.IGNORECASE
)
# A clause that begins with what is to be done, whatever it is: "Quyên góp 300 phần quà".
_DOES = re.compile(
    r"(?:^|[;:.,] |\b(?:và|hoặc) )(?!(?i:gồm|có|còn|chia|mời|cử|tại|toàn|căn|theo|do|trong|từ|đến|"
    r"đợt|quý|lần|năm|tháng|với|về|ở|trên|đối|trừ|ngoài|như|số|các|những|mỗi|lãnh|thuộc|hiện)\b)"
    r"\w[a-zà-ỹđ]*(?: (?!(?:tại|ở|cho|với|của|trên|từ|đến|trong|thuộc|theo|số|là|có)\b)[a-zà-ỹđ]+)"
    r"{0,2} $"
)
_EACH_HAS = re.compile(
    r"\b(?:mỗi|từng|phấn đấu|đến (?:cuối )?năm)\b[^;.]{0,80} có $", re.IGNORECASE
)
_AMOUNT = re.compile(r"\b(?:quy mô|số lượng|chỉ tiêu)\b", re.IGNORECASE)
_BEGINS = re.compile(r"(?:^|[,;:.] )(?:(?:tất cả|cả|toàn bộ|phấn đấu|có|đạt) )?$", re.IGNORECASE)
_HAS = re.compile(r"\b(?:có|đạt|cho|được|tại)(?: thêm)? $", re.IGNORECASE)
# These name what follows ("05 nhiệm vụ sau") and are seldom counted.
_NAMES_WHAT_FOLLOWS = re.compile(
    r"(?:nội dung|nhiệm vụ|giải pháp|chương trình|bản|bộ phận|số|ban|hội)\b"
)
# In a list the numbers that follow an aim are aims: "02 sân chơi, 01 phòng đọc và 03 tủ sách".
_LISTED = re.compile(r"(?: [^\W\d_,;]+){0,4}(?:,| và| hoặc) ")
_NEAR, _FAR = 56, 120
_PARTS = re.compile(r"[,;:.]|\b(?:và|hoặc|trong đó)\b")
_ON = re.compile(
    r"(?:^|[;:.,] |\b(?:đạt|có|được|cho|với|đấu|động|bảo|hút|hỗ trợ|tặng) )trên$", re.IGNORECASE
)


# --- what it is said of ---------------------------------------------------------------------------

_SENTENCE_END = re.compile(r"[;.](?=\s|$)|\ufdd0")
_JOINT = re.compile(r"^[ ,:]*(?:(?:và|hoặc|trong đó) )?")
_REACHES = re.compile(r"(?:\b(?:đạt|là|có|phấn đấu|bảo đảm|đảm bảo)\s*)+$", re.IGNORECASE)


@attrs.define
class Aim:
    """A target while it is put together; offsets are those of the reading text."""

    quantity: Quantity
    change: Change | None
    about: str
    node: Node | None


def read_targets(
    text: str,
    placed: list[tuple[Block, Node | None]],
    rows: list[Row],
    is_taken: Callable[[int], bool],
) -> list[Aim]:
    """The targets among the numbers of a reading text.

    ``placed`` are the blocks of the body with their sections, in reading order; ``is_taken`` tells
    of an offset whether it lies in a time or a citation.
    """
    starts = [block.start for block, _ in placed]
    products = {id(row.block): row.cells["product"] for row in rows if "product" in row.cells}
    found: list[Aim] = []
    for quantity in scan_quantities(text, is_taken):
        i = bisect_right(starts, quantity.number) - 1
        if i < 0:
            continue
        block, node = placed[i]
        if quantity.number >= block.end:
            continue
        product = products.get(id(block))
        last = found[-1].quantity.end if found else 0
        place = _Place(text, quantity, max(block.start, quantity.start - _REACH), last, node)
        is_product = product is not None and product.place[0] == quantity.start
        if is_product or (block.start <= quantity.start and _is_aim(place)):
            change = change_of(text, place.clause, quantity)
            about = block.text if is_product else place.about(block.end)
            found.append(Aim(quantity, change, about, node))
    return found


class _Place:
    """A number where it stands: the sentence and the clause before it, and the section."""

    def __init__(
        self, text: str, quantity: Quantity, start: int, last: int, node: Node | None
    ) -> None:
        self.text = text
        self.quantity = quantity
        self.node = node
        at = quantity.start
        self.sentence = max(start, *(text.rfind(mark, start, at) + 2 for mark in (". ", "; ")))
        colon = text.rfind(": ", self.sentence, at) + 2
        self.after_colon = max(self.sentence, colon)
        self.clause = max(self.after_colon, text.rfind(", ", self.sentence, at) + 2)
        self.last = last if last > self.sentence else 0

    @property
    def said(self) -> str:
        """The sentence up to the number."""
        return self.text[self.sentence : self.quantity.start]

    @property
    def roles(self) -> set[Role]:
        """The roles of the section and of those above it."""
        roles: set[Role] = set()
        above = self.node
        while above is not None:
            roles.update(above.roles)
            above = above.parent
        return roles

    @property
    def amounts(self) -> bool:
        """Whether a label or the heading says that amounts follow."""
        title = (self.node.title or "") if self.node is not None else ""
        return bool(_AMOUNT.search(title) or _AMOUNT.search(self.said))

    def about(self, limit: int) -> str:
        """The clause without the number: what it is said of."""
        quantity, text = self.quantity, self.text
        limit = min(limit, quantity.end + _REACH)
        stop = _SENTENCE_END.search(text, quantity.end, limit)
        begin = max(self.sentence, self.last)
        before = _JOINT.sub("", text[begin : quantity.start])
        before = _REACHES.sub("", before)
        noun = "" if quantity.is_share or quantity.is_time else quantity.unit
        after = text[quantity.end : stop.start() if stop else limit]
        return f"{before}{noun}{after if noun else after.lstrip()}".strip(" ,:;.(")


def _is_aim(place: _Place) -> bool:
    """Whether the number at a place sets an aim: it looks like one, and nothing says otherwise."""
    return _looks_like_aim(place) and not (
        is_review(place.node) or Role.FUNDING in place.roles or _NO_AIM.search(place.said)
    )


def _looks_like_aim(place: _Place) -> bool:
    """Whether a number is a share, is compared, or is a count that is to be made."""
    quantity, said = place.quantity, place.said
    if quantity.is_time:
        shortened = quantity.is_demanding and _SHORTENS.search(said) is not None
        return shortened and not _NOT_AFTER.match(place.text, quantity.end)
    between = place.text[place.last : quantity.start]
    if place.last and not quantity.is_demanding and not _PARTS.search(between):
        return False
    if not quantity.is_share and not quantity.is_demanding and not _is_counted_aim(place):
        return False
    if _MONEY.search(said) and not _SPENDS.search(said):
        return False
    if quantity.is_share or quantity.compared.lower() != "trên":
        return True
    return _ON.search(said + quantity.compared) is not None


def _is_counted_aim(place: _Place) -> bool:
    """Whether a bare count is an aim: after a verb of making, in a list of aims, or of amounts."""
    quantity, text = place.quantity, place.text
    if "đồng" in quantity.unit and not place.said.endswith("đạt "):
        return False
    if _NAMES_WHAT_FOLLOWS.match(quantity.unit):
        return False
    if place.amounts:
        return True
    if place.last and _LISTED.fullmatch(text, place.last, quantity.start):
        return True
    end = quantity.start
    near = max(place.sentence, end - _NEAR)
    if _MAKES.search(text, near, end) or _DOES.search(text[near:end]):
        return True
    far = max(place.sentence, end - _FAR)
    if any(pattern.search(text, far, end) for pattern in (_MAKES_FOR, _LOOKS_INTO, _EACH_HAS)):
        return True
    in_targets = Role.TARGETS in place.roles
    last_words = text[near:end]
    return in_targets and bool(_BEGINS.search(last_words) or _HAS.search(last_words))
