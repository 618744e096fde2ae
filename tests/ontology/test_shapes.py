"""The data shapes: the example keeps to them, and each constraint catches a graph broken just there.

A case takes triples out of the example and puts others in, in the graph where what it takes out (or, with ``at``, what
it looks for) stands.
"""

from __future__ import annotations

import hashlib
from functools import cache
from typing import NamedTuple

import pytest
import rdflib
from pyoxigraph import Quad, QuerySolutions, RdfFormat, Store, parse, serialize
from pyshacl import validate
from rdflib.namespace import RDF, SH

from graph_builder.assets import ONTOLOGY
from graph_builder.graph import iris
from graph_builder.graph.shapes import questions
from graph_builder.graph.validation import Violation, validate_store

JOINT, NEWS = "8bb4f4f5b062", "609366601817"
PREFIXES = f"""BASE <{iris.ID}>
PREFIX s: <{iris.ID}doc/{JOINT}/statement/>
PREFIX c: <{iris.ID}commitment/{JOINT}/>
PREFIX m: <{iris.ID}doc/{JOINT}/mention/>
PREFIX act: <{iris.ROOT}act/>
PREFIX actor-type: <{iris.ROOT}actor-type/>
PREFIX status: <{iris.ROOT}status/>
PREFIX strength: <{iris.ROOT}strength/>
PREFIX text-type: <{iris.ROOT}text-type/>
PREFIX topic: <{iris.ROOT}topic/>
PREFIX dcterms: <{iris.DCTERMS}>
PREFIX foaf: <{iris.FOAF}>
PREFIX oa: <{iris.OA}>
PREFIX org: <{iris.ORG}>
PREFIX prov: <{iris.PROV}>
PREFIX schema: <{iris.SCHEMA}>
PREFIX skos: <{iris.SKOS}>
PREFIX srv: <{iris.SRV}>
PREFIX xsd: <{iris.XSD}>
"""
DOC, ZERO = f"<doc/{JOINT}>", "0" * 64
FORUM = "forum/portugal-cabo-verde-dialogue-on-the-sea"
EVENT = "<event/portugal-cabo-verde-dialogue-on-the-sea/3>"
HERE = "?document srv:textOf ?instrument"
TENURE, SELECTOR = "?tenure a org:Membership", '?selector oa:exact "We"'
LONG_SELECTOR = '?selector oa:exact "We agree to share tide data every week from 1 January 2027"'
ENTITY = f"<{FORUM}> a srv:Forum"


class Case(NamedTuple):
    """What is taken out of the example, what is put in, and the one constraint that must notice."""

    shape: str
    out: str = ""
    into: str = ""
    at: str = HERE


