"""Values go into the store in the form in which they come out of it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pyoxigraph import Literal, NamedNode, Quad, Store

from graph_builder.graph import literals

_S, _P = NamedNode("https://example.org/s"), NamedNode("https://example.org/p")


def _stored(value: Literal) -> object:
    store = Store()
    store.add(Quad(_S, _P, value))
    return next(iter(store)).object


@pytest.mark.parametrize(
    ("given_", "kept"),
    [
        ("0.970", "0.97"),
        ("1.0", "1"),
        ("-0.0", "0"),
        ("7.5e9", "7500000000"),
        ("+12", "12"),
        ("1000", "1000"),
        (0.5, "0.5"),
        (1e-5, "0.00001"),
    ],
)
def test_numbers_lose_what_says_nothing(given_: str | float, kept: str) -> None:
    made = literals.decimal(given_)
    assert made is not None
    assert made.value == kept
    assert _stored(made) == made


@pytest.mark.parametrize("words", ["", "a dozen", "NaN", "Infinity", "1" * 19, "0." + "1" * 30, "1,000"])
def test_what_is_no_number_gives_no_number(words: str) -> None:
    assert literals.decimal(words) is None


@given(st.decimals(min_value=-(10**11), max_value=10**11, places=5))
def test_every_number_of_an_amount_comes_out_as_it_went_in(number: object) -> None:
    made = literals.decimal(str(number))
    assert made is not None
    assert _stored(made) == made


@given(st.dates())
def test_every_day_comes_out_as_it_went_in(day: object) -> None:
    made = literals.day(str(day))
    assert made is not None
    assert _stored(made) == made


@pytest.mark.parametrize("words", [None, "", "2023-02-29", "in May", "2024-13-01", "2024"])
def test_what_is_no_day_gives_no_day(words: str | None) -> None:
    assert literals.day(words) is None


@given(st.text(st.characters(exclude_categories=["Cs"])))
def test_words_come_out_as_they_went_in(text: str) -> None:
    assert _stored(literals.words(text)) == literals.words(text)
    assert _stored(literals.english(text)) == literals.english(text)
