"""Run every notebook from its .py source and write the .ipynb beside it: ``python tests/notebooks/refresh.py``."""

from __future__ import annotations

from pathlib import Path

import jupytext
import nbformat
from nbclient import NotebookClient

FOLDER = Path(__file__).resolve().parents[2] / "notebooks"


def refresh(source: Path) -> None:
    """Execute one source in a fresh kernel; ids and times are left out, so that equal outputs are equal bytes."""
    book = jupytext.read(source)
    NotebookClient(book, timeout=120, kernel_name="python3", record_timing=False).execute()
    for place, cell in enumerate(book.cells):
        cell["id"] = f"{source.stem}-{place}"
    book.metadata.pop("language_info", None)
    nbformat.write(book, source.with_suffix(".ipynb"))  # type: ignore[no-untyped-call]


if __name__ == "__main__":
    for path in sorted(FOLDER.glob("*.py")):
        refresh(path)