CASES = (
    Case("no-blank-node", into="[] a schema:Thing"),
    # concepts and cards
    Case("act-in-scheme", "s:602 srv:act ?act", "s:602 srv:act topic:space"),
    Case("status-in-scheme", "s:602 srv:status ?status", "s:602 srv:status act:agree"),
    Case("strength-in-scheme", "s:379 srv:strength ?strength", "s:379 srv:strength status:stated"),
    Case("topic-in-scheme", into="s:602 srv:topic text-type:law"),
    Case("card-type", into='m:376-378 srv:refersTo <state/esp> . <state/esp> skos:prefLabel "Spain"@en'),
    Case("card-label", into="s:602 srv:about <thing/ferry> . <thing/ferry> a schema:Vehicle"),
    # documents
    Case("document-iri", f"{DOC} a ?type", f"{DOC} a ?type . <doc/{JOINT}/copy> ?p ?o", f"{DOC} ?p ?o"),
    Case("document-identifier", f"{DOC} dcterms:identifier ?digest"),
    Case("document-iri-is-digest", f"{DOC} dcterms:identifier ?d", f'{DOC} dcterms:identifier "sha256:{ZERO}"'),
    Case("document-text-digest", f"{DOC} srv:textDigest ?digest", f'{DOC} srv:textDigest "md5:00"'),
    Case("document-title", into=f'{DOC} dcterms:title "Another title"@en'),
    Case("document-issued", f"{DOC} dcterms:issued ?day", f'{DOC} dcterms:issued "12 May 2026"'),
    Case("document-publisher", into=f"{DOC} dcterms:publisher <org/second-publisher>"),
    Case("document-kind", f"{DOC} srv:kind ?kind", f"{DOC} srv:kind actor-type:media"),
    Case("document-language", f"{DOC} schema:inLanguage ?tag", f'{DOC} schema:inLanguage "in English"'),
    Case("document-text-of", f"{DOC} srv:textOf ?text", f"{DOC} srv:textOf <state/prt>", f"{DOC} a ?type"),
    # passages and mentions
    Case(
        "passage-iri",
        into=f"<doc/{JOINT}#here> a srv:Passage ; oa:hasSource {DOC} ; oa:hasSelector ?selector",
        at=SELECTOR,
    ),
    Case("passage-source", f"<doc/{JOINT}#char=376,378> oa:hasSource ?document"),
    Case("passage-selector", "?selector a oa:TextPositionSelector", at=SELECTOR),
    Case("selector-iri", into=f"<doc/{JOINT}#words> ?p ?o", at=f"{SELECTOR} ; ?p ?o"),
    Case("selector-exact", SELECTOR),
    Case("selector-start", "?selector oa:start ?start", at=SELECTOR),
    Case("selector-end", "?selector oa:end ?end", at=SELECTOR),
    Case("selector-prefix", "?selector oa:prefix ?text", f'?selector oa:prefix "{"x" * 33}"', LONG_SELECTOR),
    Case("selector-suffix", "?selector oa:suffix ?text", '?selector oa:suffix ""', LONG_SELECTOR),
    Case("quote-length", SELECTOR, '?selector oa:exact "Wee"'),
    Case(
        "passage-offsets",
        "?selector oa:start ?start ; oa:end ?end",
        "?selector oa:start 377 ; oa:end 379",
        SELECTOR,
    ),
    Case("mention-iri", into=f"<doc/{JOINT}/mention/first> ?p ?o", at="m:376-378 ?p ?o"),
    Case("mention-target", "m:376-378 oa:hasTarget ?passage"),
    Case("mention-refers-to", "m:376-378 srv:refersTo ?actor"),
    Case("mention-motivation", "m:376-378 oa:motivatedBy ?why", "m:376-378 oa:motivatedBy oa:describing"),
    Case("mention-confidence", "m:376-378 srv:confidence ?sure", "m:376-378 srv:confidence 1.5"),
    # statements
    Case("statement-iri", into="s:first ?p ?o", at="s:602 ?p ?o"),
    Case("statement-stated-in", f"s:602 srv:statedIn {DOC}"),
    Case("statement-evidence", "s:602 srv:evidence ?passage"),
    Case(
        "statement-evidence-in-document",
        "s:602 srv:evidence ?passage",
        f"""s:602 srv:evidence <doc/000000000000#char=3,10> .
        <doc/000000000000> a srv:Document ; dcterms:identifier "sha256:{ZERO}" ; srv:textDigest "sha256:{ZERO}" .
        <doc/000000000000#char=3,10> a srv:Passage ; oa:hasSource <doc/000000000000> ;
            oa:hasSelector <doc/000000000000#selector=3,10> .
        <doc/000000000000#selector=3,10> a oa:TextQuoteSelector , oa:TextPositionSelector ;
            oa:exact "welcome" ; oa:start 3 ; oa:end 10""",
    ),
    Case("statement-cue", "s:602 srv:cue ?cue"),
    Case("statement-act", into="s:602 srv:act act:note"),
    Case("statement-status", "s:602 srv:status ?status"),
    Case("statement-strength", into="s:379 srv:strength strength:desired"),
    Case("statement-made-by", into="s:602 srv:madeBy <place/lisbon>"),
    Case("statement-attributed-to", into="s:602 srv:attributedTo <place/lisbon>"),
    Case("statement-addressee", into="s:602 srv:addressee <place/lisbon>"),
    Case("statement-on-behalf-of", into=f"s:602 srv:onBehalfOf {EVENT}"),
    Case("statement-relays", into="s:602 srv:relays <state/prt>"),
    Case("statement-made-at", "s:602 srv:madeAt ?event", "s:602 srv:madeAt <place/lisbon>"),
    Case("statement-place", into="s:602 srv:place <person/valadares-ines>"),
    Case("statement-expresses", into="s:379 srv:expresses <state/prt>"),
    Case("statement-reaffirms", into="s:379 srv:reaffirms c:442"),
    Case("statement-first-hand", "s:602 srv:firstHand ?first", 's:602 srv:firstHand "yes"'),
    Case("statement-confidence", "s:602 srv:confidence ?sure", "s:602 srv:confidence -0.1"),
    Case("statement-content", into='s:602 srv:content "the new ferry"@en'),
    Case("statement-closed", into="s:602 srv:debtor <state/prt>"),
    Case("strength-has-commitment", into="s:602 srv:strength strength:desired"),
    Case("commitment-has-strength", "s:379 srv:strength ?strength"),
    Case("commissive-has-commitment", "s:602 srv:act ?act", "s:602 srv:act act:wish"),
    Case("commitment-fits-act", "s:379 srv:act ?act", "s:379 srv:act act:welcome"),
    Case("cue-in-evidence", "s:602 srv:cue ?cue", 's:602 srv:cue "condemn"'),
    Case("cue-offset", into="s:5 ?p ?o", at="s:602 ?p ?o"),
    # commitments
    Case("commitment-iri", into="s:379 srv:expresses c:first . c:first ?p ?o", at="c:379 a srv:Commitment ; ?p ?o"),
    Case("commitment-content", "c:379 srv:content ?words"),
    Case("commitment-evidence", "c:379 srv:evidence ?passage"),
    Case("commitment-expressed", into="c:9 ?p ?o", at="c:379 a srv:Commitment ; ?p ?o"),
    Case("commitment-debtor", into="c:379 srv:debtor <place/lisbon>"),
    Case("commitment-creditor", into="c:512 srv:creditor <state/prt>"),
    Case("commitment-forbearance", "c:442 srv:forbearance ?f", 'c:442 srv:forbearance "no"'),
    Case("commitment-instrument", into="c:442 srv:underInstrument <state/prt>"),
    Case("commitment-condition", "c:512 srv:condition ?passage", "c:512 srv:condition <state/prt>"),
    Case("commitment-place", into="c:512 srv:place <person/valadares-ines>"),
    Case("commitment-not-before", "c:512 srv:notBefore ?day", 'c:512 srv:notBefore "2028-01-01"^^xsd:date'),
    Case("commitment-not-after", into='c:442 srv:notAfter "soon" ; srv:dateText "soon"'),
    Case("commitment-date-text", into='c:512 srv:dateText "next year"'),
    Case("commitment-dates-have-words", "c:379 srv:dateText ?words"),
    Case("commitment-amount", "c:512 srv:amount ?number", 'c:512 srv:amount "two"'),
    Case("commitment-unit", "c:512 srv:unit ?unit", "c:512 srv:unit 2"),
    Case("commitment-amount-text", "c:512 srv:amountText ?words", 'c:512 srv:amountText ""'),
    Case("amount-has-words", "c:512 srv:amountText ?words"),
    Case("commitment-continues", into='c:512 srv:continues "an earlier one"'),
    Case("commitment-origin", into="c:512 srv:origin c:512 , c:442"),
    Case("commitment-has-debtor", "c:442 srv:debtor ?actor"),
    Case("content-from-evidence", "c:442 srv:content ?words", 'c:442 srv:content "keep the channel clean"@en'),
    Case("commitment-closed", into="c:442 srv:status status:stated"),
    # actors and posts
    Case("actor-label", into='<state/prt> skos:prefLabel "Portuguese Republic"@en', at="<state/prt> a ?type"),
    Case("actor-kind", into="<state/prt> srv:kind text-type:law", out="<state/prt> srv:kind ?kind", at="?a a ?type"),
    Case("actor-acts-for", into="<person/valadares-ines> srv:actsFor <place/lisbon>"),
    Case("agency-has-state", "<agency/prt-tide-office> srv:actsFor ?state"),
    Case("one-sort-of-actor", into="<state/prt> a srv:Person"),
    Case("organization-part-of", into="<agency/prt-tide-office> org:subOrganizationOf <state/prt>"),
    Case("organization-member", into=f"<{FORUM}> org:hasMember <place/lisbon>"),
    Case("group-member", into="?group foaf:member <place/lisbon>", at="?group a srv:ActorGroup"),
    Case("post-label", "?post skos:prefLabel ?label", at="?post a org:Post"),
    Case("post-in", "?post org:postIn ?body", "?post org:postIn <place/lisbon>", at="?post a org:Post"),
    Case("membership-member", "?tenure org:member ?person", "?tenure org:member <state/prt>", TENURE),
    Case("membership-post", "?tenure srv:inPost ?post", at=TENURE),
    Case("membership-organization", "?tenure org:organization ?in", "?tenure org:organization <place/lisbon>", TENURE),
    Case("membership-evidence", "?tenure srv:evidence ?passage", at=TENURE),
    Case("membership-as-of", "?tenure srv:asOf ?day", '?tenure srv:asOf "2026"', TENURE),
    Case("membership-closed", into='?tenure srv:dateText "today"', at=TENURE),
    # events, instruments, places
    Case("event-label", into=f'{EVENT} skos:prefLabel "Third Meeting"@en', at=ENTITY),
    Case("event-forum", f"{EVENT} srv:inForum ?forum", f"{EVENT} srv:inForum <agency/prt-tide-office>"),
    Case("event-position", f"{EVENT} schema:position ?number", f"{EVENT} schema:position 0"),
    Case("event-participant", into=f"{EVENT} srv:participant <place/lisbon>"),
    Case("event-delegation-head", into=f"{EVENT} srv:delegationHead <state/prt>"),
    Case("event-head-takes-part", f"{EVENT} srv:participant <person/valadares-ines>"),
    Case("event-place", into=f"{EVENT} srv:place <person/valadares-ines>"),
    Case("event-not-before", f"{EVENT} srv:notBefore ?day", f'{EVENT} srv:notBefore "2026-05-13"^^xsd:date'),
    Case(
        "event-not-after",
        f"{EVENT} srv:notBefore ?first ; srv:notAfter ?last",
        f'{EVENT} srv:notAfter "2026-05-12"',
    ),
    Case("event-date-text", into=f'{EVENT} srv:dateText "on Tuesday"'),
    Case("event-evidence", into=f"{EVENT} srv:evidence <state/prt>"),
    Case("event-fact-evidence", f"{EVENT} srv:evidence ?passage"),
    Case("instrument-label", "?i skos:prefLabel ?label", at="?i a srv:Instrument"),
    Case("instrument-kind", "?i srv:kind ?kind", "?i srv:kind actor-type:state", "?i a srv:Instrument"),
    Case("instrument-of", into="?i srv:instrumentOf <place/lisbon>", at="?i srv:instrumentOf ?owner"),
    Case("place-label", "<place/lisbon> skos:prefLabel ?label", at="?a a ?type"),
    Case(
        "place-in",
        "<place/lisbon> schema:containedInPlace ?state",
        "<place/lisbon> schema:containedInPlace <agency/prt-government>",
        "?a a ?type",
    ),
    # links
    Case("link-earlier", "?link srv:earlier ?c", "?link srv:earlier ?later", "?link srv:later ?later"),
    Case("link-later", "?link srv:later ?c", at="?link a srv:Link"),
    Case("link-rule", "?link srv:rule ?rule", at="?link a srv:Link"),
    Case("link-confidence", "?link srv:confidence ?sure", "?link srv:confidence 2.0", "?link a srv:Link"),
    Case("link-motivation", "?link oa:motivatedBy ?why", at="?link a srv:Link"),
)

