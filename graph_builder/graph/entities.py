"""Entities as triples: their card (type, names, kind) and what is known of them beside it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from pyoxigraph import NamedNode, Triple

from graph_builder.graph import iris
from graph_builder.graph.literals import english
from graph_builder.language.records import ACTOR_TYPES, Entity

_POST = "Post"
_BORROWED = {_POST: NamedNode(iris.ORG + "Post")}
_ACTS_FOR = iris.srv("actsFor")
_INSTRUMENT_OF = iris.srv("instrumentOf")
_IN_FORUM = iris.srv("inForum")
_HAS_MEMBER = NamedNode(iris.ORG + "hasMember")
_GROUP_MEMBER = NamedNode(iris.FOAF + "member")
_SUB_ORGANIZATION = NamedNode(iris.ORG + "subOrganizationOf")
_POST_IN = NamedNode(iris.ORG + "postIn")
_IS_PART_OF = NamedNode(iris.DCTERMS + "isPartOf")
_CONTAINED_IN = NamedNode(iris.SCHEMA + "containedInPlace")
_BODIES = frozenset({"Agency", "Organization", "Forum"})


def post_entity(post_id: str, title: str, organization: Entity | None, organization_id: str) -> Entity:
    """Give a post as an entity of its own; its label says where the post is, so that it reads alone.

    >>> japan = Entity("state/jpn", "State", "Japan")
    >>> post_entity("post/jpn/prime-minister", "Prime Minister", japan, "state/jpn").label
    'Prime Minister, Japan'
    """
    where = organization.label if organization else ""
    known = not where or where.casefold() in title.casefold()
    label = title if known else f"{title}, {where}"
    return Entity(post_id, _POST, label, () if known else (title,), part_of=organization_id or None)


def card_triples(entity: Entity) -> Iterator[Triple]:
    """Tell what an entity is: its type, one preferred name, the others, its kind."""
    node = iris.thing(entity.id)
    yield Triple(node, iris.TYPE, _BORROWED.get(entity.type) or iris.srv(entity.type))
    yield Triple(node, iris.PREF_LABEL, english(entity.label))
    for name in sorted({*entity.names} - {entity.label, ""}):
        yield Triple(node, iris.ALT_LABEL, english(name))
    if entity.kind:
        yield Triple(node, iris.KIND, iris.concept(entity.kind))
    if entity.type == _POST and entity.part_of:
        yield Triple(node, _POST_IN, iris.thing(entity.part_of))


def fact_triples(entity: Entity) -> Iterator[Triple]:
    """Tell what is known of an entity beside its card: whom it acts for, what it is part of, owners, members."""
    node = iris.thing(entity.id)
    if entity.acts_for:
        predicate = _ACTS_FOR if entity.type in ACTOR_TYPES else _CONTAINED_IN if entity.type == "Place" else None
        if predicate is not None:
            yield Triple(node, predicate, iris.thing(entity.acts_for))
    if entity.part_of and entity.type != _POST:
        yield Triple(node, _part_of(entity), iris.thing(entity.part_of))
    if entity.type == "Instrument":
        for owner in sorted(set(entity.owners)):
            yield Triple(node, _INSTRUMENT_OF, iris.thing(owner))
    if entity.members and entity.type in ACTOR_TYPES:
        predicate = _GROUP_MEMBER if entity.type == "ActorGroup" else _HAS_MEMBER
        for member in sorted(set(entity.members)):
            yield Triple(node, predicate, iris.thing(member))


def registry_triples(rows: Iterable[Entity]) -> Iterator[Triple]:
    """Tell of authority rows, whole: card and facts together (D1)."""
    for row in sorted(rows, key=lambda row: row.id):
        yield from card_triples(row)
        yield from fact_triples(row)


def _part_of(entity: Entity) -> NamedNode:
    """Choose the word for "is part of" that fits the entity."""
    if entity.type in _BODIES:
        return _SUB_ORGANIZATION
    if entity.type == "Place":
        return _CONTAINED_IN
    if entity.type in {"Event", "Meeting"} and (entity.part_of or "").startswith("forum/"):
        return _IN_FORUM
    return _IS_PART_OF
