"""The measuring instrument itself: a plan made from the truth is perfect, an error costs its figure."""

from __future__ import annotations

import hashlib
import itertools
import json
from typing import TYPE_CHECKING

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from danvan.dates import Every, PartialDate, Period, Recurrence, Relation, TimeExpression
from danvan.instruments import Citation, DocumentNumber, Instrument, InstrumentKind
from danvan.plan import (
    Assignment,
    Change,
    Comparator,
    Deadline,
    Footnote,
    Paragraph,
    Part,
    PartKind,
    Plan,
    Recipient,
    Section,
    Signature,
    Target,
)
from danvan.span import Span
from danvan.text import Source
from danvan.units import Agency
from tests.corpus import figures, matching, report
from tests.corpus.__main__ import main
from tests.corpus.facts import Cited, Duty
from tests.corpus.gold import Document, GoldError
from tests.corpus.parts import PartCounts, compare_parts
from tests.corpus.places import DATA, EXAMPLES, documents_in
from tests.corpus.score import score, score_document
from tests.corpus.values import same_body, same_number, same_text, without_bracket

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

NOWHERE = Span(0, 0)


def plan_of(document: Document) -> Plan:
    """The plan that a perfect reader would make, as far as the truth says it."""
    truth = document.truth
    bullets = [Paragraph(marker="-", text="", span=NOWHERE)] * truth.bullets
    sections = [
        Section(
            label=node.path.rpartition(".")[2],
            title=node.title,
            level=1,
            path=node.path,
            span=node.span or NOWHERE,
            body=tuple(bullets) if rank == 0 else (),
        )
        for rank, node in enumerate(truth.outline)
    ]
    number = truth.number or truth.number_text
    return Plan(
        source=Source(document.text),
        kind=None if truth.kind is None else InstrumentKind.parse(truth.kind),
        number=None if number is None else DocumentNumber.parse(number),
        number_text=truth.number_text,
        issuers=_agencies(truth.issuers),
        place=truth.place,
        issued_on=_date(truth.issued_on),
        subject=truth.subject,
        archive=truth.archive,
        citations=tuple(map(_citation, truth.citations)),
        bases=tuple(map(_citation, truth.bases)),
        sections=tuple(sections),
        deadlines=tuple(
            Deadline(
                when=TimeExpression(
                    text=due.text,
                    span=due.span,
                    value=Period(start=_date(due.first), end=_date(due.last))
                    if due.first
                    else Recurrence(every=Every.YEAR),
                    relation=None if due.relation == "recurring" else Relation(due.relation),
                ),
                text=due.text,
                span=due.span,
            )
            for due in truth.deadlines
        ),
        assignments=tuple(
            Assignment(
                lead=_agencies(duty.lead),
                coordinating=_agencies(duty.coordinating),
                reports_to=_agencies(duty.reports_to),
                action="",
                section=duty.section,
                span=duty.span,
            )
            for duty in truth.assignments
        ),
        targets=tuple(
            Target(
                value=t.value,
                unit=t.unit,
                comparator=Comparator(t.comparator),
                change=Change(t.change) if t.change else None,
                span=t.span or NOWHERE,
            )
            for t in truth.targets
        ),
        addressees=tuple(Recipient(text=a.text, span=NOWHERE) for a in truth.addressees),
        recipients=tuple(
            Recipient(text=r.text, purpose=r.purpose, span=NOWHERE) for r in truth.recipients
        ),
        signatures=tuple(
            Signature(authority=s.authority, position=s.position, name=s.name, span=NOWHERE)
            for s in truth.signatures
        ),
        footnotes=tuple(
            Footnote(mark=f.mark, text=f"{f.text} and more", span=NOWHERE) for f in truth.footnotes
        ),
        parts=(Part(PartKind.PARAGRAPH, Span(0, len(document.text))),),
    )


def _agencies(names: tuple[str, ...]) -> tuple[Agency, ...]:
    return tuple(Agency(name) for name in names)


def _date(text: str | None) -> PartialDate | None:
    return None if text is None else PartialDate.parse(text)


