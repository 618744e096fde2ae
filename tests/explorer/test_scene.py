"""From a store to nodes, ties and quotations."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from graph_builder.explorer.data import scene, summary
from graph_builder.explorer.records import RELATIONS, TYPES, Node, Scene


@pytest.fixture(scope="module")
def found(world: Any) -> Scene:
    return scene(world.store, world.texts)


def named(found: Scene, label: str) -> Node:
    return next(node for node in found.nodes if node.label == label)


def ties(found: Scene, label: str) -> list[tuple[str, str]]:
    index = found.nodes.index(named(found, label))
    there = [(link.relation, found.nodes[link.target].label) for link in found.links if link.source == index]
    back = [(link.relation, found.nodes[link.source].label) for link in found.links if link.target == index]
    return sorted(there + back)


def test_each_thing_is_one_node_though_its_triples_stand_in_two_graphs(found: Scene) -> None:
    assert Counter(node.label for node in found.nodes)["Iceland"] == 1
    assert len({node.iri for node in found.nodes}) == len(found.nodes)
    assert {node.type for node in found.nodes} == set(TYPES)


def test_a_commitment_is_tied_to_who_owes_it_to_whom_and_under_what(found: Scene) -> None:
    assert ties(found, "Open the Olkaria field to Icelandic researchers") == [
        ("creditor", "Iceland"),
        ("debtor", "Kenya"),
        ("stated-in", "Second Round of Geothermal Talks"),
        ("topic", "energy"),
        ("under", "Naivasha Charter"),
    ]


def test_unnamed_officials_are_the_source_of_a_forecast_not_its_debtors(found: Scene) -> None:
    assert ("source", "several officials") in ties(found, "Host the Third Round of the talks in 2025")
    assert ("debtor", "several officials") not in ties(found, "Host the Third Round of the talks in 2025")


@pytest.mark.parametrize(
    ("label", "strength", "firm", "until"),
    [
        ("Train forty drilling engineers in Reykjavík by the end of 2026", "agreed", True, "2026-12-31"),
        ("Open the Olkaria field to Icelandic researchers", "pledged", True, ""),
        ("Host the Third Round of the talks in 2025", "planned", False, "2025-12-31"),
        ("Send a drilling ship – “Sæfari” – to Mombasa one day", "desired", False, ""),
    ],
)
def test_firm_is_what_is_agreed_or_pledged(found: Scene, label: str, strength: str, firm: bool, until: str) -> None:
    node = named(found, label)
    assert (node.strength, node.firm, node.until) == (strength, firm, until)


def test_every_quotation_is_the_exact_words_at_its_offsets(found: Scene, world: Any) -> None:
    for item in found.evidence:
        name = found.sources[item.source].iri.rsplit("/", 1)[-1]
        text = (world.texts / f"{name}.txt").read_bytes().decode()
        assert item.quote == text[item.start : item.end]
        whole = "".join(words.strip("… ") if mark == "context" else words for words, mark in item.parts)
        assert whole.replace(" ", "") in text.replace(" ", "")


def test_a_quotation_marks_its_cue_and_what_is_committed_to(found: Scene) -> None:
    node = named(found, "Open the Olkaria field to Icelandic researchers")
    parts = found.evidence[node.evidence[0]].parts
    assert [words for words, mark in parts if mark == "cue"] == ["pledged to"]
    assert [words for words, mark in parts if mark == "content"] == ["open the Olkaria field to Icelandic researchers"]
    assert parts[0][1] == parts[-1][1] == "context"


def test_without_the_texts_the_context_is_what_the_selector_keeps(world: Any) -> None:
    bare = scene(world.store)
    item = next(item for item in bare.evidence if item.quote.startswith("Kenya pledged"))
    assert len(item.parts[0][0]) == 32
    assert item.parts[-1][1] == "context"


def test_a_text_that_is_not_the_one_read_gives_no_context(world: Any, tmp_path: Path) -> None:
    for path in world.texts.iterdir():
        (tmp_path / path.name).write_text("Something else altogether. " * 60)
    contexts = {
        words for item in scene(world.store, tmp_path).evidence for words, mark in item.parts if mark == "context"
    }
    assert not any("Something else" in words for words in contexts)


def test_what_is_said_without_undertaking_anything_is_told_of_the_speaker(found: Scene) -> None:
    iceland = named(found, "Iceland")
    said = [found.evidence[e].quote for e in iceland.evidence if found.evidence[e].role == "statement"]
    assert said == ["The two sides welcomed the interest of neighbouring countries"]


def test_links_without_a_quotation_are_marked_as_inferred(found: Scene) -> None:
    for link in found.links:
        assert link.relation in RELATIONS
        assert bool(link.evidence) != (link.inferred or link.relation == "publisher")


def test_the_post_shows_for_whom_its_holder_acts(found: Scene) -> None:
    person = found.nodes.index(named(found, "Ása Jónsdóttir"))
    shown = {
        link.relation: [found.evidence[e].note for e in link.evidence] for link in found.links if link.source == person
    }
    assert shown == {"acts-for": ["Director of the Energy Office"], "post": ["Director of the Energy Office"]}


def test_only_addresses_of_the_web_are_kept(found: Scene) -> None:
    assert [source.url for source in found.sources] == ["https://example.org/talks", ""]


def test_a_digest_says_what_it_is_and_keeps_the_address_of_its_page(new_world: Callable[[], Any]) -> None:
    world = new_world()
    state = world.entity("state/isl", "State", "Iceland")
    document = world.document("Iceland agreed to map its glaciers.", title="A digest", based_on="https://example.org/x")
    world.statement(
        document,
        "Iceland agreed to map its glaciers",
        "agreed to",
        "map its glaciers",
        strength="agreed",
        by=[state],
        debtors=[state],
    )
    found = scene(world.store, world.texts)
    assert (found.sources[0].digest, found.sources[0].url) == (True, "https://example.org/x")


def test_an_empty_store_is_an_empty_scene(new_world: Callable[[], Any]) -> None:
    assert summary(scene(new_world().store)) == {"nodes": 0, "links": 0, "quoted": 0, "commitments": 0, "documents": 0}
