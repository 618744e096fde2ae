"""The command as a process: how fast it starts, what it loads, how it ends."""

from __future__ import annotations

import os
import resource
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

COMMAND = [sys.executable, "-m", "graph_builder"]
ENDLESS = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l }"


def started(*arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [*COMMAND, *arguments],
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
        env=os.environ | environment,
    )


def test_help_takes_less_than_a_third_of_a_second_of_cpu() -> None:
    spent = []
    for _ in range(3):
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        assert started("--help").returncode == 0
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        spent.append(after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime)
    assert min(spent) < 0.3


@pytest.mark.parametrize(
    "arguments",
    [["--help"], ["--version"], ["query", "--help"], ["query", "due-in-year", "--help"], ["build", "--help"], ["nope"]],
)
def test_nothing_heavy_is_loaded_before_it_is_needed(arguments: list[str]) -> None:
    program = (
        "import sys\nfrom graph_builder.cli import main\n"
        f"try:\n    main({arguments!r})\nexcept SystemExit:\n    pass\n"
        "heavy = {'rdflib', 'networkx', 'pyvis', 'spacy', 'pyoxigraph', 'pandas', 'numpy', 'trafilatura', 'pyshacl'}\n"
        "sys.stderr.write('LOADED ' + ' '.join(sorted(heavy & set(sys.modules))))"
    )
    ended = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert ended.stderr.endswith("LOADED ")


def test_importing_the_package_loads_nothing_heavy() -> None:
    program = (
        "import graph_builder, sys; print({'rdflib', 'networkx', 'spacy', 'pyoxigraph', 'click'} & set(sys.modules))"
    )
    assert (
        subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True).stdout == "set()\n"
    )


def test_help_names_every_exit_code() -> None:
    shown = started("--help").stdout
    for code in ("0 ", "1 ", "2 ", "3 ", "4 ", "5 ", "130 "):
        assert f"\n    {code}" in shown
    assert [
        word for word in shown.split() if word in {"demo", "build", "remove", "validate", "show", "analyze", "draw"}
    ]


def test_without_a_command_the_help_is_shown_and_the_code_says_so() -> None:
    ended = started()
    assert (ended.returncode, ended.stdout) == (2, "")
    assert ended.stderr.startswith("Usage: servanda")


def test_a_reader_that_goes_away_is_no_error(kg: Path) -> None:
    command = [*COMMAND, "query", "SELECT * { ?s ?p ?o }", "--limit", "0", "--format", "csv", "--kg", str(kg)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        assert process.stdout.readline() == b"s,p,o\n"
        process.stdout.close()
        assert process.stderr.read() == b""
        assert process.wait(30) == 0


@pytest.mark.parametrize("arguments", [("query", "exact-words"), ("query", "--list"), ("show", "Norway"), ("--help",)])
def test_a_reader_that_was_never_there_is_no_error(kg: Path, arguments: tuple[str, ...]) -> None:
    ours, theirs = os.pipe()
    os.close(ours)
    command = [*COMMAND, *arguments] + ([] if arguments == ("--help",) else ["--kg", str(kg)])
    ended = subprocess.run(command, stdout=theirs, stderr=subprocess.PIPE, check=False)
    os.close(theirs)
    assert ended.returncode == 0
    assert b"Error" not in ended.stderr


@pytest.mark.skipif(sys.platform == "win32", reason="signals of Unix")
def test_an_interrupted_command_says_so(kg: Path) -> None:
    command = [*COMMAND, "query", ENDLESS, "--timeout", "60", "--kg", str(kg)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, start_new_session=True) as process:
        time.sleep(1.5)
        os.killpg(process.pid, signal.SIGINT)
        out, err = process.communicate(timeout=30)
    assert (process.returncode, out, err.strip()) == (130, b"", b"interrupted")


def test_a_question_that_does_not_end_is_ended(kg: Path) -> None:
    ended = started("query", ENDLESS, "--timeout", "0.5", "--kg", str(kg))
    assert (ended.returncode, ended.stdout) == (1, "")
    assert ended.stderr == "servanda: query: timed out after 0.5 s (narrow it, or allow more with --timeout)\n"


def test_data_is_utf8_whatever_the_locale(kg: Path) -> None:
    command = [
        *COMMAND,
        "query",
        "SELECT DISTINCT ?n { ?s skos:prefLabel ?n FILTER(STRSTARTS(?n, 'C')) }",
        "--kg",
        str(kg),
    ]
    settings = os.environ | {"LC_ALL": "C", "PYTHONIOENCODING": "ascii", "PYTHONUTF8": "0"}
    sent = subprocess.run(command, capture_output=True, check=True, env=settings).stdout
    assert "Côte d'Ivoire" in sent.decode("utf-8")


def test_the_shell_completes_commands_questions_and_their_options() -> None:
    def completed(words: str, cword: int) -> set[str]:
        ended = started(_SERVANDA_COMPLETE="bash_complete", COMP_WORDS=words, COMP_CWORD=str(cword))
        return {line.partition(",")[2] for line in ended.stdout.splitlines()}

    assert {"demo", "draw"} <= completed("servanda d", 1)
    assert completed("servanda query due", 2) == {"due-in-year"}
    assert completed("servanda query network-actors --ro", 3) == {"--roll-up"}
    assert "--year" not in completed("servanda query network-actors --", 3)
    assert "complete" in started(_SERVANDA_COMPLETE="bash_source").stdout
