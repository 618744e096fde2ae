"""Questions under a time limit: each is answered by a process of its own, which is killed when its time is up.

The engine cannot be interrupted, and a careless question can take hours and all memory. The child opens the store
for reading only, so nothing that is asked can change it, and hands back JSON.
"""

from __future__ import annotations

import contextlib
import json
import subprocess
import sys
from collections.abc import Callable, Mapping
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING, Any

from graph_builder import errors
from graph_builder.results import Cell, Iri, Result

if TYPE_CHECKING:
    from pyoxigraph import Store

    from graph_builder.queries import Question

MEMORY_LIMIT = 4 << 30  # bytes a question may take beside the mapped files of the store
# -I keeps modules in the working directory from being imported; the parent's path stands in for it.
_START = (
    "import json,sys; sys.path[:]=json.loads(sys.stdin.readline()); from graph_builder.asking import child; child()"
)


def ask(
    source: Path,
    asked: str | Question,
    values: Mapping[str, object] | None = None,
    *,
    seconds: float = 10.0,
    max_rows: int | None = None,
) -> Result:
    """Answer a question out of the graph at ``source`` (a folder that ``build`` wrote, or a TriG file).

    Takes what :func:`graph_builder.queries.run` takes and gives its :class:`Result`; raises its errors, and
    :class:`QueryTimeout` when ``seconds`` have passed.
    """
    from graph_builder.queries import Question  # noqa: PLC0415  (they know each other)

    request = {
        "source": str(source),
        "asked": asked if isinstance(asked, str) else None,
        "text": asked.text if isinstance(asked, Question) else None,
        "name": asked.name if isinstance(asked, Question) else None,
        "values": {
            name: value if isinstance(value, bool) else str(value)
            for name, value in (values or {}).items()
            if value is not None
        },
        "max_rows": max_rows,
    }
    sent = json.dumps([str(Path(place).absolute()) for place in sys.path]) + "\n" + json.dumps(request)
    command = [sys.executable, "-I", "-c", _START]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        try:
            out, complaint = process.communicate(sent.encode("utf-8", "surrogatepass"), timeout=seconds)
        except subprocess.TimeoutExpired:
            process.kill()
            raise errors.QueryTimeout(
                f"timed out after {seconds:g} s",
                where=asked.name if isinstance(asked, Question) else "query",
                remedy="narrow it, or allow more with --timeout",
            ) from None
        except BaseException:
            process.kill()
            raise
    try:
        reply = json.loads(out)
    except ValueError:
        raise _gave_up(complaint.decode(errors="replace"), process.returncode) from None
    if "error" in reply:
        kind, what, where, remedy = reply["error"]
        raise getattr(errors, kind, errors.QueryError)(what, where=where, remedy=remedy)
    return Result(
        tuple(reply["columns"]),
        tuple(tuple(_read(cell) for cell in row) for row in reply["rows"]),
        reply["title"],
        reply["more"],
        reply["labels"],
        tuple(reply["notes"]),
    )


def _gave_up(complaint: str, code: int) -> errors.QueryError:
    """Say why a child ended without an answer."""
    if "memory allocation" in complaint or "MemoryError" in complaint:
        return errors.QueryError(f"the question needs more than {MEMORY_LIMIT >> 30} GB of memory", remedy="narrow it")
    last = [line for line in complaint.splitlines() if line.strip()][-1:] or [f"it ended with code {code}"]
    return errors.QueryError(f"the engine gave up: {last[0].strip()[:200]}")


def child() -> None:
    """Answer the request on stdin; only :func:`ask` starts this, in a process of its own."""
    from graph_builder.queries import parse_question, run  # noqa: PLC0415

    request = json.loads(sys.stdin.read())
    _limit_memory()
    try:
        asked = request["asked"] or parse_question(request["text"], request["name"], request["name"])
        found = run(open_source(Path(request["source"])), asked, request["values"], request["max_rows"])
        reply: dict[str, Any] = {
            "columns": found.columns,
            "rows": [[_written(cell) for cell in row] for row in found.rows],
            "title": found.title,
            "more": found.more,
            "labels": dict(found.labels),
            "notes": found.notes,
        }
    except errors.ServandaError as error:
        reply = {"error": [type(error).__name__, error.what, error.where, error.remedy]}
    except MemoryError:
        reply = {"error": ["QueryError", "the question needs too much memory", "", "narrow it"]}
    sys.stdout.write(json.dumps(reply))
    sys.stdout.flush()


def open_source(source: Path) -> Store:
    """Open a graph for reading: the store of a folder, or a TriG file loaded into memory."""
    if source.is_file():
        from pyoxigraph import RdfFormat, Store  # noqa: PLC0415

        store = Store()
        try:
            store.bulk_load(path=str(source), format=RdfFormat.TRIG)
        except (SyntaxError, OSError, ValueError) as error:
            raise errors.StoreError(f"this is no TriG file: {error}", where=str(source)) from error
        return store
    from graph_builder.graph.store import open_store  # noqa: PLC0415  (a walk through the graph room only where needed)

    return open_store(source)


def _limit_memory() -> None:
    with contextlib.suppress(ImportError, OSError, ValueError):
        import resource  # noqa: PLC0415  (not on every system)

        _, most = resource.getrlimit(resource.RLIMIT_DATA)
        limit = MEMORY_LIMIT if most == resource.RLIM_INFINITY else min(MEMORY_LIMIT, most)
        resource.setrlimit(resource.RLIMIT_DATA, (limit, most))


def _written(cell: Cell) -> Any:
    """Write a value so that JSON keeps its kind."""
    if isinstance(cell, Iri):
        return ["iri", str(cell)]
    if isinstance(cell, datetime):
        return ["moment", cell.isoformat()]
    if isinstance(cell, date):
        return ["day", cell.isoformat()]
    if isinstance(cell, Decimal):
        return ["decimal", str(cell)]
    if isinstance(cell, float):
        return ["float", repr(cell)]
    return cell


_KINDS: dict[str, Callable[[str], Cell]] = {
    "iri": Iri,
    "moment": datetime.fromisoformat,
    "day": date.fromisoformat,
    "decimal": Decimal,
    "float": float,
}


def _read(cell: Any) -> Cell:
    return _KINDS[cell[0]](cell[1]) if isinstance(cell, list) else cell
