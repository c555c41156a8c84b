"""The register: its data, looking up, completing, and reading one's own."""

from __future__ import annotations

import datetime
import json
import pickle

import attrs
import pytest

from danvan.dates import PartialDate
from danvan.errors import ReadError
from danvan.instruments import (
    DocumentNumber,
    Instrument,
    KnownInstrument,
    Register,
    find,
    find_kind,
)

_REGISTER = Register.default()
_DAY = datetime.date(2024, 5, 1)


def _cited(sentence):
    (citation,) = find(sentence)
    return citation


def test_every_row_has_its_source_and_a_key_of_its_own():
    assert len(_REGISTER) >= 60
    assert all(entry.source for entry in _REGISTER)
    assert all(_REGISTER.get(entry.key) == entry for entry in _REGISTER if entry.instrument.number)


def test_every_row_with_a_year_in_its_number_was_issued_in_it():
    for entry in _REGISTER:
        number, day = entry.instrument.number, entry.instrument.issued_on
        if number is not None and number.year is not None and day is not None:
            assert number.year == day.year


def test_every_symbol_allows_the_kind_of_its_row():
    for entry in _REGISTER:
        number, kind = entry.instrument.number, entry.instrument.kind
        if number is not None and number.kind_abbreviation is not None:
            assert number.kind_abbreviation in kind.abbreviations


def test_what_replaced_a_document_is_known():
    replaced = [entry for entry in _REGISTER if entry.replaced_by]
    assert len(replaced) >= 5
    for entry in replaced:
        successor = _REGISTER.replacement(entry)
        assert successor is not None
        assert entry.in_force_to is not None
        begin = successor.in_force_from or successor.instrument.issued_on
        if begin and begin.is_day:
            assert entry.in_force_to.latest < begin.earliest


@pytest.mark.parametrize(
    ("sentence", "key"),
    [
        ("Chỉ thị số 33/CT-TTg ngày 26/11/2021", "33/CT-TTg@2021-11-26"),
        ("Chỉ thị số 33/CT-TTg", None),
        ("Chỉ thị số 33/CT-TTg ngày 26/11/2012", None),
        ("Chỉ thị số 02/CT-TTg ngày 04/7/2018", "2/CT-TTg@2018-07-04"),
        (
            "Nghị quyết số 25-NQ/TW của Ban Chấp hành Trung ương Đảng (khoá XI)",
            "25-NQ/TW@2013-06-03",
        ),
        ("Nghị quyết số 25-NQ/TW của Ban Chấp hành Trung ương Đảng (khoá IX)", None),
        ("Nghị định số 4/2015/NĐ-CP", "4/2015/NĐ-CP"),
        ("Nghị định số 5/2015/NĐ-CP", None),
        ("Luật Thực hiện dân chủ ở cơ sở", "10/2022/QH15"),
        ("Luật Ban hành văn bản quy phạm pháp luật năm 2015", "80/2015/QH13"),
        ("Luật Ban hành văn bản quy phạm pháp luật năm 2025", "64/2025/QH15"),
        ("Luật Ban hành văn bản quy phạm pháp luật", "80/2015/QH13"),
        ("Luật số 80/2015/QH13", "80/2015/QH13"),
    ],
)
def test_looking_up_is_careful(sentence, key):
    entry = _REGISTER.lookup(_cited(sentence), on=_DAY)
    assert (entry.key if entry else None) == key


def test_a_law_without_its_year_takes_the_day_of_the_document_that_cites():
    law = "Luật Ban hành văn bản quy phạm pháp luật"
    assert len(_REGISTER.find(law)) == 2
    assert _REGISTER.lookup(law) is None
    assert _REGISTER.lookup(law, on=datetime.date(2026, 1, 5)).key == "64/2025/QH15"


def test_a_short_mention_is_looked_up_by_its_first_full_one():
    full, short = find(
        "Chỉ thị 33/CT-TTg ngày 26/11/2021 của Thủ tướng Chính phủ. Theo Chỉ thị số 33/CT-TTg."
    )
    assert _REGISTER.lookup(short) == _REGISTER.lookup(full)
    assert _REGISTER.lookup(short.instrument) is None


def test_a_title_is_enough():
    told = _cited(
        "Chỉ thị số 16/CT-TTg về tăng cường và đổi mới công tác dân vận trong cơ quan hành chính"
    )
    assert _REGISTER.lookup(told).key == "16/CT-TTg@2016-05-16"


def test_completing_changes_nothing_that_is_said():
    said = Instrument(number=DocumentNumber.parse("1/2016/TT-BNV"), issuer="Bộ trưởng Bộ Nội vụ")
    completed = _REGISTER.complete(said)
    assert completed.kind == find_kind("Thông tư")
    assert completed.issuer == "Bộ trưởng Bộ Nội vụ"
    assert completed.title.startswith("hướng dẫn một số nội dung")
    unknown = Instrument(number=DocumentNumber.parse("9999/2016/TT-BNV"))
    assert _REGISTER.complete(unknown) == unknown


def _known(**fields):
    number = fields.pop("number", "45/QĐ-UBND")
    kind = find_kind("Quyết định")
    own = {name: fields.pop(name) for name in ("issuer", "issued_on", "title") if name in fields}
    instrument = Instrument(kind=kind, number=DocumentNumber.parse(number), **own)
    return KnownInstrument(instrument=instrument, **fields)


