"""The head of a document, before its first sentence, and its tail, after its last."""

from __future__ import annotations

import re
from collections.abc import Sequence

from graph_builder.documents.captions import is_caption
from graph_builder.documents.datelines import has_clock, is_date_line, is_place_line
from graph_builder.documents.furniture import is_title_case
from graph_builder.documents.headlines import headline, is_breadcrumb, is_byline, is_letterhead, is_section_name
from graph_builder.documents.masks import HEAD, LONG
from graph_builder.documents.paragraphs import Paragraph, is_sentence, words_of
from graph_builder.documents.records import READ_ZONES

_FORMULA = re.compile(
    r"(?:done|signed|given|made|agreed|adopted|issued)\s(?:at|in|on|by|this)\b|in\s(?:witness|faith)\swhereof"
    r"|for\s(?:and\son\sbehalf\sof\s)?the\s(?:government|republic|kingdom|ministry|department|people|european|united)"
    r"|on\sbehalf\sof",
    re.I,
)
_ARTICLE = re.compile(
    r"(?:article|section|chapter|part|annex|appendix|schedule|protocol|title|rule|principle|attachment)\s"
    r"(?:[IVXLC]{1,7}|\d{1,3}|[A-Z])\b|(?:preamble|annex|appendix|schedule|attachment)s?$",
    re.I,
)
_PARTS = frozenset("background introduction overview summary preamble outcomes context general purpose scope".split())
# A heading above a list of things agreed, signed or still to do.
_OUTCOMES = re.compile(
    r"\b(?:outcomes?|deliverables|results|agreements|documents|memoranda|mous|announcements|commitments|decisions)\b"
    r"|^(?:list of|next steps|participants|annex)\b",
    re.I,
)


def opens_outcomes(words: str) -> bool:
    """Whether a heading stands above what was agreed, signed or is still to do, however short the lines below it.

    >>> opens_outcomes("List of Outcomes"), opens_outcomes("Other headlines")
    (True, False)
    """
    return len(words) <= 120 and _OUTCOMES.search(words) is not None


def is_article(words: str) -> bool:
    """Whether a line is the number of an article or the name of a part, with at most its title.

    >>> is_article("Article IV - Ports"), is_article("Article 5 applies to the islands."), is_article("Annex")
    (True, False, True)
    """
    found = _ARTICLE.match(words) if len(words) <= 120 else None
    if found is None:
        return False
    rest = words[found.end() :].lstrip(" \t\n\xa0.:–—-")
    return not rest or (rest[0].isupper() and rest[-1] not in ".;,:")


def mark_head(text: str, paragraphs: Sequence[Paragraph], zones: list[str], first: int, title: str | None) -> None:
    """The paragraphs before ``first``, where the text begins: title, dateline, captions, menus, letterheads."""
    for at in range(first):
        words = words_of(text, paragraphs[at])
        if zones[at]:
            continue
        if any(c.isdigit() for c in words) and is_date_line(words):
            zones[at] = "dateline"
        elif is_caption(words):
            zones[at] = "caption"
        elif is_byline(words):
            zones[at] = "boilerplate"
    named = headline(text, paragraphs, zones, first, title)
    if named is not None:
        zones[named] = "title"
    for at in range(first - 1, -1, -1):
        if not zones[at]:
            zones[at] = _beside_title(text, paragraphs, zones, at, first, named)


def _beside_title(
    text: str, paragraphs: Sequence[Paragraph], zones: Sequence[str], at: int, first: int, named: int | None
) -> str:
    """The zone of a line of the head that is neither title nor date; "" where it may be read."""
    words = words_of(text, paragraphs[at])
    below = next((later for later in range(at + 1, first) if zones[later] != "boilerplate"), None)
    by_date = below is not None and zones[below] == "dateline"
    above = named is not None and at < named
    # Two buttons above the title, and the lines above it are a site's menu and not a letterhead.
    site = above and sum(p.furniture == "line" for p in paragraphs[:named]) >= 2
    if is_place_line(words) and by_date and ("," in words or not site):
        return "dateline"
    if is_breadcrumb(words) or (site and not is_letterhead(words)):
        return "boilerplate"
    again = named is not None and words == words_of(text, paragraphs[named])
    if again or (above and is_section_name(words)):
        return "boilerplate"
    clock = below is not None and by_date and has_clock(words_of(text, paragraphs[below]))
    if not above and named is not None and clock and len(words.split(None, 5)) <= 4:
        return "caption"  # papers that print a clock time put the credit of the picture above it
    if at == first - 1 and is_place_line(words) and (words.endswith(".") or (named is not None and _is_city(words))):
        return "dateline"
    return ""


def _is_city(words: str) -> bool:
    """Whether a line in capitals above the text could be the place of a report, and not a heading."""
    return words.isupper() and len(words) > 3 and words.lower() not in _PARTS


def first_of_text(text: str, paragraphs: Sequence[Paragraph], zones: Sequence[str]) -> int:
    """The index of the first paragraph that is running text: a sentence, a list item, or long."""
    for at, p in enumerate(paragraphs[:HEAD]):
        if zones[at]:
            continue
        words = words_of(text, p)
        if is_caption(words) or is_date_line(words):
            continue
        if is_sentence(words, 7) and (words.endswith(".") or not is_title_case(words)):
            return at
        long = len(words.split(None, 45)) > 45 or (p.marker is not None and len(words.split(None, 6)) > 6)
        if long or (p.end - p.start > 60 and words[-1] in ",;:"):
            return at
    # No sentence is long enough: whatever first ends as a sentence does is the text.
    short = (at for at, p in enumerate(paragraphs) if not zones[at] and is_sentence(words_of(text, p), 3))
    return next(short, min(len(paragraphs), HEAD))


def mark_tail(text: str, paragraphs: Sequence[Paragraph], zones: list[str]) -> None:
    """What stands after the last sentence of the text, unless it goes on with a list or is a signature."""
    last = _last_of_text(text, paragraphs, zones)
    if last is None:
        return
    keep = words_of(text, paragraphs[last]).endswith(":")
    signing = False
    before = last
    for at in range(last + 1, len(paragraphs)):
        if zones[at] not in READ_ZONES:
            keep = signing = False
            continue
        words = words_of(text, paragraphs[at])
        following = zones[at + 1] if at + 1 < len(paragraphs) else ""
        signing = signing or _FORMULA.match(words) is not None
        if signing or (is_article(words) and following) or (keep and at == before + 1 and len(words) <= 12):
            keep = True
        elif zones[at] == "list-item":
            lead = zones[before] in {"list-item", "heading"} or words_of(text, paragraphs[before]).endswith(":")
            keep = keep or (at == before + 1 and (lead or not is_title_case(words)))
        elif words.endswith(":"):
            keep = following == "list-item"
        elif zones[at] == "heading":
            opens = following == "list-item" or (
                following == "body" and is_sentence(words_of(text, paragraphs[at + 1]), 5)
            )
            keep = opens_outcomes(words) or (opens and (at == before + 1 or keep))
        elif is_sentence(words, 2) and at == before + 1:
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
        words = words_of(text, paragraphs[at])
        if is_sentence(words, LONG) or (
            zones[at] == "list-item" and words[-1] in ";." and len(words.split(None, 4)) >= 4
        ):
            return at
    return None
