"""Lines of tokens: what every grammar of names reads.

A line is one sentence of a read zone. Each token has a one-letter kind, so that a line is also a string of kinds, and
a pattern over names is an ordinary regular expression over that string, one letter a token:

``C`` capitalised word, ``A`` word in capitals, ``I`` initial, ``x`` word in lower case, ``9`` number, ``1`` ordinal
number, ``-`` hyphen that joins, ``~`` dash that parts, ``'`` possessive mark, ``q`` quotation mark; other marks are
themselves.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from graph_builder.documents.records import READ_ZONES, Document


class Token(NamedTuple):
    """One word or mark; ``text`` has straight apostrophes, ``start`` and ``end`` count code points of the document."""

    text: str
    start: int
    end: int
    kind: str


class Line(NamedTuple):
    """One sentence as tokens. ``kinds`` has one letter a token. ``case`` is "sentence", "title" or "capitals"."""

    tokens: tuple[Token, ...]
    kinds: str
    zone: str
    case: str
    sentence: int


_TOKEN = re.compile(
    r"""
    (?P<abbr> (?:[A-Z]\.){2,} (?:[A-Z](?![A-Za-z]))?              # U.S. D.C. U.S.A
      | \b(?:Mr|Mrs|Ms|Dr|Hon|Jr|Sr|Lt|Gen|Col|Capt|Adm|Maj|Brig|Sen|Sec|Prof|Rep)\.
      | \b(?:Gov|St|Mt|Inc|Corp|Ltd|Co|No|Ft|Rev|Amb|Messrs)\.
      | \b[A-Z]\. (?=\s*[A-Z-]) )                                # J.
  | (?P<ord> \d+(?:st|nd|rd|th|ST|ND|RD|TH)\b )
  | (?P<num> \d+ (?:[.,]\d+)* (?![^\W\d_]) )
  | (?P<poss> ['’‘ʼ]s\b | (?<=[sSzx])['’](?![^\W_]) )
  | (?P<word> [^\W_]+ (?:['’ʼ`](?!s\b)[^\W_]+)* )
  | (?P<mark> [^\s\w] | _ )
    """,
    re.VERBOSE,
)
_DASHES = "-‐‑‒–—―−~"
_QUOTES = "\"'“”„«»‘’‹›"


@lru_cache(maxsize=1 << 16)
def _word_kind(text: str) -> str:
    first = text[0]
    if not first.isupper():
        # "eCommerce", "iCET", "al" stay words; a name may begin with a small letter and go on in capitals.
        return "A" if sum(c.isupper() for c in text) > 1 and not first.isdigit() else "x"
    if len(text) == 1:
        return "I"
    letters = [c for c in text if c.isalpha()]
    return "A" if len(letters) > 1 and all(c.isupper() for c in letters) else "C" if len(letters) > 1 else "A"


def _mark_kind(text: str, at: int, whole: str) -> str:
    if text in _DASHES:
        before, after = whole[at - 1 : at], whole[at + 1 : at + 2]
        tight = bool(before) and bool(after) and not before.isspace() and not after.isspace()
        if tight and text not in "—―":
            return "-"
        # A name broken over lines keeps its hyphen: "Indo\n–\nPacific".
        return "-" if before == "\n" and after == "\n" else "~"
    return "q" if text in _QUOTES else text


def tokenise(text: str, start: int, end: int) -> tuple[Token, ...]:
    """Split ``text[start:end]`` into tokens; starts and ends count code points of ``text``.

    >>> [t.text for t in tokenise("Japan-U.S. talks, the 3rd round", 0, 31)]
    ['Japan', '-', 'U.S.', 'talks', ',', 'the', '3rd', 'round']
    >>> "".join(t.kind for t in tokenise("KAZEKI Jun of Peru's team", 0, 25))
    "ACxC'x"
    """
    out: list[Token] = []
    for m in _TOKEN.finditer(text, start, end):
        word, at = m[0], m.start()
        group = m.lastgroup
        if group == "word":
            kind = _word_kind(word)
        elif group == "mark":
            kind = _mark_kind(word, at, text)
        elif group == "abbr":
            kind = "I" if len(word) == 2 else "A" if "." in word[:-1] else "C"
        else:
            kind = {"ord": "1", "num": "9", "poss": "'"}[str(group)]
        if "’" in word or "ʼ" in word or "‘" in word or "`" in word:
            word = re.sub("[’ʼ‘`]", "'", word)
        out.append(Token(word, at, m.end(), kind))
    return tuple(out)


_SMALL = frozenset(
    [
        "a",
        "an",
        "and",
        "as",
        "at",
        "but",
        "by",
        "for",
        "from",
        "in",
        "into",
        "nor",
        "of",
        "off",
        "on",
        "onto",
        "or",
        "over",
        "per",
        "the",
        "to",
        "up",
        "via",
        "with",
        "vs",
        "between",
    ]
)


def _case(tokens: tuple[Token, ...]) -> str:
    """How a line is set: a heading in title case or capitals says nothing with its capitals."""
    words = [t for t in tokens if t.kind in "CAIx" and t.text.lower() not in _SMALL]
    if not words:
        return "sentence"
    upper = sum(t.kind == "A" and len(t.text) > 1 for t in words)
    if upper > 0.7 * len(words) and (len(words) > 2 or sum(len(t.text) for t in words) > 9):
        return "capitals"
    if tokens[-1].text in (".", ";", ":", ",") or (tokens[-1].kind == "q" and tokens[-2:-1] and tokens[-2].text == "."):
        return "sentence"
    capital = sum(t.kind in "CAI" for t in words)
    return "title" if len(words) > 2 and capital >= 0.8 * len(words) else "sentence"


def read_lines(document: Document) -> tuple[Line, ...]:
    """Give the sentences of the document's read zones as lines, in order.

    A title or heading whose words are nearly all capitalised has case "title"; whole sentences in the body keep
    "sentence" unless they are set in capitals throughout.
    """
    lines = []
    for number, sentence in enumerate(document.sentences):
        if sentence.zone not in READ_ZONES:
            continue
        tokens = tokenise(document.text, sentence.start, sentence.end)
        if tokens:
            case = _case(tokens)
            lines.append(Line(tokens, "".join(t.kind[0] for t in tokens), sentence.zone, case, number))
    return tuple(lines)


def words_of(tokens: Sequence[Token]) -> str:
    """Give the words of tokens as one line: a single space where the text has white space.

    >>> words_of([Token("Indo", 0, 4, "C"), Token("-", 5, 6, "-"), Token("Pacific", 7, 14, "C")])
    'Indo-Pacific'
    """
    out = tokens[0].text
    for before, token in itertools.pairwise(tokens):
        tight = token.start == before.end or token.kind == "-" or before.kind == "-" or token.kind == "'"
        out += token.text if tight else " " + token.text
    return out


def arabic(number: str) -> str:
    """Write a Roman number in figures; other words stay.

    >>> arabic("XIV"), arabic("5")
    ('14', '5')
    """
    values = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100}
    if not number or not set(number) <= values.keys():
        return number
    total = 0
    for letter, after in zip(number, (*number[1:], None), strict=True):
        one = values[letter]
        total += -one if after is not None and values[after] > one else one
    return str(total)
