"""What a text calls a thing in brackets, in fewer words or by its head alone is that thing from there on."""

from __future__ import annotations

import pytest

from tests.language.naming import named, of_type


@pytest.mark.parametrize(
    ("text", "words", "type_"),
    [
        ("The Reef Monitoring Authority of Fiji (REMAF) met. REMAF agreed.", "REMAF", "Agency"),
        (
            "The Suva Treaty on Turtles (hereinafter “the Turtle Treaty”) binds. The Turtle Treaty lasts.",
            "Turtle Treaty",
            "Instrument",
        ),
        ("REMA (Reef Monitoring Agency of Fiji) met. REMA agreed.", "REMA", "Agency"),
        (
            "The Fiji-Tonga Consultative Committee met. The Consultative Committee agreed.",
            "Consultative Committee",
            "Forum",
        ),
        ("The Expert Panel on Drifting Nets of Fiji met. The Expert Panel agreed.", "Expert Panel", "Agency"),
        ("The Fiji-Tonga Reef Dialogue met. The Dialogue agreed.", "Dialogue", "Forum"),
    ],
)
def test_another_name_is_the_same_thing(text: str, words: str, type_: str) -> None:
    found = of_type(text, type_)
    assert words in found
    assert len(set(found.values())) == 1


def test_letters_of_the_document_win_over_listed_ones() -> None:
    text = "The Rural Shipping Fund (RSF) opened. The RSF pays Fiji."
    found = of_type(text, "Instrument", "Organization")
    assert found["RSF"] == found["Rural Shipping Fund"]


def test_letters_after_the_inner_name_are_the_inner_names() -> None:
    text = "The Executive Board of the International Monetary Fund (IMF) met. The IMF agreed."
    assert of_type(text, "Organization")["IMF"] == "org/international-monetary-fund"


def test_a_head_that_two_things_share_describes_neither() -> None:
    names = named("The Suva Treaty on Turtles and the Apia Treaty on Sharks bind. The Treaty lasts.")
    assert [m.text for m in names.mentions if m.kind == "description"] == []


def test_an_article_is_part_of_its_text() -> None:
    names = named("Article IV of the Suva Treaty on Turtles binds Fiji.")
    cards = {e.id: e for e in names.entities}
    article = cards["instrument/suva-treaty-on-turtles/article-4"]
    assert article.part_of == "instrument/suva-treaty-on-turtles"
    assert article.part_of in cards


def test_a_resolution_and_its_title_are_one() -> None:
    text = "It cited resolution 77 (XX), entitled “Declaration on the Rights of Lagoons”. Fiji agreed."
    assert len(set(of_type(text, "Instrument").values())) == 1


@pytest.mark.parametrize(
    ("sentence", "words"),
    [
        ("Samoa sold its share to tyremaker Fonuafo'ou.", "Fonuafo'ou"),
        ("State broadcaster VTVX showed the wharf.", "VTVX"),
        ("The wharf is safe, RIMX said.", "RIMX"),
    ],
)
def test_a_firm_is_told_by_the_noun_before_it_or_by_what_it_reports(sentence: str, words: str) -> None:
    assert words in of_type(sentence, "Organization")
