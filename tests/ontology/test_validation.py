"""What the program makes of the shapes: which graphs it checks together, and how it tells what is wrong."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest
from pyoxigraph import Literal, NamedNode, Quad, RdfFormat, Store, parse, serialize

from graph_builder.assets import ONTOLOGY
from graph_builder.errors import InputError
from graph_builder.graph import iris
from graph_builder.graph.validation import validate, validate_file, validate_store
from graph_builder.graph.vocabulary import ontology_triples, scheme_triples

JOINT, NEWS = "8bb4f4f5b062", "609366601817"
EXAMPLE = ONTOLOGY / "example.trig"
STATE, STATEMENT = iris.thing("state/prt"), iris.statement(JOINT, 602)
EVENT = iris.thing("event/portugal-cabo-verde-dialogue-on-the-sea/3")


@cache
def example() -> tuple[Quad, ...]:
    return tuple(parse(path=str(EXAMPLE), format=RdfFormat.TRIG))


def without(subject: NamedNode, predicate: NamedNode) -> list[Quad]:
    return [quad for quad in example() if (quad.subject, quad.predicate) != (subject, predicate)]


def test_the_example_file_keeps_to_the_shapes() -> None:
    assert validate_file(EXAMPLE) == ()


@pytest.mark.parametrize(
    ("name", "kind"), [("a.nq", RdfFormat.N_QUADS), ("a.NQ", RdfFormat.N_QUADS), ("a.trig", RdfFormat.TRIG)]
)
def test_a_graph_file_is_known_by_its_ending(tmp_path: Path, name: str, kind: RdfFormat) -> None:
    path = tmp_path / name
    serialize(without(STATEMENT, iris.srv("cue")), str(path), format=kind)
    assert [violation.shape for violation in validate_file(path)] == ["statement-cue"]


@pytest.mark.parametrize(
    ("name", "text", "told"),
    [
        ("a.csv", "", "not known as a graph file"),
        ("a.trig", "<broken", "cannot be read as a graph"),
        ("a.nq", "\x00\x01", "cannot be read as a graph"),
        ("absent.trig", None, "cannot be read as a graph"),
    ],
)
def test_what_is_no_graph_is_told_in_one_line(tmp_path: Path, name: str, text: str | None, told: str) -> None:
    path = tmp_path / name
    if text is not None:
        path.write_text(text)
    with pytest.raises(InputError) as caught:
        validate_file(path)
    assert told in str(caught.value)
    assert name in str(caught.value)
    assert "\n" not in str(caught.value)


def test_a_violation_says_where_what_and_why() -> None:
    (found,) = validate(without(STATEMENT, iris.srv("cue")))
    assert (found.graph, found.focus) == (iris.document_graph(JOINT).value, STATEMENT.value)
    assert (found.path, found.value, found.shape) == ("cue", "", "statement-cue")
    assert str(found).startswith(f"doc-{JOINT}: doc/{JOINT}/statement/602 cue: A statement has exactly one cue")


def test_violations_come_sorted_whatever_the_order_of_the_quads() -> None:
    broken = [quad for quad in without(STATEMENT, iris.srv("cue")) if quad.predicate != iris.srv("asOf")]
    broken = [quad for quad in broken if quad.predicate != iris.srv("firstHand")]
    broken += [Quad(STATEMENT, iris.srv("amount"), Literal("x"), iris.document_graph(JOINT))]
    found = validate(broken)
    assert len(found) > 2
    assert found == tuple(sorted(found)) == validate(reversed(broken))


def test_two_documents_may_date_one_event_each_in_its_own_way() -> None:
    june = Literal("2026-06-30", datatype=NamedNode(iris.XSD + "date"))
    news = iris.document_graph(NEWS)
    later = [quad for quad in example() if (quad.predicate, quad.graph_name) != (iris.srv("notAfter"), news)]
    assert validate([*later, Quad(EVENT, iris.srv("notAfter"), june, news)]) == ()
    joint = iris.document_graph(JOINT)
    assert {found.graph for found in validate([*example(), Quad(EVENT, iris.srv("notAfter"), june, joint)])} == {
        joint.value
    }


def test_only_the_documents_that_are_asked_for_are_checked() -> None:
    store = Store()
    store.bulk_extend(without(STATEMENT, iris.srv("cue")))
    assert validate_store(store, [NEWS]) == ()
    assert [violation.shape for violation in validate_store(store, [NEWS, JOINT, JOINT])] == ["statement-cue"]
    assert validate_store(store, ["0" * 12]) == ()


def test_a_card_is_looked_up_in_registry_and_entities() -> None:
    lost = [quad for quad in example() if quad.subject != STATE]
    assert {violation.shape for violation in validate(lost)} >= {"statement-made-by", "commitment-debtor", "card-label"}


def test_the_ledger_is_nobodys_statement() -> None:
    odd = NamedNode(iris.ID + "nothing")
    assert validate([*example(), Quad(odd, iris.TYPE, iris.srv("Statement"), iris.LEDGER_GRAPH)]) == ()


def test_concepts_are_those_of_the_store_where_it_has_schemes() -> None:
    own = [Quad(t.subject, t.predicate, t.object, iris.ONTOLOGY) for t in ontology_triples(ONTOLOGY)]
    fewer = [
        Quad(t.subject, t.predicate, t.object, iris.SCHEMES)
        for t in scheme_triples(ONTOLOGY)
        if t.subject != iris.concept("act/welcome")
    ]
    assert [violation.shape for violation in validate([*example(), *own, *fewer])] == ["act-in-scheme"]


def test_an_empty_store_breaks_nothing() -> None:
    assert validate([]) == ()
