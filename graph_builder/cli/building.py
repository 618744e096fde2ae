"""``build`` and ``remove``: documents into a graph, and out of it."""

from __future__ import annotations

import contextlib
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from graph_builder.cli import options

if TYPE_CHECKING:
    from graph_builder.report import BuildReport

ALL_FAILED, SOME_FAILED = 1, 3
NAMED = 20  # rejects, warnings and the like that are named one by one; rejects.csv names them all


@click.command(short_help="Read documents into a graph, or bring one up to date.")
@click.argument("documents", nargs=-1, required=True, metavar="DOCS...")
@click.option("--output", "-o", default="kg", show_default=True, metavar="FOLDER", help="The graph; - writes TriG.")
@click.option(
    "--manifest", "-m", metavar="CSV", help="What is known of the documents: file,title,url,publisher,date,kind."
)
@click.option("--parser", default="auto", show_default=True, metavar="MODEL", help="An English spaCy model, or none.")
@click.option("--gazetteer", metavar="FOLDER", help="Your own tables of names, beside those shipped.")
@click.option(
    "--jobs", "-j", default=1, show_default=True, type=click.IntRange(min=1), help="Processes that share the work."
)
@click.option("--force", is_flag=True, help="Take a folder that is not ours; read every document again.")
@click.option("--prune", is_flag=True, help="Take out documents whose source is not among DOCS.")
@click.option("--validate", is_flag=True, help="Count what the shapes find.")
@click.pass_context
def build(
    ctx: click.Context,
    /,
    documents: tuple[str, ...],
    output: str,
    manifest: str | None,
    parser: str,
    gazetteer: str | None,
    jobs: int,
    force: bool,
    prune: bool,
    validate: bool,
) -> int:
    """Read documents (txt, md, html, pdf, docx: files, folders, patterns, -) into a graph, or bring one up to date.

    Only what is new or changed is read. A document that cannot be read is named, and the rest is built.

    \b
    servanda build texts/ 'more/*.pdf' -o kg
    curl -s https://example.org/statement.html | servanda build - -o kg
    """  # noqa: D301  (click reads \b)
    wanted: dict[str, Any] = {
        "manifest": manifest, "parser": parser, "gazetteer": gazetteer, "jobs": jobs, "force": force, "prune": prune,
        "validate": validate, "debug": ctx.find_root().params.get("debug", False),
    }  # fmt: skip
    if output == "-":
        return _build_to_stdout(documents, wanted)
    report = run_build(documents, Path(output), wanted)
    tell_build(report)
    return exit_code(report)


@click.command(short_help="Take documents out of a graph.")
@click.argument("documents", nargs=-1, required=True, metavar="DOCS...")
@options.graph
def remove(documents: tuple[str, ...], kg: Path) -> int:
    """Take documents out of a graph, with all that only they said. Name them by path, id or address."""
    from graph_builder.cli.terminal import say  # noqa: PLC0415
    from graph_builder.pipeline import remove as take_out  # noqa: PLC0415  (loads every room)

    for name in take_out(documents, kg):
        say(f"removed {name}")
    return 0


def run_build(documents: tuple[str, ...], output: Path, wanted: dict[str, Any]) -> BuildReport:
    """Build with a progress bar, where stderr is a terminal."""
    with _progress() as progress:
        from graph_builder.pipeline import build as make  # noqa: PLC0415  (loads every room)

        return make(documents, output, progress=progress, **wanted)


def exit_code(report: BuildReport) -> int:
    """Give the exit code of a build: a document in another language is left alone, which is no failure.

    Where nothing at all came of the sources, all of them failed.
    """
    if not report.read and not report.unchanged:
        return ALL_FAILED
    return SOME_FAILED if len(report.rejects) > len(report.other_languages) else 0


