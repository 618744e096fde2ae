"""What a build did, counted and named."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from graph_builder.documents.sources import Reject
from graph_builder.statements.records import Engines


@dataclass(frozen=True, slots=True, order=True)
class Duplicate:
    """A source whose text another source has too; ``of`` is the one that was read."""

    name: str
    of: str


@dataclass(frozen=True, slots=True)
class BuildReport:
    """The outcome of one build. Names are paths as the user gave them, each list sorted.

    ``read``, ``unchanged``, ``duplicates`` and ``rejects`` together account for every source of this build. ``gone``
    are documents in the graph whose source was not in the input; ``removed`` those taken out. ``documents`` counts all
    that the graph now holds; ``coverage`` is the share (0 to 1) of statements with their exact words. ``engines`` are
    those of this build; ``violations`` the number of shape violations, None where they were not looked for.
    """

    output: Path
    read: tuple[str, ...]
    unchanged: tuple[str, ...]
    duplicates: tuple[Duplicate, ...]
    rejects: tuple[Reject, ...]
    gone: tuple[str, ...]
    removed: tuple[str, ...]
    warnings: tuple[tuple[str, str], ...]
    documents: int
    actors: int
    statements: int
    commitments: int
    coverage: float
    engines: Engines
    violations: int | None
    seconds: float

    @property
    def sources(self) -> int:
        """The number of sources that this build was given."""
        return len(self.read) + len(self.unchanged) + len(self.duplicates) + len(self.rejects)

    @property
    def other_languages(self) -> tuple[Reject, ...]:
        """The sources that were not read because they are not in English."""
        return tuple(reject for reject in self.rejects if reject.reason.startswith("language "))


def rejects_table(rejects: Sequence[Reject], duplicates: Sequence[Duplicate]) -> bytes:
    r"""Write what gave no graph as CSV in UTF-8: file, outcome ("rejected", "language", "duplicate"), reason.

    >>> rejects_table([Reject("a.txt", "empty")], [Duplicate("c.txt", "b.txt")]).decode().splitlines()
    ['file,outcome,reason', 'a.txt,rejected,empty', 'c.txt,duplicate,same text as b.txt']
    """
    rows = [(r.name, "language" if r.reason.startswith("language ") else "rejected", r.reason) for r in rejects]
    rows += [(double.name, "duplicate", f"same text as {double.of}") for double in duplicates]
    out = io.StringIO()
    table = csv.writer(out, lineterminator="\n")
    table.writerow(("file", "outcome", "reason"))
    table.writerows(sorted(rows))
    return out.getvalue().encode("utf-8", "backslashreplace")