def _citation(cited: Cited) -> Citation:
    return Citation(
        instrument=Instrument(
            number=None if cited.number is None else DocumentNumber.parse(cited.number),
            name=None if cited.number else cited.text,
            issued_on=_date(cited.issued_on),
            issuer=cited.issuer,
        ),
        text=cited.text,
        kind_text=cited.kind,
        span=cited.span,
        extent=cited.span,
    )


SAMPLES = {document.name: document for document in documents_in(EXAMPLES)}
JOINT = SAMPLES["vinh-khe-05-2024.txt"]
DRAFT = SAMPLES["dong-thanh-du-thao-2024.txt"]


def lowered(plan: Plan, document: Document) -> set[str]:
    """The figures that are not perfect."""
    results = score_document(plan, document).results
    return {result.figure for result in results if result.tally.f1 < 1}


@pytest.mark.parametrize("name", SAMPLES)
def test_a_plan_made_from_the_truth_of_a_sample_is_perfect(name: str) -> None:
    document = SAMPLES[name]
    assert lowered(plan_of(document), document) == set()
    assert score_document(plan_of(document), document).misses == ()


@pytest.mark.corpus
def test_a_plan_made_from_the_truth_of_a_real_document_is_perfect(corpus: Path) -> None:
    documents = [d for folder in (corpus, corpus / "seeds") for d in documents_in(folder)]
    if not documents:
        pytest.skip("the corpus has no documents with truth")
    for document in documents:
        assert lowered(plan_of(document), document) == set(), document.name


def _changed(items: tuple, index: int = 0, **changes: object) -> tuple:
    """The items with one of them changed."""
    return tuple(
        attrs.evolve(item, **changes) if rank == index else item for rank, item in enumerate(items)
    )


def _instrument(plan: Plan, **changes: object) -> tuple[Citation, ...]:
    first = plan.citations[0]
    changed = attrs.evolve(first, instrument=attrs.evolve(first.instrument, **changes))
    return (changed, *plan.citations[1:])


def _when(plan: Plan, **changes: object) -> tuple[Deadline, ...]:
    first = plan.deadlines[0]
    return (attrs.evolve(first, when=attrs.evolve(first.when, **changes)), *plan.deadlines[1:])


