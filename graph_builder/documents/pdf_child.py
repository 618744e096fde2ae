"""The text of one PDF, read in a process of its own: bytes on standard input, one JSON object on standard output.

Run by path, so nothing of the package is imported here. The limits are set before the first byte is looked at.
"""

from __future__ import annotations

import io
import json
import logging
import re
import sys
import warnings
from collections import Counter

_CPU_SECONDS = 60
_MEMORY = 2 * 1024**3
_MOST_PAGES = 2_000
_MOST_TEXT = 20_000_000
_NUMBER = re.compile(r"\d+")


def main() -> None:
    """Read a PDF from standard input; write ``{"text": ..., "title": ..., "pages": ...}`` or ``{"error": ...}``."""
    _limit()
    try:
        answer = _read(sys.stdin.buffer.read())
    except MemoryError:
        answer = {"error": "needs too much memory"}
    except RecursionError:
        answer = {"error": "damaged: its parts are nested without end"}
    except Exception as error:  # any failure of the reader on a hostile file is one line for the user
        answer = {"error": f"damaged or truncated: {type(error).__name__}: {error}"}
    sys.stdout.buffer.write(json.dumps(answer).encode("ascii"))


def _limit() -> None:
    try:
        import resource  # noqa: PLC0415 - not on every system
    except ImportError:  # a system without such limits; the caller's clock still runs
        return
    for which, most in ((resource.RLIMIT_CPU, _CPU_SECONDS), (resource.RLIMIT_AS, _MEMORY), (resource.RLIMIT_CORE, 0)):
        try:
            _, hard = resource.getrlimit(which)
            resource.setrlimit(which, (most if hard in {resource.RLIM_INFINITY, -1} else min(most, hard), hard))
        except (ValueError, OSError):
            continue


def _read(data: bytes) -> dict[str, object]:
    import pypdf  # noqa: PLC0415 - after the limits are set

    logging.disable(logging.CRITICAL)
    warnings.simplefilter("ignore")
    reader = pypdf.PdfReader(io.BytesIO(data), strict=False)
    if reader.is_encrypted and not reader.decrypt(""):
        return {"error": "encrypted, and the password is not known"}
    count = len(reader.pages)
    if count > _MOST_PAGES:
        return {"error": f"{count} pages, more than {_MOST_PAGES}"}
    pages = []
    size = 0
    for page in reader.pages:
        text = page.extract_text() or ""
        size += len(text)
        if size > _MOST_TEXT:
            return {"error": f"more than {_MOST_TEXT // 1_000_000} million characters of text"}
        pages.append(text)
    title = reader.metadata.title if reader.metadata is not None else None
    return {"text": _joined(pages), "title": title if isinstance(title, str) else None, "pages": count}


def _joined(pages: list[str]) -> str:
    """The pages as one text, without page numbers and the lines that most pages repeat at their edges."""
    split = [[line.rstrip() for line in page.replace("\f", "\n").replace("\r", "\n").split("\n")] for page in pages]
    split = [[line for line in lines if line] for lines in split]
    edges = Counter(shape for lines in split for shape in {_shape(line) for line in (*lines[:2], *lines[-2:])})
    running = {
        shape
        for shape, times in edges.items()
        if len(pages) >= 3 and times >= max(3, len(pages) // 2) and not shape.endswith(".")
    }
    for lines in split:
        for _ in range(3):
            if lines and (_shape(lines[0]) in running or _is_number(lines[0])):
                del lines[0]
            if lines and (_shape(lines[-1]) in running or _is_number(lines[-1])):
                del lines[-1]
    return "\n".join("\n".join(lines) for lines in split if lines)


def _shape(line: str) -> str:
    return _NUMBER.sub("#", line.strip())


def _is_number(line: str) -> bool:
    return re.fullmatch(r"(?:page\s)?[-–—\s]*\d{1,4}(?:\s?(?:/|of)\s?\d{1,4})?[-–—\s]*", line.strip(), re.I) is not None


if __name__ == "__main__":
    main()
