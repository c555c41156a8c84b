"""Documents that LibreOffice must convert first: .doc and .rtf (tệp Word cũ)."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from danvan.errors import ReadError
from danvan.readers import docx

if TYPE_CHECKING:
    from danvan.text import Source

#: A conversion may take so many seconds.
TIMEOUT = 60
_PROGRAMS = ("soffice", "libreoffice")
_LARGEST = 64 * 1024 * 1024
_WORD_STREAM = "WordDocument".encode("utf-16-le")
_RTF = b"{\\rtf"
# No macro runs, no link is updated, nothing is fetched.
_SETTINGS = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Common/Security/Scripting">
<prop oor:name="MacroSecurityLevel" oor:op="fuse"><value>3</value></prop>
<prop oor:name="DisableMacrosExecution" oor:op="fuse"><value>true</value></prop>
<prop oor:name="BlockUntrustedRefererLinks" oor:op="fuse"><value>true</value></prop>
</item>
<item oor:path="/org.openoffice.Office.Writer/Content/Update">
<prop oor:name="Link" oor:op="fuse"><value>0</value></prop>
</item>
</oor:items>
"""


def program() -> str | None:
    """Where LibreOffice is, or None if it is not installed."""
    return next((path for path in map(shutil.which, _PROGRAMS) if path), None)


def read(data: bytes, name: str) -> Source:
    """Read a document of Word 97 to 2003 (.doc) or in RTF, as `danvan.readers.Reader.read`.

    LibreOffice turns it into a .docx in a folder of its own, which is removed; it runs no macros
    and follows no links.
    """
    if data.startswith(_RTF):
        kind, suffix, form = "an RTF document", ".rtf", "Rich Text Format"
    elif _WORD_STREAM in data:
        kind, suffix, form = "a document of Word 97 to 2003 (.doc)", ".doc", "MS Word 97"
    else:
        raise ReadError(name, "it is an old office file (OLE) without a document of Word in it")
    office = program()
    if office is None:
        reason = f"it is {kind}, for which LibreOffice (soffice) must be installed"
        raise ReadError(name, f"{reason}; else save it as .docx")
    with tempfile.TemporaryDirectory(prefix="danvan-") as folder:
        converted = _converted(office, data, Path(folder), suffix, form)
        if converted is None:
            reason = "LibreOffice cannot convert it: it is broken, encrypted or no such document"
            raise ReadError(name, reason)
    return docx.read(converted, name)


def _converted(office: str, data: bytes, folder: Path, suffix: str, form: str) -> bytes | None:
    """The document as .docx, or None if nothing came out within the time."""
    document = folder / f"document{suffix}"
    document.write_bytes(data)
    profile = folder / "profile"
    (profile / "user").mkdir(parents=True)
    (profile / "user" / "registrymodifications.xcu").write_text(_SETTINGS, encoding="utf-8")
    command = [
        office,
        f"-env:UserInstallation={profile.as_uri()}",
        "--headless",
        "--norestore",
        "--nolockcheck",
        f"--infilter={form}",
        "--convert-to",
        "docx:MS Word 2007 XML",
        "--outdir",
        str(folder),
        str(document),
    ]
    _run(command, folder)
    made = folder / "document.docx"
    if not made.is_file() or made.stat().st_size > _LARGEST:
        return None
    return made.read_bytes()


def _run(command: list[str], folder: Path) -> None:
    """Run a program with nothing but its path from around it; end it with its children in time."""
    surroundings = {"HOME": str(folder), "TMPDIR": str(folder), "PATH": os.environ.get("PATH", "")}
    with subprocess.Popen(
        command,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        env=surroundings,
        cwd=folder,
        start_new_session=True,
    ) as process:
        try:
            process.wait(TIMEOUT)
        except subprocess.TimeoutExpired:
            _end(process)


def _end(process: subprocess.Popen[bytes]) -> None:
    """End a program and all that it started."""
    if hasattr(os, "killpg"):
        os.killpg(process.pid, signal.SIGKILL)
    else:
        process.kill()
