"""The ontology's own terms: all that the contract names, each written in one manner."""

from __future__ import annotations

import warnings
from functools import cache
from pathlib import Path

import pytest
from pyshacl import validate
from rdflib import BNode, Graph, URIRef
from rdflib.namespace import OWL, RDF, RDFS, SH, SKOS

from graph_builder.assets import ONTOLOGY

SRV = "https://w3id.org/servanda/ns#"
ACT, TOPIC = "https://w3id.org/servanda/act/", "https://w3id.org/servanda/topic/"
FILES = ("servanda.ttl", "servanda-alignments.ttl", "servanda-shapes.ttl")
SCHEMES = ("act", "actor-type", "status", "strength", "text-type", "topic")
CLASSES = """Actor State Organization Agency Forum Person ActorGroup Event Meeting Place Instrument Document Passage
    Mention Statement Commitment Link"""
TO_THINGS = """kind actsFor inPost inForum participant delegationHead place instrumentOf statedIn evidence act status
    strength madeBy attributedTo relays madeAt topic about underInstrument expresses reaffirms debtor creditor continues
    fulfilledBy refersTo addressee onBehalfOf condition textOf origin earlier later"""
TO_VALUES = """asOf notBefore notAfter dateText cue content confidence forbearance amount unit amountText firstHand
    textDigest rule"""


@cache
def ontology() -> Graph:
    return Graph().parse(ONTOLOGY / "servanda.ttl")


@cache
def everything() -> Graph:
    graph = Graph() + ontology()
    for name in SCHEMES:
        graph.parse(ONTOLOGY / "schemes" / f"{name}.ttl")
    return graph


def names(kind: URIRef) -> set[str]:
    return {str(term).removeprefix(SRV) for term in ontology().subjects(RDF.type, kind)}


@pytest.mark.parametrize("name", [*FILES, *(f"schemes/{scheme}.ttl" for scheme in SCHEMES)])
def test_every_file_is_read_without_a_warning(name: str) -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        assert len(Graph().parse(ONTOLOGY / name)) > 10


def test_there_is_no_scheme_but_those_six() -> None:
    assert tuple(sorted(path.stem for path in (ONTOLOGY / "schemes").glob("*.ttl"))) == SCHEMES


def test_the_classes_are_those_of_the_contract() -> None:
    assert names(OWL.Class) == set(CLASSES.split())


def test_the_properties_are_those_of_the_contract() -> None:
    assert names(OWL.ObjectProperty) == set(TO_THINGS.split())
    assert names(OWL.DatatypeProperty) == set(TO_VALUES.split())


def test_nothing_that_goes_into_a_graph_is_a_blank_node() -> None:
    assert [triple for triple in everything() if any(isinstance(term, BNode) for term in triple)] == []


def test_terms_and_concepts_are_written_in_one_manner() -> None:
    conforms, _, text = validate(everything(), shacl_graph=Graph().parse(Path(__file__).with_name("style-shapes.ttl")))
    assert conforms, text


@pytest.mark.parametrize(
    ("change", "shape"),
    [
        ("DELETE WHERE { srv:Actor skos:definition ?d }", "term-definition"),
        ('INSERT DATA { srv:cue rdfs:label "trigger"@en }', "term-label"),
        ("DELETE WHERE { srv:act skos:example ?e }", "term-example"),
        ("DELETE WHERE { act:agree skos:broader ?b }", "concept-top"),
        ("INSERT DATA { act:agree skos:broader act:directive }", "concept-broader"),
        ("DELETE WHERE { topic:space skos:definition ?d }", "concept-definition"),
        ('INSERT DATA { topic:space skos:altLabel "space"@en }', "concept-synonym"),
    ],
)
def test_the_style_shapes_see_a_term_written_otherwise(change: str, shape: str) -> None:
    prefixes = {"srv": SRV, "skos": str(SKOS), "rdfs": str(RDFS), "act": ACT, "topic": TOPIC}
    some = [URIRef(SRV + name) for name in ("Actor", "cue", "act")]
    some += [URIRef(name) for name in (ACT + "agree", ACT + "commissive", ACT + "directive", TOPIC + "space")]
    some += [URIRef(name.rstrip("/")) for name in (ACT, TOPIC)]
    graph = Graph()
    for term in some:
        graph += everything().triples((term, None, None))
    style = Graph().parse(Path(__file__).with_name("style-shapes.ttl"))
    assert validate(graph, shacl_graph=style)[0]
    graph.update("".join(f"PREFIX {prefix}: <{name}>\n" for prefix, name in prefixes.items()) + change)
    _, report, _ = validate(graph, shacl_graph=style)
    assert {str(found).rpartition("#")[2] for found in report.objects(None, SH.sourceShape)} == {shape}


