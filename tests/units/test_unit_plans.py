"""Invented plans of many provinces and both worlds: which units their words mean."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

import danvan
from danvan import Plan

_FILE = Path(__file__).parents[1] / "data" / "unit_plans.jsonl"
CASES = [json.loads(line) for line in _FILE.read_text(encoding="utf-8").splitlines()]
_UNIT_FINDINGS = {"R109", "R110", "R111", "R113", "R114"}


def _read(case: dict) -> Plan:
    head = [*case["head"], "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc"]
    body = case["body"] or ["Văn phòng chủ trì, tổng hợp, báo cáo."]
    text = [
        *head,
        f"Số: {case['number']}",
        case["place"],
        "",
        "KẾ HOẠCH",
        "Thực hiện công tác dân vận",
        "",
        "I. MỤC ĐÍCH",
        "",
        "Nâng cao hiệu quả công tác dân vận.",
        "",
        "II. TỔ CHỨC THỰC HIỆN",
        "",
        *[line for paragraph in body for line in (paragraph, "")],
        "Nơi nhận:",
        *[f"- {line};" for line in case["recipients"]],
        "- Lưu: VT.",
        "",
        "CHỦ TỊCH",
        "",
        "Nguyễn Văn An",
    ]
    return danvan.parse("\n".join(text))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["about"])
def test_units_are_settled(case: dict) -> None:
    plan = _read(case)
    code, full_name = case["issuer"]
    (issuer,) = plan.issuers
    unit = issuer.unit
    assert (unit and unit.code, unit and unit.full_name) == (code, full_name)
    assert (plan.place_unit and plan.place_unit.code) == case["place_code"]
    recipients = [r.agency and r.agency.unit and r.agency.unit.code for r in plan.recipients]
    assert recipients == case["recipient_codes"]
    found = [f.code for f in plan.findings if f.code in _UNIT_FINDINGS]
    assert found == case["findings"]
    leads = {a.name: a.unit and a.unit.code for work in plan.assignments for a in work.lead}
    assert leads | case.get("lead_codes", {}) == leads


def test_there_are_many_and_of_both_worlds() -> None:
    years = [int(case["place"][-4:]) for case in CASES]
    assert len(CASES) >= 15
    assert sum(year < 2025 for year in years) >= 8
    assert sum(year >= 2025 for year in years) >= 8
