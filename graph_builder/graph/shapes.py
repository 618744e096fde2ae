"""The shapes of the ontology, made ready: those in SHACL core for the SHACL library, those in SPARQL as queries."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from pyoxigraph import NamedNode
from rdflib import Graph, URIRef
from rdflib.collection import Collection
from rdflib.namespace import RDF, SH
from rdflib.term import Node

from graph_builder.assets import ONTOLOGY

SHAPES = ONTOLOGY / "servanda-shapes.ttl"


@dataclass(frozen=True, slots=True)
class Question:
    """A constraint in SPARQL: its shape's local name, the class it is asked of, and the query that selects as
    ``?value`` what is wrong with ``$this``. In ``message`` the wrong value stands as ``{?value}``.
    """

    shape: str
    target: NamedNode
    message: str
    select: str


@cache
def core_shapes() -> Graph:
    """Give the shapes without their SPARQL constraints."""
    shapes = _shapes()
    held = set(shapes.objects(None, SH.sparql))
    core = Graph()
    for subject, predicate, value in shapes:
        if predicate != SH.sparql and subject not in held:
            core.add((subject, predicate, value))
    return core


@cache
def questions() -> tuple[Question, ...]:
    """Give the SPARQL constraints of the shapes, sorted by shape.

    >>> [question.shape for question in questions()][:2]
    ['content-from-evidence', 'cue-in-evidence']
    """
    shapes = _shapes()
    declared = sorted(
        (str(shapes.value(prefix, SH.prefix)), str(shapes.value(prefix, SH.namespace)))
        for prefix in shapes.objects(None, SH.declare)
    )
    header = "".join(f"PREFIX {prefix}: <{namespace}>\n" for prefix, namespace in declared)
    return tuple(
        Question(
            local_name(shape),
            NamedNode(str(shapes.value(shape, SH.targetClass))),
            str(shapes.value(constraint, SH.message)),
            header + str(shapes.value(constraint, SH.select)),
        )
        for shape, constraint in sorted(shapes.subject_objects(SH.sparql))
    )


def path_of(shape: Node | None) -> str:
    """Give the property path of a shape in the manner of SPARQL, with local names; "" where it has none.

    >>> path_of(URIRef("https://w3id.org/servanda/shapes#statement-evidence-in-document"))
    'statedIn|evidence/hasSource'
    """
    return "" if shape is None else _written(_shapes().value(shape, SH.path))


def local_name(node: Node | None) -> str:
    """Give what stands after the number sign of an IRI; "" for nothing.

    >>> local_name(URIRef("https://w3id.org/servanda/shapes#cue-offset"))
    'cue-offset'
    """
    return "" if node is None else str(node).rpartition("#")[2]


def _written(path: Node | None) -> str:
    if path is None:
        return ""
    if isinstance(path, URIRef):
        return str(path).replace("#", "/").rpartition("/")[2]
    shapes = _shapes()
    if (inverse := shapes.value(path, SH.inversePath)) is not None:
        return "^" + _written(inverse)
    if (repeated := shapes.value(path, SH.zeroOrMorePath)) is not None:
        return _written(repeated) + "*"
    if (choice := shapes.value(path, SH.alternativePath)) is not None:
        return "|".join(_written(part) for part in Collection(shapes, choice))
    if shapes.value(path, RDF.first) is not None:
        return "/".join(_written(part) for part in Collection(shapes, path))
    return ""


@cache
def _shapes() -> Graph:
    return Graph().parse(SHAPES, format="turtle")
