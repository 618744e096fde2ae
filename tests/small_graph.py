"""A small graph for the tests: four short documents of our own, read by hand, through the project's own bridge.

Everything that a question can meet is in it once: a joint statement, a forecast of it in the news, a later text that
repeats it, and a hostile text with neither title nor date.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

from pyoxigraph import NamedNode, Quad, RdfFormat, Store

from graph_builder.assets import ONTOLOGY
from graph_builder.documents.records import Document, Metadata
from graph_builder.graph import iris
from graph_builder.graph.entities import card_triples, registry_triples
from graph_builder.graph.quads import document_quads, shared_entities
from graph_builder.graph.store import claim, open_store
from graph_builder.language.records import Entity, EventFact, Mention, Names, Tenure
from graph_builder.statements.records import Commitment, Due, Reading, Statement

JOINT = """Third Meeting of the Northern Seas Dialogue

Japan and Norway held the Third Meeting of the Northern Seas Dialogue in Oslo on 12 March 2024. The Ministry of \
Foreign Affairs of Japan and the Norwegian Coastal Administration took part. Ms. Ingrid Solberg, State Secretary of \
the Norwegian Coastal Administration, led the Norwegian side.
Both sides agreed to open a joint ice-watch centre by the end of 2025. Norway committed to providing Japan with \
satellite pictures of the sea ice. The Japanese government intends to send Norway a research vessel in 2026. \
Both sides welcomed the interest of Côte d'Ivoire.
"""
NEWS = """Japan and Norway are expected to announce a joint ice-watch centre, according to several officials. \
Norway is expected to promise a radar network by 2027.
"""
LATER = """Canada, Japan and Norway reaffirmed their commitment to open the joint ice-watch centre by the end of 2025. \
Canada pledged to pay for a harbour study in 2026.
"""
HOSTILE = """Canada hopes to buy \x1b[31mred\x1b[0m buoys \
<script>alert('x')</script> | [gone](javascript:x) \u202egnirts.
"""

JAPAN, NORWAY, CANADA, IVORY = "state/jpn", "state/nor", "state/can", "state/civ"
MOFA, CABINET, COAST = (
    "agency/jpn-ministry-of-foreign-affairs",
    "agency/jpn-government",
    "agency/nor-coastal-administration",
)
TIMES, DIALOGUE, THIRD = "org/harbour-times", "forum/northern-seas-dialogue", "event/northern-seas-dialogue/3"
SOLBERG, TEXT = "person/solberg-ingrid", "instrument/joint-statement-of-the-third-northern-seas-dialogue"

AUTHORITY = (
    Entity(JAPAN, "State", "Japan", kind="actor-type/state", authority=True),
    Entity(NORWAY, "State", "Norway", ("Kingdom of Norway",), kind="actor-type/state", authority=True),
    Entity(CANADA, "State", "Canada", kind="actor-type/state", authority=True),
    Entity(IVORY, "State", "Côte d'Ivoire", ("Ivory Coast",), kind="actor-type/state", authority=True),
    Entity(MOFA, "Agency", "Ministry of Foreign Affairs (Japan)", ("Ministry of Foreign Affairs", "MOFA"),
           "actor-type/ministry", JAPAN, authority=True),
    Entity(CABINET, "Agency", "Government of Japan", ("Japanese government",), "actor-type/government", JAPAN,
           authority=True),
    Entity(COAST, "Agency", "Norwegian Coastal Administration", ("Ministry of Foreign Affairs",),
           "actor-type/office", NORWAY, authority=True),
)  # fmt: skip
FOUND = (
    Entity(TIMES, "Organization", "The Harbour Times", kind="actor-type/media"),
    Entity(DIALOGUE, "Forum", "Northern Seas Dialogue", kind="actor-type/dialogue", members=(JAPAN, NORWAY)),
    Entity(THIRD, "Meeting", "Third Meeting of the Northern Seas Dialogue", part_of=DIALOGUE),
    Entity(SOLBERG, "Person", "Ingrid Solberg", ("Solberg",), "actor-type/natural-person", NORWAY),
    Entity(TEXT, "Instrument", "Joint Statement of the Third Northern Seas Dialogue", kind="text-type/joint-statement"),
)


def _document(text: str, **known: str) -> Document:
    sha256 = hashlib.sha256(text.encode()).hexdigest()
    return Document(sha256[:12], sha256, text, sha256, "by hand", "txt", Metadata(**known))  # type: ignore[arg-type]


def _span(text: str, words: str) -> tuple[int, int]:
    start = text.index(words)
    return start, start + len(words)


def _mentions(text: str, *named: tuple[str, tuple[str, ...]]) -> tuple[Mention, ...]:
    return tuple(Mention(*_span(text, words), words, "name", actors) for words, actors in named)


def _statement(
    text: str, words: str, cue: str, act: str, status: str, strength: str | None = None,
    made_by: tuple[str, ...] = (), content: str = "", debtors: tuple[str, ...] = (), creditors: tuple[str, ...] = (),
    due: Due | None = None, topics: tuple[str, ...] = (), **more: tuple[str, ...] | bool,
) -> Statement:  # fmt: skip
    start, end = _span(text, words)
    cue_start = start + words.index(cue)
    made = Commitment(*_span(text, content), content, debtors or made_by, creditors, due=due, topics=topics)
    return Statement(
        start, end, cue_start, cue_start + len(cue), cue, act, status, strength, made_by, topics=topics,
        commitments=(made,) if content else (), confidence=0.9, engines=("surface",), **more,  # type: ignore[arg-type]
    )  # fmt: skip


END_OF_2025 = Due("by the end of 2025", None, "2025-12-31")


def readings() -> tuple[Reading, ...]:
    """Give the four documents as read."""
    joint = _document(
        JOINT, title="Third Meeting of the Northern Seas Dialogue", issued="2024-03-12", kind="joint-statement",
        url="https://example.org/joint", language="en",
    )  # fmt: skip
    news = _document(NEWS, title="Ice on the agenda", issued="2024-02-20", kind="news-report", language="en")
    later = _document(LATER, title="Statement of the Three", issued="2025-05-02", kind="joint-statement")
    hostile = _document(HOSTILE)
    officials = f"doc/{news.id}/group/several-officials"
    held = "held the Third Meeting of the Northern Seas Dialogue in Oslo on 12 March 2024"
    present = (
        "The Ministry of Foreign Affairs of Japan and the Norwegian Coastal Administration took part",
        (JAPAN, NORWAY, MOFA, COAST),
    )
    return (
        Reading(
            joint,
            Names(
                (*AUTHORITY, *FOUND),
                _mentions(
                    JOINT, ("Japan", (JAPAN,)), ("Norway", (NORWAY,)), ("Both sides", (JAPAN, NORWAY)),
                    ("Ministry of Foreign Affairs of Japan", (MOFA,)), ("Norwegian Coastal Administration", (COAST,)),
                    ("Ingrid Solberg", (SOLBERG,)), ("Côte d'Ivoire", (IVORY,)),
                ),
                (Tenure(*_span(JOINT, "Ms. Ingrid Solberg, State Secretary of the Norwegian Coastal Administration"),
                        SOLBERG, "State Secretary", COAST),),
                (
                    EventFact(*_span(JOINT, held), THIRD, DIALOGUE, 3, "2024-03-12", "2024-03-12", "on 12 March 2024",
                              participants=(JAPAN, NORWAY)),
                    EventFact(*_span(JOINT, present[0]), THIRD, participants=present[1], heads=(SOLBERG,)),
                ),
            ),
            (
                _statement(JOINT, "Both sides agreed to open a joint ice-watch centre by the end of 2025", "agreed to",
                           "agree", "reported", "agreed", (JAPAN, NORWAY),
                           "open a joint ice-watch centre by the end of 2025", due=END_OF_2025, topics=("maritime",)),
                _statement(JOINT, "Norway committed to providing Japan with satellite pictures of the sea ice",
                           "committed to", "commit", "reported", "pledged", (NORWAY,),
                           "providing Japan with satellite pictures of the sea ice", creditors=(JAPAN,),
                           topics=("space-policy", "maritime")),
                _statement(JOINT, "The Japanese government intends to send Norway a research vessel in 2026",
                           "intends to", "intend", "reported", "intended", (CABINET,),
                           "send Norway a research vessel in 2026", creditors=(NORWAY,),
                           due=Due("in 2026", "2026-01-01", "2026-12-31"), topics=("maritime",)),
                _statement(JOINT, "Both sides welcomed the interest of Côte d'Ivoire", "welcomed", "welcome",
                           "reported", made_by=(JAPAN, NORWAY), topics=("diplomacy",)),
            ),
            publisher=MOFA,
            text_of=TEXT,
        ),
        Reading(
            news,
            Names(
                (*(e for e in AUTHORITY if e.id in {JAPAN, NORWAY}), FOUND[0],
                 Entity(officials, "ActorGroup", "several officials", kind="actor-type/unnamed-source")),
                _mentions(NEWS, ("Japan", (JAPAN,)), ("Norway", (NORWAY,)), ("several officials", (officials,))),
            ),
            (
                _statement(NEWS, "Japan and Norway are expected to announce a joint ice-watch centre", "expected to",
                           "plan", "expected", "planned", (JAPAN, NORWAY), "announce a joint ice-watch centre",
                           topics=("maritime",), attributed_to=(officials,)),
                _statement(NEWS, "Norway is expected to promise a radar network by 2027", "expected to", "plan",
                           "expected", "planned", (NORWAY,), "promise a radar network by 2027",
                           due=Due("by 2027", None, "2027-12-31"), topics=("defence",), relays=(TEXT,)),
            ),
            publisher=TIMES,
        ),
        Reading(
            later,
            Names(
                tuple(e for e in AUTHORITY if e.id in {JAPAN, NORWAY, CANADA}),
                _mentions(LATER, ("Canada", (CANADA,)), ("Japan", (JAPAN,)), ("Norway", (NORWAY,))),
            ),
            (
                _statement(LATER, "Canada, Japan and Norway reaffirmed their commitment to open the joint ice-watch "
                           "centre by the end of 2025", "reaffirmed their commitment to", "reaffirm-commitment",
                           "stated", "pledged", (CANADA, JAPAN, NORWAY),
                           "open the joint ice-watch centre by the end of 2025", due=END_OF_2025, topics=("maritime",),
                           reaffirms=True, first_hand=True),
                _statement(LATER, "Canada pledged to pay for a harbour study in 2026", "pledged to", "commit", "stated",
                           "pledged", (CANADA,), "pay for a harbour study in 2026",
                           due=Due("in 2026", "2026-01-01", "2026-12-31"), topics=("infrastructure-transport",)),
            ),
        ),
        Reading(
            hostile,
            Names((AUTHORITY[2],), _mentions(HOSTILE, ("Canada", (CANADA,)))),
            (_statement(HOSTILE, HOSTILE.strip().rstrip("."), "hopes to", "wish", "stated", "desired", (CANADA,),
                        HOSTILE[len("Canada hopes to "):].strip().rstrip("."), topics=("maritime",)),),
        ),
    )  # fmt: skip


def _links(read: tuple[Reading, ...]) -> Iterator[Quad]:
    """One chain: the news forecast the centre, the joint statement agreed on it, the later text repeated it."""
    joint, news, later, _ = read
    chain = [iris.commitment(one.document.id, one.statements[0].cue_start) for one in (news, joint, later)]
    for earlier, after in pairwise(chain):
        yield Quad(after, iris.srv("continues"), earlier, iris.LINKS)
    for one in read:
        for statement in one.statements:
            for order, _made in enumerate(statement.commitments, start=1):
                node = iris.commitment(one.document.id, statement.cue_start, order)
                yield Quad(node, iris.srv("origin"), chain[0] if node in chain else node, iris.LINKS)


def quads() -> Iterator[Quad]:
    """Give the whole small graph."""
    read = readings()
    for reading in read:
        yield from document_quads(reading)
    for triple in registry_triples(AUTHORITY):
        yield Quad(triple.subject, triple.predicate, triple.object, iris.REGISTRY)
    shared = {e.id: e for reading in read for e in shared_entities(reading) if not e.authority}
    for key in sorted(shared):
        for triple in card_triples(shared[key]):
            yield Quad(triple.subject, triple.predicate, triple.object, iris.ENTITIES)
    yield from _links(read)


def fill(store: Store) -> Store:
    """Load the small graph and the concept schemes into a store; give the store."""
    store.bulk_extend(quads())
    for scheme in sorted((ONTOLOGY / "schemes").glob("*.ttl")):
        store.bulk_load(path=str(scheme), format=RdfFormat.TURTLE, to_graph=NamedNode(iris.GRAPH + "schemes"))
    return store


def write(folder: Path) -> Path:
    """Write the small graph as a build would: store, graph.trig and texts; give the folder."""
    claim(folder)
    store = fill(open_store(folder, read_only=False))
    store.flush()
    store.dump(str(folder / "graph.trig"), RdfFormat.TRIG)
    (folder / "texts").mkdir()
    for reading in readings():
        (folder / "texts" / f"{reading.document.id}.txt").write_bytes(reading.document.text.encode())
    return folder
