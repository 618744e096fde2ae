"""The lexicon: which words mark which speech act, read from ``ontology/lexicon/*.csv``.

A row of ``predicates.csv`` says: this word, with a complement of one of these shapes, does this act. Shapes:

========== =============================================  ==========================================
``to``     infinitive                                      "pledged *to help*"
``ing``    gerund                                          "considers *joining*"
``that``   clause; ``that-future`` with will/would/should  "agreed *that the talks will go on*"
``quote``  words in quotation marks                        "said, *“We are ready”*"
``np``     noun phrase; ``np+to`` with an infinitive       "urged *the parties to return*"
``on+np``  preposition and noun phrase, ``on+ing`` gerund  "agreed *on a date*"
``@class`` noun phrase whose head is of a noun class       "reaffirmed *their commitment*"
``none``   nothing follows
``any``    anything
========== =============================================  ==========================================
"""

from __future__ import annotations

import csv
import hashlib
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType

from graph_builder.assets import ONTOLOGY
from graph_builder.errors import MalformedTable

_VOWELS = frozenset("aeiou")


@dataclass(frozen=True, slots=True)
class Row:
    """One row of ``predicates.csv``: ``act`` is a leaf of the act scheme, or "noun" where the object noun decides."""

    word: str
    part: str
    complements: tuple[str, ...]
    act: str
    strength: str | None
    example: str
    counterexample: str
    line: int


@dataclass(frozen=True, slots=True)
class Noun:
    """An object noun with its class and, where it decides the act, that act and its strength."""

    word: str
    group: str
    act: str | None
    strength: str | None


@dataclass(frozen=True, slots=True)
class TopicWord:
    """A word or phrase that speaks for a topic (under a top concept), with its weight (1 is a hint, 3 settles it)."""

    phrase: str
    topic: str
    top: str
    weight: int


@dataclass(frozen=True, slots=True)
class Lexicon:
    """All rows by word, the object nouns, the lemma of each inflected form, and the words that speak for topics."""

    rows: tuple[Row, ...]
    by_word: Mapping[tuple[str, str], tuple[Row, ...]]
    nouns: Mapping[str, Noun]
    lemmas: Mapping[str, tuple[tuple[str, str], ...]]
    topics: Mapping[str, TopicWord]
    topic_pattern: re.Pattern[str]
    digest: str

    def verb(self, form: str) -> str | None:
        """The lemma of an inflected verb of the lexicon, or None.

        >>> load_lexicon().verb("pledging")
        'pledge'
        """
        found = self.lemmas.get(form.lower())
        return found[0][0] if found else None

    def match(self, word: str, part: str, shapes: tuple[str, ...]) -> Row | None:
        """The row of a word for the first shape (most telling first) that any of its rows allows."""
        rows = self.by_word.get((word, part), ())
        for shape in (*shapes, "any"):
            for row in rows:
                if shape in row.complements:
                    return row
        return None

    def noun(self, word: str) -> Noun | None:
        """The object noun, singular or plural, or None."""
        low = word.lower()
        return self.nouns.get(low) or (self.nouns.get(low[:-1]) if low.endswith("s") else None)


