"""Rows out of the store: every question the explorer asks, as SPARQL over the union of the named graphs."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pyoxigraph import Store

SRV = "https://w3id.org/servanda/ns#"
BASE = "https://w3id.org/servanda/"
_PREFIXES = f"""
PREFIX srv: <{SRV}>
PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
PREFIX oa: <http://www.w3.org/ns/oa#>
PREFIX org: <http://www.w3.org/ns/org#>
PREFIX dcterms: <http://purl.org/dc/terms/>
PREFIX schema: <https://schema.org/>
"""

Row = tuple[str, ...]
Card = Mapping[str, tuple[str, ...]]

# Property IRIs are long; cards use the last part of each, which is unique among the vocabularies in use.
_RDF_TYPE = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type"


def ask(store: Store, query: str) -> list[Row]:
    """All rows of a SELECT over the union graph, sorted, unbound variables as "".

    The union gives a triple once for each graph it stands in; queries say DISTINCT, and the order of the engine is
    not relied on.
    """
    solutions = store.query(_PREFIXES + query, use_default_graph_as_union=True)
    rows = [tuple("" if value is None else value.value for value in solution) for solution in solutions]  # type: ignore[union-attr]
    return sorted(rows)


def cards(store: Store, classes: Iterable[str]) -> dict[str, Card]:
    """For each instance of the classes (prefixed names): property -> values, both sorted.

    Properties are named by their last part ("madeBy", "prefLabel", "title"); the classes stand under "type".
    """
    values = " ".join(classes)
    found: dict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    for subject, prop, value in ask(
        store, f"SELECT DISTINCT ?s ?p ?o WHERE {{ VALUES ?t {{ {values} }} ?s a ?t . ?s ?p ?o }}"
    ):
        found[subject][tail(prop)].append(tail(value) if prop == _RDF_TYPE else value)
    return {subject: {prop: tuple(vals) for prop, vals in sorted(card.items())} for subject, card in found.items()}


def tail(iri: str) -> str:
    """The last part of an IRI.

    >>> tail("https://w3id.org/servanda/ns#madeBy"), tail("https://w3id.org/servanda/topic/space")
    ('madeBy', 'space')
    """
    return iri.rsplit("#", 1)[-1].rsplit("/", 1)[-1]


def first(card: Card, prop: str) -> str:
    """The first value of a property, or "" where there is none."""
    values = card.get(prop, ())
    return values[0] if values else ""


def passages(store: Store) -> dict[str, tuple[str, int, int, str, str, str]]:
    """Passages that bear evidence or tell a condition: IRI -> (document, start, end, exact, prefix, suffix)."""
    rows = ask(
        store,
        """SELECT DISTINCT ?p ?d ?start ?end ?exact ?prefix ?suffix WHERE {
             ?x srv:evidence|srv:condition ?p . ?p oa:hasSource ?d ; oa:hasSelector ?q, ?o .
             ?q oa:exact ?exact . ?o oa:start ?start ; oa:end ?end .
             OPTIONAL { ?q oa:prefix ?prefix } OPTIONAL { ?q oa:suffix ?suffix } }""",
    )
    return {p: (d, int(start), int(end), exact, pre, post) for p, d, start, end, exact, pre, post in rows}


def mentions(store: Store) -> dict[str, list[tuple[str, int, int, str]]]:
    """Where each entity is named: IRI -> (document, start, end, exact), in order of document and place."""
    rows = ask(
        store,
        """SELECT DISTINCT ?e ?d ?start ?end ?exact WHERE {
             ?m a srv:Mention ; srv:refersTo ?e ; oa:hasTarget ?p .
             ?p oa:hasSource ?d ; oa:hasSelector ?q, ?o . ?q oa:exact ?exact . ?o oa:start ?start ; oa:end ?end }""",
    )
    found: dict[str, list[tuple[str, int, int, str]]] = defaultdict(list)
    for entity, document, start, end, exact in rows:
        found[entity].append((document, int(start), int(end), exact))
    return {entity: sorted(places) for entity, places in found.items()}


def concepts(store: Store) -> tuple[dict[str, str], dict[str, str]]:
    """Labels and top concepts: two mappings from concept IRI.

    A graph without its schemes is readable too: `label` then falls back on the IRI.
    """
    labels: dict[str, str] = {}
    for iri, text in ask(store, "SELECT DISTINCT ?c ?l WHERE { ?c a skos:Concept ; skos:prefLabel ?l }"):
        labels.setdefault(iri, text)
    broader: dict[str, str] = {}
    for iri, parent in ask(store, "SELECT DISTINCT ?c ?b WHERE { ?c a skos:Concept ; skos:broader ?b }"):
        broader.setdefault(iri, parent)
    return labels, {iri: _top(iri, broader) for iri in sorted(labels)}


def _top(iri: str, broader: Mapping[str, str]) -> str:
    seen = [iri]
    while (parent := broader.get(seen[-1])) and parent not in seen:
        seen.append(parent)
    return seen[-1]


def label_of(iri: str, labels: Mapping[str, str]) -> str:
    """The label of a concept, or words made of its IRI.

    >>> label_of("https://w3id.org/servanda/topic/law-justice", {})
    'law justice'
    """
    return labels.get(iri) or tail(iri).replace("-", " ")
