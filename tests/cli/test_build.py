"""``build``, ``remove``, ``validate`` and ``draw`` on documents of our own; the surface grammar reads them quickly."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from typing import Protocol

import pytest


class Ended(Protocol):
    code: int
    out: str
    err: str


class Servanda(Protocol):
    def __call__(self, *arguments: str, stdin: str = "") -> Ended: ...


FIRST = "Peru and Chile agreed to share radar data by 2031. Peru thanked Fiji.\n"
FRENCH = """Le Pérou et le Chili ont décidé de partager leurs données et de se revoir à Lima. Les ministres se sont \
félicités de la coopération entre les deux pays dans ce domaine.
"""
SECOND = "Fiji pledged to plant mangroves in 2030.\n"


@pytest.fixture
def docs(tmp_path: Path) -> Path:
    folder = tmp_path / "docs"
    folder.mkdir()
    (folder / "first.txt").write_text(FIRST, encoding="utf-8")
    (folder / "second.txt").write_text(SECOND, encoding="utf-8")
    return folder


def test_a_build_tells_what_it_did_and_prints_no_data(servanda: Servanda, docs: Path, tmp_path: Path) -> None:
    kg = str(tmp_path / "kg")
    ended = servanda("build", str(docs), "-o", kg, "--parser", "none", "--validate")
    assert (ended.code, ended.out) == (0, "")
    lines = ended.err.splitlines()
    assert lines[0].startswith("2 sources: 2 read (")
    assert lines[1].startswith("graph: 2 documents, 3 actors, 2 commitments in 3 statements; 100% of the statements")
    assert lines[2].startswith("engines: surface grammar alone: no parser model")
    assert lines[3] == "shapes: 0 findings"
    assert lines[4] == f"saved in {kg}: graph.trig, store, texts"
    asked = servanda("query", "due-in-year", "--year", "2031", "--kg", kg, "--format", "tsv")
    assert asked.out.splitlines()[1].split("\t")[2:5] == ["Chile, Peru", "share radar data by 2031", "agreed"]
    again = servanda("build", str(docs), "-o", kg, "--parser", "none")
    assert again.err.startswith("2 sources: 2 unchanged (")


def test_what_cannot_be_read_is_named_and_the_rest_is_built(servanda: Servanda, docs: Path, tmp_path: Path) -> None:
    (docs / "empty.txt").write_bytes(b"")
    (docs / "copy.txt").write_text(FIRST, encoding="utf-8")
    (docs / "a\x1b[31m\nb.txt").write_bytes(b"\x00\x01\x02\x03")
    ended = servanda("build", str(docs), "-o", str(tmp_path / "kg"), "--parser", "none")
    assert (ended.code, ended.out) == (3, "")
    assert f"rejected: {docs}/empty.txt: empty\n" in ended.err
    assert "\x1b" not in ended.err
    assert "same text as" in ended.err
    assert "5 sources: 2 read, 1 duplicate, 2 rejected (" in ended.err
    assert ended.err.splitlines()[-1].endswith("graph.trig, store, texts, rejects.csv")


@pytest.mark.parametrize(
    ("content", "code", "said"),
    [("", 1, "rejected: "), (FRENCH, 1, "not English: ")],
)
def test_where_nothing_comes_of_it_the_build_has_failed(
    servanda: Servanda, tmp_path: Path, content: str, code: int, said: str
) -> None:
    (tmp_path / "only.txt").write_text(content, encoding="utf-8")
    ended = servanda("build", str(tmp_path / "only.txt"), "-o", str(tmp_path / "kg"), "--parser", "none")
    assert (ended.code, ended.out) == (code, "")
    assert ended.err.startswith(said)


def test_a_pipe_goes_in_and_a_pipe_comes_out() -> None:
    command = [sys.executable, "-m", "graph_builder", "build", "-", "-o", "-", "--parser", "none"]
    ended = subprocess.run(command, input=SECOND.encode(), capture_output=True, check=True)
    assert b'"plant mangroves in 2030"@en' in ended.stdout
    assert b"1 source: 1 read" in ended.stderr


def test_a_folder_that_is_not_ours_is_left_alone(servanda: Servanda, docs: Path, tmp_path: Path) -> None:
    ended = servanda("build", str(docs), "-o", str(tmp_path), "--parser", "none")
    assert (ended.code, ended.out) == (1, "")
    assert ended.err.startswith(f"servanda: {tmp_path}: holds files that servanda did not write")
    assert ended.err.count("\n") == 1
    nothing = servanda("build", str(tmp_path / "nowhere"), "-o", str(tmp_path / "kg"), "--parser", "none")
    assert nothing.code == 1


def test_a_document_can_be_taken_out_again(servanda: Servanda, docs: Path, tmp_path: Path) -> None:
    kg = str(tmp_path / "kg")
    servanda("build", str(docs), "-o", kg, "--parser", "none")
    ended = servanda("remove", "second.txt", "--kg", kg)
    assert (ended.code, ended.out, ended.err) == (0, "", f"removed {docs}/second.txt\n")
    assert servanda("query", "exact-words", "--kg", kg, "--format", "ndjson").out.count("\n") == 2
    missing = servanda("remove", "second.txt", "--kg", kg)
    assert (missing.code, missing.out) == (1, "")
    assert "no one document 'second.txt' in this graph" in missing.err
    (docs / "first.txt").unlink()
    gone = servanda("build", str(docs), "-o", kg, "--parser", "none")
    assert f"gone: {docs}/first.txt: its source was not given; --prune takes it out\n" in gone.err
    assert f"removed: {docs}/first.txt\n" in servanda("build", str(docs), "-o", kg, "--parser", "none", "--prune").err


def test_a_graph_is_checked_against_the_shapes(servanda: Servanda, docs: Path, tmp_path: Path) -> None:
    kg = tmp_path / "kg"
    servanda("build", str(docs), "-o", str(kg), "--parser", "none")
    ended = servanda("validate", "--kg", str(kg))
    assert (ended.code, ended.out, ended.err) == (0, "", f"{kg} conforms to the shapes\n")
    broken = tmp_path / "broken.ttl"
    broken.write_text(
        "<https://w3id.org/servanda/id/state/xxx> a <https://w3id.org/servanda/ns#State> .\n", encoding="utf-8"
    )
    found = servanda("validate", str(broken), "--format", "tsv")
    assert found.code == 5
    assert found.out.startswith("severity\tgraph\tfocus\tpath\tvalue\tmessage\tshape\n")
    assert "state/xxx" in found.out


def test_a_page_is_drawn_to_a_file_or_to_stdout(servanda: Servanda, tmp_path: Path) -> None:
    page = tmp_path / "page.html"
    ended = servanda("draw", "-o", str(page), "--title", "Northern seas")
    assert (ended.code, ended.out) == (0, "")
    assert ended.err.startswith(f"{page}: ")
    html = page.read_text(encoding="utf-8")
    assert "Northern seas" in html
    assert "<script>alert" not in html
    assert servanda("draw", "-o", "-", "--title", "Northern seas").out == html
    failed = servanda("draw", "-o", str(page / "page.html"))
    assert failed.code == 1
    assert failed.err.count("\n") == 1
