"""Statements settled among themselves: speech within speech, and where the evidence of one ends and the next begins."""

from __future__ import annotations

import re
from dataclasses import replace

from graph_builder.language.dates import find_dates
from graph_builder.statements.acting import Acting
from graph_builder.statements.cast import Cast
from graph_builder.statements.frames import COMMISSIVE
from graph_builder.statements.merging import SAYING
from graph_builder.statements.predicates import Predicate, Span
from graph_builder.statements.quotations import quotation_at, quotations

_TAIL = re.compile(r"(?:[\s,;:—–-]+|\b(?:and|but|while|as well as|or)|\(?\bwho|\bwhich|,? according to [^.]{3,120})$")


def settle(found: list[Acting], c: Cast) -> list[Acting]:
    """Drop a saying where what is said is an act of its own, widen that to the saying; cut evidence at the next act."""
    text = c.document.text
    kept = []
    quoted = quotations(text)
    found = [_whole_quotation(a, c, quoted) for a in found]
    for a in found:
        p = a.candidate.predicate
        if p.word == "according" and any(b is not a and b.candidate.predicate.sentence == p.sentence for b in found):
            continue
        several = p.evidence[0] < c.document.sentences[p.sentence].start
        if a.candidate.frame.act in SAYING and p.part == "verb" and not several and _spoken(a, found):
            continue
        if p.word in {"respond", "react"} and any(
            b.candidate.predicate.setting == "participle" and b.candidate.predicate.sentence == p.sentence
            for b in found
        ):
            continue  # "responded to the claim, saying": what is said is the act
        kept.append(a)
    pledging = {
        (a.candidate.predicate.sentence, a.candidate.predicate.word)
        for a in kept
        if a.how == "text" and a.candidate.frame.act == "commit"
    }
    kept = [a for a in kept if not _is_promised(a, kept)]
    kept = [a for a in kept if (a.candidate.predicate.sentence, a.candidate.predicate.speech) not in pledging]
    dropped = [a for a in found if not any(a is k for k in kept)]
    widened = [_widen(a, dropped, text) for a in kept]
    cut = [_cut(a, widened, text) for a in widened]
    return _lists([_fronted(_complete(a, cut, c), c) for a in cut], c)


def _whole_quotation(a: Acting, c: Cast, quoted: tuple[Span, ...]) -> Acting:
    """What is said in a quotation of several sentences, evidenced from where the quotation begins."""
    p = a.candidate.predicate
    start, end = p.evidence
    sentence = c.document.sentences[p.sentence]
    if (
        a.candidate.frame.act not in SAYING
        or p.part != "verb"
        or start > sentence.start + 1
        or p.setting == "participle"
    ):
        return a
    quotation = quotation_at(quoted, start)
    if quotation is None or not quotation[0] < sentence.start - 2 or p.cue[0] < quotation[1] - 2:
        return a
    whole = replace(p, evidence=(quotation[0] + 1, end))
    return replace(a, candidate=replace(a.candidate, predicate=whole))


def _spoken(a: Acting, found: list[Acting]) -> bool:
    """Whether what is said under a verb of saying is itself found as an act."""
    p = a.candidate.predicate
    return any(
        b is not a
        and b.how != "shared"
        and b.candidate.predicate.setting != "adverbial"
        and b.candidate.predicate.sentence == p.sentence
        and b.candidate.predicate.speech == p.word
        and p.evidence[0] <= b.candidate.predicate.cue[0] < p.evidence[1]
        for b in found
    )


def _is_promised(a: Acting, found: list[Acting]) -> bool:
    """Whether a clause with will or would is what another act promises: "agreed that the talks will go on"."""
    p = a.candidate.predicate
    if p.part != "modal" or p.setting != "complement":
        return False
    return any(
        b is not a
        and b.candidate.predicate.sentence == p.sentence
        and (b.candidate.frame.act in COMMISSIVE or b.candidate.frame.act in {"express-hope", "welcome"})
        and "that-future" in b.candidate.predicate.shapes
        and b.candidate.predicate.evidence[0] <= p.cue[0] < b.candidate.predicate.evidence[1]
        and b.candidate.predicate.cue[0] < p.cue[0]
        for b in found
    )


def _widen(a: Acting, dropped: list[Acting], text: str) -> Acting:
    """Evidence from the speaker on: "She said she wanted to leave the pact", the first act after the verb of saying."""
    p = a.candidate.predicate
    if a.quoted or p.speech is None or a.how == "shared":
        return a
    for outer in dropped:
        q = outer.candidate.predicate
        near = q.sentence == p.sentence and q.word == p.speech and q.cue[0] < p.cue[0]
        if near and 0 <= p.evidence[0] - q.cue[1] < 60:
            return _with_evidence(a, (q.evidence[0], p.evidence[1]), text)
    return a


def _cut(a: Acting, found: list[Acting], text: str) -> Acting:
    """Evidence cut where another act begins that is no part of this one: a trailing participle, a clause after ";"."""
    p = a.candidate.predicate
    start, end = p.evidence
    for b in found:
        q = b.candidate.predicate
        if b is a or q.sentence != p.sentence or not p.cue[1] < q.evidence[0] < end:
            continue
        lead = text[max(0, q.evidence[0] - 12) : q.evidence[0]]
        separate = q.setting == "participle" or _BREAK.search(lead) is not None
        separate = separate or (b.how == "shared" and q.speech != p.word)
        if separate or (
            q.setting == "relative"
            and q.part != "modal"
            and q.speech is None
            and q.evidence[1] >= end - 2
            and q.word in _RELATIVE_ACTS
        ):
            end = q.evidence[0]
    return _with_evidence(a, (start, end), text)


