"""Names against the annotated documents: what people found in them is found, and little else."""

from __future__ import annotations

import csv
import json
import sys
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from graph_builder.documents import Metadata, read_document
from graph_builder.language.names import name_document
from graph_builder.language.records import Names
from tests.language.naming import gazetteer


@pytest.fixture(scope="module")
def tally(gold: Path) -> dict[str, float]:
    """F1 of entities and posts over all documents and over the two seeds, judged as score.py judges a graph."""
    scorer = _scorer(gold)
    with (gold / "manifest.csv").open(encoding="utf-8", newline="") as table:
        rows = {row["file"]: row for row in csv.DictReader(table)}
    every, seeds = scorer.Tally(), scorer.Tally()
    for file in sorted(gold.glob("*.json")):
        truth = json.loads(file.read_text(encoding="utf-8"))
        if not isinstance(truth, dict) or "entities" not in truth:
            continue
        path = gold / "text" / (truth["doc"] + ".txt")
        row = rows.get(path.name, {})
        known = Metadata(
            title=row.get("title") or None,
            issued=row.get("date") or None,
            publisher=row.get("publisher") or None,
            kind=row.get("kind") or None,
        )
        document = read_document(path, known)
        names = name_document(document, gazetteer())
        for one in [every, *([seeds] if truth["doc"].startswith("00") else [])]:
            _count(scorer, one, truth, names)
    return {
        "entities": every.prf("entities")[2],
        "posts": every.prf("posts")[2],
        "seeds entities": seeds.prf("entities")[2],
        "seeds posts": seeds.prf("posts")[2],
    }


def _scorer(gold: Path) -> ModuleType:
    sys.path.insert(0, str(gold))
    try:
        return __import__("score")
    finally:
        sys.path.remove(str(gold))


def _count(scorer: ModuleType, tally: dict[tuple[str, str], int], truth: dict[str, Any], names: Names) -> None:
    """Count entities of the same class with a shared name, and posts of a person with shared head words."""
    cards = {e.id: e for e in names.entities}
    seen = {i for m in names.mentions if m.start < truth["limit"] for i in m.refers_to}
    left = {i: {scorer.key(n) for n in (cards[i].label, *cards[i].names)} for i in sorted(seen)}
    for entity in sorted(truth["entities"], key=lambda e: bool(e.get("optional"))):
        forms = {scorer.key(entity["label"]), *map(scorer.key, entity["forms"])}
        same = (
            i for i, found in left.items() if (found & forms or i == entity["id"]) and cards[i].type == entity["type"]
        )
        hit = next(same, None)
        if hit:
            del left[hit]
        if not entity.get("optional"):
            tally["entities", "gold"] += 1
            tally["entities", "tp"] += hit is not None
            tally["entities", "got"] += hit is not None
    tally["entities", "got"] += len(left)
    people = {e["id"]: {scorer.key(e["label"]), *map(scorer.key, e["forms"])} for e in truth["entities"]}
    told = [(
        {scorer.key(n) for n in (cards[t.person].label, *cards[t.person].names)},
        frozenset(scorer.key(t.post).split()) - scorer.STOP,
    ) for t in names.tenures]  # fmt: skip
    for membership in truth.get("memberships", []):
        want = set(scorer.key(membership["post"]).split()) - scorer.STOP
        who = people.get(membership["person"], set())
        tally["posts", "gold"] += 1
        held = any(n & who and len(w & want) >= 0.6 * min(len(w), len(want)) for n, w in told if w)
        tally["posts", "tp"] += held
        tally["posts", "got"] += held
    everyone = set().union(*people.values()) if people else set()
    posts = {(min(n), w) for n, w in told if n & everyone}
    tally["posts", "got"] += max(0, len(posts) - sum(1 for m in truth.get("memberships", [])))


@pytest.mark.gold
@pytest.mark.parametrize(
    ("what", "least"),
    [("entities", 0.93), ("posts", 0.90), ("seeds entities", 0.95), ("seeds posts", 0.90)],
)
def test_what_people_found_is_found(tally: dict[str, float], what: str, least: float) -> None:
    assert tally[what] >= least, f"{what}: {tally[what]:.3f}"
