"""Walking a dependency tree: children, edges, auxiliaries, subjects, settings."""

from __future__ import annotations

from dataclasses import dataclass

from graph_builder.language.parse import ParsedSentence, Token

SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj", "csubjpass"})
RELATIVES = frozenset({"who", "which", "that"})
COPULAS = frozenset(
    "be am is are was were been being 's 're 'm remain remains remained stand stands stood stay stays become becomes "
    "became seem seems appear appears feel feels".split()
)
MODALS = {
    "will": "will", "'ll": "will", "wo": "will", "would": "would", "'d": "would", "shall": "shall", "sha": "shall",
    "may": "may", "might": "may", "can": "can", "ca": "can", "could": "could", "should": "should", "must": "must",
}  # fmt: skip
_NEGATIONS = frozenset({"not", "n't", "never", "no"})


@dataclass(frozen=True, slots=True)
class Tree:
    """A parsed sentence with the children of each token (indices, in order)."""

    tokens: tuple[Token, ...]
    children: tuple[tuple[int, ...], ...]

    def low(self, i: int) -> str:
        """The token in lower case."""
        return self.tokens[i].text.lower()

    def is_verb(self, i: int) -> bool:
        """Whether the token is a verb that heads a clause (not an auxiliary)."""
        t = self.tokens[i]
        return t.tag.startswith("VB") and t.dep not in {"aux", "auxpass"}

    def kids(self, i: int, *deps: str) -> list[int]:
        """The children of a token with one of these dependencies."""
        return [c for c in self.children[i] if self.tokens[c].dep in deps]


def tree(sentence: ParsedSentence) -> Tree:
    """Index a parsed sentence."""
    children: list[list[int]] = [[] for _ in sentence.tokens]
    for i, token in enumerate(sentence.tokens):
        if token.head != i:
            children[token.head].append(i)
    return Tree(sentence.tokens, tuple(tuple(c) for c in children))


def subtree(t: Tree, root: int, without: frozenset[int] = frozenset()) -> list[int]:
    """The indices under a token, itself included, in order; nothing below a token of ``without``."""
    found, todo = [], [root]
    while todo:
        i = todo.pop()
        found.append(i)
        todo.extend(c for c in t.children[i] if c not in without)
    return sorted(found)


def auxiliaries(t: Tree, i: int) -> list[int]:
    """The auxiliaries of a verb itself (not those that it shares with a verb it is coordinated to)."""
    return [c for c in t.kids(i, "aux", "auxpass") if c < i]


def modal(t: Tree, i: int) -> int | None:
    """The modal among a verb's own auxiliaries."""
    return next((a for a in auxiliaries(t, i) if t.low(a) in MODALS), None)


def shares_group(t: Tree, i: int) -> bool:
    """Whether a verb is the later part of a coordination under one modal or one infinitive marker."""
    token = t.tokens[i]
    if token.dep != "conj" or t.kids(i, *SUBJECTS):
        return False
    own = auxiliaries(t, i)
    if any(t.low(a) in MODALS or t.tokens[a].tag == "TO" for a in own):
        return False
    head = token.head
    group = auxiliaries(t, head)
    led = any(t.low(a) in MODALS or t.tokens[a].tag == "TO" for a in group) or shares_group(t, head)
    return led and token.tag in {"VB", "VBP"} and not own


def is_infinitive(t: Tree, i: int) -> bool:
    """Whether a verb stands in an infinitive ("to help"), its own or a shared one."""
    if any(t.tokens[a].tag == "TO" for a in auxiliaries(t, i)):
        return True
    token = t.tokens[i]
    return token.dep == "conj" and shares_group(t, i) and is_infinitive(t, token.head)


def setting(t: Tree, i: int) -> str:
    """How the clause of a verb stands in its sentence: main, relative, participle, adverbial, complement,
    condition, noun-complement, preposition, infinitive or subject.
    """
    token = t.tokens[i]
    if is_infinitive(t, i):
        return "infinitive"
    dep = token.dep
    if dep == "conj" and not t.kids(i, *SUBJECTS) and t.is_verb(token.head):
        return setting(t, token.head)
    if dep in {"advcl", "acl", "dep"} and token.tag == "VBG" and not t.kids(i, "mark"):
        return "participle"
    if dep == "advcl":
        mark = next((t.low(m) for m in t.kids(i, "mark", "advmod") if m < i), "")
        return (
            "condition"
            if mark in {"if", "once", "when", "whenever", "unless", "until", "whether", "lest"}
            else "adverbial"
        )
    if dep == "pcomp":
        return "preposition"
    if dep in {"csubj", "csubjpass"}:
        return "subject"
    return {"relcl": "relative", "ccomp": "complement", "xcomp": "complement", "acl": "noun-complement"}.get(
        dep, "main"
    )


def subject(t: Tree, i: int, depth: int = 0) -> int | None:
    """The head of the subject of a verb: its own, its antecedent's, or that of the verb it hangs on."""
    own = t.kids(i, *SUBJECTS)
    token = t.tokens[i]
    if own:
        first = own[0]
        if token.dep == "relcl" and t.low(first) in RELATIVES:
            return antecedent(t, token.head, t.low(first))
        return first
    if depth > 6 or token.head == i:
        return None
    if token.dep == "acl":
        return token.head
    if token.dep in {"conj", "advcl", "xcomp", "dep", "pcomp", "ccomp", "relcl"}:
        above = token.head
        while not t.tokens[above].tag.startswith("VB") and t.tokens[above].head != above and token.dep != "relcl":
            above = t.tokens[above].head
        return subject(t, above, depth + 1) if t.tokens[above].tag.startswith("VB") else None
    return None


def antecedent(t: Tree, head: int, pronoun: str) -> int:
    """The noun a relative pronoun stands for; "who" looks past the names of states to the people of them."""
    at = head
    while pronoun == "who" and t.tokens[at].dep in {"pobj", "conj"} and t.tokens[at].head != at:
        above = t.tokens[at].head
        if t.tokens[above].dep in {"prep"} or t.tokens[above].tag.startswith("N"):
            at = t.tokens[above].head if t.tokens[above].dep == "prep" else above
        else:
            break
    return at if t.tokens[at].tag.startswith(("N", "PRP")) else head


def noun_span(t: Tree, head: int, before: int | None = None) -> tuple[int, int]:
    """The span of a noun phrase in the document, relative and participle clauses left out."""
    loose = frozenset(
        c for i in subtree(t, head) for c in t.children[i] if t.tokens[c].dep in {"relcl", "acl", "advcl"}
    )
    inside = [i for i in subtree(t, head, loose) if before is None or i < before or i <= head]
    while len(inside) > 1 and t.tokens[inside[-1]].tag in {",", ":", "CC", ".", "``", "''"}:
        inside.pop()
    return t.tokens[inside[0]].start, t.tokens[inside[-1]].end


def negated(t: Tree, i: int) -> bool:
    """Whether a verb or adjective is negated by a word of its own."""
    return any(t.tokens[c].dep == "neg" or t.low(c) in _NEGATIONS for c in t.children[i])
