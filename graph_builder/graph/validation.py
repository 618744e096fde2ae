"""Does a graph keep to the shapes of the ontology?

Each document's graph is checked by itself, together with the cards and registry rows it points to: what two documents
say of one event may differ, and each may be right by its own words. Import this late: rdflib takes a while to load.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import rdflib
from pyoxigraph import (
    BlankNode,
    DefaultGraph,
    Literal,
    NamedNode,
    Quad,
    QuerySolutions,
    RdfFormat,
    Store,
    Variable,
    parse,
)
from rdflib.namespace import SH
from rdflib.term import Node

from graph_builder.assets import ONTOLOGY
from graph_builder.errors import InputError, StoreError
from graph_builder.graph import iris
from graph_builder.graph.shapes import SHAPES, core_shapes, local_name, path_of, questions
from graph_builder.graph.vocabulary import ontology_triples, scheme_triples

_SHARED = (iris.REGISTRY, iris.ENTITIES)
_WORDS = (iris.ONTOLOGY, iris.SCHEMES)
_NOT_DATA = frozenset(graph.value for graph in (*_WORDS, iris.LEDGER_GRAPH))
# What the shapes ask of ontology and schemes; labels and definitions would only slow every check down.
_ASKED = tuple(NamedNode(name) for name in (iris.RDFS + "subClassOf", iris.SKOS + "inScheme", iris.SKOS + "broader"))
_FORMATS = {".trig": RdfFormat.TRIG, ".nq": RdfFormat.N_QUADS, ".ttl": RdfFormat.TURTLE, ".nt": RdfFormat.N_TRIPLES}

_Name = NamedNode | BlankNode | DefaultGraph
_Vocabulary = Mapping[object, Sequence[Quad]]


@dataclass(frozen=True, slots=True, order=True)
class Violation:
    """One thing that is not as the shapes ask.

    ``graph`` is the graph it was found in ("" is the default graph), ``focus`` the thing that is wrong, ``path`` the
    property ("" where no single one is at fault), ``value`` the value ("" where one is missing), ``severity``
    "violation", "warning" or "info", ``shape`` the local name of the constraint in ``servanda-shapes.ttl``.
    """

    graph: str
    focus: str
    path: str
    value: str
    message: str
    severity: str
    shape: str

    def __str__(self) -> str:
        """Give the violation in one line.

        >>> graph, focus = iris.GRAPH + "registry", iris.ID + "state/prt"
        >>> print(Violation(graph, focus, "prefLabel", "", "It has no name.", "violation", "actor-label"))
        registry: state/prt prefLabel: It has no name.
        """
        where = self.graph.removeprefix(iris.GRAPH) or "default graph"
        about = " ".join(part for part in (iris.tail(self.focus), self.path, iris.tail(self.value)) if part)
        return f"{where}: {about}: {self.message}"


def validate(quads: Iterable[Quad]) -> tuple[Violation, ...]:
    """Check a set of quads against the shapes; give what is wrong, sorted, or nothing.

    >>> nameless = Quad(NamedNode(iris.ID + "state/prt"), iris.TYPE, iris.srv("State"), iris.REGISTRY)
    >>> [violation.shape for violation in validate([nameless])]
    ['actor-label']
    """
    store = Store()
    store.bulk_extend(quads)
    return validate_store(store)


def validate_file(path: Path) -> tuple[Violation, ...]:
    """Check a graph file (TriG, N-Quads, Turtle or N-Triples, by its ending) against the shapes.

    Raises InputError where the file cannot be read as such.
    """
    store, kind = Store(), _FORMATS.get(path.suffix.lower())
    if kind is None:
        raise InputError("not known as a graph file", where=str(path), remedy="give a .trig, .nq, .ttl or .nt file")
    try:
        store.bulk_extend(parse(path=str(path), format=kind))
    except (SyntaxError, OSError, ValueError) as error:
        raise InputError(f"cannot be read as a graph: {error}", where=str(path)) from error
    return validate_store(store)


def validate_store(store: Store, documents: Collection[str] | None = None) -> tuple[Violation, ...]:
    """Check the graphs of a store against the shapes; give what is wrong, sorted, or nothing.

    ``documents`` are ids (12 hex digits): where given, only the graphs of these documents are checked. Concepts are
    looked up in the store's own schemes where it has them, else in those that are shipped. One graph is in memory at
    a time. Raises StoreError where the shapes cannot be applied.
    """
    names: list[_Name]
    if documents is None:
        data = [name for name in store.named_graphs() if name.value not in _NOT_DATA]
        names = [DefaultGraph(), *sorted(data, key=lambda name: name.value)]
    else:
        names = [iris.document_graph(document) for document in sorted(set(documents))]
    vocabulary = _vocabulary(store)
    return tuple(sorted({violation for name in names for violation in _check(store, name, vocabulary)}))


def _check(store: Store, name: _Name, vocabulary: _Vocabulary) -> Iterator[Violation]:
    """Check one graph of a store together with what it points to."""
    quads = tuple(store.quads_for_pattern(None, None, None, name))
    if not quads:
        return
    label = "" if isinstance(name, DefaultGraph) else name.value
    graph = rdflib.Graph()
    terms: dict[object, Node] = {}
    for quad in (*quads, *_pointed_to(store, quads, name, vocabulary)):
        graph.add((_node(quad.subject, terms), _node(quad.predicate, terms), _node(quad.object, terms)))
    yield from _core(graph, label)
    yield from _sparql(store, name, label)


def _pointed_to(store: Store, quads: Iterable[Quad], name: _Name, vocabulary: _Vocabulary) -> Iterator[Quad]:
    """Give what is held of the things that quads point to, and of what these point to, apart from the graph itself."""
    seen = {quad.object for quad in quads if isinstance(quad.object, NamedNode)}
    todo = list(seen)
    others = [graph for graph in _SHARED if graph != name]
    while todo:
        node = todo.pop()
        cards = (quad for graph in others for quad in store.quads_for_pattern(node, None, None, graph))
        for quad in (*cards, *vocabulary.get(node, ())):
            yield quad
            if isinstance(quad.object, NamedNode) and quad.object not in seen:
                seen.add(quad.object)
                todo.append(quad.object)


def _vocabulary(store: Store) -> _Vocabulary:
    """Give what the shapes ask of classes and concepts, by subject: from the store, or as shipped."""
    own = [
        quad
        for graph in _WORDS
        for predicate in _ASKED
        for quad in store.quads_for_pattern(None, predicate, None, graph)
    ]
    return _by_subject(own) if {quad.graph_name for quad in own}.issuperset(_WORDS) else _shipped_vocabulary()


@cache
def _shipped_vocabulary() -> _Vocabulary:
    found = ((iris.ONTOLOGY, ontology_triples(ONTOLOGY)), (iris.SCHEMES, scheme_triples(ONTOLOGY)))
    return _by_subject(
        Quad(triple.subject, triple.predicate, triple.object, graph)
        for graph, triples in found
        for triple in triples
        if triple.predicate in _ASKED
    )


def _by_subject(quads: Iterable[Quad]) -> _Vocabulary:
    found: dict[object, list[Quad]] = {}
    for quad in quads:
        found.setdefault(quad.subject, []).append(quad)
    return found


def _node(term: object, terms: dict[object, Node]) -> Node:
    """Give a term of pyoxigraph as one of rdflib; ``terms`` keeps those met before."""
    found = terms.get(term)
    if found is None:
        found = terms[term] = _new_node(term)
    return found


def _new_node(term: object) -> Node:
    if isinstance(term, NamedNode):
        return rdflib.URIRef(term.value)
    if isinstance(term, BlankNode):
        return rdflib.BNode(term.value)
    if isinstance(term, Literal):
        if term.language:
            return rdflib.Literal(term.value, lang=term.language)
        return rdflib.Literal(term.value, datatype=rdflib.URIRef(term.datatype.value))
    raise InputError("a triple that speaks of a triple", remedy="write plain triples")


def _core(graph: rdflib.Graph, label: str) -> Iterator[Violation]:
    """Check a graph against the constraints in SHACL core."""
    # It takes a second to load; only those who validate pay for that.
    from pyshacl import validate as check  # noqa: PLC0415

    _, report, text = check(graph, shacl_graph=core_shapes(), inplace=True)
    if not isinstance(report, rdflib.Graph):
        raise StoreError(f"the shapes cannot be applied: {' '.join(text.split())}", where=str(SHAPES))
    for found in report.objects(None, SH.result):
        shape = report.value(found, SH.sourceShape)
        yield Violation(
            label,
            str(report.value(found, SH.focusNode) or ""),
            path_of(shape),
            str(report.value(found, SH.value) or ""),
            str(report.value(found, SH.resultMessage) or ""),
            local_name(report.value(found, SH.resultSeverity)).lower(),
            local_name(shape),
        )


def _sparql(store: Store, name: _Name, label: str) -> Iterator[Violation]:
    """Check a graph against the constraints in SPARQL.

    The store's own engine answers them some hundred times faster than the one the SHACL library would ask.
    """
    for question in questions():
        for typed in store.quads_for_pattern(None, iris.TYPE, question.target, name):
            focus = typed.subject
            rows = store.query(question.select, default_graph=name, substitutions={Variable("this"): focus})
            if not isinstance(rows, QuerySolutions):
                raise StoreError(f"{question.shape} asks no SELECT query", where=str(SHAPES))
            for row in rows:
                wrong = str(getattr(row["value"], "value", ""))
                message = question.message.replace("{?value}", wrong)
                yield Violation(
                    label, str(getattr(focus, "value", "")), "", wrong, message, "violation", question.shape
                )
