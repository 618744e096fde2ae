"""The head of a text: which line is its title, and what the short lines around it are."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence

from graph_builder.documents.datelines import days_in
from graph_builder.documents.paragraphs import Paragraph, is_finished

_PRESS = r"(?:press|news|media)\s+(?:release|note|statement|advisory)"
# Words that name a kind of document; alone on a line they are its kind, within a line they mark a title.
KIND_WORDS = re.compile(
    rf"\b(?:statements?|declaration|communiqu[eé]|read-?out|fact\s?sheet|{_PRESS}|treaty|convention|protocol|agreement"
    r"|memorandum|charter|accord|pact|framework|resolution|conclusions|remarks|speech|address|outcomes?|summary|chair['’]s)\b",
    re.I,
)
_KIND_ALONE = re.compile(
    rf"(?:for\simmediate\srelease|(?:joint\s+)?{_PRESS}|(?:joint\s+)?(?:press\s+)?(?:statement|communiqu[eé]|declaration)"
    r"|fact\s?sheet|read-?out|remarks|speech|note\sto\scorrespondents|statements?\sand\sreleases?)s?[:.]?",
    re.I,
)
_KIND_AT_END = re.compile(r"\s+[-–—]?\s*(?:press|news|media)\s+(?:release|note|statement)s?$", re.I)
_BODY = (
    r"(?:ministr(?:y|ies)|department|embassy|government|office|white\shouse|commission|council|secretariat|parliament"
    r"|cabinet|presidency|presidential|agency|bureau|delegation|mission|chancellery|kremlin|palace|nato|united\snations)"
)
_POST = r"(?:prime\sminister|president|minister|secretary|attorney-general|chancellor|high\scommissioner)"
_LETTERHEAD = re.compile(
    rf"(?:the\s+)?(?:(?:(?-i:[A-Z][\w,'’.-]*|&|of|the|for|and)\s+){{0,4}}{_BODY}\b.{{0,80}}|(?:deputy\s+|acting\s+)?{_POST}\b.{{0,80}}"
    rf"|hon(?:ourable|orable|\.)?\s.{{0,100}}|.{{0,40}}\bMP\b.{{0,80}})",
    re.I,
)
# A headline says what happens, a letterhead does not.
_VERB = re.compile(
    r"\b(?:(?:sign|agree|meet|hold|visit|announce|welcome|join|launch|pledge|discuss|condemn|call|urge|support|strengthen"
    r"|expand|advance|criticize|tell|warn|say|move)(?:s|es|ed)?|set|is|are|was|were|will|to)\b",
    re.I,
)
_BYLINE = re.compile(
    r"[Bb][Yy]\s+[A-Z][\w.'’-]+(?:\s+(?:and\s+)?[A-Z][\w.'’-]+){0,7}(?:,\s.{0,40})?|[Bb][Yy]\s+[A-Z]{2,}.{0,60}"
    r"|.{0,40}\b(?:staff\swriter|correspondent|staff\sreporter|senior\swriter)\b.{0,40}"
)
# "HomeNewsWorld": the words of a menu, run together.
_GLUED = re.compile(r"[a-z][A-Z][a-z]")
_LEADS_ON = re.compile(r"\b(?:on|of|in|from|until|by|since|dated)\s$", re.I)
_ISSUED = re.compile(r"(?:issued|adopted|published|released|delivered|statement issued)\s(?:by|in|at|on)\b", re.I)
_TRAIL = re.compile(r"\s(?:[>»›|]|→|::)\s")


def folded(words: str) -> str:
    """Words as titles are compared: letters and digits only, in lower case, without accents.

    >>> folded("The “Café” Accords")
    'the cafe accords'
    """
    plain = unicodedata.normalize("NFKD", words)
    plain = "".join(c for c in plain if not unicodedata.combining(c)).casefold()
    return " ".join(re.findall(r"[^\W_]+", plain))


def headline(
    text: str, paragraphs: Sequence[Paragraph], zones: Sequence[str], first: int, title: str | None
) -> int | None:
    """The index of the title among the paragraphs before ``first``, or None. ``title`` is the title if it is known."""
    wanted = folded(title or "")
    best: tuple[float, int] | None = None
    for at in range(first):
        p = paragraphs[at]
        words = text[p.start : p.end]
        if len(words) > 500:
            continue
        known = bool(wanted) and _same(folded(words), wanted)
        if (zones[at] and not known) or (p.marker is not None and not known):
            continue
        beside = next((zone for zone in reversed(zones[:at]) if zone != "boilerplate"), ""), *zones[at + 1 : at + 2]
        twice = any(folded(words) == folded(text[q.start : q.end]) for q in paragraphs[at + 1 : first])
        score = 100.0 if known else 4.0 * twice + _score(words, "dateline" in beside) - 0.1 * at
        if best is None or score > best[0]:
            best = (score, at)
    return best[1] if best is not None and best[0] > -2 else None


def _same(words: str, wanted: str) -> bool:
    if words == wanted:
        return True
    short, long = sorted((words, wanted), key=len)
    return len(short) >= 15 and long.startswith(short)


def _score(words: str, by_dateline: bool) -> float:
    count = len(words.split())
    if is_breadcrumb(words) or count < 2 or not any(c.isalpha() for c in words):
        return -10
    score = 0.0
    if _KIND_ALONE.fullmatch(words):
        return -1
    kind = _KIND_AT_END.search(words)
    body = words[: kind.start()] if kind else words
    if KIND_WORDS.search(body):
        score += 2
    score += 2 if count >= 5 else 1 if count >= 4 else -2 if count <= 2 else 0
    score += 2 if by_dateline else 0
    score -= 3 if len(_GLUED.findall(words)) >= 2 else 0
    days = [day for day in days_in(words, max(0, len(words) - 40)) if day.end == len(words)]
    score += 4 if days and not _LEADS_ON.search(words[: days[0].start]) else 0
    score -= 5 if _ISSUED.match(words) else 0
    if _LETTERHEAD.fullmatch(words) and not KIND_WORDS.search(body) and not _VERB.search(words):
        score -= 4
    return score - (2 if is_finished(words) and words[-1] not in '?!”"' else 0)


def is_breadcrumb(words: str) -> bool:
    """Whether a line is the trail of pages that lead to this one.

    >>> is_breadcrumb("Home > Press > Releases"), is_breadcrumb("Fisheries / Law of the Sea & Polar Affairs")
    (True, True)
    """
    if len(words) > 160 or is_finished(words):
        return False
    if _TRAIL.search(words) or re.match(r"home\s?[/>»›|]", words, re.I):
        return True
    parts = words.split(" / ")
    return (
        len(parts) >= 2
        and all(part and len(part.split()) <= 8 for part in parts)
        and not any(c.isdigit() for c in words)
    )


def is_byline(words: str) -> bool:
    """Whether a line names who wrote the report.

    >>> is_byline("By Ana Costa and John Smith"), is_byline("By the end of the year")
    (True, False)
    """
    return len(words) <= 120 and not is_finished(words) and _BYLINE.fullmatch(words) is not None


def is_letterhead(words: str) -> bool:
    """Whether a line is an office, a person in office, or a kind of document alone.

    >>> is_letterhead("Ministry of Health"), is_letterhead("PRESS RELEASE"), is_letterhead("Talks end in Quito")
    (True, True, False)
    """
    return _LETTERHEAD.fullmatch(words) is not None or _KIND_ALONE.fullmatch(words) is not None


def is_section_name(words: str) -> bool:
    """Whether a line above the title is the name of a part of the site: three words at most, no office, no kind.

    >>> is_section_name("Asia & Pacific"), is_section_name("Ministry of Health")
    (True, False)
    """
    if len(words.split(None, 4)) > 3 or (is_finished(words) and not words.endswith(":")):
        return False
    return not is_letterhead(words) and KIND_WORDS.search(words) is None
