"""Run-in headings: bold at the beginning of a numbered line."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from danvan import parse

if TYPE_CHECKING:
    from danvan.plan import Section


def first_section(line: str) -> Section:
    plan = parse(f"KẾ HOẠCH\nVề A\n\n**I. NỘI DUNG**\n\n{line}\n\n**2. Khác:** Việc khác.")
    assert plan.coverage() == 1.0
    return plan.sections[0].sections[0]


@pytest.mark.parametrize(
    ("line", "title", "text"),
    [
        ("**1. Công tác tuyên truyền:** Phát loa.", "Công tác tuyên truyền:", "Phát loa."),
        ("**1. Công tác tuyên truyền**: Phát loa.", "Công tác tuyên truyền", "Phát loa."),
        ("**1. Công tác tuyên truyền.** Phát loa.", "Công tác tuyên truyền.", "Phát loa."),
        ("1. **Công tác tuyên truyền:** Phát loa.", None, "Công tác tuyên truyền: Phát loa."),
        ("**1.** Phát loa.", None, "Phát loa."),
        ("**1. Trạm Y tế** phát loa.", None, "Trạm Y tế phát loa."),
    ],
)
def test_heading_and_text(line: str, title: str | None, text: str) -> None:
    section = first_section(line)
    assert section.title == title
    assert [p.text for p in section.paragraphs] == [text]


def test_the_text_goes_on_over_lines() -> None:
    section = first_section("**1. Tuyên truyền:** Phát loa\ntruyền thanh.")
    assert [p.text for p in section.paragraphs] == ["Phát loa truyền thanh."]


def test_the_body_named_is_the_lead() -> None:
    plan = parse(
        "KẾ HOẠCH\nVề A\n\nI. TỔ CHỨC THỰC HIỆN\n\n"
        "**1. Phòng Tư pháp:** Chủ trì, báo cáo trước ngày 20/5/2024.\n\n**2. Các xã:** Thực hiện."
    )
    assert [[a.name for a in duty.lead] for duty in plan.assignments] == [
        ["Phòng Tư pháp"],
        ["Các xã"],
    ]
