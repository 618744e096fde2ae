"""The manifest: a table of what the user knows of the documents (file, title, url, publisher, date, kind)."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path, PurePosixPath

from graph_builder.documents.decoding import decoded
from graph_builder.documents.metadata import kind_slug
from graph_builder.documents.records import Metadata
from graph_builder.documents.sources import Source, bytes_of, one_line
from graph_builder.errors import MalformedTable, UnreadableDocument

_COLUMNS = ("title", "url", "publisher", "date", "kind")


@dataclass(frozen=True, slots=True)
class Manifest:
    """``rows`` by file as written in the table (with "/" between folders); paths count from ``folder``."""

    folder: Path = Path()
    rows: Mapping[str, Metadata] = field(default_factory=dict)

    def get(self, source: Source | Path | str) -> Metadata | None:
        """What the table says of a source: by its path from the table's folder, else by its base name, else None.

        >>> Manifest(Path("corpus"), {"visit.txt": Metadata(title="A visit")}).get("elsewhere/visit.txt").title
        'A visit'
        """
        path = Path(source.path if isinstance(source, Source) else source)
        folder = self.folder.absolute()
        try:
            inside = path.absolute().relative_to(folder).as_posix()
        except ValueError:
            inside = ""
        found = self.rows.get(inside) if inside else None
        return found if found is not None else self.rows.get(path.name)


def read_manifest(path: Path | str | None) -> Manifest:
    """The manifest at ``path``; without a path an empty one.

    Columns are found by their names in the first line, in any order; others than file, title, url, publisher, date and
    kind are ignored, and an empty cell is unknown. Raises MalformedTable with ``file:line``.
    """
    if path is None:
        return Manifest()
    name = one_line(str(path))
    try:
        text, _ = decoded(bytes_of(Source(str(path))), name)
    except UnreadableDocument as error:
        raise MalformedTable(error.what, where=name) from error
    rows: dict[str, Metadata] = {}
    reader = csv.reader(io.StringIO(text.removeprefix("\ufeff"), newline=""), strict=True)
    try:
        header = [cell.strip().lower() for cell in next(reader, [])]
        if "file" not in header:
            raise MalformedTable("no column 'file'", where=f"{name}:1", remedy="name the columns in the first line")
        for cells in reader:
            if any(cell.strip() for cell in cells):
                file, metadata = _row(header, cells, f"{name}:{reader.line_num}")
                if rows.setdefault(file, metadata) is not metadata:
                    raise MalformedTable(f"{one_line(file)!r} stands twice", where=f"{name}:{reader.line_num}")
    except csv.Error as error:
        raise MalformedTable(
            f"not a table of comma-separated values: {error}", where=f"{name}:{reader.line_num}"
        ) from error
    return Manifest(Path(path).parent, rows)


def _row(header: list[str], cells: list[str], where: str) -> tuple[str, Metadata]:
    if len(cells) > len(header):
        what = f"{len(cells)} cells under {len(header)} columns"
        raise MalformedTable(what, where=where, remedy="put cells with a comma in double quotes")
    values = {column: cell.strip() for column, cell in zip(header, cells, strict=False)}
    file = PurePosixPath(values.get("file", "").replace("\\", "/")).as_posix()
    if file == ".":
        raise MalformedTable("no file is named", where=where)
    known = {column: values.get(column) or None for column in _COLUMNS}
    issued = known["date"]
    if issued is not None and not _is_day(issued):
        raise MalformedTable(f"{issued[:40]!r} is no day", where=where, remedy="write days as 2031-05-04")
    kind = kind_slug(known["kind"]) if known["kind"] else None
    if known["kind"] and not kind:
        raise MalformedTable(f"{known['kind'][:40]!r} is no kind", where=where, remedy="such as joint-statement")
    if known["url"] and not re.fullmatch(r"[A-Za-z][A-Za-z0-9+.-]*:[^\s<>\"{}|\\^`]+", known["url"]):
        raise MalformedTable(
            f"{known['url'][:40]!r} is no address", where=where, remedy="such as https://example.org/1"
        )
    return file, Metadata(
        title=known["title"], issued=issued, publisher=known["publisher"], kind=kind, url=known["url"]
    )


def _is_day(words: str) -> bool:
    try:
        return re.fullmatch(r"\d{4}-\d\d-\d\d", words) is not None and date.fromisoformat(words) is not None
    except ValueError:
        return False
