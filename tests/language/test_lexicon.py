"""The lexicon: every row does what its example says, and keeps quiet where its counterexample says so."""

from __future__ import annotations

import csv
import re
from collections import Counter
from dataclasses import replace
from functools import lru_cache
from pathlib import Path

import pytest
import rdflib
from hypothesis import given
from hypothesis import strategies as st
from rdflib.namespace import SKOS

from graph_builder.assets import ONTOLOGY
from graph_builder.documents import Metadata, document_of_text
from graph_builder.errors import MalformedTable
from graph_builder.language.gazetteer import load_gazetteer
from graph_builder.language.lexicon import Lexicon, Row, load_lexicon, verb_forms
from graph_builder.language.names import name_document
from graph_builder.language.parse import load_parser, parse
from graph_builder.statements.reading import read_statements
from graph_builder.statements.records import Statement

TABLES = ONTOLOGY / "lexicon"
LEXICON = load_lexicon()
OPENING = "Norway and Kenya met in Oslo."
KINDS = ("joint-statement", "news-report", "treaty")
LONGEST = 14  # words of an example
Read = dict[str, tuple[tuple[Statement, ...], ...]]


def named(row: Row) -> str:
    """The name of a row in a report of the tests."""
    return f"{row.word}-{row.line}"


@lru_cache(maxsize=2)
def read_all(of: str) -> Read:
    """The statements of each row's example (or counterexample), one paragraph a row, in every kind of document."""
    parser, gazetteer = load_parser(), load_gazetteer()
    if parser is None:
        pytest.skip("no spaCy English model is installed")
    paragraphs = [getattr(row, of) for row in LEXICON.rows]
    text = "\n\n".join((OPENING, *paragraphs))
    found: Read = {}
    plain = document_of_text(text, name="own.txt", metadata=Metadata(issued="2031-03-04", title="-"))
    trees = parse(plain, parser)
    names = name_document(plain, gazetteer, [span for tree in trees for span in tree.persons])
    for kind in KINDS:
        document = replace(plain, metadata=replace(plain.metadata, kind=kind))
        reading = read_statements(document, names, trees, LEXICON)
        start, by_row = len(OPENING) + 2, []
        for paragraph in paragraphs:
            end = start + len(paragraph)
            by_row.append(tuple(s for s in reading.statements if start <= s.cue_start < end))
            start = end + 2
        found[kind] = tuple(by_row)
    return found


def acts_of(row: Row) -> frozenset[str]:
    """The acts that count as the row's: its own, or those that its object nouns decide, and each said once more."""
    own = {noun.act for noun in LEXICON.nouns.values() if noun.act} if row.act == "noun" else {row.act}
    return frozenset(own | ({"reaffirm-commitment"} if own & {"commit", "pledge"} else set()))


def done(row: Row, number: int, of: str) -> list[tuple[str, str]]:
    """In which kinds of document, and by which cue, the row's act is done in its example (or counterexample)."""
    return [
        (kind, s.cue) for kind, by_row in read_all(of).items() for s in by_row[number] if s.act in acts_of(row)
    ]  # fmt: skip


@pytest.mark.parser
@pytest.mark.parametrize(("number", "row"), list(enumerate(LEXICON.rows)), ids=[named(r) for r in LEXICON.rows])
def test_the_example_of_a_row_does_its_act_and_the_counterexample_does_not(number: int, row: Row) -> None:
    assert done(row, number, "example"), f"{row.example!r} does not {row.act}"
    assert done(row, number, "counterexample") == [], f"{row.counterexample!r} does {row.act}"


def test_an_example_is_a_short_sentence_with_the_word_of_its_row() -> None:
    for row in LEXICON.rows:
        for sentence in (row.example, row.counterexample):
            assert re.fullmatch(r'["A-Z].*\.', sentence), sentence
            assert len(sentence.split()) <= LONGEST, sentence
        forms = {form for form, _ in verb_forms(row.word, irregular().get(row.word, {}))} | {row.word}
        assert forms & set(re.findall(r"[\w-]+", row.example.lower())), row.example


def test_no_sentence_stands_there_twice() -> None:
    sentences = Counter(s for row in LEXICON.rows for s in (row.example, row.counterexample))
    assert [s for s, count in sentences.items() if count > 1] == []


def test_no_two_rows_of_a_word_claim_one_shape() -> None:
    claims = Counter((row.word, row.part, shape) for row in LEXICON.rows for shape in row.complements)
    assert [claim for claim, count in claims.items() if count > 1] == []


def test_rows_stand_in_the_order_of_their_words() -> None:
    words = [row.word for row in LEXICON.rows]
    assert words == sorted(words)


