"""Where things stand on the page, worked out here so that the same graph gives the same picture.

One unit is one pixel when the whole picture is fitted into a window of 1280 x 720. Coordinates are whole numbers;
every random start has a fixed seed.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Mapping, Sequence

import numpy as np
from numpy.typing import NDArray
from scipy import sparse, spatial

from graph_builder.explorer.records import Link, Node

WIDTH, HEIGHT = 800.0, 600.0
Points = NDArray[np.float64]
Place = tuple[int, int]

# What pulls together: the parties of a commitment most; a shared topic only gathers what lies close anyway.
_PULL = {"debtor": 1.0, "creditor": 1.0, "topic": 0.15, "continues": 0.6, "acts-for": 0.8, "post": 0.8}


def network(
    nodes: Sequence[Node], links: Sequence[Link], shown: Sequence[int], half: Sequence[tuple[float, float]]
) -> dict[int, Place]:
    """Places of the nodes in ``shown`` (indices), near what they are tied to and not on top of each other.

    ``half`` gives half the width and half the height that each node and its label want, by index.
    """
    if not shown:
        return {}
    kept = sorted(shown)
    number = {index: place for place, index in enumerate(kept)}
    pull: dict[tuple[int, int], float] = {}
    for link in links:
        if link.source in number and link.target in number:
            ends = sorted((number[link.source], number[link.target]))
            key = (ends[0], ends[1])
            pull[key] = max(pull.get(key, 0.0), _PULL.get(link.relation, 0.5))
    points = forces(len(kept), pull)
    points = fitted(points)
    sizes = np.array([half[index] for index in kept], dtype=np.float64)
    points = spread(points, sizes)
    return {index: (round(x), round(y)) for index, (x, y) in zip(kept, points.tolist(), strict=True)}


def forces(count: int, pull: Mapping[tuple[int, int], float], rounds: int = 300) -> Points:
    """Points of a force-directed drawing: all repel each other, the more ties the more, and ties pull.

    The forces are those of ForceAtlas2 (repulsion by degree over distance, attraction by distance), written with
    matrix products: about 5 ms a round for 1,000 points.

    References:
        Jacomy, Venturini, Heymann, Bastian (2014): ForceAtlas2. PLoS ONE 9(6).

    """
    turn = np.arange(count) * 2.399963
    points: Points = np.sqrt(np.arange(1, count + 1))[:, None] * np.column_stack([np.cos(turn), np.sin(turn)])
    if not pull:
        return points
    ends = np.array(sorted(pull), dtype=np.int64)
    weight = np.array([pull[one, other] for one, other in sorted(pull)])
    tied = sparse.coo_array((weight, (ends[:, 0], ends[:, 1])), shape=(count, count)).tocsr()
    tied = tied + tied.T
    strength = np.asarray(tied.sum(axis=1)).ravel()
    mass = 1.0 + strength
    step = 0.1 * math.sqrt(count)
    for turn_number in range(rounds):
        square = (points**2).sum(axis=1)
        distance = np.maximum(square[:, None] + square[None, :] - 2.0 * points @ points.T, 0.01)
        push = mass[:, None] * mass[None, :] / distance
        np.fill_diagonal(push, 0.0)
        force = push.sum(axis=1)[:, None] * points - push @ points
        force -= strength[:, None] * points - tied @ points
        force -= 0.3 * mass[:, None] * points / np.maximum(1.0, np.sqrt(square))[:, None]
        length = np.maximum(np.sqrt((force**2).sum(axis=1)), 1e-9)
        cool = step * (1.0 - turn_number / rounds)
        points = points + force / length[:, None] * np.minimum(length / mass, cool)[:, None]
    return points


def fitted(points: Points) -> Points:
    """Points moved and stretched into the window; stragglers are drawn in so that the middle gets the room.

    Each axis becomes half rank and half distance: clusters stay apart and are not crushed by one far point.
    """
    if len(points) < 2:
        return np.zeros_like(points)
    result = np.empty_like(points)
    for axis, extent in ((0, WIDTH), (1, HEIGHT)):
        values = points[:, axis]
        low, high = float(values.min()), float(values.max())
        distance = (values - low) / ((high - low) or 1.0)
        rank = np.empty(len(values))
        rank[np.argsort(values, kind="stable")] = np.linspace(0.0, 1.0, len(values))
        result[:, axis] = (0.5 * distance + 0.5 * rank - 0.5) * extent
    return result


def spread(points: Points, half: Points, rounds: int = 150) -> Points:
    """Points pushed apart until the boxes around them (half widths and heights) are clear of each other.

    Each pair that overlaps parts along the axis that needs the smaller move, so that the picture keeps its shape.
    """
    moved = points.copy()
    # Two things on one spot have no direction to part in: a tiny spiral gives each its own.
    turn = np.arange(len(moved)) * 2.399963
    moved += 0.01 * np.column_stack([np.cos(turn), np.sin(turn)])
    small = float(np.median(half)) if len(half) else 0.0
    large = np.flatnonzero(half.max(axis=1) > small) if len(half) else np.array([], dtype=np.int64)
    for _ in range(rounds):
        one, other = _near(moved, large, small)
        gap = moved[one] - moved[other]
        need = half[one] + half[other] - np.abs(gap)
        over = (need > 0.5).all(axis=1)
        if not over.any():
            break
        one, other, gap, need = one[over], other[over], gap[over], need[over]
        axis = need.argmin(axis=1)
        pair = np.arange(len(axis))
        push = np.zeros_like(gap)
        push[pair, axis] = 0.5 * np.sign(gap[pair, axis]) * need[pair, axis]
        shift = np.zeros_like(moved)
        np.add.at(shift, one, push)
        np.add.at(shift, other, -push)
        count = np.bincount(np.concatenate([one, other]), minlength=len(moved))
        moved += shift / np.sqrt(np.maximum(1, count))[:, None]
    return moved


def _near(points: Points, large: NDArray[np.int64], small: float) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Pairs that may overlap: neighbours within two small boxes, and each large box with all others."""
    close = spatial.cKDTree(points).query_pairs(2 * small, p=np.inf, output_type="ndarray").astype(np.int64)
    is_large = np.zeros(len(points), dtype=bool)
    is_large[large] = True
    close = close[~is_large[close].any(axis=1)]
    close = close[np.lexsort((close[:, 1], close[:, 0]))]
    rest = [np.column_stack([np.full(len(points), box), np.arange(len(points))]) for box in large.tolist()]
    wide = np.concatenate(rest) if rest else np.empty((0, 2), dtype=np.int64)
    # Each pair of two large boxes stands there twice: keep the one in order.
    wide = wide[(wide[:, 0] < wide[:, 1]) | ((wide[:, 0] > wide[:, 1]) & ~is_large[wide[:, 1]])]
    pairs = np.concatenate([close, wide])
    return pairs[:, 0], pairs[:, 1]


def around(nodes: Sequence[Node], links: Sequence[Link], placed: Mapping[int, Place]) -> dict[int, Place]:
    """Places for the nodes that open hidden: rows of a plain grid below the picture, in their own order."""
    rest = [index for index in range(len(nodes)) if index not in placed]
    across = max(1, math.ceil(math.sqrt(2 * len(rest))))
    top = max((y for _, y in placed.values()), default=0) + 60
    left = -across * 12
    return {index: (left + 24 * (place % across), top + 24 * (place // across)) for place, index in enumerate(rest)}


# Columns, from left to right.
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
