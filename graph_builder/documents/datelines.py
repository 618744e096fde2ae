"""Days as written at the head or the foot of a document, and the datelines that news agencies put before a report.

Only full days count: a date without its year is left unknown. Days are ISO 8601.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

_NAMES = "january february march april may june july august september october november december".split()
_MONTHS = {name[:3]: number for number, name in enumerate(_NAMES, 1)}
_MONTH = (
    r"(?P<m>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?"
    r"|nov(?:ember)?|dec(?:ember)?)\b\.?"
)
_YEAR = r"(?P<y>(?:18|19|20)\d\d)\b"
_ORDINALS = (
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth "
    "sixteenth seventeenth eighteenth nineteenth twentieth"
).split()
_UNITS = (
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen"
).split()
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()
_DAY_WORDS = {word: number for number, word in enumerate(_ORDINALS, 1)}
_DAY_WORDS |= {f"twenty-{word}": 20 + number for number, word in enumerate(_ORDINALS[:9], 1)}
_DAY_WORDS |= {"thirtieth": 30, "thirty-first": 31}
_NUMBER_WORDS = {word: number for number, word in enumerate(_UNITS, 1)}
_NUMBER_WORDS |= {word: number * 10 for number, word in enumerate(_TENS, 2)}

_FORMS = tuple(
    re.compile(form, re.I)
    for form in (
        rf"\b{_MONTH}[ \xa0](?P<d>\d{{1,2}})(?:st|nd|rd|th)?,?[ \xa0]{_YEAR}",
        rf"\b(?P<d>\d{{1,2}})(?:st|nd|rd|th)?[ \xa0-](?:of[ \xa0]|day[ \xa0]of[ \xa0])?{_MONTH},?[ \xa0-]{_YEAR}",
        r"\b(?P<y>(?:19|20)\d\d)(?P<s>[-/.])(?P<mn>\d{1,2})(?P=s)(?P<d>\d{1,2})\b",
        r"\b(?P<d>\d{1,2})\.(?P<mn>\d{1,2})\.(?P<y>(?:19|20)\d\d)\b",
    )
)
_HAS_YEAR = re.compile(r"\d{4}")
# "this third day of May", "the 26th day of March", with the year in figures or in words.
_WRITTEN_OUT = re.compile(
    rf"\b(?:this\s+(?P<day>\d{{1,2}}(?:st|nd|rd|th)?|[a-z]+(?:-[a-z]+)?)\s+(?:day\s+)?(?:of\s+)?"
    rf"|the\s+(?P<theday>\d{{1,2}}(?:st|nd|rd|th)?|[a-z]+(?:-[a-z]+)?)\s+day\s+of\s+)"
    rf"{_MONTH},?\s+(?:in\s+the\s+year\s+)?(?:(?P<y>\d{{4}})"
    rf"|(?P<words>(?:(?:thousand|hundred|and|{'|'.join(_TENS + _UNITS[::-1])})[\s-]*){{2,9}}))",
    re.I,
)
# What may stand beside the day on a line of its own.
_BESIDE = re.compile(
    r"""\b(?:mon(?:day)?|tue(?:s(?:day)?)?|wed(?:nesday)?|thu(?:rs?(?:day)?)?|fri(?:day)?|sat(?:urday)?|sun(?:day)?)\b\.?
    | \b\d{1,2}[:.]\d\d(?::\d\d)?\s?(?:[ap]\.?m\.?)? | \b\d{1,2}\s?[ap]\.?m\.?
    | \b(?:[A-Z]{1,2}ST|GMT|UTC|CET|CEST|BST|EST|EDT|[A-Z]{2,4}T)\b(?:\s?[+-]\d{1,2})?
    | \b(?:first\ )?(?:published|posted|updated|issued|released|modified|created|dated?|last|delivered)\b
    | \b\d{1,3}\s(?:min(?:ute)?s?|hours?|days?)\s(?:ago|read)\b | \bsee\sall\supdates\b | [+—]
    | \b(?:on|at|release|time|by|pib|delhi)\b | [|/,.:;()\[\]–—-]""",
    re.X | re.I,
)
_CLOCK = re.compile(r"\b\d{1,2}[:.]\d\d\b|\b\d{1,2}\s?[ap]\.?m\b", re.I)
_AGENCY = r"(?:\([A-Z][A-Za-z][\w .&/-]{0,30}\)|/[A-Z]{2,12}/)"
_CAPITALS = r"[A-ZÀ-Þ][A-ZÀ-Þ.'’-]+(?:[ /][A-ZÀ-Þ.'’-]+){0,4}"
_PLACE = r"[A-ZÀ-Þ][\w.'’-]+(?:[ /-][A-ZÀ-Þ][\w.'’-]+){0,3}"
_PART = r"(?:,\s[A-ZÀ-Þ][\w.'’ -]{1,30}?)?"
_SHORT_DAY = r"(?:,?\s(?:[A-Z][a-z]{2,8}\.?\s\d{1,2}|\d{1,2}\s[A-Z][a-z]{2,8}\.?)(?:,?\s\d{4})?\.?)?"
_DASH = r"\s*(?:—|–|--|-|:)\s*(?:\n|\s)*"
_NEXT = r"(?=[A-Z“\"‘'\d])"
# With an agency, or in capitals: nothing else is written so.
_RUN_IN_SURE = (
    re.compile(rf"(?:{_CAPITALS}|{_PLACE}){_PART}{_SHORT_DAY}[,.]?\s*{_AGENCY}\.?(?:{_DASH}|\s+){_NEXT}"),
    re.compile(rf"{_AGENCY}\s*(?:—|–|--|-)\s*{_NEXT}"),
    re.compile(rf"{_CAPITALS}{_PART}{_SHORT_DAY}\s*(?:—|–|--|-|:)\s+{_NEXT}"),
    re.compile(rf"{_CAPITALS}\s/\s{_CAPITALS}\s+–\s+{_NEXT}"),
    re.compile(rf"{_PLACE}\s/\s[\d.]{{6,10}}\s/\s[A-Z][\w ]{{2,20}}:\s+{_NEXT}"),
)
# A name and a dash, or a colon: a sentence may open so too ("Norway — a state in the north — agreed").
_RUN_IN_LIKELY = (
    re.compile(rf"{_PLACE}{_PART}{_SHORT_DAY}\s*(?:—|--)\s*{_NEXT}"),
    re.compile(
        rf"{_PLACE}(?:, {_PLACE})?\s+–\s+(?=(?:The|A|An|In|On|At|As|It|He|She|Two|President|Prime|Foreign)\b|[“\"])"
    ),
    re.compile(r"[A-Z][a-z]+(?:\s[A-Z][a-z]+)?:\s+(?!(?:I|We|You|Good|Thank|Well|Let|Yes|No)\b)(?=[A-Z“\"‘'])"),
)
_NO_PLACE = frozenset(
    """we they it he she you i the a an this that these today yesterday and but however fact note update joint press
    statement q""".split()
)
_PLACE_LINE = re.compile(rf"{_PLACE}(?:,\s{_PLACE}){{0,2}}\.?")


@dataclass(frozen=True, slots=True)
class Day:
    """A day found in a text: its span and the ISO 8601 day."""

    start: int
    end: int
    iso: str


def days_in(text: str, start: int = 0, end: int | None = None) -> tuple[Day, ...]:
    """The full days in ``text[start:end]``, in order.

    >>> [day.iso for day in days_in("Oslo, 3 June 2022; signed on the 5th day of May 1999; 2021-02-30 is none")]
    ['2022-06-03', '1999-05-05']
    """
    end = len(text) if end is None else end
    found = [
        Day(m.start(), m.end(), iso) for form in _FORMS for m in form.finditer(text, start, end) if (iso := _iso(m))
    ]
    if " day" in text[start:end] or "this " in text[start:end]:
        written = _WRITTEN_OUT.finditer(text, start, end)
        found += [Day(m.start(), m.end(), iso) for m in written if (iso := _iso_of_words(m))]
    found.sort(key=lambda day: (day.start, -day.end))
    kept: list[Day] = []
    for day in found:
        if not kept or day.start >= kept[-1].end:
            kept.append(day)
    return tuple(kept)


def _iso(found: re.Match[str]) -> str | None:
    groups = found.groupdict()
    month = int(groups["mn"]) if groups.get("mn") else _MONTHS[groups["m"][:3].lower()]
    return _day(int(groups["y"]), month, int(groups["d"]))


def _iso_of_words(found: re.Match[str]) -> str | None:
    day = (found["day"] or found["theday"]).lower()
    number = int(re.sub(r"\D", "", day)) if day[0].isdigit() else _DAY_WORDS.get(day, 0)
    year = int(found["y"]) if found["y"] else _year(found["words"])
    return _day(year, _MONTHS[found["m"][:3].lower()], number)


def _year(words: str) -> int:
    """A year in words: "two thousand and twenty-five".

    >>> _year("one thousand nine hundred and sixty-seven")
    1967
    """
    total = part = 0
    for word in re.findall(r"[a-z]+", words.lower()):
        if word == "thousand":
            total, part = total + part * 1000, 0
        elif word == "hundred":
            part *= 100
        else:
            part += _NUMBER_WORDS.get(word, 0)
    return total + part


def _day(year: int, month: int, day: int) -> str | None:
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return None


def squeezed_day(line: str) -> str | None:
    """The day of a line that a scanner pulled apart, letter by letter.

    >>> squeezed_day("Date 9 J u n e 1 9 8 4")
    '1984-06-09'
    """
    if len(line) > 60 or sum(len(word) == 1 for word in line.split()) < 4:
        return None
    squeezed = re.sub(r"\s+", "", line)
    found = re.search(rf"(?P<d>\d{{1,2}})(?P<m>{'|'.join(_NAMES)}),?(?P<y>(?:19|20)\d\d)", squeezed, re.I)
    found = found or re.search(rf"(?P<m>{'|'.join(_NAMES)})(?P<d>\d{{1,2}}),(?P<y>(?:19|20)\d\d)", squeezed, re.I)
    return _iso(found) if found else None


def is_date_line(line: str) -> bool:
    """Whether a line gives a day, and beside it at most a place, a clock time or a file number.

    >>> [is_date_line(line) for line in ("10:15 CET, 4 March 2020", "Oslo, 4 March 2020", "It began on 4 March 2020.")]
    [True, True, False]
    """
    if len(line) > 120:
        return False
    days = days_in(line)
    if not days:
        return squeezed_day(line) is not None
    rest = "".join(
        line[a:b] for a, b in zip([0, *(d.end for d in days)], [*(d.start for d in days), len(line)], strict=True)
    )
    words = _BESIDE.sub(" ", rest).split()
    return len(words) <= 4 and all(
        word[0].isupper() or word[0].isdigit() or word in {"de", "of", "the"} for word in words
    )


def has_clock(line: str) -> bool:
    """Whether a line gives a time of day."""
    return _CLOCK.search(line) is not None


def run_in(text: str, start: int, end: int) -> int:
    """Where the dateline that opens ``text[start:end]`` ends, or ``start`` if there is none.

    >>> line = "LIMA, Aug. 2 (Reuters) - Peru said it would sign."
    >>> line[run_in(line, 0, len(line)):]
    'Peru said it would sign.'
    """
    head = text[start : min(end, start + 320)]
    found = next((m for form in _RUN_IN_SURE if (m := form.match(head))), None)
    if found is None:
        found = next((m for form in _RUN_IN_LIKELY if (m := form.match(head))), None)
        if found is not None and any(dash in head[found.end() :] for dash in ("—", " – ", "--")):
            return start  # a second dash closes an aside
    first = re.match(r"[\w'’]+", head)
    if found is None or (first is not None and first.group().lower() in _NO_PLACE):
        return start
    return start + found.end()


def is_place_line(line: str) -> bool:
    """Whether a short line could be a place alone: "Quito." or "Quito, Ecuador"."""
    return len(line) <= 48 and _PLACE_LINE.fullmatch(line) is not None
