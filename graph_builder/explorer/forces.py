"""Forces that draw a network: what is tied comes close, the rest keeps its distance, nothing lies on anything.

Every start is fixed and every sum is taken in a fixed order, so the same network gives the same drawing.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy import spatial

Points = NDArray[np.float64]
Indices = NDArray[np.int64]

# The golden angle: points on this spiral are even, and no two lie in one direction.
_TURN = math.pi * (3.0 - math.sqrt(5.0))


def spiral(count: int) -> Points:
    """Points evenly spread over a disc, one unit of area each, the first in the middle."""
    place = np.arange(count, dtype=np.float64)
    radius = np.sqrt((place + 0.5) / math.pi)
    return np.column_stack([radius * np.cos(place * _TURN), radius * np.sin(place * _TURN)])


def forces(count: int, pull: Mapping[tuple[int, int], float], rounds: int = 250) -> Points:
    """Points of a force-directed drawing in which clusters stand apart.

    ``pull`` gives the strength of the ties between pairs of points. The forces are those of ForceAtlas2 in its LinLog
    mode: repulsion by degree over distance, attraction by the logarithm of the distance, and a weak pull to the
    middle. Quadratic in the number of points.

    References:
        Jacomy, Venturini, Heymann, Bastian (2014): ForceAtlas2. PLoS ONE 9(6).
        Noack (2007): Energy Models for Graph Clustering. JGAA 11(2).

    """
    points = spiral(count) * 4.0
    if not pull or count < 2:
        return points
    pairs = sorted(pull)
    one, other = np.array(pairs, dtype=np.int64).T
    weight = np.array([pull[pair] for pair in pairs])
    degree = np.bincount(one, weight, count) + np.bincount(other, weight, count)
    mass: NDArray[np.float64] = np.asarray(1.0 + degree, dtype=np.float64)
    for turn in range(rounds):
        gap = points[other] - points[one]
        length = np.sqrt((gap**2).sum(axis=1)) + 1e-9
        drawn = gap * (6.0 * weight * np.log1p(length) / length)[:, None]
        force = _repulsion(points, mass)
        for axis in (0, 1):
            force[:, axis] += np.bincount(one, drawn[:, axis], count) - np.bincount(other, drawn[:, axis], count)
        reach = np.sqrt((points**2).sum(axis=1)) + 1e-9
        force -= points * (0.4 * mass / reach)[:, None]
        size = np.sqrt((force**2).sum(axis=1)) + 1e-9
        # Heavy points move slowly, and all of them slower and slower: a drawing that ends instead of trembling.
        longest = 0.3 * math.sqrt(count) * (1.0 - turn / rounds)
        points = points + force * (np.minimum(size / mass, longest) / size)[:, None]
    return _laid_flat(points)


def _laid_flat(points: Points) -> Points:
    """The drawing turned so that its longer side lies across, as windows do, the point farthest out to the right."""
    centred = points - points.mean(axis=0)
    x, y = centred.T
    angle = 0.5 * math.atan2(2.0 * float((x * y).sum()), float((x * x - y * y).sum()))
    cosine, sine = math.cos(angle), math.sin(angle)
    turned = np.column_stack([x * cosine + y * sine, y * cosine - x * sine])
    for axis in (0, 1):
        farthest = turned[np.abs(turned[:, axis]).argmax(), axis]
        turned[:, axis] *= 1.0 if farthest >= 0 else -1.0
    return turned


def _repulsion(points: Points, mass: NDArray[np.float64]) -> Points:
    """Sum over the others of mass times mass over distance, away from them."""
    # In single precision and in place, as the time goes into moving these tables through memory; and without matrix
    # products, whose last digits depend on the number of threads.
    x, y = points.T.astype(np.float32)
    across, down = np.subtract.outer(x, x), np.subtract.outer(y, y)
    table = across * across
    table += down * down
    np.maximum(table, np.float32(0.05), out=table)
    np.divide(mass.astype(np.float32)[None, :], table, out=table)
    across *= table
    down *= table
    pushed: Points = np.column_stack([across.sum(axis=1), down.sum(axis=1)]).astype(np.float64) * mass[:, None]
    return pushed


@dataclass(frozen=True, slots=True)
class Boxes:
    """The room that things want: each a square of ``half`` to each side, and some a label beside it.

    ``labelled`` are indices, ``sizes`` half the width and half the height of the label with its sign, and ``shifts``
    how far the middle of that box lies from the point.
    """

    half: float
    labelled: Indices
    sizes: Points
    shifts: Points


def spread(points: Points, boxes: Boxes, extent: tuple[float, float], rounds: int = 300) -> Points:
    """Points pushed apart until signs are clear of signs and labels of labels, within a room of that width and height.

    Each pair that overlaps parts along the axis that needs the smaller move, so that the picture keeps its shape; the
    walls push back, so that crowds flow into what is empty. The room has its middle at the origin.
    """
    # Two things on one spot have no direction to part in: a tiny spiral gives each its own.
    moved = points + 0.01 * spiral(len(points))
    one, other = np.triu_indices(len(boxes.labelled), k=1)
    first, second = boxes.labelled[one], boxes.labelled[other]
    # Labels and the signs of all others.
    label, sign = (side.ravel() for side in np.indices((len(boxes.labelled), len(points))))
    foreign = boxes.labelled[label] != sign
    label, sign = label[foreign], sign[foreign]
    walls = np.array(extent) / 2.0
    for _ in range(rounds):
        near = _near(moved, 2.0 * boxes.half)
        shift, count = np.zeros_like(moved), np.ones(len(moved))
        clear = _part(moved[near[0]] - moved[near[1]], 2.0 * boxes.half, *near, shift, count)
        middles = moved[boxes.labelled] + boxes.shifts
        clear &= _part(
            middles[one] - middles[other], boxes.sizes[one] + boxes.sizes[other], first, second, shift, count
        )
        # Letters may touch a sign before they touch other letters: the names come first.
        _part(
            middles[label] - moved[sign],
            boxes.sizes[label] + 0.6 * boxes.half,
            boxes.labelled[label],
            sign,
            shift,
            count,
        )
        if clear:
            break
        moved = np.clip(moved + shift / np.sqrt(count)[:, None], -walls, walls)
    return moved


def _part(
    gap: Points, want: Points | float, one: Indices, other: Indices, shift: Points, count: NDArray[np.float64]
) -> bool:
    """Add to ``shift`` what parts the pairs that overlap, half for each; true where none does."""
    need = want - np.abs(gap)
    over = (need > 0.5).all(axis=1)
    if not over.any():
        return True
    one, other, gap, need = one[over], other[over], gap[over], need[over]
    pair, axis = np.arange(len(one)), need.argmin(axis=1)
    push = np.zeros_like(gap)
    push[pair, axis] = 0.5 * np.where(gap[pair, axis] < 0, -1.0, 1.0) * need[pair, axis]
    np.add.at(shift, one, push)
    np.add.at(shift, other, -push)
    np.add.at(count, one, 1.0)
    np.add.at(count, other, 1.0)
    return False


def _near(points: Points, reach: float) -> tuple[Indices, Indices]:
    """Pairs no farther apart than that, sideways and up and down, in a fixed order."""
    pairs = spatial.cKDTree(points).query_pairs(reach, p=np.inf, output_type="ndarray").astype(np.int64)
    pairs = pairs[np.lexsort((pairs[:, 1], pairs[:, 0]))]
    return pairs[:, 0], pairs[:, 1]
