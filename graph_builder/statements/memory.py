"""Who was last spoken of: what pronouns look back to."""

from __future__ import annotations

import re
from dataclasses import dataclass

from graph_builder.language.records import Entity
from graph_builder.statements.cast import Cast


@dataclass(frozen=True, slots=True)
class Memory:
    """Who was last spoken of, for the pronouns that come: several together, one person, one body or state."""

    plural: tuple[str, ...] = ()
    person: str | None = None
    single: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Resolved:
    """Whom a phrase stands for. ``how`` is name, pronoun, collective, text, group or none; a group brings its
    entity.
    """

    ids: tuple[str, ...] = ()
    how: str = "none"
    group: Entity | None = None
    person: str | None = None


def remember(memory: Memory, resolved: Resolved, c: Cast) -> Memory:
    """The memory after a phrase was resolved."""
    if not resolved.ids or resolved.how in {"none"}:
        return memory
    if resolved.person:
        memory = Memory(memory.plural, resolved.person, memory.single)
        if resolved.ids == (resolved.person,):
            return memory
    if resolved.how == "text":
        return Memory(memory.plural, memory.person, resolved.ids)
    if len(resolved.ids) > 1:
        return Memory(resolved.ids, memory.person, memory.single)
    only = resolved.ids[0]
    entity = c.entities.get(only) or resolved.group
    if entity is not None and entity.type == "Person":
        return Memory(memory.plural, only, memory.single)
    if resolved.group is not None and re.search(
        r"(?:source|official|spokes\w+|diplomat|minister|expert|analyst)$", resolved.group.label
    ):
        return Memory(memory.plural, only, memory.single)
    if entity is not None and entity.type == "ActorGroup":
        return Memory(resolved.ids, memory.person, memory.single)
    return Memory(memory.plural, memory.person, (only,))
