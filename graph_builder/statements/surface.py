"""The surface engine: ACTOR - VERB GROUP - COMPLEMENT over words and names, with no model.

A sentence is read from left to right. A verb of the lexicon counts where an actor stands right before its verb group,
or where it goes on from an act before it (", and welcomed", ", stressing that"), or opens a bullet or a preamble.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from graph_builder.documents.records import Sentence
from graph_builder.language.lexicon import Lexicon
from graph_builder.statements.cast import Cast
from graph_builder.statements.predicates import Predicate, Span
from graph_builder.statements.surface_shapes import after_verb
from graph_builder.statements.trees import COPULAS, MODALS

ENGINE = "surface"
LONGEST = 2500  # code points of a sentence
_WORD = re.compile(r"[A-Za-zÀ-ÿ][\w’'-]*|\S")
_AUXILIARY = frozenset(
    "have has had having is are was were be been being am do does did will would shall may might must can could should "
    "not never n't cannot 'll 've 're".split()
)
_ADVERB = frozenset(
    "also again then now today yesterday further therefore jointly hereby still once always together both each "
    "all thus "
    "monday tuesday wednesday thursday friday saturday sunday later earlier recently currently already repeatedly ever "
    "unequivocally hereby accordingly moreover meanwhile highly once".split()
)
_PRONOUN = frozenset({"we", "they", "he", "she", "it", "who", "i"})
_DETERMINERS = (
    r"(?:the|both|all|our|their|its|his|each|these|those|some|many|most|several|two|three|other|senior|"
    r"western|participating)"
)
_ROLES = (
    r"(?:leaders|ministers|presidents|officials|sides?|countries|governments?|nations|parties|states|delegations|"
    r"participants|"
    r"partners|representatives|heads|principals|members|president|minister|chancellor|secretary|spokes(?:man|"
    r"woman|person)|"
    r"statement|communiqu[eé]|declaration|agreement|memorandum|mou|delegation|ministry|council|committee|summit|"
    r"sources|"
    r"lawmakers|experts|observers|analysts|forces|authorities|discussions?|two|meeting|party|state|administration|bloc)"
)
_ROLE_PHRASE = re.compile(rf"\b(?:{_DETERMINERS}\s+)?(?:[\w’'.-]+\s+){{0,5}}{_ROLES}(?:-[Gg]eneral)?$", re.IGNORECASE)
_CHAIN = re.compile(r"^\s*(?:,\s*and|,|and|&|as well as)\s+(?:the\s+)?(?:[A-Z][\w.’'-]*\s+){0,6}$")
_TITLES = re.compile(r"(?:\b(?:[Tt]he\s+)?(?:[A-Z][\w.’'-]*\s+(?:of\s+|for\s+|and\s+|to the\s+)?){1,8})$")
_GOES_ON = re.compile(r"(?:^|,|;|\))\s*(?:and|but|as well as|while)?\s*(?:also\s+)?$|\s(?:and|but)\s+(?:also\s+)?$")
_BULLET = re.compile(r"^[\W\d_]*(?:and\s+)?$")


@dataclass(frozen=True, slots=True)
class _Word:
    text: str
    start: int
    end: int

    @property
    def low(self) -> str:
        return self.text.lower().replace("’", "'")


def predicates(c: Cast, number: int, lexicon: Lexicon) -> list[Predicate]:
    """All candidates of one sentence (by its index in the document), in order."""
    sentence = c.document.sentences[number]
    if sentence.end - sentence.start > LONGEST:
        return []
    text = c.document.text
    words = [_Word(m[0], m.start(), m.end()) for m in _WORD.finditer(text, sentence.start, sentence.end)]
    found: list[Predicate] = []
    for i in range(len(words)):
        p = _at(c, sentence, number, words, i, lexicon, found)
        if p is not None:
            found.append(p)
    return [_clipped(p, found, sentence, text) for p in found]


def _at(
    c: Cast, sentence: Sentence, number: int, words: list[_Word], i: int, lexicon: Lexicon, before: list[Predicate]
) -> Predicate | None:
    """The candidate whose head is word ``i``, or None."""
    text, word = c.document.text, words[i]
    group = _verb_group(words, i)
    auxiliaries = tuple(words[k].low for k in group if words[k].low in _AUXILIARY | {"to"})
    if (auxiliaries and auxiliaries[-1] == "to") or any(a == "to" for a in auxiliaries):
        return None
    modal = next((k for k in group if words[k].low in MODALS), None)
    reading = _reading(words, i, auxiliaries, modal, lexicon)
    if reading is None:
        return None
    name, part = reading
    first = min([i, *group])
    tag = _tag(lexicon, word.low, name)
    subject, start, setting = _subject(c, sentence, words[first].start, before, word, auxiliaries)
    if start is None or (
        start == words[first].start
        and subject is not None
        and not _may_go_on(before[-1], tag, auxiliaries, text[before[-1].cue[1] : word.start])
    ):
        return None
    if tag == "VB" and not auxiliaries and part == "verb" and subject is not None and not _is_plural(c, subject):
        return None
    after = after_verb(text, word.end, sentence.end, lexicon, part)
    cue_start = words[modal].start if part == "modal" and modal is not None else word.start
    cue_end = words[modal].end if part == "modal" and modal is not None else max(word.end, after.cue_end)
    said = (
        before[-1]
        if before and before[-1].word in _SAYING and subject is not None and before[-1].cue[0] < cue_start
        else None
    )
    speaker = said.subject if said is not None and setting == "main" and said.setting != "according" else None
    passive = part == "verb" and _tag(lexicon, word.low, name) in {"VBN", "VBD"} and any(a in _BE for a in auxiliaries)
    return Predicate(
        engine=ENGINE,
        sentence=number,
        word=name,
        part=part,
        shapes=(*after.shapes, "np") if passive else after.shapes,
        cue=(cue_start, cue_end),
        evidence=(start, sentence.end),
        content=(cue_end, sentence.end),
        subject=subject,
        noun=after.noun,
        governs=(lexicon.verb(word.low) or word.low) if part == "modal" else None,
        tense=_tense(auxiliaries, _tag(lexicon, word.low, name)),
        passive=passive or (part == "modal" and "be" in auxiliaries),
        negated=bool({"not", "never", "n't", "cannot"} & set(auxiliaries)),
        speaker=speaker,
        speech=said.word if speaker is not None and said is not None else None,
        auxiliaries=auxiliaries,
        setting="complement" if speaker is not None else setting,
    )


_BE = frozenset({"is", "are", "was", "were", "be", "been", "being"})
_SAYING = frozenset(
    "say tell add announce state explain note argue claim insist reveal report warn write stress".split()
)


def _verb_group(words: list[_Word], i: int) -> list[int]:
    """The indices of auxiliaries and adverbs right before a verb."""
    group = []
    k = i - 1
    while k >= 0 and i - k < 8:
        low = words[k].low
        if low in _AUXILIARY or low == "to" or low in _ADVERB or (low.endswith("ly") and len(low) > 4):
            group.append(k)
            k -= 1
        else:
            break
    while (
        group
        and words[group[-1]].low not in _AUXILIARY | {"to"}
        and len(group) > 1
        and words[group[-1]].low in {"both", "all", "each"}
    ):
        group.pop()
    return group


def _reading(
    words: list[_Word], i: int, auxiliaries: tuple[str, ...], modal: int | None, lexicon: Lexicon
) -> tuple[str, str] | None:
    word = words[i]
    low = word.low
    if low in _AUXILIARY or not low[0].isalpha() or (word.text[0].isupper() and i > 0 and not _opens(words, i)):
        return None
    if modal is not None:
        name = MODALS[words[modal].low]
        if name == "would" and low in {"like", "wish"}:
            after = [w.low for w in words[i + 1 : i + 3]]
            spoken = len(after) == 2 and after[0] == "to" and lexicon.verb(after[1]) is not None
            return None if spoken else ("want", "verb")
        return (name, "modal") if name in {"will", "shall", "would"} and low.islower() and low not in _ADVERB else None
    linked = bool(auxiliaries and auxiliaries[0] in COPULAS) or (i > 0 and words[i - 1].low in COPULAS)
    if linked and (low, "adjective") in lexicon.by_word:
        return low, "adjective"
    lemma = lexicon.verb(low)
    if lemma and (lemma, "verb") in lexicon.by_word:
        return lemma, "verb"
    return (
        (lemma, "discussion")
        if lemma and (lemma, "discussion") in lexicon.by_word and not low.endswith("ing")
        else None
    )


def _opens(words: list[_Word], i: int) -> bool:
    return all(not w.text[0].isalpha() for w in words[:i])


def _tag(lexicon: Lexicon, low: str, lemma: str) -> str:
    tags = [tag for name, tag in lexicon.lemmas.get(low, ()) if name == lemma]
    return tags[0] if tags else "VB"


def _tense(auxiliaries: tuple[str, ...], tag: str) -> str:
    if {"was", "were", "had", "did", "have", "has"} & set(auxiliaries):
        return "past"
    if auxiliaries:
        return "present"
    return {"VBD": "past", "VBN": "past", "VBG": "bare"}.get(tag, "present")


def _subject(
    c: Cast, sentence: Sentence, at: int, before: list[Predicate], word: _Word, auxiliaries: tuple[str, ...]
) -> tuple[Span | None, int | None, str]:
    """The subject before a verb group that begins at ``at``: (span, start of the evidence, setting)."""
    text = c.document.text
    lead = text[sentence.start : at].rstrip()
    end = sentence.start + len(lead)
    if not lead or _BULLET.match(lead):
        return None, (word.start if not auxiliaries else at), "main"
    participle = word.low.endswith("ing") and not auxiliaries
    if participle:
        if before and lead.endswith(","):
            return before[-1].subject, word.start, "participle"
        return None, None, ""
    pronoun = re.search(r"(?<![\w’'])(we|they|he|she|it|who|I)$", lead, re.IGNORECASE)
    if pronoun:
        start = end - len(pronoun[1])
        if pronoun[1].lower() == "who":
            mention = _mention_ending(c, sentence.start, sentence.start + len(lead[:-3].rstrip(" ,")))
            return (mention, start, "relative") if mention else (None, None, "")
        return (start, end), start, "main"
    if lead.endswith(","):
        opened = lead[:-1].rfind(",")
        while opened > 0 and len(lead) - opened < 220:
            mention = _mention_ending(c, sentence.start, sentence.start + len(lead[:opened].rstrip()))
            if mention:
                return mention, mention[0], "main"
            opened = lead.rfind(",", 0, opened)
        we = re.match(r"^[\W]*(?:[Tt]ogether,\s)?(We)\s*[,—–-]", lead)
        if we:
            start = sentence.start + we.start(1)
            return (start, end - 1), start, "main"
    mention = _mention_ending(c, sentence.start, end)
    if mention:
        return mention, mention[0], "main"
    role = _ROLE_PHRASE.search(lead[-160:])
    if role and not re.search(r"\b(?:of|in|on|for|with|to|by|from)\s+(?:the\s+)?[\w’'.-]+$", role[0]):
        start = end - len(role[0])
        return (start, end), start, "main"
    if before and _GOES_ON.search(lead) and before[-1].subject is not None:
        return before[-1].subject, at, "main"
    return None, None, ""


def _is_plural(c: Cast, subject: Span) -> bool:
    """Whether a bare form can be the verb of a subject: "we call", "the leaders call", not "NASA call"."""
    words = c.document.text[subject[0] : subject[1]]
    if words.lower() in {"we", "they", "i", "who", "you"} or re.match(r"We\b", words):
        return True
    return " and " in words or re.search(r"(?:s|both|two|people|parties)$", words, re.IGNORECASE) is not None


def _may_go_on(before: Predicate, tag: str, auxiliaries: tuple[str, ...], between: str) -> bool:
    """Whether a verb can share the subject of the act before it; a bare form after "will" or "to" is its complement."""
    if auxiliaries or tag != "VB":
        return True
    if re.search(r"\bto\s+\w+", between):
        return False
    return before.part == "verb" and before.tense == "present" and "to" not in before.shapes


def _mention_ending(c: Cast, floor: int, end: int) -> Span | None:
    """The actor named up to an offset (not before ``floor``), with the others named in one chain with it and the
    titles before.
    """
    near = [m for m in c.within(max(floor, end - 400), end) if any(c.actor(i) for i in m.refers_to)]
    if not near or near[-1].end != end:
        return None
    start = near[-1].start
    text = c.document.text
    for m in reversed(near[:-1]):
        between = text[m.end : start]
        if m.end <= start and (
            _CHAIN.match(between)
            or re.fullmatch(r"(?:[’']s)?\s+(?:[A-Z][\w.’'-]*\s+)*|\s+(?:of|for)\s+(?:the\s+)?", between)
        ):
            start = m.start
        elif m.end <= start:
            break
    titles = _TITLES.search(text[max(floor, start - 120) : start])
    if titles and "\n" not in titles[0]:
        start -= len(titles[0])
    article = re.search(r"\b[Tt]he\s$", text[max(floor, start - 4) : start])
    return (start - 4 if article else start), end


def _clipped(p: Predicate, found: list[Predicate], sentence: Sentence, text: str) -> Predicate:
    """Evidence that ends where the next candidate begins."""
    later = [q.evidence[0] for q in found if q is not p and q.evidence[0] > p.cue[1] and q.speech != p.word]
    end = min([*later, sentence.end])
    words = text[p.evidence[0] : end]
    words = re.sub(r"(?:[\s,;:.—–-]|\b(?:and|but|while))+$", "", words)
    end = max(p.cue[1], p.evidence[0] + len(words))
    return _with_end(p, end)


def _with_end(p: Predicate, end: int) -> Predicate:
    return replace(p, evidence=(p.evidence[0], end), content=(min(p.content[0], end), end))
