"""The server: what the helper process does."""

from __future__ import annotations

import contextlib
import json
import os
import sys

from danvan.pdfium.extract import CannotReadError, extract

try:
    import resource
except ImportError:  # systems other than Unix cannot limit memory so
    resource = None  # type: ignore[assignment]  # None stands for its absence


def serve(memory: int) -> None:
    """Answer for files that come in by standard input, until it ends.

    Before each file stands a line of JSON with its length and the seconds it may take; before each
    answer, which is JSON too, stand eight bytes with its length.

    Args:
        memory: how many bytes of memory the process may have.
    """
    if resource is not None:
        with contextlib.suppress(OSError, ValueError):
            resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
            resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    out = os.fdopen(os.dup(sys.stdout.fileno()), "wb")
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    while head := sys.stdin.buffer.readline():
        asked = json.loads(head)
        answer = _answer(sys.stdin.buffer.read(asked["length"]), asked["seconds"])
        out.write(len(answer).to_bytes(8, "big"))
        out.write(answer)
        out.flush()


def _answer(data: bytes, seconds: float) -> bytes:
    try:
        return json.dumps(extract(data, seconds)).encode()
    except CannotReadError as error:
        return json.dumps({"error": str(error)}).encode()
    except MemoryError:
        return json.dumps({"error": "reading it takes too much memory"}).encode()
