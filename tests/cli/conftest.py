"""A small graph for the commands."""

from __future__ import annotations

import importlib.util
from pathlib import Path
from types import ModuleType

import pytest


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
