"""`Register`: known documents, to complete and to check what a text says of them."""

from __future__ import annotations

from collections.abc import Hashable, Iterable
from functools import cache
from importlib import resources
from typing import TYPE_CHECKING

import attrs

from danvan.errors import ReadError
from danvan.instruments import alike
from danvan.instruments.known import KnownInstrument
from danvan.instruments.model import Citation, Instrument, bare_name
from danvan.instruments.number import DocumentNumber
from danvan.instruments.registerfile import entry_of, read_entries, rows_of_csv
from danvan.instruments.series import may_be_of_one_series, names_one_body

if TYPE_CHECKING:
    import datetime
    import os
    from collections.abc import Iterator

    from danvan.dates import PartialDate

_SAME_TITLE = 0.8


def _tuple(entries: Iterable[KnownInstrument]) -> tuple[KnownInstrument, ...]:
    return tuple(entries)


def _unique(_register: object, _attribute: object, entries: tuple[KnownInstrument, ...]) -> None:
    seen: set[str] = set()
    for entry in entries:
        if entry.key in seen:
            msg = f"two entries for {entry.key}"
            raise ValueError(msg)
        seen.add(entry.key)


def _by_identity(register: Register) -> dict[Hashable, tuple[KnownInstrument, ...]]:
    found: dict[Hashable, list[KnownInstrument]] = {}
    for entry in register.entries:
        instrument = entry.instrument
        if instrument.number is not None:
            found.setdefault(instrument.number, []).append(entry)
        if instrument.name:
            found.setdefault(bare_name(instrument.name), []).append(entry)
    return {identity: tuple(entries) for identity, entries in found.items()}


def _by_title(register: Register) -> dict[tuple[str, ...], KnownInstrument]:
    """The telling titles that one entry alone has."""
    found: dict[tuple[str, ...], list[KnownInstrument]] = {}
    for entry in register.entries:
        title = entry.instrument.title
        if title and alike.is_telling(title):
            found.setdefault(alike.title_words(title), []).append(entry)
    return {words: entries[0] for words, entries in found.items() if len(entries) == 1}


@attrs.frozen(repr=False)
class Register:
    """Known documents (danh mục văn bản đã biết), which can be looked up.

    What a register does not know it says nothing of. Two entries have two keys.

    >>> register = Register.default()
    >>> entry = register.lookup(Instrument(number=DocumentNumber.parse("88/2019/QH14")))
    >>> str(entry.instrument.issued_on), entry.instrument.issuer
    ('2019-11-18', 'Quốc hội')
    """

    entries: tuple[KnownInstrument, ...] = attrs.field(converter=_tuple, validator=_unique)
    _identities: dict[Hashable, tuple[KnownInstrument, ...]] = attrs.field(
        init=False, eq=False, default=attrs.Factory(_by_identity, takes_self=True)
    )
    _titles: dict[tuple[str, ...], KnownInstrument] = attrs.field(
        init=False, eq=False, default=attrs.Factory(_by_title, takes_self=True)
    )

    @classmethod
    def default(cls) -> Register:
        """The register that comes with danvan: the documents of its field, with sources."""
        return _default()

    @classmethod
    def load(cls, path: str | os.PathLike[str]) -> Register:
        """Read a register of one's own.

        Args:
            path: a CSV file with a head, or a JSON file with a list of objects; UTF-8. The columns
                are those of `KnownInstrument` and its instrument, all optional but a number or a
                name: ``kind, number, name, issued_on, issuer, title, in_force_from, in_force_to,
                replaced_by, repealed_by, source``. Dates are EDTF.

        Raises:
            ReadError: if the file cannot be read; it names the line (or the item) and the reason.
        """
        entries: dict[str, KnownInstrument] = {}
        places: dict[str, str] = {}
        for place, entry in read_entries(path):
            if entry.key in entries:
                reason = f"{place}: {entry.key} stands at {places[entry.key]} already"
                raise ReadError(str(path), reason)
            entries[entry.key], places[entry.key] = entry, place
        return cls(entries.values())

    def __iter__(self) -> Iterator[KnownInstrument]:
        return iter(self.entries)

    def __len__(self) -> int:
        return len(self.entries)

    def __repr__(self) -> str:
        return f"<Register of {len(self)} documents>"

    def with_entries(self, others: Iterable[KnownInstrument]) -> Register:
        """This register and further entries; one with a key that is here takes its place."""
        merged = {entry.key: entry for entry in self.entries}
        merged |= {entry.key: entry for entry in others}
        return Register(merged.values())

    def get(self, key: str) -> KnownInstrument | None:
        """The entry with that `Instrument.key` ("33/CT-TTg@2021-11-26")."""
        return next((entry for entry in self.find(key.partition("@")[0]) if entry.key == key), None)

    def find(
        self, cited: str | DocumentNumber | Instrument | Citation
    ) -> tuple[KnownInstrument, ...]:
        """The entries of a number or a name: all that the cited document could be.

        Args:
            cited: a number or a name, as text or read; or what a text says of a document, and then
                entries that it cannot be are left out (another year, another term).

        >>> [entry.key for entry in Register.default().find("02/CT-TTg")]
        ['2/CT-TTg@2018-07-04', '2/CT-TTg@2019-11-15']
        """
        instrument = _instrument_of(cited)
        candidates = self._identities.get(_identity(instrument), ())
        return tuple(entry for entry in candidates if _may_be(instrument, entry.instrument))

    def lookup(
        self, cited: str | DocumentNumber | Instrument | Citation, on: datetime.date | None = None
    ) -> KnownInstrument | None:
        """The entry that is certainly meant, or None.

        A number with its year is certain; one that begins anew every year or term is by its date,
        by a date in the same series, by the term of its issuer, or by its title. Bodies of the
        country share letters (UBND): there the date and the issuer have to agree. A law without
        its year is certain if ``on`` is given and that law is known to be in force on the day.

        Args:
            cited: as for `find`.
            on: the day of the document that cites.
        """
        instrument = _instrument_of(cited)
        sure = [entry for entry in self.find(instrument) if _is_sure(instrument, entry, on)]
        return sure[0] if len(sure) == 1 else None

    def complete(
        self, cited: str | DocumentNumber | Instrument | Citation, on: datetime.date | None = None
    ) -> Instrument:
        """What is said of a document, and what the register knows beside it.

        Nothing that is said is changed; where `lookup` finds no entry, nothing is added.

        >>> short = Instrument(number=DocumentNumber.parse("04/2015/NĐ-CP"))
        >>> str(Register.default().complete(short).issued_on)
        '2015-01-09'
        """
        instrument = _instrument_of(cited)
        entry = self.lookup(instrument, on)
        if entry is None:
            return instrument
        missing = {
            field.name: getattr(entry.instrument, field.name)
            for field in attrs.fields(Instrument)
            if getattr(instrument, field.name) is None
        }
        return attrs.evolve(instrument, **missing)

    def replacement(self, entry: KnownInstrument) -> KnownInstrument | None:
        """The entry of the document that replaced one, None if that is not known or not unique."""
        if entry.replaced_by is None:
            return None
        by_key = self.get(entry.replaced_by)
        found = self.find(entry.replaced_by)
        return by_key or (found[0] if len(found) == 1 else None)

    def titled(self, title: str) -> KnownInstrument | None:
        """The entry that has this title and no other has it.

        >>> Register.default().titled("về việc ban hành Quy chế khai thác dầu khí").key
        '84/2010/QĐ-TTg'
        """
        return self._titles.get(alike.title_words(title))


