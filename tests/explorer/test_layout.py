"""Places: the same for the same graph, clear of each other, in the proportions of a window."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from numpy.typing import NDArray

from graph_builder.explorer.columns import columns
from graph_builder.explorer.data import scene
from graph_builder.explorer.forces import Boxes, forces, spread
from graph_builder.explorer.layout import HEIGHT, WIDTH, around, network
from graph_builder.explorer.records import Scene


@pytest.fixture(scope="module")
def found(crowded: Any) -> Scene:
    return scene(crowded.store)


@given(st.lists(st.tuples(st.integers(-60, 60), st.integers(-60, 60)), min_size=2, max_size=40))
@settings(max_examples=25)
def test_signs_and_labels_are_parted_wherever_they_start_and_stay_in_the_room(places: list[tuple[int, int]]) -> None:
    labelled = np.arange(min(4, len(places)))
    sizes, shifts = np.full((len(labelled), 2), (40.0, 12.0)), np.full((len(labelled), 2), (30.0, 0.0))
    points = spread(np.array(places, dtype=np.float64), Boxes(8.0, labelled, sizes, shifts), (600.0, 500.0), 500)
    assert (np.abs(points) <= (300.0, 250.0)).all()
    assert parted(points, np.array([16.0, 16.0]))
    assert parted(points[labelled] + shifts, np.array([80.0, 24.0]))


def parted(middles: NDArray[np.float64], sizes: NDArray[np.float64]) -> bool:
    clear = np.abs(middles[:, None, :] - middles[None, :, :]) >= sizes - 1.0
    np.fill_diagonal(clear[:, :, 0], True)
    return bool(clear.any(axis=2).all())


def test_what_is_tied_stands_closer_than_what_is_not() -> None:
    triangles = {(0, 1): 1.0, (1, 2): 1.0, (0, 2): 1.0, (3, 4): 1.0, (4, 5): 1.0, (3, 5): 1.0, (2, 3): 0.2}
    points = forces(6, triangles)
    within = np.linalg.norm(points[0] - points[1])
    between = np.linalg.norm(points[0] - points[4])
    assert within < between / 2


def test_every_shown_node_has_a_place_of_its_own(found: Scene) -> None:
    shown = list(range(len(found.nodes)))
    places = network(found.nodes, found.links, shown, {})
    assert sorted(places) == shown
    assert len(set(places.values())) == len(places)


def test_the_picture_has_about_the_proportions_of_the_window(found: Scene) -> None:
    shown = [index for index, node in enumerate(found.nodes) if node.type in {"state", "commitment"}]
    places = network(found.nodes, found.links, shown, {}).values()
    width = max(x for x, _ in places) - min(x for x, _ in places)
    height = max(y for _, y in places) - min(y for _, y in places)
    assert 0.7 < (width / height) / (WIDTH / HEIGHT) < 1.4


def test_what_opens_hidden_waits_beside_what_it_is_tied_to(found: Scene) -> None:
    shown = [index for index, node in enumerate(found.nodes) if node.type in {"state", "commitment"}]
    places = network(found.nodes, found.links, shown, {})
    rest = around(found.nodes, found.links, places)
    assert sorted([*places, *rest]) == list(range(len(found.nodes)))
    assert not set(places.values()) & set(rest.values())
    topic = next(index for index, node in enumerate(found.nodes) if node.type == "topic")
    assert min(x for x, _ in places.values()) < rest[topic][0] < max(x for x, _ in places.values())


def test_nothing_shown_is_no_picture() -> None:
    assert network([], [], [], {}) == {}
    assert around([], [], {}) == {}


def test_columns_hold_every_node_once_and_cross_less_than_the_given_order(found: Scene) -> None:
    table = columns(found.nodes, found.links, range(len(found.nodes)))
    assert sorted(index for row in table for index in row) == list(range(len(found.nodes)))
    before = crossings(found, {index: index for index in range(len(found.nodes))})
    after = crossings(found, {index: place for row in table for place, index in enumerate(row)})
    assert after < 0.8 * before


def crossings(found: Scene, place: dict[int, int]) -> int:
    lines = [(place[k.source], place[k.target]) for k in found.links if k.relation == "debtor"]
    return sum((a - c) * (b - d) < 0 for number, (a, b) in enumerate(lines) for c, d in lines[:number])
