"""The citation graph of many plans (đồ thị viện dẫn): which document cites which.

Nodes are documents, the plans among them; an edge says that a plan cites a document in a role, and
how often. Mentions of one document are one node, whatever each of them says of it.
"""

from __future__ import annotations

import importlib
import json
from collections import Counter
from typing import TYPE_CHECKING, Any

import attrs

from danvan.errors import MissingExtraError
from danvan.instruments import Instrument, Register
from danvan.instruments.alike import may_be_one_body
from danvan.instruments.model import bare_name
from danvan.instruments.series import names_one_body

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterable, Sequence

    from danvan.instruments import Citation
    from danvan.plan import Plan

_NO_ROLE = "cites"


@attrs.frozen(kw_only=True)
class DocumentNode:
    """A document in a citation graph (văn bản).

    ``id`` is the key of the instrument, "#3" for the third plan if that has no number; "~2" and so
    on follow it where several have the same. ``plan`` is the place of the plan among those that the
    graph was made of, None for other documents. ``mentions`` counts how often it is cited.
    """

    id: str
    instrument: Instrument
    plan: int | None = None
    mentions: int = 0

    @property
    def label(self) -> str:
        """Kind and number, or the name, or the title: what to call it in a drawing."""
        own = self.instrument
        named = own.name or (own.title if own.number is None else None)
        parts = [named] if named else [own.kind, own.number]
        return " ".join(str(part) for part in parts if part) or self.id


@attrs.frozen(kw_only=True)
class CitationEdge:
    """That one document cites another (viện dẫn): the ids of both, the role, how often."""

    source: str
    target: str
    role: str = _NO_ROLE
    count: int = 1


@attrs.frozen
class CitationGraph:
    """Documents and the citations between them (đồ thị viện dẫn)."""

    nodes: tuple[DocumentNode, ...]
    edges: tuple[CitationEdge, ...]

    def node(self, key: str) -> DocumentNode | None:
        """The node with that id."""
        return next((node for node in self.nodes if node.id == key), None)

    def to_networkx(self) -> Any:  # noqa: ANN401 - networkx has no types
        """The graph as a ``networkx.MultiDiGraph``; the key of an edge is its role.

        Raises:
            MissingExtraError: if networkx is not installed.
        """
        graph = _networkx().MultiDiGraph()
        for node in self.nodes:
            graph.add_node(_plain(node.id), **_attributes(node))
        for edge in self.edges:
            ends = _plain(edge.source), _plain(edge.target)
            graph.add_edge(*ends, key=edge.role, role=edge.role, count=edge.count)
        return graph

    def to_graphml(self) -> str:
        """The graph as GraphML, for Gephi, yEd and Cytoscape.

        Raises:
            MissingExtraError: if networkx is not installed.
        """
        lines = _networkx().generate_graphml(self.to_networkx(), named_key_ids=True)
        return '<?xml version="1.0" encoding="UTF-8"?>\n' + "\n".join(lines) + "\n"

    def to_json(self) -> str:
        """The graph as JSON in networkx's node-link form, for D3 and the like.

        Raises:
            MissingExtraError: if networkx is not installed.
        """
        data = _networkx().node_link_data(self.to_networkx(), edges="edges")
        return json.dumps(data, ensure_ascii=False, indent=1) + "\n"

    def to_dot(self) -> str:
        """The graph in the DOT language of Graphviz.

        Raises:
            MissingExtraError: if networkx is not installed.
        """
        graph = self.to_networkx()
        lines = ["digraph citations {", "  node [shape=box];"]
        for key, values in graph.nodes(data=True):
            bold = ", style=bold" if values["plan"] else ""
            lines.append(f"  {_quoted(key)} [label={_quoted(values['label'])}{bold}];")
        for source, target, values in graph.edges(data=True):
            label = f" [label={_quoted(values['role'])}]" if values["role"] != _NO_ROLE else ""
            lines.append(f"  {_quoted(source)} -> {_quoted(target)}{label};")
        return "\n".join([*lines, "}"]) + "\n"


def citation_graph(plans: Iterable[Plan], *, register: Register | None = None) -> CitationGraph:
    r"""Which documents the plans cite, and which of them are the same (đồ thị viện dẫn).

    A document is known again by number or name and by its date. Numbers of bodies that share
    letters ("12/KH-UBND") are one document only if their dates are known and equal and their
    issuers can be one body; without a date they stay within their plan. A central number without
    date is that of the one dated document with that number, if there is only one.

    Args:
        plans: the plans, which are nodes too; one that another cites is one node with it.
        register: what is known of documents, to complete what the plans say of them; the register
            that comes with danvan by default.

    >>> import danvan
    >>> text = "KẾ HOẠCH\n\nThực hiện Chỉ thị số 33/CT-TTg ngày 26/11/2021"
    >>> [(e.source, e.target, e.role) for e in citation_graph([danvan.parse(text)]).edges]
    [('#1', '33/CT-TTg@2021-11-26', 'implements')]
    """
    known = Register.default() if register is None else register
    return _Building(tuple(plans), known).graph()


# The forms in which a graph can be written, by name.
FORMS = {
    "graphml": CitationGraph.to_graphml,
    "json": CitationGraph.to_json,
    "dot": CitationGraph.to_dot,
}


@attrs.define(kw_only=True)
class _Document:
    """A node while the graph is built; ``scope`` is the plan within which alone it is known."""

    place: int
    instrument: Instrument
    plan: int | None = None
    scope: int | None = None
    mentions: int = 0

    def learn(self, said: Instrument) -> None:
        missing = {
            field.name: getattr(said, field.name)
            for field in attrs.fields(Instrument)
            if getattr(self.instrument, field.name) is None
        }
        self.instrument = attrs.evolve(self.instrument, **missing)


