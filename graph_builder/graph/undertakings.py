"""Statements and the commitments they express, as triples."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from pyoxigraph import NamedNode, Triple

from graph_builder.documents.records import Document
from graph_builder.graph import iris
from graph_builder.graph.literals import boolean, day, decimal, english, words
from graph_builder.graph.passages import passage_triples
from graph_builder.statements.records import Commitment, Statement

_STATEMENT, _COMMITMENT = iris.srv("Statement"), iris.srv("Commitment")
_STATED_IN, _CUE = iris.srv("statedIn"), iris.srv("cue")
_ACT, _STATUS, _STRENGTH = iris.srv("act"), iris.srv("status"), iris.srv("strength")
_MADE_BY, _ATTRIBUTED_TO = iris.srv("madeBy"), iris.srv("attributedTo")
_ADDRESSEE, _ON_BEHALF_OF = iris.srv("addressee"), iris.srv("onBehalfOf")
_RELAYS, _MADE_AT = iris.srv("relays"), iris.srv("madeAt")
_TOPIC, _ABOUT, _PLACE = iris.srv("topic"), iris.srv("about"), iris.srv("place")
_EXPRESSES, _REAFFIRMS = iris.srv("expresses"), iris.srv("reaffirms")
_FIRST_HAND, _CONFIDENCE = iris.srv("firstHand"), iris.srv("confidence")
_FOUND_BY = NamedNode(iris.PROV + "wasGeneratedBy")
_CONTENT, _FORBEARANCE = iris.srv("content"), iris.srv("forbearance")
_DEBTOR, _CREDITOR = iris.srv("debtor"), iris.srv("creditor")
_UNDER_INSTRUMENT, _CONDITION = iris.srv("underInstrument"), iris.srv("condition")
_NOT_BEFORE, _NOT_AFTER, _DATE_TEXT = iris.srv("notBefore"), iris.srv("notAfter"), iris.srv("dateText")
_AMOUNT, _UNIT, _AMOUNT_TEXT = iris.srv("amount"), iris.srv("unit"), iris.srv("amountText")


def one_per_cue(statements: Iterable[Statement]) -> tuple[Statement, ...]:
    """Keep one statement for each cue, the surest, in the order of the text: one cue is one act."""
    kept: dict[int, Statement] = {}
    for statement in sorted(statements, key=lambda s: (s.cue_start, -s.confidence, s.start, s.end, s.act)):
        kept.setdefault(statement.cue_start, statement)
    return tuple(kept.values())


def statement_triples(document: Document, statement: Statement) -> Iterator[Triple]:
    """Tell of one statement, its evidence and the commitments under its cue."""
    node = iris.statement(document.id, statement.cue_start)
    yield Triple(node, iris.TYPE, _STATEMENT)
    yield Triple(node, _STATED_IN, iris.document(document.id))
    yield Triple(node, iris.EVIDENCE, iris.passage(document.id, statement.start, statement.end))
    yield from passage_triples(document, statement.start, statement.end, evidence=True)
    yield Triple(node, _CUE, words(statement.cue))
    yield Triple(node, _ACT, iris.concept(f"act/{statement.act}"))
    yield Triple(node, _STATUS, iris.concept(f"status/{statement.status}"))
    if statement.strength:
        yield Triple(node, _STRENGTH, iris.concept(f"strength/{statement.strength}"))
    yield from _each(node, _MADE_BY, statement.made_by)
    yield from _each(node, _ATTRIBUTED_TO, statement.attributed_to)
    yield from _each(node, _ADDRESSEE, statement.addressees)
    yield from _each(node, _ON_BEHALF_OF, statement.on_behalf_of)
    yield from _each(node, _RELAYS, statement.relays)
    yield from _each(node, _MADE_AT, (statement.made_at,) if statement.made_at else ())
    yield from _each(node, _ABOUT, statement.about)
    yield from _each(node, _PLACE, statement.places)
    yield from _topics(node, statement.topics)
    yield Triple(node, _FIRST_HAND, boolean(statement.first_hand))
    sure = decimal(statement.confidence)
    if sure is not None:
        yield Triple(node, _CONFIDENCE, sure)
    yield from _each(node, _FOUND_BY, tuple(f"engine/{engine}" for engine in statement.engines))
    for order, commitment in enumerate(statement.commitments, start=1):
        undertaking = iris.commitment(document.id, statement.cue_start, order)
        yield Triple(node, _EXPRESSES, undertaking)
        if statement.reaffirms:
            yield Triple(node, _REAFFIRMS, undertaking)
        yield from _commitment(document, undertaking, commitment)


def _commitment(document: Document, node: NamedNode, commitment: Commitment) -> Iterator[Triple]:
    yield Triple(node, iris.TYPE, _COMMITMENT)
    yield Triple(node, _CONTENT, english(commitment.content))
    yield Triple(node, iris.EVIDENCE, iris.passage(document.id, commitment.start, commitment.end))
    yield from passage_triples(document, commitment.start, commitment.end, evidence=True)
    yield from _each(node, _DEBTOR, commitment.debtors)
    yield from _each(node, _CREDITOR, commitment.creditors)
    yield from _each(node, _UNDER_INSTRUMENT, commitment.instruments)
    yield from _each(node, _PLACE, commitment.places)
    yield from _each(node, _ABOUT, commitment.about)
    yield from _topics(node, commitment.topics)
    if commitment.forbearance:
        yield Triple(node, _FORBEARANCE, boolean(True))
    if commitment.due is not None:
        first, last = day(commitment.due.not_before), day(commitment.due.not_after)
        if first is not None:
            yield Triple(node, _NOT_BEFORE, first)
        if last is not None:
            yield Triple(node, _NOT_AFTER, last)
        if first is not None or last is not None:
            yield Triple(node, _DATE_TEXT, words(commitment.due.text))
    if commitment.condition is not None:
        start, end = commitment.condition
        yield Triple(node, _CONDITION, iris.passage(document.id, start, end))
        yield from passage_triples(document, start, end, evidence=True)
    for value, unit, text in commitment.amounts:
        number = decimal(value)
        if number is not None:
            yield Triple(node, _AMOUNT, number)
            if unit:
                yield Triple(node, _UNIT, words(unit))
        yield Triple(node, _AMOUNT_TEXT, words(text))


def _each(node: NamedNode, predicate: NamedNode, entities: tuple[str, ...]) -> Iterator[Triple]:
    for entity in entities:
        yield Triple(node, predicate, iris.thing(entity))


def _topics(node: NamedNode, topics: tuple[str, ...]) -> Iterator[Triple]:
    for topic in topics:
        yield Triple(node, _TOPIC, iris.concept(f"topic/{topic}"))
