"""Tables: a row for each thing in a plan, in files that other programs read."""

import csv
import io
import sys
from datetime import date

import attrs
import pyarrow
import pyarrow.csv
import pyarrow.parquet
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import danvan
from danvan.dates import PartialDate
from danvan.errors import MissingExtraError
from danvan.formats.arrow.layouts import LAYOUTS, NAMES
from danvan.formats.files import write_whole
from danvan.strategies.arbitrary import arbitrary_plans, texts
from danvan.strategies.plans import plans

TEXT = """ỦY BAN NHÂN DÂN
HUYỆN TÂN HẢI

Số: 12/KH-UBND

Tân Hải, ngày 05 tháng 02 năm 2024

KẾ HOẠCH
Công tác dân vận năm 2024

Thực hiện Chỉ thị số 33/CT-TTg ngày 26/11/2021 của Thủ tướng Chính phủ, Ủy ban nhân dân huyện
ban hành Kế hoạch như sau:

I. NỘI DUNG

- Phấn đấu ít nhất 02 mô hình. Thực hiện Chỉ thị số 33/CT-TTg.

II. TỔ CHỨC THỰC HIỆN

1. Phòng Nội vụ

- Chủ trì, phối hợp với Phòng Tư pháp báo cáo trước ngày 20/6/2024.
- Báo cáo định kỳ hằng quý.

Nơi nhận:
- Sở Nội vụ (báo cáo);
- Lưu: VT.

TM. ỦY BAN NHÂN DÂN
CHỦ TỊCH

Nguyễn Văn An
"""
SPAN = danvan.Span(0, 0)
FORMULAS = ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "＝1", "=HYPERLINK(1)"]


@pytest.fixture(scope="module")
def tables():
    return danvan.tables([danvan.parse(""), danvan.parse(TEXT)])


def only(table, **wanted):
    (row,) = (row for row in table.to_pylist() if all(row[name] == v for name, v in wanted.items()))
    return row


class TestRows:
    """What stands in the tables."""

    def test_plans(self, tables):
        row = only(tables.plans, plan=1)
        assert row == row | {
            "file": None,
            "kind": "Kế hoạch",
            "number": "12/KH-UBND",
            "issuers": ["Ủy ban nhân dân huyện Tân Hải"],
            "level": "district",
            "place": "Tân Hải",
            "issued_on": "2024-02-05",
            "issued_day": date(2024, 2, 5),
            "subject": "Công tác dân vận năm 2024",
            "period": "2024",
            "period_start": date(2024, 1, 1),
            "period_end": date(2024, 12, 31),
            "draft": False,
            "signers": ["Nguyễn Văn An"],
            "archive": "VT",
            "coverage": 1.0,
        }
        assert only(tables.plans, plan=0)["number"] is None

    def test_sections_know_the_one_above(self, tables):
        found = [
            (r["path"], r["parent"], r["title"], r["level"]) for r in tables.sections.to_pylist()
        ]
        assert found == [
            ("I", None, "NỘI DUNG", 1),
            ("II", None, "TỔ CHỨC THỰC HIỆN", 1),
            ("II.1", "II", "Phòng Nội vụ", 2),
        ]
        assert only(tables.sections, path="I")["text"] == (
            "- Phấn đấu ít nhất 02 mô hình. Thực hiện Chỉ thị số 33/CT-TTg."
        )

    def test_deadlines_know_the_duty_that_they_belong_to(self, tables):
        row = only(tables.deadlines, text="trước ngày 20/6/2024")
        assert row == row | {
            "plan": 1,
            "section": "II.1",
            "relation": "before",
            "value": "2024-06-20",
            "earliest": None,
            "latest": date(2024, 6, 19),
            "rrule": None,
            "line": TEXT[: TEXT.index("20/6/2024")].count("\n") + 1,
        }
        assert TEXT[row["start"] : row["end"]] == "trước ngày 20/6/2024"
        duty = only(tables.assignments, plan=1, assignment=row["assignment"])
        assert duty["lead"] == ["Phòng Nội vụ"]
        assert duty["coordinating"] == ["Phòng Tư pháp"]
        assert duty["latest"] == date(2024, 6, 19)

    def test_cycles(self, tables):
        row = only(tables.deadlines, text="định kỳ hằng quý")
        assert row["recurrence"] == "quarter"
        assert row["rrule"] == "FREQ=YEARLY;BYMONTH=3,6,9,12;BYMONTHDAY=-1"
        assert row["latest"] is None

    def test_citations_are_resolved(self, tables):
        first, second = tables.citations.to_pylist()
        assert first["issued_day"] == second["issued_day"] == date(2021, 11, 26)
        assert (first["in_preamble"], second["in_preamble"]) == (True, False)
        assert first["key"] == second["key"]
        assert TEXT[first["extent_start"] : first["extent_end"]].startswith("Chỉ thị số")

    def test_recipients_targets_findings(self, tables):
        row = only(tables.recipients, text="Sở Nội vụ (báo cáo)")
        assert (row["list"], row["agency"], row["purpose"]) == (
            "recipients",
            "Sở Nội vụ",
            "báo cáo",
        )
        row = only(tables.targets, plan=1)
        assert (row["comparator"], row["value"], row["unit"]) == (">=", 2.0, "mô hình")
        assert set(tables.findings.column("severity").to_pylist()) <= {"error", "warning", "note"}

    def test_batches_are_numbered_on(self):
        batch = danvan.tables([danvan.parse(TEXT)], first=100)
        assert set(batch.deadlines.column("plan").to_pylist()) == {100}

    def test_no_plans_are_empty_tables(self):
        for name, table in danvan.tables([]).items():
            assert table.num_rows == 0
            assert table.schema == danvan.table_schemas()[name]


