"""Cards and registry follow from the ledger, whatever the order of the documents."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graph_builder.graph.cards import cards, rows
from graph_builder.graph.ledger import Entry, from_text, to_text
from graph_builder.language.records import Entity
from graph_builder.statements.records import Engines

_NAMES = st.sampled_from(["Ada Lovelace", "A. Lovelace", "Lovelace", "LOVELACE Ada", ""])
_ENTITIES = st.builds(
    Entity,
    st.sampled_from(["person/lovelace-ada", "org/engine-office", "state/prt"]),
    st.sampled_from(["Person", "Organization", "State"]),
    _NAMES.filter(bool),
    st.tuples(_NAMES),
    st.sampled_from([None, "actor-type/ngo", "actor-type/media"]),
    authority=st.booleans(),
)
_ENTRIES = st.lists(
    st.builds(
        Entry,
        st.text("0123456789abcdef", min_size=12, max_size=12),
        st.just("0" * 64),
        st.just("1" * 64),
        st.just("key"),
        st.text(max_size=5),
        st.just("0.1.0"),
        st.just("2" * 64),
        st.none() | st.just("2024-01-01"),
        st.none() | st.text(max_size=5),
        st.builds(Engines, st.just(("surface",)), st.none() | st.just("en_core_web_sm")),
        st.lists(st.tuples(_ENTITIES, st.integers(0, 5)), max_size=3).map(tuple),
    ),
    max_size=5,
)


def an_entry(*entities: tuple[Entity, int]) -> Entry:
    return Entry("0" * 12, "0" * 64, "0" * 64, "key", "a.txt", "0.1.0", "0" * 64, entities=entities)


@pytest.mark.parametrize(
    ("forms", "label"),
    [
        ([("Ada Lovelace", 2), ("LOVELACE Ada", 1)], "Ada Lovelace"),
        ([("Ada Lovelace", 1), ("Augusta Ada Lovelace", 1)], "Augusta Ada Lovelace"),
        ([("Ada Lovelace", 1), ("Ada Lovelage", 1)], "Ada Lovelace"),
        ([("Lovelace, Ada", 0), ("Ada Lovelace", 2)], "Ada Lovelace"),
        ([("Ada Lovelace", 1), ("Lady Ada Lovelace", 3), ("Ada Lovelace", 3)], "Ada Lovelace"),
    ],
)
def test_the_name_on_the_card_is_the_usual_one_then_the_longest(forms: list[tuple[str, int]], label: str) -> None:
    found = [an_entry((Entity("person/lovelace-ada", "Person", form), count)) for form, count in forms]
    (card,) = cards(found)
    assert card.label == label
    assert set(card.names) == {form for form, _ in forms} - {label}


def test_an_authority_row_gives_no_card_but_stays_whole() -> None:
    row = Entity("agency/prt-bank", "Agency", "Bank", ("The Bank",), acts_for="state/prt", authority=True)
    assert cards([an_entry((row, 1))]) == ()
    assert rows([an_entry((row, 1)), an_entry((row, 0))]) == (row,)


@settings(max_examples=40)
@given(_ENTRIES)
def test_each_entity_has_one_card_or_one_row(entries: list[Entry]) -> None:
    ids = [entity.id for entity in (*cards(entries), *rows(entries))]
    assert sorted(ids) == sorted({entity.id for entry in entries for entity, _ in entry.entities})


@settings(max_examples=40)
@given(_ENTRIES, st.randoms(use_true_random=False))
def test_the_order_of_documents_does_not_show(entries: list[Entry], random: object) -> None:
    other = random.sample(entries, len(entries))  # type: ignore[attr-defined]
    assert cards(other) == cards(entries)
    assert rows(other) == rows(entries)


@settings(max_examples=40)
@given(_ENTRIES)
def test_an_entry_is_read_back_as_it_was_written(entries: list[Entry]) -> None:
    assert [from_text(to_text(entry)) for entry in entries] == entries
