"""Everything named in a document, as it is gathered: who or what, by which words, where."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field

from graph_builder.language.authority import Known
from graph_builder.language.gazetteer import Gazetteer
from graph_builder.language.records import Entity, Mention


@dataclass(slots=True)
class Draft:
    """An entity while it is gathered: the words found for it, counted."""

    id: str
    type: str
    label: str
    acts_for: str | None = None
    part_of: str | None = None
    owners: tuple[str, ...] = ()
    kind: str | None = None
    forms: Counter[str] = field(default_factory=Counter)
    extra: tuple[str, ...] = ()


class Cast:
    """The entities and mentions of one document, while they are gathered. Used inside ``name_document`` only."""

    def __init__(self, text: str, gazetteer: Gazetteer) -> None:
        self.text, self.gazetteer = text, gazetteer
        self.drafts: dict[str, Draft] = {}
        self.mentions: dict[tuple[int, int], Mention] = {}

    def add(self, known: Known, form: str | None, *more: str) -> str:
        """Enter a thing, with a form by which the text names it; give its id."""
        draft = self.drafts.get(known.id)
        if draft is None:
            draft = self.drafts[known.id] = Draft(known.id, known.type, known.label)
        draft.acts_for = draft.acts_for or known.acts_for
        draft.part_of = draft.part_of or known.part_of
        draft.owners = draft.owners or known.owners
        draft.kind = draft.kind or known.kind
        if form:
            draft.forms[form] += 1
        draft.extra += tuple(m for m in more if m not in draft.extra)
        return known.id

    def mention(self, start: int, end: int, kind: str, ids: tuple[str, ...], confidence: float = 1.0) -> None:
        """Enter one use of a name; a second at the same span is dropped."""
        self.mentions.setdefault((start, end), Mention(start, end, self.text[start:end], kind, ids, confidence))

    def settle_adjectives(self) -> None:
        """Drop the adjectives of places ("European") that the text never names by their noun."""
        nouns = {i for m in self.mentions.values() if m.kind != "demonym" for i in m.refers_to}
        for span, m in list(self.mentions.items()):
            if m.kind == "demonym" and all(i.startswith("place/") and i not in nouns for i in m.refers_to):
                del self.mentions[span]

    def entities(self, needed: set[str]) -> tuple[Entity, ...]:
        """Give the cards of the needed entities and of those that they act for or are part of, sorted by id."""
        todo, done = sorted(needed), {}
        while todo:
            id_ = todo.pop()
            if id_ in done:
                continue
            card = self._card(id_)
            if card is None:
                continue
            done[id_] = card
            todo += [i for i in (card.acts_for, card.part_of, *card.owners, *card.members) if i]
        return tuple(done[i] for i in sorted(done))

    def _card(self, id_: str) -> Entity | None:
        listed = self.gazetteer.entities.get(id_)
        if listed is not None:
            return listed
        draft = self.drafts.get(id_)
        if draft is None:
            return None
        names = tuple(n for n in dict.fromkeys((*sorted(draft.forms), *draft.extra)) if n != draft.label)
        return Entity(id_, draft.type, draft.label, names, draft.kind, draft.acts_for, draft.part_of, draft.owners)
