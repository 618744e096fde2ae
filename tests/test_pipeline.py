"""Documents in, graph out: every source is accounted for, and the same input gives the same bytes."""

from __future__ import annotations

import csv
import hashlib
import os
import shutil
import subprocess
import sys
import time
from dataclasses import replace
from pathlib import Path

import pytest
from pyoxigraph import NamedNode, Quad

from graph_builder import pipeline
from graph_builder.documents import Document, document_of_text
from graph_builder.errors import InputError, MalformedTable, MissingExtra, NothingToRead, NotOurFolder
from graph_builder.graph import iris
from graph_builder.graph.store import ledger, open_store
from graph_builder.intake import Intake
from graph_builder.pipeline import Tools, build, remove
from graph_builder.report import BuildReport
from graph_builder.statements.records import Reading

_STATES = ["Kenya", "Ghana", "Peru", "Fiji", "Malta", "Nepal", "Oman", "Togo", "Chad", "Cuba", "Iraq", "Laos"]


def a_text(number: int) -> str:
    """A short document that no other is like."""
    one, two = _STATES[number % 12], _STATES[(number + 5) % 12]
    return (
        f"Joint Statement of {one} and {two}, No. {number}\n\n{number % 28 + 1} May 20{number % 20 + 10}\n\n"
        f"{one} and {two} agreed to survey {number + 3} reefs by 20{number % 20 + 12}. "
        f"{one} welcomed the report of {two}. The two sides will open an office in Geneva.\n"
    )


@pytest.fixture
def texts(tmp_path: Path) -> Path:
    """A folder of six documents."""
    folder = tmp_path / "texts"
    folder.mkdir()
    for number in range(6):
        (folder / f"{number}.txt").write_text(a_text(number), encoding="utf-8")
    return folder


