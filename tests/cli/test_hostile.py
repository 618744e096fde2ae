"""Documents are anybody's: nothing in them may drive a terminal, a spreadsheet or a page."""

from __future__ import annotations

import os
import pty
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph_builder.cli.terminal import harmless, one_line

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="a pseudo-terminal is a thing of Unix")


def on_a_terminal(*arguments: str, **environment: str) -> bytes:
    """What a terminal of 80 columns would be sent on stdout."""
    ours, theirs = pty.openpty()
    kept = {k: v for k, v in os.environ.items() if k not in {"NO_COLOR", "FORCE_COLOR", "TTY_COMPATIBLE"}}
    settings = kept | {"TERM": "xterm-256color", "COLUMNS": "80"} | environment
    command = [sys.executable, "-m", "graph_builder", *arguments]
    with subprocess.Popen(command, stdout=theirs, stderr=subprocess.DEVNULL, env=settings) as process:
        os.close(theirs)
        sent = b""
        while True:
            try:
                piece = os.read(ours, 65536)
            except OSError:
                break
            if not piece:
                break
            sent += piece
        assert process.wait(30) == 0
    os.close(ours)
    return sent


HOSTILE = ("query", "commitments-by-actor", "--strength", "desired")


@pytest.mark.parametrize("form", ["table", "csv", "json", "markdown"])
def test_a_terminal_gets_no_escape_of_a_document(kg: Path, form: str) -> None:
    sent = on_a_terminal(*HOSTILE, "--kg", str(kg), "--format", form, NO_COLOR="1").decode()
    assert "red" in sent
    assert "\x1b" not in sent
    assert "\u202e" not in sent


def test_colours_are_ours_alone(kg: Path) -> None:
    sent = on_a_terminal(*HOSTILE, "--kg", str(kg)).decode()
    assert "\x1b[" in sent
    assert "\x1b[31mred" not in sent
    assert "␛[31mred␛[0m" in sent


def test_a_pipe_gets_every_character(kg: Path) -> None:
    command = [sys.executable, "-m", "graph_builder", *HOSTILE, "--kg", str(kg), "--format", "tsv"]
    sent = subprocess.run(command, capture_output=True, check=True).stdout.decode()
    assert "\x1b[31mred\x1b[0m" in sent
    assert "\u202egnirts" in sent


@pytest.mark.parametrize(
    ("environment", "coloured"),
    [
        ({}, True),
        ({"NO_COLOR": "1"}, False),
        ({"TERM": "dumb"}, False),
        ({"NO_COLOR": "1", "FORCE_COLOR": "1"}, False),
        ({"FORCE_COLOR": "1"}, True),
    ],
)
def test_colour_is_the_readers_choice(kg: Path, environment: dict[str, str], coloured: bool) -> None:
    sent = on_a_terminal("query", "topics-rolled-up", "--kg", str(kg), **environment)
    assert (b"\x1b[" in sent) is coloured


@pytest.mark.parametrize(("environment", "coloured"), [({}, False), ({"FORCE_COLOR": "1"}, True)])
def test_a_pipe_gets_colours_only_when_forced(kg: Path, environment: dict[str, str], coloured: bool) -> None:
    kept = {k: v for k, v in os.environ.items() if k not in {"NO_COLOR", "FORCE_COLOR"}}
    command = [sys.executable, "-m", "graph_builder", "query", "topics-rolled-up", "--kg", str(kg)]
    settings = kept | {"TERM": "xterm"} | environment
    sent = subprocess.run(command, capture_output=True, check=True, env=settings).stdout
    assert (b"\x1b[" in sent) is coloured


@given(st.text(max_size=50))
def test_harmless_text_is_harmless_and_otherwise_the_same(text: str) -> None:
    shown = harmless(text)
    assert not any((ord(c) < 32 and c not in "\t\n") or 127 <= ord(c) < 160 for c in shown)
    assert not set(shown) & set("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
    assert len(shown) == len(text)
    assert harmless(shown) == shown
    assert "\n" not in one_line(text)
