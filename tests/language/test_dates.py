"""A time in the words becomes a window of days: both ends counted in, None open."""

from __future__ import annotations

from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph_builder.language.dates import find_dates

THURSDAY = "2025-06-12"
Window = tuple[str, str | None, str | None]


def read(
    text: str, issued: str | None = THURSDAY, direction: str | None = None, state: str | None = None
) -> list[Window]:
    return [(d.text, d.not_before, d.not_after) for d in find_dates(text, (0, len(text)), issued, direction, state)]


@pytest.mark.parametrize(
    ("words", "first", "last"),
    [
        # whole dates
        ("on 3 April 2026", "2026-04-03", "2026-04-03"),
        ("on April 3, 2026", "2026-04-03", "2026-04-03"),
        ("on April 3rd 2026", "2026-04-03", "2026-04-03"),
        ("on the 3rd of April 2026", "2026-04-03", "2026-04-03"),
        ("on Friday, 3 April 2026", "2026-04-03", "2026-04-03"),
        ("on Friday (April 3)", "2025-04-03", "2025-04-03"),
        ("Fri, Apr. 3, 2026", "2026-04-03", "2026-04-03"),
        ("on 2026-04-03", "2026-04-03", "2026-04-03"),
        ("on 23/04/2026", "2026-04-23", "2026-04-23"),
        ("on 04/23/2026", "2026-04-23", "2026-04-23"),
        ("on 3.4.2026", "2026-04-03", "2026-04-03"),
        ("on the 26th day of March 2027", "2027-03-26", "2027-03-26"),
        # months, years, decades
        ("in April 2026", "2026-04-01", "2026-04-30"),
        ("in February 2028", "2028-02-01", "2028-02-29"),
        ("in 2026", "2026-01-01", "2026-12-31"),
        ("in the 2030s", "2030-01-01", "2039-12-31"),
        ("by the 2030s", None, "2039-12-31"),
        ("in the early 2030s", "2030-01-01", "2033-12-31"),
        ("by the end of the decade", None, "2029-12-31"),
        ("in 2026 and 2027", "2026-01-01", "2027-12-31"),
        ("from 2026 to 2030", "2026-01-01", "2030-12-31"),
        ("in 2026-27", "2026-01-01", "2027-12-31"),
        ("between 2026 and 2030", "2026-01-01", "2030-12-31"),
        # parts
        ("in early 2026", "2026-01-01", "2026-04-30"),
        ("in mid-2026", "2026-05-01", "2026-08-31"),
        ("by late 2026", None, "2026-12-31"),
        ("in late April 2026", "2026-04-21", "2026-04-30"),
        ("in mid-April 2026", "2026-04-11", "2026-04-20"),
        ("at the end of 2026", "2026-12-01", "2026-12-31"),
        ("by the end of 2026", None, "2026-12-31"),
        ("before the end of 2026", None, "2026-12-31"),
        ("by the end of the year", None, "2025-12-31"),
        ("at the end of the month", "2025-06-21", "2025-06-30"),
        ("by year-end", None, "2025-12-31"),
        ("by year’s end", None, "2025-12-31"),
        ("in the first half of 2026", "2026-01-01", "2026-06-30"),
        ("in the second half of next year", "2026-07-01", "2026-12-31"),
        ("in the latter half of 2026", "2026-07-01", "2026-12-31"),
        ("in the third quarter of 2026", "2026-07-01", "2026-09-30"),
        ("in the last quarter of this year", "2025-10-01", "2025-12-31"),
        ("in Q3 2026", "2026-07-01", "2026-09-30"),
        ("in H2 2026", "2026-07-01", "2026-12-31"),
        ("in spring 2026", "2026-03-01", "2026-05-31"),
        ("in the winter of 2026", "2026-12-01", "2027-02-28"),
        # one side open
        ("by 2030", None, "2030-12-31"),
        ("by 3 April 2026", None, "2026-04-03"),
        ("no later than April 3, 2026", None, "2026-04-03"),
        ("until 2027", None, "2027-12-31"),
        ("through 2027", None, "2027-12-31"),
        ("in 2026 at the latest", None, "2026-12-31"),
        ("before 2030", None, "2029-12-31"),
        ("prior to June 2026", None, "2026-05-31"),
        ("since 2013", "2013-01-01", None),
        ("after 2026", "2027-01-01", None),
        ("as early as 2026", "2026-01-01", None),
        ("starting in January 2026", "2026-01-01", None),
        ("beginning on 3 April 2026", "2026-04-03", None),
        ("from 2026", "2026-01-01", None),
        ("from April 2026 onwards", "2026-04-01", None),
        # ranges
        ("from April 3 to 5, 2026", "2026-04-03", "2026-04-05"),
        ("on April 3-5, 2026", "2026-04-03", "2026-04-05"),
        ("on 3 and 4 April 2026", "2026-04-03", "2026-04-04"),
        ("from 28 April to 2 May 2026", "2026-04-28", "2026-05-02"),
        ("from 28 December to 2 January 2027", "2026-12-28", "2027-01-02"),
        ("from December 2026 through February 2027", "2026-12-01", "2027-02-28"),
        ("between May and July 2026", "2026-05-01", "2026-07-31"),
        ("on 3 April 2026, and again on 7 April 2026", "2026-04-03", "2026-04-07"),
        # counted from the day of issue, a Thursday
        ("today", "2025-06-12", "2025-06-12"),
        ("tomorrow", "2025-06-13", "2025-06-13"),
        ("the day after tomorrow", "2025-06-14", "2025-06-14"),
        ("yesterday", "2025-06-11", "2025-06-11"),
        ("this week", "2025-06-09", "2025-06-15"),
        ("next week", "2025-06-16", "2025-06-22"),
        ("this weekend", "2025-06-14", "2025-06-15"),
        ("last month", "2025-05-01", "2025-05-31"),
        ("next month", "2025-07-01", "2025-07-31"),
        ("next quarter", "2025-07-01", "2025-09-30"),
        ("by next year", None, "2026-12-31"),
        ("early next year", "2026-01-01", "2026-04-30"),
        ("later this year", "2025-06-12", "2025-12-31"),
        ("earlier this month", "2025-06-01", "2025-06-12"),
        ("by the end of next week", None, "2025-06-22"),
        ("next Tuesday", "2025-06-17", "2025-06-17"),
        ("last Friday", "2025-06-06", "2025-06-06"),
        ("on Tuesday of next week", "2025-06-17", "2025-06-17"),
        ("next May", "2026-05-01", "2026-05-31"),
        ("last May", "2025-05-01", "2025-05-31"),
        ("this autumn", "2025-09-01", "2025-11-30"),
        ("in May next year", "2026-05-01", "2026-05-31"),
        ("at some point next year", "2026-01-01", "2026-12-31"),
        ("in the first week of December", "2025-12-01", "2025-12-07"),
        ("in the last week of June 2026", "2026-06-24", "2026-06-30"),
        ("in the week of 3 March 2026", "2026-03-02", "2026-03-08"),
        ("between now and 2030", "2025-06-12", "2030-12-31"),
        ("from now until 3 April 2026", "2025-06-12", "2026-04-03"),
        # spans
        ("within 90 days", "2025-06-12", "2025-09-10"),
        ("within a month", "2025-06-12", "2025-07-12"),
        ("within six (6) months", "2025-06-12", "2025-12-12"),
        ("within 30 days of the date of this Agreement", "2025-06-12", "2025-07-12"),
        ("within 30 days of the entry into force", None, None),
        ("over the next five years", "2025-06-12", "2030-06-12"),
        ("in the next two weeks", "2025-06-12", "2025-06-26"),
        ("in the coming months", "2025-06-12", None),
        ("over the next few years", "2025-06-12", None),
        ("over the past three years", "2022-06-12", "2025-06-12"),
        ("over the next decade", "2025-06-12", "2035-06-12"),
        ("in two years’ time", "2025-06-12", "2027-06-12"),
        ("six months from now", "2025-06-12", "2025-12-12"),
        ("two years ago", "2023-01-01", "2023-12-31"),
        ("three days ago", "2025-06-09", "2025-06-09"),
        ("within 48 hours", "2025-06-12", "2025-06-14"),
    ],
)
def test_these_words_give_this_window(words: str, first: str | None, last: str | None) -> None:
    assert read(f"The road will be mended {words}.") == [(words, first, last)]


