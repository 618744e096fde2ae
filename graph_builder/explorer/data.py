"""From the store to a scene: which things are nodes, what ties them, which words bear each tie out."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from graph_builder.explorer import rows
from graph_builder.explorer.cards import Cards, Labels
from graph_builder.explorer.evidence import Quotations, quotations, sources
from graph_builder.explorer.records import TYPES, Link, Node, Scene
from graph_builder.explorer.ties import Tie, ties_of
from graph_builder.explorer.titles import plain, title_of

if TYPE_CHECKING:
    from pyoxigraph import Store

_TYPE_OF = {
    "State": "state",
    "Forum": "state",
    "ActorGroup": "state",
    "Agency": "agency",
    "Organization": "agency",
    "Person": "person",
    "Event": "event",
    "Meeting": "event",
    "Instrument": "instrument",
    "Place": "place",
}
STRENGTHS = ("considered", "desired", "intended", "planned", "pledged", "agreed", "binding")
STATUSES = ("stated", "reported", "expected", "superseded", "denied")
_FIRM = frozenset(STRENGTHS[4:])
_SAID = frozenset(STATUSES[:2])


def scene(store: Store, texts: Path | None = None) -> Scene:
    """All nodes, links and quotations of a graph, in an order that depends on the graph alone.

    ``texts`` is the folder with the texts as read; without it a quotation has 32 characters of context each side.
    """
    entities = rows.cards(store, [f"srv:{name}" for name in _TYPE_OF])
    posts = rows.cards(store, ["org:Post"])
    concept_labels, tops = rows.concepts(store)
    names = {iri: plain(rows.first(c, "prefLabel")) or rows.label_of(iri, {}) for iri, c in (entities | posts).items()}
    cards = Cards(
        entities=entities,
        statements=rows.cards(store, ["srv:Statement"]),
        commitments=rows.cards(store, ["srv:Commitment"]),
        memberships=rows.cards(store, ["org:Membership"]),
        documents=rows.cards(store, ["srv:Document"]),
        labels=Labels(names, concept_labels),
        tops=tops,
    )
    events = {iri: card for iri, card in entities.items() if _type(card) == "event"}
    quoted = quotations(store, sources(cards.documents, cards.labels), cards, events, texts)
    ties = ties_of(cards, quoted)
    nodes = [
        *_commitments(cards, quoted),
        *_entities(cards, quoted),
        *_topics(ties, cards.labels),
        *_documents(quoted),
    ]
    return _numbered(nodes, ties, quoted)


def _type(card: rows.Card) -> str:
    return next((kind for name, kind in _TYPE_OF.items() if name in card.get("type", ())), "")


def _facts(*facts: tuple[str, str]) -> tuple[tuple[str, str], ...]:
    return tuple((name, value) for name, value in facts if value)


def _commitments(cards: Cards, quoted: Quotations) -> Iterable[Node]:
    said = cards.saying()
    for iri in sorted(cards.commitments):
        card = cards.commitments[iri]
        by = [cards.statements[s] for s in said.get(iri, [])]
        evidence = tuple(sorted({e for s in said.get(iri, []) for e in quoted.of_subject.get(s, ())}))
        strength = _best((rows.tail(x) for s in by for x in s.get("strength", ())), STRENGTHS[::-1])
        status = _best((rows.tail(x) for s in by for x in s.get("status", ())), STATUSES)
        places = tuple(sorted({quoted.items[e].source for e in evidence}))
        reaffirmed = any(iri in s.get("reaffirms", ()) for s in by)
        content = rows.first(card, "content")
        yield Node(
            iri=iri,
            type="commitment",
            label=title_of(content),
            facts=_facts(
                ("due", "; ".join(card.get("dateText", ()))),
                ("amount", "; ".join(card.get("amountText", ()))),
                ("condition", "; ".join(quoted.words.get(c, "") for c in card.get("condition", ()))),
                ("kind", "to refrain from acting" if rows.first(card, "forbearance") == "true" else ""),
                ("before", "the words say it was there before" if reaffirmed else ""),
                ("said by", "the actors themselves" if any(s.get("firstHand") == ("true",) for s in by) else ""),
            ),
            evidence=evidence,
            sources=places,
            topics=tuple(sorted({cards.tops.get(t, t) for t in card.get("topic", ())})),
            act=", ".join(sorted({cards.labels.of(a) for s in by for a in s.get("act", ())})),
            strength=strength,
            status=status,
            firm=strength in _FIRM and status in _SAID,
            content=content,
            since=rows.first(card, "notBefore"),
            until=rows.first(card, "notAfter"),
            when=min((quoted.sources[p].issued for p in places if quoted.sources[p].issued), default=""),
            weight=_weight(strength, status, card),
        )


def _best(found: Iterable[str], order: tuple[str, ...]) -> str:
    return min(found, key=lambda name: order.index(name) if name in order else len(order), default="")


def _weight(strength: str, status: str, card: rows.Card) -> float:
    """How much a commitment is worth showing before others: firm, already made, dated, carried on."""
    rank = STRENGTHS.index(strength) + 1 if strength in STRENGTHS else 0
    dated = 2 if "notAfter" in card else 0
    return rank + (3 if status in _SAID else 0) + dated + 3 * len(card.get("continues", ()))


def _entities(cards: Cards, quoted: Quotations) -> Iterable[Node]:
    silent: dict[str, list[str]] = defaultdict(list)
    for iri, card in sorted(cards.statements.items()):
        # What an actor says without undertaking anything is told in its panel; a node for each would bury the rest.
        if not card.get("expresses"):
            for actor in card.get("madeBy", ()):
                silent[actor].append(iri)
    shown_by: dict[str, list[str]] = defaultdict(list)
    for iri, card in sorted(cards.memberships.items()):
        for person in card.get("member", ()):
            shown_by[person].append(iri)
    for iri in sorted(cards.entities):
        card = cards.entities[iri]
        label = cards.labels.of(iri)
        told = (iri, *shown_by.get(iri, ()), *silent.get(iri, ()))
        yield Node(
            iri=iri,
            type=_type(card),
            label=label,
            names=tuple(n for n in card.get("altLabel", ()) if n != label),
            kind=", ".join(cards.labels.of(k) for k in card.get("kind", ())),
            facts=_facts(("when", "; ".join(card.get("dateText", ()))), ("number", rows.first(card, "position"))),
            evidence=(*sorted({e for s in told for e in quoted.of_subject.get(s, ())}), *quoted.of_entity.get(iri, ())),
            since=rows.first(card, "notBefore"),
            until=rows.first(card, "notAfter"),
            named=quoted.named.get(iri, 0),
        )


def _topics(ties: Iterable[Tie], labels: Labels) -> Iterable[Node]:
    for iri in sorted({tie.target for tie in ties if tie.relation == "topic"}):
        yield Node(iri, "topic", labels.of(iri), topics=(iri,))


def _documents(quoted: Quotations) -> Iterable[Node]:
    for place, source in enumerate(quoted.sources):
        made = "a digest in other words" if source.digest else ""
        facts = _facts(("published", source.issued), ("publisher", source.publisher), ("text", made))
        yield Node(
            source.iri, "document", source.title, kind=source.kind, facts=facts, sources=(place,), when=source.issued
        )


def _numbered(nodes: Iterable[Node], ties: Iterable[Tie], quoted: Quotations) -> Scene:
    """Nodes in order of type and IRI, links by index; entities weigh the commitments that hang on them."""
    order = {kind: place for place, kind in enumerate(TYPES)}
    known = {node.iri: node for node in nodes}
    kept = [tie for tie in ties if tie.source in known and tie.target in known]
    weight: dict[str, float] = defaultdict(float)
    reach: dict[str, set[int]] = defaultdict(set)
    themes: dict[str, set[str]] = defaultdict(set)
    for tie in kept:
        for one, other in ((tie.source, tie.target), (tie.target, tie.source)):
            weight[one] += _worth(tie)
            reach[one].update(quoted.items[e].source for e in tie.evidence)
            if known[other].type == "commitment":
                themes[one].update(known[other].topics)
    settled = [
        node
        if node.type == "commitment"
        else replace(
            node,
            weight=round(weight[node.iri], 2),
            sources=tuple(
                sorted(reach[node.iri] | set(node.sources) | {quoted.items[e].source for e in node.evidence})
            ),
            topics=tuple(sorted(themes[node.iri] | set(node.topics))),
        )
        for node in known.values()
    ]
    settled.sort(key=lambda node: (order[node.type], node.iri))
    number = {node.iri: place for place, node in enumerate(settled)}
    links = [Link(number[t.source], number[t.target], t.relation, t.evidence, t.inferred, t.note) for t in kept]
    return Scene(tuple(settled), tuple(links), tuple(quoted.items), quoted.sources)


def _worth(tie: Tie) -> float:
    """What a tie adds to the weight of its ends: an undertaking most, what no document says least."""
    if tie.relation in {"debtor", "creditor"}:
        return 3.0
    return 1.0 if tie.evidence else 0.2


def summary(found: Scene) -> Mapping[str, int]:
    """What a scene holds: nodes, links, links with a quotation, commitments, documents."""
    return {
        "nodes": len(found.nodes),
        "links": len(found.links),
        "quoted": sum(1 for link in found.links if link.evidence),
        "commitments": sum(1 for node in found.nodes if node.type == "commitment"),
        "documents": len(found.sources),
    }