def test_no_two_definitions_are_alike() -> None:
    found = [str(text) for text in everything().objects(None, SKOS.definition)]
    assert len(found) == len(set(found)) > 400


def test_every_term_that_is_used_is_a_term() -> None:
    texts = [everything(), *(Graph().parse(ONTOLOGY / name) for name in FILES)]
    used = {str(node) for graph in texts for triple in graph for node in triple if str(node).startswith(SRV)}
    terms = f"{CLASSES} {TO_THINGS} {TO_VALUES}".split()
    assert used - {SRV} == {SRV + name for name in terms}


@pytest.mark.parametrize(
    ("part", "whole"),
    [("State", "Actor"), ("Agency", "Actor"), ("Forum", "Organization"), ("Person", "Actor"), ("Meeting", "Event")],
)
def test_classes_stand_under_those_the_contract_says(part: str, whole: str) -> None:
    above = set(ontology().transitive_objects(URIRef(SRV + part), RDFS.subClassOf))
    assert URIRef(SRV + whole) in above


@pytest.mark.parametrize(
    ("part", "whole"),
    [
        ("reaffirms", SRV + "expresses"),
        ("delegationHead", SRV + "participant"),
        ("statedIn", "http://www.w3.org/ns/prov#wasQuotedFrom"),
        ("continues", "http://www.w3.org/ns/prov#wasDerivedFrom"),
        ("refersTo", "http://www.w3.org/ns/oa#hasBody"),
    ],
)
def test_properties_stand_under_those_the_contract_says(part: str, whole: str) -> None:
    assert (URIRef(SRV + part), RDFS.subPropertyOf, URIRef(whole)) in ontology()


@pytest.mark.parametrize(
    "kinds",
    [
        ("Actor", "Event", "Passage", "Mention", "Statement", "Commitment"),
        ("State", "Organization", "Person", "ActorGroup"),
    ],
)
def test_unlike_things_are_declared_disjoint(kinds: tuple[str, ...]) -> None:
    graph = ontology()
    for first in kinds:
        for second in kinds:
            pair = URIRef(SRV + first), URIRef(SRV + second)
            said = (pair[0], OWL.disjointWith, pair[1]) in graph or (pair[1], OWL.disjointWith, pair[0]) in graph
            assert said is (first != second)


def test_the_ontology_says_its_version_and_license() -> None:
    node = URIRef(SRV.removesuffix("#"))
    assert ontology().value(node, OWL.versionIRI) == URIRef("https://w3id.org/servanda/ns/0.1.0")
    assert str(ontology().value(node, OWL.versionInfo)) == "0.1.0"
    assert "Attribution 4.0 International" in (ONTOLOGY / "LICENSE").read_text(encoding="utf-8")


def test_the_readme_counts_the_terms_as_they_are() -> None:
    told = (ONTOLOGY / "README.md").read_text(encoding="utf-8")
    assert f"{len(CLASSES.split())} classes, {len(TO_THINGS.split()) + len(TO_VALUES.split())} properties" in told
