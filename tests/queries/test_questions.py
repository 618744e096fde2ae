"""Each named question against a graph small enough to answer by hand."""

from __future__ import annotations

from pathlib import Path

import pytest
import rdflib
from pyoxigraph import Store

from graph_builder.queries import bind, question, questions, run
from graph_builder.results import Cell

JOINT, NEWS, LATER = "Third Meeting of the Northern Seas Dialogue", "Ice on the agenda", "Statement of the Three"
CENTRE = "Both sides agreed to open a joint ice-watch centre by the end of 2025"
PICTURES = "Norway committed to providing Japan with satellite pictures of the sea ice"
VESSEL = "The Japanese government intends to send Norway a research vessel in 2026"
AGAIN = "Canada, Japan and Norway reaffirmed their commitment to open the joint ice-watch centre by the end of 2025"
STUDY = "Canada pledged to pay for a harbour study in 2026"
FORECAST = "Japan and Norway are expected to announce a joint ice-watch centre"
RADAR = "Norway is expected to promise a radar network by 2027"


def rows(store: Store, name: str, *columns: str, **values: object) -> list[tuple[Cell, ...]]:
    """The rows of a question, the named columns only, days as text."""
    found = run(store, name, values)
    picked = [tuple(record[column] for column in columns) for record in found.records()]
    return [tuple(str(cell) if hasattr(cell, "isoformat") else cell for cell in row) for row in picked]


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        (
            {"actor": "Japan"},
            [
                ("Canada, Japan, Norway", "pledged", "stated", "by the end of 2025", "", AGAIN, LATER),
                ("Japan, Norway", "agreed", "reported", "by the end of 2025", "", CENTRE, JOINT),
                ("Government of Japan", "intended", "reported", "in 2026", "Norway", VESSEL, JOINT),
                ("Japan, Norway", "planned", "expected", None, "", FORECAST, NEWS),
            ],
        ),
        (
            {"actor": "the Japanese government"},
            [("Government of Japan", "intended", "reported", "in 2026", "Norway", VESSEL, JOINT)],
        ),
        (
            {"actor": "Norway", "since": "2024-03", "until": "2024-12-31", "strength": "pledged"},
            [("Norway", "pledged", "reported", None, "Japan", PICTURES, JOINT)],
        ),
        ({"topic": "space"}, [("Norway", "pledged", "reported", None, "Japan", PICTURES, JOINT)]),
        ({"actor": "Canada", "status": "expected"}, []),
    ],
)
def test_commitments_by_actor(store: Store, values: dict[str, object], expected: list[tuple[Cell, ...]]) -> None:
    columns = ("actor", "strength", "status", "due", "to", "quote", "document")
    assert rows(store, "commitments-by-actor", *columns, **values) == expected


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        (
            {"year": 2025},
            [
                ("2025-12-31", "by the end of 2025", "Japan, Norway", "agreed", CENTRE),
                ("2025-12-31", "by the end of 2025", "Canada, Japan, Norway", "pledged", AGAIN),
            ],
        ),
        (
            {"year": "2026"},
            [
                ("2026-12-31", "in 2026", "Government of Japan", "intended", VESSEL),
                ("2026-12-31", "in 2026", "Canada", "pledged", STUDY),
            ],
        ),
        ({"year": 2026, "actor": "Japan"}, [("2026-12-31", "in 2026", "Government of Japan", "intended", VESSEL)]),
        ({"year": 2027, "topic": "maritime"}, []),
        ({"year": 2031}, []),
    ],
)
def test_due_in_a_year(store: Store, values: dict[str, object], expected: list[tuple[Cell, ...]]) -> None:
    assert rows(store, "due-in-year", "due_by", "due", "actor", "strength", "quote", **values) == expected


def test_what_was_expected_and_then_said_is_left_out(store: Store) -> None:
    columns = ("actor", "strength", "relays", "according_to", "quote")
    text = "Joint Statement of the Third Northern Seas Dialogue"
    assert rows(store, "expected-not-stated", *columns) == [("Norway", "planned", text, "", RADAR)]
    assert rows(store, "expected-not-stated", *columns, actor="Japan") == []
    assert rows(store, "expected-not-stated", *columns, since="2024-03") == []


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        ({"words": "RADAR"}, [("Norway", "plan", "planned", "expected", RADAR, 100, 153, None)]),
        (
            {"actor": "Japan", "act": "expressive"},
            [("Japan, Norway", "welcome", "", "reported", "Both sides welcomed the interest of Côte d'Ivoire", 556, 605,
              "https://example.org/joint")],
        ),
        ({"words": "ice-watch", "since": "2025"}, [
            ("Canada, Japan, Norway", "reaffirm-commitment", "pledged", "stated", AGAIN, 0, 106, None)
        ]),
        ({"words": "no such words"}, []),
    ],
)  # fmt: skip
def test_exact_words(store: Store, values: dict[str, object], expected: list[tuple[Cell, ...]]) -> None:
    columns = ("actor", "act", "strength", "status", "quote", "start", "end", "url")
    found = rows(store, "exact-words", *columns, **values)
    assert [tuple(cell or None if column == "strength" else cell for column, cell in zip(columns, row, strict=True))
            for row in found] == [
        tuple(cell or None if column == "strength" else cell for column, cell in zip(columns, row, strict=True))
        for row in expected
    ]  # fmt: skip


