"""The ontology and the concept schemes as graphs, so that a graph file explains itself."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from pyoxigraph import BlankNode, NamedNode, RdfFormat, Triple, parse

_GENID = "https://w3id.org/.well-known/genid/servanda-"


def ontology_triples(folder: Path) -> frozenset[Triple]:
    """Give the triples of the ontology's terms; ``folder`` is the shipped ``ontology/``."""
    return _triples(path for path in [folder / "servanda.ttl"] if path.is_file())


def scheme_triples(folder: Path) -> frozenset[Triple]:
    """Give the triples of all concept schemes in ``folder/schemes``."""
    return _triples(sorted((folder / "schemes").glob("*.ttl")))


def _triples(paths: Iterable[Path]) -> frozenset[Triple]:
    """Read Turtle files; blank nodes (the lists of an axiom) become IRIs by their order in the files."""
    found: set[Triple] = set()
    names: dict[str, NamedNode] = {}
    for path in paths:
        for quad in parse(path.read_bytes(), format=RdfFormat.TURTLE):
            subject, value = quad.subject, quad.object
            if isinstance(subject, BlankNode):
                subject = names.setdefault(subject.value, NamedNode(f"{_GENID}{len(names) + 1}"))
            if isinstance(value, BlankNode):
                value = names.setdefault(value.value, NamedNode(f"{_GENID}{len(names) + 1}"))
            found.add(Triple(subject, quad.predicate, value))
    return frozenset(found)
