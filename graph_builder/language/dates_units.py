"""From a match of the grammar to days: which day, month or year the words mean, as far as they say."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from graph_builder.language import dates_windows as windows
from graph_builder.language.dates_grammar import MONTH_NUMBER, ORDINALS, WEEKDAY_NUMBER
from graph_builder.language.dates_windows import Closed, Window

_NUMBER = re.compile(r"\d{1,4}")
_COUNTRIES = {"J": "jpn", "UK": "gbr", "U": "usa", "Am": "usa", "In": "ind", "Br": "gbr", "Au": "aus"}


@dataclass(frozen=True, slots=True)
class Unit:
    """One time in the text, before its preposition counts.

    ``grain`` is day, weekday, week, month, quarter, season, year, decade or open. ``window`` is known, or it recurs:
    then ``month`` and ``days``, ``weekday`` or ``season`` say when, and the year is still to be chosen.
    """

    start: int
    end: int
    grain: str
    prep: str = ""
    mod: str = ""
    tail: str = ""
    window: Closed | None = None
    month: int | None = None
    days: tuple[int, int] | None = None
    weekday: int | None = None
    season: str | None = None
    weak: str = ""

    @property
    def recurs(self) -> bool:
        """True where the words fit more than one year or week."""
        return self.window is None and (self.month is not None or self.weekday is not None or self.season is not None)


def read_unit(match: re.Match[str], anchor: date | None, state: str | None) -> Unit | None:
    """Read one match of ``TIME``; None where it names no day there is."""
    groups = {name: words for name, words in match.groupdict().items() if words}
    prep = " ".join(groups.get("prep", "").lower().split())
    mod = _modifier(groups.get("mod", ""))
    try:
        unit = _calendar(groups, match, anchor, state) or _relative(groups, match, anchor, state)
    except (ValueError, OverflowError):
        return None
    if unit is None:
        return None
    tail = " ".join(groups.get("tail", "").lower().split())
    return Unit(
        match.start(), match.end(), unit.grain, prep, mod or unit.mod, tail, unit.window, unit.month, unit.days,
        unit.weekday, unit.season, unit.weak,
    )  # fmt: skip


def _modifier(words: str) -> str:
    words = words.lower()
    for mark, which in (
        ("week", "week"), ("first half", "first half"), ("first part", "first half"), ("second half", "second half"),
        ("latter", "second half"), ("early", "early"), ("later", "later"), ("earlier", "earlier"), ("late", "late"),
        ("mid", "mid"), ("beginning", "start"), ("start", "start"), ("end", "end"), ("close", "end"),
    ):  # fmt: skip
        if mark in words and not (mark == "early" and "earlier" in words) and not (mark == "late" and "later" in words):
            return which
    return ""


def _calendar(groups: Mapping[str, str], match: re.Match[str], anchor: date | None, state: str | None) -> Unit | None:
    """Read what the calendar gives, with or without its year."""
    at = match.start(), match.end()
    if "iso" in groups:
        day = date.fromisoformat(groups["iso"])
        return Unit(*at, "day", window=(day, day))
    if "numeric" in groups:
        return _numeric(groups["numeric"], at)
    for which in ("dmy", "mdy"):
        if which + "_m" in groups:
            days = [int(number) for number in _NUMBER.findall(groups[which + "_d"])]
            month, span = MONTH_NUMBER[groups[which + "_m"][:3].lower()], (min(days), max(days))
            return _dated(at, "day", month, span, groups.get(which + "_y"), anchor)
    if "nth_m" in groups:
        nth = 5 if groups["nth_week"].lower() in {"last", "final"} else ORDINALS[groups["nth_week"].lower()]
        span = (7 * nth - 6, 7 * nth)
        return _dated(at, "week", MONTH_NUMBER[groups["nth_m"][:3].lower()], span, groups.get("nth_y"), anchor)
    if "my_m" in groups:
        return _dated(at, "month", MONTH_NUMBER[groups["my_m"][:3].lower()], None, groups.get("my_y"), anchor)
    if "quarter" in groups or "q" in groups:
        number = _year_of(groups.get("quarter_y") or groups["q_y"], anchor)
        which = groups["q"][1] if "q" in groups else str(ORDINALS[groups["quarter"].lower()])
        halves = groups.get("quarter_u", "").lower() == "half" or groups.get("q", "").startswith("H")
        size = 6 if halves else 3
        if halves and groups.get("quarter", "").lower() in {"last", "final"}:
            which = "2"
        if number is None or int(which) * size > 12:
            return None
        return Unit(*at, "quarter", window=windows.months(number, size * (int(which) - 1) + 1, size))
    if "fiscal" in groups:
        return _fiscal(groups, at, state)
    if "season" in groups:
        number = _year_of(groups["season_y"], anchor)
        return (
            None
            if number is None
            else Unit(*at, "season", window=windows.season(number, groups["season"].lower(), state))
        )
    if "bare_season" in groups:
        return Unit(*at, "season", season=groups["bare_season"].split()[-1].lower(), weak="name")
    if "decade" in groups:
        part = (groups.get("decade_part") or "").lower()
        return Unit(*at, "decade", mod=part, window=windows.decade(int(groups["decade"])))
    if "weekday" in groups:
        return Unit(*at, "weekday", weekday=WEEKDAY_NUMBER[groups["weekday"][:3].lower()])
    if "year" in groups:
        return _years(groups, at)
    return None


def _numeric(words: str, at: tuple[int, int]) -> Unit | None:
    one, two, number = map(int, re.split(r"[./]", words))
    if "/" in words and one <= 12 and two <= 12 and one != two:
        return None  # day and month cannot be told apart
    day = date(number, one, two) if "/" in words and two > 12 else date(number, two, one)
    return Unit(*at, "day", window=(day, day))


def _dated(
    at: tuple[int, int],
    grain: str,
    month: int,
    days: tuple[int, int] | None,
    that_year: str | None,
    anchor: date | None,
) -> Unit | None:
    if that_year is None:
        windows_of(Unit(*at, grain, month=month, days=days), 2024)  # a leap year: only a day that never is fails here
        return Unit(*at, grain, month=month, days=days, weak="name" if grain == "month" else "")
    number = _year_of(that_year, anchor)
    return (
        None
        if number is None
        else Unit(*at, grain, window=windows_of(Unit(*at, grain, month=month, days=days), number))
    )


def windows_of(unit: Unit, number: int) -> Closed:
    """Give the window of a yearly recurring unit in one year. Raises ValueError for a day which that year lacks."""
    if unit.season is not None:
        return windows.season(number, unit.season)
    month = unit.month or 1
    if unit.days is None:
        return windows.months(number, month)
    if unit.grain == "week":  # "the last week of June" ends with June
        first, last = windows.months(number, month)
        return min(first + timedelta(unit.days[0] - 1), last - timedelta(6)), min(
            first + timedelta(unit.days[1] - 1), last
        )
    return date(number, month, unit.days[0]), date(number, month, unit.days[1])


def _year_of(words: str, anchor: date | None) -> int | None:
    if words.isdigit():
        return int(words)
    words = words.lower()
    if anchor is None or "same" in words:
        return None
    return anchor.year + (1 if words.startswith("next") else -1 if words.startswith("last") else 0)


def _fiscal(groups: Mapping[str, str], at: tuple[int, int], state: str | None) -> Unit | None:
    who = groups.get("fiscal_who", "")
    code = next((code for start, code in _COUNTRIES.items() if who.startswith(start)), None)
    state = f"state/{code}" if code else state
    words = groups["fiscal"]
    number = int(words[:4]) if len(words) >= 4 and words[:4].isdigit() else 2000 + int(words[:2])
    both = re.search(r"[-/–]", words) is not None
    if state == "state/ind" and not both and len(words) == 2:
        number -= 1  # "FY26" is 2025-26 there
    first, last = windows.fiscal_year(
        number + (both and state in {"state/aus", "state/nzl", "state/usa", "state/ken"}), state
    )
    return Unit(*at, "year", window=(first, last)) if first and last else Unit(*at, "open")


def _years(groups: Mapping[str, str], at: tuple[int, int]) -> Unit:
    first = int(groups["year"])
    until = groups.get("year_to")
    last = first if until is None else int(until) if len(until) == 4 else first // 100 * 100 + int(until)
    last = max(first, last)
    # 2030-35 stands without a preposition, 2030 alone may be any number.
    return Unit(*at, "year", window=(date(first, 1, 1), date(last, 12, 31)), weak="number" if last == first else "")


def _relative(groups: Mapping[str, str], match: re.Match[str], anchor: date | None, state: str | None) -> Unit | None:
    """Read what counts from the day the document was issued; the window stays open where that day is unknown."""
    at = match.start(), match.end()
    grain = _grain(groups)
    if grain is None:
        return None
    weak = "the" if "the" in groups else ""
    if anchor is None:
        return Unit(*at, "open", weak=weak)
    if "day" in groups:
        words = groups["day"].lower()
        shift = 2 if "after" in words else -2 if "before" in words else {"tomorrow": 1, "yesterday": -1}.get(words, 0)
        day = anchor + timedelta(days=shift)
        return Unit(*at, "day", window=(day, day))
    if "year_end" in groups:
        return Unit(*at, "year", mod="end", window=windows.year(anchor.year))
    if "the" in groups:
        ends = "end" in groups["the"]
        return Unit(*at, grain, mod="end" if ends else "", window=shifted(grain, 0, anchor), weak="" if ends else "the")
    words = groups["ref"].lower()
    shift = 0 if words in {"this", "the current"} else -1 if words.split()[-1] in {"last", "previous", "past"} else 1
    name = groups["ref_u"]
    if grain == "weekday":
        return Unit(*at, "day", window=_that_weekday(WEEKDAY_NUMBER[name[:3].lower()], shift, anchor))
    if grain == "month" and not name.lower().startswith("month"):
        return Unit(
            *at, "month", window=_that_one(Unit(*at, "month", month=MONTH_NUMBER[name[:3].lower()]), shift, anchor)
        )
    if grain == "season":
        return Unit(*at, "season", window=_that_one(Unit(*at, "season", season=name.lower()), shift, anchor))
    if grain == "fiscal":
        first, last = windows.fiscal_year(anchor.year, state)
        if first is None or last is None:
            return Unit(*at, "open")
        behind = (anchor > last) - (anchor < first) + shift
        return Unit(*at, "year", window=(windows.add_months(first, 12 * behind), windows.add_months(last, 12 * behind)))
    if name.lower() == "weekend":
        monday = windows.week(anchor)[0] + timedelta(days=7 * shift)
        return Unit(*at, "day", window=(monday + timedelta(days=5), monday + timedelta(days=6)))
    return Unit(*at, grain, window=shifted(grain, shift, anchor))


def _grain(groups: Mapping[str, str]) -> str | None:
    if "day" in groups:
        return "day"
    if "year_end" in groups:
        return "year"
    name = groups.get("the_u") or groups.get("ref_u")
    if name is None:
        return None
    word = name.lower().split()[-1]
    if "fiscal" in name.lower():
        return "fiscal"
    if word in {"week", "weekend", "month", "quarter", "year", "decade"}:
        return "week" if word == "weekend" else word
    if word in {"spring", "summer", "autumn", "fall", "winter"}:
        return "season"
    if name[:3].lower() in MONTH_NUMBER and name[0].isupper():
        return "month"
    return "weekday" if name[:3].lower() in WEEKDAY_NUMBER and name[0].isupper() else None


def shifted(grain: str, shift: int, anchor: date) -> Closed:
    """Give the week, month, quarter, year or decade of a day, or one of its neighbours (``shift`` -1 or 1)."""
    if grain == "week":
        return windows.week(anchor + timedelta(days=7 * shift))
    if grain == "month":
        return windows.months(anchor.year, anchor.month + shift)
    if grain == "quarter":
        return windows.months(anchor.year, 3 * ((anchor.month - 1) // 3 + shift) + 1, 3)
    if grain == "decade":
        return windows.decade(anchor.year + 10 * shift)
    return windows.year(anchor.year + shift)


def _that_weekday(number: int, shift: int, anchor: date) -> Closed:
    ahead = (number - anchor.weekday()) % 7
    days = {0: number - anchor.weekday(), 1: ahead or 7, -1: ahead - 7}[shift]
    day = anchor + timedelta(days=days)
    return day, day


def _that_one(unit: Unit, shift: int, anchor: date) -> Closed:
    every = [windows_of(unit, anchor.year + step) for step in (-2, -1, 0, 1, 2)]
    if shift == 0:
        return every[2]
    return next(w for w in every if w[0] > anchor) if shift > 0 else next(w for w in reversed(every) if w[1] < anchor)


def choose(unit: Unit, anchor: date | None, direction: str | None, not_before: date | None = None) -> Window:
    """Settle a recurring unit: the window nearest to the anchor in the direction, or the first from a day on."""
    if anchor is None and not_before is None:
        return None, None
    near = not_before or anchor or date.min
    every = []
    if unit.weekday is not None:
        monday = windows.week(near)[0]
        days = [monday + timedelta(days=unit.weekday + 7 * step) for step in (-1, 0, 1, 2)]
        every = [(day, day) for day in days]
    else:
        for step in (-1, 0, 1):
            try:
                every.append(windows_of(unit, near.year + step))
            except ValueError:
                continue  # 29 February
    if not_before is not None:
        return next((window for window in every if window[0] >= not_before), (None, None))
    return windows.nearest(every, near, direction) or (None, None)
