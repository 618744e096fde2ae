"""Forces that draw a network: what is tied comes close, the rest keeps its distance, nothing lies on anything.

Every start is fixed and every sum is taken in a fixed order, so the same network gives the same drawing.
"""

from __future__ import annotations

import math
from collections.abc import Mapping

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


def spread(points: Points, half: Points, rounds: int = 150) -> Points:
    """Points pushed apart until the boxes around them (half widths and heights) are clear of each other.

    Each pair that overlaps parts along the axis that needs the smaller move, so that the picture keeps its shape.
    """
    moved = points.copy()
    # Two things on one spot have no direction to part in: a tiny spiral gives each its own.
    moved += 0.01 * spiral(len(moved))
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


def _near(points: Points, large: Indices, small: float) -> tuple[Indices, Indices]:
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
