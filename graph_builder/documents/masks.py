"""Furniture that its surroundings give away: what stands often, below "Most read", after the end, between buttons.

Each function writes "boilerplate" into ``zones``, one entry a paragraph, where nothing stood or a heading was supposed.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from graph_builder.documents.datelines import is_place_line
from graph_builder.documents.furniture import is_title_case
from graph_builder.documents.headlines import is_letterhead
from graph_builder.documents.notices import is_closing, is_pause, is_promotion
from graph_builder.documents.paragraphs import Paragraph, is_finished, is_sentence, words_of

# So many words make a paragraph that ends as a sentence does surely text.
LONG = 12
# So many paragraphs are looked at for the head of a document.
HEAD = 60
_CONTACT = re.compile(
    r"(?:(?:press|media)\s+(?:contacts?|officers?|(?:e|i)nquiries)|contacts?|for (?:press|media) (?:e|i)nquiries)"
    r"\b.{0,40}:?$",
    re.I,
)


def mark_repeated(text: str, paragraphs: Sequence[Paragraph], zones: list[str]) -> None:
    """A short unfinished paragraph that stands three times is a running head or a button."""
    count: dict[str, int] = {}
    for p in paragraphs:
        if p.end - p.start <= 100 and p.marker is None:
            words = words_of(text, p)
            count[words] = count.get(words, 0) + 1
    for at, p in enumerate(paragraphs):
        if p.end - p.start <= 100 and count.get(words_of(text, p), 0) >= 3 and not is_finished(words_of(text, p)):
            zones[at] = "boilerplate"


def mark_lists_of_headlines(text: str, paragraphs: Sequence[Paragraph], zones: list[str], first: int) -> None:
    """The headlines below "Most read", "Related stories" and their like, up to the next sentence of the text, which
    begins with the paragraph ``first``.
    """
    for at in range(first):
        if paragraphs[at].furniture == "list":
            zones[at] = "boilerplate"
    at = 0
    while at < len(paragraphs):
        # Above the text such words are the names of a menu: the title may be next.
        opener = paragraphs[at].furniture if at >= first else ""
        following = at + 1
        if opener == "one":
            while following < len(paragraphs) and not any(c.isalnum() for c in words_of(text, paragraphs[following])):
                following += 1
            headlines = _headlines_from(text, paragraphs, zones, following)
            stop = following + headlines
            # One headline stands in the middle of the text; several only where buttons or nothing follow.
            if headlines > 1 and stop < len(paragraphs) and not paragraphs[stop].furniture:
                headlines = 1
            zones[following : following + headlines] = ["boilerplate"] * headlines
        elif opener == "list":
            while following < len(paragraphs) and (zones[following] or _is_headline(text, paragraphs[following])):
                zones[following] = "boilerplate"
                following += 1
            if following > at + 1 or at + 1 == len(paragraphs):
                zones[at] = "boilerplate"
            at = following - 1
        at += 1


def _headlines_from(text: str, paragraphs: Sequence[Paragraph], zones: Sequence[str], at: int) -> int:
    """How many paragraphs from ``at`` on could be other headlines and are nothing else yet."""
    stop = at
    while stop < len(paragraphs) and not zones[stop] and _is_headline(text, paragraphs[stop]):
        stop += 1
    return stop - at


def _is_headline(text: str, p: Paragraph) -> bool:
    """Whether a paragraph could stand in a list of headlines: unfinished, or short for a sentence of the text."""
    words = words_of(text, p)
    return (
        p.furniture != ""
        or not is_sentence(words, LONG)
        or is_promotion(words)
        or (len(words) < 160 and is_title_case(words))
    )


def mark_after_the_end(text: str, paragraphs: Sequence[Paragraph], zones: list[str]) -> None:
    """All that stands after "###" or "-end-", and the names and numbers below "Press contacts"."""
    whole = paragraphs[-1].end - paragraphs[0].start if paragraphs else 0
    for at, p in enumerate(paragraphs):
        over = p.furniture == "end" or (p.furniture == "line" and is_closing(words_of(text, p)))
        if over and paragraphs[-1].end - p.end < 0.4 * whole:
            zones[at:] = ["boilerplate"] * (len(zones) - at)
            return
        if (
            at > len(paragraphs) // 2
            and p.end - p.start <= 60
            and p.marker is None
            and _CONTACT.match(words_of(text, p))
        ):
            zones[at] = "boilerplate"
            following = at + 1
            while following < len(paragraphs) and not is_sentence(words_of(text, paragraphs[following]), LONG):
                zones[following] = "boilerplate"
                following += 1


def mark_between_furniture(text: str, paragraphs: Sequence[Paragraph], zones: list[str]) -> None:
    """Short lines that lead to no text: between two buttons, or two of them above one. Places above a dateline."""

    def is_button(at: int) -> bool:
        return 0 <= at < len(zones) and zones[at] == "boilerplate" and not is_pause(words_of(text, paragraphs[at]))

    marked = -1
    for at in range(len(paragraphs) - 2, -1, -1):
        if zones[at] != "heading":
            continue
        words = words_of(text, paragraphs[at])
        short = len(words.split(None, 6)) <= 5 and not is_letterhead(words)
        run = at + 1 == marked or (at > 0 and zones[at - 1] == "heading")
        if zones[at + 1] == "dateline" and at < HEAD and is_place_line(words):
            zones[at] = "dateline"
        elif short and is_button(at + 1) and (run or is_button(at - 1)):
            zones[at], marked = "boilerplate", at
