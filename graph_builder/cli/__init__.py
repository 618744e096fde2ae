"""The command line, one file a command group. This one holds what all commands share: how they end."""

from __future__ import annotations

import os
import sys
from typing import NoReturn

import click

from graph_builder import __version__
from graph_builder.cli.asking import query, show
from graph_builder.cli.building import build, remove
from graph_builder.cli.checking import validate
from graph_builder.cli.demo import demo
from graph_builder.cli.drawing import analyze, draw

USAGE, FAILURE, INTERRUPTED = 2, 1, 130

EPILOG = """\b
Exit codes
  0    done
  1    failure: every document failed, a time limit ran out, a file cannot be used
  2    the command cannot be understood: option, question, value or SPARQL
  3    some documents failed; the rest is written
  4    nothing was found, and --fail-empty was given
  5    findings (validate only)
  130  interrupted

\b
"-" is standard input or output. Data goes to stdout, everything else to stderr.
--debug, anywhere, shows the traceback of an error.
NO_COLOR, FORCE_COLOR, TERM=dumb, COLUMNS and SERVANDA_KG (the graph, else kg) are heeded.
Completion in bash: eval "$(_SERVANDA_COMPLETE=bash_source servanda)"; zsh and fish likewise.
"""


class Ordered(click.Group):
    """A group that lists its commands in the order of the work, not of the alphabet."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Give the names in the order in which the commands were added."""
        return list(self.commands)


@click.group(
    cls=Ordered,
    name="servanda",
    epilog=EPILOG,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
)
@click.version_option(__version__, "-V", "--version", message="servanda %(version)s")
@click.option("--debug", is_flag=True, hidden=True, help="Show the traceback of an error.")
def servanda(debug: bool) -> None:
    """Who promised what, to whom, how firmly, by when, and in which exact words.

    \b
    servanda demo                                        look at it all with sample documents
    servanda build DOCS -o kg                            documents in, graph out
    servanda query commitments-by-actor --actor Japan    ask it
    """  # noqa: D301  (click reads \b)


for _command in (demo, build, remove, validate, query, show, analyze, draw):
    servanda.add_command(_command)


def main(arguments: list[str] | None = None) -> NoReturn:
    """Run the command line and end the process with one of the exit codes of ``servanda --help``.

    ``arguments`` are those of the process where None is given. Every error is one line on stderr, with ``--debug``
    a traceback; a reader that closes the pipe ends the command quietly.
    """
    given = sys.argv[1:] if arguments is None else arguments
    debug = "--debug" in given
    from graph_builder.cli.terminal import use_utf8  # noqa: PLC0415

    use_utf8()
    try:
        rest = [argument for argument in given if argument != "--debug"]
        code = _run(["--debug", *rest] if debug else rest, debug=debug)
        sys.stdout.flush()
    except BrokenPipeError:
        code = 0
        # what is left in the buffer has no reader; Python must not find that out at exit
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    sys.exit(code)


def _run(given: list[str], *, debug: bool) -> int:
    from graph_builder.cli.terminal import say  # noqa: PLC0415
    from graph_builder.errors import BadParameter, QueryError, QueryTimeout, ServandaError  # noqa: PLC0415

    streams = sys.stdout, sys.stderr
    try:
        code = servanda.main(given, prog_name="servanda", standalone_mode=False)
        return code if isinstance(code, int) else 0
    except BrokenPipeError:
        raise
    except SystemExit as ended:
        if sys.stdout is not streams[0]:  # click takes a closed pipe for a failure, and wraps the streams then
            sys.stdout, sys.stderr = streams
            raise BrokenPipeError from None
        return ended.code if isinstance(ended.code, int) else 0
    except (click.Abort, KeyboardInterrupt):
        say("interrupted")
        return INTERRUPTED
    except click.ClickException as error:
        if debug:
            raise
        return _tell_usage(error)
    except ServandaError as error:
        if debug:
            raise
        say(f"servanda: {error}", "red")
        asked_wrongly = isinstance(error, QueryError | BadParameter) and not isinstance(error, QueryTimeout)
        return USAGE if asked_wrongly else FAILURE
    except Exception as error:
        if debug:
            raise
        what = " ".join(str(error).split()) or type(error).__name__
        say(f"servanda: {type(error).__name__}: {what} (--debug shows where; please report it)", "red")
        return FAILURE


def _tell_usage(error: click.ClickException) -> int:
    """Tell of a command that cannot be understood, on one line; without any arguments the help is shown."""
    from graph_builder.cli.terminal import say  # noqa: PLC0415

    if isinstance(error, click.exceptions.NoArgsIsHelpError):
        error.show()
        return USAGE
    context = getattr(error, "ctx", None)
    hint = f" ({context.command_path} --help shows how)" if context else ""
    say(f"servanda: {error.format_message().rstrip('.')}{hint}", "red")
    return USAGE if isinstance(error, click.UsageError) else FAILURE
