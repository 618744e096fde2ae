"""``query`` and ``show``: questions to a graph, and the card of one thing."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

import click

from graph_builder.cli import options
from graph_builder.cli.options import AskingCommand, asked_values, complete_question

NOTHING_FOUND = 4


@click.command(cls=AskingCommand, short_help="Ask a named question, or SPARQL of your own.")
@click.argument("question", required=False, shell_complete=complete_question)
@options.graph
@click.option("--file", "-f", metavar="FILE", help="Ask what a file says; - is stdin.")
@click.option("--list", "listed", is_flag=True, help="List the named questions.")
@click.option("--describe", is_flag=True, help="Say what a question asks, takes and gives, and show its SPARQL.")
@options.form
@options.output
@click.option("--limit", default=1000, show_default=True, type=click.IntRange(min=0), help="Rows at most; 0 for all.")
@options.seconds(10)
@options.iris
@options.fail_empty
@click.pass_context
def query(
    ctx: click.Context,
    /,
    question: str | None,
    kg: Path,
    file: str | None,
    listed: bool,
    describe: bool,
    form: str,
    output: str,
    limit: int,
    seconds: float,
    iris: bool,
    fail_empty: bool,
    **values: Any,
) -> int:
    """Ask a question: by name, as SPARQL text, from a file (-f), or from stdin (-).

    A named question brings its own options: servanda query NAME --help.

    \b
    servanda query --list
    servanda query commitments-by-actor --actor Japan --since 2024
    servanda query 'SELECT ?doc WHERE { ?doc a srv:Document }' --format csv
    """  # noqa: D301  (click reads \b)
    from graph_builder.asking import ask  # noqa: PLC0415
    from graph_builder.cli.printing import emit  # noqa: PLC0415

    if listed:
        emit(_listing(), form, output)
        return 0
    asked = options.question_asked(question, file)
    if describe:
        _describe(asked)
        return 0
    result = ask(kg, asked, asked_values(ctx, values), seconds=seconds, max_rows=limit or None)
    emit(result, form, output, iris=iris)
    return NOTHING_FOUND if fail_empty and not len(result) else 0


@click.command(short_help="The card of an actor, meeting, instrument or place, with quotations.")
@click.argument("name")
@options.graph
@options.form
@options.output
@click.option("--limit", default=5, show_default=True, type=click.IntRange(min=0), help="Rows a section; 0 for all.")
@options.seconds(10)
def show(name: str, kg: Path, form: str, output: str, limit: int, seconds: float) -> int:
    """Show the card of an actor, meeting, instrument or place: what is known of it, with the words that say so."""
    from graph_builder.cli.cards import emit_card, gather  # noqa: PLC0415

    emit_card(gather(kg, name, limit=limit or None, seconds=seconds), form, output)
    return 0


def _listing() -> Any:
    from graph_builder.queries import questions  # noqa: PLC0415
    from graph_builder.results import Result  # noqa: PLC0415

    return Result(("name", "question"), tuple((one.name, one.question) for one in questions()))


def _describe(asked: Any) -> None:
    """Print what a question asks, takes and gives, and its text, to stdout."""
    from graph_builder.cli.printing import print_table  # noqa: PLC0415
    from graph_builder.cli.terminal import console, harmless  # noqa: PLC0415
    from graph_builder.results import Result  # noqa: PLC0415

    paper = console(sys.stdout)
    paper.print(harmless(asked.title), style="bold")
    paper.print(harmless(asked.question))
    taken = tuple(
        (one.option, one.type, one.about + (" (required)" if one.required else "")) for one in asked.parameters
    )
    paper.print()
    print_table(paper, Result(("option", "takes", "meaning"), taken))
    paper.print()
    print_table(paper, Result(("column", "meaning"), asked.columns))
    paper.print()
    body = [line for line in asked.text.splitlines() if not line.startswith("#")]
    paper.print(harmless("\n".join(body).strip()), style="dim", soft_wrap=True)
