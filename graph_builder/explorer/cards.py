"""The things of a graph with their properties, as the store gives them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

from graph_builder.explorer import rows


@dataclass(frozen=True, slots=True)
class Labels:
    """Names for display: of entities and of concepts."""

    entities: Mapping[str, str]
    concepts: Mapping[str, str]

    def of(self, iri: str) -> str:
        """The name of an entity or concept, or words made of its IRI."""
        return self.entities.get(iri) or rows.label_of(iri, self.concepts)


@dataclass(frozen=True, slots=True)
class Cards:
    """The things of a graph by IRI, each with its properties, and their names for display."""

    entities: Mapping[str, rows.Card]
    statements: Mapping[str, rows.Card]
    commitments: Mapping[str, rows.Card]
    memberships: Mapping[str, rows.Card]
    documents: Mapping[str, rows.Card]
    labels: Labels
    tops: Mapping[str, str]

    def saying(self) -> dict[str, list[str]]:
        """Commitment -> the statements that express it, sorted."""
        said: dict[str, list[str]] = defaultdict(list)
        for iri in sorted(self.statements):
            for commitment in self.statements[iri].get("expresses", ()):
                said[commitment].append(iri)
        return said
