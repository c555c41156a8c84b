"""Reviews: sections that tell what was, whose numbers and days set no work (đánh giá tình hình)."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from danvan.plan.outline import Node

# "KẾT QUẢ NĂM 2021", "Đặc điểm tình hình"; not "Kết quả cần đạt".
_TELLS = re.compile(
    r"(?:(?:đánh giá|khái quát|sơ lược|tóm tắt|những|một số|về|các)(?: chung)?(?: về)? )?"
    r"(?:kết quả(?! (?:cần|dự kiến|mong đợi|đạt được dự kiến))|tình hình|thực trạng|đặc điểm|"
    r"ưu điểm|hạn chế|tồn tại|bối cảnh|sự cần thiết)",
    re.IGNORECASE,
)
_PLANS = re.compile(
    r"chỉ tiêu|mục tiêu|nhiệm vụ|kế hoạch|yêu cầu|chế độ|báo cáo|giải pháp|kiểm tra|nắm",
    re.IGNORECASE,
)


def is_review(node: Node | None) -> bool:
    """Whether a section, or one above it, tells what was."""
    above = node
    while above is not None:
        title = above.title or ""
        if _TELLS.match(title) and not _PLANS.search(title):
            return True
        above = above.parent
    return False