def load_lexicon(folder: Path = ONTOLOGY / "lexicon") -> Lexicon:
    """Read the lexicon; raises MalformedTable with file and line on a row that cannot be used."""
    rows = tuple(_rows(folder / "predicates.csv"))
    by_word: dict[tuple[str, str], list[Row]] = {}
    for row in rows:
        by_word.setdefault((row.word, row.part), []).append(row)
    nouns = {
        r["noun"].lower(): Noun(r["noun"], r["class"], r["act"] or None, r["strength"] or None)
        for _, r in _table(folder / "nouns.csv", ("noun", "class", "act", "strength"))
    }
    irregular = {r["lemma"]: r for _, r in _table(folder / "forms.csv", ("lemma", "past", "participle", "gerund"))}
    lemmas: dict[str, list[tuple[str, str]]] = {}
    for word in sorted({row.word for row in rows if row.part != "adjective"} | set(irregular)):
        for form, tag in verb_forms(word, irregular.get(word, {})):
            lemmas.setdefault(form, []).append((word, tag))
    topics = {
        r["phrase"].lower(): TopicWord(r["phrase"], r["topic"], r["top"], int(r["weight"]))
        for _, r in _table(folder / "topics.csv", ("phrase", "topic", "top", "weight"))
    }
    longest_first = "|".join(map(re.escape, sorted(topics, key=lambda p: (-len(p), p))))
    pattern = re.compile(rf"(?<![\w-])({longest_first})(?:s|es)?(?!\w)", re.IGNORECASE)
    digest = hashlib.sha256(b"".join(p.read_bytes() for p in sorted(folder.glob("*.csv")))).hexdigest()
    return Lexicon(
        rows,
        MappingProxyType({k: tuple(v) for k, v in by_word.items()}),
        MappingProxyType(nouns),
        MappingProxyType({k: tuple(v) for k, v in lemmas.items()}),
        MappingProxyType(topics),
        pattern,
        digest,
    )


def verb_forms(lemma: str, irregular: Mapping[str, str] | None = None) -> tuple[tuple[str, str], ...]:
    """Each inflected form of an English verb with its Penn tag; ``irregular`` may give past, participle, gerund.

    >>> verb_forms("vow")
    (('vow', 'VB'), ('vows', 'VBZ'), ('vowed', 'VBD'), ('vowed', 'VBN'), ('vowing', 'VBG'))
    """
    odd = irregular or {}
    if lemma.endswith(("s", "x", "z", "ch", "sh", "o")):
        third = lemma + "es"
    elif lemma.endswith("y") and lemma[-2] not in _VOWELS:
        third = lemma[:-1] + "ies"
    else:
        third = lemma + "s"
    stem = lemma[:-1] if lemma.endswith("e") and not lemma.endswith(("ee", "oe", "ye")) else lemma
    if lemma.endswith("y") and lemma[-2] not in _VOWELS:
        past = lemma[:-1] + "ied"
    else:
        past = stem + "ed" if not lemma.endswith("e") else lemma + "d"
    past = odd.get("past") or past
    return (
        (lemma, "VB"),
        ("has" if lemma == "have" else third, "VBZ"),
        (past, "VBD"),
        (odd.get("participle") or past, "VBN"),
        (odd.get("gerund") or stem + "ing", "VBG"),
    )


def _rows(path: Path) -> Iterator[Row]:
    columns = ("word", "part", "complement", "act", "strength", "example", "counterexample")
    for line, r in _table(path, columns):
        if r["part"] not in {"verb", "adjective", "discussion"}:
            raise MalformedTable(
                f"part {r['part']!r} is unknown", where=f"{path}:{line}", remedy="write verb, adjective or discussion"
            )
        yield Row(
            r["word"],
            r["part"],
            tuple(r["complement"].split("|")),
            r["act"],
            r["strength"] or None,
            r["example"],
            r["counterexample"],
            line,
        )


def _table(path: Path, columns: tuple[str, ...]) -> Iterator[tuple[int, dict[str, str]]]:
    with path.open(encoding="utf-8", newline="") as lines:
        reader = csv.DictReader(lines)
        missing = [c for c in columns if c not in (reader.fieldnames or ())]
        if missing:
            raise MalformedTable(f"column {missing[0]} is missing", where=f"{path}:1", remedy="see ontology/README.md")
        for row in reader:
            if None in row or None in row.values() or not (row[columns[0]] or "").strip():
                raise MalformedTable(
                    f"expected {len(columns)} cells, the first not empty", where=f"{path}:{reader.line_num}"
                )
            yield reader.line_num, {k: v.strip() for k, v in row.items()}
