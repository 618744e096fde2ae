"""The wheel and the sdist: what a user who installs gets, and that a checkout and a wheel find the same files."""

from __future__ import annotations

import os
import subprocess
import sys
import tarfile
import zipfile
from pathlib import Path

import pytest

PROBE = """
import graph_builder
from graph_builder import assets
print(graph_builder.__version__, assets.ROOT == assets._PACKAGE, len(list(assets.ONTOLOGY.rglob("*.ttl"))),
      len(list(assets.QUERIES.glob("*.rq"))), len(list(assets.SAMPLE.glob("*.md"))))
"""


def built(checkout: Path, target: str, into: Path) -> Path:
    """The one file that hatchling builds of this checkout, offline."""
    command = [sys.executable, "-m", "hatchling", "build", "--target", target, "--directory", str(into)]
    subprocess.run(command, cwd=checkout, check=True, capture_output=True, timeout=60)
    (file,) = into.iterdir()
    return file


@pytest.fixture(scope="module")
def wheel(checkout: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return built(checkout, "wheel", tmp_path_factory.mktemp("wheel"))


def names_in(wheel: Path) -> set[str]:
    with zipfile.ZipFile(wheel) as archive:
        return set(archive.namelist())


@pytest.mark.parametrize(
    "name",
    [
        "graph_builder/__init__.py",
        "graph_builder/py.typed",
        "graph_builder/ontology/servanda.ttl",
        "graph_builder/ontology/servanda-shapes.ttl",
        "graph_builder/ontology/schemes/act.ttl",
        "graph_builder/ontology/lexicon/predicates.csv",
        "graph_builder/ontology/gazetteer/states.csv",
        "graph_builder/queries/network-actors.rq",
        "graph_builder/sample/README.md",
        "graph_builder/sample/documents/2024-08-28-space-dialogue-ninth-meeting.md",
    ],
)
def test_the_wheel_holds_what_the_program_reads(wheel: Path, name: str) -> None:
    assert name in names_in(wheel)


def test_the_wheel_holds_every_file_of_the_package_the_ontology_and_the_queries(checkout: Path, wheel: Path) -> None:
    places = {
        "graph_builder": "graph_builder",
        "ontology": "graph_builder/ontology",
        "queries": "graph_builder/queries",
    }
    expected = {
        f"{inside}/{path.relative_to(checkout / folder).as_posix()}"
        for folder, inside in places.items()
        for path in (checkout / folder).rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    }
    packed = {name for name in names_in(wheel) if ".dist-info/" not in name}
    assert packed == expected


def test_the_wheel_brings_nothing_but_the_package(wheel: Path) -> None:
    assert {name.split("/")[0].split("-")[0] for name in names_in(wheel)} == {"graph_builder", "servanda"}


def test_the_wheel_names_its_command_its_extras_and_both_licences(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        inside = {name.split(".dist-info/")[-1]: name for name in archive.namelist()}
        metadata = archive.read(inside["METADATA"]).decode("utf-8")
        commands = archive.read(inside["entry_points.txt"]).decode("utf-8")
    assert "servanda = graph_builder.cli:main" in commands
    assert "License-Expression: Apache-2.0" in metadata
    assert [line.split(": ")[1] for line in metadata.splitlines() if line.startswith("Provides-Extra")] == [
        "browser",
        "notebooks",
        "parse",
        "test",
    ]
    assert {"licenses/LICENSE", "licenses/ontology/LICENSE"} <= set(inside)


def test_an_unpacked_wheel_and_the_checkout_find_the_same_files(checkout: Path, wheel: Path, tmp_path: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(tmp_path)  # noqa: S202  (built by this test)

    def probe(path: Path) -> list[str]:
        environment = os.environ | {"PYTHONPATH": str(path)}
        command = [sys.executable, "-P", "-c", PROBE]
        run = subprocess.run(command, cwd=path, env=environment, check=True, capture_output=True, text=True, timeout=60)
        return run.stdout.split()

    from_wheel, from_checkout = probe(tmp_path), probe(checkout)
    assert (from_wheel[1], from_checkout[1]) == ("True", "False")
    assert from_wheel[0] == from_checkout[0]
    assert from_wheel[2:] == from_checkout[2:]
    assert "0" not in from_wheel[2:]


def test_a_wheel_made_of_the_sdist_is_the_wheel_made_of_the_checkout(
    checkout: Path, wheel: Path, tmp_path: Path
) -> None:
    sdist = built(checkout, "sdist", tmp_path / "sdist")
    with tarfile.open(sdist) as archive:
        archive.extractall(tmp_path / "source", filter="data")
    (source,) = (tmp_path / "source").iterdir()
    assert {"README.md", "LICENSE", "Makefile", "tests", "requirements-model.txt"} <= {p.name for p in source.iterdir()}
    again = built(source, "wheel", tmp_path / "again")
    with zipfile.ZipFile(again) as first, zipfile.ZipFile(wheel) as second:
        contents = [{name: archive.read(name) for name in archive.namelist()} for archive in (first, second)]
    assert contents[0] == contents[1]
