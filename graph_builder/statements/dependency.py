"""The dependency engine: candidates out of the trees of a parser."""

from __future__ import annotations

from graph_builder.language.lexicon import Lexicon
from graph_builder.language.parse import ParsedSentence
from graph_builder.statements.predicates import Predicate, Span
from graph_builder.statements.shapes import Complement, complement
from graph_builder.statements.trees import (
    COPULAS,
    MODALS,
    RELATIVES,
    SUBJECTS,
    Tree,
    auxiliaries,
    is_infinitive,
    modal,
    negated,
    noun_span,
    setting,
    shares_group,
    subject,
    subtree,
    tree,
)

ENGINE = "dependency"
_SPEECH = frozenset(
    "say tell add announce state declare explain note argue claim insist reveal report warn write promise assure "
    "confirm reiterate stress emphasise emphasize believe acknowledge agree inform indicate suggest think "
    "remark comment repeat underline underscore highlight recall affirm reaffirm propose point note predict "
    "caution counter reply respond".split()
)


def predicates(sentence: ParsedSentence, number: int, text: str, lexicon: Lexicon) -> list[Predicate]:
    """All candidates of one parsed sentence; ``number`` is its index in the document, ``text`` the document's."""
    t = tree(sentence)
    found = []
    for i, token in enumerate(t.tokens):
        if not t.is_verb(i) and not (token.tag in {"MD"} and token.dep in {"ROOT", "conj"}):
            continue
        for head, word, part in _readings(t, i, lexicon):
            found.append(_predicate(t, i, head, word, part, number, text, lexicon))
    return found


def _readings(t: Tree, i: int, lexicon: Lexicon) -> list[tuple[int, str, str]]:
    """What a verb may be: (token that heads the complement, word, part)."""
    if is_infinitive(t, i) or shares_group(t, i):
        performative = lexicon.verb(t.low(i)) in _PERFORMED_IN_PURPOSE
        return (
            [(i, lexicon.verb(t.low(i)) or "", "verb")]
            if performative and t.tokens[i].dep in {"advcl", "xcomp"}
            else []
        )
    m = modal(t, i)
    low = t.low(i)
    inner = _inner(t, i, lexicon)
    if low in {"continue", "continues", "continued"} and m is None and inner is not None:
        return [(inner, lexicon.verb(t.low(inner)) or "", "verb")]
    if m is not None:
        word = MODALS[t.low(m)]
        if word == "would" and low in {"like", "wish", "want", "love"}:
            return [(i, "want", "verb")] if inner is None else [(inner, lexicon.verb(t.low(inner)) or "", "verb")]
        return [(i, word, "modal")]
    if low == "according":
        return [(i, low, "verb")]
    if low in {"expected", "want", "wish", "wants", "wishes"} and inner is not None:
        return [(inner, lexicon.verb(t.low(inner)) or "", "verb")]
    if low in COPULAS:
        for a in t.kids(i, "acomp", "attr", "oprd", "xcomp", "prep"):
            if (t.low(a), "adjective") in lexicon.by_word:
                return [(a, t.low(a), "adjective")]
            if low in _BE and t.is_verb(a) and is_infinitive(t, a) and _next_word(t, i) == "to":
                return [(i, "be to", "modal")]
            noun = lexicon.noun(t.tokens[a].text) if t.tokens[a].dep == "attr" else None
            if noun is not None and low in {"is", "are"} and noun.group in {"intention", "plan", "commitment"}:
                return []
    passive = _is_passive(t, i)
    if low == "going" and auxiliaries(t, i):
        return [(i, low, "adjective")]
    if (passive or _is_reduced(t, i)) and (low, "adjective") in lexicon.by_word:
        return [(i, low, "adjective")]
    if t.tokens[i].tag == "VBN" and t.tokens[i].dep in {"acl", "amod"} and not auxiliaries(t, i):
        return []  # "the pact signed in May": a modifier tells nothing anew
    lemma = lexicon.verb(low)
    parts = ("verb", "discussion") if t.tokens[i].tag != "VBG" else ("verb",)
    return [(i, lemma, part) for part in parts if lemma and (lemma, part) in lexicon.by_word][:1]


