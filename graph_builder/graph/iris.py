"""Every IRI of the graph, computed from content alone: never from a counter, a run or a place on a disk.

The patterns are the contract of ``ontology/``; spans count code points of the document's text, end exclusive.
"""

from __future__ import annotations

import re
from urllib.parse import quote

from pyoxigraph import NamedNode

from graph_builder.language.slugs import slug

ROOT = "https://w3id.org/servanda/"
SRV = ROOT + "ns#"
ID = ROOT + "id/"
GRAPH = ROOT + "graph/"
LEDGER = ROOT + "ledger#"
DCTERMS = "http://purl.org/dc/terms/"
FOAF = "http://xmlns.com/foaf/0.1/"
OA = "http://www.w3.org/ns/oa#"
ORG = "http://www.w3.org/ns/org#"
OWL = "http://www.w3.org/2002/07/owl#"
PROV = "http://www.w3.org/ns/prov#"
RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
RDFS = "http://www.w3.org/2000/01/rdf-schema#"
SCHEMA = "https://schema.org/"
SKOS = "http://www.w3.org/2004/02/skos/core#"
XSD = "http://www.w3.org/2001/XMLSchema#"

TYPE = NamedNode(RDF + "type")
PREF_LABEL = NamedNode(SKOS + "prefLabel")
ALT_LABEL = NamedNode(SKOS + "altLabel")
KIND = NamedNode(SRV + "kind")
EVIDENCE = NamedNode(SRV + "evidence")

REGISTRY = NamedNode(GRAPH + "registry")
ENTITIES = NamedNode(GRAPH + "entities")
LINKS = NamedNode(GRAPH + "links")
SCHEMES = NamedNode(GRAPH + "schemes")
ONTOLOGY = NamedNode(GRAPH + "ontology")
# The builder's own book of what was read stands in the store alone; graph.trig does not carry it.
LEDGER_GRAPH = NamedNode(GRAPH + "ledger")

_SAFE = re.compile(r"[A-Za-z0-9._~/#=,-]+")
_DOCUMENT = re.compile(r"doc/([0-9a-f]{12})(?:/(.+))?")


def srv(name: str) -> NamedNode:
    """Give a term of our vocabulary.

    >>> srv("madeBy").value
    'https://w3id.org/servanda/ns#madeBy'
    """
    return NamedNode(SRV + name)


def thing(tail: str) -> NamedNode:
    """Give the IRI of an entity from its record's id, which is the tail of the IRI; odd characters are escaped.

    >>> thing("state/jpn").value
    'https://w3id.org/servanda/id/state/jpn'
    >>> thing("org/a b").value
    'https://w3id.org/servanda/id/org/a%20b'
    """
    return NamedNode(ID + (tail if _SAFE.fullmatch(tail) else quote(tail, safe="/#=,~", errors="replace")))


def tail(iri: str) -> str:
    """Give the record's id back from an IRI of ours; any other IRI comes back whole.

    >>> tail("https://w3id.org/servanda/id/state/jpn")
    'state/jpn'
    """
    return iri.removeprefix(ID)


def concept(name: str) -> NamedNode:
    """Give a concept from "scheme/concept".

    >>> concept("act/agree").value
    'https://w3id.org/servanda/act/agree'
    """
    return NamedNode(ROOT + (name if _SAFE.fullmatch(name) else quote(name, safe="/", errors="replace")))


def document(doc: str) -> NamedNode:
    """Give the IRI of a document from its id, the first 12 hex digits of the SHA-256 of its bytes (D2)."""
    return thing(f"doc/{doc}")


def document_graph(doc: str) -> NamedNode:
    """Give the name of the graph that holds what one document says (D1).

    >>> document_graph("bcd450c388d4").value
    'https://w3id.org/servanda/graph/doc-bcd450c388d4'
    """
    return NamedNode(f"{GRAPH}doc-{doc}")


def document_of(graph: str) -> str | None:
    """Give the document's id from the name of its graph; None for every other graph.

    >>> document_of("https://w3id.org/servanda/graph/doc-bcd450c388d4")
    'bcd450c388d4'
    """
    name = graph.removeprefix(GRAPH)
    return name.removeprefix("doc-") if name != graph and name.startswith("doc-") else None


def passage(doc: str, start: int, end: int) -> NamedNode:
    """Give the IRI of a stretch of a document, in the fragment syntax of RFC 5147 (code points, end exclusive).

    >>> passage("bcd450c388d4", 5, 9).value
    'https://w3id.org/servanda/id/doc/bcd450c388d4#char=5,9'
    """
    return NamedNode(f"{ID}doc/{doc}#char={start},{end}")


def selector(doc: str, start: int, end: int) -> NamedNode:
    """Give the IRI of the node that holds a passage's exact words and offsets (D8)."""
    return NamedNode(f"{ID}doc/{doc}#selector={start},{end}")


def mention(doc: str, start: int, end: int) -> NamedNode:
    """Give the IRI of one use of a name."""
    return NamedNode(f"{ID}doc/{doc}/mention/{start}-{end}")


def statement(doc: str, cue: int) -> NamedNode:
    """Give the IRI of the statement whose cue begins at a code point of a document.

    >>> statement("bcd450c388d4", 5078).value
    'https://w3id.org/servanda/id/doc/bcd450c388d4/statement/5078'
    """
    return NamedNode(f"{ID}doc/{doc}/statement/{cue}")


def commitment(doc: str, cue: int, order: int = 1) -> NamedNode:
    """Give the IRI of the commitment under a cue; ``order`` counts those under the same cue, from 1 (D3).

    >>> commitment("bcd450c388d4", 5078, 2).value
    'https://w3id.org/servanda/id/commitment/bcd450c388d4/5078-2'
    """
    return NamedNode(f"{ID}commitment/{doc}/{cue}{'' if order == 1 else f'-{order}'}")


def post(organization: str, title: str) -> str:
    """Give the id of a post from the id of its organization or state and the title as written.

    >>> post("state/jpn", "Prime Minister")
    'post/jpn/prime-minister'
    """
    home, name = _local(organization)
    return f"{home}post/{name.partition('/')[2] or name}/{slug(title)}"


def tenure(person: str, post_id: str) -> str:
    """Give the id of a person's membership in a post.

    >>> tenure("person/ishiba-shigeru", "post/jpn/prime-minister")
    'tenure/ishiba-shigeru/jpn/prime-minister'
    >>> tenure("doc/bcd450c388d4/person/ishiba", "post/jpn/prime-minister")
    'doc/bcd450c388d4/tenure/ishiba/jpn/prime-minister'
    """
    home, name = _local(person)
    post_home, post_name = _local(post_id)
    return f"{home or post_home}tenure/{name.partition('/')[2] or name}/{post_name.partition('/')[2]}"


def is_local(entity: str) -> bool:
    """Tell whether an entity's id belongs to one document and never meets another's.

    >>> is_local("doc/bcd450c388d4/group/several-officials"), is_local("state/jpn")
    (True, False)
    """
    return entity.startswith("doc/")


def _local(entity: str) -> tuple[str, str]:
    """Part an id into its document's prefix (or nothing) and the rest."""
    match = _DOCUMENT.fullmatch(entity)
    return (f"doc/{match[1]}/", match[2]) if match and match[2] else ("", entity)