def test_shapes_are_shapes_and_their_noun_classes_exist() -> None:
    groups = {noun.group for noun in LEXICON.nouns.values()}
    for row in LEXICON.rows:
        for shape in row.complements:
            group = shape.partition("@")[2].removesuffix("+doing")
            assert not group or group in groups, (row.word, shape)
            assert _SHAPE.fullmatch(shape), (row.word, shape)


# What the engines can see after a word; a shape outside of this would never be met.
_SHAPE = re.compile(
    r"(?:np\+)?(?:to|that|that-future|quote)|ing|np|none|any|oprd|out|back|on|upon|for|together|united|firm|shoulder|closely"
    r"|(?:on|upon|for|with|to|in|into|at|from|of|towards?|by|against|about|over|as|behind|around|round|out|up|off|back|back-[a-z]+|forward-[a-z]+)"
    r"\+(?:np|ing|to)|(?:[a-z-]+)?@[a-z]+(?:\+doing)?"
)


def test_every_act_and_every_strength_is_a_concept() -> None:
    acts, strengths = set(concepts("act")), set(concepts("strength"))
    assert {row.act for row in LEXICON.rows} - acts <= {"noun"}
    assert {noun.act for noun in LEXICON.nouns.values() if noun.act} <= acts
    assert {row.strength for row in LEXICON.rows if row.strength} <= strengths
    assert {noun.strength for noun in LEXICON.nouns.values() if noun.strength} <= strengths


def test_strength_is_told_of_undertakings_alone_and_of_all_of_them() -> None:
    above = concepts("act")
    for row in LEXICON.rows:
        if row.act != "noun":
            assert (row.strength is not None) == ("commissive" in {row.act, *above[row.act]} or row.act in _BINDING)
    for noun in LEXICON.nouns.values():
        if noun.act:
            assert (noun.strength is not None) == ("commissive" in above[noun.act] or noun.act in _BINDING)


_BINDING = {"instruct", "recall-obligation"}  # an order to one's own people binds oneself, and so does a duty recalled


def test_every_topic_is_a_concept_and_every_top_stands_above_it() -> None:
    above = concepts("topic")
    for word in LEXICON.topics.values():
        assert word.topic in above, word
        assert word.top in {word.topic, *above[word.topic]}, word
        assert not above[word.top], word
        assert word.weight in {1, 2, 3}, word


@pytest.mark.parametrize("name", ["topics.csv", "nouns.csv", "forms.csv"])
def test_no_word_has_two_rows_in_a_table(name: str) -> None:
    words = Counter(line[0].lower() for line in table(name)[1:])
    assert [word for word, count in words.items() if count > 1 and name != "nouns.csv"] == []
    pairs = Counter((line[0], line[1]) for line in table(name)[1:])
    assert [pair for pair, count in pairs.items() if count > 1] == []


FORMS = [
    ("give", "gave", "given", "giving"),
    ("take", "took", "taken", "taking"),
    ("hold", "held", "held", "holding"),
    ("swear", "swore", "sworn", "swearing"),
    ("seek", "sought", "sought", "seeking"),
    ("undertake", "undertook", "undertaken", "undertaking"),
    ("strive", "strove", "striven", "striving"),
    ("withdraw", "withdrew", "withdrawn", "withdrawing"),
    ("stand", "stood", "stood", "standing"),
    ("commit", "committed", "committed", "committing"),
    ("plan", "planned", "planned", "planning"),
    ("confer", "conferred", "conferred", "conferring"),
    ("regret", "regretted", "regretted", "regretting"),
    ("dub", "dubbed", "dubbed", "dubbing"),
    ("pledge", "pledged", "pledged", "pledging"),
    ("agree", "agreed", "agreed", "agreeing"),
    ("ratify", "ratified", "ratified", "ratifying"),
    ("vow", "vowed", "vowed", "vowing"),
    ("address", "addressed", "addressed", "addressing"),
    ("convey", "conveyed", "conveyed", "conveying"),
    ("join", "joined", "joined", "joining"),
    ("echo", "echoed", "echoed", "echoing"),
]


@pytest.mark.parametrize(("lemma", "past", "participle", "gerund"), FORMS)
def test_a_verb_is_known_by_its_forms(lemma: str, past: str, participle: str, gerund: str) -> None:
    assert {LEXICON.verb(form) for form in (lemma, past, participle, gerund)} == {lemma}
    assert (past, "VBD") in verb_forms(lemma, irregular().get(lemma))


def test_no_verb_that_doubles_its_consonant_is_written_with_one() -> None:
    short = [
        w
        for w in _verbs()
        if len(w) <= 4 and w != "open" and w[-1] in "bdgmnprt" and w[-2] in "aeiou" and w[-3] not in "aeiou"
    ]
    assert [w for w in short if not verb_forms(w, irregular().get(w))[-1][0].startswith(w + w[-1])] == []


