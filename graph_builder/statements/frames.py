"""From candidate to act: the word and the shape of its complement decide act, strength and polarity."""

from __future__ import annotations

from dataclasses import dataclass

from graph_builder.language.lexicon import Lexicon
from graph_builder.statements.predicates import Predicate

_AGAIN = frozenset({"reaffirm", "reiterate", "renew", "recommit", "rededicate", "restate", "reconfirm"})
_INNER = {"seek": "intended", "aim": "intended", "strive": "intended", "endeavour": "intended", "endeavor": "intended",
          "consider": "considered", "explore": "considered"}  # fmt: skip
# Verbs after "will" that say what somebody will be or come to know, not what they will do.
_NOT_A_DEED = frozenset(
    {
        "need",
        "want",
        "know",
        "understand",
        "believe",
        "like",
        "remember",
        "see",
        "face",
        "lose",
        "suffer",
        "find",
        "benefit",
    }
)
_UNDER_WAY = frozenset({"work", "take", "undertake", "intensify", "cooperate", "collaborate", "partner"}) - {
    "undertake"
}
_BE = frozenset({"is", "are", "'re", "'m", "am"})
COMMISSIVE = frozenset(
    "commit reaffirm-commitment agree plan intend consider wish pledge decide undertake offer propose stand-ready "
    "threaten".split()
)


@dataclass(frozen=True, slots=True)
class Frame:
    """What a candidate does: ``act`` is a leaf of the act scheme, ``strength`` of the strength scheme or None."""

    act: str
    strength: str | None = None
    reaffirms: bool = False
    forbearance: bool = False
    denied: bool = False


def classify(p: Predicate, lexicon: Lexicon, genre: str) -> Frame | None:
    """The act that a candidate performs in a document of a genre ("news", "treaty", "joint", "official"), or None.

    >>> from graph_builder.language.lexicon import load_lexicon
    >>> hoped = Predicate("surface", 0, "hope", "verb", ("to",), (7, 12), (0, 30), (12, 30))
    >>> classify(hoped, load_lexicon(), "joint")
    Frame(act='wish', strength='desired', reaffirms=False, forbearance=False, denied=False)
    """
    if p.part == "modal":
        return _modal(p, genre, lexicon)
    if p.passive and p.setting == "noun-complement":
        return None  # "talks aimed at", "a letter signed by": a modifier tells nothing anew
    if (p.word in {"agree", "reach"} and p.noun == "following") or (p.word == "agree" and "as+np" in p.shapes[:1]):
        return Frame("conclude")
    if "@desire+that" in p.shapes and not p.negated:
        return Frame("express-hope")
    row = lexicon.match(p.word, p.part, p.shapes)
    if row is None:
        return None
    if (
        row.strength is not None
        and p.word in _UNDER_WAY
        and p.part == "verb"
        and (p.tense == "past" or ("to" not in p.shapes and not _BE & set(p.auxiliaries)))
    ):
        return None  # work done or habitual is no undertaking; work under way towards something is
    act, strength = row.act, row.strength
    if act == "noun":
        noun = lexicon.noun(p.noun or "")
        if noun is None or noun.act is None:
            return None
        act, strength = noun.act, noun.strength
    if p.word in {"bound", "obliged", "obligated"} and genre in {"news", "official"}:
        return None  # a duty that the author tells of is background
    if act == "enter-into-force" and genre != "treaty":
        return None  # told of as background; what is to come into force is read from the modal
    if p.word in {"respond", "react"} and genre != "news":
        return None
    if genre == "news" and p.tense == "past" and act in {"wish", "intend", "stand-ready"} and p.speaker is None:
        return None  # background: "had long hoped for"
    again = (
        p.word in _AGAIN
        or bool({"continue", "continues", "continued"} & set(p.auxiliaries))
        or "remain" in p.auxiliaries
    )
    if act in COMMISSIVE:
        again = again or _continues(p)
        if p.word in _AGAIN and act in {"commit", "pledge"}:
            act = "reaffirm-commitment"
    if genre == "treaty" and act in {"undertake", "agree", "commit", "pledge"}:
        strength = "binding"
    if p.negated:
        return _negative(p, act, strength, again)
    return Frame(act, strength, again)


def _modal(p: Predicate, genre: str, lexicon: Lexicon) -> Frame | None:
    governs = p.governs or ""
    if p.word == "be to":
        return Frame("plan", "planned")
    if (p.word in {"shall", "will", "would"} and (governs, p.noun) in {("take", "effect")}) or (
        governs == "enter" and "into@force" in p.shapes
    ):
        return Frame("enter-into-force")
    if (
        governs == "be"
        and not p.passive
        and p.word != "shall"
        and not any(s.startswith(("in+", "at+", "on+")) for s in p.shapes)
    ):
        return None
    if p.word == "shall":
        return Frame("undertake", "binding", forbearance=p.negated)
    if p.word in {"will", "would"}:
        if governs in _NOT_A_DEED or (p.word == "would" and p.speaker is None):
            return None
        if genre == "news" and not p.negated and governs in {"discuss", "review", "consult", "negotiate"}:
            return Frame("discuss")
        strength = _INNER.get(governs) or ("planned" if genre == "news" or p.word == "would" else "pledged")
        act = {"intended": "intend", "considered": "consider", "planned": "plan"}.get(strength, "commit")
        return Frame(act, strength, reaffirms=governs in {"continue", "remain", "reaffirm"}, forbearance=p.negated)
    if p.word == "must" and genre in {"joint", "official"} and p.setting == "main":
        return Frame("demand")
    if p.word == "may" and genre == "joint" and p.setting == "main" and not p.negated:
        return Frame("consider", "considered")
    return None


def _towards(p: Predicate) -> bool:
    return p.tense == "bare" and any(s.startswith("toward") for s in p.shapes)


def _is_whereabouts(p: Predicate) -> bool:
    """Whether "will be" tells of a visit ("in Tokyo", "at the summit"), where its other forms only foretell."""
    return p.word == "will" and p.shapes[:1] != () and p.shapes[0].startswith(("in+np", "at+np"))


def _continues(p: Predicate) -> bool:
    return any(s.startswith("continu") for s in p.shapes)


def _negative(p: Predicate, act: str, strength: str | None, again: bool) -> Frame | None:
    """A negated act: a restraint, a refusal or nothing, never its contrary."""
    if act in {"intend", "plan", "wish", "undertake"}:
        return Frame(act, strength, again, forbearance=True)
    if act in {"recognize", "accept", "express-support", "agree", "join"} and p.tense != "bare":
        return Frame("reject")
    if act in {"call-for", "request", "demand", "urge"} or act in COMMISSIVE:
        return Frame(act, strength, again, denied=True) if p.tense == "present" else None
    return None
