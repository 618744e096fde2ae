"""From rows to networks: any result with the columns source and target is one."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import networkx as nx

from graph_builder.errors import QueryError
from graph_builder.results import Cell, Iri, Result, plain

MUTUAL = "together"


def network(result: Result) -> nx.MultiDiGraph[str]:
    """Give the network of a result with the columns ``source`` and ``target``.

    Nodes are the values of these columns as text (addresses stay addresses), with the attribute ``label``. Each
    relation between two nodes is one edge with the key ``relation``, and the attributes ``relation``, ``weight`` (the
    column ``weight`` summed up, 1 a row without one), ``evidence`` (a tuple: the column ``evidence`` parted at white
    space) and ``mutual``: a relation called "together" has no direction, any other runs from source to target. Rows
    that lack an end or tie a thing to itself are left out. Raises :class:`QueryError` where a column is missing or a
    weight is no positive number.

    >>> rows = (("Peru", "Chile", 2, "together"), ("Peru", "Chile", 1, "together"), ("Chile", "Peru", 4, "owes"))
    >>> found = network(Result(("source", "target", "weight", "relation"), rows))
    >>> sorted((a, b, relation, data["weight"]) for a, b, relation, data in found.edges(keys=True, data=True))
    [('Chile', 'Peru', 'owes', 4), ('Peru', 'Chile', 'together', 3)]
    """
    missing = [name for name in ("source", "target") if name not in result.columns]
    if missing:
        raise QueryError(
            f"a network needs the column {missing[0]}, and this result has {', '.join(result.columns) or 'none'}",
            remedy="SELECT ?source ?target ..., with ?weight, ?relation and ?evidence if you like",
        )
    found: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    for row in result.records():
        source, target = row["source"], row["target"]
        if source is None or target is None or source == target:
            continue
        relation = plain(row.get("relation")) or "tied"
        mutual = relation == MUTUAL
        first, second = _text(source), _text(target)
        if mutual and found.has_edge(second, first, relation):
            first, second = second, first
        for cell in (source, target):
            found.add_node(_text(cell), label=result.shown(cell))
        evidence = tuple(plain(row.get("evidence")).split())
        if found.has_edge(first, second, relation):
            edge = found[first][second][relation]
            edge["weight"] += _weight(row)
            edge["evidence"] = tuple(sorted({*edge["evidence"], *evidence}))
        else:
            found.add_edge(
                first, second, relation, relation=relation, weight=_weight(row), evidence=evidence, mutual=mutual
            )
    return found


def ties(found: nx.MultiDiGraph[str]) -> nx.Graph[str]:
    """Give the network without directions: one tie between two nodes, its weight the sum of all between them.

    Nodes come in the order of their names, so that whatever walks over them always walks alike.
    """
    flat: nx.Graph[str] = nx.Graph()
    flat.add_nodes_from((node, found.nodes[node]) for node in sorted(found))
    for first, second, weight in _weighted(found):
        _add(flat, min(first, second), max(first, second), weight)
    return flat


def arcs(found: nx.MultiDiGraph[str]) -> nx.DiGraph[str]:
    """Give the network with directions: a mutual tie runs both ways, each with its whole weight."""
    directed: nx.DiGraph[str] = nx.DiGraph()
    directed.add_nodes_from((node, found.nodes[node]) for node in sorted(found))
    for first, second, data in sorted(found.edges(data=True), key=lambda edge: edge[:2]):
        _add(directed, first, second, data["weight"])
        if data["mutual"]:
            _add(directed, second, first, data["weight"])
    return directed


def _weighted(found: nx.MultiDiGraph[str]) -> list[tuple[str, str, float]]:
    return sorted((first, second, data["weight"]) for first, second, data in found.edges(data=True))


def _add(into: Any, first: str, second: str, weight: float) -> None:
    before = into[first][second]["weight"] if into.has_edge(first, second) else 0
    into.add_edge(first, second, weight=before + weight)


def _text(cell: Cell) -> str:
    return str(cell) if isinstance(cell, Iri) else plain(cell)


def _weight(row: dict[str, Cell]) -> float:
    weight = row.get("weight", 1)
    if isinstance(weight, Decimal):
        weight = float(weight)
    if isinstance(weight, bool) or not isinstance(weight, int | float) or not 0 < weight < float("inf"):
        raise QueryError(f"the weight of a tie is {plain(weight) or 'missing'}", remedy="let it be a number above zero")
    return weight
