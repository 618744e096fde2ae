"""PDF to text, in a child process: what a hostile file does to the reader, it does there, within limits."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from pathlib import Path

from graph_builder.documents.records import Metadata
from graph_builder.errors import UnreadableDocument

WALL_SECONDS = 90
_END = 4_096
_LONGEST_ANSWER = 160_000_000
_CHILD = Path(__file__).with_name("pdf_child.py")


def read_pdf(data: bytes, name: str, seconds: float = WALL_SECONDS) -> tuple[str, Metadata, tuple[str, ...]]:
    """The text of a PDF, its title where the file gives one, and warnings; at most ``seconds`` of clock time.

    Raises UnreadableDocument: not a PDF, encrypted, damaged, over a limit, or without text (a scan).
    """
    if b"%PDF-" not in data[:1024]:
        raise UnreadableDocument("not a PDF", where=name)
    # A lenient reader gives what is left of a file that broke off, without a word; half a treaty is no document.
    if b"%%EOF" not in data[-_END:]:
        raise UnreadableDocument("truncated: its end is missing", where=name)
    answer = _answer(data, name, seconds)
    if answer.get("error"):
        raise UnreadableDocument(_line(str(answer["error"])), where=name)
    text = re.sub("[\x00\ud800-\udfff]", "\ufffd", str(answer.get("text") or ""))
    if not text.strip():
        raise UnreadableDocument("a PDF without text", where=name, remedy="a scan needs character recognition first")
    return text, Metadata(title=_title(answer.get("title"), text)), ()


def _answer(data: bytes, name: str, seconds: float) -> dict[str, object]:
    try:
        # By its path and with -P, so that neither the package nor the working folder is imported in there.
        child = subprocess.run(
            [sys.executable, "-P", "-X", "utf8", str(_CHILD)],
            input=data,
            capture_output=True,
            timeout=seconds,
            check=False,
        )
    except subprocess.TimeoutExpired as error:
        raise UnreadableDocument(f"not read within {seconds:g} seconds", where=name) from error
    except OSError as error:
        raise UnreadableDocument(f"the PDF reader could not be started: {error.strerror}", where=name) from error
    if child.returncode or len(child.stdout) > _LONGEST_ANSWER:
        raise UnreadableDocument("the PDF reader ran into its limits", where=name)
    try:
        answer = json.loads(child.stdout)
    except ValueError as error:
        raise UnreadableDocument("the PDF reader gave no answer", where=name) from error
    return answer if isinstance(answer, dict) else {}


def _line(words: str) -> str:
    return " ".join("".join(c if c.isprintable() else " " for c in words).split())[:200]


def _title(words: object, text: str) -> str | None:
    """The title in the file's properties, only where the text says it too: many hold a template's or a file's name."""
    title = " ".join(str(words or "").split())
    squeezed = "".join(c for c in title.casefold() if c.isalnum())
    head = "".join(c for c in text[:6000].casefold() if c.isalnum())
    return title if len(squeezed) >= 8 and squeezed in head else None
