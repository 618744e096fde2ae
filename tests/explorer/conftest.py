"""Small graphs in the shape that a build gives, made of invented sentences, and a browser to look at their pages."""

from __future__ import annotations

import hashlib
import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from pyoxigraph import Literal, NamedNode, Quad, Store

if TYPE_CHECKING:
    from playwright.sync_api import Browser

BASE = "https://w3id.org/servanda/"
PREFIXES = {
    "srv": BASE + "ns#",
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "oa": "http://www.w3.org/ns/oa#",
    "org": "http://www.w3.org/ns/org#",
    "dcterms": "http://purl.org/dc/terms/",
    "schema": "https://schema.org/",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
}
XSD = "http://www.w3.org/2001/XMLSchema#"


@dataclass
class World:
    """A graph that grows by one document, entity or statement at a time, and the folder of its texts."""

    texts: Path
    store: Store = field(default_factory=Store)

    def add(self, subject: str, prop: str, value: str | int | bool | NamedNode, graph: str = "registry") -> None:
        """One quad; a string is a plain literal, a day if it looks like one."""
        prefix, _, name = prop.partition(":")
        if isinstance(value, bool):
            term: Literal | NamedNode = Literal("true" if value else "false", datatype=NamedNode(XSD + "boolean"))
        elif isinstance(value, int):
            term = Literal(str(value), datatype=NamedNode(XSD + "integer"))
        elif isinstance(value, str):
            day = len(value) == 10 and value[4:5] == value[7:8] == "-"
            term = Literal(value, datatype=NamedNode(XSD + "date")) if day else Literal(value)
        else:
            term = value
        self.store.add(Quad(node(subject), NamedNode(PREFIXES[prefix] + name), term, NamedNode(f"{BASE}graph/{graph}")))

    def entity(self, iri: str, kind: str, label: str, *names: str, acts_for: str | None = None) -> str:
        """An actor, meeting, instrument or place."""
        self.add(iri, "rdf:type", NamedNode(PREFIXES["srv"] + kind))
        self.add(iri, "skos:prefLabel", label)
        for name in names:
            self.add(iri, "skos:altLabel", name)
        if acts_for:
            self.add(iri, "srv:actsFor", node(acts_for))
        return iri

    def document(self, text: str, **known: str) -> str:
        """A document and its text; ``known`` are title, issued, url, publisher (an entity), based_on."""
        name = hashlib.sha256(text.encode()).hexdigest()[:12]
        iri, graph = f"doc/{name}", f"doc-{name}"
        (self.texts / f"{name}.txt").write_bytes(text.encode())
        self.add(iri, "rdf:type", NamedNode(PREFIXES["srv"] + "Document"), graph)
        for key, prop in (
            ("title", "dcterms:title"),
            ("issued", "dcterms:issued"),
            ("url", "schema:url"),
            ("based_on", "schema:isBasedOn"),
        ):
            if key in known:
                self.add(iri, prop, known[key], graph)
        if "publisher" in known:
            self.add(iri, "dcterms:publisher", node(known["publisher"]), graph)
        return iri

    def passage(self, document: str, words: str) -> tuple[str, int]:
        """The first place of the words in the document's text: the passage's IRI and its offset."""
        name = document.removeprefix("doc/")
        text = (self.texts / f"{name}.txt").read_bytes().decode()
        start = text.index(words)
        end, graph = start + len(words), f"doc-{name}"
        iri, selector = f"{document}#char={start},{end}", f"{document}#selector={start},{end}"
        self.add(iri, "rdf:type", NamedNode(PREFIXES["srv"] + "Passage"), graph)
        self.add(iri, "oa:hasSource", node(document), graph)
        self.add(iri, "oa:hasSelector", node(selector), graph)
        for prop, value in (
            ("exact", words),
            ("start", start),
            ("end", end),
            ("prefix", text[max(0, start - 32) : start]),
            ("suffix", text[end : end + 32]),
        ):
            self.add(selector, f"oa:{prop}", value, graph)
        return iri, start

    def mention(self, document: str, words: str, entity: str) -> None:
        """One place where an entity is named."""
        passage, start = self.passage(document, words)
        graph = f"doc-{document.removeprefix('doc/')}"
        iri = f"{document}/mention/{start}-{start + len(words)}"
        self.add(iri, "rdf:type", NamedNode(PREFIXES["srv"] + "Mention"), graph)
        self.add(iri, "srv:refersTo", node(entity), graph)
        self.add(iri, "oa:hasTarget", node(passage), graph)

    def statement(self, document: str, words: str, cue: str, content: str = "", **said: Any) -> str:
        """A statement, and the commitment it expresses where ``content`` is given; gives that commitment's IRI.

        ``said``: act, status, strength, by, source, at, relays, debtors, creditors, under, about, topics, due.
        """
        name = document.removeprefix("doc/")
        graph = f"doc-{name}"
        evidence, start = self.passage(document, words)
        offset = start + words.index(cue)
        iri, commitment = f"{document}/statement/{offset}", f"commitment/{name}/{offset}"
        self.add(iri, "rdf:type", NamedNode(PREFIXES["srv"] + "Statement"), graph)
        self.add(iri, "srv:evidence", node(evidence), graph)
        self.add(iri, "srv:statedIn", node(document), graph)
        self.add(iri, "srv:cue", cue, graph)
        for prop in ("act", "status", "strength"):
            if prop in said:
                self.add(iri, f"srv:{prop}", NamedNode(f"{BASE}{prop}/{said[prop]}"), graph)
        for key, prop in (("by", "madeBy"), ("source", "attributedTo"), ("at", "madeAt"), ("relays", "relays")):
            for other in said.get(key, ()):
                self.add(iri, f"srv:{prop}", node(other), graph)
        if not content:
            return iri
        self.add(iri, "srv:expresses", node(commitment), graph)
        if said.get("reaffirms"):
            self.add(iri, "srv:reaffirms", node(commitment), graph)
        self.add(commitment, "rdf:type", NamedNode(PREFIXES["srv"] + "Commitment"), graph)
        self.add(commitment, "srv:content", content, graph)
        self.add(commitment, "srv:evidence", node(self.passage(document, content)[0]), graph)
        for key, prop in (
            ("debtors", "debtor"),
            ("creditors", "creditor"),
            ("under", "underInstrument"),
            ("about", "about"),
        ):
            for other in said.get(key, ()):
                self.add(commitment, f"srv:{prop}", node(other), graph)
        for topic in said.get("topics", ()):
            self.add(commitment, "srv:topic", NamedNode(f"{BASE}topic/{topic}"), graph)
        if "due" in said:
            self.add(commitment, "srv:dateText", said["due"][0], graph)
            self.add(commitment, "srv:notAfter", said["due"][1], graph)
        return commitment


