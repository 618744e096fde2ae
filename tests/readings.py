"""Three short documents, read by hand: what the rooms before the graph would give. All their sentences are invented."""

from __future__ import annotations

import hashlib
from pathlib import Path

from graph_builder.documents.records import Block, Document, Metadata, Sentence
from graph_builder.graph.finish import finish
from graph_builder.graph.ledger import entry_of
from graph_builder.graph.saving import make_ready, save
from graph_builder.graph.store import claim, open_store
from graph_builder.language.records import Entity, EventFact, Mention, Names, Tenure
from graph_builder.statements.records import Commitment, Due, Engines, Reading, Statement

CHILE = Entity("state/chl", "State", "Chile", ("Chilean", "Republic of Chile"), "actor-type/state", authority=True)
NEW_ZEALAND = Entity("state/nzl", "State", "New Zealand", ("Aotearoa", "NZ"), "actor-type/state", authority=True)
MINISTRY = Entity(
    "agency/chl-ministry-of-foreign-affairs",
    "Agency",
    "Ministry of Foreign Affairs (Chile)",
    ("Ministry of Foreign Affairs", "Foreign Ministry"),
    "actor-type/ministry",
    acts_for="state/chl",
    authority=True,
)
DIALOGUE = Entity(
    "forum/chile-new-zealand-dialogue-on-earthquakes",
    "Forum",
    "Chile-New Zealand Dialogue on Earthquakes",
    ("Dialogue",),
    "actor-type/dialogue",
    members=("state/chl", "state/nzl"),
)
THIRD = Entity(
    "event/chile-new-zealand-dialogue-on-earthquakes/3",
    "Meeting",
    "Third Meeting of the Chile-New Zealand Dialogue on Earthquakes",
)
FOURTH = Entity(
    "event/chile-new-zealand-dialogue-on-earthquakes/4",
    "Meeting",
    "Fourth Meeting of the Chile-New Zealand Dialogue on Earthquakes",
    ("Fourth Meeting",),
)
ROJAS = Entity(
    "person/rojas-elena",
    "Person",
    "Elena Rojas",
    ("ROJAS Elena", "Rojas"),
    "actor-type/natural-person",
    acts_for="state/chl",
)
SANTIAGO = Entity("place/santiago", "Place", "Santiago", part_of="state/chl", authority=True)
CHARTER = Entity(
    "instrument/pacific-seismology-charter",
    "Instrument",
    "Pacific Seismology Charter",
    ("Charter",),
    "text-type/agreement",
    owners=("state/chl", "state/nzl"),
)
HERALD = Entity("org/tasman-herald", "Organization", "The Tasman Herald", kind="actor-type/media")

RELEASE = """Third Meeting of the Chile-New Zealand Dialogue on Earthquakes

Santiago, 12 March 2024

The Third Meeting of the Chile-New Zealand Dialogue on Earthquakes was held in Santiago on 11 March 2024. \
Chile was led by Elena Rojas, Director of the Ministry of Foreign Affairs.

Both sides agreed to hold the Fourth Meeting in Wellington in 2025. They reaffirmed their commitment to share \
seismic data and not to charge for it. Chile welcomed the Pacific Seismology Charter. New Zealand pledged to give \
Chile 12 seismometers worth NZ$3 million by 30 June 2025, subject to parliamentary approval.
"""
STATEMENT = """Joint Statement on Earthquakes by Chile and New Zealand

3 April 2025

We, Chile and New Zealand, commit to share seismic data under the Pacific Seismology Charter. We hope to open a joint \
station by the end of 2027.
"""
NEWS = """Chile to host quake talks, officials say

Chile plans to host the Fourth Meeting in October, according to several officials. "The <script>alert('no')</script> \
rumours are wrong," Rojas said.
"""

_BOTH = ("state/chl", "state/nzl")


def at(text: str, words: str, nth: int = 1) -> tuple[int, int]:
    """The span of the nth occurrence of some words (code points, end exclusive)."""
    start = -1
    for _ in range(nth):
        start = text.index(words, start + 1)
    return start, start + len(words)


def a_document(text: str, name: str, metadata: Metadata | None = None) -> Document:
    """A document with one block and one sentence a paragraph."""
    sha256 = hashlib.sha256(text.encode()).hexdigest()
    blocks: list[Block] = []
    start = 0
    for paragraph in text.split("\n\n"):
        end = start + len(paragraph.rstrip("\n"))
        blocks.append(Block(start, end, "body" if blocks else "title"))
        start += len(paragraph) + 2
    sentences = tuple(Sentence(b.start, b.end, b.zone, i) for i, b in enumerate(blocks))
    known = metadata or Metadata(language="en")
    return Document(sha256[:12], sha256, text, sha256, name, "txt", known, tuple(blocks), sentences)


