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
from graph_builder.documents.datelines import has_clock, is_date_line, is_place_line
from graph_builder.documents.front_matter import front_matter_end
from graph_builder.documents.furniture import is_title_case
from graph_builder.documents.headlines import headline, is_breadcrumb, is_byline, is_section_name
from graph_builder.documents.lines import lines_of
from graph_builder.documents.markers import Nesting
from graph_builder.documents.notices import is_pause, is_promotion
from graph_builder.documents.paragraphs import Paragraph, is_finished, paragraphs_of
from graph_builder.documents.records import READ_ZONES, Block

_ENDS_SENTENCE = ".!?…"
_CLOSERS = "\"'”’»)]*_"
_FORMULA = re.compile(
    r"(?:done|signed|given|made|agreed|adopted|issued)\s+(?:at|in|on|by|this)\b|in (?:witness|faith) whereof|for (?:and on behalf of )?the (?:government|republic|kingdom|ministry|department|people|european|united)|on behalf of",
    re.I,
)
_ARTICLE = re.compile(
    r"(?:article|section|chapter|part|annex|appendix|schedule|protocol|title|rule|principle|attachment)\s+(?:[IVXLC]{1,7}|\d{1,3}|[A-Z])\b",
    re.I,
)
_PREAMBLE = re.compile(r"(?:preamble|annex|appendix|schedule|attachment)s?$", re.I)
_CONTACT = re.compile(
    r"(?:(?:press|media)\s+(?:contacts?|officers?|(?:e|i)nquiries)|contacts?|for (?:press|media) (?:e|i)nquiries)\b.{0,40}:?$",
    re.I,
)
_ENDS_ABBREVIATED = re.compile(r"(?:\b[A-Z]\.){2,}$")
_LONG = 12
_HEAD = 60
_HEADING_WORDS = 16


def zones_of(text: str, title: str | None = None) -> tuple[Block, ...]:
    """The blocks of ``text``, in order and disjoint; ``title`` is the title where it is known from elsewhere.

    Every visible character outside list markers and heading signs stands in one block.

    >>> page = "Talks on fishing\\n\\nOslo, 4 March 2020\\n\\nNorway and Iceland agreed to share all data on cod stocks.\\n\\nShare this page"
    >>> [block.zone for block in zones_of(page)]
    ['title', 'dateline', 'body', 'boilerplate']
    """
    begin = front_matter_end(text)
    paragraphs = paragraphs_of(text, lines_of(text, begin))
    zones = _zones(text, paragraphs, title)
    blocks: list[Block] = []
    if begin:
        blocks.append(
            Block(len(text[:begin]) - len(text[:begin].lstrip("\ufeff")), len(text[:begin].rstrip()), "front-matter")
        )
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


def _words(text: str, paragraph: Paragraph) -> str:
    return text[paragraph.start : paragraph.end]


def _is_sentence(words: str, least: int) -> bool:
    """Whether a paragraph ends as a sentence does and is at least so many words long."""
    return words.rstrip(_CLOSERS)[-1:] in set(_ENDS_SENTENCE) and len(words.split(None, least)) >= least


def _zones(text: str, paragraphs: Sequence[Paragraph], title: str | None) -> list[str]:
    """One zone for each paragraph."""
    zones = ["boilerplate" if p.furniture in {"line", "one", "end"} else "" for p in paragraphs]
    _mark_repeated(text, paragraphs, zones)
    _mark_lists_of_headlines(text, paragraphs, zones)
    _mark_after_the_end(text, paragraphs, zones)
    _mark_head(text, paragraphs, zones, title)
    _mark_middle(text, paragraphs, zones)
    _mark_between_furniture(text, paragraphs, zones)
    _mark_tail(text, paragraphs, zones)
    return zones


def _mark_repeated(text: str, paragraphs: Sequence[Paragraph], zones: list[str]) -> None:
    """A short unfinished paragraph that stands three times is a running head or a button."""
    count: dict[str, int] = {}
    for p in paragraphs:
        if p.end - p.start <= 100 and p.marker is None:
            words = _words(text, p)
            count[words] = count.get(words, 0) + 1
    for at, p in enumerate(paragraphs):
        if p.end - p.start <= 100 and count.get(_words(text, p), 0) >= 3 and not is_finished(_words(text, p)):
            zones[at] = "boilerplate"


