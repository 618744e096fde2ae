"""``show`` and ``analyze``: the card of a thing, the figures of a network."""

from __future__ import annotations

import json
from typing import Protocol

import pytest


class Ended(Protocol):
    code: int
    out: str
    err: str


class Servanda(Protocol):
    def __call__(self, *arguments: str, stdin: str = "") -> Ended: ...


CARD = """\
Government of Japan
agency · agency/jpn-government
  kind        government
  also called Japanese government
  acts for    Japan

undertakes  1
"""


def test_the_card_of_an_actor_says_what_is_known_and_quotes_what_is_said(servanda: Servanda) -> None:
    ended = servanda("show", "the Japanese government")
    assert ended.code == 0
    assert ended.out.startswith(CARD)
    assert "“The Japanese government intends to send Norway a research vessel in 2026”" in ended.out


def test_a_card_is_short_and_says_how_to_see_all(servanda: Servanda) -> None:
    ended = servanda("show", "Norway", "--limit", "1")
    assert "undertakes  first 1 of more\n" in ended.out
    assert "all: servanda query commitments-by-actor --actor state/nor --kg" in ended.err


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("third meeting", ["meeting · event/northern-seas-dialogue/3", "led by      Ingrid Solberg"]),
        ("Solberg", ["person · person/solberg-ingrid", "acts for    Norway", "State Secretary, Norwegian Coastal"]),
        ("joint statement of the third northern seas dialogue", ["instrument · ", "what is said of it  1"]),
        ("state/jpn", ["state · state/jpn", "named in  3"]),
    ],
)  # fmt: skip
def test_there_is_a_card_for_everything_that_bears_a_name(servanda: Servanda, name: str, said: list[str]) -> None:
    ended = servanda("show", name)
    assert ended.code == 0
    for words in said:
        assert words in ended.out


def test_a_name_that_several_bear_is_not_guessed(servanda: Servanda) -> None:
    ended = servanda("show", "Ministry of Foreign Affairs")
    assert (ended.code, ended.out) == (1, "")
    assert "'Ministry of Foreign Affairs' may be any of 2: " in ended.err
    assert "agency/jpn-ministry-of-foreign-affairs" in ended.err
    unknown = servanda("show", "Jappan")
    assert (unknown.code, unknown.out) == (2, "")
    assert "(did you mean Japan?)" in unknown.err


def test_a_card_for_programs(servanda: Servanda) -> None:
    card = json.loads(servanda("show", "Norway", "--format", "json").out)
    assert card["iri"] == "https://w3id.org/servanda/id/state/nor"
    assert card["type"] == "State"
    assert list(card["sections"]) == ["undertakes", "posts", "named in"]
    assert all(row["quote"] for row in card["sections"]["undertakes"])
    rows = servanda("show", "Norway", "--format", "tsv").out.splitlines()
    assert rows[0].split("\t") == ["section", "quote", "start", "end", "document", "issued"]
    assert rows[1].startswith("undertakes\tCanada, Japan and Norway reaffirmed")


def test_a_network_is_measured_and_every_measure_is_explained(servanda: Servanda) -> None:
    ended = servanda("analyze", "--roll-up")
    assert ended.code == 0
    head, _rule, *rows = ended.out.splitlines()[2:]
    assert head.split() == ["actor", "degree", "strength", "betweenness", "pagerank", "community"]
    assert [row.split()[0] for row in rows] == ["Japan", "Norway", "Canada"]
    assert ended.err.startswith("3 actors, 5 ties of weight 5, ")
    for measure in ("degree", "strength", "betweenness", "pagerank", "community"):
        assert f"\n  {measure}: " in ended.err


def test_any_question_with_two_ends_is_a_network(servanda: Servanda) -> None:
    text = "SELECT ?source ?target { ?source srv:actsFor ?target }"
    ended = servanda("analyze", text, "--format", "tsv", "--top", "1")
    assert ended.out.splitlines()[1].split("\t")[:2] == ["Japan", "2"]
    assert "first 1 of more: --top 0 gives all" in ended.err
    wrong = servanda("analyze", "SELECT ?s { ?s a srv:State }")
    assert (wrong.code, wrong.out) == (2, "")
    assert "a network needs the column source" in wrong.err
    nothing = servanda("analyze", "--topic", "health", "--fail-empty")
    assert nothing.code == 4
