"""The graph as one file: TriG, sorted and stable, one graph in memory at a time."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from itertools import groupby
from operator import itemgetter
from pathlib import Path
from typing import IO

from pyoxigraph import DefaultGraph, NamedNode, Store

from graph_builder.graph import iris
from graph_builder.graph.lines import lines_of

PREFIXES = {
    "srv": iris.SRV,
    "g": iris.GRAPH,
    "act": iris.ROOT + "act/",
    "actor-type": iris.ROOT + "actor-type/",
    "status": iris.ROOT + "status/",
    "strength": iris.ROOT + "strength/",
    "text-type": iris.ROOT + "text-type/",
    "topic": iris.ROOT + "topic/",
    "dcterms": iris.DCTERMS,
    "foaf": iris.FOAF,
    "oa": iris.OA,
    "org": iris.ORG,
    "owl": iris.OWL,
    "prov": iris.PROV,
    "rdf": iris.RDF,
    "rdfs": iris.RDFS,
    "schema": iris.SCHEMA,
    "skos": iris.SKOS,
    "xsd": iris.XSD,
}
_NAMESPACES = {namespace: prefix for prefix, namespace in PREFIXES.items()}
_LOCAL = re.compile(r"[A-Za-z](?:[A-Za-z0-9_-]*[A-Za-z0-9])?")
_SPLIT = re.compile(r"(.*[/#])([^/#]*)", re.DOTALL)
# A tail that resolves against the base to itself: no dot segments, no empty ones, no scheme.
_RELATIVE = re.compile(r"[a-z]+(?:/[A-Za-z0-9~_=,%-][A-Za-z0-9._~=,%-]*)+(?:#[a-z]+=[0-9]+,[0-9]+)?")
_TYPE = f"<{iris.TYPE.value}>"
_NEXT = " ;\n      "
_BARE = {iris.XSD + "integer": re.compile(r"-?[0-9]+"), iris.XSD + "boolean": re.compile(r"true|false")}
_BARE[iris.XSD + "decimal"] = re.compile(r"-?[0-9]+\.[0-9]+")


def write(store: Store, out: IO[bytes], ready: Mapping[str, Path] | None = None) -> None:
    """Write every graph of a store but the builder's ledger to a binary file, in UTF-8.

    Graphs, subjects, predicates and objects are sorted by code points; the same quads give the same bytes. ``ready``
    holds, by name of the graph, files with blocks that ``block`` made.
    """
    out.write(f"@base <{iris.ID}> .\n".encode())
    for prefix, namespace in PREFIXES.items():
        out.write(f"@prefix {prefix}: <{namespace}> .\n".encode())
    out.write(block(DefaultGraph(), lines_of(store, DefaultGraph())).encode())
    for name in sorted(name.value for name in store.named_graphs() if isinstance(name, NamedNode)):
        if ready and name in ready:
            out.write(ready[name].read_bytes())
        elif name != iris.LEDGER_GRAPH.value:
            out.write(block(NamedNode(name), lines_of(store, NamedNode(name))).encode())


def block(graph: NamedNode | DefaultGraph, lines: Iterable[str]) -> str:
    """Write one graph, given as lines of N-Triples, as a block of TriG; nothing where there are no lines."""
    text = "".join(_subjects(lines))
    if not text:
        return ""
    return f"\n{_iri(graph.value)} {{\n{text}}}\n" if isinstance(graph, NamedNode) else f"\n{text}"


def _subjects(lines: Iterable[str]) -> Iterator[str]:
    """Write all that is said of each subject as one sentence of TriG, its type first."""
    rows = sorted(line.removesuffix(" .").split(" ", 2) for line in lines)
    for subject, about in groupby(rows, key=itemgetter(0)):
        clauses: list[str] = []
        for predicate, same in groupby(about, key=itemgetter(1)):
            objects = " , ".join(_term(row[2]) for row in same)
            if predicate == _TYPE:
                clauses.insert(0, f"a {objects}")
            else:
                clauses.append(f"{_iri(predicate[1:-1])} {objects}")
        yield f"  {_iri(subject[1:-1])} {_NEXT.join(clauses)} .\n"


def _term(term: str) -> str:
    """Shorten a term as N-Triples write it."""
    if term[0] == "<":
        return _iri(term[1:-1])
    if term[-1] != ">":
        return term
    words, _, kind = term[:-1].rpartition('"^^<')
    bare = _BARE.get(kind)
    return words[1:] if bare and bare.fullmatch(words, 1) else f'{words}"^^{_iri(kind)}'


@lru_cache(maxsize=100_000)
def _iri(value: str) -> str:
    """Write an IRI as short as it can be read back."""
    if value.startswith(iris.ID) and _RELATIVE.fullmatch(value, len(iris.ID)):
        return f"<{value[len(iris.ID) :]}>"
    parts = _SPLIT.fullmatch(value)
    if parts and parts[1] in _NAMESPACES and _LOCAL.fullmatch(parts[2]):
        return f"{_NAMESPACES[parts[1]]}:{parts[2]}"
    return f"<{value}>"
