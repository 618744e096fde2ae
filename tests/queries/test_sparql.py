"""What a question may not do, and how a mistake in one is shown."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pyoxigraph import Store

from graph_builder.errors import QueryError
from graph_builder.queries import questions, run
from graph_builder.sparql import check, names_graphs, tokens


@pytest.mark.parametrize(
    "text",
    [
        "SELECT * { SERVICE <http://127.0.0.1:9/> { ?s ?p ?o } }",
        "SELECT * { service silent ?anywhere { ?s ?p ?o } }",
        "SELECT * { # not here\n SERVICE<http://127.0.0.1:9/>{ ?s ?p ?o } }",
        "SELECT * { \\u0053ERVICE <http://127.0.0.1:9/> { ?s ?p ?o } }",
        "ASK { ?s ?p '''a ' b''' . SERVICE <http://127.0.0.1:9/> {} }",
    ],
)
def test_no_question_asks_another_machine(store: Store, text: str) -> None:
    with pytest.raises(QueryError, match="SERVICE would ask another machine"):
        run(store, text)


@pytest.mark.parametrize(
    "text",
    [
        "SELECT * { ?service ?p 'SERVICE' }",
        "SELECT * { ?s ?p 'x' } # SERVICE <http://127.0.0.1:9/>",
        "PREFIX service: <http://example.org/service#> SELECT * { ?s service:SERVICE <http://example.org/SERVICE> }",
        'SELECT * { ?s ?p """a "SERVICE" b""" }',
    ],
)
def test_the_word_alone_harms_nobody(store: Store, text: str) -> None:
    assert len(run(store, text)) == 0


@pytest.mark.parametrize(
    "verb", ["INSERT DATA", "delete where", "LOAD <file:///etc/hostname> INTO GRAPH", "DROP", "CLEAR ALL"]
)
def test_no_question_changes_the_graph(store: Store, verb: str) -> None:
    with pytest.raises(QueryError, match=r"query:1:1: [A-Z]+ changes data, and questions only read"):
        run(store, f"{verb} {{ <http://example.org/a> <http://example.org/b> 1 }}")


def test_from_fetches_nothing_and_chooses_among_the_graphs_at_hand(store: Store) -> None:
    everything = run(store, "SELECT ?s { ?s a srv:State }")
    chosen = run(store, "SELECT ?s FROM graph:registry { ?s a srv:State }")
    assert set(everything.rows) == set(chosen.rows)
    assert len(run(store, "SELECT * FROM <file:///etc/hostname> { ?s ?p ?o }")) == 0
    assert len(run(store, "SELECT ?s FROM graph:links { ?s a srv:State }")) == 0
    assert not names_graphs("SELECT ?from { ?s ?p 'FROM' }")


@pytest.mark.parametrize(
    ("text", "said", "line", "under"),
    [
        ("SELECT ?s {\n  ?s a srv:State ;\n} LIMT 3", "query:3:3: 'LIMT' is no word of SPARQL (did you mean LIMIT?)", 3,
         "LIMT"),
        ("SELECT ?s { ?s a ex:State }", "query:1:18: the prefix 'ex:' is not declared (add a PREFIX line", 1,
         "ex:"),
        ("SELECT ?s {\n ?s a srv:State ", "query:1:11: this '{' is never closed", 1, "{"),
        ("SELECT ?s { ?s a srv:State } )", "query:1:30: this ')' closes nothing", 1, ")"),
        ("SELECT ?s { ?s ?p 'open }", "query:1:19: this quotation mark is never closed", 1, "'open"),
        ("SELECT ?s { ?s ?p ?o FILTER(CONTAIN(?o, 'x')) }", "(did you mean CONTAINS?)", 1, "CONTAIN("),
        ("show me all of it", "query:1:1: 'show' is no word of SPARQL", 1, "show"),
    ],
)  # fmt: skip
def test_a_mistake_is_shown_with_its_line_and_a_caret(
    store: Store, text: str, said: str, line: int, under: str
) -> None:
    with pytest.raises(QueryError) as caught:
        run(store, text)
    message, source, caret = str(caught.value).split("\n")
    assert said in message
    assert source.strip() in text.split("\n")[line - 1]
    assert source[caret.index("^") :].startswith(under)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("SELECT ?a (COUNT(?b) AS ?n) { ?a ?b ?c }", "the SELECT contains a variable that is unbound"),
        ("SELECT ?s { ?s a srv:State } ORDER ?s", "expected BY"),
        ("SELECT ?s { ?s ?p . }", "the query cannot be understood here"),
        (" ", "the query cannot be understood here"),
    ],
)
def test_what_only_the_engine_sees_is_said_without_its_jargon(store: Store, text: str, said: str) -> None:
    with pytest.raises(QueryError) as caught:
        run(store, text)
    assert said in str(caught.value)
    assert "\\u{" not in str(caught.value)


def test_the_caret_of_a_long_line_stays_on_the_screen(store: Store) -> None:
    with pytest.raises(QueryError) as caught:
        run(store, "SELECT ?s { " + "?s a srv:State . " * 20 + "?s a srv:State WRONG }")
    assert all(len(line) <= 80 for line in str(caught.value).split("\n"))
    assert str(caught.value).split("\n")[1][str(caught.value).split("\n")[2].index("^") :].startswith("WRONG")


@given(st.text(max_size=80))
def test_tokens_stand_where_they_say(text: str) -> None:
    end = 0
    for token in tokens(text):
        assert text[token.start : token.start + len(token.text)] == token.text
        assert token.start >= end
        end = token.start + len(token.text)


@given(st.text(alphabet=st.sampled_from("SELECT ?s{}<>'\"\\#.;,_:\nABCservice"), max_size=60))
def test_whatever_is_typed_gives_an_answer_or_one_error(text: str) -> None:
    try:
        run(Store(), parse(text))
    except QueryError as error:
        assert str(error)


def parse(text: str) -> str:
    """Text that is no question's name."""
    return text + " {"


def test_shipped_questions_pass_the_check() -> None:
    for asked in questions():
        check(asked.text)
        assert not names_graphs(asked.text)
