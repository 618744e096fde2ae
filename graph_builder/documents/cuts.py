"""What is cut out of the middle of a paragraph: a dateline that runs on, remains of links, signs of a heading."""

from __future__ import annotations

import re

from graph_builder.documents.datelines import days_in, run_in
from graph_builder.documents.furniture import residue
from graph_builder.documents.lines import trimmed
from graph_builder.documents.paragraphs import Paragraph
from graph_builder.documents.records import READ_ZONES, Block

_HEADING_SIGNS = re.compile(r"#{1,6}\s+|[*_]{1,3}(?=\w)")
_TRAILING_SIGNS = re.compile(r"\s*(?:#+|[*_]{1,3})$")
_ARTICLE_RUNS_ON = re.compile(
    r"((?:Article|ARTICLE|Section|SECTION)\s+(?:[IVXLC]{1,7}|\d{1,3})\s?[.:–—-])\s+(?=[A-Z“(])"
)
_WEEKDAY = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
_PLACE_WORD = rf"(?!{_WEEKDAY})[A-Z][a-z][\w'’.-]*"
_DATE_AT_END = re.compile(rf"[\s,]+((?:{_PLACE_WORD}(?:\s{_PLACE_WORD})?,\s+)?(?:{_WEEKDAY},?\s+)?)$")
_LEADS_ON = re.compile(r"\b(?:of|on|in|at|to|from|the|for|by|since|until|dated)$", re.I)


def blocks_of_paragraph(
    text: str, paragraph: Paragraph, zone: str, level: int, marker: str, *, opens: bool
) -> list[Block]:
    """The blocks of one paragraph. ``opens`` marks the first paragraph of running text, where a dateline may stand."""
    start, end = paragraph.start, paragraph.end
    if zone not in READ_ZONES:
        return [Block(start, end, zone)]
    blocks: list[Block] = []
    if zone in {"title", "heading"}:
        start, end, level = _without_signs(text, start, end)
        if start >= end:
            return [Block(paragraph.start, paragraph.end, "boilerplate")]
        if zone == "title":
            return _title(text, start, end, level)
    if opens and (after := run_in(text, start, end)) > start:
        left, right = trimmed(text, start, after)
        blocks.append(Block(left, right, "dateline"))
        start = after
    if zone == "body" and (article := _ARTICLE_RUNS_ON.match(text, start, min(end, start + 40))):
        blocks.append(Block(article.start(1), article.end(1), "heading", 1))
        start = article.end()
    for left, right in residue(text, start, end):
        blocks += _piece(text, start, left, zone, level, marker)
        # A lone full stop after the remains of a link goes with them.
        start, marker = right if any(c.isalnum() for c in text[right:end]) else end, ""
        blocks.append(Block(*trimmed(text, left, start), "boilerplate"))
    return blocks + _piece(text, start, end, zone, level, marker)


def _piece(text: str, start: int, end: int, zone: str, level: int, marker: str) -> list[Block]:
    left, right = trimmed(text, start, end)
    if left >= right:
        return []
    return [Block(left, right, zone, level, marker)]


def _without_signs(text: str, start: int, end: int) -> tuple[int, int, int]:
    """A heading without the signs of Markdown around it, and its depth (1 where it has no sign)."""
    found = _HEADING_SIGNS.match(text, start, end)
    if found is None:
        bare = text[start:end].strip("#*_ \t")
        return (start, end, 1) if bare else (end, end, 1)
    level = max(1, text[start : found.end()].count("#"))
    closing = _TRAILING_SIGNS.search(text[found.end() : end])
    return *trimmed(text, found.end(), found.end() + closing.start() if closing else end), level


def _title(text: str, start: int, end: int, level: int) -> list[Block]:
    """The title, and after it the date that some archives print on its line."""
    days = [day for day in days_in(text, max(start, end - 60), end) if day.end == end]
    before = _DATE_AT_END.search(text[start : days[-1].start]) if days else None
    if before is None or _LEADS_ON.search(text[start : start + before.start()]):
        return [Block(start, end, "title", level)]
    left, right = trimmed(text, start, start + before.start())
    if right - left < 10:
        return [Block(start, end, "title", level)]
    return [Block(left, right, "title", level), Block(*trimmed(text, start + before.start(1), end), "dateline")]