def test_every_irregular_form_belongs_to_a_word_that_is_used() -> None:
    governed = {"be", "do", "put", "rebut", "mean", "know", "lead", "meet"}  # known by their forms where code looks
    assert sorted(set(irregular()) - set(_verbs()) - governed) == []


SPELLINGS = [("ise", "ize"), ("yse", "yze"), ("our", "or"), ("centre", "center")]


@pytest.mark.parametrize(("british", "american"), SPELLINGS)
def test_what_is_spelled_in_one_way_is_spelled_in_the_other(british: str, american: str) -> None:
    rows = Counter((r.word, r.part, r.complements, r.act, r.strength) for r in LEXICON.rows)
    same = {"advise", "promise", "raise", "praise", "exercise", "supervise", "revise", "seize", "labor", "compromise",
            "rise", "appraise", "surprise", "apprise", "comprise", "prize", "mirror", "honorary", "color"}  # fmt: skip
    for word, part, shapes, act, strength in rows:
        for one, other in ((british, american), (american, british)):
            stem = word.removesuffix("ed")
            if stem.endswith(one) and stem not in same and part in {"verb", "adjective", "discussion"}:
                pair = stem.removesuffix(one) + other + word.removeprefix(stem)
                if pair.endswith(("our", "oured")) and one == "or" and (stem + "x")[-4:-1] not in {"vor", "nor", "bor"}:
                    continue  # "monitor", "sponsor"
                assert (pair, part, shapes, act, strength) in rows, (word, pair)


@given(st.sampled_from(sorted(LEXICON.lemmas)))
def test_the_lemma_of_a_form_has_that_form(form: str) -> None:
    for lemma, tag in LEXICON.lemmas[form]:
        assert (form, tag) in verb_forms(lemma, irregular().get(lemma, {}))


@given(st.sampled_from(sorted(LEXICON.topics)), st.sampled_from(["", "s", "es"]))
def test_a_topic_phrase_is_found_in_one_and_in_many(phrase: str, plural: str) -> None:
    found = LEXICON.topic_pattern.search(f"They spoke of {phrase}{plural} at length.")
    assert found is not None
    assert found[1].lower().startswith(phrase[:1])


@pytest.mark.parametrize(
    ("name", "line", "words"),
    [
        ("predicates.csv", "vow,particle,to,pledge,pledged,A.,B.", "particle"),
        ("predicates.csv", "vow,verb,to", "cells"),
        ("nouns.csv", ",commitment,,", "not empty"),
    ],
)
def test_a_table_that_cannot_be_used_is_refused_with_its_line(tmp_path: Path, name: str, line: str, words: str) -> None:
    for source in sorted(TABLES.glob("*.csv")):
        (tmp_path / source.name).write_bytes(source.read_bytes())
    head = table(name)[0]
    (tmp_path / name).write_text(",".join(head) + "\n" + line + "\n", encoding="utf-8")
    with pytest.raises(MalformedTable, match=words) as refused:
        load_lexicon(tmp_path)
    assert f"{name}:2" in str(refused.value)


def test_a_shape_that_tells_more_wins_over_one_that_tells_less() -> None:
    lexicon: Lexicon = LEXICON
    promised, found = lexicon.match("agree", "verb", ("that-future", "that")), lexicon.match("agree", "verb", ("that",))
    assert promised is not None
    assert found is not None
    assert (promised.act, found.act) == ("agree", "affirm")
    assert lexicon.match("agree", "verb", ("none",)) is None


def _verbs() -> list[str]:
    return sorted({row.word for row in LEXICON.rows if row.part != "adjective"})


@lru_cache(maxsize=1)
def irregular() -> dict[str, dict[str, str]]:
    """The rows of forms.csv by lemma."""
    head, *lines = table("forms.csv")
    return {line[0]: dict(zip(head, line, strict=True)) for line in lines}


@lru_cache(maxsize=4)
def table(name: str) -> list[list[str]]:
    """The lines of a table, the first with the names of its columns."""
    with (TABLES / name).open(encoding="utf-8", newline="") as lines:
        return list(csv.reader(lines))


@lru_cache(maxsize=4)
def concepts(scheme: str) -> dict[str, tuple[str, ...]]:
    """Each concept of a scheme with all concepts above it."""
    graph = rdflib.Graph().parse(ONTOLOGY / "schemes" / f"{scheme}.ttl")
    parents = {
        tail(c): sorted(tail(b) for b in graph.objects(c, SKOS.broader))
        for c in graph.subjects(rdflib.RDF.type, SKOS.Concept)
    }
    found = {}
    for concept in sorted(parents):
        above: list[str] = []
        todo = list(parents[concept])
        while todo:
            above.append(todo.pop())
            todo += parents[above[-1]]
        found[concept] = tuple(sorted(set(above)))
    return found


def tail(iri: object) -> str:
    """The local name of a concept."""
    return str(iri).rsplit("/", 1)[-1]
