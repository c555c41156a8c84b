"""`Reader`: what turns the bytes of one kind of file into a source; and the readers there are."""

from __future__ import annotations

import threading
from importlib import metadata
from typing import TYPE_CHECKING, Protocol, runtime_checkable

if TYPE_CHECKING:
    from danvan.text import Source

#: The group of entry points in which packages may offer readers; they count only when named.
ENTRY_POINTS = "danvan.readers"


@runtime_checkable
class Reader(Protocol):
    """Reads one kind of file (trình đọc tệp).

    ``load`` asks each reader in turn whether it recognises the content, and only where none does
    looks for one that has the ending of the file's name.
    """

    @property
    def name(self) -> str:
        """What the kind is called, in lower case: "docx"."""
        ...

    @property
    def suffixes(self) -> tuple[str, ...]:
        """The endings of names that such files have, in lower case with their dot."""
        ...

    def recognises(self, data: bytes) -> bool:
        """Whether the content itself shows that it is of this kind; quick, and never raises."""
        ...

    def read(self, data: bytes, name: str) -> Source:
        """The text of the file, with what the file knew beside it as the source's layout.

        Args:
            data: the whole content.
            name: what messages and the source call the file.

        Raises:
            ReadError: if the content cannot be read, with the reason in one line.
        """
        ...


_registered: tuple[Reader, ...] = ()
_lock = threading.Lock()


def register(reader: Reader) -> None:
    r"""Let `load` know a reader (đăng ký trình đọc); it is asked before all others.

    A reader of the same name that was registered before gives way to it.

    Args:
        reader: anything with the attributes and methods of `Reader`.

    Raises:
        TypeError: if it lacks one of them.

    >>> from danvan.readers import read, register, unregister
    >>> from danvan.text import Source
    >>> class Upside:
    ...     name, suffixes = "upside-down", (".txet",)
    ...
    ...     def recognises(self, data):
    ...         return data.startswith(b"\x00txet")
    ...
    ...     def read(self, data, name):
    ...         return Source(data[5:].decode()[::-1], name=name)
    >>> register(Upside())
    >>> read("\x00txetHCẠOH ẾK".encode()).text
    'KẾ HOẠCH'
    >>> unregister("upside-down")
    """
    if not isinstance(reader, Reader) or isinstance(reader, type):
        msg = f"a reader has name, suffixes, recognises and read; {reader!r} has not"
        raise TypeError(msg)
    global _registered  # noqa: PLW0603 - the one registry, replaced as a whole under the lock
    with _lock:
        _registered = (reader, *(r for r in _registered if r.name != reader.name))


def unregister(name: str) -> None:
    """Forget the registered reader of this name.

    Raises:
        KeyError: if none is registered.
    """
    global _registered  # noqa: PLW0603 - as above
    with _lock:
        kept = tuple(r for r in _registered if r.name != name)
        if len(kept) == len(_registered):
            raise KeyError(name)
        _registered = kept


def registered() -> tuple[Reader, ...]:
    """The readers that were registered, the last one first."""
    return _registered


def offered(name: str) -> Reader | None:
    """The reader that an installed package offers under this name, or None.

    Only the entry point of this name is loaded, and only when it is asked for here.
    """
    for point in metadata.entry_points(group=ENTRY_POINTS, name=name):
        made = point.load()
        reader = made() if isinstance(made, type) else made
        if not isinstance(reader, Reader):
            msg = f"the entry point {name!r} of {ENTRY_POINTS} is no reader: {reader!r}"
            raise TypeError(msg)
        return reader
    return None
