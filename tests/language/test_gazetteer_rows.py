"""The shipped tables: every row is found by its own names, every reference leads somewhere, every id keeps the rule."""

from __future__ import annotations

import csv
import json
import os
import re
from collections import Counter
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph_builder import assets
from graph_builder.language.gazetteer import load_gazetteer
from graph_builder.language.gazetteer_finder import words_of
from graph_builder.language.slugs import slug

FOLDER = assets.ONTOLOGY / "gazetteer"
GAZETTEER = load_gazetteer()
GOLD = Path(os.environ.get("SERVANDA_GOLD", assets.ROOT.parent / "shared" / "gold"))


def rows(table: str) -> list[dict[str, str]]:
    with (FOLDER / table).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


@pytest.mark.parametrize(
    ("table", "least"),
    [
        ("states.csv", 249),
        ("agencies.csv", 300),
        ("organizations.csv", 300),
        ("forums.csv", 60),
        ("treaties.csv", 100),
        ("places.csv", 500),
        ("rosters.csv", 500),
        ("bodies.csv", 30),
        ("titles.csv", 200),
        ("portfolios.csv", 200),
    ],
)
def test_the_tables_cover_the_world(table: str, least: int) -> None:
    assert len(rows(table)) >= least


def test_many_newspapers_and_agencies_are_listed_as_publishers() -> None:
    assert sum(row["kind"] == "media" for row in rows("organizations.csv")) >= 120


@pytest.mark.parametrize("table", ["states", "agencies", "organizations", "forums", "treaties", "places"])
def test_ids_are_slugs_and_rows_are_in_order(table: str) -> None:
    ids = [row["id"] for row in rows(f"{table}.csv")]
    assert ids == sorted(ids)
    assert [id_ for id_ in ids if slug(id_.partition("/")[2]) != id_.partition("/")[2]] == []


def test_an_agency_acts_for_the_state_in_its_id() -> None:
    wrong = [
        row["id"]
        for row in rows("agencies.csv")
        if GAZETTEER.entities[row["id"]].acts_for != "state/" + row["id"][7:10]
        or "state/" + row["id"][7:10] not in GAZETTEER.entities
    ]
    assert wrong == []


@pytest.mark.parametrize("scheme", ["actor-type", "text-type"])
def test_every_kind_is_a_concept_of_its_scheme(scheme: str) -> None:
    turtle = (assets.ONTOLOGY / "schemes" / f"{scheme}.ttl").read_text(encoding="utf-8")
    concepts = {f"{scheme}/{name}" for name in re.findall(rf"^{scheme}:([a-z-]+) a skos:Concept", turtle, re.MULTILINE)}
    kinds = {card.kind for card in GAZETTEER.entities.values() if card.kind and card.kind.startswith(scheme)}
    assert len(kinds) > 2
    assert sorted(kinds - concepts) == []


def test_every_label_is_found_as_the_whole_name_that_it_is() -> None:
    lost = []
    for table in ("states", "agencies", "organizations", "forums", "treaties", "places"):
        for row in rows(f"{table}.csv"):
            found = list(GAZETTEER.find(row["label"]))
            if (
                len(found) != 1
                or row["id"] not in found[0].ids
                or (found[0].start, found[0].end) != (0, len(row["label"]))
            ):
                lost.append((row["id"], [f.ids for f in found]))
    assert lost == []


def test_labels_tell_entities_apart() -> None:
    labels = Counter(GAZETTEER.entities[id_].label for id_ in GAZETTEER.entities if not id_.startswith("place/"))
    assert [label for label, count in labels.items() if count > 1] == []


def test_no_name_is_written_twice_in_a_row() -> None:
    twice = []
    for table in ("states", "agencies", "organizations", "forums", "treaties", "places"):
        for row in rows(f"{table}.csv"):
            names = [row["label"], *row.get("names", "").split("|"), *row.get("acronyms", "").split("|")]
            repeated = [name for name, count in Counter(filter(None, names)).items() if count > 1]
            twice += [(row["id"], repeated)] if repeated else []
    assert twice == []


def test_ambiguous_names_are_borne_by_two_rows_at_least() -> None:
    for row in rows("ambiguous.csv"):
        assert len(GAZETTEER.by_name(row["name"])) > 1, row["name"]


def test_titles_say_for_whom_their_holder_acts() -> None:
    assert set(GAZETTEER.titles.values()) == {"state", "organization", "nobody"}
    assert GAZETTEER.titles["Prime Minister"] == "state"
    assert GAZETTEER.titles["Secretary-General"] == "organization"
    assert GAZETTEER.titles["Professor"] == "nobody"
    assert GAZETTEER.titles["Defence Minister"] == GAZETTEER.titles["Defense Minister"]


