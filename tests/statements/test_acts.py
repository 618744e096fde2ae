"""What counts as which act, on sentences of our own."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from graph_builder.statements.records import Reading, Statement

Reader = Callable[..., Reading]

JOINT = "Norway and Kenya met in Oslo. "

ACTS = [
    ("Both sides agreed to open a fisheries school.", "agree", "agreed"),
    ("Both sides agreed on opening a fisheries school.", "agree", "agreed"),
    ("Both sides agreed that the fisheries school will open next spring.", "agree", "agreed"),
    ("Both sides agreed that the harbour is too small.", "affirm", None),
    ("Both sides agreed on the importance of clean rivers.", "affirm", None),
    ("The two countries pledged to protect the wetlands.", "pledge", "pledged"),
    ("The two countries reaffirmed their commitment to protecting the wetlands.", "reaffirm-commitment", "pledged"),
    ("The two countries reaffirmed their desire to widen the programme.", "wish", "desired"),
    ("The two countries intend to widen the programme.", "intend", "intended"),
    ("Kenya hopes to host the next round.", "wish", "desired"),
    ("Norway is considering a new scholarship.", "consider", "considered"),
    ("Norway stands ready to send engineers.", "stand-ready", "intended"),
    ("Norway will send engineers.", "commit", "pledged"),
    ("The two countries look forward to opening the school.", "wish", "desired"),
    ("Both sides underscored the importance of keeping the ports open.", "stress-importance", None),
    ("Both sides recognized the importance of open ports.", "recognize", None),
    ("Both sides called on all parties to lay down their arms.", "call-for", None),
    ("Kenya urged Norway to reopen its consulate.", "urge", None),
    ("Both sides condemned the attack on the ferry.", "condemn", None),
    ("Both sides welcomed the new ferry line.", "welcome", None),
    ("Both sides expressed concern about the drought.", "express-concern", None),
    ("Both sides discussed the drought.", "discuss", None),
    ("Both sides issued a joint statement.", "issue", None),
    ("Norway and Kenya signed a fisheries agreement.", "sign", None),
    ("The two countries established a working group.", "establish", None),
    ("The leaders instructed their ministers to draft a plan.", "instruct", "agreed"),
    ("Both sides noted that the river has risen.", "note", None),
    ("Both sides shared views on the drought.", "share-views", None),
    ("Both sides reaffirmed the obligation of all members to pay their dues.", "recall-obligation", "binding"),
]

NO_ACT = [
    "The wetlands are drying out.",
    "The talks aimed at a truce went on for years.",
    "A plan to build a school exists.",
    "Will Norway send engineers?",
    "The agreement signed in May covers fish.",
    "The delegation was led by the minister.",
]


def only(statements: tuple[Statement, ...], text: str) -> Statement:
    """The one statement after the opening sentence."""
    found = [s for s in statements if s.start >= len(text)]
    assert len(found) == 1, [s.cue for s in found]
    return found[0]


@pytest.mark.parser
@pytest.mark.parametrize(("sentence", "act", "strength"), ACTS)
def test_a_sentence_does_this_act_with_this_strength(
    read: Reader, sentence: str, act: str, strength: str | None
) -> None:
    statement = only(read(JOINT + sentence, "joint-statement").statements, JOINT)
    assert (statement.act, statement.strength) == (act, strength)


@pytest.mark.parametrize(("sentence", "act", "strength"), ACTS)
def test_the_surface_engine_alone_agrees_or_is_silent(
    read_surface: Reader, sentence: str, act: str, strength: str | None
) -> None:
    found = [s for s in read_surface(JOINT + sentence, "joint-statement").statements if s.start >= len(JOINT)]
    assert [(s.act, s.strength) for s in found] in ([], [(act, strength)])


def test_the_surface_engine_alone_finds_most(read_surface: Reader) -> None:
    found = [
        s
        for sentence, _, _ in ACTS
        for s in read_surface(JOINT + sentence, "joint-statement").statements
        if s.start >= len(JOINT)
    ]
    assert len(found) >= 0.85 * len(ACTS)


@pytest.mark.parser
@pytest.mark.parametrize("sentence", NO_ACT)
def test_narration_and_modifiers_give_no_statement(read: Reader, sentence: str) -> None:
    assert [s.cue for s in read(JOINT + sentence, "joint-statement").statements if s.start >= len(JOINT)] == []