def node(iri: str) -> NamedNode:
    """An IRI of the project's own, or one as it is."""
    return NamedNode(iri if "://" in iri else f"{BASE}id/{iri}")


RELEASE = (
    "The Second Round of the Iceland-Kenya Geothermal Talks was held in Naivasha on 4 June 2024. "
    "Both sides agreed to train forty drilling engineers in Reykjavík by the end of 2026. "
    "Kenya pledged to open the Olkaria field to Icelandic researchers under the Naivasha Charter. "
    "The two sides welcomed the interest of neighbouring countries. "
    "Iceland hopes to send a drilling ship – “Sæfari” – to Mombasa one day."
)
NEWS = (
    "Kenya plans to host the Third Round of the talks in 2025, according to several officials. "
    "A minister said the steam fields 🌋 would not be sold."
)


def small_world(folder: Path) -> World:
    """Two documents, two states, an agency, a person in a post, a meeting, a charter and four commitments."""
    world = World(folder)
    iceland = world.entity("state/isl", "State", "Iceland", "Icelandic", "Republic of Iceland")
    kenya = world.entity("state/ken", "State", "Kenya", "Kenyan")
    agency = world.entity("agency/ken-steam", "Agency", "Kenya Steam Authority", "KSA", acts_for=kenya)
    world.entity("agency/isl-energy", "Agency", "Energy Office (Iceland)", acts_for=iceland)
    person = world.entity("person/jonsdottir-asa", "Person", "Ása Jónsdóttir", acts_for=iceland)
    charter = world.entity("instrument/naivasha-charter", "Instrument", "Naivasha Charter")
    talks = world.entity("event/geothermal-talks/2", "Meeting", "Second Round of the Iceland-Kenya Geothermal Talks")
    third = world.entity("event/geothermal-talks/3", "Meeting", "Third Round of the Iceland-Kenya Geothermal Talks")
    officials = world.entity("doc/x/group/several-officials", "ActorGroup", "several officials")
    herald = world.entity("org/rift-herald", "Organization", "The Rift Herald")
    world.entity("place/atlantis", "Place", "Atlantis")
    release = world.document(
        RELEASE,
        title="Second Round of Geothermal Talks",
        issued="2024-06-05",
        publisher=agency,
        url="https://example.org/talks",
    )
    news = world.document(
        NEWS, title="Kenya to host steam talks", issued="2025-01-10", publisher=herald, url="javascript:alert(1)"
    )
    world.statement(
        release, "Both sides agreed to train forty drilling engineers in Reykjavík by the end of 2026", "agreed to",
        "train forty drilling engineers in Reykjavík by the end of 2026", act="agree", status="reported",
        strength="agreed", by=[iceland, kenya], debtors=[iceland, kenya], topics=["energy", "education-culture"],
        at=[talks], due=("by the end of 2026", "2026-12-31"),
    )  # fmt: skip
    world.statement(
        release, "Kenya pledged to open the Olkaria field to Icelandic researchers under the Naivasha Charter",
        "pledged to", "open the Olkaria field to Icelandic researchers", act="commit", status="reported",
        strength="pledged", by=[kenya], debtors=[kenya], creditors=[iceland], under=[charter], topics=["energy"],
    )  # fmt: skip
    world.statement(
        release, "The two sides welcomed the interest of neighbouring countries", "welcomed", act="welcome",
        status="reported", by=[iceland, kenya],
    )  # fmt: skip
    world.statement(
        release, "Iceland hopes to send a drilling ship – “Sæfari” – to Mombasa one day", "hopes to",
        "send a drilling ship – “Sæfari” – to Mombasa one day", act="wish", status="reported", strength="desired",
        by=[iceland], debtors=[iceland], topics=["energy"],
    )  # fmt: skip
    world.statement(
        news, "Kenya plans to host the Third Round of the talks in 2025, according to several officials", "plans to",
        "host the Third Round of the talks in 2025", act="plan", status="reported", strength="planned", by=[kenya],
        debtors=[kenya], source=[officials], about=[third], topics=["diplomacy"], due=("in 2025", "2025-12-31"),
    )  # fmt: skip
    world.mention(release, "Iceland-Kenya", iceland)
    world.mention(news, "🌋", "place/atlantis")
    tenure, post = "tenure/jonsdottir-asa/director", "post/isl-energy/director"
    for subject, prop, value in (
        (tenure, "rdf:type", NamedNode(PREFIXES["org"] + "Membership")),
        (tenure, "org:member", node(person)),
        (tenure, "org:organization", node("agency/isl-energy")),
        (tenure, "srv:inPost", node(post)),
        (tenure, "srv:evidence", node(world.passage(release, "Reykjavík")[0])),
        (post, "rdf:type", NamedNode(PREFIXES["org"] + "Post")),
        (post, "skos:prefLabel", "Director of the Energy Office"),
        (talks, "srv:participant", node(iceland)),
        (talks, "srv:participant", node(kenya)),
        (talks, "srv:evidence", node(world.passage(release, "held in Naivasha")[0])),
    ):
        world.add(subject, prop, value)
    # The same triple in a second graph: the union gives it twice, the page must not.
    world.add("state/isl", "skos:prefLabel", "Iceland", "entities")
    return world


