"""The sample corpus: each digest says what it is, tells it in words of its own, and is short."""

from __future__ import annotations

import csv
import json
import re
from datetime import date
from pathlib import Path

import pytest

from graph_builder.assets import SAMPLE

DIGESTS = sorted(SAMPLE.glob("*.md"))
KINDS = {"joint-statement", "press-release", "news-report"}
each_digest = pytest.mark.parametrize("path", DIGESTS, ids=lambda path: path.stem)


def head_and_body(path: Path) -> tuple[dict[str, str], str]:
    _, head, body = path.read_text(encoding="utf-8").split("---\n", 2)
    fields = dict(line.split(": ", 1) for line in head.splitlines())
    return {key: value.strip('"') for key, value in fields.items()}, body.strip()


def words(text: str) -> list[str]:
    return re.findall(r"[a-z0-9]+", text.lower())


def test_the_story_has_at_least_ten_chapters() -> None:
    assert len(DIGESTS) >= 10


@each_digest
def test_a_digest_names_its_original(path: Path) -> None:
    head, _ = head_and_body(path)
    assert list(head) == ["title", "url", "publisher", "date", "kind", "digest"]
    assert head["url"].startswith("https://")
    assert head["kind"] in KINDS
    assert head["digest"] == "true"
    assert date.fromisoformat(head["date"]) <= date(2025, 12, 31)


@each_digest
def test_a_digest_bears_its_date_in_its_name_so_that_a_listing_is_a_timeline(path: Path) -> None:
    head, _ = head_and_body(path)
    assert path.stem.startswith(head["date"])


@each_digest
def test_a_digest_is_short_and_ends_in_a_sentence(path: Path) -> None:
    _, body = head_and_body(path)
    assert 100 <= len(body.split()) <= 450
    assert body.endswith(".")
    assert max(map(len, body.splitlines())) < 1200


def test_no_two_digests_have_one_title_and_one_date() -> None:
    seen = [(head["title"], head["date"]) for head, _ in map(head_and_body, DIGESTS)]
    assert len(seen) == len(set(seen))


@pytest.mark.parametrize(
    ("subject", "at_least"),
    [
        ("Comprehensive Dialogue on Space", 6),
        ("Senkaku Islands", 5),
        ("Futenma", 4),
        ("Artemis", 4),
        ("Gateway", 3),
        ("xtended deterrence", 5),
        ("Outer Space Treaty", 1),
        ("cyber", 6),
        ("Quad", 4),
    ],
)
def test_the_same_commitments_come_back(subject: str, at_least: int) -> None:
    assert sum(subject in path.read_text(encoding="utf-8") for path in DIGESTS) >= at_least


def test_the_list_in_the_readme_is_the_folder() -> None:
    readme = (SAMPLE.parent / "README.md").read_text(encoding="utf-8")
    listed = re.findall(r"^\| (\d{4}-\d\d-\d\d) \|", readme, flags=re.MULTILINE)
    assert listed == [path.name[:10] for path in DIGESTS]
    assert f"holds {len(DIGESTS)} digests" in readme


@pytest.mark.gold
def test_no_run_of_twelve_words_is_an_original_s(gold: Path) -> None:
    length = 12
    with (gold / "manifest.csv").open(encoding="utf-8", newline="") as manifest:
        names = {row["title"] for row in csv.DictReader(manifest)}
    for annotated in gold.glob("*.json"):
        for entity in json.loads(annotated.read_text(encoding="utf-8")).get("entities", []):
            names.update((entity["label"], *entity["forms"]))
    masks = sorted((" ".join(words(name)) for name in names if len(words(name)) > 3), key=len, reverse=True)

    def runs(text: str) -> set[tuple[str, ...]]:
        flat = " ".join(words(text))
        for mask in masks:  # names and titles are facts
            flat = flat.replace(mask, "|")
        parts = flat.split()
        every = (tuple(parts[i : i + length]) for i in range(len(parts) - length + 1))
        return {run for run in every if "|" not in run}

    originals = {run for path in (gold / "text").glob("*.txt") for run in runs(path.read_text(encoding="utf-8"))}
    for path in DIGESTS:
        assert not runs(head_and_body(path)[1]) & originals, path.name
