"""What every test may use: the checkout it stands in, and the annotated documents where they are at hand."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import settings

ROOT = Path(__file__).resolve().parent.parent

# A slow machine is no failure, and a failure is the same for whoever runs the tests next.
settings.register_profile("servanda", deadline=None, derandomize=True)
settings.load_profile("servanda")


@pytest.fixture(scope="session")
def checkout() -> Path:
    """The checkout around the tests; skips where they run against an installed wheel."""
    if not (ROOT / "graph_builder").is_dir():
        pytest.skip("no checkout here: the tests run against an installed wheel")
    return ROOT


@pytest.fixture(scope="session")
def gold() -> Path:
    """The folder of annotated documents (texts, annotations, manifest, score.py); skips where there is none."""
    folder = Path(os.environ.get("SERVANDA_GOLD", ROOT.parent / "shared" / "gold"))
    if not (folder / "score.py").is_file():
        pytest.skip("gold: absent (set SERVANDA_GOLD to the folder of annotated documents)")
    return folder.resolve()
