"""A finished reading becomes quads as the contract says."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from pathlib import Path
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pyoxigraph import BlankNode, Store

from graph_builder.graph import iris
from graph_builder.graph.quads import document_quads, document_triples
from graph_builder.graph.store import open_store
from graph_builder.language.records import Entity, EventFact, Names
from graph_builder.statements.records import Reading

PREFIXES = """
PREFIX srv: <https://w3id.org/servanda/ns#> PREFIX id: <https://w3id.org/servanda/id/>
PREFIX g: <https://w3id.org/servanda/graph/> PREFIX act: <https://w3id.org/servanda/act/>
PREFIX status: <https://w3id.org/servanda/status/> PREFIX strength: <https://w3id.org/servanda/strength/>
PREFIX topic: <https://w3id.org/servanda/topic/> PREFIX text-type: <https://w3id.org/servanda/text-type/>
PREFIX actor-type: <https://w3id.org/servanda/actor-type/> PREFIX dcterms: <http://purl.org/dc/terms/>
PREFIX oa: <http://www.w3.org/ns/oa#> PREFIX org: <http://www.w3.org/ns/org#> PREFIX foaf: <http://xmlns.com/foaf/0.1/>
PREFIX schema: <https://schema.org/> PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
PREFIX prov: <http://www.w3.org/ns/prov#> PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>
"""


HOST = Entity("org/ocean-union", "Organization", "Ocean Union")


def ask(store: Store, pattern: str) -> bool:
    return bool(store.query(f"{PREFIXES} ASK {{ {pattern} }}", use_default_graph_as_union=True))


def rows(store: Store, query: str) -> list[tuple[str, ...]]:
    found = store.query(PREFIXES + query, use_default_graph_as_union=True)
    return sorted(tuple(iris.tail(term.value) for term in row) for row in found)  # type: ignore[union-attr]


def loaded(*readings: Reading) -> Store:
    store = Store()
    for reading in readings:
        store.extend(document_quads(reading))
    return store


@pytest.mark.parametrize(
    "pattern",
    [
        # the document, its metadata and its publisher
        '?d a srv:Document ; srv:kind text-type:press-release ; dcterms:issued "2024-03-12"^^xsd:date',
        '?d dcterms:title "Third Meeting of the Chile-New Zealand Dialogue on Earthquakes"@en',
        "?d dcterms:publisher <https://w3id.org/servanda/id/agency/chl-ministry-of-foreign-affairs>",
        '?d schema:inLanguage "en" ; schema:url "https://example.org/third-meeting"^^xsd:anyURI',
        # a statement with all its slots
        '?s srv:cue "agreed to" ; srv:act act:agree ; srv:status status:reported ; srv:strength strength:agreed',
        '?s srv:cue "agreed to" ; srv:firstHand true ; srv:confidence 0.97 ; srv:topic topic:diplomatic-process',
        '?s srv:cue "pledged to" ; srv:addressee <https://w3id.org/servanda/id/state/chl>',
        # what is undertaken
        '?k srv:content "not to charge for it"@en ; srv:forbearance true . ?s srv:reaffirms ?k ; srv:expresses ?k',
        '?k srv:dateText "by 30 June 2025" ; srv:notAfter "2025-06-30"^^xsd:date',
        '?k srv:amount "3000000"^^xsd:decimal ; srv:unit "NZD" ; srv:amountText "NZ$3 million"',
        '?k srv:condition/oa:hasSelector/oa:exact "subject to parliamentary approval"',
        # people, posts and meetings
        '?m a org:Membership ; srv:asOf "2024-03-12"^^xsd:date ; srv:inPost ?p ; org:member ?x ; srv:evidence ?e',
        "?x srv:actsFor <https://w3id.org/servanda/id/state/chl>",
        "?e srv:delegationHead ?x ; srv:participant ?x ; schema:position 3 ; srv:inForum ?f",
        '?e srv:notBefore "2024-03-11"^^xsd:date ; srv:notAfter "2024-03-11"^^xsd:date ; srv:evidence ?p',
        # a name that stands for two
        "?n a srv:Mention ; oa:motivatedBy oa:identifying ; srv:refersTo ?a , ?b . FILTER(?a != ?b)",
    ],
)
def test_a_press_release_says(readings: tuple[Reading, ...], pattern: str) -> None:
    assert ask(loaded(readings[0]), pattern)


@pytest.mark.parametrize(
    "pattern",
    [
        "?s srv:act act:welcome ; srv:strength ?any",
        "?s srv:act act:welcome ; srv:expresses ?any",
        '?k srv:content "share seismic data"@en ; srv:forbearance ?any',
        '?k srv:content "share seismic data"@en ; srv:creditor ?any',
        "?s srv:relays ?any",
        "?s a srv:Statement ; srv:content ?any",
        "<https://w3id.org/servanda/id/state/chl> skos:prefLabel ?any",
        "<https://w3id.org/servanda/id/person/rojas-elena> a ?any",
    ],
)
def test_a_press_release_does_not_say(readings: tuple[Reading, ...], pattern: str) -> None:
    assert not ask(loaded(readings[0]), pattern)


def test_strength_is_there_exactly_where_a_commitment_is(kg: Path) -> None:
    store = open_store(kg)
    with_strength = rows(store, "SELECT DISTINCT ?s { ?s srv:strength ?any }")
    assert with_strength == rows(store, "SELECT DISTINCT ?s { ?s srv:expresses ?any }")
    assert len(with_strength) == 6


def test_every_quote_is_the_text_between_its_offsets(readings: tuple[Reading, ...]) -> None:
    for reading in readings:
        found = loaded(reading).query(
            PREFIXES + "SELECT ?q ?a ?b { ?p oa:hasSelector ?s . ?s oa:exact ?q ; oa:start ?a ; oa:end ?b }",
            use_default_graph_as_union=True,
        )
        quotes = [(row["q"].value, int(row["a"].value), int(row["b"].value)) for row in found]  # type: ignore[union-attr]
        assert len(quotes) > 5
        assert all(reading.document.text[start:end] == quote for quote, start, end in quotes)


def test_evidence_keeps_what_stands_around_it(readings: tuple[Reading, ...]) -> None:
    pattern = '?s srv:cue "welcomed" ; srv:evidence/oa:hasSelector [ oa:prefix ?before ; oa:suffix ?after ]'
    assert ask(loaded(readings[0]), f'{pattern} . FILTER(STRLEN(?before) = 32 && STRSTARTS(?after, ". New Zealand"))')


def test_a_selector_has_one_node_of_two_types(readings: tuple[Reading, ...]) -> None:
    store = loaded(readings[0])
    assert not rows(store, "SELECT ?p { ?p oa:hasSelector ?a , ?b . FILTER(?a != ?b) }")
    assert ask(store, "?x a oa:TextQuoteSelector , oa:TextPositionSelector")


def test_a_former_post_holds_on_no_day(readings: tuple[Reading, ...]) -> None:
    release = readings[0]
    past = tuple(replace(tenure, former=True) for tenure in release.names.tenures)
    store = loaded(replace(release, names=replace(release.names, tenures=past)))
    assert ask(store, "?m a org:Membership")
    assert not ask(store, "?m srv:asOf ?day")


def test_a_post_whose_place_is_not_told_is_where_its_holder_acts(readings: tuple[Reading, ...]) -> None:
    release = readings[0]
    vague = tuple(replace(tenure, organization="") for tenure in release.names.tenures)
    store = loaded(replace(release, names=replace(release.names, tenures=vague)))
    assert ask(store, "?m org:organization id:state\\/chl ; srv:inPost id:post\\/chl\\/director")
    nobody = tuple(replace(entity, acts_for=None) for entity in release.names.entities)
    store = loaded(replace(release, names=replace(release.names, tenures=vague, entities=nobody)))
    assert ask(store, f"?m srv:inPost <{iris.ID}doc/{release.document.id}/post/director>")
    assert not ask(store, "?m org:organization ?any")


def test_an_organization_in_session_takes_part(readings: tuple[Reading, ...]) -> None:
    release = readings[0]
    events = tuple(replace(event, forum=HOST.id) for event in release.names.events)
    names = replace(release.names, events=events, entities=(*release.names.entities, HOST))
    store = loaded(replace(release, names=names))
    assert ask(store, f"?e schema:position 3 ; srv:participant <{iris.ID}{HOST.id}>")
    assert not ask(store, "?e srv:inForum ?any")


def test_a_group_without_a_name_stays_in_its_document(kg: Path) -> None:
    found = rows(open_store(kg), "SELECT DISTINCT ?g { GRAPH ?g { ?x a srv:ActorGroup } }")
    assert len(found) == 1
    assert iris.document_of(found[0][0]) is not None


def test_one_cue_is_one_statement(readings: tuple[Reading, ...]) -> None:
    release = readings[0]
    first = release.statements[0]
    doubtful = replace(first, act="discuss", strength=None, commitments=(), confidence=0.1)
    store = loaded(replace(release, statements=(doubtful, *release.statements)))
    assert rows(store, 'SELECT ?a { ?s srv:cue "agreed to" ; srv:act ?a }') == [
        ("https://w3id.org/servanda/act/agree",)
    ]


def test_two_reports_of_one_event_give_one_window(readings: tuple[Reading, ...]) -> None:
    release = readings[0]
    later = EventFact(400, 420, release.names.events[0].event, not_before="2024-05-01", not_after="2024-05-02")
    store = loaded(replace(release, names=replace(release.names, events=(later, *release.names.events))))
    assert rows(store, "SELECT ?day { ?e schema:position 3 ; srv:notBefore ?day }") == [("2024-03-11",)]


def test_a_publisher_known_from_metadata_alone_has_a_card(kg: Path) -> None:
    assert ask(open_store(kg), "GRAPH g:entities { id:org\\/tasman-herald a srv:Organization ; skos:prefLabel ?name }")


def test_no_node_is_blank(kg: Path) -> None:
    assert not [quad for quad in open_store(kg) if BlankNode in {type(quad.subject), type(quad.object)}]


def test_type_and_names_of_a_thing_stand_in_one_graph(kg: Path) -> None:
    cards = Counter(
        (quad.subject, quad.predicate, quad.object)
        for quad in open_store(kg)
        if quad.predicate in {iris.PREF_LABEL, iris.ALT_LABEL, iris.KIND}
    )
    assert cards
    assert max(cards.values()) == 1


def test_what_a_mention_names_can_be_looked_up(kg: Path) -> None:
    unknown = "SELECT ?x { ?m srv:refersTo ?x . FILTER NOT EXISTS { ?x skos:prefLabel ?n ; a ?t } }"
    assert not rows(open_store(kg), unknown)


@settings(max_examples=20)
@given(random=st.randoms(use_true_random=False))
def test_the_order_inside_the_records_does_not_matter(readings: tuple[Reading, ...], random: Random) -> None:
    reading = readings[0]
    names = reading.names
    other = replace(
        reading,
        statements=tuple(random.sample(reading.statements, len(reading.statements))),
        names=Names(
            tuple(random.sample(names.entities, len(names.entities))),
            tuple(random.sample(names.mentions, len(names.mentions))),
            names.tenures,
            tuple(random.sample(names.events, len(names.events))),
        ),
    )
    assert set(document_triples(other)) == set(document_triples(reading))
