"""Spans of time counted from a day: "within 90 days", "over the next five years", "two months ago"."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date

from graph_builder.language import dates_windows as windows
from graph_builder.language.dates_grammar import NUMBERS
from graph_builder.language.dates_units import shifted
from graph_builder.language.dates_windows import Window

_SUPERLATIVE = re.compile(r"\b(?:first|last|most|least|worst|best|only|once|\w+est|time|for)\b[^.;,]*$")


def read_span(match: re.Match[str], anchor: date | None) -> tuple[int, int, Window] | None:
    """Read one match of ``SPAN``: (start, end, window), or None where the words give no time."""
    groups = {name: words for name, words in match.groupdict().items() if words}
    if "ago" in groups:
        return _from_now(groups, match, anchor)
    prep, step = " ".join(groups["within"].lower().split()), " ".join(groups.get("step", "").lower().split())
    unit, count_words = groups["unit"].lower(), " ".join(groups.get("count", "").lower().split())
    count = _count(count_words) if count_words else 1
    past = step.split()[-1:] and step.split()[-1] in {"past", "last", "previous", "preceding"}
    if not count_words and (step in {"", "the", "next"} or (step == "coming" and "plural" not in groups)):
        return None
    if not count_words and "from" in groups and groups["from"].split()[0].lower() == "of":
        return None  # "in the last quarter of 2031"
    if not step and prep in {"for", "during", "throughout"}:
        return None  # "for three years" is how long, not when
    before = match.string[max(0, match.start() - 50) : match.start()].lower()
    if not step and _SUPERLATIVE.search(before):
        return None  # "the first visit in ten years" looks back
    end, base = match.end(), anchor
    if "from" in groups:
        words = groups["base"].lower()
        known = re.match(r"(?:the\s+)?\w+\s+of\s+(?:this|the\s+present)\s|today|now|this\s", words)
        if prep in {"in", "over"} and not step and not known:
            return None  # "over 50 years of friendship"
        if not known:
            base, end = (
                (None, match.start("from"))
                if not re.match(r"\s+(?i:of)\s+the\s+\w+\b", groups["from"])
                else (None, end)
            )
    if base is None:
        return match.start(), end, (None, None)
    open_end = count is None or (not count_words and "plural" in groups)
    if past:
        return match.start(), end, (None if open_end else windows.add(base, -(count or 0), unit), base)
    return match.start(), end, (base, None if open_end else windows.add(base, count or 0, unit))


def _count(words: str) -> int | None:
    """Give the number, or None for "a few", "several"."""
    if words.isdigit():
        return int(words)
    return NUMBERS.get(words.removeprefix("a ") if words.startswith("a couple") else words)


def _from_now(groups: Mapping[str, str], match: re.Match[str], anchor: date | None) -> tuple[int, int, Window]:
    count, unit = _count(" ".join(groups["ago_count"].lower().split())), groups["ago_unit"].lower()
    end = match.start("from") if "from" in groups else match.end()
    if anchor is None or count is None:
        return match.start(), end, (None, None)
    back = groups["ago"].lower() in {"ago", "earlier"}
    day = windows.add(anchor, -count if back else count, unit)
    if not back or day is None or unit in {"hour", "day"}:
        return match.start(), end, ((day, day) if back else (anchor, day))
    return match.start(), end, shifted(unit, 0, day)