def a_mention(text: str, words: str, *entities: str, nth: int = 1, kind: str = "name") -> Mention:
    """A mention at the nth occurrence of some words."""
    return Mention(*at(text, words, nth), words, kind, entities)


def a_statement(text: str, words: str, cue: str, **slots: object) -> Statement:
    """A statement over some words with a cue inside them."""
    start, end = at(text, words)
    cue_start = text.index(cue, start, end)
    return Statement(start, end, cue_start, cue_start + len(cue), cue, **slots)  # type: ignore[arg-type]


def a_commitment(text: str, words: str, **slots: object) -> Commitment:
    """A commitment over some words."""
    return Commitment(*at(text, words), " ".join(words.split()), **slots)  # type: ignore[arg-type]


def _release() -> Reading:
    text = RELEASE
    names = Names(
        (MINISTRY, THIRD, FOURTH, DIALOGUE, CHARTER, ROJAS, SANTIAGO, CHILE, NEW_ZEALAND),
        (
            a_mention(text, "Third Meeting of the Chile-New Zealand Dialogue on Earthquakes", THIRD.id, nth=2),
            a_mention(text, "Chile-New Zealand Dialogue on Earthquakes", DIALOGUE.id, nth=2),
            a_mention(text, "Santiago", SANTIAGO.id, nth=2),
            a_mention(text, "Chile", CHILE.id, nth=3),
            a_mention(text, "Elena Rojas", ROJAS.id),
            a_mention(text, "Ministry of Foreign Affairs", MINISTRY.id),
            a_mention(text, "Both sides", *_BOTH, kind="collective"),
            a_mention(text, "Fourth Meeting", FOURTH.id),
            a_mention(text, "They", *_BOTH, kind="collective"),
            a_mention(text, "Pacific Seismology Charter", CHARTER.id),
            a_mention(text, "New Zealand", NEW_ZEALAND.id, nth=3),
            a_mention(text, "Chile", CHILE.id, nth=5),
        ),
        (
            Tenure(*at(text, "Elena Rojas, Director of the Ministry of Foreign Affairs"), ROJAS.id, "Director",
                MINISTRY.id),
        ),
        (
            EventFact(
                *at(text, "was held in Santiago on 11 March 2024"), THIRD.id, DIALOGUE.id, 3, "2024-03-11",
                "2024-03-11", "on 11 March 2024", (SANTIAGO.id,), _BOTH, (ROJAS.id,),
            ),
            EventFact(*at(text, "in 2025"), FOURTH.id, DIALOGUE.id, 4, "2025-01-01", "2025-12-31", "in 2025"),
        ),
    )  # fmt: skip
    statements = (
        a_statement(
            text, "Both sides agreed to hold the Fourth Meeting in Wellington in 2025", "agreed to",
            act="agree", status="reported", strength="agreed", made_by=_BOTH, made_at=THIRD.id, first_hand=True,
            topics=("diplomatic-process",), about=(FOURTH.id,), confidence=0.97, engines=("surface", "dependency"),
            commitments=(
                a_commitment(text, "hold the Fourth Meeting in Wellington in 2025", debtors=_BOTH, about=(FOURTH.id,),
                    due=Due("in 2025", "2025-01-01", "2025-12-31"), topics=("diplomatic-process",)),
            ),
        ),
        a_statement(
            text, "They reaffirmed their commitment to share seismic data and not to charge for it",
            "reaffirmed their commitment", act="reaffirm-commitment", status="reported", strength="pledged",
            made_by=_BOTH, made_at=THIRD.id, first_hand=True, reaffirms=True, confidence=0.97,
            topics=("technology",), engines=("surface", "dependency"),
            commitments=(
                a_commitment(text, "share seismic data", debtors=_BOTH, topics=("technology",)),
                a_commitment(text, "not to charge for it", debtors=_BOTH, forbearance=True, topics=("technology",)),
            ),
        ),
        a_statement(
            text, "Chile welcomed the Pacific Seismology Charter", "welcomed", act="welcome", status="reported",
            made_by=(CHILE.id,), about=(CHARTER.id,), first_hand=True, confidence=0.71, engines=("dependency",),
        ),
        a_statement(
            text,
            "New Zealand pledged to give Chile 12 seismometers worth NZ$3 million by 30 June 2025, subject to "
            "parliamentary approval",
            "pledged to", act="pledge", status="reported", strength="pledged", made_by=(NEW_ZEALAND.id,),
            first_hand=True, addressees=(CHILE.id,), confidence=0.97, topics=("technology",),
            engines=("surface", "dependency"),
            commitments=(
                a_commitment(
                    text, "give Chile 12 seismometers worth NZ$3 million by 30 June 2025", debtors=(NEW_ZEALAND.id,),
                    creditors=(CHILE.id,), due=Due("by 30 June 2025", None, "2025-06-30"),
                    condition=at(text, "subject to parliamentary approval"), instruments=(CHARTER.id,),
                    amounts=(("3000000", "NZD", "NZ$3 million"),), topics=("technology",),
                ),
            ),
        ),
    )  # fmt: skip
    known = Metadata(
        "Third Meeting of the Chile-New Zealand Dialogue on Earthquakes", "2024-03-12", "Ministry of Foreign Affairs",
        "press-release", "https://example.org/third-meeting", "en",
    )  # fmt: skip
    return Reading(a_document(text, "docs/release.txt", known), names, statements, MINISTRY.id, engines=_ENGINES)


