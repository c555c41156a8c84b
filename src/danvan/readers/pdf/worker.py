"""The process in which PDF files are opened, apart from the one that asked.

PDFium is much tested, but it is C++ and reads what anyone may have made: a file can crash it, keep
it busy, or make it ask for gigabytes. One helper process is kept for all files of a program; it is
ended when a file takes too long, may only have so much memory, and when it dies the next file gets
another one. Bytes go in and JSON comes out: a file that took the process over could only lie.
"""

from __future__ import annotations

import atexit
import contextlib
import importlib.util
import json
import os
import subprocess
import sys
import threading
from pathlib import Path
from typing import Any

from danvan.errors import MissingExtraError, ReadError

#: A file may take so long.
SECONDS = 30.0
#: The helper process may have so much memory (where the system can hold it to that).
MEMORY = 450 * 1024**2

_SERVE = (
    "import sys; memory, *sys.path[:] = sys.argv[1:]; "
    "from danvan.pdfium.server import serve; serve(int(memory))"
)
_LENGTH = 8
_MOST_FILES = 500


class _Process:
    """A helper process that waits for files."""

    def __init__(self) -> None:
        self.served = 0
        self._late = False
        paths = [path or str(Path.cwd()) for path in sys.path]
        command = [sys.executable, "-I", "-c", _SERVE, str(MEMORY), *paths]
        self._process = subprocess.Popen(
            command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
        )

    def ask(self, data: bytes, seconds: float) -> dict[str, Any]:
        """What the process says of a file.

        Raises:
            EOFError: if it died over it.
            TimeoutError: if it had to be ended.
        """
        timer = threading.Timer(seconds, self._end_late)
        timer.daemon = True
        timer.start()
        try:
            return self._exchange(data, seconds)
        except (OSError, EOFError, ValueError) as error:
            if self._late:
                raise TimeoutError from error
            raise EOFError from error
        finally:
            timer.cancel()
            self.served += 1

    def _exchange(self, data: bytes, seconds: float) -> dict[str, Any]:
        into, out = self._process.stdin, self._process.stdout
        if into is None or out is None:
            raise EOFError
        head = json.dumps({"length": len(data), "seconds": seconds}).encode() + b"\n"
        into.write(head)
        into.write(data)
        into.flush()
        size = out.read(_LENGTH)
        if len(size) < _LENGTH:
            raise EOFError
        answer = out.read(int.from_bytes(size, "big"))
        return dict(json.loads(answer))

    def _end_late(self) -> None:
        self._late = True
        self._process.kill()

    def end(self) -> None:
        """End it, and wait until it has."""
        self._process.kill()
        for stream in (self._process.stdin, self._process.stdout):
            if stream is not None:
                with contextlib.suppress(OSError):
                    stream.close()
        self._process.wait()


class _Pool:
    """The one helper process of this program, made when it is first needed."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._process: _Process | None = None
        self._left: list[_Process | None] = []

    def ask(self, data: bytes, seconds: float) -> dict[str, Any]:
        with self._lock:
            if self._process is None:
                self._process = _Process()
            try:
                answer = self._process.ask(data, seconds)
            except (EOFError, TimeoutError):
                self._end()
                raise
            if self._process.served >= _MOST_FILES:
                self._end()
            return answer

    def close(self) -> None:
        with self._lock:
            self._end()

    def forked(self) -> None:
        """In a forked process: the helper belongs to the parent."""
        self._left.append(self._process)
        self._lock = threading.Lock()
        self._process = None

    def _end(self) -> None:
        if self._process is not None:
            self._process.end()
            self._process = None


_pool = _Pool()
atexit.register(_pool.close)
if hasattr(os, "register_at_fork"):
    os.register_at_fork(after_in_child=_pool.forked)


def extracted(data: bytes, name: str, seconds: float = SECONDS) -> dict[str, Any]:
    """The pages of a PDF file, as `danvan.pdfium.extract.extract` gives them.

    Raises:
        ReadError: if the file cannot be opened, takes too long or too much memory, or kills the
            process that opens it.
        MissingExtraError: if the extra ``pdf`` is not installed.
    """
    if importlib.util.find_spec("pypdfium2") is None:
        raise MissingExtraError("PDF files", "pdf")
    try:
        answer = _pool.ask(data, seconds)
    except TimeoutError:
        raise ReadError(name, f"reading it takes longer than {seconds:g} seconds") from None
    except EOFError:
        reason = "it is broken, or made so that reading it fails (memory or a crash)"
        raise ReadError(name, reason) from None
    if "error" in answer:
        raise ReadError(name, str(answer["error"]))
    return answer
