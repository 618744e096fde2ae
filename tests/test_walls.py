"""Two halves, one bridge: rooms before the graph know no RDF, rooms after it never read text."""

from __future__ import annotations

import ast
from functools import cache
from pathlib import Path

import graph_builder

PACKAGE = Path(graph_builder.__file__).parent
MODULES = sorted(path.relative_to(PACKAGE).as_posix() for path in PACKAGE.rglob("*.py"))
TEXT_ROOMS = ("documents/", "language/", "statements/")
# What crosses the bridge: records, and the one rule for the tails of identifiers.
RECORDS = tuple(f"graph_builder.{room}.records" for room in ("documents", "language", "statements"))
SLUGS = "graph_builder.language.slugs"
GRAPH_LIBRARIES = {"rdflib", "pyoxigraph", "oxrdflib", "pyshacl", "networkx", "pyvis"}
ONLY_IN = {"pyvis": "explorer/", "click": "cli/", "rich": "cli/", "spacy": "language/parse.py"}
# These stand above the rooms: the order of the rooms, what a build takes in and tells, the doors to it all.
ABOVE = ("pipeline.py", "intake.py", "fingerprint.py", "report.py", "cli/", "sample/", "__init__.py", "__main__.py")
STEPS = {"graph_builder.language.names", "graph_builder.statements.reading", "graph_builder.graph.quads"}
VAGUE = {"util", "helper", "manager", "handler", "processor", "base", "core", "common", "misc"}


@cache
def imports(module: str) -> set[str]:
    """Every module that a module imports, late imports too."""
    found: set[str] = set()
    for node in ast.walk(ast.parse((PACKAGE / module).read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            found |= {node.module} | {f"{node.module}.{alias.name}" for alias in node.names}
    return found


def libraries(module: str) -> set[str]:
    return {name.partition(".")[0] for name in imports(module)}


def test_the_rooms_before_the_graph_know_no_graph() -> None:
    before = [module for module in MODULES if module.startswith(TEXT_ROOMS)]
    assert [module for module in before if libraries(module) & GRAPH_LIBRARIES] == []
    assert [m for m in before if any(name.startswith("graph_builder.graph") for name in imports(m))] == []


def test_only_records_cross_the_bridge() -> None:
    rooms = tuple("graph_builder." + room.strip("/") for room in TEXT_ROOMS)
    behind = [module for module in MODULES if not module.startswith((*TEXT_ROOMS, *ABOVE))]
    for module in behind:
        allowed = (*RECORDS, SLUGS) if module.startswith("graph/") else (SLUGS,)
        taken = {name for name in imports(module) if name.startswith(rooms) and not name.startswith(allowed)}
        assert (module, taken) == (module, set())


def test_click_rich_pyvis_and_spacy_stay_in_their_rooms() -> None:
    uses = [(library, module) for module in MODULES for library in sorted(libraries(module) & set(ONLY_IN))]
    assert {library for library, _ in uses} == set(ONLY_IN)
    assert [(library, module) for library, module in uses if not module.startswith(ONLY_IN[library])] == []


def test_the_pipeline_alone_knows_the_order() -> None:
    assert [module for module in MODULES if len(STEPS & imports(module)) > 1] in (["pipeline.py"], [])
    assert {"graph_builder.language.names", "graph_builder.statements.reading"} <= imports("pipeline.py")


def test_every_module_has_found_its_room() -> None:
    lines = {module: len((PACKAGE / module).read_text(encoding="utf-8").splitlines()) for module in MODULES}
    assert {module: number for module, number in lines.items() if number > 400} == {}
    words = {module: set(Path(module).stem.split("_")) for module in MODULES}
    assert [module for module in MODULES if words[module] & (VAGUE | {f"{name}s" for name in VAGUE})] == []