def test_portfolios_come_longest_first_in_both_spellings() -> None:
    lengths = [len(name) for name in GAZETTEER.portfolios]
    assert lengths == sorted(lengths, reverse=True)
    assert {"Trade, Industry and Energy", "National Defense", "National Defence"} <= set(GAZETTEER.portfolios)


@pytest.mark.parametrize(
    ("group", "on", "member", "belongs"),
    [
        ("forum/g7", "2013-06-17", "state/rus", True),
        ("forum/g7", "2014-06-04", "state/rus", False),
        ("org/european-union", "2020-01-31", "state/gbr", True),
        ("org/european-union", "2020-02-01", "state/gbr", False),
        ("org/european-union", "2003-01-01", "state/pol", False),
        ("org/nato", "2023-04-03", "state/fin", False),
        ("org/nato", "2023-04-04", "state/fin", True),
        ("org/asean", "2025-10-25", "state/tls", False),
        ("org/asean", "2025-10-26", "state/tls", True),
        ("forum/brics", "2023-12-31", "state/egy", False),
        ("forum/brics", "2024-01-01", "state/egy", True),
        ("org/economic-community-of-west-african-states", "2024-06-01", "state/mli", True),
        ("org/economic-community-of-west-african-states", "2025-06-01", "state/mli", False),
    ],
)
def test_membership_has_its_dates(group: str, on: str, member: str, belongs: bool) -> None:
    assert (member in GAZETTEER.members(group, on)) is belongs
    assert (member in GAZETTEER.members(group, date.fromisoformat(on))) is belongs


@pytest.mark.parametrize(
    ("group", "count"),
    [
        ("forum/g7", 7), ("forum/quad", 4), ("forum/aukus", 3), ("org/european-union", 27), ("org/nato", 32),
        ("org/asean", 11), ("forum/g20", 21), ("org/gulf-cooperation-council", 6), ("org/african-union", 55),
        ("org/pacific-islands-forum", 18), ("forum/five-eyes", 5), ("org/league-of-arab-states", 22),
        ("forum/apec", 21),
    ],
)  # fmt: skip
def test_groups_have_so_many_members_now(group: str, count: int) -> None:
    assert len(GAZETTEER.members(group)) == count


def test_every_tenure_ends_after_it_begins() -> None:
    wrong = [row for row in rows("rosters.csv") if row["from"] and row["to"] and row["from"] >= row["to"]]
    assert wrong == []


@given(st.sampled_from(sorted(GAZETTEER.entities)), st.sampled_from(["{}", "The {}.", "“{}”,", "({})", "\n{}\n\nNext"]))
def test_a_label_is_found_in_any_frame(id_: str, frame: str) -> None:
    label = GAZETTEER.entities[id_].label
    if "(" in label:
        return
    text = frame.replace("{}", label)
    assert any(id_ in found.ids and label in text[found.start : found.end] for found in GAZETTEER.find(text))


@given(st.text(max_size=200))
def test_spans_are_in_order_and_inside_any_text(text: str) -> None:
    end = 0
    for found in GAZETTEER.find(text):
        assert end <= found.start < found.end <= len(text)
        end = found.end


@given(st.sampled_from(sorted(GAZETTEER.entities)))
def test_state_of_leads_to_a_listed_party(id_: str) -> None:
    party = GAZETTEER.state_of(id_)
    assert party is None or party in GAZETTEER.entities


def test_names_hold_no_person_and_no_dated_meeting() -> None:
    dated = [id_ for id_ in GAZETTEER.entities if re.search(r"-(?:19|20)\d\d-\d\d", id_)]
    assert dated == []
    assert not [id_ for id_ in GAZETTEER.entities if id_.startswith(("person/", "event/"))]


@pytest.mark.gold
@pytest.mark.skipif(not GOLD.is_dir(), reason="SERVANDA_GOLD is not set and ../shared/gold is not there")
def test_states_of_the_annotated_documents_are_known() -> None:
    known = total = 0
    for file in sorted(GOLD.glob("*.json")):
        for entity in json.loads(file.read_text(encoding="utf-8")).get("entities", ()):
            if entity["type"] == "State":
                total += 1
                known += all(entity["id"] in GAZETTEER.by_name(form) for form in entity["forms"])
    assert known / total > 0.97


def test_words_of_plain_and_odd_names_agree_with_the_text_reader() -> None:
    assert words_of("Ministry of Defence") == words_of("Ministry  of Defense")
