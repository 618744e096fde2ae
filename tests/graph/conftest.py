"""Three hand-read documents and the folder they make."""

from __future__ import annotations

import importlib.util
from pathlib import Path
from types import ModuleType

import pytest

from graph_builder.statements.records import Reading


def _by_hand() -> ModuleType:
    """Load ``tests/readings.py``; tests are not a package, so that they can be copied away and run against a wheel."""
    spec = importlib.util.spec_from_file_location("readings", Path(__file__).parent.parent / "readings.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="session")
def by_hand() -> ModuleType:
    """The module with the hand-made readings and the small functions that make them."""
    return _by_hand()


@pytest.fixture(scope="session")
def readings(by_hand: ModuleType) -> tuple[Reading, ...]:
    """A press release, a joint statement a year later, and a news report between them."""
    found: tuple[Reading, ...] = by_hand.all_readings()
    return found


@pytest.fixture(scope="session")
def kg(by_hand: ModuleType, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder that a build of the three documents leaves. Read only: copy it before writing."""
    folder: Path = by_hand.build_folder(tmp_path_factory.mktemp("graph") / "kg")
    return folder
