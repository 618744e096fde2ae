"""A meeting is named by a number in a series, by a name of its own, or by whose it is; its facts stand in its line."""

from __future__ import annotations

import pytest

from tests.language.naming import named, of_type


@pytest.mark.parametrize(
    ("text", "words", "id_"),
    [
        (
            "The Seventh Meeting of the Fiji-Tonga Reef Dialogue was held.",
            "Seventh Meeting of the Fiji-Tonga Reef Dialogue",
            "event/fiji-tonga-reef-dialogue/7",
        ),
        (
            "The Fiji-Tonga Reef Dialogue exists. The Second Meeting was held in Suva.",
            "Second Meeting",
            None,
        ),
        (
            "They prepared the Third Meeting of the Fiji-Tonga Reef Dialogue. The First Meeting was held in 2031.",
            "First Meeting",
            "event/fiji-tonga-reef-dialogue/1",
        ),
        ("The 43rd ASEAN Summit ended.", "43rd ASEAN Summit", "event/asean-summit/43"),
        ("The LXV Summit of MERCOSUR ended.", "LXV Summit of MERCOSUR", "event/southern-common-market/65"),
        ("They went to COP 31 in Suva.", "COP 31", "event/cop/31"),
        ("They went to COP31.", "COP31", "event/cop/31"),
        ("The Suva International Conference on Lagoons opened.", "Suva International Conference on Lagoons", None),
        ("They joined Exercise Coral Shield.", "Coral Shield", None),
        ("They joined the Coral Shield exercise.", "Coral Shield", None),
        ("She spoke at the annual meeting of the African Union.", "annual meeting of the African Union", None),
        ("He paid an official visit to Tonga.", "official visit to Tonga", None),
        ("They held the inaugural meeting of the Reef Dialogue.", "inaugural meeting of the Reef Dialogue", None),
        ("An in-person summit is planned.", "in-person summit", None),
        (
            "The summit meeting between Prime Minister Ana Leota and President Seru Vosa is near.",
            "summit meeting",
            None,
        ),
    ],
)
def test_an_event_is_found_under_its_words(text: str, words: str, id_: str | None) -> None:
    found = of_type(text, "Meeting")
    if words == "Second Meeting":
        assert words not in found, "a bare ordinal needs a numbered meeting of a forum beside it"
        return
    assert words in found
    assert id_ is None or found[words] == id_


@pytest.mark.parametrize(
    "text",
    [
        "The meeting was long. They met twice.",
        "A meeting of ministers was held.",
        "The leaders' talks and the visit went well.",
    ],
)
def test_a_meeting_that_nothing_sets_apart_is_not_named(text: str) -> None:
    assert of_type(text, "Meeting") == {}


def test_the_line_tells_forum_number_days_and_place() -> None:
    names = named("The Seventh Meeting of the Fiji-Tonga Reef Dialogue was held in Suva from May 3 to 4, 2031.")
    (fact,) = names.events
    assert (fact.forum, fact.position) == ("forum/fiji-tonga-reef-dialogue", 7)
    assert (fact.not_before, fact.not_after) == ("2031-05-03", "2031-05-04")
    assert fact.places == ("place/suva",)
    assert fact.participants == ("state/fji", "state/ton")


def test_a_relative_day_counts_from_the_day_of_issue() -> None:
    names = named("An in-person summit of leaders opens on Friday.", issued="2031-05-06")
    (fact,) = names.events
    assert (fact.event.split("/")[1], fact.not_before) == ("2031-05-09", "2031-05-09")


def test_heads_of_delegations_are_told_of_the_documents_meeting() -> None:
    names = named(
        "The Seventh Meeting of the Fiji-Tonga Reef Dialogue was held. "
        "The Tongan delegation was led by Minister Mele Fonua."
    )
    heads = [fact for fact in names.events if fact.heads]
    assert [(fact.event, fact.heads, fact.participants) for fact in heads] == [
        ("event/fiji-tonga-reef-dialogue/7", ("person/fonua-mele",), ("state/ton",))
    ]


def test_one_name_is_one_event_however_it_is_set() -> None:
    found = of_type("The Suva Lagoon Summit opened on 3 May 2031. The Suva Lagoon Summit closed early.", "Meeting")
    assert len(set(found.values())) == 1
