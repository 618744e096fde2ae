"""``demo``: all of it at once, on the sample documents."""

from __future__ import annotations

from pathlib import Path
from typing import Protocol


class Ended(Protocol):
    code: int
    out: str
    err: str


class Servanda(Protocol):
    def __call__(self, *arguments: str, stdin: str = "") -> Ended: ...


def test_the_demo_builds_asks_measures_draws_and_says_where_everything_is(servanda: Servanda, tmp_path: Path) -> None:
    folder = tmp_path / "demo"
    ended = servanda("demo", "-o", str(folder), "--parser", "none")
    assert ended.code == 0
    assert "100% of the statements carry their exact words" in ended.err
    assert "surface grammar alone" in ended.err
    for heading in ("Due in a year\n", "Network of actors: measures\n"):
        assert heading in ended.out
    assert "“" in ended.out
    for name, path in (("the page", "servanda.html"), ("the graph", "graph.trig"), ("the texts", "texts")):
        assert f"{name:<12} {folder / path}" in ended.out
        assert (folder / path).exists()
    assert b"<html" in (folder / "servanda.html").read_bytes()[:2000]
    again = servanda("demo", "-o", str(folder), "--parser", "none")
    assert again.code == 0
    assert " unchanged (" in again.err
    assert again.out == ended.out
