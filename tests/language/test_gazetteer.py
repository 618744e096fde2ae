"""The finder takes whole names, the longest there are, and settles only what the words settle."""

from __future__ import annotations

from pathlib import Path

import pytest

from graph_builder import errors
from graph_builder.language.gazetteer import Gazetteer, load_gazetteer


@pytest.fixture(scope="module")
def gazetteer() -> Gazetteer:
    return load_gazetteer()


def names(gazetteer: Gazetteer, text: str) -> list[tuple[str, str, tuple[str, ...]]]:
    return [(text[found.start : found.end], found.kind, found.ids) for found in gazetteer.find(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Peru and Côte d’Ivoire met.", [("Peru", "state/per"), ("Côte d’Ivoire", "state/civ")]),
        ("the Republic of Korea (ROK)", [("Republic of Korea", "state/kor"), ("ROK", "state/kor")]),
        ("Papua New Guinea, not Guinea", [("Papua New Guinea", "state/png"), ("Guinea", "state/gin")]),
        ("Japan-U.S. talks", [("Japan", "state/jpn"), ("U.S.", "state/usa")]),
        ("US–Japan talks", [("US", "state/usa"), ("Japan", "state/jpn")]),
        ("Sino-Indian trade", [("Sino", "state/chn"), ("Indian", "state/ind")]),
        ("left the U.S.", [("U.S.", "state/usa")]),
        ("Turkiye's envoy", [("Turkiye", "state/tur")]),
        ("Tu\u0308rkiye’s envoy", [("Tu\u0308rkiye", "state/tur")]),
        ("NIGERIA AND NIGER SIGN", [("NIGERIA", "state/nga"), ("NIGER", "state/ner")]),
        ("The Fijians sailed.", [("Fijians", "state/fji")]),
        ("the United\nKingdom", [("United\nKingdom", "state/gbr")]),
    ],
)
def test_a_state_is_found_under_its_names(gazetteer: Gazetteer, text: str, expected: list[tuple[str, str]]) -> None:
    assert [(words, ids[0]) for words, _, ids in names(gazetteer, text)] == expected


@pytest.mark.parametrize(
    "text", ["tell us", "a polish", "oman", "Japanned boxes", "United\n\nKingdom", "iran", "JOIN US NOW"]
)
def test_other_words_are_no_states(gazetteer: Gazetteer, text: str) -> None:
    assert names(gazetteer, text) == []


@pytest.mark.parametrize(
    ("text", "words", "id_"),
    [
        ("Ghana's Ministry of Defence", "Ministry of Defence", "agency/gha-ministry-of-defense"),
        ("the Chilean foreign ministry", "Chilean foreign ministry", "agency/chl-ministry-of-foreign-affairs"),
        ("the Government of the Kyrgyz Republic", "Government of the Kyrgyz Republic", "agency/kgz-government"),
        ("the Japanese parliament", "Japanese parliament", "agency/jpn-diet"),
        ("Samoa’s government", "government", "agency/wsm-government"),
        ("the U.S. State Department", "U.S. State Department", "agency/usa-department-of-state"),
    ],
)
def test_a_public_body_is_settled_by_the_state_beside_it(gazetteer: Gazetteer, text: str, words: str, id_: str) -> None:
    assert (words, "name", (id_,)) in names(gazetteer, text)
    assert gazetteer.entities[id_].acts_for == "state/" + id_[7:10]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Chinese military exercises", ["Chinese"]),
        ("It gave Chad army trucks.", ["Chad", "army"]),
        ("Chile\n\nMinistry of Defense", ["Chile", "Ministry of Defense"]),
        ("the governments of Peru and Chile", ["governments", "Peru", "Chile"]),
        ("Brazil’s Congress", ["Brazil", "Congress"]),
        ("The Guardian Council", ["Guardian Council"]),
    ],
)
def test_names_are_not_joined_where_the_words_do_not_join_them(
    gazetteer: Gazetteer, text: str, words: list[str]
) -> None:
    assert [found for found, _, _ in names(gazetteer, text)] == words


def test_a_bare_ministry_is_left_open(gazetteer: Gazetteer) -> None:
    (found,) = gazetteer.find("The foreign ministry said no.")
    assert (found.kind, found.ids, found.body) == ("description", (), "ministry-of-foreign-affairs")


def test_a_capital_may_stand_for_its_state_or_be_a_place(gazetteer: Gazetteer) -> None:
    assert names(gazetteer, "Nairobi agreed.") == [("Nairobi", "metonym", ("state/ken", "place/nairobi"))]


def test_a_name_of_two_states_gives_both(gazetteer: Gazetteer) -> None:
    assert names(gazetteer, "Congolese troops")[0] == ("Congolese", "demonym", ("state/cod", "state/cog"))


def table(folder: Path, name: str, *lines: str) -> None:
    (folder / name).write_text("\n".join(lines) + "\n", encoding="utf-8")


def test_rows_of_the_user_win(tmp_path: Path) -> None:
    table(tmp_path, "organizations.csv", "id,label,names", "org/harbor-league,Harbor League,Quad|HL")
    own = load_gazetteer(extra=tmp_path)
    assert names(own, "The Harbour League and the Quad")[0][2] == ("org/harbor-league",)
    assert own.by_name("quad") == ("org/harbor-league",)


@pytest.mark.parametrize(
    ("name", "lines", "where", "what"),
    [
        ("states.csv", ("id,name", "state/aaa,Aland"), "states.csv:1", "no column 'label'"),
        ("states.csv", ("id,label", "state/AAA,Aland"), "states.csv:2", "bad id"),
        ("states.csv", ("id,label", "org/aaa,Aland"), "states.csv:2", "bad id"),
        ("states.csv", ("id,label", "state/aaa,"), "states.csv:2", "is empty"),
        ("states.csv", ("id,label", "state/aaa,A,B"), "states.csv:2", "3 cells"),
        ("states.csv", ("id,label", "state/aaa,A", "state/aaa,B"), "states.csv:3", "twice"),
        ("states.csv", ("id,label", "state/aaa,Same", "state/bbb,Same"), "states.csv:3", "share the name"),
        ("states.csv", ("id,label,part_of", "state/aaa,A,state/zzz"), "states.csv:2", "nothing has the id"),
        ("states.csv", ("id,label,capital", "state/aaa,…,"), "states.csv:2", "without words"),
        ("rosters.csv", ("group,member,from", "org/a,state/b,2001-13-01"), "rosters.csv:2", "is no day"),
        ("rosters.csv", ("group,member,from", "org/a,state/b,2001"), "rosters.csv:2", "is no day"),
        ("metonyms.csv", ("name,stands_for", "Fort,state/xxx"), "metonyms.csv:2", "nothing has the id"),
    ],
)
def test_a_bad_row_is_named_with_its_line(
    tmp_path: Path, name: str, lines: tuple[str, ...], where: str, what: str
) -> None:
    table(tmp_path, name, *lines)
    with pytest.raises(errors.MalformedTable, match=what) as caught:
        load_gazetteer(tmp_path)
    assert caught.value.where == where


def test_a_table_in_another_encoding_is_refused(tmp_path: Path) -> None:
    (tmp_path / "states.csv").write_bytes("id,label\nstate/aaa,Åland\n".encode("cp1252"))
    with pytest.raises(errors.MalformedTable, match="UTF-8"):
        load_gazetteer(tmp_path)