class _Building:
    """The documents that were found so far, by number and by name."""

    def __init__(self, plans: Sequence[Plan], register: Register) -> None:
        self._register = register
        self._documents: list[_Document] = []
        self._buckets: dict[Hashable, list[_Document]] = {}
        self._edges: Counter[tuple[int, int, str]] = Counter()
        sources = [self._of_plan(index, plan) for index, plan in enumerate(plans)]
        said = [
            (index, citation, self._completed(citation, plan))
            for index, plan in enumerate(plans)
            for citation in plan.citations
        ]
        # What is dated first: the rest is of documents that are known by then.
        for index, citation, instrument in sorted(said, key=lambda one: not _is_dated(one[2])):
            target = self._of_mention(instrument, index)
            if target.place != sources[index].place:
                target.mentions += 1
                role = citation.role.value if citation.role else _NO_ROLE
                self._edges[sources[index].place, target.place, role] += 1

    def graph(self) -> CitationGraph:
        ids = _distinct(
            document.instrument.key or f"#{(document.plan or 0) + 1}"
            for document in self._documents
        )
        nodes = tuple(
            DocumentNode(id=key, instrument=d.instrument, plan=d.plan, mentions=d.mentions)
            for key, d in zip(ids, self._documents, strict=True)
        )
        edges = tuple(
            CitationEdge(source=ids[source], target=ids[target], role=role, count=count)
            for (source, target, role), count in sorted(self._edges.items())
        )
        return CitationGraph(nodes, edges)

    def _completed(self, citation: Citation, plan: Plan) -> Instrument:
        day = plan.issued_on.latest if plan.issued_on else None
        return self._register.complete(citation, day)

    def _of_plan(self, index: int, plan: Plan) -> _Document:
        instrument = _instrument_of(plan)
        known = self._same(instrument, index) if _is_dated(instrument) else None
        if known is not None and known.plan is None:
            known.plan = index
            return known
        return self._added(instrument, plan=index)

    def _of_mention(self, instrument: Instrument, index: int) -> _Document:
        known = self._same(instrument, index)
        if known is not None:
            known.learn(instrument)
            return known
        is_local = not _is_dated(instrument) and _shares_letters(instrument)
        return self._added(instrument, scope=index if is_local else None)

    def _same(self, instrument: Instrument, index: int) -> _Document | None:
        """The document that is meant, if one alone can be and that is certain enough."""
        found = [
            document
            for document in self._buckets.get(_identity(instrument), ())
            if document.scope in {None, index} and _may_be_one(document.instrument, instrument)
        ]
        if _is_dated(instrument) or not _shares_letters(instrument):
            same = [d for d in found if _is_dated(d.instrument) == _is_dated(instrument)]
            found = same or found
        else:
            found = [document for document in found if document.scope == index]
        return found[0] if len(found) == 1 else None

    def _added(
        self, instrument: Instrument, *, plan: int | None = None, scope: int | None = None
    ) -> _Document:
        document = _Document(
            place=len(self._documents), instrument=instrument, plan=plan, scope=scope
        )
        self._documents.append(document)
        self._buckets.setdefault(_identity(instrument), []).append(document)
        return document


def _instrument_of(plan: Plan) -> Instrument:
    """What a plan says of itself."""
    names = [issuer.full_name or issuer.name for issuer in plan.issuers]
    number = plan.number if plan.number is not None and plan.number.serial else None
    return Instrument(
        kind=plan.kind,
        number=number,
        issued_on=plan.issued_on,
        issuer=" và ".join(names) or None,
        title=plan.subject,
    )


def _identity(instrument: Instrument) -> Hashable:
    return instrument.number or bare_name(instrument.name or "")


def _shares_letters(instrument: Instrument) -> bool:
    """Whether bodies of the whole country number their documents so."""
    return instrument.number is not None and not names_one_body(instrument.number)


def _is_dated(instrument: Instrument) -> bool:
    """Whether date, or where that is enough year, tells a document from others of its number."""
    if instrument.issued_on is not None and instrument.issued_on.is_day:
        return True
    return instrument.year is not None and not _shares_letters(instrument)


def _may_be_one(one: Instrument, other: Instrument) -> bool:
    if not one.is_same_as(other):
        return False
    if not _shares_letters(one) or one.issuer is None or other.issuer is None:
        return True
    return may_be_one_body(one.issuer, other.issuer)


def _distinct(keys: Iterable[str]) -> list[str]:
    """The keys, a number after those that were there: "12/KH-UBND~2"."""
    counts: Counter[str] = Counter()
    found = []
    for key in keys:
        counts[key] += 1
        found.append(key if counts[key] == 1 else f"{key}~{counts[key]}")
    return found


def _attributes(node: DocumentNode) -> dict[str, str | int | bool]:
    own = node.instrument
    texts = {
        "label": node.label,
        "kind": own.kind,
        "number": own.number,
        "name": own.name,
        "issued_on": own.issued_on,
        "issuer": own.issuer,
        "title": own.title,
        "uri": own.uri,
    }
    told = {name: _plain(str(value)) for name, value in texts.items() if value is not None}
    return {**told, "plan": node.plan is not None, "mentions": node.mentions}


def _plain(text: str) -> str:
    """The text without what XML forbids and terminals would obey."""
    return "".join(c if c.isprintable() else " " for c in text)


def _quoted(text: str) -> str:
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'


def _networkx() -> Any:  # noqa: ANN401 - networkx has no types
    try:
        return importlib.import_module("networkx")
    except ImportError:
        what = "citation graphs in other forms"
        raise MissingExtraError(what, "graph") from None
