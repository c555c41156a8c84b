"""Elements by their local names, their texts and days, and what is wrong with them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from lxml import etree

from danvan.dates import PartialDate
from danvan.errors import SchemaError, SchemaProblem
from danvan.findings import Finding, Severity
from danvan.formats.edxml.message import one_line
from danvan.formats.edxml.vocabulary import LONGEST

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element as Element

# 2024/02/05 and 2024-02-05, 05/02/2024 and 05-02-2024; a time may follow.
_DAYS = (
    re.compile(r"(?P<year>[0-9]{4})[/-](?P<month>[0-9]{1,2})[/-](?P<day>[0-9]{1,2})(?!\w)"),
    re.compile(r"(?P<day>[0-9]{1,2})[/-](?P<month>[0-9]{1,2})[/-](?P<year>[0-9]{4})(?!\w)"),
)


def refusal(reason: str, line: int | None = None) -> SchemaError:
    """The error for a message that is refused as a whole."""
    return SchemaError([SchemaProblem("/", reason, line=line)])


def local(element: Element) -> str:
    """The name of an element without its namespace."""
    return etree.QName(element).localname


def named(within: Element, name: str) -> Iterator[Element]:
    """The elements of a local name anywhere within one, in whatever namespace."""
    return within.iter(f"{{*}}{name}")


def child(parent: Element | None, name: str) -> Element | None:
    """The first child of a local name."""
    return next(children(parent, name), None)


def children(parent: Element | None, name: str) -> Iterator[Element]:
    """The children of a local name."""
    return (each for each in (() if parent is None else parent) if local(each) == name)


def raw_text(element: Element) -> str:
    """All text in an element, as it stands there."""
    return "".join(str(piece) for piece in element.itertext())


class Reading:
    """Reads texts and days, and collects what is wrong with them."""

    def __init__(self) -> None:
        self._findings: dict[Finding, None] = {}

    @property
    def findings(self) -> tuple[Finding, ...]:
        """What is wrong so far, each thing once."""
        return tuple(self._findings)

    def text(self, parent: Element | None, name: str) -> str | None:
        """The text of the first child of a name, None where there is none."""
        return next(self.texts(parent, name), None)

    def texts(self, parent: Element | None, name: str) -> Iterator[str]:
        """The texts of the children of a name."""
        for element in children(parent, name):
            text = one_line(raw_text(element))
            if text:
                self._measure(element, text)
                yield text

    def _measure(self, element: Element, text: str) -> None:
        parent = element.getparent()
        key = ("" if parent is None else local(parent), local(element))
        longest = LONGEST.get(key)
        if longest is not None and len(text) > longest:
            name = "/".join(key)
            self.find(
                "E101",
                f"{name} dài {len(text)} ký tự, tối đa {longest}",
                f"{name} has {len(text)} characters, at most {longest} are allowed",
            )

    def day(self, parent: Element | None, name: str) -> PartialDate | None:
        """The day in a child, in one of the forms in use."""
        text = self.text(parent, name)
        if text is None:
            return None
        found = next(filter(None, (form.match(text) for form in _DAYS)), None)
        if found is not None:
            year, month, day = (int(found[part]) for part in ("year", "month", "day"))
            try:
                return PartialDate(year=year, month=month, day=day)
            except ValueError:
                pass
        self.unreadable(name, text)
        return None

    def unreadable(self, name: str, text: str) -> None:
        """Note a value that cannot be read."""
        self.find("E102", f"không đọc được {name}: {text!r}", f"{name} cannot be read: {text!r}")

    def lost(self, name: str, reason: str, reason_en: str) -> None:
        """Note a file that is not there."""
        self.find("E103", f"tệp {name!r} {reason}", f"the file {name!r} {reason_en}")

    def find(self, code: str, message: str, message_en: str) -> None:
        """Note what is wrong."""
        finding = Finding(
            code=code,
            severity=Severity.WARNING,
            message=message,
            message_en=message_en,
            help="QCVN 102:2016/BTTTT",
        )
        self._findings[finding] = None
