"""A person is one under all forms of the name, holds the posts that the words tell, and acts for whom they say."""

from __future__ import annotations

import pytest

from graph_builder.documents import document_of_text
from graph_builder.language.names import name_document
from tests.language.naming import gazetteer, named, of_type, posts


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Samoan Prime Minister Ana Leota spoke.", [("person/leota-ana", "Prime Minister", "state/wsm")]),
        ("Ana Leota, Prime Minister of Samoa, spoke.", [("person/leota-ana", "Prime Minister", "state/wsm")]),
        ("The Prime Minister of Samoa, Ms. Ana Leota, spoke.", [("person/leota-ana", "Prime Minister", "state/wsm")]),
        ("Prime Minister Ana Leota of Samoa spoke.", [("person/leota-ana", "Prime Minister", "state/wsm")]),
        ("Samoa's far-sighted Prime Minister Ana Leota spoke.", [("person/leota-ana", "Prime Minister", "state/wsm")]),
        (
            "Fijian Minister for Fisheries and Blue Economy Ratu Ilai Vosa spoke.",
            [("person/vosa-ratu-ilai", "Minister for Fisheries and Blue Economy", "state/fji")],
        ),
        (
            "Ms. SEINI Mere, Director General, National Tide Office of Tonga, spoke.",
            [("person/seini-mere", "Director General", "agency/ton-national-tide-office")],
        ),
        (
            "UNESCO Director-General Ora Bell and WHO Chief Scientist Bo Roy met.",
            [
                (
                    "person/bell-ora",
                    "Director-General",
                    "org/united-nations-educational-scientific-and-cultural-organization",
                ),
                ("person/roy-bo", "Chief Scientist", "org/world-health-organization"),
            ],
        ),
        (
            "Prime Ministers Ana Leota of Samoa and Seru Vosa of Fiji met.",
            [("person/leota-ana", "Prime Minister", "state/wsm"), ("person/vosa-seru", "Prime Minister", "state/fji")],
        ),
        (
            "The Presidents of Chile, Ina Roa; of Peru, Leo Paz; and of Cuba, Eva Sol, met.",
            [
                ("person/roa-ina", "President", "state/chl"),
                ("person/paz-leo", "President", "state/per"),
                ("person/sol-eva", "President", "state/cub"),
            ],
        ),
        (
            "Fiji's Deputy Prime Minister and Minister for Trade Seru Vosa spoke.",
            [
                ("person/vosa-seru", "Deputy Prime Minister", "state/fji"),
                ("person/vosa-seru", "Minister for Trade", "state/fji"),
            ],
        ),
        ("Tongan ambassador to Fiji Mele Fonua spoke.", [("person/fonua-mele", "ambassador to Fiji", "state/ton")]),
        (
            "The talks were opened by former Tongan President Mele Fonua.",
            [("person/fonua-mele", "President", "state/ton")],
        ),
    ],
)
def test_a_title_and_a_name_make_a_post(sentence: str, expected: list[tuple[str, str, str]]) -> None:
    assert sorted(posts(sentence)) == sorted(expected)


def test_a_former_post_is_told_as_one() -> None:
    (tenure,) = named("It was signed by former Tongan President Mele Fonua.").tenures
    assert tenure.former


@pytest.mark.parametrize(
    ("sentence", "id_"),
    [
        ("Mr. TANAKA Ichiro spoke.", "person/tanaka-ichiro"),
        ("Minister Ichiro Tanaka spoke. Tanaka left.", "person/tanaka-ichiro"),
        ("Minister Tanaka Ichiro spoke. Tanaka left.", "person/tanaka-ichiro"),
        ("President Zhao Lin spoke.", "person/zhao-lin"),
        ("President Lee Dong-hyun spoke.", "person/lee-dong-hyun"),
        ("Minister Ursel van der Meer spoke.", "person/van-der-meer-ursel"),
        ("Sheikh Khalid bin Omar Al Hadi spoke.", "person/al-hadi-khalid-bin-omar"),
        ("President John R. Doe, Jr. spoke.", "person/doe-john"),
        ("President Ivo “Bibo” Marais spoke.", "person/marais-ivo"),
        ("H. E. Mrs. Aya DIOP spoke.", "person/diop-aya"),
        ("Administrator Bill Adeyemi spoke.", "person/adeyemi-bill"),
        ("Special Envoy Jon Israel spoke.", "person/israel-jon"),
    ],
)
def test_the_family_name_comes_first_in_the_id(sentence: str, id_: str) -> None:
    assert id_ in of_type(sentence, "Person").values()


def test_all_forms_of_a_name_are_one_person_and_the_longest_is_the_label() -> None:
    names = named("President Ivo “Bibo” Marais spoke. Marais left. Bibo is his nickname. Ivo Marais returned.")
    people = [e for e in names.entities if e.type == "Person"]
    assert [(e.id, e.label) for e in people] == [("person/marais-ivo", "Ivo “Bibo” Marais")]
    assert {m.text for m in names.mentions} == {"Ivo “Bibo” Marais", "Marais", "Bibo", "Ivo Marais"}


def test_only_a_family_name_makes_a_person_of_this_document_alone() -> None:
    (person,) = [e for e in named("President Marais spoke.").entities if e.type == "Person"]
    assert person.id.startswith("doc/")
    assert person.id.endswith("/person/marais")


def test_a_family_name_that_two_persons_share_names_neither() -> None:
    names = named("Minister Ana Leota met Ambassador Sione Leota. Leota smiled.")
    assert [m.text for m in names.mentions if m.kind == "surname"] == []


@pytest.mark.parametrize(
    ("sentence", "person"),
    [
        ("Nobody knew Tavita Sopo. Then Sopo spoke.", "person/sopo-tavita"),
        ("“We will go,” Tavita Sopo said.", "person/sopo-tavita"),
        ("Samoa's Tavita Sopo issued a text.", "person/sopo-tavita"),
    ],
)
def test_a_person_whom_no_title_announces(sentence: str, person: str) -> None:
    assert person in of_type(sentence, "Person").values()


def test_a_parsers_hint_is_believed_only_for_a_name_of_two_words() -> None:
    document = document_of_text("Rain fell as Tavita Sopo waited with Mokko.")
    hints = ((13, 24), (37, 42))
    found = name_document(document, gazetteer(), hints)
    assert [e.id for e in found.entities if e.type == "Person"] == ["person/sopo-tavita"]
    assert [e for e in name_document(document, gazetteer()).entities if e.type == "Person"] == []


@pytest.mark.parametrize(
    ("sentence", "state"),
    [
        ("The Tongan delegation was led by Ms. Mele Fonua.", None),
        ("The Tongan delegation was led by Minister Mele Fonua.", "state/ton"),
        ("Ana met her Tongan counterpart Mele Fonua.", "state/ton"),
        ("Minister Mele Fonua of Tonga came.", "state/ton"),
        ("Minister Mele Fonua came.", None),
    ],
)
def test_a_person_acts_for_the_state_that_the_words_give(sentence: str, state: str | None) -> None:
    (person,) = [e for e in named(sentence).entities if e.id == "person/fonua-mele"]
    assert person.acts_for == state


@pytest.mark.parametrize(
    "sentence",
    [
        "The Minister for Fisheries and Blue Economy spoke.",
        "Ministers noted the report. The Prime Minister agreed.",
        "President of the Reef Council and Chair of the Lagoon Board",
    ],
)
def test_a_title_without_a_name_makes_nobody(sentence: str) -> None:
    assert posts(sentence) == []
    assert of_type(sentence, "Person") == {}
