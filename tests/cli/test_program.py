"""The command line as a program: exit codes, standard streams, signals, locale, time."""

import json
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

import danvan as package


def test_version(danvan):
    done = danvan("--version")
    assert (done.returncode, done.stdout) == (0, f"danvan {package.__version__}\n".encode())


def test_version_is_told_at_once():
    """Without the parser of plans: nothing heavier than argparse is imported."""
    command = [sys.executable, "-X", "importtime", "-m", "danvan", "--version"]
    imported = subprocess.run(command, capture_output=True, check=True, encoding="utf-8").stderr
    modules = {line.rsplit("|", 1)[1].strip() for line in imported.splitlines()}
    assert "argparse" in modules
    assert modules.isdisjoint({"attrs", "cattrs", "pendulum", "rich", "lxml", "danvan.plan"})


def test_the_version_needs_neither_plans_nor_libraries():
    code = (
        "import sys; from danvan.cli import main\n"
        "try: main(['--version'])\n"
        "except SystemExit: pass\n"
        "print(sorted({'danvan.plan', 'danvan.checks', 'attrs', 'lxml', 'rich'} & set(sys.modules)))"
    )
    shown = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True, text=True)
    assert shown.stdout.splitlines()[1:] == ["[]"]


@pytest.mark.parametrize(
    "arguments", [(), ("parse",), ("parse", "--format", "xml", "a"), ("read", "a")]
)
def test_wrong_usage_is_2(danvan, arguments):
    done = danvan(*arguments)
    assert done.returncode == 2
    assert done.stderr.startswith(b"usage: danvan")


@pytest.mark.parametrize("command", ["parse", "deadlines", "citations"])
def test_help_has_examples_and_exit_codes(danvan, command):
    done = danvan(command, "--help", encoding="utf-8")
    assert done.returncode == 0
    assert "exit codes:" in done.stdout
    assert "examples:" in done.stdout


@pytest.mark.parametrize("locale", ["C", "C.UTF-8"])
def test_output_is_utf_8_in_any_locale(danvan, plan_file, locale):
    env = {**os.environ, "LC_ALL": locale, "PYTHONUTF8": "0", "PYTHONIOENCODING": "ascii"}
    done = danvan("parse", plan_file, env=env)
    assert done.returncode == 0
    assert "Công tác dân vận năm 2024" in done.stdout.decode("utf-8")


def test_standard_input(danvan, plan_file):
    with Path(plan_file).open("rb") as stream:
        done = danvan("parse", "--format", "json", "-", stdin=stream)
    assert done.returncode == 0
    assert json.loads(done.stdout)["source"]["name"] == "<stdin>"


def test_every_bad_file_is_told_in_one_line_and_the_others_are_read(danvan, plan_file, tmp_path):
    (tmp_path / "empty.txt").touch()
    (tmp_path / "latin.txt").write_bytes(b"K\xe9 ho\xe1ch")
    (tmp_path / "scan.pdf").write_bytes(b"%PDF-1.7")
    files = ["nowhere.txt", str(tmp_path), "empty.txt", "latin.txt", plan_file, "scan.pdf"]
    done = danvan("parse", "--format", "json", *files, encoding="utf-8")
    assert done.returncode == 2
    assert done.stderr.splitlines() == [
        "danvan: nowhere.txt: there is no such file",
        f"danvan: {tmp_path}: it is a directory",
        "danvan: empty.txt: it is empty",
        "danvan: latin.txt: it is not UTF-8: wrong byte 0xE9 at offset 1",
        "danvan: scan.pdf: it is a broken or truncated PDF file",
    ]
    assert len(done.stdout.splitlines()) == 1


def test_names_of_files_cannot_write_to_the_terminal(danvan):
    done = danvan("parse", "\x1b[2Jno\nwhere", encoding="utf-8")
    assert done.returncode == 2
    assert done.stderr.startswith("danvan: ")
    assert done.stderr.count("\n") == 1
    assert "\x1b" not in done.stderr


def test_a_closed_pipe_ends_it_quietly(plan_file):
    command = [sys.executable, "-m", "danvan", "parse", "--format", "json", *[plan_file] * 200]
    read_end, write_end = os.pipe()
    os.close(read_end)
    try:
        done = subprocess.run(command, stdout=write_end, stderr=subprocess.PIPE, check=False)
    finally:
        os.close(write_end)
    assert (done.returncode, done.stderr) == (141, b"")


@pytest.mark.skipif(sys.platform == "win32", reason="there are no such signals")
def test_an_interrupt_ends_it_quietly(plan_file):
    command = [sys.executable, "-m", "danvan", "parse", plan_file, "-"]
    with subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as process:
        process.stdout.read(1)
        process.send_signal(signal.SIGINT)
        _, errors = process.communicate(timeout=20)
    assert (process.returncode, errors) == (130, b"")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no /dev/full")
def test_a_full_disk_is_told_in_one_line(plan_file):
    command = [sys.executable, "-m", "danvan", "parse", plan_file]
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(command, stdout=full, stderr=subprocess.PIPE, check=False)
    assert done.returncode == 2
    assert done.stderr.startswith(b"danvan: standard output: ")
    assert done.stderr.count(b"\n") == 1


@pytest.mark.skipif(os.name != "posix", reason="the shell closes the streams")
@pytest.mark.parametrize(
    ("redirection", "code", "errors"),
    [(">&-", 0, b""), ("<&-", 2, b"danvan: <stdin>: it is closed\n")],
)
def test_closed_streams(plan_file, redirection, code, errors):
    file = "-" if redirection == "<&-" else plan_file
    command = f"{sys.executable} -m danvan parse {file} {redirection}"
    done = subprocess.run(["/bin/sh", "-c", command], capture_output=True, check=False)
    assert (done.returncode, done.stderr) == (code, errors)
