"""Who held which post and what took place, as one document's words show it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from pyoxigraph import NamedNode, Triple

from graph_builder.graph import iris
from graph_builder.graph.entities import post_entity
from graph_builder.graph.literals import day, integer, words
from graph_builder.graph.passages import passage_triples
from graph_builder.language.records import ACTOR_TYPES, Entity, EventFact, Tenure
from graph_builder.language.slugs import slug
from graph_builder.statements.records import Reading

_MEMBERSHIP = NamedNode(iris.ORG + "Membership")
_MEMBER = NamedNode(iris.ORG + "member")
_ORGANIZATION = NamedNode(iris.ORG + "organization")
_IN_POST = iris.srv("inPost")
_AS_OF = iris.srv("asOf")
_NOT_BEFORE, _NOT_AFTER, _DATE_TEXT = iris.srv("notBefore"), iris.srv("notAfter"), iris.srv("dateText")
_IN_FORUM = iris.srv("inForum")
_POSITION = NamedNode(iris.SCHEMA + "position")
_PLACE = iris.srv("place")
_PARTICIPANT = iris.srv("participant")
_DELEGATION_HEAD = iris.srv("delegationHead")


def posts(reading: Reading) -> tuple[Entity, ...]:
    """Give the posts that a document shows somebody in, each once, sorted by id."""
    entities = {entity.id: entity for entity in reading.names.entities}
    found: dict[str, Entity] = {}
    for tenure in sorted(reading.names.tenures):
        where = _organization(entities, tenure)
        post_id = _post_id(reading, tenure, where)
        found.setdefault(post_id, post_entity(post_id, tenure.post, entities.get(where), where))
    return tuple(found[post_id] for post_id in sorted(found))


def tenure_triples(reading: Reading) -> Iterator[Triple]:
    """Tell of the posts that persons hold by this document, with the words that show it.

    The day is the document's own (``srv:asOf``): a text shows a post on a day, never its term. A post the text calls
    a former one has no such day; it ended by the day of the text.
    """
    entities = {entity.id: entity for entity in reading.names.entities}
    for tenure in sorted(reading.names.tenures):
        yield from _tenure(reading, tenure, _organization(entities, tenure))


def _tenure(reading: Reading, tenure: Tenure, where: str) -> Iterator[Triple]:
    post_id = _post_id(reading, tenure, where)
    node = iris.thing(iris.tenure(tenure.person, post_id))
    yield Triple(node, iris.TYPE, _MEMBERSHIP)
    yield Triple(node, _MEMBER, iris.thing(tenure.person))
    yield Triple(node, _IN_POST, iris.thing(post_id))
    if where:
        yield Triple(node, _ORGANIZATION, iris.thing(where))
    shown = day(reading.document.metadata.issued)
    if shown is not None:
        yield Triple(node, _NOT_AFTER if tenure.former else _AS_OF, shown)
    yield Triple(node, iris.EVIDENCE, iris.passage(reading.document.id, tenure.start, tenure.end))
    yield from passage_triples(reading.document, tenure.start, tenure.end, evidence=True)


def _organization(entities: Mapping[str, Entity], tenure: Tenure) -> str:
    """Give the id of the organization or state that a post is in; where the words at the post do not tell, it is the
    one that the person acts for; "" where nobody tells.
    """
    person = entities.get(tenure.person)
    return tenure.organization or (person.acts_for if person else None) or ""


def _post_id(reading: Reading, tenure: Tenure, where: str) -> str:
    """Give the post's id; a post of which nobody tells where it is stays in its document."""
    return iris.post(where, tenure.post) if where else f"doc/{reading.document.id}/post/{slug(tenure.post)}"


def event_triples(reading: Reading) -> Iterator[Triple]:
    """Tell of events: forum and number, days, places, people, and the words.

    One event has one window and one number in one document: the first words that give them count.
    """
    types = {entity.id: entity.type for entity in reading.names.entities}
    by_event: dict[str, list[EventFact]] = {}
    for fact in sorted(reading.names.events, key=lambda fact: (fact.start, fact.end, fact.event)):
        by_event.setdefault(fact.event, []).append(fact)
    for event, facts in sorted(by_event.items()):
        node = iris.thing(event)
        yield from _window(node, facts)
        position = next((fact.position for fact in facts if fact.position is not None), None)
        if position is not None:
            yield Triple(node, _POSITION, integer(position))
        for predicate, found in _slots(facts, types).items():
            for entity in sorted(found):
                yield Triple(node, predicate, iris.thing(entity))
        for fact in facts:
            yield Triple(node, iris.EVIDENCE, iris.passage(reading.document.id, fact.start, fact.end))
            yield from passage_triples(reading.document, fact.start, fact.end, evidence=True)


def _window(node: NamedNode, facts: list[EventFact]) -> Iterator[Triple]:
    dated = next((fact for fact in facts if day(fact.not_before) or day(fact.not_after)), None)
    if dated is None:
        return
    first, last = day(dated.not_before), day(dated.not_after)
    if first is not None:
        yield Triple(node, _NOT_BEFORE, first)
    if last is not None:
        yield Triple(node, _NOT_AFTER, last)
    if dated.date_text:
        yield Triple(node, _DATE_TEXT, words(dated.date_text))


def _slots(facts: list[EventFact], types: Mapping[str, str]) -> Mapping[NamedNode, set[str]]:
    forums = {fact.forum for fact in facts if fact.forum and types.get(fact.forum) == "Forum"}
    hosts = {fact.forum for fact in facts if fact.forum and types.get(fact.forum) in ACTOR_TYPES - {"Forum"}}
    return {
        _IN_FORUM: forums,
        _PLACE: {place for fact in facts for place in fact.places},
        # whoever leads a delegation takes part, and so does an organization that sits in session
        _PARTICIPANT: {actor for fact in facts for actor in (*fact.participants, *fact.heads)} | hosts,
        _DELEGATION_HEAD: {actor for fact in facts for actor in fact.heads},
    }
