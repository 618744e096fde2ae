"""How a document stands to an act: stated, reported, expected, superseded or denied."""

from __future__ import annotations

import re

from graph_builder.statements.cast import Cast
from graph_builder.statements.frames import COMMISSIVE, Frame
from graph_builder.statements.predicates import Predicate

_SUPERSEDED = re.compile(
    r"\b(?:initial(?:ly)?|originally|original plan|earlier plan|previously planned|had (?:been )?(?:planned|"
    r"scheduled|due)|"
    r"(?:was|were) (?:to|due to|set to|scheduled to|supposed to))\b",
    re.IGNORECASE,
)
_EXPECTED = re.compile(
    r"\b(?:(?:is|are|was|were) (?:widely )?(?:expected|likely|set|anticipated|poised) to|"
    r"will (?:also )?(?:call|urge|express|discuss|announce|sign|issue|adopt|declare|reaffirm|condemn|welcome|"
    r"agree|raise)|"
    r"would (?:also )?(?:call|urge|express|announce|sign|issue|adopt|take effect))\b",
    re.IGNORECASE,
)


def status(
    p: Predicate, frame: Frame, c: Cast, makers: tuple[str, ...], *, coming: bool, quoted: bool, how: str
) -> str:
    """The status of an act. ``coming``: the words give a text that is not out yet; ``quoted``: they are
    somebody's quoted words.
    """
    text = c.document.text
    if frame.denied:
        return "denied"
    if coming or "expected" in p.auxiliaries or (frame.act == "enter-into-force" and p.part == "modal"):
        return "expected"
    if c.genre == "news":
        lead = text[max(0, p.evidence[0]) : p.cue[1] + 30]
        if p.tense == "past" and frame.act in COMMISSIVE and _SUPERSEDED.search(text[p.evidence[0] : p.cue[1] + 12]):
            return "superseded"
        return "expected" if _EXPECTED.search(lead) and frame.act not in COMMISSIVE else "reported"
    if (p.speaker is not None and how != "shared") or quoted:
        return "reported"
    subject = text[p.subject[0] : p.subject[1]].lower() if p.subject else ""
    if re.match(r"(?:we|our|i|let us)\b", subject):
        told = re.search(r"\band i$", subject) or (c.genre != "joint" and p.tense == "past" and p.part != "modal")
        return "reported" if told else "stated"
    if p.tense == "past" and p.part != "modal":
        return "reported"
    if c.genre == "treaty":
        return "stated"
    authors = (
        {c.state_of(a) for a in (*c.parties, *c.voice)}
        if c.genre == "joint"
        else {c.state_of(a) for a in c.voice} | set(c.voice)
    )
    if c.document.metadata.kind == "readout":
        return "reported"
    if p.tense == "bare" and p.setting == "main":
        return "reported" if c.genre == "official" else "stated"
    states = {c.state_of(m) for m in makers}
    joint_body = c.genre == "joint" and all(s.startswith("forum/") for s in states)
    if makers and authors and not joint_body and not authors & (states | set(makers)):
        return "reported"
    return "stated"
