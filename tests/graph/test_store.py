"""The folder is ours or is left alone; documents go in and out whole."""

from __future__ import annotations

import shutil
import subprocess
import sys
import time
from dataclasses import replace
from pathlib import Path
from types import ModuleType

import pytest
from pyoxigraph import NamedNode, RdfFormat, Store, parse

from graph_builder.errors import NotOurFolder, StoreError, WrongVersion
from graph_builder.graph import iris
from graph_builder.graph.finish import finish
from graph_builder.graph.ledger import entry_of
from graph_builder.graph.quads import document_quads
from graph_builder.graph.saving import make_ready, save
from graph_builder.graph.store import claim, ledger, open_store, remove_document, replace_graphs
from graph_builder.statements.records import Reading


def write(folder: Path, readings: tuple[Reading, ...]) -> None:
    claim(folder)
    store = open_store(folder, read_only=False)
    for reading in readings:
        save(store, folder, make_ready(reading, entry_of(reading, key="by hand", version="0.1.0", rules="0" * 64)))
    finish(store, folder)


def test_a_new_folder_becomes_ours(tmp_path: Path) -> None:
    claim(tmp_path / "deep" / "kg")
    assert (tmp_path / "deep" / "kg" / ".servanda").is_file()


def test_an_empty_folder_and_our_own_are_taken(tmp_path: Path) -> None:
    claim(tmp_path)
    claim(tmp_path)
    assert [path.name for path in tmp_path.iterdir()] == [".servanda"]


@pytest.mark.parametrize("command", [claim, open_store])
def test_a_folder_of_others_is_left_alone(tmp_path: Path, command: object) -> None:
    (tmp_path / "thesis.txt").write_text("years of work")
    with pytest.raises(NotOurFolder) as error:
        command(tmp_path)  # type: ignore[operator]
    assert str(tmp_path) in str(error.value)
    assert "\n" not in str(error.value)
    assert [path.name for path in tmp_path.iterdir()] == ["thesis.txt"]


def test_force_takes_a_folder_of_others_and_deletes_nothing(tmp_path: Path) -> None:
    (tmp_path / "thesis.txt").write_text("years of work")
    claim(tmp_path, force=True)
    assert (tmp_path / "thesis.txt").read_text() == "years of work"


def test_a_file_is_no_folder(tmp_path: Path) -> None:
    (tmp_path / "kg").write_text("")
    with pytest.raises(NotOurFolder):
        claim(tmp_path / "kg", force=True)


@pytest.mark.parametrize("marker", ['{"schema": "0.0.1"}', "{}", "", "[]", "\x00"])
def test_a_store_of_another_schema_is_refused_with_the_command_that_rebuilds_it(
    kg: Path, tmp_path: Path, marker: str
) -> None:
    folder = shutil.copytree(kg, tmp_path / "kg")
    (folder / ".servanda").write_text(marker)
    for command in (claim, open_store):
        with pytest.raises(WrongVersion, match=r"servanda build DOCS -o .*kg --force"):
            command(folder)
    claim(folder, force=True)
    assert not (folder / "store").exists()


def test_a_store_in_use_is_said_to_be_in_use(kg: Path, tmp_path: Path) -> None:
    folder = shutil.copytree(kg, tmp_path / "kg")
    held = open_store(folder, read_only=False)
    with pytest.raises(StoreError, match="in use"):
        open_store(folder, read_only=False)
    assert len(held) > 0


def test_a_damaged_store_is_one_line(kg: Path, tmp_path: Path) -> None:
    folder = shutil.copytree(kg, tmp_path / "kg")
    (folder / "store" / "CURRENT").write_bytes(b"\x00\x01")
    with pytest.raises(StoreError, match="--force") as error:
        open_store(folder)
    assert "\n" not in str(error.value)
    claim(folder, force=True)
    assert len(open_store(folder, read_only=False)) == 0


def test_readers_see_one_graph(kg: Path) -> None:
    store = open_store(kg)
    every = "SELECT DISTINCT ?s { ?s a <https://w3id.org/servanda/ns#Statement> }"
    found = store.query(every, use_default_graph_as_union=True)
    assert len(list(found)) == 8  # type: ignore[arg-type]