CITATIONS = {"citations", "citations, with date", "citations, with kind", "citations, with issuer"}
ASSIGNMENTS = {
    "assignments",
    "assignments, with lead",
    "assignments, with coordinating",
    "assignments, with reports to",
}
ERRORS: dict[str, tuple[Callable[[Plan], dict[str, object]], set[str]]] = {
    "another number": (
        lambda _: {"number": DocumentNumber.parse("6-KH/BDVTU-UBND")},
        {"number"},
    ),
    "no number as printed": (lambda _: {"number_text": None}, {"number as printed"}),
    "another kind": (lambda _: {"kind": InstrumentKind.parse("Quyết định")}, {"kind"}),
    "an issuer is missing": (lambda p: {"issuers": p.issuers[:1]}, {"issuers"}),
    "another place": (lambda _: {"place": "Vĩnh"}, {"place"}),
    "a month for a day": (
        lambda _: {"issued_on": PartialDate.parse("2024-03")},
        {"issued on"},
    ),
    "half a subject": (lambda p: {"subject": p.subject[:20]}, {"subject"}),
    "no archive": (lambda _: {"archive": None}, {"archive"}),
    "a bullet too many": (
        lambda p: {
            "sections": (
                attrs.evolve(p.sections[0], body=(*p.sections[0].body, p.sections[0].body[0])),
                *p.sections[1:],
            )
        },
        {"bullets"},
    ),
    "a footnote is missing": (
        lambda p: {"footnotes": p.footnotes[1:]},
        {"number of footnotes", "footnotes"},
    ),
    "a footnote with another text": (
        lambda p: {"footnotes": _changed(p.footnotes, text="Luật")},
        {"footnotes"},
    ),
    "no basis": (lambda _: {"bases": ()}, {"bases"}),
    "a basis too many": (lambda p: {"bases": p.citations[:2]}, {"bases"}),
    "a citation is missing": (lambda p: {"citations": p.citations[1:]}, CITATIONS),
    "a citation twice": (lambda p: {"citations": (*p.citations, p.citations[0])}, CITATIONS),
    "a citation with another number": (
        lambda p: {"citations": _instrument(p, number=DocumentNumber.parse("12-CTr/BDVTU-UBND"))},
        CITATIONS,
    ),
    "a citation somewhere else": (
        lambda p: {"citations": _changed(p.citations, span=Span(0, 4))},
        CITATIONS,
    ),
    "a citation with another date": (
        lambda p: {"citations": _instrument(p, issued_on=PartialDate.parse("2022-04-09"))},
        {"citations, with date"},
    ),
    "a citation with half a kind": (
        lambda p: {"citations": _changed(p.citations, kind_text="Chương trình")},
        {"citations, with kind"},
    ),
    "a citation with half an issuer": (
        lambda p: {"citations": _instrument(p, issuer="Ban Dân vận Thị ủy")},
        {"citations, with issuer"},
    ),
    "a section with another path": (
        lambda p: {"sections": _changed(p.sections, path="II")},
        {"outline"},
    ),
    "a section with half a title": (
        lambda p: {"sections": _changed(p.sections, title="MỤC ĐÍCH")},
        {"outline"},
    ),
    "running text as title": (
        lambda p: {"sections": _changed(p.sections, 4, title="Tuyên truyền")},
        {"outline"},
    ),
    "a deadline with another relation": (
        lambda p: {"deadlines": _when(p, relation=Relation.BY)},
        {"deadlines"},
    ),
    "a deadline without relation": (
        lambda p: {"deadlines": _when(p, relation=None)},
        {"deadlines"},
    ),
    "a deadline with another day": (
        lambda p: {"deadlines": _when(p, value=PartialDate.parse("2024-04-19"))},
        {"deadlines"},
    ),
    "an assignment in another section": (
        lambda p: {"assignments": _changed(p.assignments, section="III")},
        ASSIGNMENTS,
    ),
    "an assignment with another lead": (
        lambda p: {"assignments": _changed(p.assignments, lead=(Agency("Phòng Tư pháp"),))},
        {"assignments, with lead"},
    ),
    "an assignment without its partners": (
        lambda p: {"assignments": _changed(p.assignments, coordinating=())},
        {"assignments, with coordinating"},
    ),
    "an assignment with another addressee": (
        lambda p: {"assignments": _changed(p.assignments, reports_to=(Agency("Thị ủy"),))},
        {"assignments, with reports to"},
    ),
    "a recipient cut in two": (
        lambda p: {"recipients": _changed(p.recipients, 5, text="Đảng ủy")},
        {"recipients", "recipients, with purpose"},
    ),
    "a recipient without purpose": (
        lambda p: {"recipients": _changed(p.recipients, purpose=None)},
        {"recipients, with purpose"},
    ),
    "signatures with their names exchanged": (
        lambda p: {
            "signatures": (
                attrs.evolve(p.signatures[0], name=p.signatures[1].name),
                attrs.evolve(p.signatures[1], name=p.signatures[0].name),
            )
        },
        {"signatures", "signatures, with authority"},
    ),
    "a signature without authority": (
        lambda p: {"signatures": _changed(p.signatures, authority=None)},
        {"signatures, with authority"},
    ),
}


@pytest.mark.parametrize("error", ERRORS)
def test_an_error_lowers_its_own_figure_only(error: str) -> None:
    spoils, expected = ERRORS[error]
    plan = plan_of(JOINT)
    assert lowered(attrs.evolve(plan, **spoils(plan)), JOINT) == expected


