"""The annotated documents: what people read in them lies in what is read here, each statement in one sentence."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from graph_builder.documents import READ_ZONES, Document, Metadata, read_document, read_manifest

pytestmark = pytest.mark.gold


@pytest.fixture(scope="module")
def annotated(gold: Path) -> list[tuple[Document, Document, dict[str, list[dict[str, object]]]]]:
    """Each document read with the manifest and without it, and its annotations."""
    manifest = read_manifest(gold / "manifest.csv")
    found = []
    for path in sorted(gold.glob("*.json")):
        notes = json.loads(path.read_text())
        text = gold / "text" / f"{notes['doc']}.txt"
        found.append((read_document(text, manifest.get(text)), read_document(text), notes))
    assert len(found) >= 40
    return found


def unread(document: Document) -> bytearray:
    """A byte for each code point: 1 where it stands in no read zone and is no white space."""
    hidden = bytearray(b"\1" * len(document.text))
    for block in document.blocks:
        if block.zone in READ_ZONES:
            hidden[block.start : block.end] = bytes(block.end - block.start)
    for at, c in enumerate(document.text):
        if c.isspace():
            hidden[at] = 0
    return hidden


def test_what_is_stated_is_read_and_stands_in_one_sentence(
    annotated: list[tuple[Document, Document, dict[str, list[dict[str, object]]]]],
) -> None:
    total = read = whole = 0
    for document, _, notes in annotated:
        hidden = unread(document)
        for statement in notes["statements"]:
            if statement.get("optional"):
                continue
            start, end = int(str(statement["start"])), int(str(statement["end"]))
            total += 1
            read += not any(hidden[start:end])
            whole += any(s.start <= start and end <= s.end for s in document.sentences)
    # The rest are three statements that run over the items of a list, and one of two sentences.
    assert read >= 0.995 * total
    assert whole >= 0.99 * total


def test_what_is_named_is_read(annotated: list[tuple[Document, Document, dict[str, list[dict[str, object]]]]]) -> None:
    total = read = 0
    for document, _, notes in annotated:
        hidden = unread(document)
        for entity in notes["entities"]:
            forms = entity["forms"] if not entity.get("optional") else []
            assert isinstance(forms, list)
            for form in forms:
                total += 1
                places = [found.span() for found in re.finditer(re.escape(form), document.text)]
                read += any(not any(hidden[start:end]) for start, end in places)
    # The rest are places in datelines.
    assert read >= 0.99 * total


def test_the_furniture_of_a_page_of_a_ministry_and_of_a_paper_is_masked(gold: Path) -> None:
    ministry = read_document(gold / "text" / "000_b7c83f402ef6ed71.txt")
    paper = read_document(gold / "text" / "003_887dc84823ac0362.txt")
    masked = {
        ministry: ["Peace & Stability", "Photo session", "Group photo", "Open a New Window", "Back to"],
        paper: [
            "Prime Minister’s Office",
            "POPULAR",
            "Residence Permits",
            "Filthy Head",
            "RANKING",
            "Urge",
            "Vows",
            "GDP",
        ],
    }
    for document, words in masked.items():
        said = "\n".join(document.quote(s.start, s.end) for s in document.sentences)
        assert [word for word in words if word in said] == []
        assert all(word in document.text for word in words)
    assert ministry.quote(ministry.sentences[-1].start, ministry.sentences[-1].end).startswith("The last meeting")
    assert paper.quote(paper.sentences[-1].start, paper.sentences[-1].end).endswith("the U.S. side.")


def test_what_the_text_tells_of_itself_agrees_with_the_manifest(
    annotated: list[tuple[Document, Document, dict[str, list[dict[str, object]]]]],
) -> None:
    wrong_days = wrong_kinds = days = kinds = 0
    for given, alone, _ in annotated:
        known: Metadata = given.metadata
        found: Metadata = alone.metadata
        assert found.language == "en"
        days += found.issued is not None
        wrong_days += found.issued not in {None, known.issued}
        kinds += found.kind is not None
        wrong_kinds += found.kind not in {None, known.kind}
    # Few documents print their day; those that do are read right. "statement" is a kind the manifest does not use.
    assert days >= 14
    assert wrong_days <= 1
    assert kinds >= 34
    assert wrong_kinds <= 4
