"""``validate``: a graph against the shapes."""

from __future__ import annotations

from pathlib import Path

import click

from graph_builder.cli import options

FINDINGS = 5


@click.command(short_help="Check a graph against the shapes.")
@click.argument("file", required=False, type=click.Path(path_type=Path))
@options.graph
@options.form
@options.output
def validate(file: Path | None, kg: Path, form: str, output: str) -> int:
    """Check a graph against the shapes of the ontology, or a FILE of RDF (TriG, N-Quads, Turtle, N-Triples).

    Findings are printed one a row, and the exit code is 5.
    """
    from graph_builder.asking import open_source  # noqa: PLC0415
    from graph_builder.cli.printing import emit  # noqa: PLC0415
    from graph_builder.cli.terminal import say  # noqa: PLC0415
    from graph_builder.graph.validation import validate_file, validate_store  # noqa: PLC0415  (rdflib, pyshacl)
    from graph_builder.results import Result  # noqa: PLC0415

    found = validate_file(file) if file is not None else validate_store(open_source(kg))
    columns = ("severity", "graph", "focus", "path", "value", "message", "shape")
    if not found:
        say(f"{file or kg} conforms to the shapes")
        if form == "table":
            return 0
    rows = tuple(tuple(_cell(getattr(one, name)) for name in columns) for one in found)
    emit(Result(columns, rows, title="What the shapes find"), form, output)
    return FINDINGS if found else 0


def _cell(words: str) -> str:
    """Tell addresses from words, so that a table can show them short."""
    from graph_builder.results import Iri  # noqa: PLC0415

    return Iri(words) if "://" in words else words