@pytest.fixture(scope="module")
def ready(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The graph of six documents like those of ``texts``, built once."""
    folder = tmp_path_factory.mktemp("ready")
    for number in range(6):
        (folder / f"{number}.txt").write_text(a_text(number), encoding="utf-8")
    built(folder, folder / "kg")
    return folder / "kg"


@pytest.fixture
def kg(ready: Path, tmp_path: Path) -> Path:
    """A graph of the six documents, to be changed."""
    return shutil.copytree(ready, tmp_path / "kg")


def bytes_of(folder: Path) -> str:
    return hashlib.sha256((folder / "graph.trig").read_bytes()).hexdigest()


def built(inputs: Path | list[Path], output: Path, **options: object) -> BuildReport:
    given = inputs if isinstance(inputs, list) else [inputs]
    return build(given, output, **({"parser": "none", "debug": True} | options))  # type: ignore[arg-type]


def test_a_build_leaves_a_graph_a_store_the_texts_and_the_rejects(texts: Path, tmp_path: Path) -> None:
    report = built(texts, tmp_path / "kg")
    assert {path.name for path in (tmp_path / "kg").iterdir()} == {
        ".servanda", "graph.trig", "rejects.csv", "store", "texts",
    }  # fmt: skip
    assert len(report.read) == report.documents == report.sources == 6
    assert report.statements > 0
    assert report.commitments > 0
    assert report.actors >= 7
    assert report.coverage == 1.0
    assert report.engines.names == ("surface",)
    kept = {path.read_bytes() for path in (tmp_path / "kg" / "texts").iterdir()}
    assert kept == {path.read_bytes() for path in texts.iterdir()}


def test_the_graph_keeps_to_the_shapes(texts: Path, tmp_path: Path) -> None:
    assert built(texts, tmp_path / "kg", validate=True).violations == 0


def test_what_is_unchanged_is_not_read_again(texts: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first = built(texts, tmp_path / "kg")
    before = bytes_of(tmp_path / "kg")

    def never(document: Document, tools: Tools) -> Reading:
        raise AssertionError(f"{document.name} was read again")

    monkeypatch.setattr(pipeline, "read_text", never)
    second = built(texts, tmp_path / "kg")
    assert second.unchanged == first.read
    assert second.read == ()
    assert bytes_of(tmp_path / "kg") == before


@pytest.mark.parametrize("change", ["rules", "force", "moment"])
def test_other_rules_or_force_read_all_again(
    texts: Path, kg: Path, monkeypatch: pytest.MonkeyPatch, change: str
) -> None:
    if change == "rules":
        monkeypatch.setattr(pipeline, "rules_digest", lambda own: "0" * 64)
    if change == "moment":
        monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")
    report = built(texts, kg, force=change == "force")
    assert len(report.read) == (0 if change == "moment" else 6)


def test_one_changed_document_is_read_and_the_old_one_taken_out(texts: Path, kg: Path, tmp_path: Path) -> None:
    (texts / "3.txt").write_text(a_text(99), encoding="utf-8")
    report = built(texts, kg, prune=True)
    assert report.read == (str(texts / "3.txt"),)
    assert [Path(name).name for name in report.removed] == ["3.txt"]
    assert len(report.unchanged) == 5
    built(texts, tmp_path / "fresh")
    assert bytes_of(kg) == bytes_of(tmp_path / "fresh")


def test_a_document_whose_source_is_gone_stays_until_it_is_pruned(texts: Path, kg: Path, tmp_path: Path) -> None:
    (texts / "0.txt").unlink()
    kept = built(texts, kg)
    assert [Path(name).name for name in kept.gone] == ["0.txt"]
    assert kept.documents == 6
    pruned = built(texts, kg, prune=True)
    assert pruned.removed == kept.gone
    assert pruned.documents == 5
    built(texts, tmp_path / "fresh")
    assert bytes_of(kg) == bytes_of(tmp_path / "fresh")


def test_a_folder_that_moved_is_the_same_corpus(texts: Path, kg: Path, tmp_path: Path) -> None:
    before = bytes_of(kg)
    moved = texts.rename(tmp_path / "archive")
    report = built(moved, kg)
    assert len(report.unchanged) == 6
    assert report.gone == ()
    assert bytes_of(kg) == before
    assert remove([str(moved / "2.txt")], kg) == (str(moved / "2.txt"),)


def test_one_text_is_read_once(texts: Path, tmp_path: Path) -> None:
    shutil.copy(texts / "1.txt", texts / "copy.txt")
    words = a_text(50).replace("office", "café")
    (texts / "new.txt").write_bytes(words.encode("utf-8"))
    (texts / "old.txt").write_bytes(words.encode("cp1252"))
    report = built(texts, tmp_path / "kg")
    assert report.documents == len(report.read) == 7
    assert {Path(double.name).name for double in report.duplicates} < {"1.txt", "copy.txt", "new.txt", "old.txt"}
    assert len(report.duplicates) == 2
    for double in report.duplicates:
        assert double.of in report.read
        assert double.name not in report.read


@pytest.mark.parametrize("order", [1, 2])
def test_duplicates_fall_out_the_same_in_any_order(texts: Path, tmp_path: Path, order: int) -> None:
    words = a_text(50).replace("office", "café")
    paths = [texts / "new.txt", texts / "old.txt", texts / "1.txt"]
    paths[0].write_bytes(words.encode("utf-8"))
    paths[1].write_bytes(words.encode("cp1252"))
    built(paths, tmp_path / "kg")
    for path in (*paths[order:], *paths[:order]):
        built([path], tmp_path / "step")
    built(paths, tmp_path / "step")
    assert bytes_of(tmp_path / "step") == bytes_of(tmp_path / "kg")


def test_hostile_sources_are_each_one_line_or_one_document(texts: Path, tmp_path: Path) -> None:
    (texts / "empty.txt").write_bytes(b"")
    (texts / "blank.txt").write_bytes(b" \n\n")
    (texts / "binary.txt").write_bytes(bytes(range(256)) * 40)
    (texts / "latin.txt").write_bytes(a_text(40).replace("office", "bâtiment").encode("cp1252"))
    (texts / "broken.pdf").write_bytes(b"%PDF-1.7\n1 0 obj\n<<")
    os.mkfifo(texts / "pipe.txt")
    (texts / "nowhere.txt").symlink_to(texts / "nothing")
    (texts / "loop.txt").symlink_to(texts / "loop.txt")
    (texts / 'a "name"\nof two lines.txt').write_text(a_text(41), encoding="utf-8")
    Path(os.fsdecode(os.fsencode(texts) + b"/caf\xe9.txt")).write_text(a_text(42), encoding="utf-8")
    (texts / "french.txt").write_text(
        "Les deux ministres ont salué la signature de l'accord et se sont engagés à poursuivre leurs échanges. "
        "Ils ont aussi décidé de se réunir chaque année dans l'une des deux capitales.\n" * 4,
        encoding="utf-8",
    )
    shutil.copy(texts / "1.txt", texts / "copy.txt")
    report = built(texts, tmp_path / "kg", debug=False)
    files = len(list(texts.iterdir()))
    assert report.sources == len(report.read) + len(report.rejects) + len(report.duplicates) == files
    assert report.documents == len(report.read) == 6 + 3
    assert all(reject.reason and "\n" not in reject.name + reject.reason for reject in report.rejects)
    assert [Path(reject.name).name for reject in report.other_languages] == ["french.txt"]
    with (tmp_path / "kg" / "rejects.csv").open(encoding="utf-8", newline="") as table:
        rows = list(csv.DictReader(table))
    assert len(rows) == len(report.rejects) + len(report.duplicates)
    assert {row["outcome"] for row in rows} == {"rejected", "language", "duplicate"}


def test_an_error_of_our_own_costs_one_document(texts: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    whole = pipeline.read_text

    def fragile(document: Document, tools: Tools) -> Reading:
        if document.name.endswith("2.txt"):
            raise KeyError("no such thing")
        return whole(document, tools)

    built(texts, tmp_path / "kg")
    monkeypatch.setattr(pipeline, "read_text", fragile)
    report = built(texts, tmp_path / "kg", debug=False, force=True)
    (reject,) = report.rejects
    assert reject.reason == "internal error, please report it: KeyError: 'no such thing'"
    assert report.documents == 5
    assert report.removed == (str(texts / "2.txt"),)
    with pytest.raises(KeyError):
        built(texts, tmp_path / "other", debug=True)


def test_each_source_is_told_as_it_is_done(texts: Path, tmp_path: Path) -> None:
    told: list[tuple[int, int, str]] = []
    built(texts, tmp_path / "kg", progress=lambda *step: told.append(step))
    assert told == [(number + 1, 6, str(texts / f"{number}.txt")) for number in range(6)]


def test_time_is_told_only_where_it_is_given(texts: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
    built(texts, tmp_path / "timeless")
    assert b"generatedAtTime" not in (tmp_path / "timeless" / "graph.trig").read_bytes()
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")
    built(texts, tmp_path / "dated")
    assert (
        b'prov:generatedAtTime "2023-11-14T22:13:20Z"^^xsd:dateTime' in (tmp_path / "dated" / "graph.trig").read_bytes()
    )
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "yesterday")
    with pytest.raises(InputError, match="SOURCE_DATE_EPOCH is 'yesterday'"):
        built(texts, tmp_path / "other")


def test_the_provenance_tells_the_engines(kg: Path) -> None:
    written = (kg / "graph.trig").read_text(encoding="utf-8")
    assert "prov:wasInformedBy <engine/surface>" in written
    assert "<engine/dependency>" not in written


def test_nothing_to_read_is_said(tmp_path: Path) -> None:
    (tmp_path / "texts").mkdir()
    with pytest.raises(NothingToRead, match="no document was found"):
        built(tmp_path / "texts", tmp_path / "kg")
    assert not (tmp_path / "kg").exists()


def test_what_is_asked_for_and_not_there_is_said_before_a_folder_is_touched(texts: Path, tmp_path: Path) -> None:
    for parser in ("en_core_web_none", "no.such.model"):
        with pytest.raises(MissingExtra, match=f"'{parser}' is not installed"):
            built(texts, tmp_path / "kg", parser=parser)
    with pytest.raises(InputError, match="no folder with tables of names"):
        built(texts, tmp_path / "kg", gazetteer=tmp_path / "names")
    (tmp_path / "names").mkdir()
    (tmp_path / "names" / "states.csv").write_text("nothing,of,the,kind\n1,2\n", encoding="utf-8")
    with pytest.raises(MalformedTable, match=r"states\.csv"):
        built(texts, tmp_path / "kg", gazetteer=tmp_path / "names")
    (tmp_path / "corpus.csv").write_text("no,columns\n", encoding="utf-8")
    with pytest.raises(MalformedTable, match=r"corpus\.csv:1"):
        built(texts, tmp_path / "kg", manifest=tmp_path / "corpus.csv")
    assert not (tmp_path / "kg").exists()


def test_what_the_manifest_tells_makes_a_document_new(texts: Path, kg: Path, tmp_path: Path) -> None:
    (tmp_path / "corpus.csv").write_text("file,title,publisher\n3.txt,A title,Lisbon Gazette\n", encoding="utf-8")
    report = built(texts, kg, manifest=tmp_path / "corpus.csv")
    assert report.read == (str(texts / "3.txt"),)
    written = (kg / "graph.trig").read_text(encoding="utf-8")
    assert 'dcterms:title "A title"@en' in written
    assert "dcterms:publisher <org/lisbon-gazette>" in written


def test_two_documents_with_one_beginning_of_their_digests_are_not_mixed_up() -> None:
    intake = Intake()
    first = document_of_text("Peru agreed to plant trees.")
    forged = replace(document_of_text("Chad agreed to plant trees."), id=first.id)
    assert intake.is_itself(first)
    assert intake.is_itself(first)
    assert not intake.is_itself(forged)


def test_a_folder_of_others_is_not_written_into(texts: Path, tmp_path: Path) -> None:
    with pytest.raises(NotOurFolder):
        built(texts, texts)
    assert len(list(texts.iterdir())) == 6


@pytest.mark.parametrize("way", ["id", "doc/id", "iri", "path", "file name"])
def test_a_document_is_removed_by_any_of_its_names(ready: Path, kg: Path, way: str) -> None:
    source = ready.parent / "4.txt"
    document = hashlib.sha256(source.read_bytes()).hexdigest()[:12]
    names = {
        "id": document,
        "doc/id": f"doc/{document}",
        "iri": iris.document(document).value,
        "path": str(source),
        "file name": "4.txt",
    }
    assert remove([names[way]], kg) == (str(source),)
    assert document.encode() not in (kg / "graph.trig").read_bytes()


def test_a_removed_document_leaves_what_was_never_there(texts: Path, kg: Path, tmp_path: Path) -> None:
    remove(["4.txt", "5.txt"], kg)
    (texts / "4.txt").unlink()
    (texts / "5.txt").unlink()
    built(texts, tmp_path / "fresh")
    assert bytes_of(kg) == bytes_of(tmp_path / "fresh")


def test_an_unknown_document_removes_nothing(kg: Path) -> None:
    before = bytes_of(kg)
    with pytest.raises(InputError, match=r"no one document 'z\.txt'"):
        remove(["4.txt", "z.txt"], kg)
    assert bytes_of(kg) == before


_BUILD = """
import sys
from graph_builder.pipeline import build
if __name__ == "__main__":
    build(sys.argv[3:], sys.argv[1], parser="none", jobs=int(sys.argv[2]), debug=True)
"""


def a_process(output: Path, jobs: int, *inputs: Path, seed: str = "0") -> subprocess.Popen[bytes]:
    script = output.parent / "build.py"
    script.write_text(_BUILD, encoding="utf-8")
    return subprocess.Popen(
        [sys.executable, str(script), str(output), str(jobs), *map(str, inputs)],
        env=os.environ | {"PYTHONHASHSEED": seed},
    )


def test_order_hash_seed_and_number_of_processes_do_not_show(texts: Path, kg: Path, tmp_path: Path) -> None:
    paths = sorted(texts.iterdir())
    for seed, jobs in (("1", 1), ("2", 2)):
        turned = (*paths[jobs:], *paths[:jobs])
        assert a_process(tmp_path / f"kg{seed}", jobs, *turned, seed=seed).wait() == 0
        assert bytes_of(tmp_path / f"kg{seed}") == bytes_of(kg)


def graphs_of(folder: Path) -> dict[str, set[Quad]]:
    """The graph of each document in the store of a folder, by name, and of each entry in the ledger."""
    store = open_store(folder, read_only=False)
    names = {name.value for name in store.named_graphs() if iris.document_of(name.value or "")}
    names |= {iris.document_graph(document).value for document in ledger(store)}
    return {name: set(store.quads_for_pattern(None, None, None, NamedNode(name))) for name in names}


def test_a_build_that_is_killed_leaves_whole_documents_and_is_taken_up_again(tmp_path: Path) -> None:
    texts = tmp_path / "texts"
    texts.mkdir()
    for number in range(16):
        (texts / f"{number:02}.txt").write_text(a_text(number), encoding="utf-8")
    built(texts, tmp_path / "whole")
    whole = graphs_of(tmp_path / "whole")
    halves = 0
    for attempt, saved in enumerate([1, 5, 13]):
        folder = tmp_path / f"kg{attempt}"
        process = a_process(folder, 1, texts)
        while len(list((folder / "texts").glob("*.txt")) if folder.exists() else ()) < saved and process.poll() is None:
            time.sleep(0.001)
        process.kill()
        process.wait()
        if (folder / "store").exists():
            left = graphs_of(folder)
            halves += 0 < len(left) < len(whole)
            assert left == {name: whole[name] for name in left}
        built(texts, folder)
        assert bytes_of(folder) == bytes_of(tmp_path / "whole")
    assert halves > 0
