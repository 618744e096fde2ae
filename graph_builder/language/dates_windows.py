"""Windows of days: what a year, a quarter, "late April" or "within 90 days" come to. No text is read here."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterable
from datetime import date, timedelta

Window = tuple[date | None, date | None]
Closed = tuple[date, date]

# Month in which a fiscal year begins, and whether it is named after the year in which it ends.
_FISCAL = {
    "state/usa": (10, True), "state/tha": (10, True), "state/jpn": (4, False), "state/gbr": (4, False),
    "state/can": (4, False), "state/ind": (4, False), "state/sgp": (4, False), "state/hkg": (4, False),
    "state/aus": (7, True), "state/nzl": (7, True), "state/pak": (7, True), "state/bgd": (7, True),
    "state/ken": (7, True), "state/egy": (7, True), "state/zaf": (4, True), "state/phl": (1, False),
    "state/kor": (1, False), "state/chn": (1, False), "state/deu": (1, False), "state/fra": (1, False),
}  # fmt: skip
_SOUTHERN = frozenset(
    f"state/{code}" for code in ("aus", "nzl", "zaf", "arg", "chl", "ury", "pry", "bol", "nam", "bwa", "lso", "swz")
)
_SEASON_MONTH = {"spring": 3, "summer": 6, "autumn": 9, "fall": 9, "winter": 12}


def year(number: int) -> Closed:
    """Give the days of a calendar year."""
    return date(number, 1, 1), date(number, 12, 31)


def months(number: int, first: int, count: int = 1) -> Closed:
    """Give the days of some months from a month of a year on; months over 12 run into the years after."""
    start = date(number + (first - 1) // 12, (first - 1) % 12 + 1, 1)
    return start, add_months(start, count) - timedelta(days=1)


def decade(number: int) -> Closed:
    """Give the days of the decade that a year lies in (2034: 2030 to 2039)."""
    first = number - number % 10
    return date(first, 1, 1), date(first + 9, 12, 31)


def week(day: date) -> Closed:
    """Give Monday to Sunday of the week of a day."""
    monday = day - timedelta(days=day.weekday())
    return monday, monday + timedelta(days=6)


def season(number: int, name: str, state: str | None = None) -> Closed:
    """Give three whole months; those of the northern half of the world unless the state lies in the southern one."""
    first = _SEASON_MONTH[name]
    return months(number, first - 6 if state in _SOUTHERN and first > 6 else first + 6 * (state in _SOUTHERN), 3)


def fiscal_year(number: int, state: str | None) -> Window:
    """Give a fiscal year of a state; open where its fiscal year is not known, for a guess could be a year off.

    >>> fiscal_year(2025, "state/jpn") == (date(2025, 4, 1), date(2026, 3, 31))
    True
    >>> fiscal_year(2025, "state/usa") == (date(2024, 10, 1), date(2025, 9, 30))
    True
    """
    if state not in _FISCAL:
        return None, None
    month, named_by_end = _FISCAL[state]
    return months(number - 1 if named_by_end and month > 1 else number, month, 12)


def add_months(day: date, count: int) -> date:
    """Give the same day of the month some months later, or the last day of a shorter month."""
    number, month = divmod(day.year * 12 + day.month - 1 + count, 12)
    return date(number, month + 1, min(day.day, monthrange(number, month + 1)[1]))


def add(day: date, count: int, unit: str) -> date | None:
    """Give the day some hours, days, weeks, months, quarters, years or decades later; None beyond the calendar."""
    try:
        if unit == "hour":
            return day + timedelta(days=-(-count // 24))
        if unit in {"day", "week"}:
            return day + timedelta(days=count * (7 if unit == "week" else 1))
        return add_months(day, count * {"month": 1, "quarter": 3, "year": 12, "decade": 120}[unit])
    except (OverflowError, ValueError):
        return None


def part(window: Closed, grain: str, which: str) -> Closed:
    """Give a part of a window: "early", "mid", "late", "start", "end", "first half", "second half".

    Thirds of a month are 1-10, 11-20 and the rest; of a year and a decade four months and three or four years. The end
    of a year is its last month, the end of a month its last third.

    >>> part(months(2031, 4), "month", "late") == (date(2031, 4, 21), date(2031, 4, 30))
    True
    """
    first, last = window
    if which in {"first half", "second half"}:
        middle = date(first.year, first.month, 15) if grain == "month" else _middle(first, last)
        return (first, middle) if which == "first half" else (middle + timedelta(days=1), last)
    if grain in {"week", "day"}:
        days = (last - first).days
        early, late = first + timedelta(days=days // 3), last - timedelta(days=days // 3)
        return _choose(first, early, late, last, which)
    if grain == "month":
        return _choose(first, first.replace(day=10), first.replace(day=21), last, which)
    if grain == "decade":
        if which in {"start", "end"}:
            return year(first.year if which == "start" else last.year)
        return _choose(first, date(first.year + 3, 12, 31), date(first.year + 7, 1, 1), last, which)
    span = max(1, round((last - first).days / 30.4))
    edge = 1 if which in {"start", "end"} else max(1, span // 3)
    return _choose(first, add_months(first, edge) - timedelta(days=1), add_months(first, span - edge), last, which)


def _choose(first: date, early: date, late: date, last: date, which: str) -> Closed:
    if which in {"early", "start"}:
        return first, early
    if which in {"late", "end"}:
        return late, last
    return early + timedelta(days=1), max(early + timedelta(days=1), late - timedelta(days=1))


def _middle(first: date, last: date) -> date:
    whole = (last.year - first.year) * 12 + last.month - first.month + 1
    if whole > 1:
        return add_months(first, whole // 2) - timedelta(days=1)
    return first + (last - first) // 2


def nearest(choices: Iterable[Closed], day: date, direction: str | None) -> Closed | None:
    """Choose the window nearest to a day: none that begins later for "past", none that ended before for "future"."""
    fitting = [
        window
        for window in choices
        if not (direction == "past" and window[0] > day) and not (direction == "future" and window[1] < day)
    ]
    return min(fitting, key=lambda window: (_distance(window, day), window), default=None)


def _distance(window: Closed, day: date) -> int:
    return max(0, (window[0] - day).days, (day - window[1]).days)