def _mark_lists_of_headlines(text: str, paragraphs: Sequence[Paragraph], zones: list[str]) -> None:
    """The headlines below "Most read", "Related stories" and their like, up to the next sentence of the text."""
    at = 0
    while at < len(paragraphs):
        opener = paragraphs[at].furniture
        following = at + 1
        if opener == "one":
            while following < len(paragraphs) and not any(c.isalnum() for c in _words(text, paragraphs[following])):
                following += 1
            if following < len(paragraphs) and not zones[following] and _is_headline(text, paragraphs[following]):
                zones[following] = "boilerplate"
        elif opener == "list":
            while following < len(paragraphs) and (zones[following] or _is_headline(text, paragraphs[following])):
                zones[following] = "boilerplate"
                following += 1
            if following > at + 1 or at + 1 == len(paragraphs):
                zones[at] = "boilerplate"
            at = following - 1
        at += 1


def _is_headline(text: str, p: Paragraph) -> bool:
    """Whether a paragraph could stand in a list of headlines: unfinished, or short for a sentence of the text."""
    words = _words(text, p)
    return (
        p.furniture != ""
        or not _is_sentence(words, _LONG)
        or is_promotion(words)
        or (len(words) < 160 and is_title_case(words))
    )


def _mark_after_the_end(text: str, paragraphs: Sequence[Paragraph], zones: list[str]) -> None:
    """All that stands after "###" or "-end-", and the names and numbers below "Press contacts"."""
    whole = paragraphs[-1].end - paragraphs[0].start if paragraphs else 0
    for at, p in enumerate(paragraphs):
        if p.furniture == "end" and (paragraphs[-1].end - p.end) < 0.4 * whole:
            zones[at:] = ["boilerplate"] * (len(zones) - at)
            return
        if at > len(paragraphs) // 2 and p.end - p.start <= 60 and p.marker is None and _CONTACT.match(_words(text, p)):
            zones[at] = "boilerplate"
            following = at + 1
            while following < len(paragraphs) and not _is_sentence(_words(text, paragraphs[following]), _LONG):
                zones[following] = "boilerplate"
                following += 1


def _mark_head(text: str, paragraphs: Sequence[Paragraph], zones: list[str], title: str | None) -> None:
    """Everything before the first sentence of the text: title, dateline, captions, names of sections, letterheads."""
    first = _first_of_text(text, paragraphs, zones)
    for at in range(first):
        words = _words(text, paragraphs[at])
        if not zones[at] and any(c.isdigit() for c in words) and is_date_line(words):
            zones[at] = "dateline"
        elif not zones[at] and is_caption(words):
            zones[at] = "caption"
        elif not zones[at] and is_byline(words):
            zones[at] = "boilerplate"
    named = headline(text, paragraphs, zones, first, title)
    if named is not None:
        zones[named] = "title"
    for at in range(first):
        if zones[at]:
            continue
        words = _words(text, paragraphs[at])
        next_zone = next((zones[later] for later in range(at + 1, first) if zones[later] != "boilerplate"), "")
        short = len(words.split(None, 5)) <= 4
        if is_breadcrumb(words) or (named is not None and at < named and is_section_name(words)):
            zones[at] = "boilerplate"
        elif (
            named is not None
            and at > named
            and short
            and next_zone == "dateline"
            and has_clock(_dateline_after(text, paragraphs, zones, at))
        ):
            zones[at] = "caption"  # papers that print a clock time put the credit of the picture above it
        elif is_place_line(words) and (next_zone == "dateline" or (at == first - 1 and words.endswith("."))):
            zones[at] = "dateline"


def _dateline_after(text: str, paragraphs: Sequence[Paragraph], zones: Sequence[str], at: int) -> str:
    return next(
        (_words(text, paragraphs[later]) for later in range(at + 1, len(zones)) if zones[later] == "dateline"), ""
    )


def _first_of_text(text: str, paragraphs: Sequence[Paragraph], zones: Sequence[str]) -> int:
    """The index of the first paragraph that is running text: a sentence, a list item, or long."""
    for at, p in enumerate(paragraphs[:_HEAD]):
        if zones[at]:
            continue
        words = _words(text, p)
        if is_caption(words) or is_date_line(words):
            continue
        if _is_sentence(words, 7) and (words.endswith(".") or not is_title_case(words)):
            return at
        long = len(words.split(None, 45)) > 45 or (p.marker is not None and len(words.split(None, 6)) > 6)
        if long or (p.end - p.start > 60 and words[-1] in ",;:"):
            return at
    # No sentence is long enough: whatever first ends as a sentence does is the text.
    short = (at for at, p in enumerate(paragraphs) if not zones[at] and _is_sentence(_words(text, p), 3))
    return next(short, min(len(paragraphs), _HEAD))


