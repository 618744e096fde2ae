"""A small graph for the commands."""

from __future__ import annotations

import importlib.util
import io
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType
from typing import Protocol

import pytest

from graph_builder import asking
from graph_builder.cli import main
from graph_builder.queries import Question, run
from graph_builder.results import Result


def _small_graph() -> ModuleType:
    """Load ``tests/small_graph.py``; tests are no package, so that they can be copied away and run against a wheel."""
    spec = importlib.util.spec_from_file_location("small_graph", Path(__file__).parent.parent / "small_graph.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="session")
def kg(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the small graph; nobody writes into it."""
    folder: Path = _small_graph().write(tmp_path_factory.mktemp("small") / "kg")
    return folder


@dataclass(frozen=True)
class Ended:
    """How a command ended: exit code, stdout, stderr."""

    code: int
    out: str
    err: str


def ask_here(
    source: Path,
    asked: str | Question,
    values: Mapping[str, object] | None = None,
    *,
    seconds: float = 10.0,
    max_rows: int | None = None,
) -> Result:
    """Answer in this process, which is quicker; tests/queries/test_asking.py holds both ways to the same answers."""
    assert seconds > 0
    return run(asking.open_source(source), asked, values, max_rows)


class Servanda(Protocol):
    """Runs the command line in this process."""

    def __call__(self, *arguments: str, stdin: str = "") -> Ended: ...


@pytest.fixture
def servanda(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, kg: Path) -> Servanda:
    """The command line in this process, about the small graph unless told otherwise, without colours, 80 wide."""
    for name in ("NO_COLOR", "FORCE_COLOR", "TTY_COMPATIBLE", "TTY_INTERACTIVE"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("COLUMNS", "80")
    monkeypatch.setenv("SERVANDA_KG", str(kg))
    monkeypatch.setattr(asking, "ask", ask_here)

    def start(*arguments: str, stdin: str = "") -> Ended:
        monkeypatch.setattr(sys, "stdin", io.StringIO(stdin))
        capsys.readouterr()
        with pytest.raises(SystemExit) as ended:
            main(list(arguments))
        said = capsys.readouterr()
        return Ended(int(ended.value.code or 0), said.out, said.err)

    return start
