"""The concept schemes: what a lexicon or gazetteer row may point to."""

from __future__ import annotations

import csv
from functools import cache
from itertools import pairwise

import pytest
from rdflib import Graph, URIRef
from rdflib.collection import Collection
from rdflib.namespace import RDF, SKOS
from rdflib.term import Node

from graph_builder.assets import ONTOLOGY

ROOT = "https://w3id.org/servanda/"
ACT_CLASSES = {"assertive", "commissive", "directive", "expressive", "declarative", "consultative"}
TOPICS = """space cyber defence nuclear regional-security diplomacy trade economy technology energy
    climate-environment health development-humanitarian migration human-rights-democracy law-justice education-culture
    infrastructure-transport maritime agriculture-food"""
ACTS = {
    "assertive": "report share-views note affirm recall-obligation state recognize recall highlight claim deny accuse",
    "commissive": "commit reaffirm-commitment agree plan intend consider wish pledge decide undertake offer refuse",
    "directive": "call-for urge encourage instruct request demand invite stress-importance warn",
    "expressive": "welcome condemn congratulate thank commend express-concern express-support oppose regret celebrate",
    "declarative": "issue sign launch establish adopt announce join ratify enter-into-force accept appoint withdraw",
    "consultative": "inform discuss hold-talks review consult",
}
KINDS = {
    "actor-type": """state government ministry office council space-agency research-institute mission legislature
        armed-force bureau dialogue grouping regional-forum industry unnamed-source states-group officials media
        natural-person political-party company university ngo international-organization central-bank court
        local-government union alliance territory""",
    "text-type": """treaty provision bill joint-statement strategy plan initiative framework fund programme arrangement
        facility press-release news-report communique declaration readout fact-sheet memorandum agreement resolution
        mission station project law statement report other""",
    "strength": "binding agreed pledged planned intended desired considered",
    "status": "stated reported expected superseded denied",
}
BRANCHES = {
    "space-policy": "space",
    "space-arms-control": "space-security",
    "space-situational-awareness": "space-security",
    "space-sustainability": "space",
    "human-spaceflight": "civil-space",
    "lunar-exploration": "civil-space",
    "low-earth-orbit": "civil-space",
    "space-industry": "commercial-space",
    "space-regulation": "commercial-space",
    "satellite-communications": "space",
    "cyber-defence": "cyber",
    "cyber-information-sharing": "cyber",
    "missile-defence": "defence",
    "mutual-defence": "defence",
    "force-posture": "defence",
    "national-security": "defence",
    "regional-cooperation": "diplomacy",
    "bilateral-relations": "diplomacy",
    "diplomatic-process": "diplomacy",
}


@cache
def scheme(name: str) -> Graph:
    return Graph().parse(ONTOLOGY / "schemes" / f"{name}.ttl")


def concepts(name: str) -> set[str]:
    return {local(concept) for concept in scheme(name).subjects(RDF.type, SKOS.Concept)}


def local(node: Node | None) -> str:
    return str(node).rpartition("/")[2]


def top(name: str, concept: str) -> str:
    return local(list(scheme(name).transitive_objects(URIRef(f"{ROOT}{name}/{concept}"), SKOS.broader))[-1])


@pytest.mark.parametrize("name", ["act", "actor-type", "status", "strength", "text-type", "topic"])
def test_every_concept_is_in_its_scheme_under_its_own_address(name: str) -> None:
    home, graph = URIRef(ROOT + name), scheme(name)
    for concept in graph.subjects(RDF.type, SKOS.Concept):
        assert str(concept).startswith(f"{ROOT}{name}/")
        assert graph.value(concept, SKOS.inScheme) == home
    tops = set(graph.objects(home, SKOS.hasTopConcept))
    assert tops == set(graph.subjects(SKOS.topConceptOf, home))
    assert tops == {c for c in graph.subjects(RDF.type, SKOS.Concept) if graph.value(c, SKOS.broader) is None}


@pytest.mark.parametrize("name", ["act", "actor-type", "status", "strength", "text-type", "topic"])
def test_no_two_concepts_of_a_scheme_have_one_name(name: str) -> None:
    labels = [str(label).casefold() for label in scheme(name).objects(None, SKOS.prefLabel)]
    assert len(labels) == len(set(labels))


def test_the_classes_of_acts_are_six() -> None:
    graph = scheme("act")
    assert {local(concept) for concept in graph.objects(URIRef(ROOT + "act"), SKOS.hasTopConcept)} == ACT_CLASSES


@pytest.mark.parametrize(("kind", "leaf"), [(kind, leaf) for kind, leaves in ACTS.items() for leaf in leaves.split()])
def test_climbing_from_an_act_ends_at_its_class(kind: str, leaf: str) -> None:
    assert top("act", leaf) == kind


def test_every_act_climbs_to_a_class() -> None:
    assert {top("act", act) for act in concepts("act")} == ACT_CLASSES


def test_the_topics_have_twenty_tops_with_the_branches_of_the_contract() -> None:
    graph = scheme("topic")
    tops = {local(concept) for concept in graph.objects(URIRef(ROOT + "topic"), SKOS.hasTopConcept)}
    assert tops == set(TOPICS.split())
    for narrow, broad in BRANCHES.items():
        assert local(graph.value(URIRef(f"{ROOT}topic/{narrow}"), SKOS.broader)) == broad


@pytest.mark.parametrize("topic", TOPICS.split())
def test_every_top_topic_has_narrower_ones(topic: str) -> None:
    narrower = list(scheme("topic").subjects(SKOS.broader, URIRef(f"{ROOT}topic/{topic}")))
    assert len(narrower) >= 3


@pytest.mark.parametrize("name", sorted(KINDS))
def test_the_concepts_of_the_contract_are_there(name: str) -> None:
    assert set(KINDS[name].split()) <= concepts(name)


def test_strengths_are_ranked_from_seven_to_one_in_the_order_of_the_ladder() -> None:
    graph = scheme("strength")
    ladder = graph.value(URIRef(ROOT + "strength/ladder"), SKOS.memberList)
    assert ladder is not None
    steps = list(Collection(graph, ladder))
    ranks = [int(str(graph.value(step, SKOS.notation))) for step in steps]
    assert {local(step) for step in steps} == concepts("strength")
    assert ranks[0] == 7
    assert all(higher - lower == 1 for higher, lower in pairwise(ranks))


@pytest.mark.parametrize(
    ("folder", "column", "schemes"),
    [
        ("lexicon", "act", ("act",)),
        ("lexicon", "strength", ("strength",)),
        ("lexicon", "topic", ("topic",)),
        ("gazetteer", "kind", ("actor-type", "text-type")),
    ],
)
def test_words_and_names_point_to_concepts_that_exist(folder: str, column: str, schemes: tuple[str, ...]) -> None:
    known = {name for scheme_name in schemes for name in concepts(scheme_name)}
    known |= {f"{scheme_name}/{name}" for scheme_name in schemes for name in concepts(scheme_name)}
    known |= {"", "noun"}  # "noun": the complement's noun decides
    stray = []
    for path in sorted((ONTOLOGY / folder).glob("*.csv")):
        with path.open(encoding="utf-8", newline="") as table:
            for number, row in enumerate(csv.DictReader(table), start=2):
                if (row.get(column) or "").strip() not in known:
                    stray.append(f"{path.name}:{number}: {row[column]}")
    assert stray == []
