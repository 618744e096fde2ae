"""Where the shipped files are: ontology and queries.

In a wheel they lie inside the package; in a checkout (plain, editable, zip) beside it. The choice is made
once, for both together, so that files of two versions never mix.
"""

from __future__ import annotations

from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent
ROOT = _PACKAGE if (_PACKAGE / "ontology").is_dir() else _PACKAGE.parent
ONTOLOGY = ROOT / "ontology"
QUERIES = ROOT / "queries"
SAMPLE = _PACKAGE / "sample" / "documents"
