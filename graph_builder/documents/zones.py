"""Zones: which part each stretch of a text plays. Furniture is masked by its zone; nothing is taken away.

The order: front matter, paragraphs, furniture by its own words, lists of other headlines, the head (title, dateline,
credits), the tail (what stands after the last sentence of the text), headings, and at last what is cut out of the
middle of a paragraph (datelines that run on, remains of links).
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from graph_builder.documents.captions import is_caption
from graph_builder.documents.cuts import blocks_of_paragraph
from graph_builder.documents.datelines import is_date_line
from graph_builder.documents.edges import first_of_text, is_article, mark_head, mark_tail, opens_outcomes
from graph_builder.documents.front_matter import front_matter_end
from graph_builder.documents.lines import lines_of, trimmed
from graph_builder.documents.markers import Nesting
from graph_builder.documents.masks import (
    HEAD,
    mark_after_the_end,
    mark_between_furniture,
    mark_lists_of_headlines,
    mark_repeated,
)
from graph_builder.documents.paragraphs import Paragraph, is_finished, paragraphs_of, words_of
from graph_builder.documents.records import Block

_ENDS_ABBREVIATED = re.compile(r"(?:\b[A-Z]\.){2,}$")
_HEADING_WORDS = 16


def zones_of(text: str, title: str | None = None) -> tuple[Block, ...]:
    r"""The blocks of ``text``, in order and disjoint; ``title`` is the title where it is known from elsewhere.

    Every visible character outside list markers and heading signs stands in one block.

    >>> page = "Fish talks\n\nOslo, 4 March 2020\n\nNorway and Iceland agreed to share data on cod.\n\nShare this page"
    >>> [block.zone for block in zones_of(page)]
    ['title', 'dateline', 'body', 'boilerplate']
    """
    begin = front_matter_end(text)
    paragraphs = paragraphs_of(text, lines_of(text, begin))
    zones = _zones(text, paragraphs, title)
    blocks: list[Block] = []
    if begin:
        blocks.append(Block(*trimmed(text, 0, begin), "front-matter"))
    nesting = Nesting()
    first_body = True
    for paragraph, zone in zip(paragraphs, zones, strict=True):
        level = 0
        if zone == "list-item":
            level = nesting.level(paragraph.marker, paragraph.indent) if paragraph.marker else 1
        elif zone in {"heading", "title"} or (zone == "body" and paragraph.indent == 0 and paragraph.gap):
            nesting.close()
        marker = paragraph.marker.text if paragraph.marker and zone == "list-item" else ""
        blocks += blocks_of_paragraph(text, paragraph, zone, level, marker, opens=first_body and zone == "body")
        first_body = first_body and zone != "body"
    return tuple(blocks)


def _zones(text: str, paragraphs: Sequence[Paragraph], title: str | None) -> list[str]:
    """One zone for each paragraph."""
    zones = ["boilerplate" if p.furniture in {"line", "one", "end"} else "" for p in paragraphs]
    mark_repeated(text, paragraphs, zones)
    first = first_of_text(text, paragraphs, zones)
    mark_lists_of_headlines(text, paragraphs, zones, first)
    mark_after_the_end(text, paragraphs, zones)
    mark_head(text, paragraphs, zones, first, title)
    _mark_middle(text, paragraphs, zones)
    mark_between_furniture(text, paragraphs, zones)
    mark_tail(text, paragraphs, zones)
    return zones


def _mark_middle(text: str, paragraphs: Sequence[Paragraph], zones: list[str]) -> None:
    """Captions, headings, list items and body in what no other rule has claimed."""
    lead_in = False  # after a colon, or below "Outcomes": what follows is a list, marked or not
    for at, p in enumerate(paragraphs):
        if zones[at]:
            lead_in = lead_in and zones[at] == "boilerplate"
            continue
        words = words_of(text, p)
        if len(words) == 1 or not any(c.isalpha() for c in words):
            zones[at] = "boilerplate"
            continue
        if p.marker is not None:
            zones[at] = "list-item"
            continue
        finished = is_finished(words) and not (lead_in and _ENDS_ABBREVIATED.search(words) and len(words) < 120)
        if at < HEAD and is_date_line(words):
            zones[at] = "dateline"
        elif is_caption(words) and (not finished or len(words.split(None, 60)) <= 60):
            zones[at] = "caption"
        elif is_article(words):
            zones[at], lead_in = "heading", False
        elif lead_in and not finished and len(words.split(None, 60)) <= 60:
            zones[at] = "list-item"
        elif _is_heading(words, finished):
            zones[at] = "heading"
            lead_in = opens_outcomes(words)
        else:
            zones[at] = "body"
            lead_in = words.endswith(":") or (lead_in and len(words) <= 12)  # the head of a table


def _is_heading(words: str, finished: bool) -> bool:
    if words.startswith("#"):
        return True
    if finished or len(words.split(None, _HEADING_WORDS + 1)) > _HEADING_WORDS:
        return False
    return (words[0].isupper() or not words[0].isalpha()) and words[-1] != ","