def test_offsets_count_in_the_text_that_is_kept_beside_the_graph(kg: Path, store: Store) -> None:
    checked = 0
    for record in run(store, "exact-words").records():
        document = str(record["iri"]).split("/doc/")[1].split("/")[0]
        text = (kg / "texts" / f"{document}.txt").read_bytes().decode()
        start, end = record["start"], record["end"]
        assert isinstance(start, int)
        assert isinstance(end, int)
        assert text[start:end] == record["quote"]
        checked += 1
    assert checked == 9


def test_agencies_at_a_meeting(store: Store) -> None:
    words = "The Ministry of Foreign Affairs of Japan and the Norwegian Coastal Administration took part"
    columns = ("meeting", "held", "agency", "acts_for", "quote")
    both = [
        (JOINT, "2024-03-12", "Ministry of Foreign Affairs (Japan)", "Japan", words),
        (JOINT, "2024-03-12", "Norwegian Coastal Administration", "Norway", words),
    ]
    assert rows(store, "agencies-at-meeting", *columns) == both
    assert rows(store, "agencies-at-meeting", *columns, meeting="third meeting") == both
    assert rows(store, "agencies-at-meeting", *columns, actor="Norway") == both[1:]


def test_posts_held(store: Store) -> None:
    words = "Ms. Ingrid Solberg, State Secretary of the Norwegian Coastal Administration"
    post = "State Secretary, Norwegian Coastal Administration"
    columns = ("person", "post", "acts_for", "on", "former", "quote")
    held = [("Ingrid Solberg", post, "Norway", "2024-03-12", False, words)]
    assert rows(store, "posts-held", *columns) == held
    assert rows(store, "posts-held", *columns, person="solberg") == held
    assert rows(store, "posts-held", *columns, actor="Norwegian Coastal Administration") == held
    assert rows(store, "posts-held", *columns, actor="Japan") == []


def test_topics_rolled_up(store: Store) -> None:
    columns = ("topic", "undertakings", "wordings", "firm", "documents")
    assert rows(store, "topics-rolled-up", *columns) == [
        ("maritime", 4, 6, 3, 4),  # the ice-watch centre is one undertaking in three wordings
        ("defence", 1, 1, 0, 1),
        ("infrastructure and transport", 1, 1, 1, 1),
        ("space", 1, 1, 1, 1),
    ]
    assert rows(store, "topics-rolled-up", *columns, actor="Canada", since=2025) == [
        ("infrastructure and transport", 1, 1, 1, 1),
        ("maritime", 1, 1, 1, 1),
    ]


def test_network_of_actors(store: Store) -> None:
    columns = ("source", "target", "weight", "relation")
    state, cabinet = "https://w3id.org/servanda/id/state/", "https://w3id.org/servanda/id/agency/jpn-government"
    together = [
        (state + "can", state + "jpn", 1, "together"),
        (state + "can", state + "nor", 1, "together"),
        (state + "jpn", state + "nor", 1, "together"),
        (state + "nor", state + "jpn", 1, "owes"),
    ]
    assert rows(store, "network-actors", *columns) == [(cabinet, state + "nor", 1, "owes"), *together]
    rolled = [*together[:2], (state + "jpn", state + "nor", 1, "owes"), *together[2:]]
    assert rows(store, "network-actors", *columns, roll_up=True) == rolled
    assert rows(store, "network-actors", *columns, topic="space") == [together[3]]


def test_the_evidence_of_a_tie_names_each_passage_once(store: Store) -> None:
    found = {
        (r["source"], r["target"], r["relation"]): str(r["evidence"]) for r in run(store, "network-actors").records()
    }
    passages = next(v for (s, t, r), v in found.items() if s.endswith("jpn") and t.endswith("nor") and r == "together")  # type: ignore[union-attr]
    assert len(passages.split()) == len(set(passages.split())) == 3
    assert all("#char=" in passage for passage in passages.split())


VALUES: list[dict[str, str]] = [
    {},
    {"actor": "Japan", "until": "2024", "roll_up": "yes", "meeting": "third meeting", "year": "2026"},
    {"topic": "maritime", "since": "2024-03", "words": "ICE", "act": "commissive", "person": "solberg"},
]


@pytest.fixture(scope="module")
def dataset(kg: Path) -> rdflib.Dataset:
    found = rdflib.Dataset(default_union=True)
    found.parse(data=(kg / "graph.trig").read_text(encoding="utf-8"), format="trig")
    return found


@pytest.mark.filterwarnings("ignore:.* is deprecated:DeprecationWarning")  # rdflib warns of its own calls
@pytest.mark.parametrize("name", [one.name for one in questions()])
def test_rdflib_gives_the_same_rows_in_the_same_order(store: Store, dataset: rdflib.Dataset, name: str) -> None:
    asked = question(name)
    known = {parameter.name for parameter in asked.parameters}
    required = {parameter.name: "2025" for parameter in asked.parameters if parameter.required}
    for chosen in VALUES:
        values = required | {parameter: value for parameter, value in chosen.items() if parameter in known}
        text, _ = bind(store, asked, values)
        ours = run(store, name, values)
        theirs = dataset.query(text)
        assert theirs.vars is not None
        assert [str(variable) for variable in theirs.vars] == list(ours.columns)
        assert [tuple(None if cell is None else cell.toPython() for cell in row) for row in theirs] == list(ours.rows)  # type: ignore[union-attr]