def tell_build(report: BuildReport) -> None:
    """Tell on stderr what a build did, what it left and why, and what the graph holds."""
    from graph_builder.cli.terminal import say  # noqa: PLC0415

    languages = set(report.other_languages)
    failed = [reject for reject in report.rejects if reject not in languages]
    _name_each("rejected", [f"{reject.name}: {reject.reason}" for reject in failed], "red")
    _name_each("not English", [f"{reject.name}: {reject.reason}" for reject in report.other_languages], "yellow")
    _name_each("duplicate", [f"{double.name}: same text as {double.of}" for double in report.duplicates], "dim")
    _name_each("warning", [f"{name}: {warning}" for name, warning in report.warnings], "yellow")
    _name_each("gone", [f"{name}: its source was not given; --prune takes it out" for name in report.gone], "yellow")
    _name_each("removed", list(report.removed), "dim")
    counts = [
        (len(report.read), "read"), (len(report.unchanged), "unchanged"), (len(report.duplicates), "duplicate"),
        (len(languages), "not in English"), (len(failed), "rejected"),
    ]  # fmt: skip
    done = ", ".join(f"{number:,} {what}" for number, what in counts if number) or "nothing read"
    say(f"{count_of(report.sources, 'source')}: {done} ({report.seconds:.1f} s)", "bold")
    say(
        f"graph: {count_of(report.documents, 'document')}, {count_of(report.actors, 'actor')}, "
        f"{count_of(report.commitments, 'commitment')} in {count_of(report.statements, 'statement')}; "
        f"{report.coverage:.0%} of the statements carry their exact words"
    )
    if report.read or report.unchanged:
        say(f"engines: {engines_of(report)}")
    if report.violations is not None:
        remedy = f" (servanda validate --kg {report.output} names them)" if report.violations else ""
        say(f"shapes: {count_of(report.violations, 'finding')}{remedy}", "yellow" if report.violations else None)
    listed = ", rejects.csv" if report.rejects or report.duplicates else ""
    say(f"saved in {report.output}: graph.trig, store, texts{listed}")


def engines_of(report: BuildReport) -> str:
    """Say which engines read the documents.

    A build without a parser is poorer, and says so.
    """
    engines = report.engines
    if engines.model:
        return f"surface grammar and parser ({engines.model} {engines.model_version})"
    return (
        "surface grammar alone: no parser model (servanda finds more with one: python -m spacy download en_core_web_sm)"
    )


def count_of(number: int, what: str) -> str:
    """Say how many there are of something.

    >>> count_of(1, "actor"), count_of(1200, "actor")
    ('1 actor', '1,200 actors')
    """
    return f"{number:,} {what}{'' if number == 1 else 's'}"


def _name_each(what: str, lines: list[str], style: str) -> None:
    from graph_builder.cli.terminal import one_line, say  # noqa: PLC0415

    for line in lines[:NAMED]:
        say(f"{what}: {one_line(line)}", style)
    if len(lines) > NAMED:
        say(f"{what}: and {len(lines) - NAMED:,} more (rejects.csv lists what gave no graph)", style)


def _build_to_stdout(documents: tuple[str, ...], wanted: dict[str, Any]) -> int:
    from tempfile import TemporaryDirectory  # noqa: PLC0415

    with TemporaryDirectory(prefix="servanda-") as scratch:
        report = run_build(documents, Path(scratch) / "kg", wanted)
        tell_build(report)
        sys.stdout.flush()
        sys.stdout.buffer.write((report.output / "graph.trig").read_bytes())
    return exit_code(report)


@contextlib.contextmanager
def _progress() -> Iterator[Callable[[int, int, str], None] | None]:
    from graph_builder.cli.terminal import console, one_line  # noqa: PLC0415

    screen = console(sys.stderr)
    if not sys.stderr.isatty() or not screen.is_terminal or screen.is_dumb_terminal:
        yield None
        return
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn  # noqa: PLC0415

    columns = (TextColumn("reading"), BarColumn(bar_width=24), MofNCompleteColumn(), TimeRemainingColumn(compact=True))
    with Progress(*columns, TextColumn("{task.fields[name]}", markup=False), console=screen, transient=True) as bar:
        task = bar.add_task("reading", total=None, name="loading word lists and parser")

        def tell(done: int, every: int, name: str) -> None:
            bar.update(task, completed=done, total=every, name=one_line(Path(name).name)[:40])

        yield tell
