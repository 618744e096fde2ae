"""Questions in a process of their own: they end in time, read only, and come back as they were answered."""

from __future__ import annotations

import time
from datetime import date
from pathlib import Path

import pytest
from pyoxigraph import Store

import graph_builder as gb
from graph_builder.asking import ask
from graph_builder.errors import BadParameter, NotOurFolder, QueryError, QueryTimeout, StoreError
from graph_builder.queries import parse_question, run
from graph_builder.results import Iri

ENDLESS = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l }"


def test_the_answer_is_that_of_the_same_process(kg: Path, store: Store) -> None:
    for name, values in (("commitments-by-actor", {"actor": "Japan"}), ("network-actors", {"roll_up": True})):
        assert ask(kg, name, values) == run(store, name, values)
    assert ask(kg, "network-actors").labels == run(store, "network-actors").labels
    found = ask(
        kg, "SELECT ?d ?n ?b { ?doc dcterms:issued ?d . ?m srv:confidence ?n . ?s srv:firstHand ?b } ORDER BY ?d ?n ?b"
    )
    assert (
        found.rows[0]
        == run(
            store,
            "SELECT ?d ?n ?b { ?doc dcterms:issued ?d . ?m srv:confidence ?n . ?s srv:firstHand ?b } ORDER BY ?d ?n ?b",
        ).rows[0]
    )
    assert type(found.rows[0][0]) is date


def test_a_question_that_does_not_end_is_ended(kg: Path) -> None:
    started = time.monotonic()
    with pytest.raises(QueryTimeout, match=r"query: timed out after 0.5 s"):
        ask(kg, ENDLESS, seconds=0.5)
    assert time.monotonic() - started < 5


@pytest.mark.parametrize(("most", "rows", "more"), [(3, 3, True), (9, 9, False), (10, 9, False), (None, 9, False)])
def test_rows_are_cut_and_the_cut_is_told(kg: Path, most: int | None, rows: int, more: bool) -> None:
    found = ask(kg, "exact-words", max_rows=most)
    assert (len(found), found.more) == (rows, more)


def test_errors_keep_their_kind_and_their_words(kg: Path, tmp_path: Path) -> None:
    with pytest.raises(BadParameter, match=r"no actor here is called 'Jappan' \(did you mean Japan\?\)"):
        ask(kg, "commitments-by-actor", {"actor": "Jappan"})
    with pytest.raises(QueryError, match=r"stdin:1:10: this '{' is never closed"):
        ask(kg, parse_question("SELECT * { ?s ?p ?o", "stdin"))
    with pytest.raises(NotOurFolder, match="no servanda graph here"):
        ask(tmp_path, "exact-words")
    (tmp_path / "broken.trig").write_text("<a> <b> ", encoding="utf-8")
    with pytest.raises(StoreError, match="this is no TriG file"):
        ask(tmp_path / "broken.trig", "exact-words")


def test_a_trig_file_is_asked_like_its_store(kg: Path) -> None:
    assert ask(kg / "graph.trig", "exact-words") == ask(kg, "exact-words")


def test_asking_leaves_the_graph_as_it_is(kg: Path) -> None:
    before = {path.name: path.stat().st_mtime_ns for path in (kg / "store").iterdir()}
    ask(kg, "exact-words")
    assert {path.name: path.stat().st_mtime_ns for path in (kg / "store").iterdir()} == before


def test_modules_in_the_working_directory_are_left_alone(
    kg: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "json.py").write_text("raise SystemExit('imported from the working directory')", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    assert len(ask(kg, "exact-words")) == 9


def test_ask_construct_and_describe_are_answered_too(kg: Path) -> None:
    assert ask(kg, "ASK { ?s a srv:State }").rows == ((True,),)
    built = ask(kg, "CONSTRUCT { ?s a srv:Actor } WHERE { ?s a srv:State }")
    assert built.columns == ("subject", "predicate", "object")
    assert len(built) == 4
    assert all(isinstance(cell, Iri) for row in built.rows for cell in row)
    assert len(ask(kg, "DESCRIBE <https://w3id.org/servanda/id/state/jpn>")) >= 3


def test_the_public_door(kg: Path) -> None:
    opened = gb.open(kg)
    assert opened.query("due-in-year", year=2026).column("due") == ("in 2026", "in 2026")
    assert opened.measures().column("actor")[0] == "Norway"
    assert opened.query("network-actors").to_network().number_of_nodes() == 4
    assert opened.texts == kg / "texts"
    states = opened.dataset.query("SELECT DISTINCT ?s { ?s a <https://w3id.org/servanda/ns#State> }")
    assert len(list(states)) == 4
    with pytest.raises(StoreError):
        gb.open(kg / "nothing-here")
    assert sorted(gb.__all__) == sorted(set(gb.__all__) & set(dir(gb)))
    with pytest.raises(AttributeError, match="no attribute 'close'"):
        gb.close  # noqa: B018


def test_a_star_gives_the_columns_in_the_order_of_the_text(kg: Path) -> None:
    assert ask(kg, "SELECT * { ?subject ?zeal ?b . ?b ?a ?subject }").columns == ("subject", "zeal", "b", "a")
    assert ask(kg, "SELECT ?z ?a { ?z a ?a }", max_rows=1).columns == ("z", "a")
