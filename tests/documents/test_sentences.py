"""Where sentences end, and the laws that hold wherever they end."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph_builder.documents.sentences import sentences_of

# Each text is written with a bar where one sentence ends and the next begins.
PARTED = [
    "Norway agreed.|Chile did not.",
    "Mr. Lund met Ms. Rojas.|Dr. Torres came too.",
    "The U.S. and the U.K. agreed on Jan. 5, 2031, with St. Lucia.|They will meet again.",
    "He left for Washington, D.C. on Monday.|She stayed.",
    "They met in Washington, D.C.|The talks went on.",
    "Talks began at 3 p.m. on Friday.|They ended at 5 a.m.|Nobody slept.",
    "Lt. Gen. Ana B. Torres Jr. of the U.S. Army spoke first.|Adm. Lee followed.",
    "It grew by 2.5 percent to 31.7 billion.|No. 4 of 2031 was not changed.",
    "Is it so?|It is!|They agreed.",
    "“We agree. We will act,” he said.|She did not answer.",
    "“We agree.”|The minister left.",
    "“We will not go,” she said.|“It is late.”|They went.",
    'She said "no. Never" and left.|Nobody asked why.',
    "The Parties (see art. 5, para. 2) shall act.|They shall report.",
    "They discussed trade (The talks were short. They failed.) and fish.|Then they left.",
    "The participants came from the Ministry of Fish; the Ministry of Ice; and the Coast Guard.|All agreed.",
    "They met the envoys of e.g. Chile, i.e. two men.|Cf. the report.",
    "See www.Example.org for more.|It is free.",
    "The Japan-U.S. Comprehensive Dialogue on Fish was held.|Both sides met.",
    "Quad partners, including Japan-Australia-India-U.S. (Quad), agreed.|They left.",
    "The fifth round... was the last.|It ended well.",
    "They tried again…|The others slept.",
    "Ferdinand Marcos Jr.|It would take effect after ratification.",
    "Under Art. 5 each Party shall act.|Arts. 6 and 7 follow.",
    "1. Both sides agreed to it.|They signed.",
    "The answer was no.|The talks failed.",
    "Norway, the U.S., etc.|The others came later.",
    "The case of Norway v. Chile goes on.|V. Makei spoke vs. the plan.",
    "They watched the sun.|Norway and Chile left.",
    "They met in the gen.|Chile left.",
    "See No. 4 and Nos. 5 and 6.|They said no.|Chile said yes.",
]


def shown(text: str) -> str:
    """A text with a bar between its sentences."""
    spans = sentences_of(text)
    return "|".join(text[a:b] for a, b in spans)


@pytest.mark.parametrize("parted", PARTED)
def test_a_sentence_ends_where_a_reader_ends_it(parted: str) -> None:
    assert shown(parted.replace("|", " ")) == parted


def test_a_full_stop_ends_a_sentence_even_where_the_space_was_lost() -> None:
    assert shown("The region waits.The ministers agreed.") == "The region waits.|The ministers agreed."


def test_a_quotation_that_is_never_closed_does_not_swallow_the_text() -> None:
    assert (
        shown("He said “we agree. We will act.|She left.".replace("|", " "))
        == "He said “we agree.|We will act.|She left."
    )


def test_spans_count_from_the_whole_text() -> None:
    text = "Title. Norway agreed. Chile did not. Tail."
    assert [text[a:b] for a, b in sentences_of(text, 7, 36)] == ["Norway agreed.", "Chile did not."]


def test_stray_marks_are_no_sentence_of_their_own() -> None:
    assert shown("It was invited to speak. . Then it left.") == "It was invited to speak. .|Then it left."


PIECES = [
    "Norway",
    "agreed",
    "U.S.",
    "Mr.",
    "“We",
    "will.”",
    '"no."',
    "(see",
    "art.",
    "5)",
    "3.5",
    "Jan.",
    "…",
    "...",
    ".",
]
MARKS = ["?", "\n", "  ", "\u00a0", "\ufeff", "”", "“", "(", ")", "J.", "éa", "中。", "\u200b", "a.B", "!”)"]
TEXTS = st.lists(st.sampled_from([*PIECES, *MARKS]), max_size=40).map(" ".join) | st.text(max_size=200)


@given(TEXTS, st.integers(min_value=0, max_value=30), st.integers(min_value=0, max_value=300))
def test_sentences_are_in_order_apart_trimmed_and_leave_nothing_out(text: str, start: int, length: int) -> None:
    start = min(start, len(text))
    end = min(len(text), start + length)
    spans = sentences_of(text, start, end)
    position = start
    for a, b in spans:
        assert position <= a < b <= end
        assert text[a:b] == text[a:b].strip()
        position = b
    outside = text[start:end]
    for a, b in reversed(spans):
        outside = outside[: a - start] + outside[b - start :]
    assert not outside.strip().strip("\ufeff\u200b\u200c\u200d\u200e\u200f\u2060")


@pytest.mark.parametrize("piece", ["A. ", "U.S. ", "a.", ".", "“", '"', "(", "” he said. ", "1. ", "Mr. "])
def test_hostile_text_costs_time_in_proportion(piece: str) -> None:
    def seconds(size: int) -> float:
        text = piece * (size // len(piece))
        started = time.process_time()
        sentences_of(text)
        return time.process_time() - started

    seconds(1_000)
    # Ten times the text may cost ten times as much and some noise; a square law would cost a hundred times.
    assert seconds(200_000) < 40 * max(seconds(20_000), 0.005)