ALLOWED: dict[str, Callable[[Plan], dict[str, object]]] = {
    "another order": lambda p: {
        "citations": p.citations[::-1],
        "deadlines": p.deadlines[::-1],
        "assignments": p.assignments[::-1],
        "recipients": p.recipients[::-1],
        "signatures": p.signatures[::-1],
        "issuers": p.issuers[::-1],
    },
    "case, marks, white space and end marks": lambda p: {
        "subject": f"**{p.subject.upper()}**  .",
        "place": " vĩnh  Khê,",
        "archive": f"{p.archive}.",
    },
    "leading zeros": lambda _: {"number": DocumentNumber.parse("5-KH/BDVTU-UBND")},
    "abbreviated bodies": lambda p: {
        "issuers": (p.issuers[0], Agency("UBND thị xã Vĩnh Khê")),
    },
    "a date from an earlier mention": lambda p: {
        "citations": tuple(
            attrs.evolve(
                c, instrument=attrs.evolve(c.instrument, issued_on=PartialDate.parse("2022-11-10"))
            )
            if c.instrument.number is None
            else c
            for c in p.citations
        )
    },
    "a during without a relation word": lambda p: {
        "deadlines": _changed(p.deadlines, 2, when=attrs.evolve(p.deadlines[2].when, relation=None))
    },
    "a recurrence with a relation": lambda p: {
        "deadlines": _changed(
            p.deadlines, 1, when=attrs.evolve(p.deadlines[1].when, relation=Relation.BEFORE)
        )
    },
    "spans that only overlap": lambda p: {
        "citations": tuple(attrs.evolve(c, span=_wider(c.span, 9)) for c in p.citations),
        "deadlines": tuple(attrs.evolve(d, span=_wider(d.span, 3)) for d in p.deadlines),
        "assignments": tuple(attrs.evolve(a, span=_wider(a.span, 40)) for a in p.assignments),
    },
}


def _wider(span: Span, more: int) -> Span:
    return Span(max(0, span.start - more), span.end)


@pytest.mark.parametrize("freedom", ALLOWED)
def test_what_the_conventions_leave_free_costs_nothing(freedom: str) -> None:
    plan = plan_of(JOINT)
    assert lowered(attrs.evolve(plan, **ALLOWED[freedom](plan)), JOINT) == set()


def test_a_plan_that_says_nothing_finds_nothing() -> None:
    empty = score_document(Plan(source=Source(JOINT.text)), JOINT)
    by_name = {result.figure: result.tally for result in empty.results}
    assert by_name["citations"] == matching.Tally(0, 11, 0)
    assert by_name["citations"].recall == 0
    assert by_name["outline"].f1 == 0
    assert by_name["subject"].matched == 0


def test_the_blank_serial_of_a_draft_is_no_number() -> None:
    plan = plan_of(DRAFT)
    assert plan.number is not None
    assert "number" not in lowered(plan, DRAFT)
    numbered = attrs.evolve(plan, number=DocumentNumber.parse("9/KH-UBND"))
    assert lowered(numbered, DRAFT) == {"number"}


@pytest.mark.parametrize(
    ("start", "end", "section", "agrees"),
    [
        (100, 300, "III.1", True),
        (60, 300, "III.1", True),
        (59, 300, "III.1", False),
        (159, 161, "III.1", True),
        (161, 300, "III.1", False),
        (88, 90, "III.1", True),
        (87, 89, "III.1", False),
        (100, 300, "III", False),
    ],
)
def test_where_an_assignment_may_begin(start: int, end: int, section: str, agrees: bool) -> None:
    wanted = Duty(span=Span(100, 160), text="", section="III.1")
    found = Duty(span=Span(start, end), text="", section=section)
    family = next(f for f in figures.FIGURES if f.name == "assignments")
    assert family.agrees(found, wanted) is agrees


def test_matching_is_the_largest_and_one_to_one() -> None:
    near = {(0, 0), (0, 1), (1, 0)}
    assert matching.largest_matching([0, 1], [0, 1], lambda f, t: (f, t) in near) == {0: 1, 1: 0}
    assert matching.largest_matching([7, 7, 7], [7, 7], lambda f, t: f == t) == {0: 0, 1: 1}
    assert matching.largest_matching([], [7], lambda f, t: f == t) == {}


