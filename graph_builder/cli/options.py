"""Options that several commands share, and questions that bring options of their own."""

from __future__ import annotations

import itertools
import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click
from click.shell_completion import CompletionItem

from graph_builder.assets import QUERIES

if TYPE_CHECKING:
    from graph_builder.queries import Parameter, Question

Command = TypeVar("Command", bound=Callable[..., Any])

graph = click.option(
    "--kg",
    "-k",
    default="kg",
    envvar="SERVANDA_KG",
    show_default=True,
    type=click.Path(path_type=Path),
    help="The graph: a folder that build wrote, or a TriG file.",
)
form = click.option(
    "--format",
    "form",
    default="table",
    show_default=True,
    type=click.Choice(["table", "csv", "tsv", "json", "ndjson", "markdown"]),
    help="csv is guarded for spreadsheets; tsv and json keep every character.",
)
output = click.option("--output", "-o", default="-", metavar="FILE", help="Write there instead of to stdout.")
iris = click.option("--iris", is_flag=True, help="Show addresses in tables, and columns for programs.")
fail_empty = click.option("--fail-empty", is_flag=True, help="Exit with 4 when nothing is found.")


def seconds(most: float) -> Callable[[Command], Command]:
    """Give the option of a time limit with a default."""
    return click.option(
        "--timeout",
        "seconds",
        default=most,
        show_default=True,
        type=click.FloatRange(min=0, min_open=True),
        metavar="SECONDS",
        help="Give up after so long.",
    )


class AskingCommand(click.Command):
    """A command whose options include the parameters of the question that it is given, by name or as a file.

    So ``--help``, completion and the check of options know the parameters of each question.
    """

    default_question: str | None = None

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Find the question among the arguments before they are read."""
        ctx.meta["question"] = _named(args, self.default_question)
        return super().parse_args(ctx, args)

    def get_params(self, ctx: click.Context) -> list[click.Parameter]:
        """Add the parameters of the question to those of the command."""
        own = super().get_params(ctx)
        asked: Question | None = ctx.meta.get("question")
        taken = {option for parameter in own for option in parameter.opts}
        more = [_option(parameter) for parameter in (asked.parameters if asked else ())]
        return own + [option for option in more if not taken & set(option.opts)]

    def format_help_text(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Say what the question asks, where one is given."""
        asked: Question | None = ctx.meta.get("question")
        if asked is None or not asked.question or asked.name == self.default_question:
            super().format_help_text(ctx, formatter)
            return
        formatter.write_paragraph()
        with formatter.indentation():
            formatter.write_text(f"{asked.title}. {asked.question}")

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """List the parameters of the question apart from the options of the command."""
        asked: Question | None = ctx.meta.get("question")
        names = {parameter.name for parameter in asked.parameters} if asked else set()
        parted: dict[bool, list[tuple[str, str]]] = {True: [], False: []}
        for parameter in self.get_params(ctx):
            record = parameter.get_help_record(ctx) if isinstance(parameter, click.Option) else None
            if record is not None:
                parted[parameter.name in names].append(record)
        for heading, own in ((f"Options of {asked.name if asked else ''}", True), ("Options", False)):
            if parted[own]:
                with formatter.section(heading):
                    formatter.write_dl(parted[own])


class MeasuringCommand(AskingCommand):
    """An asking command that asks for the network of actors unless told otherwise."""

    default_question = "network-actors"


def asked_values(ctx: click.Context, given: Mapping[str, Any]) -> dict[str, Any]:
    """Pick the values for the question out of all options given."""
    asked: Question | None = ctx.meta.get("question")
    return {parameter.name: given.get(parameter.name) for parameter in (asked.parameters if asked else ())}


def question_asked(words: str | None, file: str | None) -> Question:
    """Find what is asked: a named question, the text of one, or what a file or stdin ("-") says."""
    from graph_builder.queries import is_text, parse_question, question, read_question  # noqa: PLC0415

    if file is not None and words is not None:
        raise click.UsageError("give a question or --file, not both")
    if "-" in (file, words):
        return parse_question(sys.stdin.read(), "stdin", "stdin")
    if file is not None:
        return read_question(Path(file))
    if words is None:
        raise click.UsageError("what is the question? (servanda query --list shows the named ones)")
    return parse_question(words) if is_text(words) else question(words)


def complete_question(_ctx: click.Context, _param: click.Parameter, incomplete: str) -> list[CompletionItem]:
    """Complete the name of a question."""
    from graph_builder.queries import questions  # noqa: PLC0415

    return [CompletionItem(one.name, help=one.question) for one in questions() if one.name.startswith(incomplete)]


def _named(args: list[str], default: str | None) -> Question | None:
    from graph_builder.errors import QueryError  # noqa: PLC0415
    from graph_builder.queries import read_question  # noqa: PLC0415

    known = {path.stem: path for path in sorted(QUERIES.glob("*.rq"))}
    files = [Path(after) for before, after in itertools.pairwise(args) if before in {"-f", "--file"}]
    files += [Path(arg.partition("=")[2]) for arg in args if arg.startswith("--file=")]
    files += [known[arg] for arg in args if arg in known]
    files += [known[default]] if default in known and not files else []
    try:
        return read_question(files[0]) if files and str(files[0]) != "-" else None
    except QueryError:
        return None  # the command itself will say what is wrong with the file


def _option(parameter: Parameter) -> click.Option:
    needed = "required" if parameter.required else f"default {parameter.default}" if parameter.default else ""
    about = parameter.about + (f"  [{needed}]" if needed else "")
    if parameter.type == "yes or no":
        name = parameter.option.removeprefix("--")
        return click.Option([f"--{name}/--no-{name}", parameter.name], default=None, help=about)
    day = parameter.type in {"first day", "last day"}
    return click.Option(
        [parameter.option, parameter.name], help=about, metavar="DATE" if day else parameter.type.upper()
    )
