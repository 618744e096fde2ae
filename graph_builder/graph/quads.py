"""The bridge: finished records in, quads out. Nothing after it reads text, nothing before it knows RDF."""

from __future__ import annotations

from collections.abc import Iterator

from pyoxigraph import NamedNode, Quad, Triple

from graph_builder.graph import iris
from graph_builder.graph.entities import card_triples, fact_triples
from graph_builder.graph.literals import address, day, english, words
from graph_builder.graph.occasions import event_triples, posts, tenure_triples
from graph_builder.graph.passages import mention_triples
from graph_builder.graph.undertakings import one_per_cue, statement_triples
from graph_builder.language.records import Entity
from graph_builder.statements.records import Reading

_DOCUMENT = iris.srv("Document")
_TITLE, _ISSUED, _PUBLISHER, _IDENTIFIER = (
    NamedNode(iris.DCTERMS + name) for name in ("title", "issued", "publisher", "identifier")
)
_TEXT_DIGEST, _TEXT_OF = iris.srv("textDigest"), iris.srv("textOf")
_IN_LANGUAGE, _URL = NamedNode(iris.SCHEMA + "inLanguage"), NamedNode(iris.SCHEMA + "url")
_BASED_ON = NamedNode(iris.SCHEMA + "isBasedOn")


def document_triples(reading: Reading) -> tuple[Triple, ...]:
    """Give all that one document says, as triples of its graph, each once.

    The order is that of the records; the graph they make does not depend on it.
    """
    return tuple(dict.fromkeys(_document_triples(reading)))


def document_quads(reading: Reading) -> tuple[Quad, ...]:
    """Give all that one document says, as quads of the graph named after it (D1)."""
    graph = iris.document_graph(reading.document.id)
    return tuple(Quad(t.subject, t.predicate, t.object, graph) for t in document_triples(reading))


def shared_entities(reading: Reading) -> tuple[Entity, ...]:
    """Give the entities and posts whose cards stand outside the document's graph, because other documents may name
    them too: everything but what is local to this document. Sorted by id.
    """
    entities = {entity.id: entity for entity in (*_entities(reading), *posts(reading))}
    return tuple(entities[key] for key in sorted(entities) if not iris.is_local(key))


def _entities(reading: Reading) -> tuple[Entity, ...]:
    """Give the entities of a reading, with a card for a publisher that only the metadata names."""
    entities = reading.names.entities
    publisher, name = reading.publisher, reading.document.metadata.publisher
    if publisher and name and all(entity.id != publisher for entity in entities):
        return (*entities, Entity(publisher, "Organization", name))
    return entities


def _document_triples(reading: Reading) -> Iterator[Triple]:
    document = reading.document
    yield from _metadata(reading)
    yield from mention_triples(document, reading.names.mentions)
    for entity in (*_entities(reading), *posts(reading)):
        if iris.is_local(entity.id):
            yield from card_triples(entity)
        if not entity.authority:
            yield from fact_triples(entity)
    yield from tenure_triples(reading)
    yield from event_triples(reading)
    for statement in one_per_cue(reading.statements):
        yield from statement_triples(document, statement)


def _metadata(reading: Reading) -> Iterator[Triple]:
    document, known = reading.document, reading.document.metadata
    node = iris.document(document.id)
    yield Triple(node, iris.TYPE, _DOCUMENT)
    yield Triple(node, _IDENTIFIER, words(f"sha256:{document.sha256}"))
    yield Triple(node, _TEXT_DIGEST, words(f"sha256:{document.text_digest}"))
    if known.title:
        yield Triple(node, _TITLE, english(known.title))
    issued = day(known.issued)
    if issued is not None:
        yield Triple(node, _ISSUED, issued)
    if reading.publisher:
        yield Triple(node, _PUBLISHER, iris.thing(reading.publisher))
    if known.kind:
        yield Triple(node, iris.KIND, iris.concept(f"text-type/{known.kind}"))
    if known.language:
        yield Triple(node, _IN_LANGUAGE, words(known.language))
    if known.url:
        # A digest in other words is based on the page at the address; it is not that page.
        yield Triple(node, _BASED_ON if known.digest else _URL, address(known.url))
    if reading.text_of:
        yield Triple(node, _TEXT_OF, iris.thing(reading.text_of))