@given(
    st.integers(0, 4), st.integers(0, 4), st.sets(st.tuples(st.integers(0, 3), st.integers(0, 3)))
)
def test_no_matching_is_larger(found: int, true: int, near: set[tuple[int, int]]) -> None:
    matched = matching.largest_matching(range(found), range(true), lambda f, t: (f, t) in near)
    assert len(set(matched.values())) == len(matched)
    assert all((i, rank) in near for rank, i in matched.items())
    padded = [*range(found), *[-1] * true]
    largest = max(
        sum((i, rank) in near for rank, i in enumerate(chosen))
        for chosen in itertools.permutations(padded, true)
    )
    assert len(matched) == largest


@pytest.mark.parametrize(
    ("key", "one", "other"),
    [
        (same_text, "**Công tác  dân vận:**", "công tác\ndân vận"),
        (same_text, "Nghi\u0323 quy\u00ea\u0301t", "Nghị quyết"),
        (same_text, "## II. NỘI DUNG", "II. Nội dung."),
        (same_number, "290- QĐ/TW", "290-QĐ/TW"),
        (same_number, "04/2015/NĐ-CP", "4/2015/nđ–cp"),
        (same_body, "UBND các xã", "Uỷ ban nhân dân các xã"),
        (same_body, "HĐND xã;", "Hội đồng nhân dân xã"),
        (same_body, "UBMTTQ Việt Nam", "Ủy ban Mặt trận Tổ quốc Việt Nam"),
    ],
)
def test_values_that_are_the_same(key: Callable[[str], str], one: str, other: str) -> None:
    assert key(one) == key(other)


@pytest.mark.parametrize(
    ("key", "one", "other"),
    [
        (same_text, "khóa", "khoá"),
        (same_text, "hằng năm", "hàng năm"),
        (same_number, "10/KH-UBND", "1/KH-UBND"),
        (same_number, "12-HD/TW", "12-HĐ/TW"),
        (same_body, "UBND xã", "HĐND xã"),
    ],
)
def test_values_that_differ(key: Callable[[str], str], one: str, other: str) -> None:
    assert key(one) != key(other)


def test_the_bracket_of_purpose_is_left_out() -> None:
    assert without_bracket("Bộ Nội vụ (b/c);") == "Bộ Nội vụ"
    assert without_bracket("Tổ (A) và tổ (B) xã") == "Tổ (A) và tổ (B) xã"


OFFSETS_TEXT = "Số: 12 /KH-UB\n**KẾ HOẠCH**\nTheo Luật 33- QĐ/TW\n2. **Nội dung\nsau**"


def _at(fragment: str) -> list[int]:
    start = OFFSETS_TEXT.index(fragment)
    return [start, start + len(fragment)]


OFFSETS: dict[str, object] = {
    "file": "x.txt",
    "header": {
        "number": _at("12 /KH-UB"),
        "number_text": _at("12 /KH-UB"),
        "kind": _at("KẾ HOẠCH"),
        "issuers": [_at("UB")],
        "place": None,
        "issued_on": None,
        "subject": None,
    },
    "bases": [0],
    "citations": [
        {"text": _at("33- QĐ/TW"), "kind": _at("Luật"), "issued_on": "2024-01-02", "issuer": None},
    ],
    "outline": [
        {
            "label": "2",
            "title": _at("Nội dung\nsau**"),
            "children": [
                {"label": "2.1", "title": None, "children": []},
                {"label": "a", "title": None, "children": []},
            ],
        },
        {"label": "2", "title": None, "children": []},
    ],
    "bullets": 0,
    "deadlines": [],
    "assignments": [],
    "recipients": [{"text": _at("Nội dung"), "purpose": "báo cáo"}],
    "archive": None,
    "signatures": [],
    "footnotes": [{"mark": "1", "text": _at("Nội dung")}],
}


def _written(folder: Path, data: dict[str, object], text: str) -> Document:
    (folder / "x.txt").write_bytes(text.encode())
    gold = folder / "x.gold.json"
    gold.write_text(json.dumps(data), encoding="utf-8")
    return Document.load(gold, folder / "x.txt")


