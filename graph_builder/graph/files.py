"""Files that are either wholly there or not at all."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO


@contextmanager
def written_whole(path: Path) -> Iterator[IO[bytes]]:
    """Open a binary file that takes its place at ``path`` only when all of it is on disk.

    The bytes go to a neighbour first, which is synced and renamed; if anything fails the old file stays as it was.
    """
    part = path.with_name(f".{path.name}.part")
    try:
        with part.open("wb") as out:
            yield out
            out.flush()
            os.fsync(out.fileno())
        part.replace(path)
    finally:
        part.unlink(missing_ok=True)


def write_whole(path: Path, content: bytes) -> None:
    """Write a file so that it is either the old one or the new one, never half of it."""
    with written_whole(path) as out:
        out.write(content)