def _statement() -> Reading:
    text = STATEMENT
    entity = Entity("instrument/chile-new-zealand-joint-statement-2025", "Instrument", "Joint Statement on Earthquakes")
    names = Names(
        (CHARTER, entity, CHILE, NEW_ZEALAND),
        (
            a_mention(text, "Chile", CHILE.id, nth=2),
            a_mention(text, "New Zealand", NEW_ZEALAND.id, nth=2),
            a_mention(text, "Pacific Seismology Charter", CHARTER.id),
            a_mention(text, "We", *_BOTH, nth=2, kind="collective"),
        ),
    )
    statements = (
        a_statement(
            text, "We, Chile and New Zealand, commit to share seismic data under the Pacific Seismology Charter",
            "commit to", act="commit", status="stated", strength="pledged", made_by=_BOTH, first_hand=True,
            confidence=0.97, topics=("technology",), engines=("surface", "dependency"),
            commitments=(
                a_commitment(text, "share seismic data under the Pacific Seismology Charter", debtors=_BOTH,
                    instruments=(CHARTER.id,), topics=("technology",)),
            ),
        ),
        a_statement(
            text, "We hope to open a joint station by the end of 2027", "hope to", act="wish", status="stated",
            strength="desired", made_by=_BOTH, first_hand=True, confidence=0.53, topics=("infrastructure-transport",),
            engines=("surface",),
            commitments=(
                a_commitment(text, "open a joint station by the end of 2027", debtors=_BOTH,
                    due=Due("by the end of 2027", None, "2027-12-31"), topics=("infrastructure-transport",)),
            ),
        ),
    )  # fmt: skip
    known = Metadata("Joint Statement on Earthquakes by Chile and New Zealand", "2025-04-03", None, "joint-statement",
        "https://example.org/statement?a=1&b=2", "en")  # fmt: skip
    return Reading(a_document(text, "docs/statement.txt", known), names, statements, None, entity.id, _ENGINES)


def _news() -> Reading:
    text = NEWS
    document = a_document(text, "docs/news.txt", Metadata("Chile to host quake talks, officials say", "2025-02-01",
        "The Tasman Herald", "news-report", None, "en"))  # fmt: skip
    sources = Entity(
        f"doc/{document.id}/group/several-officials",
        "ActorGroup",
        "several officials",
        kind="actor-type/unnamed-source",
    )
    names = Names(
        (sources, FOURTH, ROJAS, CHILE),
        (
            a_mention(text, "Chile", CHILE.id, nth=2),
            a_mention(text, "Fourth Meeting", FOURTH.id),
            a_mention(text, "several officials", sources.id, kind="description"),
            a_mention(text, "Rojas", ROJAS.id, kind="surname"),
        ),
    )
    statements = (
        a_statement(
            text, "Chile plans to host the Fourth Meeting in October, according to several officials", "plans to",
            act="plan", status="reported", strength="planned", made_by=(CHILE.id,), attributed_to=(sources.id,),
            topics=("diplomatic-process",), about=(FOURTH.id,), confidence=0.97, engines=("surface", "dependency"),
            commitments=(
                a_commitment(text, "host the Fourth Meeting in October", debtors=(CHILE.id,), about=(FOURTH.id,),
                    due=Due("in October", "2025-10-01", "2025-10-31"), topics=("diplomatic-process",)),
            ),
        ),
        a_statement(
            text, "\"The <script>alert('no')</script> rumours are wrong,\" Rojas said", "said", act="state",
            status="reported", made_by=(ROJAS.id,), confidence=0.53, engines=("surface",),
        ),
    )  # fmt: skip
    return Reading(document, names, statements, HERALD.id, None, _ENGINES)


_ENGINES = Engines(("surface", "dependency"), "en_core_web_sm", "3.8.0", "0" * 64)


def all_readings() -> tuple[Reading, ...]:
    """The three documents: a press release, a joint statement a year later, a news report between them."""
    return _release(), _statement(), _news()


def build_folder(folder: Path, readings: tuple[Reading, ...] | None = None) -> Path:
    """Save readings as a graph folder, as a build would."""
    claim(folder)
    store = open_store(folder, read_only=False)
    for reading in all_readings() if readings is None else readings:
        entry = entry_of(reading, key="by hand", version="0.1.0", rules="0" * 64)
        save(store, folder, make_ready(reading, entry))
    finish(store, folder)
    return folder
