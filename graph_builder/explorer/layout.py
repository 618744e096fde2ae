"""Where things stand in the Network view, worked out here so that the same graph gives the same picture.

One unit is one pixel when the whole picture is fitted into a window of 1280 x 720. Coordinates are whole numbers.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

import numpy as np

from graph_builder.explorer.forces import Boxes, Points, forces, spiral, spread
from graph_builder.explorer.records import Link, Node

WIDTH, HEIGHT = 680.0, 592.0
# The room a node takes by itself, and the gap between two groups that nothing ties.
CELL, GAP, SIGN = 22.0, 26.0, 8.5
CROWD, RANKED, DOMINANT = 1.8, 0.6, 0.7
Place = tuple[int, int]
Size = tuple[float, float]

# What pulls together: the parties of a commitment most.
_PULL = {"debtor": 1.0, "creditor": 1.0, "continues": 0.8, "acts-for": 0.8, "post": 0.8}


def network(
    nodes: Sequence[Node], links: Sequence[Link], shown: Sequence[int], labels: Mapping[int, Size]
) -> dict[int, Place]:
    """Places of the nodes in ``shown`` (indices), near what they are tied to and not on top of each other.

    ``labels`` gives the width and height of the labels that keep room for themselves, by index. Groups that no link
    joins are drawn one by one and stand in rows below the largest.
    """
    if not shown:
        return {}
    pull: dict[tuple[int, int], float] = {}
    inside = set(shown)
    for link in links:
        if link.source in inside and link.target in inside:
            key = (min(link.source, link.target), max(link.source, link.target))
            pull[key] = max(pull.get(key, 0.0), _PULL.get(link.relation, 0.5))
    groups = _groups(sorted(inside), pull)
    # A large picture grows in both directions at once, so that it keeps the proportions of the window; as it will be
    # drawn that much smaller, its labels, whose letters keep their size, want that much more of it.
    letters = sum(wide * high for wide, high in labels.values()) / (WIDTH * HEIGHT)
    scale = max(1.0, math.sqrt(len(inside) * CELL * CELL * CROWD / (WIDTH * HEIGHT) / (1.0 - min(0.5, 1.3 * letters))))
    labels = {index: (wide * scale, high * scale) for index, (wide, high) in labels.items()}
    width, height = WIDTH * scale, HEIGHT * scale
    drawings: list[Points] = []
    for group in reversed(groups):
        share = math.sqrt(len(group) / len(inside))
        extent = (width * share, height * share)
        if share >= DOMINANT and group is groups[0]:
            # It has the window for itself, but for the rows below it.
            extent = (width, max(height / 2, height - _packed(drawings[::-1], width)[1]))
        number = {index: place for place, index in enumerate(group)}
        inner = {(number[a], number[b]): weight for (a, b), weight in pull.items() if a in number}
        points = _stretched(forces(len(group), inner), extent)
        drawings.append(spread(points, _boxes(group, labels), extent))
    places = _proportioned(drawings[::-1], width)
    return {
        index: (round(x), round(y))
        for group, points in zip(groups, places, strict=True)
        for index, (x, y) in zip(group, points.tolist(), strict=True)
    }


def _boxes(group: Sequence[int], labels: Mapping[int, Size]) -> Boxes:
    """The room that the nodes of a group want: each its sign, and some a label to the right of it."""
    labelled = [place for place, index in enumerate(group) if index in labels]
    sizes = np.array([labels[group[place]] for place in labelled], dtype=np.float64).reshape(-1, 2)
    whole = sizes + np.array([2 * SIGN, 0.0])
    shifts = np.column_stack([sizes[:, 0] / 2, np.zeros(len(labelled))])
    return Boxes(SIGN, np.array(labelled, dtype=np.int64), np.maximum(whole / 2, SIGN), shifts)


def _groups(shown: Sequence[int], pairs: Iterable[tuple[int, int]]) -> list[list[int]]:
    """Sets of nodes that links join, the largest first."""
    beside: dict[int, list[int]] = defaultdict(list)
    for one, other in pairs:
        beside[one].append(other)
        beside[other].append(one)
    seen: set[int] = set()
    groups = []
    for start in shown:
        if start in seen:
            continue
        seen.add(start)
        group = [start]
        for index in group:
            fresh = [other for other in beside[index] if other not in seen]
            seen.update(fresh)
            group.extend(fresh)
        groups.append(sorted(group))
    return sorted(groups, key=lambda group: (-len(group), group))


def _stretched(points: Points, extent: Size) -> Points:
    """Points scaled into a room of that width and height.

    Each axis is part rank and part distance: stragglers are drawn in, crowds get room, and clusters stay apart.
    """
    result = np.zeros_like(points)
    if len(points) < 2:
        return result
    for axis in (0, 1):
        values = points[:, axis]
        low, high = float(values.min()), float(values.max())
        distance = (values - low) / ((high - low) or 1.0)
        rank = np.empty(len(points))
        rank[np.argsort(values, kind="stable")] = np.linspace(0.0, 1.0, len(points))
        result[:, axis] = ((1.0 - RANKED) * distance + RANKED * rank - 0.5) * extent[axis]
    return result


def _proportioned(drawings: Sequence[Points], width: float) -> list[Points]:
    """Drawings packed into rows of the length that comes closest to the proportions of the window."""
    widest = max(float(np.ptp(points[:, 0])) for points in drawings) + CELL
    packings = []
    for part in (1.0, 1.2, 1.45, 1.75, 2.1):
        places, height = _packed(drawings, max(widest, width * part))
        across = max(float(points[:, 0].max()) for points in places) + CELL / 2
        packings.append((abs(math.log(across / height * HEIGHT / WIDTH)), part, places))
    return min(packings, key=lambda packing: packing[:2])[2]


def _packed(drawings: Sequence[Points], wide: float) -> tuple[list[Points], float]:
    """Drawings side by side in rows of that width, each from its own corner, and the height of the rows."""
    x, y, row = 0.0, 0.0, 0.0
    result = []
    for points in drawings:
        low = points.min(axis=0) - CELL / 2
        width, height = (float(value) for value in points.max(axis=0) + CELL / 2 - low)
        if x and x + width > wide:
            x, y, row = 0.0, y + row + GAP, 0.0
        result.append(points - low + np.array([x, y]))
        x, row = x + width + GAP, max(row, height)
    return result, y + row + GAP


def around(nodes: Sequence[Node], links: Sequence[Link], placed: Mapping[int, Place]) -> dict[int, Place]:
    """Places for the nodes that open hidden: beside what they are tied to, on the nearest free cell of a grid.

    What is tied to nothing that has a place stands in rows below the picture.
    """
    near: dict[int, list[Place]] = defaultdict(list)
    for link in links:
        for one, other in ((link.source, link.target), (link.target, link.source)):
            if one not in placed and other in placed:
                near[one].append(placed[other])
    taken = {(round(x / CELL), round(y / CELL)) for x, y in placed.values()}
    steps = [(round(1.2 * x), round(1.2 * y)) for x, y in spiral(4000).tolist()]
    result: dict[int, Place] = {}
    rest = []
    for index in range(len(nodes)):
        if index in placed:
            continue
        if index not in near:
            rest.append(index)
            continue
        middle = [sum(values) / len(near[index]) / CELL for values in zip(*near[index], strict=True)]
        cells = ((round(middle[0]) + x, round(middle[1]) + y) for x, y in steps)
        cell = next((cell for cell in cells if cell not in taken), None)
        if cell is None:
            rest.append(index)
            continue
        taken.add(cell)
        result[index] = (round(cell[0] * CELL), round(cell[1] * CELL))
    top = max((y for _, y in (*placed.values(), *result.values())), default=0) + 2 * CELL
    across = max(1, int(WIDTH // CELL), math.ceil(math.sqrt(2 * len(rest))))
    for place, index in enumerate(rest):
        result[index] = (round(CELL * (place % across)), round(top + CELL * (place // across)))
    return result