SOUND = {
    "a commitment of nobody in particular, where nobody is named as its maker": Case(
        "", "s:442 srv:madeBy ?maker . c:442 srv:debtor ?debtor"
    ),
    "content that a person put right": Case(
        "",
        "c:442 srv:content ?words",
        'c:442 srv:content "not dump waste in the channel"@en ; prov:wasAttributedTo <person/valadares-ines>',
    ),
    "a former post": Case("", "?tenure srv:asOf ?day", "?tenure srv:notAfter ?day", TENURE),
    "an order to one's own ministers": Case("", "s:379 srv:act ?act", "s:379 srv:act act:instruct"),
    "a duty recalled": Case("", "s:379 srv:act ?act", "s:379 srv:act act:recall-obligation"),
    "two statements of one commitment": Case("", into="s:379 srv:expresses c:442"),
    "a document of which only the digests are known": Case(
        "", f"{DOC} dcterms:title ?title ; dcterms:issued ?day ; dcterms:publisher ?publisher ; schema:inLanguage ?tag"
    ),
    "a label in a second language": Case(
        "", into='<state/prt> skos:prefLabel "Portogallo"@it', at="<state/prt> a ?type"
    ),
}


@cache
def example() -> tuple[Quad, ...]:
    return tuple(parse(path=str(ONTOLOGY / "example.trig"), format=RdfFormat.TRIG))