def _inner(t: Tree, i: int, lexicon: Lexicon) -> int | None:
    """The verb of speaking in the infinitive below "continue to", "would like to", "is expected to"."""
    for c in t.kids(i, "xcomp"):
        lemma = lexicon.verb(t.low(c))
        if lemma and (lemma, "verb") in lexicon.by_word and is_infinitive(t, c):
            rows = lexicon.by_word[lemma, "verb"]
            if any(r.strength is None for r in rows):
                return c
    return None


_BE = frozenset({"is", "are", "was", "were", "'s"})


def _next_word(t: Tree, i: int) -> str:
    """The next word that is no adverb."""
    return next((t.low(j) for j in range(i + 1, len(t.tokens)) if t.tokens[j].dep not in {"advmod", "neg"}), "")


_PERFORMED_IN_PURPOSE = frozenset({"reaffirm", "reiterate", "renew", "recommit"})


def _is_passive(t: Tree, i: int) -> bool:
    return bool(t.kids(i, "auxpass", "nsubjpass")) or (
        t.tokens[i].tag == "VBN" and t.tokens[i].dep == "conj" and _is_passive(t, t.tokens[i].head)
    )


def _is_reduced(t: Tree, i: int) -> bool:
    """A participle without its copula: "newly committed to achieving", "Convinced that"."""
    return t.tokens[i].tag in {"VBN", "JJ"} and t.tokens[i].dep in {"advcl", "acl", "ROOT"} and not auxiliaries(t, i)


def _predicate(t: Tree, i: int, head: int, word: str, part: str, number: int, text: str, lexicon: Lexicon) -> Predicate:
    governed = i if part == "modal" else head
    found = complement(t, governed, i if head != i else None, text, lexicon)
    m = modal(t, i)
    auxs = auxiliaries(t, i)
    s = subject(t, i)
    if word == "according":
        s = next((o for p in t.kids(i, "prep") for o in t.kids(p, "pobj")), None)
    cue = _cue(t, i, head, part, m, found)
    where = setting(t, i)
    evidence = (
        _evidence(t, i, s, where, lexicon, text) if word != "according" else (t.tokens[0].start, t.tokens[-1].end)
    )
    speaker, speech = _speaker(t, i, lexicon)
    own_subject = s is not None and any(c == s for c in t.children[i])
    passive = part == "verb" and _is_passive(t, i)
    agent = _agent(t, i) if passive or part == "modal" else None
    by_agent = agent is not None and (passive or bool(t.kids(i, "nsubjpass")))
    holder = (
        noun_span(t, agent)
        if by_agent and agent is not None
        else (noun_span(t, s, i if own_subject else None) if s is not None else None)
    )
    trails = text[max(0, t.tokens[i].start - 2) : t.tokens[i].start] == ", "
    if where == "participle" and trails and speaker is not None and speech is not None and word in _SPEECH:
        holder, speaker, speech = speaker, None, None  # "Xi told them that ..., warning that ...": he warns
    return Predicate(
        engine=ENGINE,
        sentence=number,
        word=word,
        part=part,
        shapes=(*found.shapes, "np") if passive else found.shapes,  # what is signed is the subject
        cue=cue,
        evidence=evidence,
        content=(min(cue[1], evidence[1]), evidence[1]),
        subject=holder,
        noun=t.tokens[found.noun].text.lower() if found.noun is not None else None,
        governs=(lexicon.verb(t.low(i)) or t.low(i)) if part == "modal" else None,
        tense=_tense(t, i, auxs),
        agent=by_agent,
        passive=passive or (part == "modal" and _is_passive(t, i)),
        negated=negated(t, i) or (head != i and negated(t, head)) or (m is not None and negated(t, m)),
        speaker=speaker,
        speech=speech,
        auxiliaries=(*(t.low(a) for a in auxs), *((t.low(i),) if head != i else ())),
        addressee=noun_span(t, found.addressee) if found.addressee is not None else None,
        setting=where,
    )


def _cue(t: Tree, i: int, head: int, part: str, m: int | None, found: Complement) -> Span:
    """The words of the cue; it begins at the modal or the word itself, so that better parses do not move it."""
    if part == "modal":
        first = m if m is not None else i
        last = i if t.low(i) in {"continue", "seek", "aim", "strive"} else first
        return t.tokens[first].start, t.tokens[max(first, last)].end
    return t.tokens[head].start, t.tokens[max(head, found.cue_last)].end


