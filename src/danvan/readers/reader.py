"""`Reader`: what turns the bytes of one kind of file into a source."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from danvan.text import Source


class Reader(Protocol):
    """Reads one kind of file (trình đọc tệp).

    ``load`` asks each reader in turn whether it recognises the content, and only where none does
    looks for one that has the ending of the file's name.
    """

    @property
    def suffixes(self) -> tuple[str, ...]:
        """The endings of names that such files have, in lower case with their dot."""
        ...

    def recognises(self, data: bytes) -> bool:
        """Whether the content itself shows that it is of this kind."""
        ...

    def read(self, data: bytes, name: str) -> Source:
        """The text of the file.

        Args:
            data: the whole content.
            name: what messages and the source call the file.

        Raises:
            ReadError: if the content cannot be read, with the reason in one line.
        """
        ...