@pytest.mark.parametrize(
    ("words", "direction", "first", "last"),
    [
        ("on Friday", "future", "2025-06-13", "2025-06-13"),
        ("on Friday", "past", "2025-06-06", "2025-06-06"),
        ("on Friday", None, "2025-06-13", "2025-06-13"),
        ("on Thursday", "past", "2025-06-12", "2025-06-12"),
        ("on Thursday", "future", "2025-06-12", "2025-06-12"),
        ("on Tuesday", None, "2025-06-10", "2025-06-10"),
        ("from Thursday to Saturday", "future", "2025-06-12", "2025-06-14"),
        ("Sunday and Monday", None, "2025-06-15", "2025-06-16"),
        ("in May", "future", "2026-05-01", "2026-05-31"),
        ("in May", "past", "2025-05-01", "2025-05-31"),
        ("in June", "future", "2025-06-01", "2025-06-30"),
        ("in October", "past", "2024-10-01", "2024-10-31"),
        ("on 5 May", "future", "2026-05-05", "2026-05-05"),
        ("on 5 May", None, "2025-05-05", "2025-05-05"),
        ("by August 4", "future", None, "2025-08-04"),
        ("on 29 February", "past", "2024-02-29", "2024-02-29"),
        ("on 29 February", "future", None, None),
        ("from 30 December to 3 January", "future", "2025-12-30", "2026-01-03"),
    ],
)
def test_tense_says_which_friday_or_may(words: str, direction: str | None, first: str | None, last: str | None) -> None:
    assert read(f"They meet {words}.", direction=direction) == [(words, first, last)]