def _tense(t: Tree, i: int, auxs: list[int]) -> str:
    words = [t.low(a) for a in auxs]
    if any(w in {"was", "were", "had", "did"} for w in words):
        return "past"
    if any(w in {"have", "has", "'ve"} for w in words):
        return "past"
    if any(w in MODALS or w in {"is", "are", "am", "do", "does", "'re", "'s"} for w in words):
        return "present"
    tag = t.tokens[i].tag
    if tag == "VBD":
        return "past"
    if tag == "VBN":
        head = t.tokens[i].head
        return _tense(t, head, auxiliaries(t, head)) if t.tokens[i].dep == "conj" else "past"
    head = t.tokens[i].head
    if tag == "VB" and t.tokens[i].dep == "conj" and t.tokens[head].tag in {"VBP", "VBD", "VBZ"}:
        return _tense(t, head, auxiliaries(t, head))  # a finite verb that the tagger took for a bare one
    return "bare" if tag in {"VBG", "VB"} else "present"


def _agent(t: Tree, i: int) -> int | None:
    for c in t.kids(i, "agent", "prep"):
        if t.low(c) in {"by", "between"}:
            return next(iter(t.kids(c, "pobj")), None)
    return None


def _speaker(t: Tree, i: int, lexicon: Lexicon) -> tuple[Span | None, str | None]:
    """Who reports the clause of a verb: the subject of the verb of speaking it hangs on."""
    at = i
    for _ in range(6):
        token = t.tokens[at]
        if token.head == at:
            break
        above = token.head
        lemma = lexicon.verb(t.low(above))
        if (
            token.dep in {"ccomp", "xcomp", "parataxis", "dep", "advcl"}
            and lemma in _SPEECH
            and not is_infinitive(t, above)
        ):
            s = subject(t, above)
            if s is not None and s != at:
                return noun_span(t, s), lemma
        at = above
    return None, None


def _evidence(t: Tree, i: int, s: int | None, where: str, lexicon: Lexicon, text: str) -> Span:
    """From the subject (or the verb, where that is shared) to the end of the complement."""
    without = frozenset(c for c in t.children[i] if _stands_alone(t, i, c, lexicon))
    inside = subtree(t, i, without)
    right = [j for j in inside if j >= i]
    cut = min((min(subtree(t, c)) for c in without if c > i), default=None)
    if cut is not None:
        right = [j for j in right if j < cut]
    while len(right) > 1 and (
        t.tokens[right[-1]].tag in {",", ":", ".", "CC", "HYPH", "NFP"} or t.tokens[right[-1]].tag in {"``"}
    ):
        right.pop()
    heirs = [c for c in without if c > i and t.tokens[c].dep == "conj" and c - i <= 3]
    if heirs and len(right) == 1:  # "welcomed and encouraged the efforts": one object for both
        right = [j for j in subtree(t, heirs[0]) if j >= i]
    own = t.kids(i, *SUBJECTS)
    if own:
        first = min(subtree(t, own[0]))
        if where == "relative":
            first = min(inside) if t.low(own[0]) not in RELATIVES else own[0]
            before = t.tokens[i].head
            if first == own[0] and t.tokens[before].tag in {"NNP", "NNPS"} and first - before <= 2:
                first = min(subtree(t, before, frozenset({i})))
    else:
        group = list(auxiliaries(t, i)) + [c for c in t.kids(i, "neg", "advmod") if c < i and c >= i - 2]
        first = min([i, *group])
    if where == "main" and own and own[0] > i:  # inversion after a quotation: "...," said the minister
        first = min(inside)
    ahead = [c for c in t.kids(i, "ccomp") if c < i]
    if ahead and lexicon.verb(t.low(i)) in _SPEECH:
        first = min(first, *subtree(t, ahead[0]))
    return t.tokens[first].start, t.tokens[right[-1]].end


def _stands_alone(t: Tree, i: int, c: int, lexicon: Lexicon) -> bool:
    """Whether a clause below a verb is a statement of its own, so no part of that verb's evidence."""
    token = t.tokens[c]
    if not token.tag.startswith("VB") and token.tag != "MD":
        return False
    if token.dep == "conj" and c > i:
        return not shares_group(t, c)
    if token.dep in {"advcl", "dep"} and c > i and token.tag == "VBG" and not t.kids(c, "mark"):
        return (lexicon.verb(t.low(c)) or "", "verb") in lexicon.by_word
    return token.dep == "parataxis" and c > i and bool(t.kids(c, *SUBJECTS))
