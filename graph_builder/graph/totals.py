"""How much a graph holds."""

from __future__ import annotations

from dataclasses import dataclass

from pyoxigraph import Literal, QuerySolutions, Store

from graph_builder.graph import iris

_PREFIXES = f"PREFIX srv: <{iris.SRV}> PREFIX oa: <{iris.OA}>\n"
_ACTORS = "VALUES ?type { srv:State srv:Agency srv:Organization srv:Forum srv:Person srv:ActorGroup } ?x a ?type ."
_SHOWN = "?x a srv:Statement ; srv:evidence/oa:hasSelector/oa:exact ?words ."


@dataclass(frozen=True, slots=True)
class Totals:
    """Counts of distinct things; ``shown`` are the statements with their exact words."""

    actors: int
    statements: int
    commitments: int
    shown: int

    @property
    def coverage(self) -> float:
        """The share of statements that carry their exact words, 0 to 1; 1 where there is no statement.

        >>> Totals(actors=2, statements=4, commitments=3, shown=4).coverage
        1.0
        """
        return self.shown / self.statements if self.statements else 1.0


def totals(store: Store) -> Totals:
    """Count what all graphs of a store hold together."""
    return Totals(
        _count(store, _ACTORS),
        _count(store, "?x a srv:Statement ."),
        _count(store, "?x a srv:Commitment ."),
        _count(store, _SHOWN),
    )


def _count(store: Store, pattern: str) -> int:
    query = f"{_PREFIXES} SELECT (COUNT(DISTINCT ?x) AS ?n) WHERE {{ {pattern} }}"
    found = store.query(query, use_default_graph_as_union=True)
    values = [row["n"] for row in found] if isinstance(found, QuerySolutions) else []
    return sum(int(value.value) for value in values if isinstance(value, Literal))
