"""A seat of power acts or is a place, by the words around it; an unlisted place is told by its preposition."""

from __future__ import annotations

import pytest

from tests.language.naming import named, of_type


@pytest.mark.parametrize(
    ("sentence", "stands_for"),
    [
        ("Tokyo agreed to the plan.", "state/jpn"),
        ("Tokyo's plan was short.", "state/jpn"),
        ("Ties between Tokyo and Manila grew.", "state/jpn"),
        ("The tension with Tokyo grew.", "state/jpn"),
        ("It drew a response from Tokyo.", "state/jpn"),
        ("They call on Tokyo to act.", "state/jpn"),
        ("They met in Tokyo.", "place/tokyo"),
        ("She flew to Tokyo.", "place/tokyo"),
        ("She returned from Tokyo.", "place/tokyo"),
        ("The talks in Manila and Tokyo went on.", "place/tokyo"),
        ("A ceremony near Tokyo, Japan, followed.", "place/tokyo"),
        ("A Tokyo ceremony followed.", "place/tokyo"),
        ("The ambassador to Tokyo spoke.", "place/tokyo"),
    ],
)
def test_a_capital_acts_or_is_a_place(sentence: str, stands_for: str) -> None:
    assert of_type(sentence, "State", "Place")["Tokyo"] == stands_for


@pytest.mark.parametrize(
    ("sentence", "words"),
    [
        ("They met in Lomanikoro.", "Lomanikoro"),
        ("They live in the village of Vunisea.", "Vunisea"),
        ("She travelled to Nukutoa, Tonga, on foot.", "Nukutoa"),
        ("It stands on Moturiki, an island off Fiji.", "Moturiki"),
        ("Ships left Nadroga naval base.", "Nadroga naval base"),
        ("It lies in the Ra-Bua-Lau.", ""),
    ],
)
def test_a_place_is_told_by_the_words_around_it(sentence: str, words: str) -> None:
    found = of_type(sentence, "Place")
    assert (words in found) if words else found == {}


def test_a_place_once_told_is_that_place_everywhere() -> None:
    names = named("Lomanikoro is small. They met in Lomanikoro. Lomanikoro grew.")
    assert [m.text for m in names.mentions] == ["Lomanikoro"] * 3


@pytest.mark.parametrize(
    "sentence",
    [
        "They believe in Freedom.",
        "He was paid in January.",
        "It rose in Parliamentary Practice.",
        "He trusts in Ms. Fonua.",
    ],
)
def test_not_every_capital_after_in_is_a_place(sentence: str) -> None:
    assert of_type(sentence, "Place") == {}


@pytest.mark.parametrize(
    ("sentence", "states"),
    [
        ("The French and Arabic texts are equal.", set()),
        ("Stations at the South Pole closed.", set()),
        ("It cost US$ 5 million.", set()),
        ("The Federal Republic of Nigeria agreed.", {"Federal Republic of Nigeria"}),
        ("The Government of Peru agreed.", {"Peru"}),
        ("The Chile-Peru Desert Treaty binds.", {"Chile", "Peru"}),
    ],
)
def test_a_state_is_named_only_where_a_state_is_meant(sentence: str, states: set[str]) -> None:
    assert set(of_type(sentence, "State")) == states


def test_an_adjective_of_a_region_alone_names_no_region() -> None:
    assert of_type("European leaders met.", "Place") == {}
    assert set(of_type("European leaders met in Europe.", "Place")) == {"European", "Europe"}


def test_a_dateline_names_its_place() -> None:
    found = of_type("SUVA, May 3 (Reuters) — Fiji will build a wharf, officials said on Monday after talks.", "Place")
    assert found.get("SUVA") == "place/suva"
