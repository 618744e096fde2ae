"""A slug is part of an identifier: the same name gives the same one for ever."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph_builder.language.slugs import ascii_letters, fold, slug


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Japan-U.S.", "japan-us"),
        ("Japan–U.S.", "japan-us"),
        ("Washington, D.C.", "washington-dc"),
        ("Prime Minister's Office", "prime-ministers-office"),
        ("People’s Bank of China", "peoples-bank-of-china"),
        ("the Bay of Islands", "bay-of-islands"),
        ("The Hague", "hague"),
        ("'The Hague'", "hague"),
        ("A United Front", "united-front"),
        ("An Arctic Plan", "arctic-plan"),
        ("Theatre Command", "theatre-command"),
        ("A-Team", "a-team"),
        ("a-team", "a-team"),
        ("Côte d’Ivoire", "cote-divoire"),
        ("Türkiye", "turkiye"),
        ("Tu\u0308rkiye", "turkiye"),
        ("Tromsø", "tromso"),
        ("Łódź", "lodz"),
        ("Straße", "strasse"),
        ("  Ministry of\nDefense ", "ministry-of-defense"),
        ("R&D / AI (Pillar II)", "r-d-ai-pillar-ii"),
        ("G20", "g20"),
        ("２０３０ Agenda", "2030-agenda"),
        ("The", "the"),
    ],
)
def test_a_name_has_this_slug(name: str, expected: str) -> None:
    assert slug(name) == expected


def test_names_without_latin_letters_get_a_digest_of_their_own() -> None:
    assert re.fullmatch(r"x-[0-9a-f]{12}", slug("外務省"))
    assert slug("外務省") != slug("防衛省")


@given(st.text())
def test_slug_is_idempotent_and_safe_in_an_iri(name: str) -> None:
    once = slug(name)
    assert slug(once) == once
    assert re.fullmatch(r"[a-z0-9]+(?:-[a-z0-9]+)*", once)


@given(st.text(alphabet="abcdefghij", min_size=2), st.sampled_from(["the ", "The ", "THE  "]))
def test_a_leading_article_does_not_count(word: str, article: str) -> None:
    assert slug(article + word) == slug(word)
    assert fold(article + word) == fold(word)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("the Republic of Korea", "REPUBLIC OF KOREA"),
        ("U.S. Navy", "US Navy"),
        ("Canada’s", "Canada"),
        ("Canada's", "Canada"),
        ("Côte d’Ivoire", "Cote d'Ivoire"),
        ("Indo–Pacific", "Indo-Pacific"),
        ("Lao People’s Democratic Republic", "Lao People's Democratic Republic"),
    ],
)
def test_two_spellings_fold_to_one(one: str, other: str) -> None:
    assert fold(one) == fold(other)


@given(st.text())
def test_fold_is_idempotent_but_for_articles(name: str) -> None:
    once = fold(name)
    assert fold(once) in {once, re.sub(r"^(the|an?) ", "", once)}


def test_ascii_text_is_left_alone() -> None:
    assert ascii_letters("It's 5 o'clock.") == "It's 5 o'clock."
