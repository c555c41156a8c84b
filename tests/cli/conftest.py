"""The command line, run as a program would run it."""

import subprocess
import sys

import pytest

PLAN = """ỦY BAN NHÂN DÂN
TỈNH AN PHÚ

Số: 12/KH-UBND

An Phú, ngày 05 tháng 02 năm 2024

KẾ HOẠCH
Công tác dân vận năm 2024

Thực hiện Chỉ thị số 33/CT-TTg ngày 26/11/2021 của Thủ tướng Chính phủ và Quyết định số 217-QĐ/TW.

I. MỤC ĐÍCH

- Thực hiện Chỉ thị số 33/CT-TTg.

II. TỔ CHỨC THỰC HIỆN

1. Sở Nội vụ

- Tổng hợp, báo cáo Ủy ban nhân dân tỉnh trước ngày 15/6/2024.

2. Sở Tư pháp

- Chủ trì, phối hợp với Sở Nội vụ hướng dẫn, hoàn thành trước ngày 20/4/2024.

Nơi nhận:
- Như trên;
- Lưu: VT.

TM. ỦY BAN NHÂN DÂN
CHỦ TỊCH

Nguyễn Văn An
"""


@pytest.fixture
def plan_file(tmp_path, monkeypatch):
    """A plan in the working directory."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "ke-hoach.txt").write_text(PLAN, encoding="utf-8")
    return "ke-hoach.txt"


@pytest.fixture
def danvan(plan_file):
    """Runs ``danvan`` in a process of its own; returns what it did, undecoded."""
    del plan_file

    def run(*arguments, **options):
        return subprocess.run(
            [sys.executable, "-m", "danvan", *arguments],
            capture_output=True,
            check=False,
            **options,
        )

    return run
