"""What a network says of its nodes, and what it does not say.

All measures are deterministic: nodes are taken in the order of their names, and chance starts from a fixed seed. A
network of commitments is a *projection*: the documents tell of undertakings, and two actors are tied because they stand
in one. Three habits of such networks mislead in every measure below: one text signed by many ties each of them to all
the others; who publishes much seems to be tied much; and who is absent from the documents at hand is absent from the
network. Read the quotations behind a tie before reading anything into a figure.
"""

from __future__ import annotations

from collections.abc import Mapping

import networkx as nx

from graph_builder.analysis.networks import arcs, ties
from graph_builder.results import Cell, Iri, Result

PIVOTS_ABOVE = 1000
PIVOTS = 200

CAVEATS = {
    "degree": "partners; one text signed by many gives each of them many at once",
    "strength": "undertakings shared, owed and owing; who is quoted more has more",
    "betweenness": "share of shortest chains that run through an actor; small networks make it jump",
    "pagerank": "share of weight, heavier where it comes from heavy actors; mostly follows strength",
    "community": "groups tied more within than across; other groupings may be nearly as good",
}


def degree(found: nx.MultiDiGraph[str]) -> dict[str, int]:
    """Count the partners of each node, whatever ties them and how often.

    In a network of commitments: with how many different actors does an actor undertake something, or owe or is owed
    something? It misleads where one text has many signatories: a statement of twenty states gives each of them
    nineteen partners (Newman 2001 therefore divides by the number of signatories less one).

    Source: Freeman, L. C. (1978), Centrality in social networks, Social Networks 1. Cost: linear in ties.
    """
    return dict(ties(found).degree())


def strength(found: nx.MultiDiGraph[str]) -> dict[str, float]:
    """Sum the weight of each node's ties: how many shared, owed and owing undertakings, counted once a partner.

    It misleads as a measure of importance: it grows with the number of documents somebody publishes or is named in.

    Source: Barrat, A. et al. (2004), The architecture of complex weighted networks, PNAS 101. Cost: linear in ties.
    """
    return dict(ties(found).degree(weight="weight"))


def betweenness(found: nx.MultiDiGraph[str], seed: int = 0) -> dict[str, float]:
    """Give the share (0 to 1) of all shortest chains between two others that run through a node.

    Chains are counted in ties, without directions and weights: of two actors with no undertaking in common, who links
    them? It misleads in small or dense networks, where one more tie moves it from nothing to much, and where nothing
    is really passed on along chains of undertakings.

    Source: Brandes, U. (2001), A faster algorithm for betweenness centrality, J. Math. Sociol. 25. Cost: nodes times
    ties; above 1,000 nodes it is estimated from 200 of them, drawn with ``seed``.
    """
    flat = ties(found)
    pivots = PIVOTS if len(flat) > PIVOTS_ABOVE else None
    return dict(nx.betweenness_centrality(flat, k=pivots, seed=seed))


def pagerank(found: nx.MultiDiGraph[str]) -> dict[str, float]:
    """Give each node its share (all together 1) of a weight that flows along the ties, from debtor to creditor.

    Ties without direction carry it both ways. An actor ranks high when those tied to it rank high themselves. It
    misleads where most ties have no direction: then it says little that strength does not say.

    Source: Brin, S. and Page, L. (1998), The anatomy of a large-scale hypertextual web search engine. Cost: linear in
    ties, some fifty times over.
    """
    directed = arcs(found)
    return dict(nx.pagerank(directed, weight="weight")) if len(directed) else {}


def communities(found: nx.MultiDiGraph[str], seed: int = 0) -> tuple[tuple[str, ...], ...]:
    """Part the nodes into groups with more weight of ties within than chance would give; the largest first.

    In a network of commitments: who undertakes things with whom, rather than with the rest? It misleads where groups
    overlap (a state is in many groupings at once and is put into one), where small groups next to large ones melt into
    them, and where other partings are nearly as good: see :func:`modularity`.

    Source: Blondel, V. D. et al. (2008), Fast unfolding of communities in large networks (Louvain), J. Stat. Mech.;
    its limits: Fortunato and Barthélemy (2007), PNAS 104. Cost: about linear in ties; slow above 50,000 nodes.
    """
    flat = ties(found)
    if not len(flat):
        return ()
    parts = nx.community.louvain_communities(flat, weight="weight", seed=seed)
    return tuple(sorted((tuple(sorted(part)) for part in parts), key=lambda part: (-len(part), part)))


def modularity(found: nx.MultiDiGraph[str], parts: tuple[tuple[str, ...], ...]) -> float:
    """Say how much more weight lies within the parts than chance would put there; above 0.3 there is a pattern.

    Gives 0 where there is no tie. Source: Newman, M. E. J. (2006), Modularity and community structure, PNAS 103.
    """
    flat = ties(found)
    return float(nx.community.modularity(flat, [set(part) for part in parts], weight="weight")) if flat.size() else 0.0


def measures(found: nx.MultiDiGraph[str], seed: int = 0) -> Result:
    """Give all measures as one table, the strongest actor first; ``community`` counts from 1, the largest group.

    >>> from graph_builder.analysis.networks import network
    >>> rows = (("Peru", "Chile", 3), ("Chile", "Fiji", 1))
    >>> measures(network(Result(("source", "target", "weight"), rows))).column("actor")
    ('Chile', 'Peru', 'Fiji')
    """
    groups = {node: number for number, part in enumerate(communities(found, seed), start=1) for node in part}
    by_name: tuple[Mapping[str, Cell], ...] = (
        degree(found), strength(found), betweenness(found, seed), pagerank(found), groups,
    )  # fmt: skip
    labels = {node: str(found.nodes[node].get("label", node)) for node in found}
    weight, rank = by_name[1], by_name[3]
    order = sorted(found, key=lambda node: (-float(weight[node] or 0), -float(rank[node] or 0), labels[node], node))  # type: ignore[arg-type]
    rows = tuple((labels[node], *(_rounded(measure[node]) for measure in by_name), _address(node)) for node in order)
    return Result(
        ("actor", "degree", "strength", "betweenness", "pagerank", "community", "iri"), rows, "Actors of the network"
    )


def _rounded(value: Cell) -> Cell:
    """Drop the digits that differ from one machine to the next."""
    return round(value, 6) if isinstance(value, float) else value


def _address(node: str) -> Cell:
    return Iri(node) if "://" in node else node
