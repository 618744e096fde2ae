"""What a head says of the kind of a thing is said in the concepts that the schemes define."""

from __future__ import annotations

import re

import pytest

from graph_builder.assets import ONTOLOGY
from graph_builder.language import vocabulary
from graph_builder.language.concepts import concept_of
from tests.language.naming import named

DEFINED = {
    concept.replace(":", "/")
    for scheme in ("actor-type", "text-type")
    for concept in re.findall(
        rf"^({scheme}:[a-z-]+)", (ONTOLOGY / "schemes" / f"{scheme}.ttl").read_text("utf-8"), re.M
    )
}


def test_every_concept_that_a_head_can_give_is_defined() -> None:
    given = {concept_of(type_, head) for type_ in ("Agency", "Instrument") for head in sorted(vocabulary.HEADS)} - {
        None
    }
    assert given
    assert given <= DEFINED


@pytest.mark.parametrize(
    ("sentence", "label", "kind"),
    [
        ("Fiji's Ministry of Reefs and Coasts agreed.", "Ministry of Reefs and Coasts", "actor-type/ministry"),
        ("They signed the Suva Convention on Turtles.", "Suva Convention on Turtles", "text-type/convention"),
        ("The Chile-Peru Desert Dialogue met.", "Chile-Peru Desert Dialogue", "actor-type/dialogue"),
        ("Minister Ana Leota spoke.", "Ana Leota", "actor-type/natural-person"),
        ("Article 5 of the Suva Treaty binds Fiji.", "Article 5 of the Suva Treaty", "text-type/provision"),
    ],
)
def test_a_card_bears_the_kind_that_its_head_tells(sentence: str, label: str, kind: str) -> None:
    (card,) = [entity for entity in named(sentence).entities if entity.label == label]
    assert card.kind == kind
