"""What ties two things on the page, and the quotations that bear each tie out."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from graph_builder.explorer.cards import Cards
from graph_builder.explorer.evidence import Quotations


@dataclass(frozen=True, slots=True)
class Tie:
    """One link between two IRIs; ``evidence`` are indices of the quotations."""

    source: str
    target: str
    relation: str
    evidence: tuple[int, ...]
    inferred: bool
    note: str


class Ties:
    """Links by source, target and relation; what several statements say of one link is gathered on it."""

    def __init__(self, quoted: Quotations) -> None:
        self._quoted = quoted
        self._found: dict[tuple[str, str, str], tuple[set[int], set[str]]] = {}
        self._inferred: set[tuple[str, str, str]] = set()

    def add(
        self, source: str, target: str, relation: str, by: Iterable[str] = (), *, inferred: bool = False, note: str = ""
    ) -> None:
        """Tie two things; ``by`` are the statements, memberships or events whose quotations show it."""
        if source == target:
            return
        evidence, notes = self._found.setdefault((source, target, relation), (set(), set()))
        for subject in by:
            evidence.update(self._quoted.of_subject.get(subject, ()))
        notes.update([note] if note else [])
        if inferred:
            self._inferred.add((source, target, relation))

    def all(self) -> list[Tie]:
        """The links in order of relation, source and target."""
        return [
            Tie(key[0], key[1], key[2], tuple(sorted(evidence)), key in self._inferred, "; ".join(sorted(notes)))
            for key, (evidence, notes) in sorted(self._found.items(), key=lambda item: (item[0][2], item[0]))
        ]


def ties_of(cards: Cards, quoted: Quotations) -> list[Tie]:
    """Every link of the graph that the page can show."""
    ties = Ties(quoted)
    _of_commitments(ties, cards)
    _of_entities(ties, cards)
    for iri in sorted(cards.documents):
        for publisher in cards.documents[iri].get("publisher", ()):
            ties.add(iri, publisher, "publisher", inferred=True)
    return ties.all()


_FROM_COMMITMENT = (("creditor", "creditor"), ("underInstrument", "under"), ("about", "about"), ("place", "place"))
_FROM_STATEMENT = (("madeAt", "made-at"), ("relays", "relays"), ("about", "about"), ("statedIn", "stated-in"))


def _of_commitments(ties: Ties, cards: Cards) -> None:
    said = cards.saying()
    for iri, card in cards.commitments.items():
        by = said.get(iri, [])
        debtors = card.get("debtor", ())
        for actor in debtors:
            ties.add(actor, iri, "debtor", by)
        for prop, relation in _FROM_COMMITMENT:
            for other in card.get(prop, ()):
                ties.add(iri, other, relation, by)
        for topic in card.get("topic", ()):
            ties.add(iri, cards.tops.get(topic, topic), "topic", by)
        for other in card.get("continues", ()):
            ties.add(iri, other, "continues", [*by, *said.get(other, [])], inferred=True)
        for other in card.get("fulfilledBy", ()):
            ties.add(iri, other, "fulfilled", by, inferred=True)
        for statement in by:
            words = cards.statements[statement]
            for prop, relation in (("madeBy", "speaker"), ("attributedTo", "source")):
                for actor in words.get(prop, ()):
                    if actor not in debtors:
                        ties.add(actor, iri, relation, [statement])
            for prop, relation in _FROM_STATEMENT:
                for other in words.get(prop, ()):
                    ties.add(iri, other, relation, [statement])


def _of_entities(ties: Ties, cards: Cards) -> None:
    shown_by: dict[str, list[str]] = defaultdict(list)
    for iri, card in cards.memberships.items():
        post = ", ".join(cards.labels.of(p) for p in card.get("inPost", ()))
        for person in card.get("member", ()):
            shown_by[person].append(iri)
            for body in card.get("organization", ()):
                ties.add(person, body, "post", [iri], note=post)
    for iri, card in cards.entities.items():
        for state in card.get("actsFor", ()):
            # The words that show a post show for whom its holder acts; of anything else the registry alone says it.
            by = shown_by.get(iri, [])
            ties.add(iri, state, "acts-for", by, inferred=not by)
        for body in card.get("subOrganizationOf", ()):
            ties.add(iri, body, "part-of", inferred=True)
        for owner in card.get("instrumentOf", ()):
            ties.add(iri, owner, "owner", inferred=True)
        for forum in card.get("inForum", ()):
            ties.add(iri, forum, "forum", [iri])
        for place in card.get("place", ()):
            ties.add(iri, place, "held-in", [iri])
        heads = card.get("delegationHead", ())
        for person in heads:
            ties.add(person, iri, "leads", [iri])
        for actor in card.get("participant", ()):
            if actor not in heads:
                ties.add(actor, iri, "attends", [iri])
