"""What kind of document a text is, where its own words say so; else None.

A kind is the local name of a text-type concept. The title decides first, then the lines at the head, then the opening
words; a news report is told by how news is told (who said what to whom on which weekday), never by its subject.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from graph_builder.documents.furniture import ends_document, opens_list
from graph_builder.documents.paragraphs import is_finished
from graph_builder.documents.publishers import agency_in, is_agency
from graph_builder.documents.records import READ_ZONES, Block

_OFFICE = r"(?:president|prime minister|chancellor|minister|secretary|high representative|governor|king|chair|premier)"
_PLURAL = r"(?:leaders|ministers|heads of (?:state|government|delegation)|presidents|partners)"
_OF = r"(?:on|of|to|between|for|concerning|relating|regarding|against|with|among|in|additional)"
_PRESS = r"(?:press|news|media)"


def _table(*rows: tuple[str, str]) -> tuple[tuple[re.Pattern[str], str], ...]:
    return tuple((re.compile(pattern, re.I), kind) for pattern, kind in rows)


# The first that matches the title wins: narrower kinds stand before wider ones.
_BY_TITLE = _table(
    (r"\bfact\s?-?sheet\b", "fact-sheet"),
    (r"\bread-?outs?\b", "readout"),
    (r"\bcommuniqu[eé]s?\b", "communique"),
    (r"^(?:the\s)?(?:[\w’'.-]+\s){0,6}declaration\b", "declaration"),
    (r"\bjoint\b[^.;]{0,60}?\bstatements?\b", "joint-statement"),
    (rf"\bstatements?\s(?:of|by)\b.{{0,200}}\b{_OFFICE}\b.{{0,200}}\band\b.{{0,120}}\b{_OFFICE}\b", "joint-statement"),
    (rf"\b{_PLURAL}[’']?\s(?:joint\s)?statement\b", "joint-statement"),
    (rf"^(?:the\s)?(?:[\w’'-]+\s){{0,4}}(?:treaty|convention|covenant|charter)\s{_OF}\b", "treaty"),
    (rf"^(?:[\w’'-]+\s){{0,3}}protocol\s{_OF}\b", "treaty"),
    (rf"^(?:[\w’'-]+\s){{0,5}}agreement\s{_OF}\b.*\bgovernment", "treaty"),
    (r"^(?:joint\s)?memorandum\b", "memorandum"),
    (r"^(?:draft\s)?resolution\b|\bresolution \d+", "resolution"),
    (r"\b(?:remarks|keynote|speech|address)\s(?:by|of|at|to|delivered)\b|^(?:remarks|speech|keynote)\b", "speech"),
    (r"\b(?:transcript|press conference)\b", "transcript"),
    (rf"\b{_PRESS}\s(?:release|note|advisory)\b|^press statement\b", "press-release"),
    (
        r"^(?:\w+\s){0,4}statements?\s(?:by|of|from|on|to|attributable|regarding|concerning)\b",
        "statement",
    ),
)
_BY_HEAD = _table(
    (r"\bfact\s?-?sheet\b", "fact-sheet"),
    (r"^(?:press |media )?read-?outs?\b", "readout"),
    (r"^joint\s(?:\w+\s){0,2}(?:press\s|media\s)?statements?\b", "joint-statement"),
    (r"^(?:joint\s)?communiqu[eé]$", "communique"),
    (r"^(?:joint\s)?declaration$", "declaration"),
    (rf"\b{_PRESS}\s(?:release|note|statement|advisory)\b|^for immediate release\b", "press-release"),
    (r"^(?:remarks|speech|as delivered|as prepared)\b", "speech"),
    (r"\bstatement$", "statement"),
)
_BY_OPENING = _table(
    (r"we,\s(?:the|—|–|-)[^.]{0,300}", "joint-statement"),
    (
        r"the\s(?:(?:contracting|states)\s)?parties\b[^.]{0,80}(?:treaty|convention|protocol|agreement)",
        "treaty",
    ),
    (
        r"(?:mr\.? |madam |madame )?(?:president|chair\w*|excellenc\w+|ladies and|distinguished)\b[^.]{0,60},$",
        "speech",
    ),
)
_FOLLOWING = re.compile(
    r"the\s(?:text\sof\sthe\s)?following\s(?:is|was|are)?\b.{0,40}\bjoint\s(?:\w+\s)?statement\b", re.I
)
_DAY = r"(?:mon|tues|wednes|thurs|fri|satur|sun)day"
_VERB = r"(?:said|told|announced|warned|reported|called|signed|met|agreed|hailed|urged|praised)"
_AUDIENCE = (
    r"(?:reporters|journalists|lawmakers|parliament|afp|ap|reuters|cnn|bbc|the\s(?:associated\spress|news\sagency)"
    r"|a\s(?:regular\s|daily\s|joint\s)?(?:news|press)\s(?:conference|briefing))"
)
_SOURCES = r"(?:sources?|officials?|media|reports?|agency|data)"
# Four sorts of signs: a weekday instead of a date, an audience of reporters, unnamed sources, quotations.
_TOLD_AS_NEWS = tuple(
    re.compile(pattern, re.I)
    for pattern in (
        rf"\b{_VERB}\b[^.]{{0,80}}\b(?:on\s|late\s|early\s)?{_DAY}\b|\b{_DAY}\s(?:that|said|told|announced|called)\b",
        rf"\btold\s{_AUDIENCE}",
        rf"\b(?:sources?|officials?)\s(?:familiar|close|said|told|say)\b|\baccording\sto\s(?:\w+\s){{0,4}}{_SOURCES}\b"
        r"|\bon condition of anonymity\b",
        r"[,.?!][”\"]\s(?:\w+\s){0,3}?(?:said|told|added|says)\b",
    )
)
_PRESS_OFFICE = re.compile(r"(?:press|media)\s(?:contacts?|(?:e|i)nquir\w+|office)\b", re.I)
_SHORT = 250
_NEWS_LOOKED_AT = 4_000


def kind_of(text: str, blocks: Sequence[Block], title: str | None) -> str | None:
    """The kind of document, or None where the text does not tell.

    >>> kind_of("", (), "Joint Statement of Norway and Chile on Fisheries")
    'joint-statement'
    """
    named = next(_kinds_in(title or ""), None)
    # A report on a statement has the statement in its headline too, but not as a name: "set to name" follows, not "of".
    if named is not None and (named.anchored or not _is_news(text, blocks)):
        return named.kind
    head, opening = _head(text, blocks)
    if any(_FOLLOWING.match(words) for words in opening):
        return "joint-statement"
    found = _first(_BY_HEAD, head, whole=False) or _first(_BY_OPENING, opening, whole=True)
    if found is not None:
        return found
    if _is_news(text, blocks):
        return "news-report"
    return "press-release" if _is_for_the_press(text, blocks) else None


@dataclass(frozen=True, slots=True)
class _Named:
    """A kind that a title names; ``anchored`` where the words close it, or a mark or preposition follows."""

    kind: str
    anchored: bool


def _kinds_in(title: str) -> Iterator[_Named]:
    for pattern, kind in _BY_TITLE:
        found = pattern.search(title)
        if found is not None:
            after = title[found.end() :].lstrip("”\"’' ")
            follows = re.match(r"[:,;(\[–—|-]|(?:of|by|on|from|between|following|at|for|with|to|issued)\b", after)
            yield _Named(kind, not after or follows is not None)


def _first(table: Iterable[tuple[re.Pattern[str], str]], lines: Sequence[str], *, whole: bool) -> str | None:
    """The first kind of a table with a line for it; ``whole`` looks at the beginnings of lines only."""
    for pattern, kind in table:
        if any(pattern.match(line) if whole else pattern.search(line) for line in lines):
            return kind
    return None


def _head(text: str, blocks: Sequence[Block]) -> tuple[list[str], list[str]]:
    """The lines before the running text but the title, and with them its first paragraphs, shortened."""
    head: list[str] = []
    for at, block in enumerate(blocks[:40]):
        words = text[block.start : min(block.end, block.start + 400)]
        running = block.zone in {"body", "list-item"} and len(words) > 60
        if running and (is_finished(words) or len(words) > _SHORT):
            opening = [text[b.start : min(b.end, b.start + 400)] for b in blocks[at : at + 3] if b.zone in READ_ZONES]
            return head, [*head, *opening]
        if len(words) <= _SHORT and block.zone != "title":
            head.append(words)
    return head, head


def _is_news(text: str, blocks: Sequence[Block]) -> bool:
    """Whether a text is told as news: two signs of different sorts."""
    read = "\n".join(text[b.start : b.end] for b in blocks if b.zone in READ_ZONES)[:_NEWS_LOOKED_AT]
    signs = sum(pattern.search(read) is not None for pattern in _TOLD_AS_NEWS)
    for block in blocks:
        words = text[block.start : min(block.end, block.start + 120)]
        if block.zone == "dateline" and (agency_in(words) or words.endswith(("—", "–", "-"))):
            signs += 1
        elif block.zone == "boilerplate" and is_agency(words):
            signs += 2
        elif block.zone == "boilerplate" and opens_list(words):
            return signs + 1 >= 2
    return signs >= 2


def _is_for_the_press(text: str, blocks: Sequence[Block]) -> bool:
    """Whether a text closes as offices close what they send to the press: its end marked, or whom to call."""
    tail = [text[b.start : min(b.end, b.start + 120)] for b in blocks[-12:] if b.zone == "boilerplate"]
    return any(ends_document(words) or _PRESS_OFFICE.match(words) for words in tail)