@cache
def shapes() -> rdflib.Graph:
    return rdflib.Graph().parse(ONTOLOGY / "servanda-shapes.ttl")


def stored() -> Store:
    store = Store()
    store.bulk_extend(example())
    return store


def changed(*cases: Case) -> Store:
    store = stored()
    for case in cases:
        found = f"{{ {case.at} }} {{ {case.out} }}" if case.out else case.at
        delete = f"DELETE {{ GRAPH ?g {{ {case.out} }} }}" if case.out else ""
        insert = f"INSERT {{ GRAPH ?g {{ {case.into} }} }}" if case.into else ""
        store.update(f"{PREFIXES} {delete} {insert} WHERE {{ GRAPH ?g {{ {found} }} }}")
    return store


def check(store: Store) -> tuple[Violation, ...]:
    """Check the joint statement's graph, and all the others only where they differ from the example."""
    touched = {quad.graph_name for quad in set(store) ^ set(example())}
    assert touched, "the case changes nothing"
    alone = touched <= {iris.document_graph(JOINT), iris.ENTITIES}
    return validate_store(store, [JOINT] if alone else None)


def test_the_example_keeps_to_the_shapes() -> None:
    assert validate_store(stored()) == ()


@pytest.mark.parametrize(("document", "name"), [(JOINT, "sea-dialogue.txt"), (NEWS, "courier.txt")])
def test_the_example_quotes_its_texts_to_the_letter(document: str, name: str) -> None:
    raw = (ONTOLOGY / "example" / name).read_bytes()
    text, store = raw.decode("utf-8"), stored()
    assert hashlib.sha256(raw).hexdigest()[:12] == document
    rows = store.query(
        f"{PREFIXES} SELECT ?s ?e ?q ?before ?after WHERE {{ GRAPH ?g {{ ?p oa:hasSource <doc/{document}> ;"
        "oa:hasSelector ?x . ?x oa:start ?s ; oa:end ?e ; oa:exact ?q ."
        "OPTIONAL { ?x oa:prefix ?before } OPTIONAL { ?x oa:suffix ?after } } }"
    )
    assert isinstance(rows, QuerySolutions)
    found = [tuple(None if term is None else str(term.value) for term in row) for row in rows]
    assert len(found) > 4
    for start, end, quote, before, after in found:
        first, last = int(start or 0), int(end or 0)
        assert text[first:last] == quote
        assert before is None or text[max(0, first - 32) : first] == before
        assert after is None or text[last : last + 32] == after


