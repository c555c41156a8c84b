"""``danvan check``, ``danvan rules`` and ``danvan explain``."""

import codecs
import io
import json
import stat
import sys
import unicodedata
from pathlib import Path

import pytest

import danvan
from danvan.checks import rules
from danvan.cli import main
from danvan.cli.safe import width
from tests.readers.encodings.legacy import as_bytes
from tests.readers.packages import archive_of, document, package

PLAN = """\
ỦY BAN NHÂN DÂN
HUYỆN TÂN BIÊN

Số: 5 /KH-UBND
Tân Biên, ngày 5 tháng 02 năm 2024

KẾ HOẠCH
Trồng cây năm 2024

I. NỘI DUNG
1. 漢字\tvà và “Tết trồng cây ở ba ấp.
"""
SELECT = ("--select", "N105,N106,D105,S116,S117")
TEXT = """\
a.txt:4:5: N105 warning: Số, ký hiệu 5 /KH-UBND có khoảng trắng thừa
   |
 4 | Số: 5 /KH-UBND
   |     ^^^^^^^^^^

a.txt:4:5: N106 warning: Số 5/KH-UBND thiếu số 0 ở trước
   |
 4 | Số: 5 /KH-UBND
   |     ^^^^^^^^^^

a.txt:5:16: D105 warning: Ngày ban hành ghi 5, đúng là 05
   |
 5 | Tân Biên, ngày 5 tháng 02 năm 2024
   |                ^

a.txt:11:7: S116 warning: Từ bị lặp: “và và”
    |
 11 | 1. 漢字 và và “Tết trồng cây ở ba ấp.
    |         ^^^^^

a.txt:11:13: S117 warning: Dấu ngoặc kép “ không có dấu đi đôi
    |
 11 | 1. 漢字 và và “Tết trồng cây ở ba ấp.
    |               ^

1 document: 5 warnings; 3 can be mended with --fix
"""
MENDED = PLAN.replace("5 /KH", "05/KH").replace("ngày 5 ", "ngày 05 ")


