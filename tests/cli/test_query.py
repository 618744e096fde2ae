"""``query``: what is asked, how it is printed, and how it ends."""

from __future__ import annotations

import csv
import io
import json
import re
from pathlib import Path
from typing import Protocol

import pytest


class Ended(Protocol):
    code: int
    out: str
    err: str


class Servanda(Protocol):
    def __call__(self, *arguments: str, stdin: str = "") -> Ended: ...


STATES = "SELECT DISTINCT ?name { ?s a srv:State ; skos:prefLabel ?name } ORDER BY ?name"
NAMES = ["Canada", "Côte d'Ivoire", "Japan", "Norway"]


TABLE = f"""\
Commitments by actor

actor                commitment              strength  status    due      to
{"─" * 80}
Government of Japan  send Norway a research  intended  reported  in 2026  Norway
                     vessel in 2026
    “The Japanese government intends to send Norway a research vessel in 2026”
    Third Meeting of the Northern Seas Dialogue · 2024-03-12 · characters
    482–554

"""


def test_a_table_is_aligned_and_each_quotation_stands_wrapped_below_its_row(servanda: Servanda) -> None:
    ended = servanda("query", "commitments-by-actor", "--actor", "the japanese government")
    assert (ended.code, ended.err) == (0, "the japanese government is Government of Japan\n")
    assert ended.out == TABLE


@pytest.mark.parametrize("width", [40, 60, 80, 120, 200])
@pytest.mark.parametrize(
    "arguments",
    [
        ("query", "commitments-by-actor"), ("query", "network-actors"), ("query", "agencies-at-meeting"),
        ("query", "--list"), ("query", "topics-rolled-up"), ("show", "Norway"), ("analyze",),
    ],
)  # fmt: skip
def test_no_line_is_wider_than_the_screen_or_ends_in_blanks(
    servanda: Servanda, monkeypatch: pytest.MonkeyPatch, width: int, arguments: tuple[str, ...]
) -> None:
    monkeypatch.setenv("COLUMNS", str(width))
    ended = servanda(*arguments)
    assert ended.code == 0
    assert ended.out
    for line in ended.out.splitlines():
        assert len(line) <= width
        assert line == line.rstrip()


def test_columns_stand_below_their_heads(servanda: Servanda) -> None:
    lines = servanda("query", "topics-rolled-up").out.splitlines()
    assert lines[0] == "Topics rolled up"
    head, rule, *rows = lines[2:]
    assert rule == "─" * len(head)
    assert len(rows) == 4
    for column in ("undertakings", "wordings", "firm", "documents"):
        end = head.index(column) + len(column)
        assert all(row[end - 1].isdigit() and row[end : end + 2].strip() == "" for row in rows)


def test_every_format_holds_the_same_rows(servanda: Servanda) -> None:
    def printed(form: str) -> str:
        ended = servanda("query", STATES, "--format", form)
        assert (ended.code, ended.err) == (0, "")
        return ended.out

    assert [row["name"] for row in csv.DictReader(io.StringIO(printed("csv")))] == NAMES
    assert printed("tsv").splitlines() == ["name", *NAMES]
    assert [row["name"] for row in json.loads(printed("json"))] == NAMES
    assert [json.loads(line)["name"] for line in printed("ndjson").splitlines()] == NAMES
    assert printed("markdown").splitlines()[2:] == [f"| {name} |" for name in NAMES]
    assert printed("table").splitlines()[2:] == NAMES


def test_a_question_comes_as_text_from_a_file_or_from_stdin(servanda: Servanda, tmp_path: Path) -> None:
    expected = servanda("query", STATES).out
    (tmp_path / "states.rq").write_text(STATES, encoding="utf-8")
    assert servanda("query", "-f", str(tmp_path / "states.rq")).out == expected
    assert servanda("query", "-", stdin=STATES).out == expected
    assert servanda("query", "-f", "-", stdin=STATES).out == expected


def test_a_file_brings_its_own_options(servanda: Servanda, tmp_path: Path) -> None:
    (tmp_path / "named.rq").write_text(
        "# title: Named\n# question: Who is it?\n# parameter: an_actor (actor, required) the one that is meant\n"
        "SELECT DISTINCT ?name { VALUES ?wanted_an_actor { UNDEF } ?wanted_an_actor skos:prefLabel ?name }\n",
        encoding="utf-8",
    )
    ended = servanda("query", "-f", str(tmp_path / "named.rq"), "--an-actor", "ivory coast", "--format", "tsv")
    assert (ended.code, ended.out) == (0, "name\nCôte d'Ivoire\n")
    shown = servanda("query", "-f", str(tmp_path / "named.rq"), "--help").out
    assert "Named. Who is it?" in shown
    assert "--an-actor ACTOR" in shown


def test_the_graph_may_be_named_before_or_after_and_may_be_a_file(servanda: Servanda, kg: Path) -> None:
    expected = servanda("query", STATES).out
    assert servanda("query", "--kg", str(kg), STATES).out == expected
    assert servanda("query", STATES, "-k", str(kg / "graph.trig")).out == expected