def test_truth_may_give_offsets_for_text(tmp_path: Path) -> None:
    digest = hashlib.sha256(OFFSETS_TEXT.encode()).hexdigest()
    truth = _written(tmp_path, {**OFFSETS, "sha256": digest}, OFFSETS_TEXT).truth
    assert (truth.number, truth.number_text) == ("12/KH-UB", "12 /KH-UB")
    assert (truth.kind, truth.issuers) == ("KẾ HOẠCH", ("UB",))
    assert (truth.citations[0].number, truth.citations[0].kind) == ("33-QĐ/TW", "Luật")
    assert truth.citations[0].span == Span(*_at("33- QĐ/TW"))
    assert truth.bases == truth.citations
    assert [n.path for n in truth.outline] == ["2", "2.1", "2.a", "2~2"]
    assert truth.outline[0].title == "Nội dung sau"
    assert truth.recipients[0].span == Span(*_at("Nội dung"))


def test_truth_about_another_text_is_refused(tmp_path: Path) -> None:
    with pytest.raises(GoldError, match="not the document"):
        _written(tmp_path, {**OFFSETS, "sha256": "0" * 64}, OFFSETS_TEXT)
    with pytest.raises(GoldError, match="outside the document"):
        _written(tmp_path, OFFSETS, "Số")
    moved = {"text": "trước", "start": 3, "relation": "before", "from": None, "to": None}
    with pytest.raises(GoldError, match="at 3 stands"):
        _written(tmp_path, {**OFFSETS, "deadlines": [moved]}, OFFSETS_TEXT)


def test_part_kinds_are_counted_in_visible_characters() -> None:
    text = "I. Mục đích\n\nNội dung"
    counts = PartCounts(
        sha256=hashlib.sha256(text.encode()).hexdigest(),
        parts={PartKind.HEADING: ((0, 11),), PartKind.CLOSING: ()},
    )
    parts = (Part(PartKind.HEADING, Span(0, 7)), Part(PartKind.CLOSING, Span(7, len(text))))
    plan = Plan(source=Source(text), parts=parts)
    assert counts.fits(text)
    assert not counts.fits(f"{text} ")
    assert compare_parts(plan, counts) == {
        PartKind.HEADING: matching.Tally(5, 9, 5),
        PartKind.CLOSING: matching.Tally(11, 0, 0),
    }


def test_the_counts_by_hand_are_of_the_samples_as_they_stand() -> None:
    counts = PartCounts.load(DATA / "part_counts.json")
    for name, document in SAMPLES.items():
        assert counts[name].fits(document.text), name
        ranges = sorted(r for kind in counts[name].parts.values() for r in kind)
        assert all(start < end for start, end in ranges)
        assert all(a[1] <= b[0] for a, b in itertools.pairwise(ranges)), name


def test_the_report_names_every_miss_with_its_place() -> None:
    plan = plan_of(JOINT)
    spoilt = attrs.evolve(plan, citations=plan.citations[:-1], subject="Khác")
    result = score(lambda _: spoilt, [JOINT])
    text = report.as_text(result)
    assert "vinh-khe-05-2024.txt: subject" in text
    place = Source(JOINT.text).position(plan.citations[-1].span.start)
    assert f"vinh-khe-05-2024.txt:{place}: citations\n    expected Luật · Luật Tố cáo" in text
    data = json.loads(json.dumps(report.as_json(result)))
    assert data["figures"]["citations"]["found"] == 10
    assert {m["figure"] for m in data["documents"][0]["misses"]} == {"subject", "citations"}
    assert data["characters_per_second"] > 0
    assert report.lowest(result) == 0


def test_the_exit_code_tells_failure_only_if_asked(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    _written(tmp_path, OFFSETS, OFFSETS_TEXT)
    assert main([str(tmp_path)]) == 0
    assert "x.txt" in capsys.readouterr().out
    assert main([str(tmp_path), "--fail-under", "0.99"]) == 1
    assert main([str(tmp_path), "--json", "--fail-under", "0"]) == 0
    assert main([str(tmp_path / "none")]) == 0
    assert "no documents" in capsys.readouterr().err