@pytest.fixture(autouse=True)
def folder(tmp_path, monkeypatch):
    """A working directory without settings."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


def write(name: str, text: str = PLAN, encoding: str = "utf-8") -> str:
    Path(name).write_bytes(text.encode(encoding))
    return name


def ran(capsys, *arguments: str) -> tuple[int, str, str]:
    code = main(["check", *arguments])
    captured = capsys.readouterr()
    return code, captured.out, captured.err


def without_help(text: str) -> str:
    kept = [line for line in text.splitlines() if not line.startswith(("  = help", " " * 10))]
    return "\n".join(kept) + "\n"


def test_text_marks_the_places(capsys):
    code, text, errors = ran(capsys, write("a.txt"), *SELECT)
    assert (code, errors) == (1, "")
    assert without_help(text) == TEXT
    assert "  = help: No word is written twice by mistake. " in text


def test_marks_stand_under_letters_with_combining_marks(capsys):
    _, text, _ = ran(capsys, write("a.txt", unicodedata.normalize("NFD", PLAN)), *SELECT)
    lines = text.splitlines()
    at = next(i for i, line in enumerate(lines) if "S116" in line)
    excerpt, marks = lines[at + 2], lines[at + 3]
    before = excerpt[: excerpt.index(unicodedata.normalize("NFD", "và và"))]
    assert marks.index("^") == width(before)
    assert marks.count("^") == 5


def test_long_lines_are_cut_around_the_place(capsys):
    write(
        "a.txt", "KẾ HOẠCH\n\nI. NỘI DUNG\n" + "Trồng cây " * 4000 + "của của " + "ven kênh " * 4000
    )
    _, text, _ = ran(capsys, "a.txt", "--select", "S116")
    excerpt = next(line for line in text.splitlines() if "của của" in line and "|" in line)
    assert excerpt.count("…") == 2
    assert width(excerpt) < 120


def test_documents_cannot_write_to_the_terminal(capsys):
    write("a.txt", "KẾ HOẠCH\nTrồng cây\n\nI. NỘI DUNG\nTrồng \x1b[2J\u202e của của cây\x9b.\n")
    for form in ("text", "json", "sarif", "github"):
        _, text, _ = ran(capsys, "a.txt", "--format", form)
        assert not {"\x1b", "\u202e", "\x9b"} & set(text), form


def test_json_has_a_line_for_each_finding(capsys):
    code, text, _ = ran(capsys, write("a.txt"), *SELECT, "--format", "json")
    rows = [json.loads(line) for line in text.splitlines()]
    assert code == 1
    assert [row["code"] for row in rows] == ["N105", "N106", "D105", "S116", "S117"]
    first = rows[0]
    assert PLAN[slice(*first["span"])] == "5 /KH-UBND"
    assert (first["file"], first["line"], first["column"], first["end_column"]) == (
        "a.txt",
        4,
        5,
        15,
    )
    assert first["edits"] == [{"span": first["span"], "text": "5/KH-UBND"}]


def test_github_commands_escape_what_would_end_them(capsys):
    name = write("a,b:100%.txt", PLAN.replace("và và", "100% và và"))
    _, text, _ = ran(capsys, name, "--select", "S116", "--format", "github")
    assert text == (
        "::warning file=a%2Cb%3A100%25.txt,line=11,endLine=11,col=12,endColumn=17,title=S116::"
        "Từ bị lặp: “và và”\n"
    )


def test_github_messages_stay_on_one_line(capsys):
    write("a.txt", PLAN.replace("và và", "và\nvà").replace("5 /KH", "5% /KH"))
    _, text, _ = ran(capsys, "a.txt", "--format", "github")
    assert all(line.startswith("::") for line in text.splitlines())


def test_sarif(capsys):
    name = write("kế hoạch.txt")
    _, text, _ = ran(capsys, name, *SELECT, "--ignore", "N106", "--format", "sarif")
    log = json.loads(text)
    assert log["version"] == "2.1.0"
    (one,) = log["runs"]
    driver = one["tool"]["driver"]
    assert driver["semanticVersion"] == danvan.__version__
    assert [rule["id"] for rule in driver["rules"]] == ["N105", "D105", "S116", "S117"]
    assert one["columnKind"] == "unicodeCodePoints"
    for result in one["results"]:
        assert driver["rules"][result["ruleIndex"]]["id"] == result["ruleId"]
        assert result["level"] == "warning"
        assert result["message"]["text"]
    place = one["results"][0]["locations"][0]["physicalLocation"]
    assert place["artifactLocation"]["uri"] == "k%E1%BA%BF%20ho%E1%BA%A1ch.txt"
    region = {"startLine": 4, "startColumn": 5, "endLine": 4, "endColumn": 15}
    assert place["region"] == region
    change = one["results"][0]["fixes"][0]["artifactChanges"][0]
    assert change["replacements"] == [
        {"deletedRegion": region, "insertedContent": {"text": "5/KH-UBND"}}
    ]


@pytest.mark.parametrize(
    ("select", "fail_on", "code"),
    [
        ("S116", "warning", 1),
        ("S116", "error", 0),
        ("S116", "note", 1),
        ("S118", "note", 0),
        ("D103", "error", 1),
    ],
)
def test_fail_on_says_what_is_grave(capsys, select, fail_on, code):
    write("a.txt", PLAN.replace("ba ấp.", "ba ấp” trước ngày 31/02/2024."))
    assert ran(capsys, "a.txt", "--select", select, "--fail-on", fail_on)[0] == code


def test_messages_in_english(capsys):
    _, text, _ = ran(capsys, write("a.txt"), "--select", "S116", "--language", "en")
    assert "a.txt:11:7: S116 warning: A word is doubled: “và và”" in text


@pytest.mark.parametrize("option", ["--select", "--ignore"])
def test_a_selection_that_means_no_rule_is_told(capsys, option):
    code, text, errors = ran(capsys, write("a.txt"), option, "S11G")
    assert (code, text) == (2, "")
    assert errors.startswith("danvan: no rule is called 'S11G'; did you mean S1")


def test_a_missing_file_is_told_and_the_others_are_checked(capsys):
    code, text, errors = ran(capsys, "b.txt", write("a.txt"), *SELECT)
    assert code == 2
    assert errors == "danvan: b.txt: there is no such file\n"
    assert without_help(text) == TEXT


def test_a_missing_plan_above_ends_it(capsys):
    code, text, errors = ran(capsys, write("a.txt"), "--against", "b.txt")
    assert (code, text) == (2, "")
    assert errors == "danvan: b.txt: there is no such file\n"


def test_against_the_plan_above(capsys):
    write("tinh.txt", "Số: 12/KH-UBND\nTây Ninh, ngày 10 tháng 3 năm 2024\n\nKẾ HOẠCH\nTrồng cây\n")
    _, text, _ = ran(capsys, write("a.txt"), "--select", "H103", "--against", "tinh.txt")
    assert "H103 error" in text


def test_standard_input(capsys, monkeypatch):
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(PLAN.encode())))
    code, text, errors = ran(capsys, "-", *SELECT)
    assert (code, errors) == (1, "")
    assert "-:11:7: S116 warning" in text


def test_standard_input_cannot_be_mended_but_compared(capsys, monkeypatch):
    def given():
        return io.TextIOWrapper(io.BytesIO(PLAN.encode()))

    monkeypatch.setattr(sys, "stdin", given())
    code, text, errors = ran(capsys, "-", *SELECT, "--fix")
    assert code == 2
    assert errors == "danvan: -: only files of plain text can be mended\n"
    assert "S116" in text
    monkeypatch.setattr(sys, "stdin", given())
    code, text, errors = ran(capsys, "-", *SELECT, "--diff")
    assert (code, errors) == (1, "")
    assert "+Số: 05/KH-UBND" in text.splitlines()


def test_a_register_of_ones_own(capsys):
    write(
        "van-ban.csv",
        "kind,number,issued_on,issuer,title\n"
        "Chỉ thị,45/CT-TTg,2023-03-15,Thủ tướng Chính phủ,về trồng cây ven kênh\n",
    )
    write("a.txt", "KẾ HOẠCH\n\nThực hiện Chỉ thị số 45/CT-TTg ngày 16/3/2023 của Thủ tướng.\n")
    assert "C201" not in ran(capsys, "a.txt", "--select", "C2")[1]
    assert "C201" in ran(capsys, "a.txt", "--select", "C2", "--register", "van-ban.csv")[1]
    write("pyproject.toml", '[tool.danvan]\nregister = "van-ban.csv"\n')
    assert "C201" in ran(capsys, "a.txt", "--select", "C2")[1]


RULES = """\
from danvan import Severity
from danvan.checks import Fault, rule

