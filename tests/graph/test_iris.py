"""IRIs are computed from content alone and follow the patterns of the contract."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pyoxigraph import NamedNode, RdfFormat, parse

from graph_builder.graph import iris

ID = "https://w3id.org/servanda/id/"


@pytest.mark.parametrize(
    ("made", "tail"),
    [
        (iris.document("bcd450c388d4"), "doc/bcd450c388d4"),
        (iris.passage("bcd450c388d4", 0, 12), "doc/bcd450c388d4#char=0,12"),
        (iris.selector("bcd450c388d4", 0, 12), "doc/bcd450c388d4#selector=0,12"),
        (iris.mention("bcd450c388d4", 7, 12), "doc/bcd450c388d4/mention/7-12"),
        (iris.statement("bcd450c388d4", 7), "doc/bcd450c388d4/statement/7"),
        (iris.commitment("bcd450c388d4", 7), "commitment/bcd450c388d4/7"),
        (iris.commitment("bcd450c388d4", 7, 3), "commitment/bcd450c388d4/7-3"),
    ],
)
def test_what_stands_in_a_document_has_an_iri_by_its_offsets(made: NamedNode, tail: str) -> None:
    assert made.value == ID + tail


@pytest.mark.parametrize(
    ("organization", "title", "post"),
    [
        ("state/jpn", "Prime Minister", "post/jpn/prime-minister"),
        ("agency/jpn-cabinet-office", "Director General", "post/jpn-cabinet-office/director-general"),
        ("org/tasman-herald", "The Editor", "post/tasman-herald/editor"),
        ("doc/0123456789ab/org/works-council", "Chair", "doc/0123456789ab/post/works-council/chair"),
    ],
)
def test_a_post_is_named_by_where_it_is_and_its_title(organization: str, title: str, post: str) -> None:
    assert iris.post(organization, title) == post


@pytest.mark.parametrize(
    ("person", "post", "tenure"),
    [
        ("person/rojas-elena", "post/chl/minister", "tenure/rojas-elena/chl/minister"),
        ("doc/0123456789ab/person/rojas", "post/chl/minister", "doc/0123456789ab/tenure/rojas/chl/minister"),
        (
            "person/rojas-elena",
            "doc/0123456789ab/post/works-council/chair",
            "doc/0123456789ab/tenure/rojas-elena/works-council/chair",
        ),
    ],
)
def test_a_tenure_is_local_where_its_person_or_its_post_is(person: str, post: str, tenure: str) -> None:
    assert iris.tenure(person, post) == tenure


@pytest.mark.parametrize("graph", [iris.REGISTRY.value, iris.ENTITIES.value, "https://example.org/doc-0123456789ab"])
def test_only_the_graph_of_a_document_gives_a_document(graph: str) -> None:
    assert iris.document_of(graph) is None


@given(st.text(min_size=1))
def test_any_id_gives_an_iri_that_a_parser_takes(tail: str) -> None:
    line = f"{iris.thing(tail)} {iris.TYPE} {iris.concept(tail)} ."
    assert len(list(parse(line, format=RdfFormat.N_TRIPLES))) == 1
