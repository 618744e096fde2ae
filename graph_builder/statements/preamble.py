"""Preambles: "Recalling ...; Convinced that ...; Have agreed as follows", clause by clause.

A preamble is one sentence of many lines, which no parser reads well. Each clause begins with a participle or an
adjective
of the lexicon in capitals, at the start of a line or after the comma that ends the clause before.
"""

from __future__ import annotations

import re

from graph_builder.language.lexicon import Lexicon
from graph_builder.statements.cast import ADOPTING, Cast
from graph_builder.statements.predicates import Predicate
from graph_builder.statements.surface_shapes import after_verb

_CLAUSE = re.compile(
    r"(?:^|[,;:.]\s*|\n\s*(?:\(?[a-z0-9]{1,3}[.)]\s*)?)(?P<head>(?P<have>(?:Have|HAVE)\s+)?(?:Being\s+|Deeply\s+|"
    r"Further\s+|Strongly\s+)?"
    r"(?P<word>[A-Z][A-Za-z]+|(?<=ave )agreed))(?P<again>(?:\s+(?:also|further|again|once again|moreover|deeply|"
    r"fully|with \w+))?)"
    r"(?P<aside>(?:,\s(?:in|with|as|on|at)\s[^;\n]{4,240}?,(?=\s+(?:to|that|the)\s))?)"
)
_OPENING = re.compile(
    r"\b(?:Parties|Governments?|Members?|Participants|Ministers|Leaders|States|Assembly|Council|"
    r"Conference)\b[^\n]{0,80}?,\s*$"
)
LEAST = 2  # clauses; one alone is an ordinary leading participle


def predicates(c: Cast, number: int, lexicon: Lexicon) -> list[Predicate]:
    """The clauses of a preamble in one sentence (by its index), empty where it is none."""
    sentence = c.document.sentences[number]
    text = c.document.text
    if c.genre not in {"treaty", "joint"} or sentence.zone not in {"body", "list-item"}:
        return []
    words = text[sentence.start : sentence.end]
    operative = _OPERATIVE.match(words)
    adopted = any(ADOPTING.match(text[s.start : s.end]) for s in c.document.sentences[:10])
    listed = sentence.zone == "list-item" or (
        adopted and text[max(0, sentence.start - 2) : sentence.start].strip(" ") in {"", "\n", "\n\n"}
    )
    if operative and listed and c.parties and operative["word"][:1].isupper() | (operative.start("word") > 0):
        tags = [name for name, tag in lexicon.lemmas.get(operative["word"].lower(), ()) if tag == "VBZ"]
        if tags and (tags[0], "verb") in lexicon.by_word:
            return [
                _clause(
                    c,
                    number,
                    lexicon,
                    tags[0],
                    sentence.start + operative.start("word"),
                    sentence.start + operative.end("word"),
                )
            ]
    heads = [(m, read) for m in _CLAUSE.finditer(words) if (read := _read(m, lexicon)) is not None]
    alone = len(heads) < LEAST and not (heads and heads[0][0].start("head") < 3 and words.rstrip()[-1:] in ",;")
    if alone and not _follows_opening(c, number, bool(heads)):
        return []
    found = []
    for at, (m, (word, part)) in enumerate(heads):
        start = sentence.start + m.start("head")
        end = sentence.start + heads[at + 1][0].start("head") if at + 1 < len(heads) else sentence.end
        body = text[start:end]
        end = start + len(re.sub(r"(?:[\s,;:.]|\band)+$", "", body))
        cue_end = sentence.start + m.end("again")
        after = after_verb(text, sentence.start + m.end(), end, lexicon, part)
        shapes = after.shapes
        if (
            part == "verb"
            and m["have"]
            and re.match(r"\s*(?:on\s+)?(?:the\s+)?(?:as\s+follows|following)", text[cue_end:end])
        ):
            shapes = ("as+np",)
        found.append(
            Predicate(
                engine="surface",
                sentence=number,
                word=word,
                part=part,
                shapes=shapes,
                cue=(start, min(end, max(cue_end, after.cue_end))),
                evidence=(start, end),
                content=(min(end, cue_end), end),
                noun=after.noun,
                tense="bare",
                setting="preamble",
            )
        )
    return found


_OPERATIVE = re.compile(r"(?:(?:Also|Further|Again|Strongly|[A-Z][a-z]+ly)\s+(?:also\s+)?)?(?P<word>[A-Za-z]+s)\b")


def _clause(c: Cast, number: int, lexicon: Lexicon, word: str, start: int, end: int) -> Predicate:
    """An operative paragraph: "3. Requests the Secretary-General to report"; the body that adopts the text acts."""
    sentence, text = c.document.sentences[number], c.document.text
    after = after_verb(text, end, sentence.end, lexicon, "verb")
    stop = sentence.start + len(re.sub(r"(?:[\s,;:.]|\band)+$", "", text[sentence.start : sentence.end]))
    return Predicate(
        engine="surface",
        sentence=number,
        word=word,
        part="verb",
        shapes=after.shapes,
        cue=(start, min(stop, after.cue_end)),
        evidence=(sentence.start, stop),
        content=(min(stop, after.cue_end), stop),
        noun=after.noun,
        setting="preamble",
    )


def _read(m: re.Match[str], lexicon: Lexicon) -> tuple[str, str] | None:
    low = m["word"].lower()
    if (low, "adjective") in lexicon.by_word:
        return low, "adjective"
    tags = lexicon.lemmas.get(low, ())
    wanted = {"VBN"} if m["have"] else {"VBG"}
    lemma = next((name for name, tag in tags if tag in wanted and (name, "verb") in lexicon.by_word), None)
    if lemma is None and low == "agree":
        lemma = "agree"
    return (lemma, "verb") if lemma else None


def _follows_opening(c: Cast, number: int, has_clause: bool) -> bool:
    """Whether the line before opens a preamble: "The Government of A and the Government of B,"."""
    if not has_clause or number == 0:
        return False
    before = c.document.sentences[number - 1]
    return _OPENING.search(c.document.text[before.start : before.end] + " ") is not None