@pytest.mark.parametrize(
    ("words", "state", "first", "last"),
    [
        ("in fiscal year 2026", "state/jpn", "2026-04-01", "2027-03-31"),
        ("in FY2026", "state/usa", "2025-10-01", "2026-09-30"),
        ("in FY2025-26", "state/aus", "2025-07-01", "2026-06-30"),
        ("in FY26", "state/ind", "2025-04-01", "2026-03-31"),
        ("in JFY2026", None, "2026-04-01", "2027-03-31"),
        ("in Japanese fiscal year 2026", None, "2026-04-01", "2027-03-31"),
        ("by FY 2027", None, None, None),
        ("this fiscal year", "state/jpn", "2025-04-01", "2026-03-31"),
        ("next fiscal year", "state/usa", "2025-10-01", "2026-09-30"),
        ("in spring 2026", "state/nzl", "2026-09-01", "2026-11-30"),
    ],
)
def test_a_fiscal_year_is_that_of_a_state(words: str, state: str | None, first: str | None, last: str | None) -> None:
    assert read(f"Money will flow {words}.", state=state) == [(words, first, last)]


@pytest.mark.parametrize(
    "text",
    [
        "They may march on.",
        "May we come?",
        "Over 2000 troops left.",
        "A fund of $2025 was set up.",
        "It grew by 2030 percent, or 2025%.",
        "Room 2024 was full.",
        "The first visit in ten years ended.",
        "Talks ran for three years.",
        "On 03/04/2026 nothing is sure.",
        "On 31 February 2026 nothing happens.",
        "Prices fall in the north.",
        "The Sun. It shines.",
    ],
)
def test_these_words_are_no_time(text: str) -> None:
    assert read(text) == []


@pytest.mark.parametrize("words", ["on Friday", "next week", "in May", "within 90 days", "later this year", "today"])
def test_without_a_day_of_issue_relative_words_stay_open(words: str) -> None:
    assert read(f"They come {words}.", issued=None) == [(words, None, None)]


def test_several_times_in_one_sentence_are_told_apart() -> None:
    text = "Since 2013 the fund paid yearly; it will end by 2030 or, at the latest, in mid-2031."
    assert read(text) == [
        ("Since 2013", "2013-01-01", None),
        ("by 2030", None, "2030-12-31"),
        ("in mid-2031", "2031-05-01", "2031-08-31"),
    ]


def test_only_the_span_is_read() -> None:
    text = "In 2020 and then, by 2030, again."
    assert [d.text for d in find_dates(text, (12, len(text)), None)] == ["by 2030"]


WORDS = """
by in since from to until 2025 2031 May March 3 31 and , - Friday Sunday next this year week the end of early late first
half quarter within 90 days months FY2026 2030s Q2 summer today last . ( ) — in on a few coming
"""
PIECES = st.sampled_from(WORDS.split())


@given(
    st.lists(PIECES, max_size=14).map(" ".join),
    st.dates(date(1901, 1, 1), date(2090, 1, 1)),
    st.sampled_from(["past", "future", None]),
)
def test_every_window_is_ordered_and_every_quote_exact(text: str, issued: date, direction: str | None) -> None:
    found = find_dates(text, (0, len(text)), issued.isoformat(), direction)
    for one in found:
        assert text[one.start : one.end] == one.text
        if one.not_before is not None and one.not_after is not None:
            assert date.fromisoformat(one.not_before) <= date.fromisoformat(one.not_after)
    assert all(before.end <= after.start for before, after in pairwise(found))


@given(st.text(max_size=80), st.text(max_size=12))
def test_no_text_and_no_day_of_issue_is_refused(text: str, issued: str) -> None:
    find_dates(text, (0, len(text)), issued)


@given(st.dates(date(1990, 1, 1), date(2090, 1, 1)))
def test_a_day_is_read_back_however_it_is_written(day: date) -> None:
    written = (day.strftime("%B %-d, %Y"), day.strftime("%-d %B %Y"), day.isoformat(), day.strftime("%A, %-d %b %Y"))
    for words in written:
        assert read(f"See {words}")[0][1:] == (day.isoformat(), day.isoformat())
