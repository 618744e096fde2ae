"""The slots of a statement: strength and status, what is undertaken, by whom, towards whom, by when."""

from __future__ import annotations

import re

from graph_builder.language.lexicon import Lexicon
from graph_builder.statements.acting import Acting
from graph_builder.statements.cast import Cast
from graph_builder.statements.frames import COMMISSIVE
from graph_builder.statements.merging import CONFIDENCE
from graph_builder.statements.records import Commitment, Statement
from graph_builder.statements.status import status


def statement(a: Acting, c: Cast, lexicon: Lexicon) -> Statement:
    """The finished statement of an act."""
    p, frame = a.candidate.predicate, a.candidate.frame
    text = c.document.text
    commitments: tuple[Commitment, ...] = ()
    if frame.strength and (frame.act in COMMISSIVE or frame.act in {"recall-obligation", "instruct"}):
        content = re.sub(r"\s+", " ", text[p.content[0] : p.content[1]]).strip(" ,;:")
        commitments = (
            Commitment(p.content[0], p.content[1], content, debtors=a.makers, forbearance=frame.forbearance),
        )
    return Statement(
        p.evidence[0], p.evidence[1], p.cue[0], p.cue[1], text[p.cue[0] : p.cue[1]], frame.act,
        status(p, frame, c, a.makers, coming=a.coming, quoted=a.quoted), frame.strength if commitments else None, a.makers,
        attributed_to=a.speakers, reaffirms=frame.reaffirms, commitments=commitments,
        confidence=CONFIDENCE.get(a.candidate.engines, 0.5), engines=a.candidate.engines,
    )  # fmt: skip