def test_an_answer_can_be_written_to_a_file(servanda: Servanda, tmp_path: Path) -> None:
    for form in ("table", "csv", "json"):
        file = tmp_path / f"out.{form}"
        assert servanda("query", STATES, "--format", form, "-o", str(file)).out == ""
        assert file.read_text(encoding="utf-8") == servanda("query", STATES, "--format", form).out
    ended = servanda("query", STATES, "-o", str(tmp_path / "no" / "such" / "folder"))
    assert ended.code == 1
    assert re.fullmatch(r"servanda: .*folder: cannot be written: No such file or directory\n", ended.err)


def test_addresses_are_for_programs_unless_asked_for(servanda: Servanda, monkeypatch: pytest.MonkeyPatch) -> None:
    shown = servanda("query", "network-actors").out
    assert "Canada               Japan        1  together  1 passage\n" in shown
    assert "w3id.org" not in shown
    assert "3 passages" in shown
    assert "https://w3id.org/servanda/id/state/can" in servanda("query", "network-actors", "--format", "csv").out
    monkeypatch.setenv("COLUMNS", "500")
    assert "https://w3id.org/servanda/id/state/can" in servanda("query", "network-actors", "--iris").out


def test_what_is_cut_is_told_and_nothing_is_nothing(servanda: Servanda) -> None:
    ended = servanda("query", "exact-words", "--limit", "4", "--format", "ndjson")
    assert len(ended.out.splitlines()) == 4
    assert ended.err == "first 4 of more: --limit 0 gives all\n"
    assert len(servanda("query", "exact-words", "--limit", "0", "--format", "ndjson").out.splitlines()) == 9
    nothing = servanda("query", "exact-words", "--words", "zebra", "--format", "csv")
    assert (nothing.code, nothing.err) == (0, "nothing found\n")
    assert nothing.out.startswith("actor,act,")
    assert len(nothing.out.splitlines()) == 1
    assert servanda("query", "exact-words", "--words", "zebra", "--fail-empty").code == 4


def test_questions_are_listed_and_described(servanda: Servanda) -> None:
    listed = servanda("query", "--list", "--format", "tsv").out.splitlines()
    assert listed[0] == "name\tquestion"
    assert [line.split("\t")[0] for line in listed[1:]] == [
        "agencies-at-meeting", "commitments-by-actor", "due-in-year", "exact-words", "expected-not-stated",
        "network-actors", "posts-held", "topics-rolled-up",
    ]  # fmt: skip
    described = servanda("query", "--describe", "due-in-year").out
    assert described.startswith("Due in a year\nWhich commitments fall due in a year?\n")
    assert "--year" in described
    assert "(required)" in described
    assert "VALUES ?wanted_year { UNDEF }" in described


def test_help_knows_the_options_of_the_question(servanda: Servanda) -> None:
    ended = servanda("query", "network-actors", "--help")
    assert ended.code == 0
    assert "Who is tied to whom by commitments" in ended.out
    assert "Options of network-actors:" in ended.out
    assert "--roll-up / --no-roll-up" in ended.out
    assert "--roll-up" not in servanda("query", "--help").out


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (("query",), 2, "servanda: what is the question? (servanda query --list shows the named ones)"),
        (("query", "due-in-a-year"), 2, "servanda: there is no question 'due-in-a-year' (did you mean due-in-year?)"),
        (("query", "due-in-year"), 2, "servanda: due-in-year needs the parameter year (--year: "),
        (("query", "due-in-year", "--year", "soon"), 2, "servanda: year is no year: 'soon' (give four digits"),
        (("query", "due-in-year", "--colour", "red"), 2, "servanda: No such option"),
        (("query", "exact-words", "--actor", "Jappan"), 2, "servanda: no actor here is called 'Jappan' (did you mean"),
        (("query", STATES, "--format", "xml"), 2, "servanda: Invalid value for '--format': 'xml' is not one of"),
        (("query", STATES, "-f", "x.rq"), 2, "servanda: give a question or --file, not both"),
        (("query", "-f", "none.rq"), 2, "servanda: none.rq: the query cannot be read: No such file or directory"),
        (("query", STATES, "--kg", "nowhere"), 1, "servanda: nowhere: no servanda graph here (make one: "),
        (("ask",), 2, "servanda: No such command 'ask'"),
    ],
)  # fmt: skip
def test_every_error_is_one_line_that_says_how_to_mend_it(
    servanda: Servanda, arguments: tuple[str, ...], code: int, said: str
) -> None:
    ended = servanda(*arguments)
    assert ended.code == code
    assert ended.out == ""
    assert ended.err.startswith(said)
    assert ended.err.count("\n") == 1


def test_a_mistake_in_sparql_is_shown_with_a_caret(servanda: Servanda) -> None:
    ended = servanda("query", "SELECT ?s {\n  ?s a ex:State }")
    assert (ended.code, ended.out) == (2, "")
    assert ended.err == (
        "servanda: query:2:8: the prefix 'ex:' is not declared (add a PREFIX line at the top)\n"
        "    ?s a ex:State }\n"
        "         ^\n"
    )


def test_debug_shows_where_it_happened(servanda: Servanda) -> None:
    from graph_builder.errors import UnknownQuery  # noqa: PLC0415

    with pytest.raises(UnknownQuery):
        servanda("query", "nope", "--debug")