@pytest.mark.parametrize("case", CASES, ids=[case.shape for case in CASES])
def test_a_graph_broken_in_one_place_is_caught_by_the_one_constraint_for_it(case: Case) -> None:
    found = check(changed(case))
    assert {violation.shape for violation in found} == {case.shape}
    told = {str(text) for shape in [rdflib.URIRef(f"{iris.ROOT}shapes#{case.shape}")] for text in messages(shape)}
    for violation in found:
        assert violation.severity == "violation"
        assert any(part in violation.message for text in told for part in text.split("{?value}"))


def messages(shape: rdflib.URIRef) -> list[rdflib.term.Node]:
    graph = shapes()
    holders = [shape, *graph.objects(shape, SH.sparql)]
    return [text for holder in holders for text in graph.objects(holder, SH.message)]


def test_every_constraint_has_a_broken_graph() -> None:
    graph = shapes()
    told = {shape for shape in graph.subjects(RDF.type, None) if isinstance(shape, rdflib.URIRef) and messages(shape)}
    assert {str(shape).rpartition("#")[2] for shape in told} == {case.shape for case in CASES}
    assert len(CASES) == len({case.shape for case in CASES})


@pytest.mark.parametrize("case", SOUND.values(), ids=SOUND.keys())
def test_what_the_contract_allows_is_let_pass(case: Case) -> None:
    assert check(changed(case)) == ()


def test_the_shapes_are_themselves_sound() -> None:
    conforms, _, text = validate(rdflib.Graph(), shacl_graph=shapes(), meta_shacl=True)
    assert conforms, text


def test_any_other_engine_of_shapes_finds_what_the_queries_find() -> None:
    asked = {question.shape for question in questions()}
    store = changed(*(case for case in reversed(CASES) if case.shape in asked))
    graph = rdflib.Graph()
    for name in (iris.document_graph(JOINT), iris.REGISTRY, iris.ENTITIES):
        quads = store.quads_for_pattern(None, None, None, name)
        graph.parse(data=serialize((quad.triple for quad in quads), format=RdfFormat.N_TRIPLES), format="nt")
    for path in (ONTOLOGY / "servanda.ttl", *sorted((ONTOLOGY / "schemes").glob("*.ttl"))):
        graph.parse(path)
    _, report, _ = validate(graph, shacl_graph=shapes())
    assert isinstance(report, rdflib.Graph)
    assert {str(shape).rpartition("#")[2] for shape in report.objects(None, SH.sourceShape)} == asked
    assert {violation.shape for violation in check(store)} == asked
