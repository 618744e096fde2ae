"""The order of the Columns view: one column a type, rows ordered so that links cross little."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from graph_builder.explorer.records import Link, Node

# From left to right.
COLUMNS = (
    ("event",),
    ("person",),
    ("agency",),
    ("state",),
    ("commitment",),
    ("instrument", "place", "topic"),
    ("document",),
)


def columns(nodes: Sequence[Node], links: Sequence[Link], shown: Sequence[int]) -> list[list[int]]:
    """Nodes (indices) in columns by type, each ordered so that links cross little (barycentre).

    Those not in ``shown`` follow at the end of their column; the page gives rows to what is visible.
    """
    inside = set(shown)
    neighbours: dict[int, list[int]] = defaultdict(list)
    for link in links:
        if link.source in inside and link.target in inside:
            neighbours[link.source].append(link.target)
            neighbours[link.target].append(link.source)
    by_type: dict[str, list[int]] = defaultdict(list)
    for index in sorted(range(len(nodes)), key=lambda index: (-nodes[index].weight, index)):
        by_type[nodes[index].type].append(index)
    table = [[index for kind in kinds for index in by_type[kind]] for kinds in COLUMNS]
    rows = [[index for index in column if index in inside] for column in table]
    height = {index: place for row in rows for index, place in _level(row).items()}
    for sweep in range(12):
        for row in rows if sweep % 2 == 0 else reversed(rows):
            middle = {index: _mean([height[n] for n in neighbours[index]], height[index]) for index in row}
            row.sort(key=lambda index: (middle[index], index))
            height |= _level(row)
    return [row + [index for index in column if index not in inside] for row, column in zip(rows, table, strict=True)]


def _mean(values: Sequence[float], otherwise: float) -> float:
    # Rounded, so that a last bit that differs between machines never changes an order.
    return round(sum(values) / len(values), 6) if values else otherwise


def _level(row: Sequence[int]) -> dict[int, float]:
    return {index: (place + 0.5) / len(row) for place, index in enumerate(row)}
