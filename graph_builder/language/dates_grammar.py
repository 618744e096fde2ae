"""The words that give a time: one pattern for a preposition, a modifier and a unit, one for spans of time."""

from __future__ import annotations

import re

_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
)  # fmt: skip
_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_SHORT_DAYS = ("Mon", "Tues", "Tue", "Weds", "Wed", "Thurs", "Thur", "Thu", "Fri", "Sat", "Sun")
_COUNTED = (
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
    "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen", "twenty",
)  # fmt: skip
MONTH_NUMBER = {name[:3].lower(): number for number, name in enumerate(_MONTHS, 1)}
WEEKDAY_NUMBER = {name[:3].lower(): number for number, name in enumerate(_DAYS)}
NUMBERS = {word: number for number, word in enumerate(_COUNTED)} | {
    "a": 1, "an": 1, "thirty": 30, "forty": 40, "sixty": 60, "ninety": 90, "hundred": 100, "couple": 2, "couple of": 2,
}  # fmt: skip
ORDINALS = {
    "first": 1,
    "1st": 1,
    "second": 2,
    "2nd": 2,
    "third": 3,
    "3rd": 3,
    "fourth": 4,
    "4th": 4,
    "last": 4,
    "final": 4,
}

_MONTH = (
    "(?:"
    + "|".join(f"{m}|{m.upper()}" for m in _MONTHS)
    + r"|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec)\b\.?)"
)
_WEEKDAY = "(?:" + "|".join(f"{d}|{d.upper()}" for d in _DAYS) + ")"
# Short forms only before a date: "Sun." alone is a star as often.
_ANY_WEEKDAY = f"(?:{_WEEKDAY}|(?:" + "|".join(_SHORT_DAYS) + r")\b\.?)"
_YEAR = r"(?:1[89]|20|21)\d\d(?![\d%]|[.,]\d)"
_D = r"(?:[12]\d|3[01]|0?[1-9])(?:st|nd|rd|th)?(?![\d%]|[.,:]\d)"
_SEASON = r"(?:spring|summer|autumn|fall|winter)"
_THAT_YEAR = rf"(?:{_YEAR}|this\s+year|next\s+year|last\s+year|the\s+(?:same\s+)?year)"
_DAY_LIST = rf"{_D}(?:\s*(?:-|–|—|,\s*and|,|to|and|or|until|through|&)\s*{_D}){{0,6}}"
_LATER_DAYS = rf"{_D}(?:\s*(?:-|–|—|to|and|or|through|&)\s*{_D}(?!\s+{_MONTH})){{0,6}}"
_REL = r"this|next|last|the\s+(?:coming|following|current|previous|past|next|upcoming)|this\s+coming|the\s+very\s+next"