def test_bodies_that_share_letters_are_told_apart_by_date_and_issuer():
    day = PartialDate.parse("2019-02-01")
    own = Register([_known(issued_on=day, issuer="UBND tỉnh An Sơn")])
    (entry,) = own
    assert (
        own.lookup(_cited("Quyết định số 45/QĐ-UBND ngày 01/02/2019 của Ủy ban nhân dân tỉnh"))
        == entry
    )
    assert (
        own.lookup(_cited("Quyết định số 45/QĐ-UBND ngày 01/02/2019 của UBND huyện Tân Hải"))
        is None
    )
    assert own.lookup(_cited("Quyết định số 45/QĐ-UBND của Ủy ban nhân dân tỉnh")) is None
    wrong_day = _cited("Quyết định số 45/QĐ-UBND ngày 02/02/2019 của Ủy ban nhân dân tỉnh An Sơn")
    assert own.lookup(wrong_day) == entry


def test_entries_of_ones_own_take_the_place_of_others():
    day = PartialDate.parse("2019-02-01")
    first, second = _known(issued_on=day, source="a"), _known(issued_on=day, source="b")
    merged = Register([first]).with_entries([second])
    assert list(merged) == [second]
    with pytest.raises(ValueError, match="two entries"):
        Register([first, second])


def test_force_in_time():
    entry = _known(
        issued_on=PartialDate.parse("2019-02-01"),
        in_force_from=PartialDate.parse("2019-03-01"),
        in_force_to=PartialDate.parse("2023"),
    )
    days = ["2019-01-31", "2019-02-15", "2019-03-01", "2023-12-31", "2024-01-01"]
    states = [entry.is_in_force(datetime.date.fromisoformat(day)) for day in days]
    assert states == [False, False, True, True, False]
    assert entry.was_issued(datetime.date(2019, 1, 31)) is False
    open_ended = attrs.evolve(entry, in_force_to=None)
    assert open_ended.is_in_force(datetime.date(2030, 1, 1)) is None


def test_what_no_entry_can_be():
    with pytest.raises(ValueError, match="number or a name"):
        KnownInstrument(instrument=Instrument(title="x"))
    with pytest.raises(ValueError, match="before in force from"):
        _known(in_force_from=PartialDate.parse("2020"), in_force_to=PartialDate.parse("2019"))


def test_a_register_pickles():
    assert pickle.loads(pickle.dumps(_REGISTER)) == _REGISTER
    assert repr(_REGISTER) == f"<Register of {len(_REGISTER)} documents>"


_ROW = "Quyết định,45/QĐ-UBND,2019-02-01,UBND tỉnh An Sơn"


def test_csv_and_json_are_read_alike(tmp_path):
    table = tmp_path / "own.csv"
    table.write_text(f"\ufeff# our own\nkind,number,issued_on,issuer\n\n{_ROW}\n", "utf-8")
    items = tmp_path / "own.json"
    item = dict(zip(("kind", "number", "issued_on", "issuer"), _ROW.split(","), strict=True))
    items.write_text(json.dumps([item]), "utf-8")
    own = Register.load(table)
    assert own == Register.load(str(items))
    assert own.entries[0].instrument.issuer == "UBND tỉnh An Sơn"
    assert len(_REGISTER.with_entries(own)) == len(_REGISTER) + 1


@pytest.mark.parametrize(
    ("name", "text", "reason"),
    [
        ("a.csv", "kind,number\nQuyết định,45\n", "line 2: number: not a document number: '45'"),
        ("a.csv", "kind,number\n\nQuyết điịnh,4/QĐ-A\n", "line 3: kind: no kind of document is called"),
        ("a.csv", "number,issued_on\n# note\n4/QĐ-UBND,31/4/2020\n", "line 3: issued_on: '31/4/2020'"),
        ("a.csv", "number,issued_on\n4/QĐ-UBND,2020-04-31\n", "line 2: issued_on: '2020-04-31': a day"),
        ("a.csv", "number,date\n4/QĐ-UBND,2020\n", "line 1: no such column: 'date'; columns are kind,"),
        ("a.csv", "number,number\n", "line 1: the column 'number' stands twice"),
        ("a.csv", "number,kind\n4/QĐ-UBND,Quyết định,x\n", "line 2: 3 cells, but the head has 2"),
        ("a.csv", "number,title\n4/QĐ-UBND,x\n04/QĐ-UBND,y\n", "line 3: 4/QĐ-UBND stands at line 2"),
        ("a.csv", "kind,title\nQuyết định,x\n", "line 2: a known document has a number or a name"),
        ("a.csv", 'number,title\n4/QĐ-UBND,"x\n', "line 2: not CSV"),
        ("a.json", '[{"number": "4/QĐ-UBND"}, {"number": 4}]', "item 2: number: text was expected"),
        ("a.json", '{"number": "4/QĐ-UBND"}', "a list of objects"),
        ("a.json", '["4/QĐ-UBND"]', "item 1: an object"),
        ("a.json", "[\n{]", "line 2: not JSON"),
        ("a.json", "[" * 100_000, "nested too deeply"),
    ],
)  # fmt: skip
def test_what_is_wrong_with_a_file_is_said_with_its_place(tmp_path, name, text, reason):
    path = tmp_path / name
    path.write_text(text, "utf-8")
    with pytest.raises(ReadError) as caught:
        Register.load(path)
    assert str(caught.value).startswith(f"{path}: ")
    assert reason in str(caught.value)


def test_files_that_are_none(tmp_path):
    with pytest.raises(ReadError, match="No such file"):
        Register.load(tmp_path / "none.csv")
    binary = tmp_path / "a.csv"
    binary.write_bytes(b"number\n\xff\xfe")
    with pytest.raises(ReadError, match="line 2: not text in UTF-8"):
        Register.load(binary)
