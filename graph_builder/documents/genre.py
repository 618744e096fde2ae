"""What kind of document a text is and who published it, where its own words say so; else None.

A kind is the local name of a text-type concept. The title decides first, then the lines at the head, then the opening
words; a news report is told by how news is told (who said what to whom on which weekday), never by its subject.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from graph_builder.documents.furniture import ends_document, opens_list
from graph_builder.documents.paragraphs import is_finished
from graph_builder.documents.records import READ_ZONES, Block

_OFFICE = r"(?:president|prime minister|chancellor|minister|secretary|high representative|governor|king|chair|premier)"
_OF = r"(?:on|of|to|between|for|concerning|relating|regarding|against|with|among|in|additional)"
# The first that matches the title wins: narrower kinds stand before wider ones.
_BY_TITLE = tuple(
    (re.compile(pattern, re.I), kind)
    for pattern, kind in (
        (r"\bfact\s?-?sheet\b", "fact-sheet"),
        (r"\bread-?outs?\b", "readout"),
        (r"\bcommuniqu[eé]s?\b", "communique"),
        (r"^(?:the\s)?(?:[\w’'.-]+\s){0,6}declaration\b", "declaration"),
        (r"\bjoint\b[^.;]{0,60}?\bstatements?\b", "joint-statement"),
        (
            rf"\bstatements?\s(?:of|by)\b.{{0,200}}\b{_OFFICE}\b.{{0,200}}\band\b.{{0,120}}\b{_OFFICE}\b",
            "joint-statement",
        ),
        (
            r"\b(?:leaders|ministers|heads of (?:state|government|delegation)|presidents|partners)[’']?\s(?:joint\s)?statement\b",
            "joint-statement",
        ),
        (rf"^(?:the\s)?(?:[\w’'-]+\s){{0,4}}(?:treaty|convention|covenant|charter)\s{_OF}\b", "treaty"),
        (rf"^(?:[\w’'-]+\s){{0,3}}protocol\s{_OF}\b", "treaty"),
        (rf"^(?:[\w’'-]+\s){{0,5}}agreement\s{_OF}\b.*\bgovernment", "treaty"),
        (r"^(?:joint\s)?memorandum\b", "memorandum"),
        (r"^(?:draft\s)?resolution\b|\bresolution \d+", "resolution"),
        (r"\b(?:remarks|keynote|speech|address)\s(?:by|of|at|to|delivered)\b|^(?:remarks|speech|keynote)\b", "speech"),
        (r"\b(?:transcript|press conference)\b", "transcript"),
        (r"\b(?:press|news|media)\s(?:release|note|advisory)\b|^press statement\b", "press-release"),
        (r"^(?:\w+\s){0,4}statements?\s(?:by|of|from|on|to|attributable|regarding|concerning)\b", "statement"),
    )
)
_BY_HEAD = tuple(
    (re.compile(pattern, re.I), kind)
    for pattern, kind in (
        (r"\bfact\s?-?sheet\b", "fact-sheet"),
        (r"^(?:press |media )?read-?outs?\b", "readout"),
        (r"^joint\s(?:\w+\s){0,2}(?:press\s|media\s)?statements?\b", "joint-statement"),
        (r"^(?:joint\s)?communiqu[eé]$", "communique"),
        (r"^(?:joint\s)?declaration$", "declaration"),
        (r"\b(?:press|news|media)\s(?:release|note|statement|advisory)\b|^for immediate release\b", "press-release"),
        (r"^(?:remarks|speech|as delivered|as prepared)\b", "speech"),
        (r"\bstatement$", "statement"),
    )
)
_BY_OPENING = tuple(
    (re.compile(pattern, re.I), kind)
    for pattern, kind in (
        (r"we,\s(?:the|—|–|-)[^.]{0,300}", "joint-statement"),
        (
            r"the\s(?:states\s)?(?:contracting\s)?(?:parties|states parties)\b[^.]{0,80}(?:treaty|convention|protocol|agreement)",
            "treaty",
        ),
        (
            r"(?:mr\.? |madam |madame )?(?:president|chair\w*|excellenc\w+|ladies and gentlemen|distinguished)\b[^.]{0,60},$",
            "speech",
        ),
    )
)
_DAY = r"(?:mon|tues|wednes|thurs|fri|satur|sun)day"
_TOLD_AS_NEWS = tuple(
    re.compile(pattern, re.I)
    for pattern in (
        rf"\b(?:said|told|announced|warned|reported|called|signed|met|agreed|hailed|urged|praised)\b[^.]{{0,80}}\b(?:on\s|late\s|early\s)?{_DAY}\b|\b(?:on\s)?{_DAY}\s(?:that|said|told|announced|called)\b",
        r"\btold\s(?:reporters|journalists|lawmakers|parliament|afp|ap|reuters|cnn|bbc|a\s(?:regular\s|daily\s|joint\s)?(?:news|press)\s(?:conference|briefing)|the\s(?:associated press|news agency))",
        r"\b(?:sources?|officials?)\s(?:familiar|close|said|told|say)\b|\baccording\sto\s(?:\w+\s){0,4}(?:sources?|officials?|media|reports?|agency|data)\b|\bon condition of anonymity\b",
        r"[,.?!][”\"]\s(?:\w+\s){0,3}?(?:said|told|added|says)\b|[,.?!][”\"]\s(?:he|she|\w+)\s(?:said|told|added)\b",
    )
)
_PRESS_OFFICE = re.compile(r"(?:press|media)\s(?:contacts?|(?:e|i)nquir\w+|office)\b", re.I)
_AGENCIES = {
    "reuters": "Reuters",
    "ap": "Associated Press",
    "associated press": "Associated Press",
    "the associated press": "Associated Press",
    "afp": "Agence France-Presse",
    "agence france-presse": "Agence France-Presse",
    "xinhua": "Xinhua",
    "tass": "TASS",
    "interfax": "Interfax",
    "kyodo": "Kyodo News",
    "kyodo news": "Kyodo News",
    "jiji press": "Jiji Press",
    "yonhap": "Yonhap",
    "anadolu agency": "Anadolu Agency",
    "aa": "Anadolu Agency",
    "bernama": "Bernama",
    "antara": "Antara",
    "pti": "Press Trust of India",
    "ani": "ANI",
    "dpa": "dpa",
    "efe": "EFE",
    "ansa": "ANSA",
    "cnn": "CNN",
    "bbc": "BBC",
    "bloomberg": "Bloomberg",
    "upi": "UPI",
    "cna": "CNA",
    "mercopress": "MercoPress",
}
_AGENCY_IN_DATELINE = re.compile(r"[(/]\s?([A-Z][A-Za-z. -]{1,24}?)(?:\s?/[\w\s-]{1,24})?\s?[)/]")
_COPYRIGHT = re.compile(
    r"^(?:©|copyright\b|\(c\))\s*(?:©|\(c\))?\s*(?:copyright\s)?(?:(?:19|20)\d\d(?:\s?[-–]\s?(?:19|20)?\d\d)?)?[\s,:]*(?:by\s)?(?P<name>[A-Z][^.|©]{2,80}?)(?:[.,]?\s(?:19|20)\d\d)?(?:\.|,?\sall rights.*|\s\|.*)?$",
    re.I,
)
_BODY_NAME = re.compile(
    r"(?:the\s)?(?:(?:federal\s|royal\s|state\s)?(?:ministry|department)\sof\b.{3,80}|(?:u\.s\.\s|us\s)?(?:department of state|state department|mission to .{3,60})|embassy\sof\b.{3,60}|(?:the\s)?white house"
    r"|european\s(?:commission|council|parliament|external action service)|council of (?:the european union|europe)|government of\b.{3,40}|cabinet office|ministry for\b.{3,80}"
    r"|foreign, commonwealth (?:&|and) development office|press information bureau.{0,40}|(?:north atlantic treaty organi[sz]ation|nato)|(?:the\s)?(?:african union|asean|association of southeast asian nations)(?:\s\w+){0,3}"
    r"|united nations(?:\s\w+){0,3}|élysée|elysee|permanent (?:mission|delegation) of\b.{3,60}|foreign ministry of\b.{3,50})",
    re.I,
)
_LABELLED = re.compile(r"(?:from|published by|publisher|issued by|source)\s?:\s?(?P<name>[A-Z].{2,80})$", re.I)


def kind_of(text: str, blocks: Sequence[Block], title: str | None) -> str | None:
    """The kind of document, or None where the text does not tell.

    >>> kind_of("", (), "Joint Statement of Norway and Chile on Fisheries")
    'joint-statement'
    """
    named = next((m for m in _kinds_in(title or "")), None)
    # A report on a statement has the statement in its headline too, but neither at its beginning nor at its end.
    if named is not None and (named.anchored or not _is_news(text, blocks)):
        return named.kind
    head, opening = _head(text, blocks)
    found = next((kind for pattern, kind in _BY_HEAD if any(pattern.search(line) for line in head)), None)
    if found is not None:
        return found
    found = next((kind for pattern, kind in _BY_OPENING if any(pattern.match(words) for words in opening)), None)
    if found is not None:
        return found
    if _is_news(text, blocks):
        return "news-report"
    return "press-release" if _is_for_the_press(text, blocks) else None


@dataclass(frozen=True, slots=True)
class _Named:
    """A kind that a title names; ``anchored`` where the words open or close it, or a mark or preposition follows."""

    kind: str
    anchored: bool


def _kinds_in(title: str) -> Iterator[_Named]:
    for pattern, kind in _BY_TITLE:
        found = pattern.search(title)
        if found is not None:
            after = title[found.end() :].lstrip("”\"’' ")
            follows = re.match(r"[:,;(\[–—|-]|(?:of|by|on|from|between|following|at|for|with|to|issued)\b", after)
            yield _Named(kind, found.start() == 0 or not after or follows is not None)


def _head(text: str, blocks: Sequence[Block]) -> tuple[list[str], list[str]]:
    """The lines before the running text, and the first paragraphs of it, shortened."""
    head: list[str] = []
    for at, block in enumerate(blocks[:40]):
        words = text[block.start : min(block.end, block.start + 400)]
        if block.zone in {"body", "list-item"} and len(words) > 60 and (is_finished(words) or len(words) > 250):
            opening = [text[b.start : min(b.end, b.start + 400)] for b in blocks[at : at + 3] if b.zone in READ_ZONES]
            return head, [*head, *opening]
        if len(words) <= 250:
            head.append(words)
    return head, head


def _is_news(text: str, blocks: Sequence[Block]) -> bool:
    """Whether a text is told as news: two signs of different sorts."""
    read = "\n".join(text[b.start : b.end] for b in blocks if b.zone in READ_ZONES)[:6000]
    signs = sum(pattern.search(read) is not None for pattern in _TOLD_AS_NEWS)
    for block in blocks:
        words = text[block.start : min(block.end, block.start + 120)]
        if block.zone == "dateline" and (_agency(words) or re.search(r"(?:—|–|--|-)$", words)):
            signs += 1
        elif block.zone == "boilerplate" and words.strip().lower() in _AGENCIES:
            signs += 2
        elif block.zone == "boilerplate" and opens_list(words):
            signs += 1
            break
    return signs >= 2


def _is_for_the_press(text: str, blocks: Sequence[Block]) -> bool:
    """Whether a text closes as offices close what they send to the press: its end marked, or whom to call."""
    tail = [text[b.start : min(b.end, b.start + 120)] for b in blocks[-12:] if b.zone == "boilerplate"]
    return any(ends_document(words) or _PRESS_OFFICE.match(words) for words in tail)


def _agency(words: str) -> str | None:
    found = _AGENCY_IN_DATELINE.search(words)
    name = found.group(1).strip().lower() if found else ""
    return _AGENCIES.get(name)


def publisher_of(text: str, blocks: Sequence[Block], title: str | None) -> str | None:
    """Who published the text, where it says so: the agency of the dateline, a letterhead, a copyright line; else None.

    >>> publisher_of("", (), "Statement on fisheries - Ministry of Fisheries of Chile")
    'Ministry of Fisheries of Chile'
    """
    if title and (part := re.split(r"\s[|–—-]\s", title)[-1]) != title and _BODY_NAME.fullmatch(part):
        return part
    for block in reversed(blocks[-30:]):
        words = text[block.start : min(block.end, block.start + 160)]
        if block.zone == "boilerplate" and (found := _COPYRIGHT.match(words)):
            return found["name"].strip(" .,")
    seen_title = False
    for block in blocks[:30]:
        words = " ".join(text[block.start : min(block.end, block.start + 160)].split())
        if block.zone == "dateline" and (agency := _agency(words)):
            return agency
        if block.zone == "boilerplate" and (agency := _AGENCIES.get(words.lower())):
            return agency
        if (labelled := _LABELLED.fullmatch(words)) and block.zone != "body":
            return labelled["name"]
        # Above the title stands whose paper it is; below it may stand whose picture.
        if block.zone == "heading" and not seen_title and _BODY_NAME.fullmatch(words):
            return words.title() if words.isupper() else words
        if block.zone == "body" and len(words) > 100:
            break
        seen_title = seen_title or block.zone == "title"
    return None
