"""One file, sorted and stable, that every reader of TriG reads back to the same quads."""

from __future__ import annotations

import io
from pathlib import Path
from random import Random

import pytest
import rdflib
from hypothesis import given, settings
from hypothesis import strategies as st
from pyoxigraph import DefaultGraph, Literal, NamedNode, Quad, RdfFormat, Store, parse

from graph_builder.graph import iris
from graph_builder.graph.store import open_store
from graph_builder.graph.trig import write

_TEXT = st.text(st.characters(exclude_categories=["Cs"]))
_TAILS = st.text("abz09-._~/#=,:", min_size=1, max_size=20)
_SPACES = [iris.ID, iris.ID + "doc/0123456789ab", iris.SRV, iris.GRAPH, iris.ROOT + "act/", iris.ROOT, iris.SKOS]
_NODES = st.builds(str.__add__, st.sampled_from(_SPACES), _TAILS).filter(lambda iri: iri.count("#") < 2).map(NamedNode)
_LITERALS = st.one_of(
    _TEXT.map(Literal),
    _TEXT.map(lambda words: Literal(words, language="en")),
    st.integers(-999, 999).map(lambda n: Literal(str(n), datatype=NamedNode(iris.XSD + "integer"))),
    st.decimals(-999, 999, places=3).map(lambda n: Literal(str(n), datatype=NamedNode(iris.XSD + "decimal"))),
    st.booleans().map(lambda b: Literal(str(b).lower(), datatype=NamedNode(iris.XSD + "boolean"))),
    st.dates().map(lambda d: Literal(str(d), datatype=NamedNode(iris.XSD + "date"))),
)
_GRAPHS = st.one_of(st.just(DefaultGraph()), _NODES)
_QUADS = st.lists(st.builds(Quad, _NODES, _NODES, st.one_of(_NODES, _LITERALS), _GRAPHS), max_size=12)


def written(quads: list[Quad]) -> bytes:
    store = Store()
    store.extend(quads)
    out = io.BytesIO()
    write(store, out)
    return out.getvalue()


@settings(max_examples=60)
@given(_QUADS)
def test_what_is_written_is_read_back(quads: list[Quad]) -> None:
    store = Store()
    store.extend(quads)
    assert set(parse(written(quads), format=RdfFormat.TRIG)) == {q for q in store if q.graph_name != iris.LEDGER_GRAPH}


@settings(max_examples=60)
@given(_QUADS, st.randoms(use_true_random=False))
def test_the_order_of_coming_in_does_not_show(quads: list[Quad], random: Random) -> None:
    assert written(random.sample(quads, len(quads))) == written(quads)


@pytest.mark.filterwarnings("ignore::DeprecationWarning")
def test_rdflib_reads_the_same_graph(kg: Path) -> None:
    dataset = rdflib.Dataset()
    dataset.parse(kg / "graph.trig", format="trig")
    store = open_store(kg)
    ours = {str(name.value) for name in store.named_graphs() if name != iris.LEDGER_GRAPH}
    assert {str(graph.identifier) for graph in dataset.graphs() if len(graph)} - {"urn:x-rdflib:default"} == ours
    for name in sorted(ours):
        held = {str(quad.triple) for quad in store.quads_for_pattern(None, None, None, NamedNode(name))}
        assert len(dataset.graph(rdflib.URIRef(name))) == len(held) > 0


@pytest.mark.parametrize(
    "line",
    [
        "g:registry {",
        '      srv:content "share seismic data"@en ;',
        "      srv:act act:agree ;",
        "      srv:firstHand true ;",
        "      srv:confidence 0.97 ;",
        "  <event/chile-new-zealand-dialogue-on-earthquakes/3> schema:position 3 ;",
        '      srv:notAfter "2025-06-30"^^xsd:date ;',
        "  <state/chl> a srv:State ;",
    ],
)
def test_the_file_reads_well(kg: Path, line: str) -> None:
    assert line in (kg / "graph.trig").read_text(encoding="utf-8").splitlines()


def test_the_builders_ledger_stays_in_the_store(kg: Path) -> None:
    assert b"ledger" not in (kg / "graph.trig").read_bytes()
    assert any(quad.graph_name == iris.LEDGER_GRAPH for quad in open_store(kg))
