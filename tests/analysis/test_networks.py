"""Networks from rows, and measures whose values are known by hand."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import networkx as nx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import graph_builder as gb
from graph_builder.analysis import (
    arcs,
    betweenness,
    communities,
    degree,
    measures,
    modularity,
    network,
    pagerank,
    strength,
    ties,
)
from graph_builder.errors import QueryError
from graph_builder.results import Cell, Iri, Result

Edge = tuple[str, str, int, str]


def net(*edges: Edge) -> nx.MultiDiGraph[str]:
    return network(Result(("source", "target", "weight", "relation"), edges))


# Two triangles that one tie joins: every measure is known.
BRIDGE = tuple(
    (a, b, 1, "together") for a, b in ("ab", "bc", "ac", "cd", "de", "ef", "df")
)  # fmt: skip


def test_rows_become_ties_and_equal_ties_one() -> None:
    found = net(("a", "b", 2, "together"), ("b", "a", 3, "together"), ("a", "b", 1, "owes"), ("b", "a", 4, "owes"))
    assert sorted(found.edges(keys=True)) == [("a", "b", "owes"), ("a", "b", "together"), ("b", "a", "owes")]
    assert found["a"]["b"]["together"] == {"relation": "together", "weight": 5, "evidence": (), "mutual": True}
    assert found["b"]["a"]["owes"]["mutual"] is False
    assert ties(found)["a"]["b"]["weight"] == 10
    assert {(a, b): data["weight"] for a, b, data in arcs(found).edges(data=True)} == {("a", "b"): 6, ("b", "a"): 9}


def test_evidence_is_gathered_and_names_are_kept_as_labels() -> None:
    japan = Iri("https://w3id.org/servanda/id/state/jpn")
    rows: tuple[tuple[Cell, ...], ...] = ((japan, "x", "p1 p2"), (japan, "x", "p2 p3"), (japan, "x", None))
    found = network(Result(("source", "target", "evidence"), rows, labels={japan: "Japan"}))
    assert found[japan]["x"]["tied"]["evidence"] == ("p1", "p2", "p3")
    assert found[japan]["x"]["tied"]["weight"] == 3
    assert [found.nodes[node]["label"] for node in (japan, "x")] == ["Japan", "x"]
    assert measures(found).column("iri") in {(japan, "x"), ("x", japan)}


def test_rows_without_two_ends_are_left_out() -> None:
    rows: tuple[tuple[Cell, ...], ...] = (("a", None), (None, "b"), ("a", "a"))
    assert len(network(Result(("source", "target"), rows))) == 0


@pytest.mark.parametrize("weight", [0, -1, "many", None, True, float("inf"), float("nan")])
def test_a_weight_that_is_no_weight_is_an_error(weight: Cell) -> None:
    with pytest.raises(QueryError, match="the weight of a tie is"):
        network(Result(("source", "target", "weight"), (("a", "b", weight),)))


def test_a_weight_may_be_a_decimal() -> None:
    assert ties(network(Result(("source", "target", "weight"), (("a", "b", Decimal("0.5")),)))).size("weight") == 0.5


def test_a_result_without_ends_is_no_network() -> None:
    with pytest.raises(QueryError, match=r"a network needs the column target, and this result has source, n \(SELECT"):
        network(Result(("source", "n"), ()))


def test_measures_of_two_triangles_and_a_bridge() -> None:
    found = net(*BRIDGE)
    assert degree(found) == {"a": 2, "b": 2, "c": 3, "d": 3, "e": 2, "f": 2}
    assert strength(found) == degree(found)
    assert betweenness(found) == pytest.approx({"a": 0, "b": 0, "c": 0.6, "d": 0.6, "e": 0, "f": 0})
    assert communities(found) == (("a", "b", "c"), ("d", "e", "f"))
    # 3/7 of the weight lies within each triangle, and each holds half of all ends: 2 * (3/7 - 1/4)
    assert modularity(found, communities(found)) == pytest.approx(5 / 14)
    ranks = pagerank(found)
    assert sum(ranks.values()) == pytest.approx(1)
    assert ranks["c"] == pytest.approx(ranks["d"])
    assert ranks["c"] > ranks["a"] == pytest.approx(ranks["f"])


def test_pagerank_flows_from_the_one_who_owes_to_the_one_who_is_owed() -> None:
    ranks = pagerank(net(("debtor", "creditor", 1, "owes"), ("other", "creditor", 1, "owes")))
    assert ranks["creditor"] > ranks["debtor"] == pytest.approx(ranks["other"])


def test_a_statement_signed_by_many_ties_each_to_all_others() -> None:
    many = net(*((a, b, 1, "together") for a in "abcdefgh" for b in "abcdefgh" if a < b))
    assert set(degree(many).values()) == {7}
    assert communities(many) == (tuple("abcdefgh"),)


def test_nothing_gives_nothing() -> None:
    empty = net()
    assert (degree(empty), strength(empty), betweenness(empty), pagerank(empty)) == ({}, {}, {}, {})
    assert communities(empty) == ()
    assert modularity(empty, ()) == 0
    assert measures(empty).rows == ()
    assert measures(empty).columns[0] == "actor"


EDGES = st.lists(
    st.tuples(
        st.sampled_from("abcdefg"), st.sampled_from("abcdefg"), st.integers(1, 5), st.sampled_from(["together", "owes"])
    ),
    min_size=1,
    max_size=20,
)


@settings(max_examples=40)
@given(edges=EDGES, data=st.data())
def test_the_order_of_the_rows_changes_nothing(edges: list[Edge], data: st.DataObject) -> None:
    shuffled = data.draw(st.permutations(edges))
    assert measures(net(*shuffled)) == measures(net(*edges))


@settings(max_examples=40)
@given(edges=EDGES)
def test_every_actor_is_in_one_community_and_shares_add_up(edges: list[Edge]) -> None:
    found = net(*edges)
    assert sorted(node for part in communities(found) for node in part) == sorted(found)
    assert sum(strength(found).values()) == 2 * sum(weight for a, b, weight, _ in edges if a != b)
    assert not found or sum(pagerank(found).values()) == pytest.approx(1)


def test_above_a_thousand_nodes_betweenness_is_estimated_alike_each_time() -> None:
    ring = net(*((f"n{number:04}", f"n{(number + 1) % 1100:04}", 1, "together") for number in range(1100)))
    first = betweenness(ring, seed=3)
    assert first == betweenness(ring, seed=3)
    assert first != betweenness(ring, seed=4)


def test_the_named_question_is_a_network(kg: Path) -> None:
    found = gb.open(kg).query("network-actors", roll_up=True).to_network()
    assert sorted(data["label"] for _, data in found.nodes(data=True)) == ["Canada", "Japan", "Norway"]
    table = measures(found)
    assert [row[:3] for row in table.rows] == [("Japan", 2, 4), ("Norway", 2, 4), ("Canada", 2, 2)]
    edge = found["https://w3id.org/servanda/id/state/jpn"]["https://w3id.org/servanda/id/state/nor"]["together"]
    assert len(edge["evidence"]) == 3
