"""What a question gives back: named columns, typed rows, and the forms they can take."""

from __future__ import annotations

import html
import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from graph_builder.errors import MissingExtra
from graph_builder.sparql import PREFIXES

if TYPE_CHECKING:
    import networkx as nx

SHOWN_ROWS = 20
_MARKDOWN = re.compile(r"([\\`*_\[\]|~#])")
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


class Iri(str):
    """The address of a thing or concept; every other text in a row is words."""

    __slots__ = ()

    @property
    def short(self) -> str:
        """The address with a declared prefix, or whole.

        >>> Iri("https://w3id.org/servanda/id/state/jpn").short
        'id:state/jpn'
        """
        for prefix, start in PREFIXES.items():
            if self.startswith(start) and len(self) > len(start):
                return f"{prefix}:{self[len(start) :]}"
        return str(self)


Cell = Iri | str | int | float | Decimal | bool | date | None


@dataclass(frozen=True, slots=True)
class Result:
    """The answer to a question.

    ``rows`` hold Python values (days as :class:`datetime.date`, addresses as :class:`Iri`, nothing as ``None``);
    ``labels`` give the names of the addresses in them; ``more`` says that there were more rows than asked for;
    ``notes`` say how a value was understood ("US" is the United States).

    >>> answer = Result(("actor", "year"), (("Japan", 2025),))
    >>> len(answer), answer.column("actor"), answer.records()
    (1, ('Japan',), [{'actor': 'Japan', 'year': 2025}])
    """

    columns: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
    title: str = ""
    more: bool = False
    labels: Mapping[str, str] = field(default_factory=dict, compare=False)
    notes: tuple[str, ...] = ()

    def __len__(self) -> int:
        return len(self.rows)

    def __iter__(self) -> Iterator[tuple[Cell, ...]]:
        return iter(self.rows)

    def column(self, name: str) -> tuple[Cell, ...]:
        """Give one column from top to bottom; a ``KeyError`` names the columns there are."""
        if name not in self.columns:
            raise KeyError(f"no column {name!r}: there are {', '.join(self.columns)}")
        place = self.columns.index(name)
        return tuple(row[place] for row in self.rows)

    def records(self) -> list[dict[str, Cell]]:
        """Give each row as a dictionary from column to value."""
        return [dict(zip(self.columns, row, strict=True)) for row in self.rows]

    def shown(self, cell: Cell) -> str:
        """Give a value as a reader sees it: a name for an address, an ISO day, "yes" or "no", nothing for nothing."""
        if isinstance(cell, Iri):
            return self.labels.get(cell) or cell.short
        return plain(cell)

    def to_csv(self) -> str:
        """Give comma-separated values with a heading, made to be opened in a spreadsheet.

        A text that a spreadsheet would run as a formula is guarded by an apostrophe, since documents are anybody's;
        ``to_tsv`` and ``to_json`` give every character as it is.

        >>> print(Result(("quote",), (("=1+1",),)).to_csv(), end="")
        quote
        '=1+1
        """
        lines = [list(self.columns), *([_guarded(cell) for cell in row] for row in self.rows)]
        return "".join(",".join(_quoted(cell) for cell in line) + "\n" for line in lines)

    def to_tsv(self) -> str:
        r"""Give tab-separated values with a heading, one row a line; tabs, line ends and backslashes are escaped.

        >>> Result(("quote", "start"), (("two\nlines", 4),)).to_tsv().splitlines()
        ['quote\tstart', 'two\\nlines\t4']
        """
        lines = [self.columns, *(tuple(plain(cell) for cell in row) for row in self.rows)]
        return "".join("\t".join(_escaped(cell) for cell in line) + "\n" for line in lines)

    def to_json(self, indent: int | None = 2) -> str:
        """Give a JSON array with one object a row; days are ISO 8601, numbers numbers, nothing is null."""
        return json.dumps([_simple(row) for row in self.records()], ensure_ascii=False, indent=indent)

    def to_ndjson(self) -> str:
        """Give one JSON object a line."""
        return "".join(json.dumps(_simple(row), ensure_ascii=False) + "\n" for row in self.records())

    def to_markdown(self) -> str:
        """Give a table in Markdown; nothing in a cell can act as markup."""
        lines = [self.columns, ("---",) * len(self.columns)]
        lines += [tuple(_no_markup(self.shown(cell)) for cell in row) for row in self.rows]
        return "".join(f"| {' | '.join(line)} |\n" for line in lines)

    def to_df(self) -> Any:
        """Give a pandas ``DataFrame`` with typed columns; an empty one keeps its columns.

        Raises :class:`MissingExtra` where pandas is not installed.
        """
        try:
            import pandas as pd  # noqa: PLC0415  (an extra, and slow to import)
        except ImportError as error:
            raise MissingExtra(
                "pandas is not installed", remedy="python -m pip install 'servanda[notebooks]'"
            ) from error
        return pd.DataFrame({name: _typed(pd, self.column(name)) for name in self.columns}, columns=list(self.columns))

    def to_network(self) -> nx.MultiDiGraph[str]:
        """Give the network of a result with columns source and target: :func:`graph_builder.analysis.network`."""
        from graph_builder.analysis.networks import network  # noqa: PLC0415  (networkx is slow to import)

        return network(self)

    def _repr_html_(self) -> str:
        head = "".join(f"<th style='text-align:left'>{html.escape(name)}</th>" for name in self.columns)
        body = "".join(
            "<tr>" + "".join(f"<td style='text-align:left'>{self._html(cell)}</td>" for cell in row) + "</tr>"
            for row in self.rows[:SHOWN_ROWS]
        )
        caption = f"<caption>{html.escape(self.title)}</caption>" if self.title else ""
        left = len(self) - SHOWN_ROWS
        rest = f"<p>… of {count(self)} rows</p>" if left > 0 or self.more else ""
        return f"<table>{caption}<thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>{rest}"

    def _html(self, cell: Cell) -> str:
        words = html.escape(self.shown(cell))
        return f"<span title='{html.escape(cell)}'>{words}</span>" if isinstance(cell, Iri) else words


