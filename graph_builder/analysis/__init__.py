"""Networks made of query rows, and their measures."""

from graph_builder.analysis.measures import (
    betweenness,
    communities,
    degree,
    measures,
    modularity,
    pagerank,
    strength,
)
from graph_builder.analysis.networks import arcs, network, ties

__all__ = [
    "arcs",
    "betweenness",
    "communities",
    "degree",
    "measures",
    "modularity",
    "network",
    "pagerank",
    "strength",
    "ties",
]