_PREPOSITION = r"""
    no\s+later\s+than|not\s+later\s+than|by\s+no\s+later\s+than|at\s+the\s+latest\s+by|on\s+or\s+before|on\s+or\s+after
  | as\s+(?:early|soon)\s+as|as\s+(?:of|from)|(?:at\s+some\s+(?:stage|point|time)|some\s?time)(?:\s+(?:in|during))?
  | (?:starting|beginning|commencing|effective)(?:\s+(?:in|on|from|as\s+of))?|with\s+effect\s+from
  | (?:over|in)\s+the\s+course\s+of|prior\s+to|ahead\s+of|up\s+(?:to|until|till)|until\s+at\s+least
  | (?:between|from)\s+now\s+(?:and|until|till|to)
  | in\s+or\s+before|by\s+or\s+before|on\s+the|from|between|by|before|after|following|since|until|till
  | through(?:out)?|during|within|around|about|in|on|at|for|over
"""
_MODIFIER = r"""
    (?:the\s+)?week\s+(?:of|beginning|commencing)\s+(?:on\s+)?
  | (?:the\s+)?(?:very\s+)?
    (?:early|mid(?:dle)?|late|later|earlier|beginning|start|end|close|first\s+half|second\s+half|latter\s+half|first\s+part|latter\s+part)
    (?:\s+(?:of|in|on)(?:\s+the\s+month\s+of)?|-|(?=\s))\s*
"""
_UNIT = rf"""
    (?P<iso>(?:1[89]|20|21)\d\d-[01]\d-[0-3]\d(?!\d))
  | (?P<numeric>\d{{1,2}}[./]\d{{1,2}}[./](?:19|20)\d\d(?!\d))
  | (?:{_ANY_WEEKDAY},?\s+)?(?:the\s+)?(?P<dmy_d>{_DAY_LIST})\s+(?:day\s+)?(?:of\s+)?(?P<dmy_m>{_MONTH})
      (?:,?\s+(?:of\s+)?(?P<dmy_y>{_THAT_YEAR}))?
  | (?:{_ANY_WEEKDAY},?\s+)?(?P<mdy_m>{_MONTH})\s+(?:the\s+)?(?P<mdy_d>{_LATER_DAYS})
      (?:(?:,\s*|\s+)(?:of\s+)?(?P<mdy_y>{_THAT_YEAR}))?
  | (?P<ref>(?i:{_REL}))\s+
      (?P<ref_u>(?i:week(?:end)?|month|quarter|(?:calendar\s+|fiscal\s+)?year|decade|{_SEASON})\b|{_MONTH}|{_WEEKDAY})
  | (?i:(?:the\s+)?(?P<nth_week>first|second|third|fourth|last|final)\s+week\s+(?:of|in)\s+)(?P<nth_m>{_MONTH})
      (?:,?\s+(?:of\s+)?(?P<nth_y>{_THAT_YEAR}))?
  | (?P<my_m>{_MONTH})(?:(?:,?\s+(?:of\s+)?|[-–])(?P<my_y>{_THAT_YEAR}))?
  | (?P<weekday>{_WEEKDAY})(?:\s+(?:morning|afternoon|evening|night))?
  | (?i:(?:the\s+)?(?P<quarter>first|second|third|fourth|1st|2nd|3rd|4th|last|final)\s+(?P<quarter_u>quarter|half))
      \s+(?:of\s+)?(?P<quarter_y>{_THAT_YEAR})
  | (?P<q>[QH][1-4])(?:\s+(?:of\s+)?|/)(?P<q_y>{_YEAR})
  | (?P<fiscal_who>(?:Japan(?:ese|['’]s)?|U\.?S\.?|American|Indian?|British|UK|Australian?)\s+|J(?=FY))?
      (?:(?i:(?:the\s+)?fiscal(?:\s+year)?)|FY)[\s-]?
      (?P<fiscal>(?:20|19)\d\d(?:[-/–]\d{{2,4}})?|\d\d(?:[-/–]\d\d)?)(?!\d)
  | (?i:the\s+)?(?i:(?P<season>{_SEASON}))\s+(?:of\s+)?(?P<season_y>{_THAT_YEAR})
  | (?P<bare_season>the\s+{_SEASON}|spring|summer|autumn)\b
  | (?:the\s+)?(?:(?P<decade_part>early|mid|late)[-\s]+)?(?P<decade>(?:18|19|20|21)\d0)['’]?s\b
  | (?P<day>(?i:the\s+day\s+after\s+tomorrow|the\s+day\s+before\s+yesterday|today|tonight|tomorrow|yesterday))\b
  | (?P<the>the\s+(?:end\s+of\s+the\s+)?(?P<the_u>week|month|quarter|year|decade))\b
  | (?P<year_end>(?:the\s+)?year[-\s’']+(?:s\s+)?end)\b
  | (?P<year>{_YEAR})(?:\s?[-–/]\s?(?P<year_to>{_YEAR}|\d\d(?!\d)))?
"""
TIME = re.compile(
    rf"(?<![\w$€£¥.-])(?:(?P<prep>(?i:{_PREPOSITION}))\s+)?(?P<mod>(?i:{_MODIFIER}))?(?:{_UNIT})(?![\w%])"
    r"(?P<tail>\s+(?i:at\s+the\s+latest|onwards?|and\s+beyond|or\s+(?:earlier|sooner|before)))?",
    re.VERBOSE,
)

_COUNT = r"\d{1,4}|a\s+(?:few|couple(?:\s+of)?)|a|an|several|few|half\s+a|" + "|".join(
    w for w in NUMBERS if len(w) > 2 and w != "zero"
)
SPAN = re.compile(
    rf"""(?i:\b(?:
      (?P<within>within|in\s+(?:under|less\s+than)|not\s+later\s+than|no\s+later\s+than|in|over|for|during|throughout)\s+
      (?:(?:a|the)\s+(?:period|space|course)\s+of\s+)?
      (?:(?P<step>the\s+(?:next|coming|following|ensuing|upcoming|past|last|previous|preceding)|the|next|coming|its\s+next)\s+)?
      (?:(?P<count>{_COUNT})(?:\s+\(\d+\))?[\s-]+)?(?:calendar\s+|working\s+|business\s+|full\s+)?
      (?P<unit>hour|day|week|month|quarter|year|decade)(?P<plural>s?)\b['’]?(?:\s+time\b)?
      | (?P<ago_count>{_COUNT})\s+(?P<ago_unit>hour|day|week|month|year|decade)s?\s+
        (?P<ago>ago|earlier|from\s+now|hence|from\s+today)\b
    ))(?P<from>\s+(?i:of|from|after|following|as\s+of)\s+(?P<base>
        (?i:(?:the\s+)?(?:date|day|signing|signature|issuance|publication|adoption)\s+of\s+(?:this|the\s+present)\s+\w+
            |today|now|this\s+\w+)
        | [^.;:,]{{2,60}}))?
    """,
    re.VERBOSE,
)
JOIN = re.compile(r"\s*(?P<word>-|–|—|to|and|or|until|till|through|,\s*and(?:\s+again)?|and\s+again|,|&)\s*\Z")
# What every expression of time holds one of; most sentences hold none, and are done with at once.
MARK = re.compile(
    r"\d|day|Day|(?i:week|month|year|decade|quarter|tonight|tomorrow|spring|summer|autumn|winter)|\bfall\b|"
    + "|".join(f"\\b{name[:3]}|\\b{name[:3].upper()}" for name in _MONTHS)
    + "|DAY"
)
