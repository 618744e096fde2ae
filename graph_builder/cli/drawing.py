"""``analyze`` and ``draw``: a network's figures, and the graph as a page."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from graph_builder.cli import options
from graph_builder.cli.options import MeasuringCommand, asked_values, complete_question

if TYPE_CHECKING:
    from graph_builder.results import Result

NOTHING_FOUND = 4
COMMUNITIES, MEMBERS = 5, 6  # how many are named


@click.command(cls=MeasuringCommand, short_help="Measure the network of a question: centralities, communities.")
@click.argument("question", required=False, shell_complete=complete_question)
@options.graph
@click.option("--file", "-f", metavar="FILE", help="A query with the columns source and target; - is stdin.")
@options.form
@options.output
@click.option("--top", default=20, show_default=True, type=click.IntRange(min=0), help="Actors to show; 0 for all.")
@click.option("--seed", default=0, show_default=True, type=int, help="Where chance starts in finding communities.")
@options.seconds(60)
@options.iris
@options.fail_empty
@click.pass_context
def analyze(
    ctx: click.Context,
    /,
    question: str | None,
    kg: Path,
    file: str | None,
    form: str,
    output: str,
    top: int,
    seed: int,
    seconds: float,
    iris: bool,
    fail_empty: bool,
    **values: Any,
) -> int:
    """Measure the network of a question with the columns source and target: degree, strength, betweenness, PageRank,
    and Louvain communities. Without a question, who is tied to whom by commitments.

    \b
    servanda analyze --roll-up --since 2024
    servanda analyze 'SELECT ?source ?target { ?source org:hasMember ?target }'
    """  # noqa: D301  (click reads \b)
    from graph_builder.asking import ask  # noqa: PLC0415
    from graph_builder.cli.printing import emit  # noqa: PLC0415

    asked = options.question_asked(question if question or file else MeasuringCommand.default_question, file)
    result = ask(kg, asked, asked_values(ctx, values), seconds=seconds)
    table = measured(result, seed=seed, top=top or None)
    emit(table, form, output, iris=iris, all_by="--top")
    tell_caveats(table)
    return NOTHING_FOUND if fail_empty and not len(table) else 0


def measured(result: Result, *, seed: int = 0, top: int | None = None) -> Result:
    """Give the measures of a result's network as a table, the ``top`` strongest; its size goes to stderr."""
    from dataclasses import replace  # noqa: PLC0415

    from graph_builder.analysis import communities, measures, modularity, network  # noqa: PLC0415  (networkx)
    from graph_builder.cli.terminal import one_line, say  # noqa: PLC0415

    found = network(result)
    table = measures(found, seed)
    for note in result.notes:
        say(note, "dim")
    if not len(table):
        return table
    parts = communities(found, seed)
    weight = sum(data["weight"] for _, _, data in found.edges(data=True))
    say(
        f"{len(found):,} actors, {found.number_of_edges():,} ties of weight {weight:,.6g}, "
        f"{len(parts)} communities (modularity {modularity(found, parts):.2f})"
    )
    for number in range(1, min(len(parts), COMMUNITIES) + 1):
        names = [row["actor"] for row in table.records() if row["community"] == number]
        more = f" and {len(names) - MEMBERS} more" if len(names) > MEMBERS else ""
        say(f"  {number}: {one_line(', '.join(map(str, names[:MEMBERS])))}{more}", "dim")
    shown = table.rows if top is None else table.rows[:top]
    return replace(table, rows=shown, title=f"{result.title or 'Network'}: measures", more=len(shown) < len(table))


def tell_caveats(table: Result) -> None:
    """Say on stderr what each measure means and where it misleads."""
    from graph_builder.analysis.measures import CAVEATS  # noqa: PLC0415
    from graph_builder.cli.terminal import say  # noqa: PLC0415

    for measure, caveat in CAVEATS.items() if len(table) else ():
        say(f"  {measure}: {caveat}", "dim")


@click.command(short_help="Draw a graph as one page that works offline.")
@options.graph
@click.option(
    "--output", "-o", default="servanda.html", show_default=True, metavar="FILE", help="The page; - is stdout."
)
@click.option("--title", help="The title of the page.")
@click.option(
    "--limit", default=1000, show_default=True, type=click.IntRange(min=1), help="Nodes that are visible at first."
)
@click.option("--anonymous", is_flag=True, help="Leave out every quotation and its context.")
def draw(kg: Path, output: str, title: str | None, limit: int, anonymous: bool) -> int:
    """Draw a graph as one page that works offline: search, filters, and the quotation behind every link."""
    from graph_builder.cli.terminal import say  # noqa: PLC0415
    from graph_builder.errors import ServandaError  # noqa: PLC0415
    from graph_builder.explorer.page import page_html, write_page  # noqa: PLC0415  (pyvis)
    from graph_builder.knowledge import KnowledgeGraph  # noqa: PLC0415

    opened = KnowledgeGraph(kg)
    store, texts = opened.store(), opened.texts
    if output == "-":
        sys.stdout.write(page_html(store, title=title, limit=limit, anonymous=anonymous, texts=texts))
        return 0
    try:
        report = write_page(store, Path(output), title=title, limit=limit, anonymous=anonymous, texts=texts)
    except OSError as error:
        raise ServandaError(f"cannot be written: {error.strerror}", where=output) from error
    quoted = f"{report.quoted:,} of {report.links:,} links have a quotation"
    say(f"{report.path}: {report.nodes:,} nodes, {quoted} ({report.size / 1e6:.1f} MB)")
    return 0
