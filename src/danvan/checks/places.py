"""Where things stand of which the plan keeps only the value: number, place line, subject."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from danvan.span import Span
from danvan.text import folded

if TYPE_CHECKING:
    from danvan.checks.case import Case
    from danvan.instruments import Citation
    from danvan.plan import Section
    from danvan.units import AdministrativeUnit

# NĐ 30/2020, Phụ lục I, mục II.4: "Kon Tum, ngày 08 tháng 02 năm 2023".
PLACE_LINE = re.compile(
    r"""(?P<place> [^\W\d_][^\n,:;|]{1,48}? ) \s?,\s*
        [Nn]gày \s* (?P<day> [\d.…_]{0,8} ) \s*
        tháng \s* (?P<month> [\d.…_]{0,8} ) \s* năm \s* [\d.…_]{0,8}""",
    re.VERBOSE,
)


def words(text: str) -> re.Pattern[str]:
    """A pattern of the words of a text, whatever white space is between them."""
    return re.compile(r"\s+".join(map(re.escape, text.split())))


# Blanks within a line; those at its ends are of the copy.
_BLANK = re.compile(r"(?<=\S)[^\S\r\n]+(?=\S)")


def has_blank(case: Case, span: Span) -> bool:
    """Whether a blank stands in a stretch of the text, and not only a line break."""
    return _BLANK.search(span.of(case.text)) is not None


def number_place(case: Case) -> Span:
    """Where the document's own number stands; the head where it has none."""
    printed = case.plan.number_text
    return (printed and case.search(words(printed), case.head)) or case.head


def place_line(case: Case) -> Span | None:
    """Where the line of place and day stands."""
    return case.search(PLACE_LINE, case.head)


def subject_place(case: Case) -> Span:
    """Where the subject stands; the title where the subject is not found as it reads."""
    subject = case.plan.subject
    return (subject and case.search(words(subject), case.title)) or case.title


def label_place(section: Section) -> Span:
    """The beginning of a section, where its number stands."""
    start = section.span.start
    return Span(start, min(start + len(section.label), section.span.end))


def says_issuer(case: Case, citation: Citation) -> bool:
    """Whether a citation names its issuer itself, and does not share that of one further on.

    "Kết luận số 1-KL/TW ngày 5/4/2021, Quy định số 2-QĐ/TW ngày 7/5/2021 của Bộ Chính trị" says
    little of who issued the first.
    """
    issuer = citation.instrument.issuer or ""
    return folded(issuer) in folded(citation.extent.of(case.text))


_KIND_WORD = re.compile(
    r"(?:tỉnh|thành phố|huyện|quận|thị xã|xã|phường|thị trấn|đặc khu|t[pxt]\.?|[hqpx]\.)\s+"
)


def is_seat(place: str, unit: AdministrativeUnit) -> bool:
    """Whether a body of a unit may have its seat at the place that a document names."""
    name = _bare(place)
    above: AdministrativeUnit | None = unit
    while above is not None:
        if _bare(above.name) == name:
            return True
        above = above.parent
    return False


def _bare(name: str) -> str:
    """A name without the word for its kind, and without spaces, which scanning puts anywhere."""
    return "".join(_KIND_WORD.sub("", folded(name), count=1).split())
