"""Two halves, one bridge: rooms before the graph know no RDF, rooms after it never read text."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

import graph_builder

PACKAGE = Path(graph_builder.__file__).parent
MODULES = sorted(path.relative_to(PACKAGE).as_posix() for path in PACKAGE.rglob("*.py"))
TEXT_ROOMS = ("documents", "language", "statements")
BRIDGE = {"graph_builder.documents.records", "graph_builder.language.records", "graph_builder.statements.records"}
SLUGS = "graph_builder.language.slugs"  # one rule for identifiers, on both sides
ONLY_IN = {"pyvis": ("explorer/",), "click": ("cli/",), "rich": ("cli/",), "spacy": ("language/parse.py",)}
GRAPH_LIBRARIES = {"rdflib", "pyoxigraph", "oxrdflib", "pyshacl", "networkx", "pyvis"}
# They stand above the rooms: the order of the rooms, what a build takes in and tells, the door to it all.
ABOVE = ("pipeline.py", "intake.py", "fingerprint.py", "report.py", "cli/", "__init__.py", "__main__.py", "workers.py")
FORBIDDEN_NAMES = ("util", "helper", "manager", "handler", "processor", "base", "core", "common", "misc")


def imports(module: str) -> set[str]:
    """Every module that a module imports, late imports too."""
    found: set[str] = set()
    for node in ast.walk(ast.parse((PACKAGE / module).read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            found |= {node.module} | {f"{node.module}.{alias.name}" for alias in node.names}
    return found


@pytest.mark.parametrize("module", [m for m in MODULES if m.startswith(TEXT_ROOMS)])
def test_a_room_before_the_graph_knows_no_graph_library(module: str) -> None:
    assert not {name.partition(".")[0] for name in imports(module)} & GRAPH_LIBRARIES
    assert not {name for name in imports(module) if name.startswith("graph_builder.graph")}


@pytest.mark.parametrize("module", [m for m in MODULES if not m.startswith((*TEXT_ROOMS, *ABOVE, "sample/"))])
def test_a_room_behind_the_bridge_takes_records_alone(module: str) -> None:
    rooms = tuple(f"graph_builder.{room}" for room in TEXT_ROOMS)
    taken = {name for name in imports(module) if name.startswith(rooms)}
    allowed = (*BRIDGE, SLUGS) if module.startswith("graph/") else (SLUGS,)
    assert not {name for name in taken if not name.startswith(allowed)}


@pytest.mark.parametrize("module", MODULES)
def test_click_rich_pyvis_and_spacy_stay_in_their_rooms(module: str) -> None:
    for library in {name.partition(".")[0] for name in imports(module)} & set(ONLY_IN):
        assert module.startswith(ONLY_IN[library])


@pytest.mark.parametrize("module", MODULES)
def test_only_the_pipeline_knows_the_order(module: str) -> None:
    steps = {"graph_builder.language.names", "graph_builder.statements.reading", "graph_builder.graph.quads"}
    assert module == "pipeline.py" or len(steps & imports(module)) < 2


@pytest.mark.parametrize("module", MODULES)
def test_a_module_has_found_its_room(module: str) -> None:
    assert len((PACKAGE / module).read_text(encoding="utf-8").splitlines()) <= 400
    assert not set(Path(module).stem.split("_")) & {form for name in FORBIDDEN_NAMES for form in (name, name + "s")}
