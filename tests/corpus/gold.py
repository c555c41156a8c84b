"""Truth written by hand: reads ``*.gold.json`` beside or apart from its text.

A value is given as text, or as ``[start, end]`` offsets into the document. Truth that is kept apart
from its document uses offsets, so that nothing of the document stands in it, and names the
document's SHA-256. There ``number`` may be left out where it is the text without white space, and
``unjudged`` names figures that the conventions do not settle for the document. What a truth does not
have, ``targets`` and ``addressees``, may stand apart in ``*.more.json``; else it is not judged.
"""

from __future__ import annotations

import hashlib
import json
import re
from typing import TYPE_CHECKING, Any

import attrs

from danvan.span import Span
from tests.corpus.facts import Aim, Cited, Due, Duty, Facts, Node, Note, Receiver, Signed
from tests.corpus.values import plain

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    Json = dict[str, Any]

_EXCERPT = 60
_LATER = ("targets", "addressees")


class GoldError(ValueError):
    """Truth that does not fit its document."""


@attrs.frozen(kw_only=True)
class Document:
    """A text with its truth."""

    name: str
    text: str
    truth: Facts

    @classmethod
    def load(cls, gold: Path, text: Path | None = None, more: Path | None = None) -> Document:
        """Reads the truth in ``gold``, and ``more``, of the document at ``text`` (beside it)."""
        data: Json = json.loads(gold.read_text(encoding="utf-8"))
        path = text or gold.with_name(str(data["file"]))
        raw = path.read_bytes()
        _check(gold, data, raw)
        if more is not None:
            added: Json = json.loads(more.read_text(encoding="utf-8"))
            _check(more, added, raw)
            data |= {name: added[name] for name in _LATER}
        content = raw.decode("utf-8")
        return cls(name=path.name, text=content, truth=_Reader(content, gold.name).facts(data))


def _check(gold: Path, data: Json, raw: bytes) -> None:
    expected = data.get("sha256")
    if expected and hashlib.sha256(raw).hexdigest() != expected:
        msg = f"{gold.name}: {data['file']} is not the document that the truth is about"
        raise GoldError(msg)


