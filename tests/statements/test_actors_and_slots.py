"""Who acts, on whose word, towards whom, by when, and how the document stands to it."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graph_builder.statements.records import Reading, Statement

Reader = Callable[..., Reading]

NOR, KEN = "state/nor", "state/ken"
JOINT = "Norway and Kenya met in Oslo. "


def last(read: Reader, text: str, kind: str = "joint-statement", issued: str | None = "2031-03-04") -> Statement:
    """The last statement of a text."""
    statements = read(text, kind, issued).statements
    assert statements, text
    return statements[-1]


@pytest.mark.parser
@pytest.mark.parametrize(
    ("text", "kind", "makers"),
    [
        (JOINT + "Both sides welcomed the ferry line.", "joint-statement", (NOR, KEN)),
        (JOINT + "They welcomed the ferry line.", "joint-statement", (NOR, KEN)),
        (JOINT + "The two countries welcomed the ferry line.", "joint-statement", (NOR, KEN)),
        ("We, the leaders of Norway and Kenya, welcome the ferry line.", "joint-statement", (NOR, KEN)),
        (JOINT + "Kenya welcomed the ferry line.", "joint-statement", (KEN,)),
        ("Nairobi and Oslo will open a ferry line, officials said.", "news-report", (KEN, NOR)),
        ("The Norwegian government plans to open a ferry line.", "news-report", ("agency/nor-government",)),
        ("The Kenyan side is considering a ferry line.", "news-report", ("agency/ken-government",)),
        ("Prime Minister Kari Solberg of Norway pledged to open a line.", "news-report", ("person/solberg-kari",)),
    ],
)
def test_whose_act_it_is(read: Reader, text: str, kind: str, makers: tuple[str, ...]) -> None:
    assert set(last(read, text, kind).made_by) == set(makers)


@pytest.mark.parser
def test_a_state_named_in_the_topic_does_not_act(read: Reader) -> None:
    statement = last(read, JOINT + "Both sides condemned the attack by Norland rebels on Uganda.")
    assert set(statement.made_by) == {NOR, KEN}


@pytest.mark.parser
def test_the_word_of_unnamed_sources_is_kept_apart(read: Reader) -> None:
    text = "Kenya plans to buy three ferries, according to several Kenyan government sources."
    statement = last(read, text, "news-report")
    assert statement.made_by == (KEN,)
    assert [i.split("/")[-1] for i in statement.attributed_to] == ["several-kenyan-government-sources"]
    assert text[statement.start : statement.end] == "Kenya plans to buy three ferries"


@pytest.mark.parser
def test_said_is_not_a_second_statement_where_what_is_said_is_an_act(read: Reader) -> None:
    reading = read("Kenya said it would send a ship to Norway next week.", "news-report", "2031-03-04")
    assert [(s.act, s.made_by) for s in reading.statements] == [("plan", (KEN,))]


@pytest.mark.parser
@pytest.mark.parametrize(
    ("text", "kind", "status", "strength"),
    [
        ("Norway will host the talks.", "news-report", "reported", "planned"),
        (JOINT + "We will host the talks.", "joint-statement", "stated", "pledged"),
        (JOINT + "Both sides committed to hosting the talks.", "joint-statement", "reported", "pledged"),
        ("Kenya and Norway are expected to sign a pact on Monday.", "news-report", "expected", None),
        ("Each Party shall pay its dues.", "treaty", "stated", "binding"),
    ],
)
def test_how_the_document_stands_to_it(read: Reader, text: str, kind: str, status: str, strength: str | None) -> None:
    statement = last(read, text, kind)
    assert (statement.status, statement.strength) == (status, strength)


@pytest.mark.parser
@pytest.mark.parametrize(
    ("words", "window"),
    [
        ("by the end of 2032", (None, "2032-12-31")),
        ("in 2032", ("2032-01-01", "2032-12-31")),
        ("within 90 days", ("2031-03-04", "2031-06-02")),
    ],
)
def test_a_deadline_is_counted_from_the_day_of_the_text(
    read: Reader, words: str, window: tuple[str | None, str | None]
) -> None:
    due = last(read, JOINT + f"Both sides agreed to open the school {words}.").commitments[0].due
    assert due is not None
    assert (due.not_before, due.not_after) == window


@pytest.mark.parser
@pytest.mark.parametrize(
    "sentence",
    [
        "Both sides agreed to carry out the accord signed in May 2029.",
        "Both sides agreed to follow the 2040 Agenda.",
        "Both sides agreed to share the risks of tomorrow.",
    ],
)
def test_past_days_and_names_are_no_deadlines(read: Reader, sentence: str) -> None:
    assert last(read, JOINT + sentence).commitments[0].due is None


@pytest.mark.parser
def test_what_is_owed_to_whom_only_where_the_words_say_so(read: Reader) -> None:
    owed = last(read, JOINT + "Norway will provide Kenya with two ferries.").commitments[0]
    assert owed.creditors == (KEN,)
    shared = last(read, JOINT + "Both sides agreed to build two ferries.").commitments[0]
    assert shared.creditors == ()


@pytest.mark.parser
def test_an_undertaking_to_refrain_is_marked(read: Reader) -> None:
    assert last(read, JOINT + "Both sides pledged not to raise tariffs.").commitments[0].forbearance
    assert not last(read, JOINT + "Both sides pledged to lower tariffs.").commitments[0].forbearance


@pytest.mark.parser
def test_a_preamble_is_read_clause_by_clause(read: Reader) -> None:
    text = (
        "The States Parties to this Convention,\nRecalling the flood of 2020,\nConvinced that rivers unite peoples,\n"
        "Desiring to keep the waters clean,\nHave agreed as follows:\n\nArticle 1\nEach Party shall keep its "
        "banks clean.\n"
    )
    acts = [s.act for s in read(text, "treaty").statements]
    assert acts == ["recall", "believe", "wish", "conclude", "undertake"]


TEXTS = st.lists(
    st.sampled_from(
        [
            "Both sides agreed to open a school.",
            "Norway welcomed the line, and Kenya urged caution.",
            "We will host the talks, “come what may”, by 2032.",
            "The weather was fine.",
            "Kenya said: “We pledge to pay.”",
            "- Confirmed that the port is open",
            "It also calls for peace.",
        ]
    ),
    max_size=6,
)


@settings(max_examples=40, deadline=None)
@given(parts=TEXTS)
def test_every_quote_lies_in_the_text_and_holds_its_cue(parts: list[str], read_surface: Reader) -> None:
    text = JOINT + "\n".join(parts)
    for s in read_surface(text, "joint-statement").statements:
        assert 0 <= s.start <= s.cue_start < s.cue_end <= s.end <= len(text)
        assert text[s.cue_start : s.cue_end] == s.cue
        assert (s.strength is None) == (not s.commitments)
        for commitment in s.commitments:
            assert " ".join(text[commitment.start : commitment.end].split()) == commitment.content