class TestSchemas:
    """Every column says what it is."""

    def test_of_every_column(self):
        schemas = danvan.table_schemas()
        assert tuple(schemas) == NAMES
        for schema in schemas.values():
            assert schema.metadata[b"description"]
            assert all(field.metadata[b"description"] for field in schema)
            assert len(set(schema.names)) == len(schema.names)

    def test_there_is_a_field_for_every_table(self):
        assert {field.name for field in attrs.fields(danvan.Tables)} == set(NAMES)


class TestFiles:
    """CSV and Parquet, read by others."""

    def test_parquet_is_the_same_table(self, tables, tmp_path):
        tables.save_parquet(tmp_path)
        for name, table in tables.items():
            read = pyarrow.parquet.read_table(tmp_path / f"{name}.parquet")
            assert read == table
            assert read.schema.equals(table.schema, check_metadata=True)

    def test_csv(self, tables, tmp_path):
        tables.save_csv(tmp_path, bom=True, delimiter=";")
        data = (tmp_path / "assignments.csv").read_bytes()
        assert data.startswith(b"\xef\xbb\xbf")
        rows = list(csv.DictReader(io.StringIO(data.decode("utf-8-sig")), delimiter=";"))
        assert rows[0]["lead"] == "Phòng Nội vụ"
        assert rows[0]["latest"] == "2024-06-19"
        assert {path.name for path in tmp_path.iterdir()} == {f"{name}.csv" for name in NAMES}

    def test_what_is_unknown_is_not_an_empty_text(self):
        plan = danvan.Plan(source=danvan.Source(""), subject="")
        data = danvan.tables(plan).csv("plans")
        options = pyarrow.csv.ConvertOptions(
            strings_can_be_null=True, quoted_strings_can_be_null=False
        )
        (row,) = pyarrow.csv.read_csv(io.BytesIO(data), convert_options=options).to_pylist()
        assert (row["subject"], row["number"]) == ("", None)

    @pytest.mark.parametrize("formula", FORMULAS)
    def test_nothing_becomes_a_formula(self, formula):
        agency = danvan.Agency(formula, full_name=formula)
        plan = danvan.Plan(
            source=danvan.Source("", name=formula),
            subject=formula,
            issuers=(agency, agency),
            recipients=(danvan.Recipient(text=formula, agency=agency, span=SPAN),),
        )
        tables = danvan.tables(plan)
        for name in ("plans", "recipients"):
            found = list(csv.DictReader(io.StringIO(tables.csv(name).decode(), newline="")))
            for cell in found[0].values():
                assert not cell.startswith(("=", "+", "-", "@", "\t", "\r", "\n", "＝"))
        assert found[0]["text"] == f"'{formula}"
        assert tables.recipients.to_pylist()[0]["text"] == formula

    def test_numbers_below_zero_stay_numbers(self):
        target = danvan.Target(value=-5.5, unit="%", span=SPAN)
        plan = danvan.Plan(source=danvan.Source(""), targets=(target,))
        (row,) = csv.DictReader(io.StringIO(danvan.tables(plan).csv("targets").decode()))
        assert row["value"] == "-5.5"

    def test_there_is_no_other_table(self, tables):
        with pytest.raises(KeyError):
            tables.csv("paragraphs")

    def test_a_file_is_written_as_a_whole_or_not_at_all(self, tmp_path):
        path = tmp_path / "x.csv"
        write_whole(path, b"1")
        with pytest.raises(TypeError):
            write_whole(path, "chữ")
        write_whole(path, b"2")
        assert [p.name for p in tmp_path.iterdir()] == ["x.csv"]
        assert path.read_bytes() == b"2"


@settings(max_examples=25)
@given(st.lists(arbitrary_plans(), max_size=2))
def test_every_plan_has_its_rows(drawn):
    tables = danvan.tables(drawn)
    assert tables.plans.num_rows == len(drawn)
    for layout in LAYOUTS:
        table = getattr(tables, layout.name)
        table.validate(full=True)
        assert table.num_rows == sum(len(list(layout.items(plan))) for plan in drawn)
        read = csv.reader(io.StringIO(tables.csv(layout.name).decode(), newline=""))
        assert len(list(read)) == table.num_rows + 1


@settings(max_examples=20)
@given(plans())
def test_sensible_plans_have_their_days_in_them(plan):
    tables = danvan.tables(plan)
    assert tables.deadlines.column("latest").to_pylist() == [d.latest for d in plan.deadlines]
    days = [d.isoformat() for d in tables.deadlines.column("latest").to_pylist() if d]
    rows = csv.DictReader(io.StringIO(tables.csv("deadlines").decode(), newline=""))
    assert [row["latest"] for row in rows if row["latest"]] == days


@given(texts())
def test_every_text_is_in_its_cell(text):
    plan = danvan.Plan(source=danvan.Source(""), subject=text, issued_on=PartialDate(year=2024))
    (cell,) = danvan.tables(plan).plans.column("subject").to_pylist()
    assert cell == "".join("\ufffd" if "\ud800" <= c <= "\udfff" else c for c in text)


@pytest.mark.parametrize("ask", [lambda: danvan.tables([]), danvan.table_schemas])
def test_a_missing_extra_names_the_line_to_install_it(ask, monkeypatch):
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    with pytest.raises(MissingExtraError, match=r"pip install 'danvan\[tables\]'"):
        ask()


@pytest.mark.corpus
def test_every_real_document_has_its_rows(corpus):
    plans = [danvan.load(file) for file in sorted(corpus.rglob("*.txt"))]
    tables = danvan.tables(plans)
    assert tables.plans.num_rows == len(plans) > 0
    assert tables.deadlines.num_rows == sum(len(plan.deadlines) for plan in plans)