class _Reader:
    def __init__(self, text: str, name: str) -> None:
        self.text = text
        self.name = name

    def facts(self, data: Json) -> Facts:
        header: Json = data["header"]
        citations = tuple(self._citation(c) for c in data["citations"])
        return Facts(
            number=self._number(header, "number"),
            number_text=self._value(header["number_text"]),
            kind=self._value(header["kind"]),
            issuers=self._values(header["issuers"]),
            place=self._value(header["place"]),
            issued_on=header["issued_on"],
            subject=self._value(header["subject"]),
            archive=self._value(data["archive"]),
            bullets=data["bullets"],
            bases=tuple(citations[i] for i in data["bases"]),
            citations=citations,
            outline=tuple(self._nodes(data["outline"])),
            deadlines=tuple(self._deadline(d) for d in data["deadlines"]),
            assignments=tuple(self._assignment(a) for a in data["assignments"]),
            recipients=tuple(
                Receiver(
                    span=_offsets(r["text"]),
                    text=self._required(r["text"]),
                    purpose=self._value(r["purpose"]),
                )
                for r in data["recipients"]
            ),
            signatures=tuple(self._signature(s) for s in data["signatures"]),
            targets=tuple(self._target(t) for t in data.get("targets", ())),
            addressees=tuple(
                Receiver(span=_offsets(a), text=self._required(a))
                for a in data.get("addressees", ())
            ),
            unjudged=frozenset(data.get("unjudged", ())) | {n for n in _LATER if n not in data},
            footnotes=tuple(
                Note(
                    span=_offsets(f["text"]),
                    mark=f["mark"],
                    text=self._required(f["text"])[:_EXCERPT],
                )
                for f in data["footnotes"]
            ),
        )

    def _citation(self, data: Json) -> Cited:
        span, text = self._placed(data)
        number = self._number(data, "number") if "number" in data else re.sub(r"\s", "", text)
        return Cited(
            span=span,
            text=plain(text),
            kind=self._value(data["kind"]),
            number=number,
            issued_on=data["issued_on"],
            issuer=self._value(data["issuer"]),
        )

    def _deadline(self, data: Json) -> Due:
        span, text = self._placed(data)
        return Due(
            span=span,
            text=plain(text),
            relation=data["relation"],
            first=data["from"],
            last=data["to"],
        )

    def _assignment(self, data: Json) -> Duty:
        span, text = self._placed(data)
        return Duty(
            span=span,
            text=plain(text),
            section=data["section"],
            lead=self._values(data["lead"]),
            coordinating=self._values(data["coordinating"]),
            reports_to=self._values(data["reports_to"]),
        )

    def _target(self, data: Json) -> Aim:
        span, text = self._placed(data)
        return Aim(
            span=span,
            text=plain(text),
            value=data["value"],
            unit=data["unit"],
            comparator=data["comparator"],
            change=data.get("change"),
        )

    def _signature(self, data: Json) -> Signed:
        return Signed(
            span=_offsets(data["name"]) or _offsets(data["position"]),
            authority=self._value(data["authority"]),
            position=self._value(data["position"]),
            name=self._value(data["name"]),
        )

    def _nodes(self, outline: Iterable[Json]) -> Iterator[Node]:
        taken: dict[str, int] = {}
        for path, data in _walk(outline, "", ""):
            taken[path] = taken.get(path, 0) + 1
            unique = path if taken[path] == 1 else f"{path}~{taken[path]}"
            title = self._value(data["title"])
            yield Node(
                span=_offsets(data["title"]) or self._sought(title), path=unique, title=title
            )

    def _placed(self, data: Json) -> tuple[Span, str]:
        """Span and text of an item: ``text`` and ``start``, or ``text`` as offsets."""
        if isinstance(data["text"], str):
            text = data["text"]
            span = Span(data["start"], data["start"] + len(text))
            if span.of(self.text) != text:
                msg = f"{self.name}: at {span.start} stands {span.of(self.text)!r}, not {text!r}"
                raise GoldError(msg)
            return span, text
        span = Span(*data["text"])
        return span, span.of(self.text)

    def _value(self, value: str | list[int] | None) -> str | None:
        if value is None or isinstance(value, str):
            return value
        start, end = value
        if not 0 <= start < end <= len(self.text):
            msg = f"{self.name}: [{start}, {end}] lies outside the document"
            raise GoldError(msg)
        return plain(self.text[start:end])

    def _required(self, value: str | list[int]) -> str:
        return self._value(value) or ""

    def _values(self, values: Iterable[str | list[int]]) -> tuple[str, ...]:
        return tuple(self._required(v) for v in values)

    def _number(self, header: Json, field: str) -> str | None:
        value = self._value(header[field])
        return None if value is None else re.sub(r"\s", "", value)

    def _sought(self, title: str | None) -> Span | None:
        """Where a title that is given as text stands, as far as it can be found."""
        if not title:
            return None
        words = (re.escape(w) for w in title.split()[:8])
        found = re.search(r"[\s*#]+".join(words), self.text)
        return Span(*found.span()) if found else None


def _walk(outline: Iterable[Json], above: str, label_above: str) -> Iterator[tuple[str, Json]]:
    """All nodes with their paths: labels joined by dots, a dotted label replaces its prefix."""
    for data in outline:
        label = str(data["label"])
        if label_above and label.startswith(f"{label_above}."):
            path = above + label[len(label_above) :]
        else:
            path = f"{above}.{label}" if above else label
        yield path, data
        yield from _walk(data["children"], path, label)


def _offsets(value: object) -> Span | None:
    return Span(*value) if isinstance(value, list) else None
