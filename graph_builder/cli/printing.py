"""Results on paper: tables whose quotations are wrapped below their rows, and the formats for other programs."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from graph_builder.cli.terminal import console, harmless, one_line, say
from graph_builder.errors import ServandaError
from graph_builder.results import Cell, Iri, Result, count

if TYPE_CHECKING:
    from rich.console import Console
    from rich.text import Text

FORMATS = ("table", "csv", "tsv", "json", "ndjson", "markdown")
# What stands in the line below a quotation, or is for other programs; every other column stands in the table.
_BELOW = ("quote", "start", "end", "document", "issued", "url")
_ADDRESSES = ("iri", "evidence")
_NUMBERS = (int, float)
_GAP = 2
_STYLES = {
    "binding": "bold", "agreed": "bold", "pledged": "bold", "considered": "dim", "expected": "yellow",
    "superseded": "dim strike", "denied": "dim strike",
}  # fmt: skip


def emit(
    result: Result, form: str = "table", output: str = "-", *, iris: bool = False, all_by: str = "--limit"
) -> None:
    """Write a result to stdout ("-") or a file, which appears whole or not at all; notes go to stderr.

    ``iris`` shows addresses in tables, where names stand otherwise; ``all_by`` is the option that gives all rows.
    """
    for note in result.notes:
        say(note, "dim")
    if form == "table" and output == "-":
        print_table(console(sys.stdout), result, iris=iris)
    else:
        write_out(as_text(result, form, iris=iris), output)
    if result.more:
        say(f"{count(result)}: {all_by} 0 gives all", "yellow")
    elif not len(result):
        say("nothing found", "dim")


def write_out(text: str, output: str) -> None:
    """Write a text to stdout ("-") or a file; a pipe gets every character as it is, a terminal only harmless ones."""
    if output == "-":
        sys.stdout.write(harmless(text) if sys.stdout.isatty() else text)
        return
    from graph_builder.graph.files import write_whole  # noqa: PLC0415

    try:
        write_whole(Path(output), text.encode("utf-8", "backslashreplace"))
    except OSError as error:
        raise ServandaError(f"cannot be written: {error.strerror}", where=output) from error


def as_text(result: Result, form: str, *, iris: bool = False) -> str:
    """Give a result as text in one of ``FORMATS``."""
    if form == "table":
        with open(os.devnull, "w", encoding="utf-8") as nowhere:  # noqa: PTH123
            paper = console(nowhere)
            with paper.capture() as caught:
                print_table(paper, result, iris=iris)
        return caught.get()
    if form == "markdown":
        kept = _shown_columns(result, iris=iris)
        return _only(result, kept).to_markdown()
    if form == "json":
        return result.to_json() + "\n"
    return {"csv": result.to_csv, "tsv": result.to_tsv, "ndjson": result.to_ndjson}[form]()


def print_table(paper: Console, result: Result, *, iris: bool = False) -> None:
    """Print a result as an aligned table; where it has quotations, each stands wrapped below its row."""
    from rich.text import Text  # noqa: PLC0415  (slow to import)

    if not len(result):
        return
    if result.title:
        paper.print(Text(one_line(result.title), style="bold"))
        paper.print()
    quoted = "quote" in result.columns
    columns = [name for name in _shown_columns(result, iris=iris) if not (quoted and name in _BELOW)]
    places = [result.columns.index(name) for name in columns]
    heads = [name.replace("_", " ") for name in columns]
    cells = [
        [_words(result, row[place], name, iris=iris) for place, name in zip(places, columns, strict=True)]
        for row in result.rows
    ]
    right = [all(isinstance(row[place], _NUMBERS) for row in result.rows) for place in places]
    widths = column_widths([[head, *(row[at] for row in cells)] for at, head in enumerate(heads)], paper.width)
    _print_row(paper, [Text(head, style="bold") for head in heads], widths, right)
    paper.print(Text("─" * min(paper.width, sum(widths) + _GAP * (len(widths) - 1)), style="dim"))
    records = result.records()
    for at, shown in enumerate(cells):
        _print_row(paper, [Text(words, style=_STYLES.get(words, "")) for words in shown], widths, right)
        if quoted and (at + 1 == len(cells) or _below(records[at]) != _below(records[at + 1])):
            # rows that one passage bears out stand together above it
            print_quotation(paper, records[at])


def column_widths(columns: Sequence[Sequence[str]], total: int) -> list[int]:
    """Give each column its natural width, and take from the widest until all fit into ``total``.

    >>> column_widths([["a", "bb"], ["a long column of words"]], 12)
    [2, 8]
    """
    from rich.cells import cell_len  # noqa: PLC0415  (slow to import)

    widths = [max(map(cell_len, column), default=1) or 1 for column in columns]
    room = max(total - _GAP * (len(widths) - 1), 3 * len(widths))
    while sum(widths) > room:
        widest = max(widths)
        if widest <= 3:
            break
        widths[widths.index(widest)] -= 1
    return widths


def print_quotation(paper: Console, row: dict[str, Cell], indent: int = 4) -> None:
    """Print the quotation of a row and where it stands, wrapped and indented, and a blank line."""
    from rich.text import Text  # noqa: PLC0415  (slow to import)

    quote, source = _below(row)
    for words, style in ((quote, "italic cyan"), (source, "dim")):
        if words:
            for line in Text(words, style=style).wrap(paper, max(paper.width - indent - 2, 20)):
                line.rstrip()
                paper.print(Text(" " * indent) + line)
    paper.print()


def _below(row: dict[str, Cell]) -> tuple[str, str]:
    """Give the quotation of a row and its source, as they are shown."""
    quote = one_line(str(row.get("quote") or ""))
    source = [one_line(str(row["document"]))] if row.get("document") else []
    if row.get("issued"):
        source.append(str(row["issued"]))
    if row.get("start") is not None and row.get("end") is not None:
        source.append(f"characters {row['start']}–{row['end']}")
    return f"“{quote}”" if quote else "", " · ".join(source)


def _print_row(paper: Console, cells: Sequence[Text], widths: Sequence[int], right: Sequence[bool]) -> None:
    """Print a row of wrapped cells, without blanks at the ends of its lines."""
    from rich.text import Text  # noqa: PLC0415  (slow to import)

    wrapped = [cell.wrap(paper, width, overflow="fold") for cell, width in zip(cells, widths, strict=True)]
    for height in range(max(map(len, wrapped), default=0)):
        line = Text(end="")
        for cell, width, to_right in zip(wrapped, widths, right, strict=True):
            piece = cell[height] if height < len(cell) else Text()
            blank = " " * max(0, width - piece.cell_len)
            line.append(blank if to_right else "").append_text(piece)
            line.append("" if to_right else blank).append(" " * _GAP)
        line.rstrip()
        paper.print(line, no_wrap=True, overflow="ignore", crop=False)


def _shown_columns(result: Result, *, iris: bool) -> list[str]:
    """Choose the columns for readers: addresses are left to programs, and so are columns without any value."""
    if iris:
        return list(result.columns)
    named = [name for name in result.columns if name != "iri"] or list(result.columns)
    filled = [name for name in named if name in _BELOW or any(_says(cell) for cell in result.column(name))]
    return filled or named


def _says(cell: Cell) -> bool:
    return cell is not None and cell is not False and cell != ""


def _words(result: Result, cell: Cell, name: str, *, iris: bool) -> str:
    if not iris and name in _ADDRESSES and isinstance(cell, str) and not isinstance(cell, Iri):
        passages = len(cell.split())
        return f"{passages} passage{'' if passages == 1 else 's'}"
    if iris and isinstance(cell, Iri):
        return one_line(cell)
    if isinstance(cell, float):
        return f"{cell:.3f}"
    return one_line(result.shown(cell))


def _only(result: Result, columns: Sequence[str]) -> Result:
    places = [result.columns.index(name) for name in columns]
    rows = tuple(tuple(row[place] for place in places) for row in result.rows)
    return Result(tuple(columns), rows, result.title, result.more, result.labels, result.notes)
