"""A name with a head is found whole, and is what its head says it is."""

from __future__ import annotations

import pytest

from tests.language.naming import named, of_type


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (
            "The Ministry of Ports, Reefs and Trade of Seychelles replied.",
            {"Ministry of Ports, Reefs and Trade of Seychelles": "agency/syc-ministry-of-ports-reefs-and-trade"},
        ),
        (
            "Fiji's Bureau of Marine Statistics will count.",
            {"Bureau of Marine Statistics": "agency/fji-bureau-of-marine-statistics"},
        ),
        ("The Bhutan Glacier Authority was founded.", {"Bhutan Glacier Authority": "agency/btn-glacier-authority"}),
        (
            "The Maltese Coast Patrol Service sailed.",
            {"Maltese Coast Patrol Service": "agency/mlt-coast-patrol-service"},
        ),
        (
            "They wrote to the Embassy of Peru in Nauru.",
            {"Embassy of Peru in Nauru": "agency/per-embassy-of-peru-in-nauru"},
        ),
        (
            "From Tonga, the Office of Reef Policy took part.",
            {"Office of Reef Policy": "agency/ton-office-of-reef-policy"},
        ),
    ],
)
def test_a_public_body_belongs_to_the_state_that_the_words_give_it(sentence: str, expected: dict[str, str]) -> None:
    found = of_type(sentence, "Agency")
    assert {words: found.get(words) for words in expected} == expected


def test_a_body_whose_state_no_words_tell_is_an_organization_of_this_document_alone() -> None:
    names = named("Experts from Chile and Peru met. The Department of Tidal Works will report.")
    local = [e for e in names.entities if e.label == "Department of Tidal Works"]
    assert [(e.type, e.id.startswith("doc/"), e.acts_for) for e in local] == [("Organization", True, None)]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (
            "The Governments of Chile and Peru signed; the Omani and Qatari Governments did not.",
            {"agency/chl-government", "agency/per-government", "agency/omn-government", "agency/qat-government"},
        ),
        (
            "Officials of the U.S. Departments of State, Defense, and Commerce spoke.",
            {"agency/usa-department-of-state", "agency/usa-department-of-defense", "agency/usa-department-of-commerce"},
        ),
    ],
)
def test_bodies_that_share_a_head_are_several(sentence: str, expected: set[str]) -> None:
    publisher = "The White House" if "Departments" in sentence else None
    assert expected <= set(of_type(sentence, "Agency", publisher=publisher).values())


def test_a_ministry_with_a_list_of_fields_is_one() -> None:
    found = of_type("Laos's Ministry of Culture, Sports, Science and Tourism agreed.", "Agency")
    assert list(found) == ["Ministry of Culture, Sports, Science and Tourism"]


@pytest.mark.parametrize(
    ("sentence", "words"),
    [
        ("They signed the Suva Treaty on Migratory Turtles.", "Suva Treaty on Migratory Turtles"),
        (
            "The Protocol Relating to the Protection of Deltas binds all.",
            "Protocol Relating to the Protection of Deltas",
        ),
        ("We adopted the Action Plan to Combat Ocean Plastics.", "Action Plan to Combat Ocean Plastics"),
        ("The Freedom of Navigation Act passed.", "Freedom of Navigation Act"),
        ("They launched the Palau Vision 2041.", "Palau Vision 2041"),
        (
            "The Memorandum of Understanding between Fiji and Tonga expires.",
            "Memorandum of Understanding between Fiji and Tonga",
        ),
        ("Under Presidential Decree No. 12 of 2031, ships report.", "Presidential Decree No. 12 of 2031"),
        ("It cited Reef Authority resolution 41 (XVIII) again.", "resolution 41 (XVIII)"),
        (
            "the Treaty on the marking of drifting nets in lagoons, signed by ten states",
            "Treaty on the marking of drifting nets in lagoons",
        ),
        ("She leads the Lapita program.", "Lapita"),
        ("They fund the Coral-7 mission.", "Coral-7"),
        ("They back the Fiji-Tonga Tidal Energy Exchange (FITTEX).", "Fiji-Tonga Tidal Energy Exchange"),
    ],
)
def test_an_instrument_is_found_whole(sentence: str, words: str) -> None:
    assert words in of_type(sentence, "Instrument")


def test_a_list_of_instruments_is_not_one_instrument() -> None:
    found = of_type("Samoa's Reef Strategy, Turtle Action Plan and Lagoon Fund were named.", "Instrument")
    assert set(found) == {"Reef Strategy", "Turtle Action Plan", "Lagoon Fund"}
    assert found["Lagoon Fund"] == "instrument/wsm-lagoon-fund"


@pytest.mark.parametrize(
    ("sentence", "type_", "words"),
    [
        ("The Chile-Peru Joint Committee on Deserts met.", "Forum", "Chile-Peru Joint Committee on Deserts"),
        ("Ministers joined the Apia Tides Dialogue.", "Forum", "Apia Tides Dialogue"),
        ("The Contact Group on Piracy reported.", "Forum", "Contact Group on Piracy"),
        ("Gulf Turbines Ltd won.", "Organization", "Gulf Turbines Ltd"),
        ("The University of Suva agreed.", "Organization", "University of Suva"),
        ("The African Council for Lakes agreed.", "Organization", "African Council for Lakes"),
        ("Ships left Nadroga Naval Base.", "Place", "Nadroga Naval Base"),
        ("They sailed through the Lomaiviti Strait.", "Place", "Lomaiviti Strait"),
        ("They trained at Camp Rokovada.", "Place", "Camp Rokovada"),
    ],
)
def test_the_head_and_what_stands_before_it_tell_the_class(sentence: str, type_: str, words: str) -> None:
    assert words in of_type(sentence, type_)


def test_two_orders_of_the_states_make_one_forum() -> None:
    found = of_type("The Fiji-Tonga Reef Dialogue met. Later the Tonga-Fiji Reef Dialogue met again.", "Forum")
    assert len(found) == 2
    assert len(set(found.values())) == 1


@pytest.mark.parametrize(
    "sentence",
    [
        "The Treaty was long. The Agency was small. A New Strategy came.",
        "WE WANT A SUVA TREATY ON TURTLES AND A REEF AUTHORITY",
        "Under the plan, Monday Meetings were dropped.",
        "Officials of the ministry and of the agency met the committee.",
    ],
)
def test_heads_alone_and_capitals_name_nothing(sentence: str) -> None:
    assert of_type(sentence, "Agency", "Instrument", "Organization", "Meeting", "Event") == {}


def test_a_title_case_line_names_only_what_fills_the_space_between_small_words() -> None:
    assert of_type("Tonga Welcomes Growing Reef Space Partnership\n\nTonga welcomed it.", "Instrument") == {}