_STOP = re.compile(r"(?<![A-Z])(?<!\bJr)(?<!\bSr)(?<!\bInc)(?<!\bLtd)\.$")
_HEAD = re.compile(r"^(?:where|and|but|that|while|,)\s+")
_BREAK = re.compile(r"[;:]\s*$|[,;] (?:and|but|while) (?:also )?$|, where $")
_RELATIVE_ACTS = frozenset({"prepare", "plan", "welcome", "support"})


def _lists(found: list[Acting], c: Cast) -> list[Acting]:
    """Evidence led on over the list that a colon opens; the items then are no acts of their own, unless they name
    one.
    """
    sentences, text = c.document.sentences, c.document.text
    covered: list[tuple[int, int]] = []
    done = []
    for a in found:
        p = a.candidate.predicate
        start, end = p.evidence
        tail = text[max(0, sentences[p.sentence].end - 16) : sentences[p.sentence].end]
        opens = tail.endswith(":") and "including" not in tail and end >= sentences[p.sentence].end - 3
        last = p.sentence
        while opens and last + 1 < len(sentences) and sentences[last + 1].zone == "list-item":
            last += 1
        if last > p.sentence and a.candidate.frame.act in COMMISSIVE:
            stop = sentences[last].end
            covered.append((sentences[p.sentence].end, stop))
            longer = replace(p, evidence=(start, stop), content=(p.content[0], stop))
            led_on = replace(a, candidate=replace(a.candidate, predicate=longer))
            done.append(_with_evidence(led_on, (start, stop), text))
        else:
            done.append(a)
    return [
        a for a in done
        if a.how == "name" or not any(s <= a.candidate.predicate.cue[0] < e for s, e in covered)
    ]  # fmt: skip


def _fronted(a: Acting, c: Cast) -> Acting:
    """Evidence with the adjunct before the subject, where that carries a date: "By the end of May, both sides will"."""
    p = a.candidate.predicate
    sentence, text = c.document.sentences[p.sentence], c.document.text
    lead = text[sentence.start : p.evidence[0]]
    own = p.subject is not None and p.subject[0] == p.evidence[0]
    if (
        own
        and _ADJUNCT.fullmatch(lead)
        and find_dates(text, (sentence.start, p.evidence[0]), c.document.metadata.issued)
    ):
        return replace(
            a, candidate=replace(a.candidate, predicate=replace(p, evidence=(sentence.start, p.evidence[1])))
        )
    return a


_ADJUNCT = re.compile(
    r"(?:On|In|At|By|Within|During|From|Over|After|Before|Until|Through|For|Later|This|Next|Today|"
    r"As of)\b[^;:.]{2,140},\s"
)


def _complete(a: Acting, found: list[Acting], c: Cast) -> Acting:
    """Evidence led on to where the next act or the sentence ends, where a parser lost the rest of the complement."""
    p = a.candidate.predicate
    text, sentence = c.document.text, c.document.sentences[p.sentence]
    start, end = p.evidence
    if a.quoted or p.setting in {"relative", "complement", "participle"} or p.word == "according":
        return a
    others = [b.candidate.predicate for b in found if b is not a and b.candidate.predicate.sentence == p.sentence]
    stop = min((q.evidence[0] for q in others if q.evidence[0] >= end), default=sentence.end)
    if any(q.evidence[0] < end < q.evidence[1] for q in others) or end >= stop:
        return a
    rest = text[end:stop]
    follows = re.match(r"\s*[a-z]", rest) if c.genre == "news" else re.match(r"\s*(?:[a-z]|,\s[a-z])", rest)
    new_clause = _NEW_CLAUSE if c.genre == "news" else _OTHER_CLAUSE
    if not follows or new_clause.match(rest):
        return a
    return _with_evidence(a, (start, stop), text)


_NEW_CLAUSE = re.compile(
    r"[,\s]*(?:and|but|while|as|which|who|where|when|because|since|although|though|if|after|before|he|she|they|"
    r"it|said|says)\b"
)


_OTHER_CLAUSE = re.compile(
    r"[,\s]*(?:but|while|as|which|who|where|when|because|since|although|though|if|after|before|and (?:he|she|"
    r"they|it|the|this|which))\b"
)


def _with_evidence(a: Acting, evidence: tuple[int, int], text: str) -> Acting:
    p: Predicate = a.candidate.predicate
    start, end = min(evidence[0], p.cue[0]), max(evidence[1], p.cue[1])
    start += len(text[start:end]) - len(_HEAD.sub("", text[start:end]))
    words = text[start:end]
    while True:
        shorter = _TAIL.sub("", words)
        if shorter == words:
            break
        words = shorter
    if words.endswith(".") and _STOP.search(words[-12:]):
        words = words[:-1]
    end = max(start + len(words), p.cue[1])
    start = min(start, p.cue[0])
    changed = replace(p, evidence=(start, end), content=(min(p.content[0], end), end))
    return replace(a, candidate=replace(a.candidate, predicate=changed))
