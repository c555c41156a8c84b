"""The citation graph of many plans."""

from __future__ import annotations

import io
import json
import sys

import networkx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import danvan
from danvan.errors import MissingExtraError
from danvan.graph import citation_graph
from danvan.instruments import Register
from danvan.strategies.plans import plans as any_plans

_DISTRICT = """\
UBND HUYỆN TÂN HẢI\nSố: 12/KH-UBND\nTân Hải, ngày 05 tháng 3 năm 2024

KẾ HOẠCH\nCông tác dân vận năm 2024

Thực hiện Chỉ thị số 33/CT-TTg ngày 26/11/2021 của Thủ tướng Chính phủ; Kế hoạch số 9/KH-UBND ngày \
02/02/2024 của UBND tỉnh; Luật Tiếp công dân năm 2013, UBND huyện ban hành Kế hoạch như sau:

I. MỤC ĐÍCH

Theo Chỉ thị số 33/CT-TTg, Kế hoạch số 7/KH-UBND của UBND tỉnh và Quyết định số 217-QĐ/TW.
"""
_COMMUNE = """\
UBND XÃ AN PHÚ\nSố: 20/KH-UBND\nAn Phú, ngày 15 tháng 3 năm 2024

KẾ HOẠCH\nCông tác dân vận năm 2024

Thực hiện Kế hoạch số 12/KH-UBND ngày 05/3/2024 của UBND huyện Tân Hải, UBND xã xây dựng Kế hoạch:

I. MỤC ĐÍCH

Theo Kế hoạch số 7/KH-UBND của UBND tỉnh và Quyết định số 217-QĐ/TW ngày 12/12/2013; Luật Tiếp công dân.
"""


def _graph(*texts, register=None):
    return citation_graph([danvan.parse(text) for text in texts], register=register)


def test_a_plan_that_another_cites_is_one_node_with_it():
    graph = _graph(_DISTRICT, _COMMUNE)
    node = graph.node("12/KH-UBND@2024-03-05")
    assert (node.plan, node.mentions) == (0, 1)
    assert node.label == "Kế hoạch 12/KH-UBND"
    assert [n.plan for n in graph.nodes if n.plan is not None] == [0, 1]
    assert ("20/KH-UBND@2024-03-15", "12/KH-UBND@2024-03-05", "basis") in {
        (e.source, e.target, e.role) for e in graph.edges
    }


def test_mentions_of_one_document_are_one_node_and_one_edge_for_each_role():
    graph = _graph(_DISTRICT)
    assert graph.node("33/CT-TTg@2021-11-26").mentions == 2
    roles = {e.role: e.count for e in graph.edges if e.target == "33/CT-TTg@2021-11-26"}
    assert roles == {"basis": 1, "reference": 1}


def test_an_undated_number_of_a_province_stays_within_its_plan():
    graph = _graph(_DISTRICT, _COMMUNE)
    assert {n.id for n in graph.nodes if n.id.startswith("7/KH-UBND")} == {
        "7/KH-UBND",
        "7/KH-UBND~2",
    }


def test_an_undated_central_number_is_that_of_the_one_dated_document():
    graph = _graph(_DISTRICT, _COMMUNE, register=Register([]))
    assert graph.node("217-QĐ/TW") is None
    assert graph.node("217-QĐ/TW@2013-12-12").mentions == 2


def test_the_register_completes_what_plans_leave_out():
    node = next(n for n in _graph(_COMMUNE).nodes if n.id.startswith("217"))
    assert node.instrument.issuer == "Bộ Chính trị"
    assert node.instrument.title.startswith("ban hành Quy chế giám sát")


def test_equal_numbers_and_days_of_two_bodies_are_two_documents():
    other = _DISTRICT.replace("HUYỆN TÂN HẢI", "HUYỆN ĐÔNG SƠN").replace(
        "Tân Hải, ngày", "Đông Sơn, ngày"
    )
    graph = _graph(_DISTRICT, other, _COMMUNE)
    assert {n.id for n in graph.nodes if n.plan is not None} == {
        "12/KH-UBND@2024-03-05",
        "12/KH-UBND@2024-03-05~2",
        "20/KH-UBND@2024-03-15",
    }
    assert graph.node("12/KH-UBND@2024-03-05").mentions == 1


def test_plans_without_numbers_are_nodes():
    graph = _graph("KẾ HOẠCH\n\nA", "KẾ HOẠCH\nCông tác dân vận\n\nThực hiện Luật Thanh niên")
    assert [node.id for node in graph.nodes] == ["#1", "#2", "luật thanh niên"]
    assert graph.node("#2").label == "Công tác dân vận"
    assert _graph().nodes == ()


def test_graphml():
    graph = _graph(_DISTRICT, _COMMUNE)
    read = networkx.read_graphml(io.BytesIO(graph.to_graphml().encode()))
    assert set(read.nodes) == {node.id for node in graph.nodes}
    assert read.number_of_edges() == len(graph.edges)
    assert read.nodes["33/CT-TTg@2021-11-26"]["issuer"] == "Thủ tướng Chính phủ"
    assert read.nodes["12/KH-UBND@2024-03-05"]["plan"] is True


def test_json():
    graph = _graph(_DISTRICT, _COMMUNE)
    read = networkx.node_link_graph(json.loads(graph.to_json()), edges="edges")
    assert networkx.utils.graphs_equal(read, graph.to_networkx())


def test_dot():
    lines = _graph('KẾ HOẠCH\nVề "A" \\ B\n\nThực hiện Luật Thanh niên').to_dot().splitlines()
    assert lines[0] == "digraph citations {"
    assert r'  "#1" [label="Về \"A\" \\ B", style=bold];' in lines
    assert '  "#1" -> "luật thanh niên" [label="basis"];' in lines


@pytest.mark.parametrize("form", ["to_networkx", "to_graphml", "to_json", "to_dot"])
def test_a_missing_extra_names_the_line_to_install_it(form, monkeypatch):
    graph = _graph(_COMMUNE)
    monkeypatch.setitem(sys.modules, "networkx", None)
    with pytest.raises(MissingExtraError, match=r"pip install 'danvan\[graph\]'"):
        getattr(graph, form)()


@settings(max_examples=15)
@given(st.lists(any_plans(), max_size=3))
def test_every_graph_holds_together(plans):
    graph = citation_graph(plans)
    ids = [node.id for node in graph.nodes]
    assert len(ids) == len(set(ids))
    assert {edge.source for edge in graph.edges} | {edge.target for edge in graph.edges} <= set(ids)
    assert sum(node.plan is not None for node in graph.nodes) <= len(plans)
    assert all(edge.count >= 1 and edge.source != edge.target for edge in graph.edges)
    networkx.read_graphml(io.BytesIO(graph.to_graphml().encode("utf-8")))
