"""Which terms are those of reports (chế độ báo cáo)."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from danvan.plan import Deadline

# A report that is due, and not one for which something else is due ("cung cấp số liệu để báo cáo"),
# nor one that is only drawn up ("dự thảo báo cáo").
_REPORT = re.compile(
    r"(?:(?!\bđể\b).)*?(?<!dự thảo )(?<!xây dựng )(?<!chuẩn bị )\bbáo cáo\b",
    re.IGNORECASE | re.DOTALL,
)


def is_of_report(deadline: Deadline) -> bool:
    """Whether what is due is a report."""
    return _REPORT.match(deadline.about) is not None