def count(result: Result) -> str:
    """Say how many rows there are: "12", "first 1,000 of more".

    >>> count(Result(("a",), ((1,),), more=True))
    'first 1 of more'
    """
    return f"first {len(result):,} of more" if result.more else f"{len(result):,}"


def plain(cell: Cell) -> str:
    """Give a value as text: an ISO day, "yes" or "no", a number without noise, an address whole.

    >>> [plain(value) for value in (None, True, date(2024, 8, 28), 0.30000000000000004, "words")]
    ['', 'yes', '2024-08-28', '0.3', 'words']
    """
    if cell is None:
        return ""
    if isinstance(cell, bool):
        return "yes" if cell else "no"
    if isinstance(cell, date):
        return cell.isoformat()
    if isinstance(cell, float):
        return f"{cell:.6g}"
    return str(cell)


def _guarded(cell: Cell) -> str:
    text = plain(cell)
    return f"'{text}" if isinstance(cell, str) and text.startswith(_FORMULA) else text


def _quoted(text: str) -> str:
    """Quote a cell where CSV asks for it; the csv module forgets a carriage return when lines end in a line feed."""
    quote = '"'
    return f'"{text.replace(quote, quote * 2)}"' if any(mark in text for mark in ',"\r\n') else text


def _escaped(text: str) -> str:
    return text.replace("\\", "\\\\").replace("\t", "\\t").replace("\n", "\\n").replace("\r", "\\r")


def _simple(row: Mapping[str, Cell]) -> dict[str, Any]:
    return {
        name: cell.isoformat() if isinstance(cell, date) else float(cell) if isinstance(cell, Decimal) else cell
        for name, cell in row.items()
    }


def _no_markup(text: str) -> str:
    return _MARKDOWN.sub(r"\\\1", html.escape(" ".join(text.split()), quote=False))


def _typed(pd: Any, cells: tuple[Cell, ...]) -> Any:
    """Give a column the narrowest pandas type that holds all its values."""
    kinds = {type(cell) for cell in cells if cell is not None}
    if kinds == {bool}:
        return pd.Series(list(cells), dtype="boolean")
    if kinds == {int}:
        return pd.Series(list(cells), dtype="Int64")
    if kinds and kinds <= {int, float, Decimal}:
        return pd.Series([None if cell is None else float(cell) for cell in cells], dtype="float64")  # type: ignore[arg-type]
    if kinds and all(issubclass(kind, date) for kind in kinds):
        return pd.to_datetime(pd.Series(list(cells), dtype="object"), errors="coerce")
    return pd.Series(
        [cell if cell is None or not isinstance(cell, Iri) else str(cell) for cell in cells], dtype="object"
    )
