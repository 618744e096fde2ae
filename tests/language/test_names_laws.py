"""Laws that names keep on any text: exact words, known things, one order, no exception, one result for every seed."""

from __future__ import annotations

import os
import subprocess
import sys

from hypothesis import example, given, settings
from hypothesis import strategies as st

from graph_builder.documents import document_of_text
from graph_builder.language.names import name_document
from graph_builder.language.records import Names
from tests.language.naming import gazetteer, named

_WORDS = [
    *"""Fiji Tonga's the Ministry of Defence and Trade President Ana Leota , ( ) “ ” met in Suva Treaty on Turtles
    Japan-U.S. Ninth Meeting Dialogue . resolution 2254 Mr. JR Jr. de la al- H.E. No. - – 's ’ to between
    Governments A/RES/1/2 COP COP31 Article V with for Camp X II a Sea its counterpart said Departments State
    visit official 43rd Summit exercise He Lifeng é""".split(),
    "\n",
    "\n\n",
    "United States",
    "Prime Minister",
    "\u202f",
    "\ufeff",
    "\u6771\u4eac",
]
TEXTS = st.lists(st.sampled_from(_WORDS), max_size=40).map(" ".join)


def holds(names: Names, text: str) -> None:
    known = {entity.id for entity in names.entities}
    assert [entity.id for entity in names.entities] == sorted(known), "cards are sorted, each once"
    assert list(names.mentions) == sorted(names.mentions)
    for mention in names.mentions:
        assert text[mention.start : mention.end] == mention.text, "words are the document's own"
        assert mention.text == mention.text.strip()
        assert mention.refers_to
        assert set(mention.refers_to) <= known, "whatever is referred to has a card"
        assert 0 < mention.confidence <= 1
    for entity in names.entities:
        assert {i for i in (entity.acts_for, entity.part_of, *entity.owners) if i} <= known
        assert entity.label
        assert entity.label not in entity.names
    for tenure in names.tenures:
        assert {tenure.person, tenure.organization} - {""} <= known
        assert tenure.post
        assert tenure.start < tenure.end
    for fact in names.events:
        told = {fact.event, fact.forum, *fact.places, *fact.participants, *fact.heads} - {None}
        assert told <= known


@given(TEXTS)
@example("Mr.")
@example("(")
@example("of the of the of the Ministry of the")
@example("President and President and President of")
@example("Article V of the Treaty on")
@example("and and Ministry, , and of and")
@settings(max_examples=300)
def test_names_keep_their_laws_on_words_in_any_order(text: str) -> None:
    document = document_of_text(text)
    holds(name_document(document, gazetteer()), document.text)


@given(st.text(max_size=200), st.lists(st.tuples(st.integers(-5, 210), st.integers(-5, 210)), max_size=3))
@settings(max_examples=150)
def test_names_keep_their_laws_on_any_text_and_any_hint(text: str, hints: list[tuple[int, int]]) -> None:
    document = document_of_text(text)
    holds(name_document(document, gazetteer(), tuple(hints)), document.text)


@given(TEXTS)
@settings(max_examples=60)
def test_the_same_text_gives_the_same_names(text: str) -> None:
    document = document_of_text(text)
    assert name_document(document, gazetteer()) == name_document(document, gazetteer())


def test_furniture_names_nothing() -> None:
    text = (
        "Fiji agreed to plant reefs near Suva this year, officials said.\n\nShare\n\nRead more: Tonga Treaty Summit\n"
    )
    assert {i for m in named(text).mentions for i in m.refers_to} == {"state/fji", "place/suva"}


def test_a_long_line_without_end_is_read_in_time_that_grows_with_it() -> None:
    text = "the Ministry of Trade and Industry of Fiji and President Ana Leota of Tonga, " * 300
    document = document_of_text(text)
    holds(name_document(document, gazetteer()), document.text)


def test_every_hash_seed_gives_the_same_names() -> None:
    program = (
        "from tests.language.naming import named\n"
        "text = ('The Governments of Chile and Peru and the Omani and Qatari Governments met Prime Ministers Ana Leota "
        "of Samoa and Seru Vosa of Fiji at the Seventh Meeting of the Fiji-Tonga Reef Dialogue in Suva. The Chile-Peru "
        "Treaty on Deserts and Samoa\\'s Reef Plan and Turtle Fund were named; Tokyo and Manila agreed.')\n"
        "print(named(text))\n"
    )
    outputs = {
        subprocess.run(
            [sys.executable, "-c", program],
            env={**os.environ, "PYTHONHASHSEED": seed},
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for seed in ("1", "77")
    }
    assert len(outputs) == 1
    assert "fiji-tonga-reef-dialogue/7" in outputs.pop()
