"""How a person's words become terms of the graph, and what happens to words that mean nothing here."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pyoxigraph import Store

from graph_builder.errors import BadParameter, QueryError, UnknownQuery
from graph_builder.queries import Parameter, parse_question, question, questions, read_question, run
from graph_builder.terms import terms

STATE = "https://w3id.org/servanda/id/state/"


@pytest.mark.parametrize(
    ("words", "ends"),
    [
        ("Côte d'Ivoire", ["civ"]),
        ("cote d’ivoire", ["civ"]),
        ("the IVORY coast", ["civ"]),
        ("kingdom of norway", ["nor-coastal-administration", "nor", "solberg-ingrid"]),
        ("state/can", ["can"]),
        ("id:state/can", ["can"]),
        (STATE + "can", ["can"]),
        ("MOFA", ["jpn-ministry-of-foreign-affairs"]),
    ],
)
def test_an_actor_is_found_by_any_of_its_names_with_those_who_act_for_it(
    store: Store, words: str, ends: list[str]
) -> None:
    found, _ = terms(store, Parameter("actor", "actor", ""), words)
    assert sorted(term.value.rpartition("/")[2] for term in found) == sorted(ends)


def test_a_name_that_two_bear_stands_for_both_and_says_so(store: Store) -> None:
    found, note = terms(store, Parameter("actor", "actor", ""), "Ministry of Foreign Affairs")
    assert len(found) == 2
    assert note == (
        "Ministry of Foreign Affairs may be any of: "
        "Ministry of Foreign Affairs (Japan), Norwegian Coastal Administration"
    )
    assert run(store, "exact-words", {"actor": "Kingdom of Norway"}).notes == ("Kingdom of Norway is Norway",)


@pytest.mark.parametrize(
    ("type_", "words", "value"),
    [
        ("first day", "2024", "2024-01-01"),
        ("last day", "2024", "2024-12-31"),
        ("first day", "2024-02", "2024-02-01"),
        ("last day", "2024-02", "2024-02-29"),
        ("last day", "2023-2", "2023-02-28"),
        ("first day", "2024-08-15", "2024-08-15"),
        ("last day", " 2024-08-15 ", "2024-08-15"),
        ("year", "2025", "2025"),
        ("yes or no", "Yes", "true"),
        ("yes or no", "no", "false"),
        ("topic", "Space Policy", "https://w3id.org/servanda/topic/space-policy"),
        ("topic", "space-policy", "https://w3id.org/servanda/topic/space-policy"),
        ("strength", "AGREED", "https://w3id.org/servanda/strength/agreed"),
        ("act", "reaffirm-commitment", "https://w3id.org/servanda/act/reaffirm-commitment"),
        ("text", 'a "b" \\ c', 'a "b" \\ c'),
    ],
)
def test_a_value_is_read_as_a_person_writes_it(store: Store, type_: str, words: str, value: str) -> None:
    (found,), note = terms(store, Parameter("p", type_, ""), words)
    assert (found.value, note) == (value, "")


@pytest.mark.parametrize(
    ("type_", "words", "said"),
    [
        ("actor", "Jappan", "no actor here is called 'Jappan' (did you mean Japan?)"),
        ("actor", "Coastal Administration", "(did you mean Norwegian Coastal Administration?)"),
        ("actor", "Atlantis", "(upper and lower case and accents do not matter)"),
        ("person", "Japan", "no person here is called 'Japan'"),
        ("first day", "2024-13", "p is no day: '2024-13' (write 2024, 2024-08 or 2024-08-15)"),
        ("first day", "2023-02-29", "p is no day"),
        ("last day", "0000", "p is no day"),
        ("last day", "soon", "p is no day"),
        ("year", "25", "p is no year: '25' (give four digits, as 2025)"),
        ("yes or no", "maybe", "p is neither yes nor no: 'maybe'"),
        ("strength", "firm", "there is no strength 'firm' (one of: agreed, binding, considered,"),
        ("topic", "spce", "there is no topic 'spce' (did you mean space?"),
        ("text", "  ", "p is empty"),
        ("colour", "red", "cannot be of the type 'colour'"),
    ],
)
def test_a_value_that_means_nothing_here_is_an_error_that_helps(
    store: Store, type_: str, words: str, said: str
) -> None:
    with pytest.raises(BadParameter) as caught:
        terms(store, Parameter("p", type_, ""), words)
    assert said in str(caught.value)


def test_parameters_that_are_missing_or_unknown_are_named(store: Store) -> None:
    with pytest.raises(BadParameter, match="due-in-year needs the parameter year"):
        run(store, "due-in-year")
    with pytest.raises(BadParameter, match="takes no parameter 'colour' \\(it takes actor, topic, year\\)"):
        run(store, "due-in-year", {"year": 2025, "colour": "red"})
    with pytest.raises(UnknownQuery, match="there is no question 'due-in-a-year' \\(did you mean due-in-year\\?\\)"):
        question("due-in-a-year")
    with pytest.raises(UnknownQuery):
        question("../queries/due-in-year")


@settings(max_examples=25)
@given(words=st.text(alphabet=st.characters(min_codepoint=32, max_codepoint=126), min_size=1, max_size=30))
def test_no_words_can_leave_the_place_of_a_value(store: Store, words: str) -> None:
    if not words.strip():
        return
    found = run(store, "exact-words", {"words": words})
    quotes = [str(quote) for quote in run(store, "exact-words").column("quote")]
    assert list(found.column("quote")) == [quote for quote in quotes if words.strip().lower() in quote.lower()]


def test_a_question_without_values_runs_as_it_is_written(store: Store) -> None:
    for asked in questions():
        parameters = {parameter.name for parameter in asked.parameters}
        assert parameters == {name for name in parameters if f"VALUES ?wanted_{name} {{ UNDEF }}" in asked.text}
        rows = list(store.query(asked.text, use_default_graph_as_union=True))  # type: ignore[arg-type]
        assert rows


def test_every_question_says_what_it_asks_takes_and_gives() -> None:
    assert [asked.name for asked in questions()] == [
        "agencies-at-meeting", "commitments-by-actor", "due-in-year", "exact-words", "expected-not-stated",
        "network-actors", "posts-held", "topics-rolled-up",
    ]  # fmt: skip
    for asked in questions():
        assert asked.title != asked.name
        assert asked.question.endswith("?")
        assert all(parameter.about for parameter in asked.parameters)
        assert asked.columns
        assert all(f"?{name}" in asked.text for name, _ in asked.columns)


def test_a_question_of_ones_own_may_have_parameters(store: Store, tmp_path: Path) -> None:
    file = tmp_path / "mine.rq"
    file.write_text(
        "# title: Mine\n# parameter: actor (actor, required) who\n"
        "SELECT DISTINCT ?name { VALUES ?wanted_actor { UNDEF } ?wanted_actor skos:prefLabel ?name } ORDER BY ?name\n",
        encoding="utf-8-sig",
    )
    found = run(store, read_question(file), {"actor": "japan"})
    assert found.column("name") == ("Government of Japan", "Japan", "Ministry of Foreign Affairs (Japan)")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("# parameter: actor: who\nASK {}", "q.rq:1: this parameter line cannot be read"),
        (
            "\n# title: T\n# parameter: actor (actor) who\nASK {}",
            "q.rq:3: nothing in the query takes the parameter actor",
        ),
    ],
)
def test_a_header_that_cannot_be_read_is_an_error_with_its_line(text: str, said: str) -> None:
    with pytest.raises(QueryError) as caught:
        parse_question(text, "q", "q.rq")
    assert said in str(caught.value)


def test_a_file_that_cannot_be_read_is_an_error_with_its_name(tmp_path: Path) -> None:
    (tmp_path / "latin.rq").write_bytes(b"# title: caf\xe9\nASK {}")
    for name, said in (("none.rq", "No such file"), ("latin.rq", "not UTF-8")):
        with pytest.raises(QueryError, match=said):
            read_question(tmp_path / name)