def test_the_store_and_the_file_hold_the_same(kg: Path) -> None:
    kept = {quad for quad in open_store(kg) if quad.graph_name != iris.LEDGER_GRAPH}
    assert set(parse(path=str(kg / "graph.trig"), format=RdfFormat.TRIG)) == kept


def test_a_document_taken_out_leaves_what_was_never_there(readings: tuple[Reading, ...], tmp_path: Path) -> None:
    write(tmp_path / "three", readings)
    write(tmp_path / "two", readings[:2])
    store = open_store(tmp_path / "three", read_only=False)
    remove_document(store, readings[2].document.id)
    finish(store, tmp_path / "three")
    assert (tmp_path / "three" / "graph.trig").read_bytes() == (tmp_path / "two" / "graph.trig").read_bytes()
    assert not (tmp_path / "three" / "texts" / f"{readings[2].document.id}.txt").exists()


def test_a_document_read_anew_replaces_its_graph(readings: tuple[Reading, ...], tmp_path: Path) -> None:
    write(tmp_path / "kg", readings)
    poorer = replace(readings[0], statements=readings[0].statements[:1])
    write(tmp_path / "kg", (poorer,))
    write(tmp_path / "fresh", (poorer, *readings[1:]))
    assert (tmp_path / "kg" / "graph.trig").read_bytes() == (tmp_path / "fresh" / "graph.trig").read_bytes()


def test_the_order_of_documents_does_not_show(readings: tuple[Reading, ...], kg: Path, tmp_path: Path) -> None:
    write(tmp_path / "kg", readings[::-1])
    assert (tmp_path / "kg" / "graph.trig").read_bytes() == (kg / "graph.trig").read_bytes()


def test_texts_are_kept_as_read(readings: tuple[Reading, ...], kg: Path) -> None:
    for reading in readings:
        text = (kg / "texts" / f"{reading.document.id}.txt").read_bytes()
        assert text == reading.document.text.encode()


def test_graphs_are_replaced_by_their_difference(readings: tuple[Reading, ...]) -> None:
    store = Store()
    one, two = NamedNode("https://example.org/1"), NamedNode("https://example.org/2")
    triples = [quad.triple for quad in document_quads(readings[0])]
    replace_graphs(store, {one: triples[:20], two: triples[:10]})
    replace_graphs(store, {one: triples[10:30]})
    assert {quad.triple for quad in store.quads_for_pattern(None, None, None, one)} == set(triples[10:30])
    assert {quad.triple for quad in store.quads_for_pattern(None, None, None, two)} == set(triples[:10])


_WRITER = """
import sys
from pathlib import Path
import readings
from dataclasses import replace
from graph_builder.graph.saving import make_ready, save
from graph_builder.graph.ledger import entry_of
from graph_builder.graph.store import claim, open_store
folder = Path(sys.argv[1])
claim(folder)
store = open_store(folder, read_only=False)
model = readings.all_readings()[0]
for number in range(100_000):
    document = readings.a_document(model.document.text + str(number), f"{number}.txt", model.document.metadata)
    reading = replace(model, document=document)
    save(store, folder, make_ready(reading, entry_of(reading, key="k", version="0.1.0", rules="t")))
    print(number, flush=True)
"""


@pytest.mark.parametrize("seconds", [0.0, 0.05, 0.13])
def test_a_writer_that_is_killed_leaves_whole_documents_only(
    by_hand: ModuleType, readings: tuple[Reading, ...], tmp_path: Path, seconds: float
) -> None:
    whole = len(document_quads(readings[0]))
    folder = tmp_path / "kg"
    writer = subprocess.Popen(
        [sys.executable, "-c", _WRITER, str(folder)], cwd=Path(str(by_hand.__file__)).parent, stdout=subprocess.PIPE
    )
    assert writer.stdout is not None
    for _ in range(3):
        writer.stdout.readline()
    time.sleep(seconds)
    writer.kill()
    said = 3 + len(writer.stdout.readlines())
    writer.stdout.close()
    writer.wait()
    store = open_store(folder, read_only=False)
    entries = ledger(store)
    graphs = {str(name.value) for name in store.named_graphs()} - {iris.LEDGER_GRAPH.value}
    assert len(entries) >= said - 1
    assert graphs == {iris.document_graph(document).value for document in entries}
    assert {len(list(store.quads_for_pattern(None, None, None, NamedNode(name)))) for name in graphs} == {whole}
