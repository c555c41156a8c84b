"""Bodies that a heading names, whatever they are called."""

from __future__ import annotations

import pytest

from danvan.plan.headed import headed_bodies


@pytest.mark.parametrize(
    ("heading", "names"),
    [
        ("Câu lạc bộ Hưu trí:", ["Câu lạc bộ Hưu trí"]),
        ("Ban Giám sát, Tổ Truyền thông.", ["Ban Giám sát", "Tổ Truyền thông"]),
        ("Nhóm Xung kích và Đội Cờ đỏ", ["Nhóm Xung kích", "Đội Cờ đỏ"]),
        ("Các thôn, tổ dân phố", []),
        ("Công tác tuyên truyền", []),
        ("BAN GIÁM SÁT", []),
        ("", []),
        (" .:;*", []),
        ("Ban " + "rất dài " * 30, []),
    ],
)
def test_names(heading, names):
    assert [agency.name for agency in headed_bodies(heading)] == names


def test_a_class_of_bodies_is_collective():
    (agency,) = headed_bodies("Các nhóm xung kích")
    assert agency.collective
