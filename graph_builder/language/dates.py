"""Dates in running text: the words, with their preposition, and the days that they leave open.

A window is (first day, last day), both counted in; None is open. "By 2030" has no first day, "since 2013" no last one.
Words whose days cannot be known (no issue date to count from, a fiscal year of nobody in particular) give an
expression that is open on both sides.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from dataclasses import replace
from datetime import date, timedelta

from graph_builder.language import dates_windows as windows
from graph_builder.language.dates_grammar import JOIN, MARK, SPAN, TIME
from graph_builder.language.dates_spans import read_span
from graph_builder.language.dates_units import Unit, choose, read_unit, windows_of
from graph_builder.language.dates_windows import Window
from graph_builder.language.records import DateExpression

_UNTIL = re.compile(
    r"(?:by|until|till|through|up to|up until|up till|no later than|not later than|by no later than|on or before|"
    r"at the latest by|until at least|in or before|by or before)\Z"
)
_BEFORE = re.compile(r"(?:before|prior to|ahead of)\Z")
_SINCE = re.compile(
    r"(?:since|from|as of|as from|as early as|as soon as|on or after|with effect from|(?:starting|beginning|commencing|"
    r"effective)(?: (?:in|on|from|as of))?)\Z"
)
_AFTER = re.compile(r"(?:after|following)\Z")
_FROM_NOW = re.compile(r"(?:between|from) now (?:and|until|till|to)\Z")
# Prepositions after which four digits are a year and a month's name is a month.
_LOOSE = frozenset({"for", "about", "around", "over", "on", "at", "on the"})
_MAYBE_THINGS = re.compile(r"\s+[a-z]")
_THINGS = re.compile(
    r"\s+(?:per\s?cent|percentage|people|persons|troops|soldiers|men|women|children|tons|tonnes|miles|feet|euros|dollars"
    r"|jobs|homes|(?:kilo|centi|milli)?met(?:er|re)s?|km|kg|MW|GW)\b"
)
_DATED = re.compile(r",?\s*\(?")
_OF_THAT_WEEK = re.compile(r"\s+(?:of\s+)?")


def find_dates(
    text: str, span: tuple[int, int], issued: str | None, direction: str | None = None, state: str | None = None
) -> tuple[DateExpression, ...]:
    """Find the times named in a span (code points, end exclusive) of a text, left to right.

    ``issued`` is the ISO 8601 day from which "Friday", "next year" and "in May" count; without it they stay open.
    ``direction`` ("past", "future" or None: the nearest) says which Friday or May is meant. ``state`` is the id of the
    state whose fiscal years and seasons are meant.

    >>> text = "The two ports will open by the end of next year."
    >>> [(d.text, d.not_before, d.not_after) for d in find_dates(text, (0, len(text)), "2031-05-06")]
    [('by the end of next year', None, '2032-12-31')]
    >>> text = "Ministers meet from Thursday to Saturday."
    >>> [(d.text, d.not_before, d.not_after) for d in find_dates(text, (0, len(text)), "2025-02-06", "future")]
    [('from Thursday to Saturday', '2025-02-06', '2025-02-08')]
    """
    start, end = span
    if MARK.search(text, start, end) is None:
        return ()
    anchor = _day(issued)
    found: list[tuple[int, int, Window]] = []
    for match in SPAN.finditer(text, start, end):
        spell = read_span(match, anchor)
        if spell is not None:
            found.append(spell)
    units = [read_unit(match, anchor, state) for match in TIME.finditer(text, start, end)]
    starts, ends = [a for a, _, _ in found], [b for _, b, _ in found]
    # as many spans begin before the unit's end as end before its start: none lies across it
    free = [u for u in units if u is not None and bisect_left(starts, u.end) == bisect_right(ends, u.start)]
    found += [
        (group[0].start, group[-1].end, _window(group, anchor, direction))
        for group in _groups(text, free)
        if len(group) > 1 or _stands(text, group[0])
    ]
    return tuple(
        DateExpression(a, b, text[a:b], first.isoformat() if first else None, last.isoformat() if last else None)
        for a, b, (first, last) in sorted(found, key=lambda one: one[:2])
    )


def _day(issued: str | None) -> date | None:
    try:
        return date.fromisoformat(issued[:10]) if issued else None
    except ValueError:
        return None


def _groups(text: str, units: list[Unit]) -> list[tuple[Unit, ...]]:
    """Put together what one expression is: "5 May to 7 June", "Sunday and Monday", "Friday (3 May)"."""
    groups: list[tuple[Unit, ...]] = []
    for unit in units:
        last = groups[-1][-1] if groups else None
        if last is not None and last.weekday is not None and not unit.prep:
            gap = text[last.end : unit.start]
            if unit.grain == "day" and _DATED.fullmatch(gap):
                closes = 1 if "(" in gap and text[unit.end : unit.end + 1] == ")" else 0
                groups[-1] = (*groups[-1][:-1], replace(unit, start=last.start, end=unit.end + closes, prep=last.prep))
                continue
            if unit.grain == "week" and unit.window and _OF_THAT_WEEK.fullmatch(gap):
                day = unit.window[0] + timedelta(days=last.weekday)
                whole = replace(unit, start=last.start, grain="day", window=(day, day), prep=last.prep, mod="")
                groups[-1] = (*groups[-1][:-1], whole)
                continue
        if last is not None and len(groups[-1]) == 1 and _joins(text, last, unit):
            groups[-1] = (last, unit)
        else:
            groups.append((unit,))
    return groups


def _joins(text: str, one: Unit, two: Unit) -> bool:
    gap = text[one.end : two.start]
    if one.tail or one.grain == "open" or two.grain == "open":
        return False
    if two.prep in {"until", "till", "through"} and not gap.strip():
        return one.prep in {"", "from", "in", "on", "starting", "between"}
    link = JOIN.fullmatch(gap)
    if link is None:
        return False
    word = link["word"]
    if two.prep and not ("again" in word and two.prep in {"on", "in"}):
        return False
    if word.strip() in {"-", "–", "—", "to", "until", "till", "through"} or one.prep == "between":
        return True
    like = {"weekday": "day"}
    return like.get(one.grain, one.grain) == like.get(two.grain, two.grain) and one.prep != "since"


def _stands(text: str, unit: Unit) -> bool:
    """Tell whether a unit is a time by itself: "2030" and "May" alone may be anything."""
    if unit.weak == "the":
        return bool(unit.mod) or unit.prep == "within"
    if unit.weak == "number" and not unit.mod:
        if not unit.prep or unit.prep in _LOOSE:
            return False
        hundred = unit.window is not None and unit.window[0].year % 100 == 0
        return not (_MAYBE_THINGS if hundred else _THINGS).match(text, unit.end)
    return not unit.weak or bool(unit.prep or unit.mod)


def _window(group: tuple[Unit, ...], anchor: date | None, direction: str | None) -> Window:
    first = group[0]
    opening, closing = _span(group, anchor, direction)
    if opening is None or closing is None:
        return None, None
    prep = first.prep
    if _SINCE.match(prep) and (len(group) > 1 or _is_range(first, opening, closing)):
        prep = ""
    if _UNTIL.match(prep) or first.tail.startswith(("at the latest", "or ")):
        return None, closing
    if _FROM_NOW.match(prep):
        return (anchor if anchor and anchor <= closing else None), closing
    if _BEFORE.match(prep):
        return None, closing if first.mod == "end" else opening - timedelta(days=1)
    if _AFTER.match(prep):
        return closing + timedelta(days=1), None
    if _SINCE.match(prep) or group[-1].tail.startswith(("onward", "and beyond")):
        return opening, None
    return opening, closing


def _is_range(unit: Unit, opening: date, closing: date) -> bool:
    """Tell whether one unit holds both ends: "from August 28 to 30", "from 2031-35"."""
    return (unit.grain == "day" and opening != closing) or (unit.grain == "year" and opening.year != closing.year)


def _span(group: tuple[Unit, ...], anchor: date | None, direction: str | None) -> Window:
    one, two = group[0], group[-1]
    if one is two:
        return _part(one, _settle(one, anchor, direction), anchor)
    if one.recurs and two.window is not None and one.weekday is None:
        opening = _yearly(one, two.window)
    else:
        opening = _settle(one, anchor, direction)
    if two.recurs and opening[0] is not None:
        closing = choose(two, anchor, direction, not_before=opening[0])
    else:
        closing = _settle(two, anchor, direction)
    first, _ = _part(one, opening, anchor)
    _, last = _part(two, closing, anchor)
    if first is not None and last is not None and first > last:
        return last, first
    return first, last


def _yearly(unit: Unit, later: tuple[date, date]) -> Window:
    """Give the last window of a recurring unit that begins no later than another window ends."""
    for number in (later[1].year, later[1].year - 1):
        try:
            window = windows_of(unit, number)
        except ValueError:
            continue
        if window[0] <= later[1]:
            return window
    return None, None


def _settle(unit: Unit, anchor: date | None, direction: str | None) -> Window:
    if unit.window is not None:
        return unit.window
    return choose(unit, anchor, direction) if unit.recurs else (None, None)


def _part(unit: Unit, window: Window, anchor: date | None) -> Window:
    first, last = window
    if first is not None and unit.mod == "week":
        return windows.week(first) if unit.grain == "day" else window
    if first is None or last is None or not unit.mod or unit.grain in {"day", "weekday"}:
        return window
    if unit.mod == "later":
        return (max(first, anchor) if anchor and anchor <= last else first), last
    if unit.mod == "earlier":
        return first, (min(last, anchor) if anchor and anchor >= first else last)
    return windows.part((first, last), unit.grain, unit.mod)
