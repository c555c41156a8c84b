"""`Instrument` and `Citation`: a document, and a place where it is named."""

from __future__ import annotations

import enum
import re
from functools import lru_cache
from typing import TYPE_CHECKING

import attrs

from danvan.dates import PartialDate
from danvan.instruments.kinds import Family, InstrumentKind
from danvan.instruments.number import DocumentNumber
from danvan.span import Span
from danvan.text import folded, without_marks

if TYPE_CHECKING:
    from danvan.text import View


class CitationRole(enum.StrEnum):
    """Why a document is named (vai trò của viện dẫn)."""

    BASIS = "basis"
    IMPLEMENTS = "implements"
    REFERENCE = "reference"
    AMENDS = "amends"
    REPLACES = "replaces"
    REPEALS = "repeals"
    ISSUED_WITH = "issued-with"
    REPORTS_ON = "reports-on"


@attrs.frozen(kw_only=True)
class Instrument:
    """A document, as far as a text identifies it (văn bản).

    ``number`` is None for what is cited by ``name`` ("Luật Tố cáo năm 2018"). ``issuer`` is as
    printed. ``title`` is what the document is about, in the words of the text.
    """

    kind: InstrumentKind | None = None
    number: DocumentNumber | None = None
    name: str | None = None
    issued_on: PartialDate | None = None
    issuer: str | None = None
    title: str | None = None

    @property
    def key(self) -> str:
        """What the document is told apart by: its number or its name, and its date.

        Zeros before the number, and case and marks of a name, say nothing. Numbers without a year
        begin again every year or term, so their date belongs to the key, and laws are made anew, so
        their year does; ``resolved`` instruments have it more often.

        >>> Instrument(number=DocumentNumber.parse("04/2015/NĐ-CP")).key
        '4/2015/NĐ-CP'
        >>> Instrument(name="Luật Tố cáo năm 2018").key
        'luật tố cáo@2018'
        """
        if self.number is None:
            bare = " ".join(bare_name(self.name or ""))
            return f"{bare}@{self.year}" if bare and self.year is not None else bare
        number = attrs.evolve(self.number, serial=_without_zeros(self.number.serial))
        if self.number.year is not None or self.issued_on is None:
            return str(number)
        return f"{number}@{self.issued_on}"

    @property
    def year(self) -> int | None:
        """The year of issue: of the date, of the number, or that which follows a law's name."""
        if self.issued_on is not None and self.issued_on.year is not None:
            return self.issued_on.year
        if self.number is not None:
            return self.number.year
        return year_in_name(self.name or "")

    def is_same_as(self, other: Instrument) -> bool:
        """Whether both can be one document: equal numbers or names, and no two dates or years.

        >>> short = Instrument(number=DocumentNumber.parse("27/CT-TTg"))
        >>> full = attrs.evolve(short, issued_on=PartialDate(year=2023, month=10, day=27))
        >>> short.is_same_as(full), short.key == full.key
        (True, False)
        """
        if self.number != other.number:
            return False
        if self.number is None:
            years = {year for year in (self.year, other.year) if year is not None}
            if bare_name(self.name or "") != bare_name(other.name or "") or len(years) > 1:
                return False
        days = {day for day in (self.issued_on, other.issued_on) if day is not None}
        return len(days) < 2

    @property
    def uri(self) -> str | None:
        """An FRBR work IRI after Akoma Ntoso's naming convention; None where the date is unknown.

        The letters of the symbol are kept, since D and Đ differ: it is an IRI, not a URI of ASCII.

        >>> from danvan.instruments import find_kind
        >>> number = DocumentNumber.parse("322/KH-UBND")
        >>> day = PartialDate(year=2023, month=2, day=8)
        >>> Instrument(kind=find_kind("Kế hoạch"), number=number, issued_on=day).uri
        '/akn/vn/doc/ke-hoach/ubnd/2023-02-08/322-KH-UBND'
        """
        return work_iri(self)


# The year after the name of a law: "năm 2018", "2018", "(năm 2018)".
_YEAR = re.compile(r" \(?(?:năm )?(?P<year>(?:19|20)[0-9]{2})\)?\Z")
_WORD = re.compile(r"[^\W_]+")


@lru_cache(maxsize=4096)
def bare_name(name: str) -> tuple[str, ...]:
    """The words of a law's name without its year; marks and "và" in it are written or not."""
    words = _WORD.findall(_YEAR.sub("", folded(name)))
    return tuple(word for word in words if word != "và")


def year_in_name(name: str) -> int | None:
    """The year that follows the name of a law."""
    found = _YEAR.search(folded(name))
    return int(found["year"]) if found else None


def _without_zeros(serial: str) -> str:
    whole, dot, part = serial.partition(".")
    return (whole.lstrip("0") or "0" if whole else "") + dot + part


def _slug(text: str) -> str:
    return re.sub(r"[^0-9a-z]+", "-", without_marks(text).casefold()).strip("-")


def work_iri(instrument: Instrument) -> str | None:
    """The IRI of an instrument; see `Instrument.uri`."""
    number, kind = instrument.number, instrument.kind
    date = str(instrument.issued_on) if instrument.issued_on else instrument.year
    if date is None or kind is None or (number is None and not instrument.name):
        return None
    is_act = Family.NORMATIVE in kind.families and (number is None or number.year is not None)
    actor = _slug("-".join(number.issuers)) if number else "qh"
    last = str(number).strip("/-").replace("/", "-") if number else _slug(instrument.name or "")
    return f"/akn/vn/{'act' if is_act else 'doc'}/{_slug(kind.name)}/{actor}/{date}/{last}"


@attrs.frozen(kw_only=True)
class Citation:
    """A place where a document is named (viện dẫn).

    ``instrument`` is what this place says of it. ``text`` and ``span`` are the number, or the whole
    name where there is no number; ``kind_text`` the kind as printed; ``extent`` the whole mention.
    ``problems`` are codes of what is badly written. ``antecedent`` is the same document at its
    first full mention. ``locator`` is the part that is meant ("khoản 2 Điều 5").
    """

    instrument: Instrument
    text: str
    span: Span
    kind_text: str | None = None
    extent: Span
    role: CitationRole | None = None
    in_preamble: bool = False
    problems: tuple[str, ...] = ()
    antecedent: Instrument | None = None
    locator: str | None = None

    @property
    def resolved(self) -> Instrument:
        """What this mention and the first full one say together; number and name are the latter's.

        >>> from danvan.instruments import find
        >>> [
        ...     str(c.resolved.issued_on)
        ...     for c in find("Chỉ thị 5/CT-TTg ngày 3/2/2020; Chỉ thị 5/CT-TTg")
        ... ]
        ['2020-02-03', '2020-02-03']
        """
        first = self.antecedent
        if first is None:
            return self.instrument
        own = {
            field.name: value
            for field in attrs.fields(Instrument)
            if field.name not in {"number", "name"}
            if (value := getattr(self.instrument, field.name)) is not None
        }
        return attrs.evolve(first, **own)

    def moved(self, view: View) -> Citation:
        """The same mention, its spans and text being those of the source of ``view``."""
        span = view.span(self.span.start, self.span.end)
        return Citation(
            instrument=self.instrument,
            text=span.of(view.source),
            span=span,
            kind_text=self.kind_text,
            extent=view.span(self.extent.start, self.extent.end),
            role=self.role,
            in_preamble=self.in_preamble,
            problems=self.problems,
            antecedent=self.antecedent,
            locator=self.locator,
        )
