"""Passages with their exact words and offsets, and the mentions that stand at them (D8)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from pyoxigraph import NamedNode, Triple

from graph_builder.documents.records import Document
from graph_builder.graph import iris
from graph_builder.graph.literals import decimal, integer, words
from graph_builder.language.records import Mention

CONTEXT = 32  # code points before and after a piece of evidence, to find it again in a page captured anew
_PASSAGE = iris.srv("Passage")
_HAS_SOURCE = NamedNode(iris.OA + "hasSource")
_HAS_SELECTOR = NamedNode(iris.OA + "hasSelector")
_QUOTE_SELECTOR = NamedNode(iris.OA + "TextQuoteSelector")
_POSITION_SELECTOR = NamedNode(iris.OA + "TextPositionSelector")
_EXACT, _PREFIX, _SUFFIX = (NamedNode(iris.OA + name) for name in ("exact", "prefix", "suffix"))
_START, _END = NamedNode(iris.OA + "start"), NamedNode(iris.OA + "end")
_MENTION = iris.srv("Mention")
_MOTIVATED_BY = NamedNode(iris.OA + "motivatedBy")
_IDENTIFYING = NamedNode(iris.OA + "identifying")
_HAS_TARGET = NamedNode(iris.OA + "hasTarget")
_REFERS_TO = iris.srv("refersTo")
_CONFIDENCE = iris.srv("confidence")


def passage_triples(document: Document, start: int, end: int, *, evidence: bool) -> Iterator[Triple]:
    """Tell of one passage: whose it is, its exact words, where they stand; for evidence also what stands around.

    ``start`` and ``end`` count code points of the document's text, end exclusive.
    """
    node, chosen = iris.passage(document.id, start, end), iris.selector(document.id, start, end)
    yield Triple(node, iris.TYPE, _PASSAGE)
    yield Triple(node, _HAS_SOURCE, iris.document(document.id))
    yield Triple(node, _HAS_SELECTOR, chosen)
    yield Triple(chosen, iris.TYPE, _QUOTE_SELECTOR)
    yield Triple(chosen, iris.TYPE, _POSITION_SELECTOR)
    yield Triple(chosen, _EXACT, words(document.text[start:end]))
    yield Triple(chosen, _START, integer(start))
    yield Triple(chosen, _END, integer(end))
    if evidence:
        before, after = document.text[max(0, start - CONTEXT) : start], document.text[end : end + CONTEXT]
        if before:
            yield Triple(chosen, _PREFIX, words(before))
        if after:
            yield Triple(chosen, _SUFFIX, words(after))


def mention_triples(document: Document, mentions: Iterable[Mention]) -> Iterator[Triple]:
    """Tell of the mentions of a document; those at one span are one mention, as sure as the least sure of them."""
    at: dict[tuple[int, int], list[Mention]] = {}
    for mention in mentions:
        if mention.refers_to and 0 <= mention.start < mention.end <= len(document.text):
            at.setdefault((mention.start, mention.end), []).append(mention)
    for (start, end), found in sorted(at.items()):
        node = iris.mention(document.id, start, end)
        yield Triple(node, iris.TYPE, _MENTION)
        yield Triple(node, _MOTIVATED_BY, _IDENTIFYING)
        yield Triple(node, _HAS_TARGET, iris.passage(document.id, start, end))
        for entity in sorted({entity for mention in found for entity in mention.refers_to}):
            yield Triple(node, _REFERS_TO, iris.thing(entity))
        sure = decimal(min(mention.confidence for mention in found))
        if sure is not None:
            yield Triple(node, _CONFIDENCE, sure)
        yield from passage_triples(document, start, end, evidence=False)
