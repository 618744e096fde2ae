"""Rules of the house that a look at the tree can check."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import graph_builder

ROOMLESS = re.compile(r"(utils?|helpers?|managers?|handlers?|processors?|base|common|misc|core)")
MACHINE = re.compile(r"(?<![\w.])/(?:work|root|home/\w+|Users/\w+)/[\w./-]*")
READ = {".py", ".md", ".toml", ".ttl", ".csv", ".rq", ".html", ".js", ".css", ".ipynb", ".cff", ".yml", ".sh", ".trig"}


def sources(checkout: Path) -> Iterator[Path]:
    """The files that people wrote, environments and caches left out."""
    for folder in ("graph_builder", "tests", "benchmarks", "notebooks", "ontology", "queries", ".github", "docs"):
        yield from (p for p in sorted((checkout / folder).rglob("*")) if p.is_file() and p.suffix in READ)
    yield from (p for p in sorted(checkout.iterdir()) if p.is_file() and p.suffix in READ)


def test_a_file_over_400_lines_is_two_files(checkout: Path) -> None:
    long = {
        str(path.relative_to(checkout)): lines
        for path in (checkout / "graph_builder").rglob("*")
        if path.suffix in {".py", ".js"} and (lines := path.read_text(encoding="utf-8").count("\n")) > 400
    }
    assert long == {}


def test_every_file_has_a_name_that_says_its_room(checkout: Path) -> None:
    roomless = [str(path) for path in sources(checkout) if path.suffix == ".py" and ROOMLESS.fullmatch(path.stem)]
    assert roomless == []


def test_no_file_holds_a_path_of_one_machine(checkout: Path) -> None:
    found = {
        str(path.relative_to(checkout)): match[0]
        for path in sources(checkout)
        if path != Path(__file__) and (match := MACHINE.search(path.read_text(encoding="utf-8")))
    }
    assert found == {}


def test_readme_and_ci_know_the_two_commands(checkout: Path) -> None:
    readme = (checkout / "README.md").read_text(encoding="utf-8")
    assert re.findall(r"^make [a-z]+$", readme, flags=re.MULTILINE) == ["make demo", "make test"]
    assert "make demo" in (checkout / ".ci/run").read_text(encoding="utf-8")


def test_one_version_is_told_everywhere(checkout: Path) -> None:
    version = graph_builder.__version__
    assert f"\nversion: {version}\n" in (checkout / "CITATION.cff").read_text(encoding="utf-8")
    newest = re.search(r"^## (\S+)", (checkout / "CHANGELOG.md").read_text(encoding="utf-8"), flags=re.MULTILINE)
    assert newest is not None
    assert newest[1] == version


def test_the_licences_are_whole(checkout: Path) -> None:
    code = (checkout / "LICENSE").read_text(encoding="utf-8")
    words = (checkout / "ontology/LICENSE").read_text(encoding="utf-8")
    assert "Apache License" in code
    assert "END OF TERMS AND CONDITIONS" in code
    assert words.startswith("Attribution 4.0 International")
    assert "Section 8 -- Interpretation." in words


def test_links_of_the_documents_lead_somewhere(checkout: Path) -> None:
    broken = [
        f"{path.name}: {target}"
        for path in [checkout / "README.md", checkout / ".github/CONTRIBUTING.md", checkout / "ontology/README.md"]
        for target in re.findall(r"\]\((?!https?:|#|mailto:)([^)#]+)", path.read_text(encoding="utf-8"))
        if not (path.parent / target).exists()
    ]
    assert broken == []
