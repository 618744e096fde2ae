"""Who published a text, where the text says so: a copyright line, an agency, a letterhead; else None."""

from __future__ import annotations

import re
from collections.abc import Sequence

from graph_builder.documents.records import Block

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
}
_IN_DATELINE = re.compile(r"[(/]\s?([A-Z][A-Za-z. -]{1,24}?)(?:\s?/[\w\s-]{1,24})?\s?[)/]")
_COPYRIGHT = re.compile(
    r"(?:©|copyright\b|\(c\))\s*(?:©|\(c\))?\s*(?:copyright\s)?(?:(?:19|20)\d\d(?:\s?[-–]\s?(?:19|20)?\d\d)?)?[\s,:]*"
    r"(?:by\s)?(?P<name>[A-Z][^.|©]{2,80}?)(?:[.,]?\s(?:19|20)\d\d)?[.,]?\s*(?:all\srights.*|\|.*)?$",
    re.I,
)
_BODY = re.compile(
    r"""(?:the\s)?(?:
      (?:federal\s|royal\s|state\s)?(?:ministry|department)\s(?:of|for)\b.{3,80} | foreign\sministry\sof\b.{3,50}
    | (?:u\.s\.\s|us\s)?(?:department\sof\sstate|state\sdepartment|mission\sto\s.{3,60}) | white\shouse
    | embassy\sof\b.{3,60} | permanent\s(?:mission|delegation)\sof\b.{3,60} | government\sof\b.{3,40} | cabinet\soffice
    | european\s(?:commission|council|parliament|external\saction\sservice)
    | council\sof\s(?:the\seuropean\sunion|europe)
    | foreign,\scommonwealth\s(?:&|and)\sdevelopment\soffice | press\sinformation\sbureau.{0,40} | nato
    | north\satlantic\streaty\sorgani[sz]ation | (?:african\sunion|asean|association\sof\ssoutheast\sasian\snations)
      (?:\s\w+){0,3} | united\snations(?:\s\w+){0,3} | [ée]lys[ée]e
    )""",
    re.X | re.I,
)
_LABELLED = re.compile(
    r"(?:from|published\sby|publisher|issued\sby|source)\s?:\s?(?P<name>[A-Z][^|]{2,80})(?:\|.*)?", re.I
)


def agency_in(dateline: str) -> str | None:
    """The news agency that a dateline names.

    >>> agency_in("LIMA, Aug. 2 (Reuters) -")
    'Reuters'
    """
    found = _IN_DATELINE.search(dateline)
    return _AGENCIES.get(found.group(1).strip().lower()) if found else None


def is_agency(line: str) -> bool:
    """Whether a line is the name of a news agency alone."""
    return line.strip().lower() in _AGENCIES


def publisher_of(text: str, blocks: Sequence[Block], title: str | None) -> str | None:
    """Who published the text, where it says so.

    >>> publisher_of("", (), "Statement on fisheries - Ministry of Fisheries of Chile")
    'Ministry of Fisheries of Chile'
    """
    site = re.split(r"\s[|–—-]\s", title)[-1] if title else ""
    if title and site != title and _BODY.fullmatch(site):
        return site
    for block in reversed(blocks[-30:]):
        if block.zone == "boilerplate" and (
            found := _COPYRIGHT.match(text[block.start : min(block.end, block.start + 160)])
        ):
            return found["name"].strip(" .,")
    return _publisher_at_head(text, blocks)


def _publisher_at_head(text: str, blocks: Sequence[Block]) -> str | None:
    titled = False
    for block in blocks[:30]:
        words = " ".join(text[block.start : min(block.end, block.start + 160)].split())
        if block.zone == "body" and len(words) > 100:
            return None
        if block.zone == "dateline" and (agency := agency_in(words)):
            return agency
        if block.zone == "boilerplate" and is_agency(words):
            return _AGENCIES[words.lower()]
        if block.zone != "body" and (labelled := _LABELLED.fullmatch(words)):
            return labelled["name"].strip()
        # Above the title stands whose paper it is; below it may stand whose picture.
        if block.zone == "heading" and not titled and _BODY.fullmatch(words):
            return words.title() if words.isupper() else words
        titled = titled or block.zone == "title"
    return None