def _mark_middle(text: str, paragraphs: Sequence[Paragraph], zones: list[str]) -> None:
    """Captions, headings, list items and body in what no other rule has claimed."""
    lead_in = False
    for at, p in enumerate(paragraphs):
        if zones[at]:
            lead_in = lead_in and zones[at] == "boilerplate"
            continue
        words = _words(text, p)
        if len(words) == 1 or not any(c.isalpha() for c in words):
            zones[at] = "boilerplate"
            continue
        if p.marker is not None:
            zones[at] = "list-item"
            continue
        finished = is_finished(words) and not (lead_in and _ENDS_ABBREVIATED.search(words) and len(words) < 120)
        if at < _HEAD and is_date_line(words):
            zones[at] = "dateline"
        elif is_caption(words) and (not finished or len(words.split(None, 60)) <= 60):
            zones[at] = "caption"
        elif _is_heading(text, paragraphs, at, words, finished):
            zones[at] = "list-item" if lead_in and not _is_article(words) else "heading"
        else:
            zones[at] = "body"
            lead_in = words.endswith(":")


def _is_article(words: str) -> bool:
    return _ARTICLE.match(words) is not None or _PREAMBLE.match(words) is not None


def _is_heading(text: str, paragraphs: Sequence[Paragraph], at: int, words: str, finished: bool) -> bool:
    if words.startswith("#"):
        return True
    if finished and not (words.endswith(".") and len(words) < 60 and _is_article(words)):
        return False
    count = len(words.split(None, _HEADING_WORDS + 1))
    return count <= _HEADING_WORDS and (words[0].isupper() or not words[0].isalpha()) and words[-1] not in ","


def _mark_between_furniture(text: str, paragraphs: Sequence[Paragraph], zones: list[str]) -> None:
    """Short lines that lead to no text: between two buttons, or two of them above one. Places above a dateline."""

    def is_button(at: int) -> bool:
        return 0 <= at < len(zones) and zones[at] == "boilerplate" and not is_pause(_words(text, paragraphs[at]))

    marked = -1
    for at in range(len(paragraphs) - 1, -1, -1):
        if zones[at] == "heading" and at + 1 < len(zones):
            words = _words(text, paragraphs[at])
            before = zones[at - 1] if at else ""
            if zones[at + 1] == "dateline" and at < _HEAD and is_place_line(words):
                zones[at] = "dateline"
            elif len(words.split(None, 6)) <= 5 and is_button(at + 1):
                if is_button(at - 1) or before == "heading" or at + 1 == marked:
                    zones[at], marked = "boilerplate", at


def _mark_tail(text: str, paragraphs: Sequence[Paragraph], zones: list[str]) -> None:
    """What stands after the last sentence of the text, unless it goes on with a list or is a signature."""
    last = _last_of_text(text, paragraphs, zones)
    if last is None:
        return
    keep = _words(text, paragraphs[last]).endswith(":")
    before = last
    for at in range(last + 1, len(paragraphs)):
        if zones[at] not in READ_ZONES:
            keep = False
            continue
        words = _words(text, paragraphs[at])
        listed = zones[at] == "list-item"
        if _FORMULA.match(words) or (_is_article(words) and at + 1 < len(paragraphs)):
            keep = True
        elif listed and at == before + 1:
            lead = zones[before] in {"list-item", "heading"} or _words(text, paragraphs[before]).endswith(":")
            keep = keep or lead or not is_title_case(words)
        elif zones[at] == "heading" and at + 1 < len(paragraphs) and zones[at + 1] == "list-item":
            keep = True
        elif _is_sentence(words, 2) and at == before + 1:
            keep = True
        if keep:
            before = at
        else:
            zones[at] = "boilerplate"


def _last_of_text(text: str, paragraphs: Sequence[Paragraph], zones: Sequence[str]) -> int | None:
    """The index of the last paragraph that is surely text, or None where there is none to go by."""
    for at in range(len(paragraphs) - 1, -1, -1):
        if zones[at] not in READ_ZONES or zones[at] == "title":
            continue
        words = _words(text, paragraphs[at])
        if _is_sentence(words, _LONG) or (
            zones[at] == "list-item" and words[-1] in ";." and len(words.split(None, 4)) >= 4
        ):
            return at
    return None