def crowd(folder: Path, commitments: int) -> World:
    """A graph of many commitments: twelve states in pairs, each pair with its share."""
    world = World(folder)
    states = [world.entity(f"state/s{number:02}", "State", f"State number {number}") for number in range(12)]
    lines = [
        f"State {n % 12} and state {(n * 5 + 1) % 12} agreed to open bridge number {n}." for n in range(commitments)
    ]
    document = world.document("\n".join(lines), title="Bridges", issued="2024-01-01")
    for number, line in enumerate(lines):
        pair = sorted({states[number % 12], states[(number * 5 + 1) % 12]})
        content = line.partition("agreed to ")[2]
        world.statement(
            document, line, "agreed to", content, act="agree", status="reported",
            strength=("agreed", "planned")[number % 2], by=pair, debtors=pair, topics=["infrastructure-transport"],
        )  # fmt: skip
    return world


@pytest.fixture(scope="session")
def new_world(tmp_path_factory: pytest.TempPathFactory) -> Callable[[], World]:
    """Make an empty graph with a folder of its own for its texts."""
    return lambda: World(tmp_path_factory.mktemp("texts"))


@pytest.fixture(scope="session")
def world(tmp_path_factory: pytest.TempPathFactory) -> World:
    """The small graph of ``small_world``; tests read it only."""
    return small_world(tmp_path_factory.mktemp("texts"))


@pytest.fixture(scope="session")
def crowded(tmp_path_factory: pytest.TempPathFactory) -> World:
    """A graph of 90 commitments among twelve states."""
    return crowd(tmp_path_factory.mktemp("texts"), 90)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Chromium, driven by Playwright; skips with a reason where either is missing."""
    api = pytest.importorskip("playwright.sync_api", reason="browser: Playwright for Python is not installed")
    found = next((path for path in map(shutil.which, ("chromium", "chromium-browser", "google-chrome")) if path), None)
    if not found:
        pytest.skip("browser: no Chromium on the path")
    flags = (
        "--headless",
        "--no-sandbox",
        "--disable-gpu",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
    )
    with api.sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=found, args=list(flags))
        yield chromium
        chromium.close()