@cache
def _default() -> Register:
    text = resources.files("danvan.instruments").joinpath("data", "register.csv").read_text("utf-8")
    return Register(entry_of(row) for _, row in rows_of_csv(text))


def _instrument_of(cited: str | DocumentNumber | Instrument | Citation) -> Instrument:
    if isinstance(cited, Citation):
        return cited.resolved
    if isinstance(cited, Instrument):
        return cited
    if isinstance(cited, DocumentNumber):
        return Instrument(number=cited)
    try:
        return Instrument(number=DocumentNumber.parse(cited))
    except ValueError:
        return Instrument(name=cited)


def _identity(instrument: Instrument) -> Hashable:
    return instrument.number or bare_name(instrument.name or "")


def days_agree(one: PartialDate, other: PartialDate) -> bool:
    """Whether two dates may be of one day."""
    bounds = one.earliest, one.latest, other.earliest, other.latest
    if any(bound is None for bound in bounds):
        return True
    first, last, from_, to = (bound for bound in bounds if bound is not None)
    return first <= to and from_ <= last


def kinds_agree(one: Instrument, other: Instrument) -> bool:
    """Whether two kinds may be of one document: a form of a kind is of that kind."""
    if one.kind is None or other.kind is None or "Văn bản" in {one.kind.name, other.kind.name}:
        return True
    return (one.kind.base or one.kind.name) == (other.kind.base or other.kind.name)


def _is_titled(cited: Instrument, known: Instrument) -> bool:
    if not cited.title or not known.title or not alike.is_telling(cited.title):
        return False
    return alike.likeness(cited.title, known.title) >= _SAME_TITLE


def _issuers_agree(cited: Instrument, known: Instrument) -> bool:
    if cited.issuer is None or known.issuer is None:
        return True
    return alike.may_be_one_body(cited.issuer, known.issuer)


def _may_be(cited: Instrument, known: Instrument) -> bool:
    """Whether nothing that is said of a document shows that it is another one."""
    number = cited.number
    if number is None:
        years = {year for year in (cited.year, known.year) if year is not None}
        return len(years) < 2
    if not names_one_body(number) and not _issuers_agree(cited, known):
        return False
    day, known_day = cited.issued_on, known.issued_on
    if day is None or known_day is None or days_agree(day, known_day):
        return True
    return _is_titled(cited, known) or (
        may_be_of_one_series(number, day, known_day) and kinds_agree(cited, known)
    )


def _is_sure(cited: Instrument, entry: KnownInstrument, on: datetime.date | None) -> bool:
    """Whether a document that may be a known one certainly is."""
    known, number = entry.instrument, cited.number
    if number is None:
        return _is_sure_law(cited, entry, on)
    day, known_day = cited.issued_on, known.issued_on
    dated = day is not None and known_day is not None
    same_day = day is not None and day == known_day and day.is_day
    if not names_one_body(number):
        issuers = cited.issuer and known.issuer and alike.is_one_body(cited.issuer, known.issuer)
        return same_day or bool(issuers and (number.year is not None or dated))
    if number.year is not None or dated:
        return True
    return _is_titled(cited, known) or _is_of_term(cited, known)


def _is_sure_law(cited: Instrument, entry: KnownInstrument, on: datetime.date | None) -> bool:
    if cited.year is not None:
        return entry.instrument.year is not None
    if on is None:
        return False
    begin = entry.in_force_from
    first = begin.earliest if begin else None
    return first is not None and first <= on and entry.is_in_force(on) is not False


def _is_of_term(cited: Instrument, known: Instrument) -> bool:
    term = alike.term_of(cited.issuer) if cited.issuer else None
    return term is not None and known.issuer is not None and term == alike.term_of(known.issuer)
