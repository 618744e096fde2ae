"""The notebooks: the .py source is the truth, the .ipynb beside it is that source, executed, and it still runs."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

NOTEBOOKS = ["00_tour"]
each_notebook = pytest.mark.parametrize("name", NOTEBOOKS)


@pytest.fixture(scope="session")
def folder(checkout: Path) -> Path:
    return checkout / "notebooks"


def test_every_notebook_is_tested(folder: Path) -> None:
    assert sorted(path.stem for path in folder.glob("*.py")) == NOTEBOOKS
    assert sorted(path.stem for path in folder.glob("*.ipynb")) == NOTEBOOKS


@pytest.mark.slow
@each_notebook
def test_the_source_runs_to_its_last_assert_without_a_network(folder: Path, name: str, tmp_path: Path) -> None:
    offline = (
        "import socket\n\ndef refuse(*_):\n    raise OSError('no network here')\n\nsocket.socket.connect = refuse\n"
    )
    (tmp_path / "sitecustomize.py").write_text(offline, encoding="utf-8")
    environment = os.environ | {"MPLBACKEND": "agg", "PYTHONPATH": str(tmp_path)}
    run = subprocess.run(
        [sys.executable, str(folder / f"{name}.py")],
        cwd=tmp_path,
        env=environment,
        capture_output=True,
        text=True,
        timeout=240,  # a quarter of a minute on an idle machine
        check=False,
    )
    assert run.returncode == 0, run.stderr[-2000:]


@each_notebook
def test_the_executed_notebook_holds_the_cells_of_its_source(folder: Path, name: str) -> None:
    jupytext = pytest.importorskip("jupytext")
    source, executed = (jupytext.read(folder / f"{name}.{kind}") for kind in ("py", "ipynb"))
    cells = [[(cell.cell_type, cell.source) for cell in book.cells] for book in (source, executed)]
    assert cells[0] == cells[1]


@each_notebook
def test_the_executed_notebook_was_run_once_from_top_to_bottom_and_is_small(folder: Path, name: str) -> None:
    nbformat = pytest.importorskip("nbformat")
    path = folder / f"{name}.ipynb"
    cells = [cell for cell in nbformat.read(path, as_version=4).cells if cell.cell_type == "code"]
    assert [cell.execution_count for cell in cells] == list(range(1, len(cells) + 1))
    assert not [output for cell in cells for output in cell.outputs if output.output_type == "error"]
    assert path.stat().st_size < 250_000
