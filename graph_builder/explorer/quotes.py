"""Quotations in their context, cut here in code points so that the page never counts characters itself."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path
from urllib.parse import urlsplit

CONTEXT = 180
_SPACE = re.compile(r"\s+")
_FRONT_MATTER = re.compile(r"\ufeff?---\r?\n(?:.*\n)*?---\s+")

Parts = tuple[tuple[str, str], ...]
Span = tuple[int, int]


def context(text: str, start: int, end: int, width: int = CONTEXT) -> tuple[str, str]:
    r"""The words before and after a span, at most ``width`` code points each, whole words, with "…" where cut.

    >>> context("The two ministers met. They agreed to reopen the bridge. Work begins in May.", 23, 55, width=12)
    ('… met. ', '. Work …')
    >>> context("---\ntitle: Bridges\n---\nThey met. They parted.", 33, 45)
    ('They met. ', '')
    """
    begin = max(_body(text) if _body(text) <= start else 0, start - width)
    before = text[begin:start]
    if begin == start - width and begin > 0:
        before = "… " + before[_first_word(before) :]
    after = text[end : end + width]
    if end + width < len(text):
        after = after[: _last_word(after)] + " …"
    return before, after


def _body(text: str) -> int:
    """Where the text begins behind its front matter: title and date of a document are told elsewhere."""
    found = _FRONT_MATTER.match(text)
    return found.end() if found else 0


def _first_word(piece: str) -> int:
    found = _SPACE.search(piece)
    return found.end() if found else 0


def _last_word(piece: str) -> int:
    spaces = list(_SPACE.finditer(piece))
    return spaces[-1].start() if spaces else len(piece)


def parts(before: str, words: str, after: str, marks: Sequence[tuple[Span, str]] = ()) -> Parts:
    """Context and quotation as (words, mark) in reading order; ``marks`` are spans within ``words``.

    Where marks overlap the later one wins.

    >>> parts("", "They agreed to meet", "", [((5, 11), "cue")])
    (('They ', 'quote'), ('agreed', 'cue'), (' to meet', 'quote'))
    """
    mark_at = ["quote"] * len(words)
    for (start, end), mark in marks:
        for place in range(max(0, start), min(end, len(words))):
            mark_at[place] = mark
    cut: list[tuple[str, str]] = [(before, "context")] if before else []
    begin = 0
    for place in range(1, len(words) + 1):
        if place == len(words) or mark_at[place] != mark_at[begin]:
            cut.append((words[begin:place], mark_at[begin]))
            begin = place
    if after:
        cut.append((after, "context"))
    return tuple(cut)


def web_address(value: str) -> str:
    """The address if it is an absolute http or https one, else "": nothing else may become a link.

    >>> web_address("https://example.org/a"), web_address("javascript:alert(1)"), web_address("https:///x")
    ('https://example.org/a', '', '')
    """
    try:
        split = urlsplit(value)
    except ValueError:
        return ""
    return value if split.scheme in {"http", "https"} and split.hostname and value.isprintable() else ""


def texts_of(folder: Path | None, names: Sequence[str]) -> dict[str, str]:
    """The texts as read, by document name ("<12 hex>"), of those that the folder holds.

    Only plain names are looked up: an identifier in a store that came from elsewhere must not lead out of the folder.
    """
    if folder is None:
        return {}
    found = {}
    for name in names:
        path = folder / f"{name}.txt"
        if re.fullmatch(r"[0-9A-Za-z][0-9A-Za-z_-]*", name) and path.is_file():
            found[name] = path.read_bytes().decode("utf-8", errors="replace")
    return found
