"""``demo``: the sample documents, built, asked, measured and drawn."""

from __future__ import annotations

import sys
from pathlib import Path
from shutil import which

import click


@click.command(short_help="Build, ask, measure and draw the sample documents.")
@click.option(
    "--output", "-o", default="servanda-demo", show_default=True, metavar="FOLDER", help="Where all of it goes."
)
@click.option("--parser", default="auto", show_default=True, metavar="MODEL", help="An English spaCy model, or none.")
def demo(output: str, parser: str) -> int:
    """Build the sample documents into a graph, ask it a question, measure its network and draw its page."""
    from dataclasses import replace  # noqa: PLC0415

    from graph_builder.asking import ask  # noqa: PLC0415
    from graph_builder.assets import SAMPLE  # noqa: PLC0415
    from graph_builder.cli.building import exit_code, run_build, tell_build  # noqa: PLC0415
    from graph_builder.cli.drawing import measured, tell_caveats  # noqa: PLC0415
    from graph_builder.cli.printing import emit  # noqa: PLC0415
    from graph_builder.cli.terminal import console, say  # noqa: PLC0415
    from graph_builder.explorer.page import write_page  # noqa: PLC0415  (pyvis)
    from graph_builder.knowledge import KnowledgeGraph  # noqa: PLC0415

    folder, paper = Path(output), console(sys.stdout)
    say("Building the sample: short documents on space and security, Japan, the United States and partners", "bold")
    report = run_build((str(SAMPLE),), folder, {"parser": parser, "prune": True})
    tell_build(report)
    if not report.documents:
        return exit_code(report)
    opened = KnowledgeGraph(folder)

    paper.print()
    asked = ask(folder, "due-in-year", {"year": 2025}, max_rows=5)
    say(f"servanda query due-in-year --year 2025 --kg {folder}", "dim")
    emit(replace(asked, more=False))
    paper.print()
    network = ask(folder, "network-actors", {"roll_up": True})
    say(f"servanda analyze --roll-up --kg {folder}", "dim")
    table = measured(network, top=8)
    emit(replace(table, more=False))
    tell_caveats(table)

    page = folder / "servanda.html"
    drawn = write_page(
        opened.store(), page, title="Japan and the United States: space and security", texts=opened.texts
    )
    paper.print()
    command = sys.argv[0] if sys.argv[0] != which("servanda") and sys.argv[0].endswith("servanda") else "servanda"
    lines = [
        ("the page", f"{page}  (open it in a browser; {drawn.nodes:,} nodes, {drawn.quoted:,} links with a quotation)"),
        ("the graph", f"{folder / 'graph.trig'}"),
        ("the texts", f"{folder / 'texts'}  (what all offsets count in)"),
        ("the sources", f"{SAMPLE}  (digests in our own words)"),
        ("ask on", f"{command} query --list; {command} query commitments-by-actor --actor Japan --kg {folder}"),
        ("one actor", f"{command} show NASA --kg {folder}"),
        ("your own", f"{command} build YOUR-FOLDER -o kg"),
    ]
    for name, what in lines:
        paper.print(f"{name:<12} {what}", soft_wrap=True)
    return exit_code(report)
