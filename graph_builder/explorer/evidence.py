"""The quotations of a graph: statements, posts, events and mentions, each with its words in context."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from graph_builder.explorer import rows
from graph_builder.explorer.cards import Cards, Labels
from graph_builder.explorer.quotes import Span, context, parts, texts_of, web_address
from graph_builder.explorer.records import Evidence, Source

if TYPE_CHECKING:
    from pyoxigraph import Store

# A name's own places in the text are shown for the reader's orientation, not as proof: a few are enough.
MENTIONS_SHOWN, MENTION_CONTEXT = 3, 60
_ADDRESSES = ("url", "source", "page", "isBasedOn")


@dataclass(slots=True)
class Quotations:
    """All evidence with its indices: by subject (statement, membership, event) and by entity named.

    ``named`` counts the mentions of an entity; ``words`` are the exact words of each passage.
    """

    sources: tuple[Source, ...]
    items: list[Evidence] = field(default_factory=list)
    of_subject: dict[str, tuple[int, ...]] = field(default_factory=dict)
    of_entity: dict[str, tuple[int, ...]] = field(default_factory=dict)
    named: dict[str, int] = field(default_factory=dict)
    words: dict[str, str] = field(default_factory=dict)

    def add(self, subject: str, item: Evidence) -> None:
        """Keep one quotation under the thing it speaks for."""
        self.of_subject[subject] = (*self.of_subject.get(subject, ()), len(self.items))
        self.items.append(item)


def sources(documents: Mapping[str, rows.Card], labels: Labels) -> tuple[Source, ...]:
    """The documents, in order of day and IRI (those without a day last)."""
    found = [
        Source(
            iri=iri,
            title=rows.first(card, "title") or "Untitled document",
            publisher=", ".join(labels.of(p) if "://" in p else p for p in card.get("publisher", ())),
            issued=rows.first(card, "issued"),
            kind=", ".join(labels.of(k) for k in card.get("kind", ())),
            url=next((u for p in _ADDRESSES for u in map(web_address, card.get(p, ())) if u), ""),
            digest="isBasedOn" in card,
            sha256=rows.first(card, "identifier"),
        )
        for iri, card in documents.items()
    ]
    return tuple(sorted(found, key=lambda s: (not s.issued, s.issued, s.iri)))


def quotations(
    store: Store,
    found: Sequence[Source],
    cards: Cards,
    events: Mapping[str, rows.Card],
    texts: Path | None,
) -> Quotations:
    """Quotations of the statements, memberships and events, and of the first mentions of each entity."""
    statements, commitments, labels = cards.statements, cards.commitments, cards.labels
    others = dict(cards.memberships) | dict(events)
    result = Quotations(tuple(found))
    number = {source.iri: place for place, source in enumerate(found)}
    spans = rows.passages(store)
    result.words = {passage: span[3] for passage, span in spans.items()}
    text_of = texts_of(texts, [rows.tail(s.iri) for s in found])

    def cut(passage: str, marks: Sequence[tuple[Span, str]]) -> tuple[int, int, int, tuple[tuple[str, str], ...]]:
        document, start, end, exact, prefix, suffix = spans[passage]
        text = text_of.get(rows.tail(document), "")
        # A text that does not hold the words at this place is not the text that was read: its context would lie.
        before, after = context(text, start, end) if text[start:end] == exact else (prefix, suffix)
        local = [((a - start, b - start), mark) for (a, b), mark in marks]
        return number[document], start, end, parts(before, exact, after, local)

    def known(card: rows.Card) -> list[str]:
        return [p for p in card.get("evidence", ()) if p in spans and spans[p][0] in number]

    by_place = sorted(statements, key=lambda s: _place(statements[s], spans, number))
    for iri in by_place:
        card = statements[iri]
        for passage in known(card):
            marks = [
                (spans[p][1:3], "content")
                for c in card.get("expresses", ())
                for p in known(commitments.get(c, {}))
                if spans[p][0] == spans[passage][0]
            ]
            source, start, end, cut_parts = cut(passage, [*marks, *_cue(iri, card, spans[passage])])
            result.add(
                iri,
                Evidence(
                    iri=iri,
                    role="statement",
                    source=source,
                    start=start,
                    end=end,
                    parts=cut_parts,
                    act=labels.of(rows.first(card, "act")),
                    status=rows.tail(rows.first(card, "status")),
                    strength=rows.tail(rows.first(card, "strength")),
                    made_by=tuple(labels.of(a) for a in card.get("madeBy", ())),
                    attributed_to=tuple(labels.of(a) for a in card.get("attributedTo", ())),
                    confidence=rows.first(card, "confidence"),
                    engines=tuple(rows.tail(e) for e in card.get("wasGeneratedBy", ())),
                ),
            )
    for iri in sorted(others):
        card = others[iri]
        for passage in known(card):
            source, start, end, cut_parts = cut(passage, ())
            role = "post" if "Membership" in card["type"] else "event"
            note = ", ".join(labels.of(p) for p in card.get("inPost", ()))
            result.add(iri, Evidence(iri, role, source, start, end, cut_parts, note=note))
    for entity, places in rows.mentions(store).items():
        result.named[entity] = len(places)
        shown: list[int] = []
        for document, start, end, exact in places:
            text = text_of.get(rows.tail(document), "")
            if len(shown) == MENTIONS_SHOWN or document not in number:
                continue
            if text[start:end] == exact:
                before, after = context(text, start, end, MENTION_CONTEXT)
                shown.append(len(result.items))
                iri = f"{document}/mention/{start}-{end}"
                result.items.append(Evidence(iri, "mention", number[document], start, end, parts(before, exact, after)))
        result.of_entity[entity] = tuple(shown)
    return result


def _place(card: rows.Card, spans: Mapping[str, tuple[str, int, int, str, str, str]], number: Mapping[str, int]) -> Row:
    places = [spans[p] for p in card.get("evidence", ()) if p in spans]
    return min(((number.get(p[0], len(number)), p[1], p[2]) for p in places), default=(len(number), 0, 0))


Row = tuple[int, int, int]


def _cue(iri: str, card: rows.Card, span: tuple[str, int, int, str, str, str]) -> list[tuple[Span, str]]:
    """Where the cue stands: the statement's IRI ends in its offset."""
    start, cue = rows.tail(iri), rows.first(card, "cue")
    if start.isdigit() and cue and span[3][int(start) - span[1] :].startswith(cue):
        return [((int(start), int(start) + len(cue)), "cue")]
    place = span[3].find(cue) if cue else -1
    return [((span[1] + place, span[1] + place + len(cue)), "cue")] if place >= 0 else []