print("imported")


@rule(code="X001", name="short", severity=Severity.ERROR, about="Đủ dài.")
def short(case):
    yield Fault(span=case.title, message="Ngắn quá", message_en="Too short")
"""


def test_rules_of_ones_own_are_loaded_where_they_are_named(capsys, folder, monkeypatch):
    monkeypatch.delitem(sys.modules, "our_office_rules", raising=False)
    write("our_office_rules.py", RULES)
    write("a.txt")
    assert "imported" not in ran(capsys, "a.txt", "--select", "S116")[1]
    write("pyproject.toml", '[tool.danvan]\nrules = ["our_office_rules"]\nselect = ["X", "S116"]\n')
    below = folder / "below"
    below.mkdir()
    monkeypatch.chdir(below)
    code, text, errors = ran(capsys, "../a.txt")
    assert (code, errors) == (1, "")
    assert "X001 error: Ngắn quá" in text
    assert str(folder) not in sys.path
    monkeypatch.delitem(sys.modules, "our_office_rules")


@pytest.mark.parametrize("module", ["raise ValueError('x')", "def", None])
def test_a_module_of_rules_that_cannot_be_imported_is_told(capsys, monkeypatch, module):
    monkeypatch.delitem(sys.modules, "broken_rules", raising=False)
    monkeypatch.delenv("DANVAN_TRACEBACK", raising=False)
    if module is not None:
        write("broken_rules.py", module)
    write("a.toml", '[tool.danvan]\nrules = ["broken_rules"]\n')
    code, text, errors = ran(capsys, write("a.txt"), "--config", "a.toml")
    assert (code, text) == (2, "")
    assert errors.startswith("danvan: broken_rules: this module of rules cannot be imported (")
    assert errors.count("\n") == 1


def test_a_fault_of_a_rule_is_told_in_one_line(capsys, monkeypatch):
    monkeypatch.delitem(sys.modules, "failing_rules", raising=False)
    monkeypatch.delenv("DANVAN_TRACEBACK", raising=False)
    broken = RULES.replace("yield Fault", "raise RuntimeError('no\\nwhere')\n    yield Fault")
    write("failing_rules.py", broken)
    write("a.toml", '[tool.danvan]\nrules = ["failing_rules"]\n')
    code, _, errors = ran(capsys, write("a.txt"), "--config", "a.toml")
    assert code == 2
    assert errors == "danvan: a.txt: a fault of a rule (RuntimeError: no where)\n"


@pytest.mark.parametrize(
    "settings", ["[tool.danvan", "tool = 3", "[tool]\ndanvan = []", "[tool.danvan]\nfail-on = 3"]
)
def test_wrong_settings_are_told(capsys, settings):
    write("a.toml", settings)
    code, text, errors = ran(capsys, write("a.txt"), "--config", "a.toml")
    assert (code, text) == (2, "")
    assert errors.startswith("danvan: a.toml: ")
    assert errors.count("\n") == 1


@pytest.mark.parametrize(
    ("mark", "encoding"),
    [
        (b"", "utf-8"),
        (codecs.BOM_UTF8, "utf-8"),
        (codecs.BOM_UTF16_LE, "utf-16-le"),
        (codecs.BOM_UTF16_BE, "utf-16-be"),
    ],
)
@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r"])
def test_what_is_mended_keeps_its_form(capsys, folder, mark, encoding, line_end):
    file = folder / "a.txt"
    file.write_bytes(mark + PLAN.replace("\n", line_end).encode(encoding))
    file.chmod(0o640)
    code, text, errors = ran(capsys, "a.txt", *SELECT, "--fix")
    assert (code, errors) == (1, "")
    assert file.read_bytes() == mark + MENDED.replace("\n", line_end).encode(encoding)
    assert stat.S_IMODE(file.stat().st_mode) == 0o640
    assert text.endswith("1 document: 2 warnings\n")
    assert [path.name for path in folder.iterdir()] == ["a.txt"]


def test_a_link_stays_a_link(capsys, folder):
    write("a.txt")
    (folder / "b.txt").symlink_to("a.txt")
    assert ran(capsys, "b.txt", "--select", "N", "--fix", "--fail-on", "error")[0] == 0
    assert (folder / "b.txt").is_symlink()
    assert "Số: 05/KH-UBND" in (folder / "a.txt").read_text(encoding="utf-8")


def test_text_in_an_old_encoding_is_left_alone(capsys, folder):
    sentence = "Các đơn vị phối hợp với nhân dân trồng cây ở các tuyến kênh của huyện.\n" * 3
    old = as_bytes(f"Số: 5 /KH-UBND\n\nKế hoạch\n\n{sentence}", "tcvn3")
    (folder / "a.txt").write_bytes(old)
    code, text, errors = ran(capsys, "a.txt", "--select", "N105", "--fix")
    assert "N105" in text
    assert code == 2
    assert errors == "danvan: a.txt: only files of plain text in Unicode can be mended\n"
    assert (folder / "a.txt").read_bytes() == old


@pytest.mark.parametrize("step", ["may", "replace", "make"])
def test_what_cannot_be_written_stays_as_it_was(capsys, folder, monkeypatch, step):
    write("a.txt")

    def refuse(*_, **__):
        raise PermissionError(13, "Permission denied")

    if step == "may":
        monkeypatch.setattr("danvan.cli.mended.os.access", lambda *_: False)
    elif step == "replace":
        monkeypatch.setattr("danvan.cli.mended.Path.replace", refuse)
    else:
        monkeypatch.setattr("danvan.cli.mended.tempfile.NamedTemporaryFile", refuse)
    code, text, errors = ran(capsys, "a.txt", *SELECT, "--fix")
    assert code == 2
    assert errors.startswith("danvan: a.txt: ")
    assert errors.count("\n") == 1
    assert without_help(text) == TEXT
    assert [path.name for path in folder.iterdir()] == ["a.txt"]
    assert (folder / "a.txt").read_text(encoding="utf-8") == PLAN


def test_a_difference_changes_nothing(capsys, folder):
    for more in ([], ["--fix"], ["--format", "sarif"]):
        code, text, errors = ran(capsys, write("a.txt"), *SELECT, "--diff", *more)
        assert (code, errors) == (1, "")
        assert text.splitlines() == [
            "--- a.txt",
            "+++ a.txt",
            "@@ -1,8 +1,8 @@",
            " ỦY BAN NHÂN DÂN",
            " HUYỆN TÂN BIÊN",
            " ",
            "-Số: 5 /KH-UBND",
            "-Tân Biên, ngày 5 tháng 02 năm 2024",
            "+Số: 05/KH-UBND",
            "+Tân Biên, ngày 05 tháng 02 năm 2024",
            " ",
            " KẾ HOẠCH",
            " Trồng cây năm 2024",
        ]
        assert (folder / "a.txt").read_text(encoding="utf-8") == PLAN


def test_documents_of_word_and_archives_are_checked_and_not_mended(capsys, folder):
    lines = "".join(f"<w:p><w:r><w:t>{line}</w:t></w:r></w:p>" for line in PLAN.splitlines())
    (folder / "a.docx").write_bytes(package(document(lines)))
    (folder / "a.zip").write_bytes(archive_of({"b.txt": PLAN.encode()}))
    before = {path: path.read_bytes() for path in folder.iterdir()}
    code, text, errors = ran(capsys, "a.docx", "a.zip", *SELECT, "--fix")
    assert code == 2
    assert errors == (
        "danvan: a.docx: only files of plain text can be mended\n"
        "danvan: a.zip/b.txt: only files of plain text can be mended\n"
    )
    assert text.count("S116") == 2
    assert {path: path.read_bytes() for path in folder.iterdir()} == before


def test_rules_are_listed(capsys):
    assert main(["rules", "--select", "N10"]) == 0
    text = capsys.readouterr().out
    assert text.startswith("Rules (9)\n")
    assert "number-stray-space" in text
    assert main(["rules", "--format", "json"]) == 0
    rows = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [row["code"] for row in rows] == [rule.code for rule in rules()]


def test_a_rule_is_explained(capsys):
    assert main(["explain", "C201", "date-padding"]) == 0
    text = capsys.readouterr().out
    assert text.startswith("C201 known-date-otherwise\n")
    assert "D106 date-padding\n" in text
    assert text.count("fails:\n    ") == text.count("passes:\n    ") == 2
    assert main(["explain", "Z9"]) == 2
    assert capsys.readouterr().err == "danvan: no rule is called 'Z9'\n"


@pytest.mark.parametrize("rule", rules(), ids=lambda rule: rule.code)
def test_every_rule_can_be_explained(capsys, rule):
    assert main(["explain", rule.code]) == 0
    assert capsys.readouterr().out.startswith(f"{rule.code} {rule.name}\n")
